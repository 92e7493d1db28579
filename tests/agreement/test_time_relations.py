"""How one time stands to another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.agreement.told import day
from whence.agreement.time_relations import relate_times
from whence.records import Report, Time

TUESDAY = day("Tuesday", "2024-11-19")
WEEK = day("last week", "2024-11-18", "2024-11-24", "2024-W47")
DAYS = st.tuples(st.integers(1, 20), st.integers(0, 8)).map(
    lambda pair: day(f"day {pair[0]}", f"2024-11-{pair[0]:02}", f"2024-11-{pair[0] + pair[1]:02}")
)


def _clock(words: str, value: str, mod: str | None = None) -> Time:
    report = Report("a", "a", words)
    return Time("TIME", value, report.evidence(0, len(words)), value[:10], value[:10], mod)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (TUESDAY, TUESDAY, "same"),
        (TUESDAY, day("Nov. 19", "2024-11-19"), "equivalent"),
        (TUESDAY, WEEK, "coarser"),
        (WEEK, TUESDAY, "finer"),
        (TUESDAY, day("Nov. 20", "2024-11-20"), "conflict"),
        (WEEK, day("late November", "2024-11-21", "2024-11-30"), "strained"),
        (TUESDAY, day("Nov. 26", "2024-11-26"), "equivalent"),  # a Tuesday too: the words fit
        (day("Nov. 19", "2024-11-19"), day("Nov. 26", "2024-11-26"), "conflict"),
    ],
)
def test_days_decide(a: Time, b: Time, relation: str) -> None:
    assert relate_times(a, b).relation == relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (_clock("3 p.m.", "2024-11-19T15:00"), _clock("15:00", "2024-11-19T15:00"), "equivalent"),
        (_clock("3 p.m.", "2024-11-19T15:00"), _clock("the afternoon", "2024-11-19TAF"), "coarser"),
        (_clock("the afternoon", "2024-11-19TAF"), _clock("3 p.m.", "2024-11-19T15:00"), "finer"),
        (_clock("3 p.m.", "2024-11-19T15:00"), _clock("4 p.m.", "2024-11-19T16:00"), "conflict"),
        (_clock("3 p.m.", "2024-11-19T15:00"), _clock("3:10 p.m.", "2024-11-19T15:10"), "strained"),
        (_clock("about 3 p.m.", "2024-11-19T15:00", "APPROX"), _clock("3 p.m.", "2024-11-19T15:00"), "hedge dropped"),
        (_clock("3 p.m.", "2024-11-19T15:00"), _clock("3 p.m.", "2024-11-22T15:00"), "same"),  # the day is guessed
        (_clock("Tuesday at 3 p.m.", "2024-11-19T15:00"), TUESDAY, "coarser"),
    ],
)
def test_on_one_day_the_clock_decides(a: Time, b: Time, relation: str) -> None:
    assert relate_times(a, b).relation == relation


def test_times_without_days_are_held_by_their_value() -> None:
    report = Report("a", "a", "three years, 36 months, recently")
    years, months, recently = (
        Time("DURATION", "P3Y", report.evidence(0, 11)),
        Time("DURATION", "P36M", report.evidence(13, 22)),
        Time("DATE", "PAST_REF", report.evidence(24, 32)),
    )
    assert relate_times(years, years).relation == "same"
    assert relate_times(years, months).relation == "incomparable"
    assert relate_times(recently, recently).relation == "incomparable"
    assert relate_times(recently, TUESDAY).relation == "incomparable"


@given(DAYS, DAYS)
def test_the_other_way_round_coarser_is_finer(a: Time, b: Time) -> None:
    mirrored = {"coarser": "finer", "finer": "coarser"}
    there = relate_times(a, b).relation
    assert relate_times(b, a).relation == mirrored.get(there, there)


@given(DAYS, DAYS)
def test_a_conflict_is_where_no_day_fits_both(a: Time, b: Time) -> None:
    assert a.low and a.high and b.low and b.high
    disjoint = a.high < b.low or b.high < a.low
    assert (relate_times(a, b).relation == "conflict") == disjoint
