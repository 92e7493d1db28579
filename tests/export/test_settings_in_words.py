"""Where and when something was said, in words that do not say a thing twice."""

from __future__ import annotations

import pytest

from tests.quotes.made import words_in
from whence.export.settings_in_words import days_in_words, said_where_and_when
from whence.records import Report, Setting, Time, Venue, VenueKind

REPORT = Report("a", "a", "Roe told Fox News and reporters on X in Kyiv last week through a translator on 2024-11-29.")


def test_nothing_known_is_no_words() -> None:
    assert said_where_and_when(Setting()) == ""


def test_all_that_is_known_stands_in_one_phrase() -> None:
    reporters, place, week, through = words_in(REPORT, "reporters", "Kyiv", "last week", "a translator")
    setting = Setting(
        Venue("Kyiv", "place", place), reporters, Time("DATE", "2024-11-18", week, "2024-11-18", "2024-11-24"), through
    )
    assert said_where_and_when(setting) == (
        "to reporters · in Kyiv · last week (2024-11-18 to 2024-11-24) · through a translator"
    )


def test_an_outlet_that_was_told_is_said_once() -> None:
    (fox,) = words_in(REPORT, "Fox News")
    assert said_where_and_when(Setting(Venue("Fox News", "outlet", fox), fox)) == "to Fox News"


@pytest.mark.parametrize(
    ("kind", "says"),
    [("outlet", "in X"), ("platform", "on X"), ("document", "in X"), ("event", "at X"), ("place", "in X")],
)
def test_each_kind_of_venue_has_its_preposition(kind: VenueKind, says: str) -> None:
    (words,) = words_in(REPORT, "X")
    assert said_where_and_when(Setting(Venue("X", kind, words))) == says


@pytest.mark.parametrize(
    ("words", "first", "last", "says"),
    [
        ("last week", "2024-11-18", "2024-11-24", "last week (2024-11-18 to 2024-11-24)"),
        ("last week", "2024-11-18", "2024-11-18", "last week (2024-11-18)"),
        ("last week", None, None, "last week"),
        ("2024-11-29", "2024-11-29", "2024-11-29", "2024-11-29"),
    ],
)
def test_days_are_the_report_s_words_and_what_they_stand_for(
    words: str, first: str | None, last: str | None, says: str
) -> None:
    assert days_in_words(Time("DATE", first or "", words_in(REPORT, words)[0], first, last)) == says
