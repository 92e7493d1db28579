"""The axis of time under a drawn family tree.

Time runs to the right, as evenly as the tree allows: where a child appeared soon after its parent the axis is stretched
until the edge can be seen, and where nothing appeared for very long it is cut. Every box with a time stands exactly at
its time, and the marks on the axis show where it is stretched.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from whence.export.claimed_times import Moment, Zone
from whence.export.tree_order import Node
from whence.families.claims import EPOCH

STEP = 36.0  # pixels by which a child stands to the right of its parent at least
DRAWN_WIDTH = 620.0  # pixels for the axis before it is stretched
CUT_WIDTH = 190.0  # pixels for a stretch of time that is cut: the label before it, and the cut
EVEN = 1.05  # one stretch so many times as wide as another is told; less cannot be seen
CUT_TIMES = 3  # a stretch so many times as long as all others together is cut
LEAST_CUT = 1440.0  # minutes; a shorter stretch is never cut
TICK_ROOM = 104.0  # pixels from tick to tick, about
SIGN, TICK_GAP = 6.6, 10.0  # pixels that a sign of a label takes, and between two labels
FIRST_ROOM = 150.0  # pixels: with so much before the first round time, the first time itself is marked
STEPS = (1, 5, 15, 30, 60, 180, 360, 720, 1440, 2880, 10080)  # minutes from tick to tick; above, months
MONTHS = (1, 3, 6, 12, 24, 60, 120)
MONTH_MINUTES = 43830.0


class Tick(NamedTuple):
    """A mark on the axis: where it stands (pixels), and what is written there."""

    x: float
    label: str


class Axis(NamedTuple):
    """Times (minutes since 1970) and their places (pixels), both rising; `cuts` are the stretches that are cut."""

    times: tuple[float, ...]
    places: tuple[float, ...]
    cuts: tuple[tuple[float, float], ...] = ()

    @property
    def stretched(self) -> bool:
        """Whether a minute is not everywhere as wide."""
        steps = list(zip(pairwise(self.times), pairwise(self.places), strict=True))
        widths = [(y - x) / (u - t) for (t, u), (x, y) in steps if (t, u) not in self.cuts]
        return bool(widths) and max(widths) > EVEN * min(widths)

    def place(self, minutes: float) -> float:
        """Where a time stands.

        >>> Axis((0.0, 60.0), (0.0, 120.0)).place(30.0)
        60.0
        """
        after = min(max(bisect_right(self.times, minutes), 1), len(self.times) - 1)
        if not after:
            return self.places[0]
        (t, u), (x, y) = self.times[after - 1 : after + 1], self.places[after - 1 : after + 1]
        return x + (y - x) * (minutes - t) / (u - t)


def stretch_axis(trees: Sequence[Sequence[Node]], moments: Mapping[str, Moment]) -> Axis | None:
    """An axis on which every child with a later time stands at least a step to the right of its parent.

    Args:
        trees: the families, as `tree_order.walk_family` gives them.
        moments: when versions appeared, by id, as far as it is known.

    Returns:
        The axis; None where no time is known.
    """
    times = sorted({moments[node.name].start for nodes in trees for node in nodes if node.name in moments})
    if not times:
        return None
    cuts = _cuts(times)
    told = sum(u - t for t, u in pairwise(times) if (t, u) not in cuts)
    needs: dict[float, list[tuple[float | None, int]]] = {}
    for nodes in trees:
        for time, need in _needs(nodes, moments):
            needs.setdefault(time, []).append(need)
    places: list[float] = []
    for number, time in enumerate(times):
        before = times[number - 1]
        even = CUT_WIDTH if (before, time) in cuts else DRAWN_WIDTH * (time - before) / max(told, 1.0)
        least = places[-1] + even if places else 0.0
        for anchor, steps in needs.get(time, ()):
            least = max(least, steps * STEP + (places[bisect_left(times, anchor)] if anchor is not None else 0.0))
        places.append(round(least, 1))
    return Axis(tuple(times), tuple(places), cuts)


def _cuts(times: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """The stretches of time that are cut: each much longer than all that are left."""
    gaps = sorted(pairwise(times), key=lambda gap: gap[0] - gap[1])
    lengths = [u - t for t, u in gaps]
    found: list[tuple[float, float]] = []
    for number, gap in enumerate(gaps):
        rest = sum(lengths[number + 1 :])
        if not rest or lengths[number] < max(LEAST_CUT, CUT_TIMES * rest):
            break
        found.append(gap)
    return tuple(sorted(found))


def _needs(nodes: Iterable[Node], moments: Mapping[str, Moment]) -> Iterable[tuple[float, tuple[float | None, int]]]:
    """For each node on the axis: its time, that of the nearest one above it on the axis, and the steps between."""
    above: list[tuple[float | None, int]] = []
    for node in nodes:
        anchor, steps = above[node.depth - 1] if node.depth else (None, -1)
        if node.standing == "timed":
            time = moments[node.name].start
            yield time, (anchor, steps + 1)
            own: tuple[float | None, int] = (time, 0)
        else:
            own = (anchor, steps + 1)
        above[node.depth :] = [own]


def mark_axis(axis: Axis, zone: Zone) -> list[Tick]:
    """The marks: at round times, each with its date where that changes, no closer than can be read.

    >>> [tick.label for tick in mark_axis(Axis((0.0, 240.0), (0.0, 620.0)), Zone(timedelta(), "UTC"))]
    ['1970-01-01 00:00 UTC', '01:00', '02:00', '03:00', '04:00']
    """
    found: list[Tick] = []
    free = 0.0
    starts = [axis.times[0], *(cut[1] for cut in axis.cuts)]
    ends = [*(cut[0] for cut in axis.cuts), axis.times[-1]]
    for start, end in zip(starts, ends, strict=True):
        day = ""
        times = _round_times(axis, start, end, zone)
        if axis.place(times[0]) - axis.place(start) >= FIRST_ROOM:
            times = [start, *times]
        for time in times:
            x = axis.place(time)
            if found and x < free:
                continue
            label, day = _label(EPOCH + zone.offset + timedelta(minutes=time), day)
            label += "" if found else f" {zone.name}"
            found.append(Tick(round(x, 1), label))
            free = x + SIGN * len(label) + TICK_GAP
    return found


def _label(moment: datetime, day: str) -> tuple[str, str]:
    """What is written at a time after one of a day, and its own day."""
    date, clock = f"{moment:%Y-%m-%d}", f"{moment:%H:%M}"
    return (clock if date == day else date if clock == "00:00" and day else f"{date} {clock}"), date


def _round_times(axis: Axis, start: float, end: float, zone: Zone) -> list[float]:
    """Round times between two, as many as there is room for; where there is none, the first time itself."""
    room = max(1.0, (axis.place(end) - axis.place(start)) // TICK_ROOM)
    local = zone.offset / timedelta(minutes=1)
    step = next((step for step in STEPS if (end - start) / step <= room), None)
    if step is None:
        return _round_months(start, end, room, zone) or [start]
    first = -(-(start + local) // step) * step - local
    return [first + step * k for k in range(int((end - first) // step) + 1)] or [start]


def _round_months(start: float, end: float, room: float, zone: Zone) -> list[float]:
    """The beginnings of months, quarters, years or decades between two times."""
    every = next((months for months in MONTHS if (end - start) / MONTH_MINUTES / months <= room), MONTHS[-1])
    shift = EPOCH + zone.offset
    first, last = shift + timedelta(minutes=start), shift + timedelta(minutes=end)
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    moments = (datetime(number // 12, number % 12 + 1, 1, tzinfo=UTC) for number in numbers if number % every == 0)
    return [(moment - shift) / timedelta(minutes=1) for moment in moments if first <= moment <= last]
