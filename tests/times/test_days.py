"""The times that point at days, as quotations need them."""

from __future__ import annotations

import pytest

from tests.times.told import FRIDAY
from whence.records import Part, Report
from whence.times.days import find_days


def days_of(text: str) -> list[tuple[str, str | None]]:
    return [(time.evidence.exact, time.low) for time in find_days(Report("a", "a", text, published=FRIDAY))]


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        ("He said so on Friday.", "Friday", "2024-11-29"),
        ("He told Sky News last week.", "last week", "2024-11-18"),
        ("He said so over the past week.", "the past week", "2024-11-22"),
        ("He said so in 2008.", "2008", "2008-01-01"),
        ("He said so Monday night.", "Monday night", "2024-11-25"),
        ("He recently said so.", "recently", None),
        ("He said so a few days ago.", "a few days ago", None),
    ],
)
def test_times_that_say_when_are_kept(text: str, words: str, first: str | None) -> None:
    assert days_of(text) == [(words, first)]


@pytest.mark.parametrize(
    "text", ["It lasted three years.", "He is now here.", "He will soon leave.", "He speaks daily."]
)
def test_lengths_sets_and_the_present_are_no_days(text: str) -> None:
    assert days_of(text) == []


def test_the_present_inside_quotation_marks_is_not_that_of_the_report() -> None:
    assert days_of("He said: “We are here today.”") == [("today", None)]


def test_words_outside_the_prose_are_not_read() -> None:
    text = "Voss in Kyiv on November 19, 2024. He left on Friday."
    report = Report("a", "a", text, published=FRIDAY, parts=(Part("caption", 0, 34),))
    assert [time.evidence.exact for time in find_days(report)] == ["Friday"]
