"""Small numbers read forward."""

from __future__ import annotations

import pytest

from whence.text.words import split_words
from whence.times.sight import Sight
from whence.times.spoken_numbers import Read, read_cardinal, read_ordinal


@pytest.mark.parametrize(
    ("text", "read"),
    [("twenty four", Read(24, 2)), ("7", Read(7, 1)), ("eleven", Read(11, 1)), ("123", None), ("ship", None)],
)
def test_cardinals_below_a_hundred(text: str, read: Read | None) -> None:
    assert read_cardinal(Sight(text, split_words(text)), 0) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [("twenty second", Read(22, 2)), ("9th", Read(9, 1)), ("twelfth", Read(12, 1)), ("nine", None), ("123rd", None)],
)
def test_ordinals_below_forty(text: str, read: Read | None) -> None:
    assert read_ordinal(Sight(text, split_words(text)), 0) == read
