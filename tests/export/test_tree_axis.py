"""The axis of time: even where it can be, stretched where children follow closely, cut where nothing appeared."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.export.example_stories import a_family, a_report
from whence.export.claimed_times import Moment, Zone, choose_zone, claimed_moments
from whence.export.tree_axis import CUT_WIDTH, STEP, TICK_GAP, Axis, mark_axis, stretch_axis
from whence.export.tree_order import walk_family
from whence.records import Edge

UTC = Zone(timedelta(), "UTC")
DAY = 1440.0


def axis_of(times: list[float], *edges: tuple[int, int]) -> Axis:
    """The axis of a family whose members are numbered, with edges between them."""
    names = [str(number) for number in range(len(times))]
    told = tuple(Edge(names[a], names[b], "copy", 0.95, True) for a, b in edges)
    moments = {name: Moment(time, time + 1) for name, time in zip(names, times, strict=True)}
    axis = stretch_axis([walk_family(a_family(told, tuple(names)), moments)], moments)
    assert axis
    return axis


def test_without_edges_a_minute_is_everywhere_as_wide() -> None:
    axis = axis_of([0.0, 60.0, 90.0, 240.0])
    assert not axis.stretched
    assert axis.place(120.0) == axis.place(240.0) / 2


def test_where_a_child_follows_at_once_the_axis_is_stretched_by_a_step() -> None:
    axis = axis_of([0.0, 1.0, 600.0], (0, 1))
    assert axis.stretched
    assert axis.place(1.0) == STEP


def test_a_year_in_which_nothing_appeared_is_cut() -> None:
    axis = axis_of([0.0, 300.0, 365 * DAY, 365 * DAY + 200])
    assert axis.cuts == ((300.0, 365 * DAY),)
    assert axis.place(365 * DAY) - axis.place(300.0) == CUT_WIDTH


def test_a_night_in_which_nothing_appeared_is_not_cut() -> None:
    assert axis_of([0.0, 30.0, 900.0, 930.0]).cuts == ()


def test_two_times_alone_are_never_cut() -> None:
    assert axis_of([0.0, 365 * DAY]).cuts == ()


@given(st.lists(st.integers(0, 2_000_000), min_size=1, max_size=30))
def test_later_times_stand_further_to_the_right_and_marks_never_touch(minutes: list[int]) -> None:
    axis = axis_of([float(time) for time in minutes])
    assert list(axis.times) == sorted(set(axis.times))
    assert all(left <= right for left, right in pairwise(axis.places))
    ticks = mark_axis(axis, UTC)
    assert ticks
    assert all(right.x - left.x >= 5.0 * len(left.label) + TICK_GAP for left, right in pairwise(ticks))


def test_the_first_mark_has_the_day_and_the_zone_the_next_only_what_is_new() -> None:
    ticks = mark_axis(Axis((0.0, 2880.0), (0.0, 620.0)), UTC)
    assert [tick.label for tick in ticks][:3] == ["1970-01-01 00:00 UTC", "12:00", "1970-01-02"]


def test_marks_are_round_in_the_zone_of_the_axis() -> None:
    ticks = mark_axis(Axis((0.0, 240.0), (0.0, 620.0)), Zone(timedelta(hours=5, minutes=30), "IST"))
    assert [tick.label for tick in ticks][:2] == ["1970-01-01 06:00 IST", "07:00"]


def test_years_are_marked_by_their_beginning() -> None:
    ticks = mark_axis(Axis((0.0, 6 * 365 * DAY), (0.0, 620.0)), UTC)
    assert [tick.label[:10] for tick in ticks] == ["1970-01-01", "1972-01-01", "1974-01-01"]


def test_several_offsets_are_told_in_utc_and_no_zone_is_told_as_that() -> None:
    east, west, bare = (a_report(iso, None, iso) for iso in ("2024-03-12T09:00+01:00", "2024-03-12T09:00-05:00",
                                                            "2024-03-12T09:00"))  # fmt: skip
    assert choose_zone([east, west]).name == "UTC"
    assert choose_zone([bare]).name == "zone not told"
    assert choose_zone([east, bare]).offset == timedelta(hours=1)


def test_a_time_without_a_zone_is_taken_to_be_told_in_that_of_the_others() -> None:
    reports = [a_report("east", None, "2024-03-12T09:00+01:00"), a_report("bare", None, "2024-03-12T09:00")]
    moments = claimed_moments(reports)
    assert moments["east"] == moments["bare"]
