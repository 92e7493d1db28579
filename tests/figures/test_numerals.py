"""Numerals in words and digits: spans and values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figures.figure_texts import numerals_of
from whence.figures.numerals import read_numerals

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_words(number: int) -> str:
    """A number from 0 to under a thousand million in words, as a newspaper spells it."""
    if number < 20:
        return ONES[number]
    if number < 100:
        rest = number % 10
        return TENS[number // 10 - 2] + (f"-{ONES[rest]}" if rest else "")
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            above, below = divmod(number, size)
            joint = " and " if below and (size == 100 or below < 100) else " "
            return f"{in_words(above)} {name}" + (f"{joint}{in_words(below)}" if below else "")
    raise AssertionError(number)


def values(text: str) -> list[tuple[str, float]]:
    return [(text[n.start : n.end], n.value) for n in read_numerals(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two hundred and thirty-one thousand", 231_000),
        ("twenty-six", 26),
        ("a hundred", 100),
        ("half a dozen", 6),
        ("three dozen", 36),
        ("half a million", 500_000),
        ("1,674,200.5", 1_674_200.5),
        ("12,34,567", 1_234_567),
        ("1 234 567,89", 1_234_567.89),
        ("1\u202f234\u202f567", 1_234_567),
        ("1.111,11", 1111.11),
        ("5k", 5000),
        ("10M", 10_000_000),
        ("2.3bn", 2_300_000_000),
        ("1.5 million", 1_500_000),
        ("16.4 million", 16_400_000),
        ("6 crore and two hundred", 60_000_200),
        ("13 lakh", 1_300_000),
        ("minus five point five", -5.5),
        ("-9.25", -9.25),
        ("two hundred point zero three", 200.03),
        ("nine point nought four", 9.04),
        ("1/4", 0.25),
        ("10 1/2", 10.5),
        ("½", 0.5),
        ("2½", 2.5),
        ("three quarters", 0.75),
        ("one twenty-fifth", 1 / 25),
        ("two thirds", 2 / 3),
        ("five and a quarter", 5.25),
        ("3 million and a half", 3_500_000),
        ("five and a half million", 5_500_000),
        ("twenty-three fifths", 4.6),
        ("twenty and three fifths", 20.6),
        ("one in five", 0.2),
        ("1 in twenty-one", 1 / 21),
        ("two out of three", 2 / 3),
        ("1.3x10^6", 1_300_000),
        ("1e10", 1e10),
    ],
)
def test_a_numeral_is_read_whole_with_its_value(text: str, value: float) -> None:
    ((exact, found),) = values(text)
    assert exact == text and found == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("third", 3),
        ("23rd", 23),
        ("twenty-first", 21),
        ("one hundred twenty-fifth", 125),
        ("two hundred and fifth", 205),
    ],
)
def test_an_ordinal_is_one(text: str, value: float) -> None:
    (numeral,) = read_numerals(text)
    assert (numeral.form, numeral.value) == ("ordinal", value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 hundred and 2 hundred", [300, 200]),
        ("between two thousand and three thousand", [2000, 3000]),
        ("4000 3 hundred and 21", [4000, 321]),
        ("423 0000", [423, 0]),
        ("192.168.1.2", [192, 168, 1, 2]),
        ("five 12-inch pipes", [5, 12]),
        ("killed two in 2016", [2, 2016]),
        ("won three in 10 years", [3, 10]),
        ("hired 500 over three years", [500, 3]),
    ],
)
def test_numbers_that_do_not_belong_together_stay_apart(text: str, expected: list[float]) -> None:
    assert [value for _, value in values(text)] == expected


@pytest.mark.parametrize("text", ["the 180ml liquid", "a", "The one you mentioned", "which one", "1m", "a quarter on"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert values(text) == []


def test_a_third_is_a_part_only_where_no_noun_follows() -> None:
    assert [n.form for n in read_numerals("a third of them, and a third man")] == ["fraction", "ordinal"]


@given(st.integers(0, 999_999_999))
def test_a_number_in_words_is_read_back(number: int) -> None:
    text = f"they counted {in_words(number)} of them"
    assert [value for _, value in values(text)] == [number]


@given(st.integers(0, 10**15))
def test_a_number_in_grouped_digits_is_read_back(number: int) -> None:
    text = f"{number:,}"
    assert values(text) == [(text, float(number))]


@given(st.text(alphabet="0123456789,. /-½^ekmMG$%aonetwhudrfl", max_size=60))
def test_any_text_is_read_and_numerals_do_not_overlap(text: str) -> None:
    end = 0
    for numeral in read_numerals(text):
        assert end <= numeral.start < numeral.end <= len(text)
        end = numeral.end


@pytest.mark.parametrize(
    "text",
    ["12 " * 100_000, "1," * 100_000, "two " * 100_000, "minus " * 50_000, "1" * 300_000, "one point " * 30_000,
     "million " * 50_000, "two hundred and " * 20_000, "1/" * 100_000, "1^9" * 50_000],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_hostile_runs_are_read_in_step_with_their_length(text: str) -> None:
    assert len(read_numerals(text)) <= len(text)


def test_plus_or_minus_is_no_sign() -> None:
    assert numerals_of("a margin of plus or minus 4 points")[1] == [4.0]
    assert numerals_of("minus 4 points")[1] == [-4.0]
