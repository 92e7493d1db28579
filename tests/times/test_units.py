"""Units as heads of phrases."""

from __future__ import annotations

import pytest

from tests.times.told import typed, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell three days ago.", "three days ago", "2024-11-26"),
        ("It fell a week ago.", "a week ago", "2024-W47"),
        ("It fell two months ago.", "two months ago", "2024-09"),
        ("It fell five years ago.", "five years ago", "2019"),
        ("It fell two decades ago.", "two decades ago", "2004"),
        ("It fell a few days ago.", "a few days ago", "PAST_REF"),
        ("It fell years ago.", "years ago", "PAST_REF"),
        ("It falls three weeks from now.", "three weeks from now", "2024-W51"),
        ("It fell last week.", "last week", "2024-W47"),
        ("It fell earlier this month.", "earlier this month", "2024-11"),
        ("It fell early last year.", "early last year", "2023"),
        ("It fell over the weekend.", "the weekend", "2024-W47-WE"),
        ("It fell in the last decade of the 1990s.", "the 1990s", "199"),
        ("It falls at the end of the year.", "the end of the year", "2024"),
    ],
)
def test_periods_counted_from_now(text: str, words: str, value: str) -> None:
    assert (words, "DATE", value) in typed(text)


def test_words_in_capitals_throughout_are_read_like_others() -> None:
    assert values("POLICE CAME LAST WEEK AND LEFT TONIGHT.") == [
        ("LAST WEEK", "2024-W47"),
        ("TONIGHT", "2024-11-29TNI"),
    ]


@pytest.mark.parametrize(
    "text",
    ["He is 52 years old.", "A 6-year-old boy left.", "He is 52 years of age.", "Wait a second.",
     "On “This Week” he laughed.",
     "It costs $500 million a year.", "It rose 20% a year."],
)  # fmt: skip
def test_ages_rates_and_programmes_are_no_times(text: str) -> None:
    assert values(text) == []
