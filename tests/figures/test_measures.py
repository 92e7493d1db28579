"""Measures: a number and its unit together."""

from __future__ import annotations

import pytest

from tests.figures.figure_texts import measures_of


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.8m tall", 1.8, "meter"),
        ("2.5m people", 2_500_000, ""),
        ("3m jobs", 3_000_000, ""),
        ("$1.5m", 1_500_000, "USD"),
    ],
)
def test_an_m_is_metres_or_millions_by_what_stands_around_it(text: str, value: float, unit: str) -> None:
    measure = measures_of(text)[0]
    assert (measure.value, measure.unit) == (value, unit)


def test_a_hyphen_that_leads_on_is_told() -> None:
    assert measures_of("the 1,000-day war")[0].joined and not measures_of("1,000 days")[0].joined


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("half an hour", 0.5, "hour"), ("half a percentage point", 0.5, "percentage point"),
     ("a quarter of a mile", 0.25, "mile"), ("three more months", 3, "month")],
)  # fmt: skip
def test_small_words_lead_to_the_unit(text: str, value: float, unit: str) -> None:
    (measure,) = measures_of(text)
    assert (measure.value, measure.unit, text[measure.start : measure.end]) == (value, unit, text)


def test_per_cent_of_a_number_is_a_percentage() -> None:
    (measure,) = measures_of("per cent of twenty-two")
    assert (measure.kind, measure.value) == ("percent", 22)


@pytest.mark.parametrize("text", ["737s", "24703L202", "the 1990s"])
def test_letters_that_are_no_unit_make_no_measure(text: str) -> None:
    assert measures_of(text) == []
