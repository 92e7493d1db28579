"""Spells of a report: from when to when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spells.spelled import FRIDAY_NOON, ends, spells_of
from whence.records import Part, Published, Report
from whence.spells.find import find_spells, moment_of

_PIECES = (
    "from to between and until since before after by in the of end first last next 5 12 31 1945 2024 7:30 9pm 5/12 "
    "1/1/2016 23.04.2022 - ~ , . / Monday tue May June 22nd second week month year 3 days hours later ago morning "
    "night noon every other half past quarter Christmas weekend 999999999 q1 now date"
)
_WORDS = st.sampled_from(_PIECES.split())


def test_words_outside_the_prose_are_read_only_on_demand() -> None:
    report = Report("a", "a", "Voss from May 3 to 9. He left.", published=FRIDAY_NOON, parts=(Part("caption", 0, 21),))
    assert find_spells(report) == ()
    assert len(find_spells(report, everything=True)) == 1


def test_without_a_day_of_publication_what_is_written_in_full_is_told() -> None:
    (spell,) = spells_of("It ran from 3 May 2020 to 9 May 2020.", published=None)
    assert (spell.low, spell.high) == ("2020-05-03", "2020-05-09")
    assert [spell.type for spell in spells_of("It ran since yesterday.", published=None)] == []


def test_in_the_press_next_friday_is_the_next_one_to_come_and_in_diaries_that_of_next_week() -> None:
    assert ends("He will leave next Friday.", manner="press") == [("next Friday", "2024-12-06", "2024-12-06")]
    assert ends("He will leave next Monday.", manner="press") == [("next Monday", "2024-12-02", "2024-12-02")]
    assert ends("He will leave next Sunday.", manner="press") == [("next Sunday", "2024-12-01", "2024-12-01")]
    assert ends("He will leave next Sunday.", manner="diary") == [("next Sunday", "2024-12-08", "2024-12-08")]


@pytest.mark.parametrize("published", [None, Published("2024", "year", "caller"), Published("later", "day", "caller")])
def test_a_moment_needs_a_day_of_publication(published: Published | None) -> None:
    assert moment_of(published) is None


@given(st.lists(_WORDS, max_size=25).map(" ".join))
def test_spells_slice_the_text_never_overlap_and_end_after_they_begin(text: str) -> None:
    last = 0
    for spell in spells_of(text):
        evidence = spell.evidence
        assert evidence.start >= last
        assert evidence.exact == text[evidence.start : evidence.end] != ""
        last = evidence.end
        if spell.low and spell.high and not spell.low.startswith("T"):
            assert spell.low <= spell.high


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(text[one.evidence.start : one.evidence.end] == one.evidence.exact for one in spells_of(text))


@pytest.mark.parametrize(
    "family", ["from to ", "1/1/", "12 ", "to 5 ", "5-", "between and ", "end of the ", "first week of ", "5:30 "]
)
def test_hostile_texts_are_read_to_their_end(family: str) -> None:
    spells_of(family * 2000)


@pytest.mark.parametrize(
    "text", ["in 999999999 years", "999999999 days ago", "999999999 months after today", "9999-12"]
)
def test_what_lies_beyond_the_calendar_is_left_alone(text: str) -> None:
    spells_of(text)
