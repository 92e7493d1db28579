"""Holidays."""

from __future__ import annotations

import pytest

from tests.times.told import values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It snowed on Christmas Day.", "Christmas Day", "2023-12-25"),
        ("It snowed last Christmas.", "last Christmas", "2023-12-25"),
        ("It snowed on New Year's Eve 2020.", "New Year's Eve 2020", "2020-12-31"),
        ("It rained on Thanksgiving.", "Thanksgiving", "2024-11-28"),
        ("It rained on Labor Day.", "Labor Day", "2024-09-02"),
        ("It rained on Memorial Day 2012.", "Memorial Day 2012", "2012-05-28"),
        ("It rained on Good Friday 2000.", "Good Friday 2000", "2000-04-21"),
        ("They came on Black Friday.", "Black Friday", "2024-11-29"),
        ("It rained in Easter week.", "Easter week", "2024-W13"),
        ("He spoke of 9/11 again.", "9/11", "2001-09-11"),
        ("They vote on Election Day.", "Election Day", "2024-11-05"),
    ],
)
def test_holidays_fall_on_their_days(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


def test_a_holiday_in_lower_case_is_none() -> None:
    assert values("the christmas tree") == []
