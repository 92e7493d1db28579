"""Compounds and ranges."""

from __future__ import annotations

import pytest

from tests.figures.figure_texts import figures_of, measures_of, the_figure, told


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5 feet 2 inches", 5 + 2 / 12, "foot"),
        ("5 feet and 2 inches", 5 + 2 / 12, "foot"),
        ("6-foot-2", 6 + 2 / 12, "foot"),
        ("3 hours and 20 minutes", 3 + 1 / 3, "hour"),
        ("6 pounds 4 ounces", 6.25, "pound"),
        ("2 years and 6 months", 2.5, "year"),
        ("thirteen dollars and forty-five cents", 13.45, "USD"),
    ],
)
def test_a_unit_and_its_smaller_one_are_one_measure(text: str, value: float, unit: str) -> None:
    (measure,) = measures_of(text)
    assert measure.value == pytest.approx(value, rel=1e-3) and measure.unit == unit


@pytest.mark.parametrize(
    ("text", "low", "high", "exact", "hedge"),
    [
        ("10 to 12 people", 10, 12, "10 to 12", None),
        ("10-12 percent", 10, 12, "10-12 percent", None),
        ("between 10 and 12 men", 10, 12, "10 and 12", "between"),
        ("from 18 to 24 months", 18, 24, "18 to 24 months", "from"),
        ("10 to 12 million voters", 10e6, 12e6, "10 to 12 million", None),
        ("$5-$10 million", 5e6, 10e6, "$5-$10 million", None),
        ("ages 18 to 24", 18, 24, "ages 18 to 24", None),
        ("two or three boats", 2, 3, "two or three", None),
        ("40 or 50 years", 40, 50, "40 or 50 years", None),
    ],
)
def test_a_range_has_ends_and_no_value(text: str, low: float, high: float, exact: str, hedge: str | None) -> None:
    figure = the_figure(text)
    assert figure.value is None and figure.hedge == "range"
    assert (figure.hard.low, figure.hard.high, figure.evidence.exact) == (low, high, exact)
    assert (figure.hedge_words.exact if figure.hedge_words else None) == hedge


def test_a_change_is_two_values() -> None:
    assert told("It rose from 5 to 7 percent.") == ["5", "7 percent"]
    assert measures_of("It rose from 5 to 7 percent.")[0].unit == "percent"


def test_a_pair_that_falls_is_no_range() -> None:
    assert told("12 to 10 percent") == ["12", "10 percent"]


@pytest.mark.parametrize("text", ["to " * 20_000, "5 to " * 5_000, "between 1 and " * 3_000, "5 feet 2 " * 2_000])
def test_hostile_joints_end(text: str) -> None:
    assert len(measures_of(text)) <= len(text)


@pytest.mark.parametrize("text", ["Roe trails Poe 45 percent to 52 percent.", "Poe leads, 40% to 45%."])
def test_the_shares_of_two_candidates_are_no_range(text: str) -> None:
    assert [figure.hedge for figure in figures_of(text)] == ["exact", "exact"]
