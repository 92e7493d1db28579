"""Where the boxes of a family tree stand: time runs to the right, every version has a lane of its own.

Only lanes are chosen: a parent's lane lies above those of its children, the children in order of time, each with all
that came from it before the next begins. So edges never cross, and a family of 200 is a list that can be read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from whence.records import Family

LANE = 34.0  # pixels from lane to lane
BOX_HEIGHT = 24.0
LETTER = 6.6  # pixels a letter of 12 takes, about
STEP = 26.0  # pixels by which a child stands to the right of its parent at least
DRAWN_WIDTH = 620.0  # pixels for the axis


class Box(NamedTuple):
    """A version or an origin: its name, where its left edge and its middle are (pixels), how wide it is, how deep in
    the tree, and whether a time put it there."""

    name: str
    x: float
    y: float
    width: float
    depth: int
    timed: bool


class Layout(NamedTuple):
    """All boxes of a family by name, in the order of their lanes, and how much room they take."""

    boxes: dict[str, Box]
    width: float
    height: float


class Axis(NamedTuple):
    """Times in minutes from `first` to `last`, and where on the drawing they are."""

    first: float
    last: float

    def place(self, minutes: float) -> float:
        """Where a time stands (pixels from the left of the axis)."""
        return DRAWN_WIDTH * (minutes - self.first) / max(1.0, self.last - self.first)


def lay_out(
    family: Family, labels: Mapping[str, str], minutes: Mapping[str, float | None], axis: Axis | None
) -> Layout:
    """Place the boxes of a family.

    Args:
        family: the family; its shown edges make the tree.
        labels: what is written in each box.
        minutes: when each version appeared, None where that is not known.
        axis: the axis of time, None where no time is known; then depth stands for time.
    """
    below = _children(family, minutes)
    held = {child for children in below.values() for child in children}
    names = [*(origin.id for origin in family.origins if origin.id in below), *(v.id for v in family.versions)]
    boxes: dict[str, Box] = {}
    waiting = [(name, 0, 0.0) for name in sorted((n for n in names if n not in held), key=_by_time(minutes))]
    while waiting:
        name, depth, least = waiting.pop(0)
        time = minutes.get(name)
        timed = axis is not None and time is not None
        x = max(least, axis.place(time)) if axis is not None and time is not None else least
        width = LETTER * len(labels[name]) + 16
        boxes[name] = Box(name, x, LANE * len(boxes) + LANE / 2, width, depth, timed)
        waiting = [(child, depth + 1, x + STEP) for child in below.get(name, ())] + waiting
    right = max((box.x + box.width for box in boxes.values()), default=0.0)
    return Layout(boxes, right, LANE * len(boxes))


def _children(family: Family, minutes: Mapping[str, float | None]) -> dict[str, list[str]]:
    """Who came from whom in the tree, in order of time."""
    below: dict[str, list[str]] = {}
    for edge in family.edges:
        if edge.shown:
            below.setdefault(edge.parent, []).append(edge.child)
    return {parent: sorted(children, key=_by_time(minutes)) for parent, children in below.items()}


def _by_time(minutes: Mapping[str, float | None]) -> Callable[[str], tuple[bool, float, str]]:
    """A key that puts earlier ones first, those without a time last."""

    def key(name: str) -> tuple[bool, float, str]:
        time = minutes.get(name)
        return time is None, time or 0.0, name

    return key


def ticks(
    axis: Axis, steps: Sequence[int] = (5, 15, 60, 180, 360, 720, 1440, 2880, 10080, 43200, 525600)
) -> list[float]:
    """The times to mark on an axis: as many as can be told apart, at round times.

    >>> ticks(Axis(0, 240))
    [0.0, 60.0, 120.0, 180.0, 240.0]
    """
    step = next((step for step in steps if (axis.last - axis.first) / step <= 6), steps[-1])
    first = -(-axis.first // step) * step
    count = int((axis.last - first) // step) + 1
    return [float(first + step * k) for k in range(min(count, 12))]
