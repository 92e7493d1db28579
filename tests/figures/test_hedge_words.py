"""Hedges before and after a number, and who vouches for it."""

from __future__ import annotations

import pytest

from tests.figures.figure_texts import figures_of, the_figure


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("more than 40 men", "more than", "more than"),
        ("the more than two-year war", "more than", "more than"),
        ("over 40 men", "more than", "over"),
        ("upwards of 40 men", "more than", "upwards of"),
        ("at least 40 men", "at least", "at least"),
        ("no fewer than 40 men", "at least", "no fewer than"),
        ("nearly three years", "nearly", "nearly"),
        ("just under $5", "nearly", "just under"),
        ("just over 40 men", "just over", "just over"),
        ("about 40 men", "about", "about"),
        ("some 40 men", "about", "some"),
        ("an average of 40 men", "about", "an average of"),
        ("fewer than 40 men", "less than", "fewer than"),
        ("no more than 40 men", "at most", "no more than"),
        ("up to 40 men", "up to", "up to"),
        ("as many as 40 men", "up to", "as many as"),
        ("40 or more men", "at least", "or more"),
        ("50-plus men", "at least", "plus"),
        ("50+ men", "at least", "+"),
        ("20-odd men", "about", "odd"),
        ("40 men or so", "about", "or so"),
        (">= 30 men", "at least", ">="),
        ("more than a 10 percent rise", "more than", "more than"),
    ],
)
def test_a_hedge_is_read_with_its_words(text: str, kind: str, words: str) -> None:
    figure = the_figure(text)
    assert figure.hedge == kind and figure.hedge_words is not None
    assert figure.hedge_words.exact.strip() == words


@pytest.mark.parametrize(
    "text",
    ["only 40 men", "exactly 40 men", "a total of 40 men", "He talked about two men.", "It was paid over three years.",
     "talk of the two cases about the two incidents"],
)  # fmt: skip
def test_emphasis_and_prepositions_hedge_nothing(text: str) -> None:
    assert all(figure.hedge == "exact" and figure.hedge_words is None for figure in figures_of(text))


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("an estimated 11,000 men", "an estimated", "about"),
        ("reportedly 40 men", "reportedly", "exact"),
        ("a reported $5", "a reported", "exact"),
        ("reportedly more than 40 men", "reportedly", "more than"),
    ],
)
def test_who_vouches_is_kept_apart(text: str, source: str, kind: str) -> None:
    figure = the_figure(text)
    assert figure.source_hedge is not None and (figure.source_hedge.exact, figure.hedge) == (source, kind)


@pytest.mark.parametrize("text", ["16 phones and up to 40 cars", "16 phones and more than 40 cars", "16 or over 40"])
def test_the_hedge_of_the_next_number_is_none_of_the_one_before(text: str) -> None:
    first, second = figures_of(text)
    assert first.hedge == "exact" and first.hedge_words is None
    assert second.hedge != "exact"


@pytest.mark.parametrize("text", ["He turned over 9 offices.", "It turned over $212m.", "a row over three ministers"])
def test_over_after_a_verb_that_it_belongs_to_is_no_hedge(text: str) -> None:
    assert the_figure(text).hedge == "exact"


@pytest.mark.parametrize("text", ["200 or so clerks met", "two or more clerks", "50-plus clerks", "20-odd clerks"])
def test_what_is_counted_may_follow_the_hedge(text: str) -> None:
    figure = the_figure(text)
    assert figure.hedge != "exact" and figure.head is not None and figure.head.exact == "clerks"


@pytest.mark.parametrize(
    ("text", "unit", "kind"),
    [("the 90-plus percent of votes", "percent", "at least"), ("30-odd years later", "year", "about")],
)
def test_a_hedge_may_stand_between_number_and_unit(text: str, unit: str, kind: str) -> None:
    assert (the_figure(text).unit, the_figure(text).hedge) == (unit, kind)
