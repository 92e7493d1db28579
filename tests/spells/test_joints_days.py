"""Days with weekdays, weeks, months and years."""

from __future__ import annotations

import pytest

from tests.spells.spelled import ends


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Come Tue May 6.", "Tue May 6", "2025-05-06", "2025-05-06"),
        ("Come Friday the 13th.", "Friday the 13th", "2024-12-13", "2024-12-13"),
        ("Come next week on Tuesday.", "next week on Tuesday", "2024-12-03", "2024-12-03"),
        ("Seen Monday of last week.", "Monday of last week", "2024-11-18", "2024-11-18"),
        ("Come the 2nd of next month.", "the 2nd of next month", "2024-12-02", "2024-12-02"),
        ("Come on the 18th.", "the 18th", "2024-12-18", "2024-12-18"),
        ("Seen on 28 June in 2020.", "28 June in 2020", "2020-06-28", "2020-06-28"),
        ("Sold in 2017-q1.", "2017-q1", "2017-01-01", "2017-03-31"),
        ("Seen the first week of 2021.", "the first week of 2021", "2021-01-04", "2021-01-10"),
        ("Seen the last 3 weeks of 2019.", "the last 3 weeks of 2019", "2019-12-09", "2019-12-29"),
        ("Seen the last week of July 2016.", "the last week of July 2016", "2016-07-25", "2016-07-31"),
        ("Seen the third month of 2021.", "the third month of 2021", "2021-03-01", "2021-03-31"),
        ("Seen the second Tuesday of May 2024.", "the second Tuesday of May 2024", "2024-05-14", "2024-05-14"),
        ("Come the week of December 11.", "the week of December 11", "2024-12-09", "2024-12-15"),
        ("Come w/c Feb 4 2025.", "w/c Feb 4 2025", "2025-02-03", "2025-02-09"),
        ("Pay by early December 2024.", "by early December 2024", None, "2024-12-15"),
        ("Back at the end of tomorrow.", "end of tomorrow", "2024-11-30T23:59:59", "2024-11-30T23:59:59"),
        ("Seen at the end of month.", "end of month", "2024-11-16", "2024-11-30"),
        ("Off for the rest of the week.", "rest of the week", "2024-11-29", "2024-12-01"),
    ],
)
def test_days_join_what_stands_around_them(text: str, words: str, low: str | None, high: str) -> None:
    assert ends(text) == [(words, low, high)]


@pytest.mark.parametrize("text", ["It burned on the 18th floor.", "We may ask.", "One may ask.", "A second round."])
def test_words_that_only_look_like_days_are_none(text: str) -> None:
    assert ends(text) == []
