"""The stage group for reports that arrive: each into its story, and from time to time a repair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from whence.flow.grouping import REPAIR_EVERY
from whence.records import Membership, Report
from whence.store.batches import NewPair, StoryWords
from whence.stories.describe import central_report, named_days_of, names_of
from whence.stories.grouper import Grouper, Kin
from whence.stories.reasons import explain
from whence.stories.repair import repair
from whence.stories.terms import read_terms


class Grouped(NamedTuple):
    """Where a report was put: its story, why, the report whose passages hold it there, and stories that it bridges."""

    story: int
    membership: Membership
    held: int | None
    bridges: tuple[tuple[int, int], ...]


class Moves(NamedTuple):
    """What repairs have moved: reports to other stories, and where stories lead that are no more (None: one that is
    again)."""

    reports: dict[int, int]
    stories: dict[int, int | None]


class ArrivingStories:
    """A stream of stories with the numbers that the store knows, which count from 1; those of the stream from 0.

    Args:
        grouper: the stream, up to date.
    """

    def __init__(self, grouper: Grouper) -> None:
        self.grouper = grouper
        self._copies: defaultdict[int, list[int]] = defaultdict(list)
        for copy, original in grouper.copy_of.items():
            self._copies[original].append(copy)
        self.moves = Moves({}, {})

    def add(self, report: Report, same_text_as: int | None, pairs: Sequence[NewPair]) -> Grouped:
        """Put a report into a story; repair when it is time.

        Args:
            report: the next one.
            same_text_as: the number of a report with its very text.
            pairs: what it shares with earlier reports.
        """
        grouper = self.grouper
        if same_text_as is not None:
            placed = grouper.add_copy(report.id, same_text_as - 1)
            self._copies[grouper.copy_of[placed.report]].append(placed.report)
            grouped = Grouped(placed.story + 1, explain(grouper, placed), None, ())
        else:
            before = set(grouper.bridged)
            kin = [Kin(pair.earlier - 1, pair.prose, max(pair.coverage_earlier, pair.coverage_later)) for pair in pairs]
            placed = grouper.add(report.id, read_terms(report), kin)
            bridges = tuple(sorted((a + 1, b + 1) for a, b in grouper.bridged - before))
            held = placed.best.report + 1 if placed.because == "passages" and placed.best else None
            grouped = Grouped(placed.story + 1, explain(grouper, placed), held, bridges)
        if len(grouper.ids) % REPAIR_EVERY == 0:
            self._repair()
        return grouped

    def take_moves(self) -> Moves:
        """What has been moved since this was last asked."""
        moves, self.moves = self.moves, Moves({}, {})
        return moves

    def describe(self, story: int) -> StoryWords:
        """A story in words.

        Args:
            story: its number.
        """
        names, places = names_of(self.grouper, story - 1)
        days = tuple(date.fromordinal(day).isoformat() for day in named_days_of(self.grouper, story - 1))
        return StoryWords(central_report(self.grouper, story - 1) + 1, names, places, days)

    def _repair(self) -> None:
        """Join and split what has changed, and note what moved."""
        grouper = self.grouper
        looked = {grouper.find(story) for pair in grouper.bridged for story in pair}
        looked |= {grouper.find(story) for story in grouper.touched}
        before = {member: story for story in looked for member in grouper.members.get(story, ())}
        repaired = repair(grouper)
        for member, story in before.items():
            now = grouper.story(member)
            if now != story:
                self.moves.reports.update({one + 1: now + 1 for one in (member, *self._copies[member])})
        self.moves.stories.update({young + 1: grouper.find(old) + 1 for young, old in repaired.merged})
        self.moves.stories.update(dict.fromkeys((first + 1 for first in repaired.split), None))
