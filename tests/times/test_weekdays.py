"""Weekdays and days named from now."""

from __future__ import annotations

import pytest

from tests.times.told import typed, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He said so on Friday.", "Friday", "2024-11-29"),
        ("She said Thursday that it rained.", "Thursday", "2024-11-28"),
        ("They met last Friday.", "last Friday", "2024-11-22"),
        ("The talks resume next Tuesday.", "next Tuesday", "2024-12-03"),
        ("They met this past Sunday.", "this past Sunday", "2024-11-24"),
        ("During Tuesday's debate he laughed.", "Tuesday", "2024-11-26"),
        ("it rained on monday", "monday", "2024-11-25"),
        ("It rained Friday, Nov. 22, in Troy.", "Friday, Nov. 22", "2024-11-22"),
        ("It rained on Sat., Nov. 23.", "Sat., Nov. 23", "2024-11-23"),
        ("He left the day before yesterday.", "the day before yesterday", "2024-11-27"),
        ("He leaves the day after tomorrow.", "the day after tomorrow", "2024-12-01"),
        ("He left late yesterday.", "late yesterday", "2024-11-28"),
    ],
)
def test_a_weekday_is_the_nearest_on_its_side_of_publication(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He will speak on Tuesday.", "2024-12-03"),
        ("The bill is to be filed Wednesday.", "2024-12-04"),
        ("The vote is expected Friday.", "2024-11-29"),
        ("Voss agreed to meet them Monday.", "2024-12-02"),
        ("The hearing was put off until Monday.", "2024-12-02"),
        ("They may arrive as early as Monday.", "2024-12-02"),
        ("The hall that Voss, who will run, opened Monday is full.", "2024-11-25"),
        ("The vote had been scheduled for Monday.", "2024-11-25"),
        ("It was not until Monday that he left.", "2024-11-25"),
        ("The plan drew fire Monday.", "2024-11-25"),
    ],
)
def test_tense_tells_the_coming_weekday_from_the_last(text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]


def test_the_previous_weekday_counts_from_the_day_told_before() -> None:
    assert values("It fell Wednesday after rising the previous Friday.")[1] == ("the previous Friday", "2024-11-22")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1"),
        ("They meet on Fridays.", "Fridays", "XXXX-WXX-5"),
        ("They dance on Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI"),
    ],
)
def test_weekdays_of_every_week_are_sets(text: str, words: str, value: str) -> None:
    assert typed(text) == [(words, "SET", value)]


@pytest.mark.parametrize(
    "text",
    ["He reads the Sunday Times.", "He was on Fox News Sunday.", "They vote on Super Tuesday.", "He reads USA Today.",
     "He reads USA TODAY.",
     "He is on the “Today” show.", "The sun sat low."],
)  # fmt: skip
def test_names_with_a_day_in_them_are_no_days(text: str) -> None:
    assert values(text) == []
