"""Counts before a unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.text.words import split_words
from whence.times.counting import number_of, read_count, read_hedge
from whence.times.sight import Sight


def count_before(text: str) -> float | None:
    words = split_words(text)
    count = read_count(Sight(text, words), len(words.keys) - 1)
    return None if count is None else count.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("three", 3), ("1,000", 1000), ("twenty four", 24), ("twenty-four", 24), ("a hundred and five", 105),
        ("two thousand", 2000), ("five hundred thousand", 500_000), ("two dozen", 24), ("5 1/2", 5.5), ("3½", 3.5),
        ("2.5", 2.5), ("60 and 90", 90), ("in 2011\nthree", 3), ("half a", 0.5), ("a couple of", 2), ("a", 1),
    ],
)  # fmt: skip
def test_numbers_in_words_and_figures(text: str, value: float) -> None:
    assert count_before(text) == value


@pytest.mark.parametrize("text", ["a few", "several", "dozens of", "hundreds of", "ship", "1" * 40])
def test_vague_counts_and_other_words_have_no_value(text: str) -> None:
    assert count_before(text) is None


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("more than", "MORE_THAN"), ("less than", "LESS_THAN"), ("no more than", "EQUAL_OR_LESS"),
        ("at least", "EQUAL_OR_MORE"), ("just over", "MORE_THAN"), ("around", "APPROX"), ("the", None),
    ],
)  # fmt: skip
def test_hedges_before_a_count(text: str, mod: str | None) -> None:
    words = split_words(f"{text} two")
    assert read_hedge(Sight(f"{text} two", words), len(words.keys) - 1).mod == mod


@given(st.lists(st.sampled_from(["a", "and", "two", "hundred", "5", "1", "2", "half", "dozen", "9" * 9]), max_size=8))
def test_any_run_of_number_words_is_read(keys: list[str]) -> None:
    value = number_of(keys)
    assert value is None or value >= 0
