"""Times of the clock."""

from __future__ import annotations

import pytest

from tests.times.told import typed


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He left at 10 p.m.", "10 p.m.", "2024-11-29T22:00"),
        ("He left at 10:30 a.m. EST today.", "10:30 a.m. EST today", "2024-11-29T10:30"),
        ("He left at 10 p.m. Wednesday.", "10 p.m. Wednesday", "2024-11-27T22:00"),
        ("He left Wednesday at 10 p.m.", "Wednesday at 10 p.m.", "2024-11-27T22:00"),
        ("It ends at 5 p.m. EST, Nov. 6.", "5 p.m. EST, Nov. 6", "2024-11-06T17:00"),
        ("He left at 10pm.", "10pm", "2024-11-29T22:00"),
        ("He left at 10.30am.", "10.30am", "2024-11-29T10:30"),
        ("He left at 0715 GMT on Monday.", "0715 GMT on Monday", "2024-11-25T07:15Z"),
        ("He left at 5 o'clock.", "5 o'clock", "2024-11-29T05:00"),
        ("He left at 4 in the morning.", "4 in the morning", "2024-11-29T04:00"),
    ],
)
def test_times_of_day(text: str, words: str, value: str) -> None:
    assert (words, "TIME", value) in typed(text)


def test_a_time_after_a_time_is_of_its_own() -> None:
    found = typed("She spoke at 3 p.m. on Tuesday, at noon and by midnight.")
    assert [words for words, _, _ in found] == ["3 p.m. on Tuesday", "noon", "midnight"]


@pytest.mark.parametrize(
    "text",
    [
        "It ended 3:1.",
        "They won 10-2.",
        "Room 1300 is shut.",
        "He ran it in 25:61.",
        "At 13 p.m.",
        "John 3:16 says so.",
    ],
)
def test_scores_and_rooms_are_no_times(text: str) -> None:
    assert typed(text) == []
