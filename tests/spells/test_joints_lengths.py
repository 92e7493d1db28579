"""Lengths counted from now, from days, and as windows."""

from __future__ import annotations

import pytest

from tests.spells.spelled import ends, spells_of


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Back in 5 minutes.", "in 5 minutes", "2024-11-29T12:05:00", "2024-11-29T12:05:00"),
        ("Back in two months.", "in two months", "2025-01-29", "2025-01-29"),
        ("Seen 2 weeks and 2 days ago.", "2 weeks and 2 days ago", "2024-11-13", "2024-11-13"),
        ("Seen a week before yesterday.", "a week before yesterday", "2024-11-21", "2024-11-21"),
        ("Come 3 weeks after Christmas.", "3 weeks after Christmas", "2025-01-15", "2025-01-15"),
        ("Come Monday two weeks from now.", "Monday two weeks from now", "2024-12-16", "2024-12-16"),
        ("Out the next 3 days.", "next 3 days", "2024-11-30", "2024-12-02"),
        ("Seen in the past 5 minutes.", "past 5 minutes", "2024-11-29T11:55:00", "2024-11-29T12:00:00"),
        ("Seen the last 2 quarters.", "last 2 quarters", "2024-04-01", "2024-09-30"),
        ("Out the next 4 business days.", "next 4 business days", "2024-11-30", "2024-12-05"),
        ("Back within 2h.", "within 2h", "2024-11-29T12:00:00", "2024-11-29T14:00:00"),
        ("Out for 3 days from today.", "for 3 days from today", "2024-11-29", "2024-12-01"),
        ("Out 2 weeks starting May 20th.", "2 weeks starting May 20th", "2025-05-20", "2025-06-02"),
        ("Out from 9 for 2.5 hrs.", "from 9 for 2.5 hrs", "T09:00:00", "T11:30:00"),
        ("Out for 2 hours from 2pm.", "for 2 hours from 2pm", "T14:00:00", "T16:00:00"),
    ],
)
def test_lengths_are_counted_from_what_they_name(text: str, words: str, low: str, high: str) -> None:
    assert ends(text) == [(words, low, high)]


def test_in_the_press_in_two_days_is_to_come_only_where_the_words_around_say_so() -> None:
    assert ends("They will meet in two days.", manner="press") == [("in two days", "2024-12-01", "2024-12-01")]
    (spell,) = spells_of("They built it in two days.", manner="press")
    assert (spell.evidence.exact, spell.type) == ("two days", "duration")


def test_a_verb_is_no_last() -> None:
    (spell,) = spells_of("It should last two hours.")
    assert (spell.type, spell.value) == ("duration", "7200")


def test_a_vague_window_has_days_in_diaries_only() -> None:
    assert ends("Out the next few days.") == [("next few days", "2024-11-30", "2024-12-02")]
    (spell,) = spells_of("Out the next few days.", manner="press")
    assert (spell.type, spell.value, spell.low) == ("duration", "", None)
