"""Quotation marks: which words stand inside them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.text.marks import find_quotations, quoted_spans

PIECES = st.lists(
    st.sampled_from([*"“”\"‘’'«»„[]().,;:!? \n", "''", "``", "word", "90s", "6", "s", "\r\n", "\u200b"]), max_size=40
).map("".join)


def quoted(text: str) -> list[str]:
    return [span.slice(text) for span in quoted_spans(text)]


@given(st.one_of(PIECES, st.text(max_size=60)))
def test_quotations_lie_within_the_text_in_order_and_never_overlap(text: str) -> None:
    spans = quoted_spans(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    assert [span for quotation in find_quotations(text) for span in quotation.segments] == list(spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” and left.", ["“no”"]),
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("He said «no» to it.", ["«no»"]),
        ("He said „nein“ to it.", ["„nein“"]),
        ("He said ``no'' to it.", ["``no''"]),
        ("He said ‘no’ to it.", ["‘no’"]),
        ("He said 'no' to it.", ["'no'"]),
        ("It was “the ‘worst’ day” of all.", ["“the ‘worst’ day”"]),
        ("It was ‘the “worst” day’ of all.", ["“worst”"]),
        ("“[The port] is ours,” he said.", ["“[The port] is ours,”"]),
        ('He said (“no”) and ("yes").', ["“no”", '"yes"']),
        ("“No”—that was all.", ["“No”"]),
    ],
)
def test_marks_of_every_kind_pair_with_their_own(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministers’ plan and the mayor’s plan",
        "They don’t know and didn't ask",
        "In the ’90s and the '80s",
        "Rock ’n’ roll, and 'em too",
        'A 6" pipe beside a 12" one',
        "The boys' and the girls' teams",
        "Nothing here",
        "",
    ],
)
def test_apostrophes_and_inches_are_no_marks(text: str) -> None:
    assert quoted(text) == []


def test_a_stray_opening_mark_quotes_nothing_and_ends_nothing() -> None:
    assert quoted("A stray “ mark and then “a real one” here.") == ["“a real one”"]


def test_a_stray_closing_mark_quotes_nothing() -> None:
    assert quoted("A stray” mark and then “a real one” here.") == ["“a real one”"]


def test_a_mark_left_open_inside_a_paragraph_does_not_swallow_the_next() -> None:
    assert quoted("He said “we will go and left.\nShe stayed.") == []


def test_a_quotation_over_paragraphs_reopens_at_each_and_is_one() -> None:
    text = "“We will go.\n\n“We will not return.\n\n“Never,” he said."
    found = find_quotations(text)
    assert len(found) == 1
    assert found[0].closed
    assert [span.slice(text) for span in found[0].segments] == ["“We will go.", "“We will not return.", "“Never,”"]
    assert found[0].span.slice(text) == text.removesuffix(" he said.")


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = "“We will go.\nShe stayed."
    found = find_quotations(text)
    assert [span.slice(text) for span in found[0].segments] == ["“We will go."]
    assert not found[0].closed


def test_a_curly_mark_may_be_closed_by_a_straight_one() -> None:
    assert quoted('He said “no" and left.') == ['“no"']


@pytest.mark.parametrize("mark", ['"', "“", "”", "‘", "'", "«", "``", "“”", "„“", "“\n", '"a" '])
def test_a_hundred_thousand_marks_finish(mark: str) -> None:
    find_quotations(mark * 100_000)
