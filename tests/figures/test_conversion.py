"""Figures in base units."""

from __future__ import annotations

import pytest

from tests.figures.figure_texts import the_figure
from whence.figures.conversion import base_unit, in_base


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("10 miles", 16_093.44, "m"),
        ("90 square miles", 233_098_929.9, "m2"),
        ("two years", 730.485, "day"),
        ("50 cents", 0.5, "USD"),
        ("212 degrees Fahrenheit", 100, "C"),
        ("100 km/h", 27.7777778, "m/s"),
        ("two tonnes", 2000, "kg"),
        ("40 men", 40, ""),
    ],
)
def test_a_value_is_told_in_its_base_unit(text: str, value: float, unit: str) -> None:
    found, hard, soft, base = in_base(the_figure(text))
    assert found is not None
    assert found == pytest.approx(value, rel=1e-6) and base == unit
    assert soft.low is not None and soft.high is not None and soft.low <= found < soft.high
    assert hard.low is not None and hard.low <= soft.low


def test_a_range_has_no_value_in_any_unit() -> None:
    assert in_base(the_figure("10 to 12 miles"))[0] is None


def test_an_unknown_unit_has_no_base() -> None:
    assert base_unit("furlong") is None
