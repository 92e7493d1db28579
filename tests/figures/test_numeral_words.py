"""The words that numbers are made of."""

from __future__ import annotations

from whence.figures.numeral_words import TOKENS, is_ordinal_word


def test_plurals_are_made_of_magnitudes_and_ordinals() -> None:
    assert TOKENS["thousands"].plural and TOKENS["fifths"].plural and not TOKENS["fifth"].plural


def test_a_second_is_an_ordinal_and_a_ship_is_none() -> None:
    assert is_ordinal_word("second") and not is_ordinal_word("ship")
