"""Lengths."""

from __future__ import annotations

import pytest

from tests.spells.spelled import spells_of


@pytest.mark.parametrize(
    ("text", "words", "seconds"),
    [
        ("It took 3h then.", "3h", "10800"),
        ("It took 3.5years then.", "3.5years", "110376000"),
        ("It took all month.", "all month", "2592000"),
        ("It took an hour and a half.", "an hour and a half", "5400"),
        ("It took one and a half hours.", "one and a half hours", "5400"),
        ("It took one and a quarter year.", "one and a quarter year", "39420000"),
        ("It took 3 hours 30 minutes.", "3 hours 30 minutes", "12600"),
        ("Stay another day.", "another day", "86400"),
        ("It took more than 4 days.", "more than 4 days", "345600"),
    ],
)
def test_a_length_is_told_in_seconds(text: str, words: str, seconds: str) -> None:
    (spell,) = spells_of(text)
    assert (spell.type, spell.evidence.exact, spell.value) == ("duration", words, seconds)


@pytest.mark.parametrize("text", ["A second round of talks.", "See voss-413d in the list."])
def test_what_only_looks_like_a_length_is_none(text: str) -> None:
    assert spells_of(text) == ()
