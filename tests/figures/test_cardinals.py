"""Cardinals: how finely they are told, and where they end."""

from __future__ import annotations

import pytest

from whence.figures.cardinals import granularity, read_cardinal, tidy
from whence.text.words import split_words


@pytest.mark.parametrize(
    ("text", "step"),
    [("8", 1), ("90", 10), ("11,000", 1000), ("1.5 million", 100_000), ("2.25", 0.01), ("two thousand", 1000),
     ("twenty-six", 1), ("2.0", 0.1)],
)  # fmt: skip
def test_the_step_is_that_of_the_last_digit_told(text: str, step: float) -> None:
    cardinal = read_cardinal(text, split_words(text), 0)
    assert cardinal is not None and cardinal.step == pytest.approx(step)


def test_a_product_has_no_noise() -> None:
    assert tidy(16.4 * 1e6) == 16_400_000 and granularity(16_400_000) == 100_000


@pytest.mark.parametrize("text", ["soldiers", "million", "and", "third"])
def test_a_word_that_begins_no_cardinal_begins_none(text: str) -> None:
    assert read_cardinal(text, split_words(text), 0) is None
