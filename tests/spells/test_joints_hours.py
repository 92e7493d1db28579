"""Hours with hours, parts of the day, and days."""

from __future__ import annotations

import pytest

from tests.spells.spelled import ends, sets


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Out 5 to 6pm.", "5 to 6pm", "T17:00:00", "T18:00:00"),
        ("Out between 2:20 and 3pm.", "between 2:20 and 3pm", "T14:20:00", "T15:00:00"),
        ("Out from 8am-3 only.", "from 8am-3", "T08:00:00", "T15:00:00"),
        ("Out 5 to seven in the morning.", "5 to seven in the morning", "T05:00:00", "T07:00:00"),
        ("Back at eight in the evening.", "eight in the evening", "T20:00:00", "T20:00:00"),
        ("Back in the afternoon at 7.", "in the afternoon at 7", "T19:00:00", "T19:00:00"),
        ("Out after 3pm.", "after 3pm", "T15:00:00", None),
        ("Come at 3 pm or later.", "3 pm or later", "T15:00:00", None),
        ("Come no later than 6:30 am.", "no later than 6:30 am", None, "T06:30:00"),
    ],
)
def test_hours_join_hours_and_parts_of_the_day(text: str, words: str, low: str | None, high: str | None) -> None:
    assert ends(text) == [(words, low, high)]


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Back tomorrow at 8.", "tomorrow at 8", "2024-11-30T08:00:00", "2024-11-30T08:00:00"),
        ("Out tomorrow from 7 to 9pm.", "tomorrow from 7 to 9pm", "2024-11-30T19:00:00", "2024-11-30T21:00:00"),
        ("Out 6-8 next Monday.", "6-8 next Monday", "2024-12-02T06:00:00", "2024-12-02T08:00:00"),
        ("Out between 7 and 9 last night.", "between 7 and 9 last night", "2024-11-28T19:00:00", "2024-11-28T21:00:00"),
        ("Out Sunday night.", "Sunday night", "2024-12-01T20:00:00", "2024-12-01T23:59:59"),
        ("Out late this afternoon.", "late this afternoon", "2024-11-29T14:00:00", "2024-11-29T16:00:00"),
        ("Back today before 4pm.", "today before 4pm", None, "2024-11-29T16:00:00"),
        ("Seen on 23.04.2022 14:55.", "23.04.2022 14:55", "2022-04-23T14:55:00", "2022-04-23T14:55:00"),
        ("Seen on 2019-05-03T10:15 there.", "2019-05-03T10:15", "2019-05-03T10:15:00", "2019-05-03T10:15:00"),
    ],
)
def test_hours_join_their_day(text: str, words: str, low: str | None, high: str | None) -> None:
    assert ends(text) == [(words, low, high)]


@pytest.mark.parametrize("text", ["There are 5 to 6 people.", "Turn to page 12.", "A 4:3 picture.", "They won 3-1."])
def test_bare_numbers_are_no_hours(text: str) -> None:
    assert ends(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("We meet each Monday at 4pm.", "each Monday at 4pm", "XXXX-WXX-1T16"),
        ("We meet 6:30 am every day.", "6:30 am every day", "T06:30"),
        ("We meet every morning at 6.", "every morning at 6", "T06"),
    ],
)
def test_an_hour_joins_a_set(text: str, words: str, value: str) -> None:
    assert sets(text) == [(words, value)]
