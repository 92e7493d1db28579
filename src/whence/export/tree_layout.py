"""Where the boxes of a family tree stand: time runs to the right, every version has a lane of its own.

A parent's lane lies above those of its children, the children in order of time, each with all that came from it before
the next begins. So the edges of a tree never cross, no edge meets a box, and a family of 200 reads as a list. Edges
that are not of the tree run on the right, outside all boxes that they pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

from whence.export.claimed_times import Moment
from whence.export.tree_axis import STEP, Axis
from whence.export.tree_order import Node, Standing
from whence.records import Edge

LANE = 32.0  # pixels from lane to lane
BOX_HEIGHT = 23.0
RAIL_ROOM = 12.0  # pixels between edges that run side by side
LETTER, CAPITAL, WIDE = 6.5, 8.4, 12.5  # pixels that letters of 12 take in common fonts, rather too many than too few
BOX_MARGIN = 8.0  # pixels on each side of a label


class Box(NamedTuple):
    """A version or an origin: where its left edge and its middle are (pixels), how wide it is, how its time stands."""

    name: str
    x: float
    y: float
    width: float
    standing: Standing

    @property
    def right(self) -> float:
        """Where its right edge is."""
        return self.x + self.width


class Line(NamedTuple):
    """A right-angled edge: from (x, y) down or up the rail at `turn` and on to (end, low)."""

    edge: Edge
    x: float
    y: float
    turn: float
    end: float
    low: float


class Layout(NamedTuple):
    """All boxes of a family in the order of their lanes, its edges, and how much room they take."""

    boxes: dict[str, Box]
    lines: tuple[Line, ...]
    width: float
    height: float


def text_width(text: str) -> float:
    """How wide text of 12 pixels is, about.

    >>> text_width("ab"), text_width("AB")
    (13.0, 16.8)
    """
    wide = sum(WIDE if east_asian_width(sign) in "WF" else CAPITAL if sign.isupper() else LETTER for sign in text)
    return round(wide, 1)


def lay_out(nodes: Sequence[Node], labels: Mapping[str, str], places: Mapping[str, float], top: float) -> Layout:
    """Place the boxes and edges of a family.

    Args:
        nodes: the tree, as `tree_order.walk_family` gives it.
        labels: what is written in each box.
        places: where on the axis the versions stand whose times agree with the tree (pixels); the others stand a step
            to the right of their parents.
        top: where the first lane begins (pixels).
    """
    boxes: dict[str, Box] = {}
    lines: list[Line] = []
    for lane, node in enumerate(nodes):
        parent = boxes[node.edge.parent] if node.edge else None
        x = places.get(node.name, parent.x + STEP if parent else 0.0)
        width = text_width(labels[node.name]) + 2 * BOX_MARGIN
        box = Box(node.name, x, top + LANE * (lane + 0.5), width, node.standing)
        boxes[node.name] = box
        if node.edge and parent:
            turn = parent.x + RAIL_ROOM
            lines.append(Line(node.edge, turn, parent.y + BOX_HEIGHT / 2, turn, x, box.y))
    right = max((box.right for box in boxes.values()), default=0.0)
    return Layout(boxes, tuple(lines), right, LANE * len(boxes))


def place_on_axis(nodes: Iterable[Node], moments: Mapping[str, Moment], axis: Axis | None) -> dict[str, float]:
    """Where those stand whose claimed times agree with the tree."""
    timed = [node.name for node in nodes if node.standing == "timed"]
    return {name: axis.place(moments[name].start) for name in timed} if axis else {}


def add_mosaics(layout: Layout, edges: Iterable[Edge]) -> Layout:
    """A layout with edges that run on the right of the boxes, short ones inside, none upon another."""
    boxes = layout.boxes
    known = [edge for edge in edges if edge.parent in boxes and edge.child in boxes]
    known.sort(key=lambda edge: (abs(boxes[edge.parent].y - boxes[edge.child].y), edge.child, edge.parent))
    lines: list[Line] = []
    for edge in known:
        ends = boxes[edge.parent], boxes[edge.child]
        high, low = sorted(box.y for box in ends)
        inside = [box.right for box in boxes.values() if high <= box.y <= low]
        beside = [line.turn for line in lines if min(line.y, line.low) <= low and max(line.y, line.low) >= high]
        turn = max(inside + beside) + RAIL_ROOM
        lines.append(Line(edge, ends[0].right, ends[0].y, turn, ends[1].right, ends[1].y))
    return layout._replace(
        lines=(*layout.lines, *lines), width=max([layout.width, *(line.turn + RAIL_ROOM for line in lines)])
    )
