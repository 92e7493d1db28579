"""Plurals by their form."""

from __future__ import annotations

import pytest

from whence.figures.nouns import WORD_GROUPS, is_plural


@pytest.mark.parametrize("key", ["soldiers", "people", "gunmen", "grandchildren", "aircraft", "votes"])
def test_a_plural_is_one(key: str) -> None:
    assert is_plural(key)


@pytest.mark.parametrize("key", ["boss", "virus", "crisis", "this", "news", "war"])
def test_a_singular_is_none(key: str) -> None:
    assert not is_plural(key)


def test_the_groups_of_words_are_read() -> None:
    assert "prison" in WORD_GROUPS["confinement"]
