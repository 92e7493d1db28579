"""Arithmetic of intervals: what two have in common, what lies in one, the same in another unit."""

from __future__ import annotations

from collections.abc import Iterable

from whence.records import Interval

ANYTHING = Interval(None, None)


def is_empty(interval: Interval) -> bool:
    """Whether no number lies in an interval.

    >>> is_empty(Interval(1, 1)), is_empty(Interval(1, 1, open_high=True)), is_empty(Interval(2, 1))
    (False, True, True)
    """
    if interval.low is None or interval.high is None or interval.low < interval.high:
        return False
    return interval.low > interval.high or interval.open_low or interval.open_high


def intersect(a: Interval, b: Interval) -> Interval | None:
    """The numbers that lie in both, None where there are none.

    >>> intersect(Interval(2, None, open_low=True), Interval(1, 3))
    Interval(low=2, high=3, open_low=True, open_high=False)
    >>> intersect(Interval(1, 2, open_high=True), Interval(2, 3)) is None
    True
    """
    low, open_low = max(_low_end(a), _low_end(b))
    high, closed_high = min(_high_end(a), _high_end(b))
    both = Interval(
        None if low == float("-inf") else low,
        None if high == float("inf") else high,
        bool(open_low) and low != float("-inf"),
        not closed_high and high != float("inf"),
    )
    return None if is_empty(both) else both


def _low_end(interval: Interval) -> tuple[float, int]:
    """The low end for comparing: an open one begins a little later."""
    return (float("-inf") if interval.low is None else interval.low, int(interval.open_low))


def _high_end(interval: Interval) -> tuple[float, int]:
    """The high end for comparing: an open one ends a little earlier."""
    return (float("inf") if interval.high is None else interval.high, int(not interval.open_high))


def overlap(a: Interval, b: Interval) -> bool:
    """Whether some number lies in both.

    >>> overlap(Interval(1, 2), Interval(2, 3)), overlap(Interval(1, 2, open_high=True), Interval(2, 3))
    (True, False)
    """
    return intersect(a, b) is not None


def contains(outer: Interval, inner: Interval) -> bool:
    """Whether every number of `inner` lies in `outer`.

    >>> contains(Interval(0, None), Interval(1, 2)), contains(Interval(1, 2, open_low=True), Interval(1, 2))
    (True, False)
    """
    return is_empty(inner) or intersect(outer, inner) == _tidy(inner)


def _tidy(interval: Interval) -> Interval:
    """An interval whose missing ends are not called open."""
    return Interval(
        interval.low,
        interval.high,
        interval.open_low and interval.low is not None,
        interval.open_high and interval.high is not None,
    )


def holds(interval: Interval, value: float) -> bool:
    """Whether a number lies in an interval.

    >>> holds(Interval(1, 2, open_high=True), 2)
    False
    """
    return overlap(interval, Interval(value, value))


def intersect_all(intervals: Iterable[Interval]) -> Interval | None:
    """The numbers that lie in every one of the intervals, None where there are none.

    >>> intersect_all([Interval(1, 5), Interval(2, None), Interval(None, 3)])
    Interval(low=2, high=3, open_low=False, open_high=False)
    """
    common = ANYTHING
    for interval in intervals:
        both = intersect(common, interval)
        if both is None:
            return None
        common = both
    return common


def scale(interval: Interval, factor: float, *, shift: float = 0.0) -> Interval:
    """Every number times `factor`, plus `shift`: the interval in another unit. A negative factor turns it round.

    >>> scale(Interval(85, 95, open_high=True), 2)
    Interval(low=170.0, high=190.0, open_low=False, open_high=True)
    >>> scale(Interval(2, None, open_low=True), -1)
    Interval(low=None, high=-2.0, open_low=False, open_high=True)
    """
    low = None if interval.low is None else interval.low * factor + shift
    high = None if interval.high is None else interval.high * factor + shift
    if factor < 0:
        return Interval(high, low, interval.open_high, interval.open_low)
    return Interval(low, high, interval.open_low, interval.open_high)


def gap(a: Interval, b: Interval) -> float:
    """How far apart two intervals lie; 0 where they overlap or touch.

    >>> gap(Interval(1, 2), Interval(5, None)), gap(Interval(1, 2), Interval(2, 3))
    (3, 0)
    """
    first = 0 if a.high is None or b.low is None else b.low - a.high
    second = 0 if b.high is None or a.low is None else a.low - b.high
    return max(first, second, 0)
