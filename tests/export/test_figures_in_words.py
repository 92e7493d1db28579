"""Figures in words, as a newsroom would write a table of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figures.made import figure_in, time_in
from whence.export.figures_in_words import (
    hedge_in_words,
    interval_in_words,
    number_in_words,
    time_in_words,
    value_in_words,
    what_in_words,
    who_in_words,
)
from whence.records import Interval, Report

REPORT = Report("r", "r", "Reportedly more than 1,200 hill farms and two to three dairies closed last week.")


def test_a_figure_is_told_by_what_how_many_how_sure_and_who() -> None:
    farms = figure_in(
        REPORT, "1,200", 1200.0, head="farms", modifiers=("hill",), hedge_words="more than", hedge="more than",
        source_hedge="Reportedly",
    )  # fmt: skip
    assert (what_in_words(farms), value_in_words(farms)) == ("hill farms", "1,200")
    assert (hedge_in_words(farms), who_in_words(farms)) == ("more than, reportedly", "the report")


def test_a_range_is_told_in_the_words_of_the_report() -> None:
    dairies = figure_in(REPORT, "two to three", None, head="dairies", hedge="range", hard=Interval(2, 3))
    assert (value_in_words(dairies), hedge_in_words(dairies)) == ("two to three", "")


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (90.0, "square mile", "90 square miles"),
        (1.0, "mile", "1 mile"),
        (6.0, "foot", "6 feet"),
        (2.5, "percent", "2.5%"),
        (2.38e9, "USD", "2,380,000,000 USD"),
        (60.0, "mile per hour", "60 miles per hour"),
        (3.0, "century", "3 centuries"),
    ],
)
def test_units_stand_in_the_plural_after_more_than_one(value: float, unit: str, told: str) -> None:
    assert value_in_words(figure_in(REPORT, "1,200", value, unit=unit)) == told


@pytest.mark.parametrize(
    ("interval", "told"),
    [
        (Interval(40, 40), "40"),
        (Interval(40, None, open_low=True), "more than 40"),
        (Interval(40, None), "at least 40"),
        (Interval(None, 40), "at most 40"),
        (Interval(None, 40, open_high=True), "less than 40"),
        (Interval(None, None), "anything"),
    ],
)
def test_intervals_are_said_as_a_reader_says_them(interval: Interval, told: str) -> None:
    assert interval_in_words(interval) == told


def test_a_time_is_told_by_its_days_else_by_its_value() -> None:
    assert (
        time_in_words(time_in(REPORT, "last week", "2024-W47", "2024-11-18", "2024-11-24"))
        == "2024-11-18 to 2024-11-24"
    )
    assert time_in_words(time_in(REPORT, "last week", "PAST_REF")) == "PAST_REF"


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_can_be_told(value: float) -> None:
    assert number_in_words(value)
