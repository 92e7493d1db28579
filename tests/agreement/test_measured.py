"""Figures brought to one unit."""

from __future__ import annotations

import pytest

from tests.agreement.told import found
from whence.agreement.measured import converts_to, dimension_of, measured


def test_a_share_is_a_percentage_and_a_ratio_above_one_is_not() -> None:
    half = measured(found("half of voters"))
    assert (half.dimension, half.value) == ("percent", 50.0)
    assert half.soft.low is not None
    assert half.soft.low < 50


def test_counts_and_bare_numbers_are_one_dimension() -> None:
    assert dimension_of(found("12 boats")) == "count"
    assert dimension_of(found("about 12")) == "count"


def test_temperatures_are_compared_in_degrees_celsius() -> None:
    side = measured(found("68 degrees Fahrenheit"))
    assert side.dimension == "C"
    assert side.value == pytest.approx(20)


def test_a_number_converts_to_another_where_it_rounds_to_it() -> None:
    assert converts_to(found("90 square miles"), found("233 sq km"))
    assert not converts_to(found("90 square miles"), found("243 sq km"))
