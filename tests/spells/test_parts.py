"""Parts of the day."""

from __future__ import annotations

import pytest

from tests.spells.spelled import ends


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("We met in the morning.", "in the morning", "T08:00:00", "T12:00:00"),
        ("We met in late afternoon.", "late afternoon", "T14:00:00", "T16:00:00"),
        ("We met later in the evening.", "later in the evening", "T18:00:00", "T20:00:00"),
        ("We met at lunch.", "at lunch", "T11:00:00", "T13:00:00"),
        ("See you tonight.", "tonight", "2024-11-29T20:00:00", "2024-11-29T23:59:59"),
        ("We met last night.", "last night", "2024-11-28T20:00:00", "2024-11-28T23:59:59"),
    ],
)
def test_a_part_of_the_day_has_hours_and_perhaps_a_day(text: str, words: str, low: str, high: str) -> None:
    assert ends(text) == [(words, low, high)]


@pytest.mark.parametrize("text", ["Good morning, all.", "They had lunch with Voss."])
def test_greetings_and_meals_are_none(text: str) -> None:
    assert ends(text) == []
