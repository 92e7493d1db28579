"""Fractions in words."""

from __future__ import annotations

import pytest

from whence.figures.numerals import read_numerals


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one hundred and thirty fifths", 26),
        ("one hundred thirty fifths", 100 / 35),
        ("one hundred and three quarters", 100.75),
        ("two and fifty-four hundredths", 2.54),
        ("three twenty-firsts", 3 / 21),
        ("two thirds of a million", 2e6 / 3),
        ("one billion and three quarters million", 1_000_750_000),
        ("six million and two thirds", 6e6 + 2e6 / 3),
        ("forty two and a third", 42 + 1 / 3),
        ("a quarter million", 250_000),
    ],
)
def test_a_long_fraction_is_one_number(text: str, value: float) -> None:
    (numeral,) = read_numerals(text)
    assert numeral.value == pytest.approx(value) and (numeral.start, numeral.end) == (0, len(text))


def test_a_quarter_of_a_year_is_no_part_of_a_whole() -> None:
    assert read_numerals("in a quarter of 2015")[0].value == 2015
