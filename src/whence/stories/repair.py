"""Repair: stories that a report has shown to be one are joined, and such as have come apart are split."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from whence.stories.grouper import Grouper

MERGED = 0.5  # of the cross pairs of two stories must be like each other
APART = 0.25  # reports that joined come apart when they are less like: the same pair says less in a stream grown busy
LEAST_SPLIT = 3  # reports of a story that can come apart
LEAST_PART = 2  # reports on either side of a bridge
MOST_SPLIT = 30  # above, a story's sample says nothing of the rest


class Repaired(NamedTuple):
    """What a repair did: stories that went into others, and reports that begin a story of their own now."""

    merged: tuple[tuple[int, int], ...]
    split: tuple[int, ...]


def repair(grouper: Grouper) -> Repaired:
    """Join and split the stories that have changed since the last repair.

    Args:
        grouper: the stream so far.
    """
    merged = []
    for pair in sorted(grouper.bridged):
        old, young = sorted(grouper.find(story) for story in pair)
        if old != young and _are_one(grouper, old, young):
            _merge(grouper, old, young)
            merged.append((young, old))
    split = tuple(
        first
        for story in sorted({grouper.find(story) for story in grouper.touched})
        for first in _split(grouper, story)
    )
    grouper.bridged.clear()
    grouper.touched.clear()
    return Repaired(tuple(merged), split)


def likeness(grouper: Grouper, members: list[int]) -> Any:
    """How probable it is for each two of some reports that they tell one story (members by members)."""
    found = np.ones((len(members), len(members)))
    for place in range(1, len(members)):
        chances, _ = grouper.probabilities(members[place], np.array(members[:place], np.int64))
        found[place, :place] = found[:place, place] = chances
    return found


def _are_one(grouper: Grouper, old: int, young: int) -> bool:
    """Whether enough pairs across two stories are like each other."""
    first, second = grouper.sample(old), grouper.sample(young)
    if not first or not second:
        return False
    passing = sum(
        float((grouper.probabilities(report, np.array(first, np.int64))[0] >= grouper.weights.join).mean())
        for report in second
    )
    return passing >= MERGED * len(second)


def _merge(grouper: Grouper, old: int, young: int) -> None:
    """Let the younger story lead to the older one."""
    own = grouper.members.pop(young)
    for member in own:
        grouper.story_of[member] = old
    grouper.members[old] = sorted(grouper.members[old] + own)
    grouper.moved[young] = old
    grouper.touched.add(old)


def _split(grouper: Grouper, story: int) -> list[int]:
    """Make the parts of a story that hang together with nothing stories of their own; the part of its first report
    keeps its name."""
    members = grouper.members[story]
    if not LEAST_SPLIT <= len(members) <= MOST_SPLIT or members[0] < grouper.oldest:
        return []
    alike = likeness(grouper, members)
    linked = alike >= APART
    for place, member in enumerate(members):
        if grouper.held.get(member) in members:
            other = members.index(grouper.held[member])
            linked[place, other] = linked[other, place] = True
    parts = _parts(linked)
    if len(parts) == 1:
        parts = _bridged_parts(linked, alike)
    for part in parts[1:]:
        own = [members[place] for place in part]
        grouper.members[own[0]] = own
        grouper.moved.pop(own[0], None)
        for member in own:
            grouper.story_of[member] = own[0]
    grouper.members[story] = [members[place] for place in parts[0]]
    return [members[part[0]] for part in parts[1:]]


def _bridged_parts(linked: Any, alike: Any) -> list[list[int]]:
    """The parts that one report alone holds together, as a round-up of the day does; it stays with the part most like
    it. One part where no report is such a bridge between several of LEAST_PART and more."""
    everybody = list(range(len(linked)))
    for bridge in everybody if len(linked) > 2 * LEAST_PART else ():
        without = linked.copy()
        without[bridge] = without[:, bridge] = False
        parts = [part for part in _parts(without) if part != [bridge]]
        if len(parts) > 1 and min(map(len, parts)) >= LEAST_PART:
            own = max(parts, key=lambda part: alike[bridge, part].mean())
            own.append(bridge)
            return sorted(sorted(part) for part in parts)
    return [everybody]


def _parts(linked: Any) -> list[list[int]]:
    """Places that hang together, in the order of the first of each."""
    left, parts = list(range(len(linked))), []
    while left:
        reached, waiting = set(), [left[0]]
        while waiting:
            place = waiting.pop()
            if place not in reached:
                reached.add(place)
                waiting += np.flatnonzero(linked[place]).tolist()
        parts.append(sorted(reached))
        left = [place for place in left if place not in reached]
    return parts
