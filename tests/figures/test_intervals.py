"""Arithmetic of intervals."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whence.figures.intervals import ANYTHING, contains, gap, holds, intersect, intersect_all, is_empty, overlap, scale
from whence.records import Interval

ENDS = st.one_of(st.none(), st.integers(-6, 6).map(float))
INTERVALS = st.builds(Interval, ENDS, ENDS, st.booleans(), st.booleans()).filter(lambda i: not is_empty(i))
POINTS = [half / 2 for half in range(-16, 17)]


def _points(interval: Interval | None) -> set[float]:
    """The halves from -8 to 8 that lie in an interval, told without the module."""
    if interval is None:
        return set()
    low, high = interval.low, interval.high
    return {
        point
        for point in POINTS
        if (low is None or point > low or (point == low and not interval.open_low))
        and (high is None or point < high or (point == high and not interval.open_high))
    }


@given(INTERVALS, INTERVALS)
def test_an_intersection_holds_what_both_hold_in_either_order(a: Interval, b: Interval) -> None:
    assert _points(intersect(a, b)) == _points(a) & _points(b)
    assert intersect(a, b) == intersect(b, a)
    assert overlap(a, b) == overlap(b, a)


@given(INTERVALS, INTERVALS)
def test_one_interval_contains_another_where_it_holds_all_of_it(outer: Interval, inner: Interval) -> None:
    if contains(outer, inner):
        assert _points(inner) <= _points(outer)
    both = intersect(outer, inner)
    assert both is None or (contains(outer, both) and contains(inner, both))


@given(INTERVALS)
def test_every_interval_lies_in_itself_and_in_anything(interval: Interval) -> None:
    assert contains(interval, interval)
    assert contains(ANYTHING, interval)


@given(st.lists(INTERVALS, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_many_does_not_matter(many: list[Interval], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = random.sample(many, len(many))
    assert intersect_all(many) == intersect_all(shuffled)


@given(INTERVALS, st.sampled_from([0.5, 2.0, -1.0, -3.0]), st.sampled_from(POINTS))
def test_a_number_lies_in_an_interval_as_it_does_in_another_unit(interval: Interval, factor: float, x: float) -> None:
    assert holds(interval, x) == holds(scale(interval, factor, shift=32.0), x * factor + 32.0)


def test_intervals_that_touch_at_an_open_end_share_nothing() -> None:
    assert not overlap(Interval(7.5, 8.5, open_high=True), Interval(8.5, 9.5))
    assert overlap(Interval(7.5, 8.5), Interval(8.5, 9.5))


def test_what_is_empty_lies_in_everything() -> None:
    assert contains(Interval(5, 6), Interval(2, 1))


def test_the_gap_between_two_is_the_same_from_both_sides() -> None:
    assert gap(Interval(1, 2), Interval(5, 6)) == gap(Interval(5, 6), Interval(1, 2)) == 3
    assert gap(Interval(None, 2), Interval(1, None)) == 0
