"""Units with a count, and bare ones."""

from __future__ import annotations

import pytest

from tests.times.told import days, times_of, typed


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It was a 1,000-day war.", "1,000-day", "P1000D"),
        ("It lasted nearly three years.", "nearly three years", "P3Y"),
        ("It lasted twenty four hours.", "twenty four hours", "PT24H"),
        ("It lasted 5 1/2 hours.", "5 1/2 hours", "PT5H30M"),
        ("It lasted a minute and a half.", "a minute and a half", "PT1M30S"),
        ("It lasted half an hour.", "half an hour", "PT30M"),
        ("It lasted two and a half years.", "two and a half years", "P2Y6M"),
        ("It lasted a few days.", "a few days", "PXD"),
        ("It lasted several months.", "several months", "PXM"),
        ("It lasted a couple of weeks.", "a couple of weeks", "P2W"),
        ("It lasted two decades.", "two decades", "P20Y"),
        ("It lasted for years.", "years", "PXY"),
        ("It was a decades-long fight.", "decades-long", "PXY"),
        ("It was a day-long fight.", "day-long", "P1D"),
        ("It lasted two or three years.", "two or three years", "PXY"),
        ("It will last 12 to 18 months.", "12 to 18 months", "PXM"),
        ("Sales fell in the first nine months.", "the first nine months", "P9M"),
        ("It rained in recent weeks.", "recent weeks", "PXW"),
        ("The year ended yesterday.", "The year", "P1Y"),
    ],
)
def test_durations(text: str, words: str, value: str) -> None:
    assert (words, "DURATION", value) in typed(text)


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("nearly three years", "LESS_THAN"), ("more than three years", "MORE_THAN"),
        ("at least three years", "EQUAL_OR_MORE"), ("up to three years", "EQUAL_OR_LESS"),
        ("about three years", "APPROX"), ("three years or so", "APPROX"), ("three years", None),
    ],
)  # fmt: skip
def test_hedges_are_the_mod(text: str, mod: str | None) -> None:
    assert [time.mod for time in times_of(f"It lasted {text}.")] == [mod]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It happens every year.", "every year", "P1Y"),
        ("It happens every two weeks.", "every two weeks", "P2W"),
        ("It happens twice a week.", "a week", "P1W"),
        ("They build 500 ships a year.", "a year", "P1Y"),
    ],
)
def test_what_comes_again_is_a_set(text: str, words: str, value: str) -> None:
    assert typed(text) == [(words, "SET", value)]


def test_a_bare_duration_points_at_no_days() -> None:
    assert days("It lasted three weeks.") == (None, None)
