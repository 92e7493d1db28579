"""The order in which a family tree is told and drawn: each version, then all that came from it, earlier ones first."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import Literal, NamedTuple

from whence.export.claimed_times import Moment
from whence.records import Edge, Family

Standing = Literal["timed", "no time", "before its parent", "same time"]


class Node(NamedTuple):
    """A version or an origin in its place in the tree.

    `edge` leads to it, None at the top; `last` says for each level from the top whether no sibling follows there.
    `standing` says how its claimed time stands to those of what it came from.
    """

    name: str
    edge: Edge | None
    last: tuple[bool, ...]
    standing: Standing

    @property
    def depth(self) -> int:
        """How many edges lead to it from the top."""
        return len(self.last)


def walk_family(family: Family, moments: Mapping[str, Moment]) -> list[Node]:
    """The likeliest tree of a family from the top down; whoever has no parent that can be shown stands at the top.

    Args:
        family: the family.
        moments: when versions appeared, by id, as far as it is known.

    >>> from whence.records import SourceCount, Version
    >>> family = Family("a", (Version("a", ("a",)), Version("b", ("b",))), (), (Edge("a", "b", "copy", 0.9, True),),
    ...     (), SourceCount(1.0, 1, 1))
    >>> [(node.name, node.depth, node.standing) for node in walk_family(family, {"a": Moment(5.0, 6.0)})]
    [('a', 0, 'timed'), ('b', 1, 'no time')]
    """
    known = {version.id for version in family.versions} | {origin.id for origin in family.origins}
    below: dict[str, list[Edge]] = {}
    for one in family.edges:
        if one.shown and not one.mosaic and one.parent in known:
            below.setdefault(one.parent, []).append(one)
    held = {one.child for edges in below.values() for one in edges}
    tops = [origin.id for origin in family.origins if origin.id in below]
    versions = (version.id for version in family.versions if version.id not in held)
    tops += sorted(versions, key=lambda name: _by_time(name, moments))
    nodes: list[Node] = []
    waiting: list[tuple[str, Edge | None, tuple[bool, ...], float]] = [(name, None, (), -inf) for name in tops[::-1]]
    while waiting:
        name, edge, last, latest = waiting.pop()
        moment = moments.get(name)
        nodes.append(Node(name, edge, last, _stand(moment, latest)))
        latest = max(latest, moment.start) if moment else latest
        children = sorted(below.get(name, ()), key=lambda one: _by_time(one.child, moments))
        for place, one in reversed(list(enumerate(children, start=1))):
            waiting.append((one.child, one, (*last, place == len(children)), latest))
    return nodes


def _stand(moment: Moment | None, latest: float) -> Standing:
    """How a time stands to the latest of those before it; a day on which its parent appeared too does not tell."""
    if moment is None:
        return "no time"
    return "timed" if moment.start > latest else "same time" if moment.end > latest else "before its parent"


def _by_time(name: str, moments: Mapping[str, Moment]) -> tuple[float, str]:
    """A key that puts earlier ones first, those without a time last."""
    return (moments[name].start if name in moments else inf), name
