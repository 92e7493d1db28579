"""Places: which of many things stand where some words stand, found without asking each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

from whence.records import Evidence

Thing = TypeVar("Thing")


class Places(Generic[Thing]):
    """Things of one report by the words that they stand for; they may overlap.

    >>> places = Places([(Evidence("a", 0, 4, "said"), "cue"), (Evidence("a", 5, 7, "it"), "content")])
    >>> list(places.touching(Evidence("a", 3, 5, "d ")))
    ['cue']
    """

    def __init__(self, found: Iterable[tuple[Evidence, Thing]]) -> None:
        ordered = sorted(found, key=lambda item: item[0].start)
        self.starts = [one.start for one, _ in ordered]
        self.ends = [one.end for one, _ in ordered]
        self.reach = list(accumulate(self.ends, max))
        self.things = [thing for _, thing in ordered]

    def touching(self, one: Evidence) -> Iterator[Thing]:
        """The things that share a character with some words."""
        place = bisect_right(self.starts, one.end - 1) - 1
        while place >= 0 and self.reach[place] > one.start:
            if self.ends[place] > one.start:
                yield self.things[place]
            place -= 1

    def covers(self, one: Evidence) -> bool:
        """Whether some thing holds all of some words."""
        place = bisect_right(self.starts, one.start) - 1
        return place >= 0 and self.reach[place] >= one.end
