"""Numbers in digits and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.figures.numbers import is_fraction, is_number, is_numeral, is_unit, number_form, number_values, units_of
from whence.text.words import split_words


def values(text: str) -> tuple[float, ...]:
    return number_values(split_words(text).keys)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eight men", (8,)),
        ("1,000 men", (1000,)),
        ("twenty-five men", (25,)),
        ("two hundred men", (200,)),
        ("two hundred and five", (200, 5)),
        ("2.5 million", (2_500_000,)),
        ("$2.5m", (2_500_000,)),
        ("$3bn", (3_000_000_000,)),
        ("three million and 40", (3_000_000, 40)),
        ("the 3rd day", (3,)),
        ("a dozen ships", (12,)),
        ("no numbers", ()),
        ("covid19", ()),
    ],
)
def test_values_of_written_numbers(text: str, expected: tuple[float, ...]) -> None:
    assert values(text) == expected


def test_one_and_several_alone_are_no_figures_but_parts_of_them() -> None:
    assert not is_number("one")
    assert not is_number("several")
    assert is_numeral("one")


@pytest.mark.parametrize(
    ("a", "b"), [("third march", "3rd march"), ("two in three", "2 in 3"), ("eight thousand ships", "8,000 ships")]
)
def test_one_form_for_words_and_digits(a: str, b: str) -> None:
    assert number_form(split_words(a).keys) == number_form(split_words(b).keys)


def test_other_numbers_have_other_forms() -> None:
    assert number_form(["8", "ships"]) != number_form(["9", "ships"])


def test_units_and_fractions() -> None:
    assert units_of("£") != units_of("$")
    assert units_of(" $", "million") == units_of("", "dollars") == {"dollar"}
    assert units_of("% ") == units_of(" ", "percent")
    assert is_unit("miles")
    assert is_fraction("thirds")


@given(st.text(max_size=30))
def test_any_words_can_be_read(text: str) -> None:
    keys = split_words(text).keys
    assert all(isinstance(value, float) for value in number_values(keys))
    assert len(number_form(keys)) <= len(keys)


def test_a_very_long_number_is_no_figure() -> None:
    assert values("9" * 5_000) == ()


@pytest.mark.parametrize("key", ["tn", "mn", "handful", "bn"])
def test_abbreviations_and_phrases_alone_are_no_numbers(key: str) -> None:
    assert not is_numeral(key)


@pytest.mark.parametrize("key", ["nights", "knots", "rubles", "percent"])
def test_units_are_those_of_the_figures(key: str) -> None:
    assert is_unit(key)
