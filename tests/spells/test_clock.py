"""Times of the clock that spells read."""

from __future__ import annotations

import pytest

from tests.spells.spelled import ends


@pytest.mark.parametrize(
    ("text", "words", "time"),
    [
        ("Back at half past seven.", "half past seven", "T07:30:00"),
        ("Back at a quarter to five pm.", "a quarter to five pm", "T16:45:00"),
        ("Back at quarter to noon.", "quarter to noon", "T11:45:00"),
        ("Back 20 min past eight in the evening.", "20 min past eight in the evening", "T20:20:00"),
        ("Back at 8.30pm then.", "8.30pm", "T20:30:00"),
        ("Back at 7:56:30 pm then.", "7:56:30 pm", "T19:56:30"),
        ("Back at three thirty.", "three thirty", "T03:30:00"),
        ("Back at seven oh five.", "seven oh five", "T07:05:00"),
        ("Back at 9a then.", "9a", "T09:00:00"),
        ("Back at noon.", "noon", "T12:00:00"),
        ("Back 11ish.", "11ish", "T11:00:00"),
        ("Back at 1140 a.m. then.", "1140 a.m.", "T11:40:00"),
        ("Back at nine o'clock.", "nine o'clock", "T09:00:00"),
    ],
)
def test_hours_are_read_as_they_are_spoken_and_written(text: str, words: str, time: str) -> None:
    assert ends(text) == [(words, time, time)]


@pytest.mark.parametrize("text", ["It rose 6.45 percent.", "Costs $8.30.", "www.voss.example/?id=7~3am3"])
def test_other_figures_are_no_hours(text: str) -> None:
    assert all(one[1] is None or not one[1].startswith("T") for one in ends(text))
