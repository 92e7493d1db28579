"""Opposites."""

from __future__ import annotations

import pytest

from whence.certainty.opposites import are_opposites


@pytest.mark.parametrize(("a", "b"), [("rose", "fell"), ("fell", "rose"), ("before", "after"), ("won", "lost")])
def test_contraries_on_either_side(a: str, b: str) -> None:
    assert are_opposites(a, b)


@pytest.mark.parametrize(("a", "b"), [("rose", "rose"), ("rose", "climbed"), ("rose", "ship")])
def test_other_words_are_none(a: str, b: str) -> None:
    assert not are_opposites(a, b)
