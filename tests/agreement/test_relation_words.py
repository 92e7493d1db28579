"""What is said of two figures."""

from __future__ import annotations

from tests.agreement.told import counted, found
from tests.figures.made import figure_in
from whence.agreement.relation_words import (
    apart_in_words,
    hedge_in_words,
    is_vouched,
    other_unit_in_words,
    same_in_words,
    told,
    unlike_in_words,
)
from whence.records import Report


def test_a_figure_is_told_with_its_hedges_on_one_line() -> None:
    assert told(found("more than 90 boats")) == "more than 90"


def test_naming_who_says_it_is_no_hedge_of_the_number() -> None:
    report = Report("a", "a", "reportedly 90 boats, according to the harbor master")
    assert is_vouched(figure_in(report, "90", 90.0, source_hedge="reportedly"))
    assert not is_vouched(figure_in(report, "90", 90.0, source_hedge="according to"))
    assert not is_vouched(figure_in(report, "90", 90.0))


def test_every_sentence_shows_the_words_of_the_reports() -> None:
    a, b = counted(12, "about"), counted(12)
    assert hedge_in_words(a, b, "hedge dropped") == "the same number, without “about”"
    assert hedge_in_words(b, a, "hedge added") == "the same number, now with “about”"
    changed = hedge_in_words(a, counted(12, "at least"), "hedge changed")
    assert changed == "the same number, “at least” in place of “about”"
    assert same_in_words(b, b, same=True) == "both have “12”"
    assert same_in_words(a, b, same=False) == "the same in other words: “about 12” and “12”"
    assert other_unit_in_words(a, b) == "the same in another unit: “about 12” and “12”"
    assert apart_in_words(a, b) == "no number fits both “about 12” and “12”"
    assert apart_in_words(a, b, later="b") == "“12” is told for a later time than “about 12”"


def test_what_cannot_be_compared_says_why() -> None:
    assert unlike_in_words(found("$3 million"), found("€3 million")).endswith("USD and EUR")
    assert unlike_in_words(found("30 percent"), found("30 boats")) == "not comparable: a percentage and a count"
    assert unlike_in_words(counted(3), counted(3, head="dogs")) == "not comparable: boats and dogs"
