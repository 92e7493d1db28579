"""For incidents with several reports: whose tolls conflict, and why.

A copy (nearly the same words) counts once. Two reports conflict where the intervals that their words allow do not meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from bench.quality.gva.data import Recorded
from whence.records import Report
from whence.text.words import split_words
from whence.tolls.find import Toll, find_tolls

_COPY_SHARE = 0.6  # of the shorter report's runs of five words: from here on two texts are near the same
_RUN_WORDS = 5


class Told(NamedTuple):
    """One report with its tolls of killed and injured."""

    report: Report
    killed: Toll
    injured: Toll

    @property
    def day(self) -> str:
        """The day of publication."""
        return self.report.published.iso[:10] if self.report.published else "?"


def print_conflicts(rows: Iterable[Recorded]) -> None:
    """Print every conflict with its reason, and how many there are of each kind."""
    stories: dict[str, list[Report]] = defaultdict(list)
    for row in rows:
        stories[row.story].append(row.report)
    kinds: dict[str, int] = defaultdict(int)
    several = {story: reports for story, reports in stories.items() if len(reports) > 1}
    for story, reports in sorted(several.items()):
        for kind, line in find_conflicts(reports):
            kinds[kind] += 1
            print(f"{story}: {line}")
    print(
        f"{len(several)} incidents with several reports;",
        ", ".join(f"{kind}: {n}" for kind, n in sorted(kinds.items())),
    )


def find_conflicts(reports: list[Report]) -> Iterator[tuple[str, str]]:
    """The conflicts between reports of one incident: the kind, and a line that says what and why."""
    told = [Told(report, *find_tolls(report)[:2]) for report in without_copies(reports)]
    told.sort(key=lambda one: one.day)
    for a, b in combinations(told, 2):
        for before, after in ((a.killed, b.killed), (a.injured, b.injured)):
            if before.stated and after.stated and not meet(before, after):
                kind = reason(a, b, before, after)
                says = f"{before.outcome} {words(before)} ({a.day}, {a.report.id.rsplit('/', 1)[-1]})"
                yield kind, f"{says}, {words(after)} ({b.day}, {b.report.id.rsplit('/', 1)[-1]}): {kind}"


def reason(a: Told, b: Told, before: Toll, after: Toll) -> str:
    """Why two tolls differ, as far as their reports tell."""
    if before.several or after.several:
        return "one tells of several events"
    grown = low(after) - low(before)
    if (
        before.outcome == "killed"
        and a.injured.stated
        and b.injured.stated
        and grown == low(a.injured) - low(b.injured)
    ):
        return "an injured victim died" if grown > 0 else "the order of the days is not that of the tolls"
    if before.outcome == "injured" and a.killed.stated and b.killed.stated and grown == low(a.killed) - low(b.killed):
        return "an injured victim died" if grown < 0 else "the order of the days is not that of the tolls"
    if before.outcome == "injured" and grown == -1 and b.killed.stated and not a.killed.stated:
        return "an injured victim died"
    doer = [", and who did it" in toll.says or toll.says == "who did it" for toll in (before, after)]
    if doer[0] != doer[1]:
        return "who did it is counted in one of them"
    if "different people" in before.says or "different people" in after.says:
        return "one tells of some of the people only, or was read wrongly"
    return "updated" if a.day < b.day and grown > 0 else "contradiction on one day or a later lower number"


def meet(one: Toll, two: Toll) -> bool:
    """Whether some number is allowed by both."""
    tops = [toll.interval.high for toll in (one, two) if toll.interval.high is not None]
    return max(low(one), low(two)) <= min(tops, default=float("inf"))


def low(toll: Toll) -> float:
    """The least number that a toll allows."""
    return toll.interval.low or 0.0


def words(toll: Toll) -> str:
    """A toll in few words."""
    number = f"{toll.value:g}" if toll.value is not None else f"{low(toll):g} or more"
    return number if toll.hedge in ("exact", "vague") else f"{toll.hedge} {number}"


def without_copies(reports: list[Report]) -> list[Report]:
    """The reports without those that are near copies of one before them."""
    kept: list[tuple[Report, frozenset[tuple[str, ...]]]] = []
    for report in sorted(reports, key=lambda one: (one.published.iso if one.published else "", one.id)):
        keys = split_words(report.text).keys
        runs = frozenset(tuple(keys[at : at + _RUN_WORDS]) for at in range(len(keys) - _RUN_WORDS + 1))
        if not any(
            len(runs & other) >= _COPY_SHARE * min(len(runs), len(other)) for _, other in kept if runs and other
        ):
            kept.append((report, runs))
    return [report for report, _ in kept]
