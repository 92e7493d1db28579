"""Recent reports in the writer's memory: which of them share fingerprints with one that arrives, and the standing lines
of outlets. Both are functions of the reports in order of arrival, whatever lots they came in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np

from whence.copies.furniture_kernel import LEAST_DAYS, LEAST_REPORTS
from whence.copies.link_kernel import ALL_LINKS, NEAREST
from whence.flow.arriving_words import unpack_hashes
from whence.flow.settling import DAY_MINUTES, FOLD_MINUTES

WINDOW_REPORTS = 100_000  # the latest, among which a report looks for its sources
WINDOW_MINUTES = 14 * DAY_MINUTES + FOLD_MINUTES  # as in trace
MOST_CANDIDATES = 24  # of a report, those that share most fingerprints
SLOTS = 1 << 22  # of sentences: 2 million in 100,000 reports; one slot for two of them seldom makes a standing line
SPREAD = 2_654_435_761  # Knuth's multiplier: neighbouring numbers come to lie far apart


class Level(NamedTuple):
    """Fingerprints sorted by hash (uint32), then by report (int32)."""

    hashes: Any
    reports: Any


class RecentFingerprints:
    """The fingerprints of recent reports in sorted levels, each over twice as large as all after it (a log-structured
    merge: O'Neil and others 1996)."""

    def __init__(self) -> None:
        self._levels: list[Level] = []

    def add(self, hashes: Any, reports: Any) -> None:
        """Add fingerprints of reports later than all before.

        Args:
            hashes: of all of them (uint32).
            reports: whose each is (int32).
        """
        level = _sorted(hashes, reports)
        while self._levels and len(self._levels[-1].hashes) <= 2 * len(level.hashes):
            last = self._levels.pop()
            level = _sorted(*(np.concatenate(columns) for columns in zip(last, level, strict=True)))
        if len(level.hashes):
            kept = level.reports > level.reports.max() - WINDOW_REPORTS
            self._levels.append(Level(level.hashes[kept], level.reports[kept]))

    def find(self, hashes: Any) -> tuple[Any, Any]:
        """The reports that have some fingerprints: places in `hashes`, and reports, sorted by both."""
        places, reports = [np.empty(0, np.int64)], [np.empty(0, np.int32)]
        for level in self._levels:
            starts = np.searchsorted(level.hashes, hashes, "left")
            sizes = np.searchsorted(level.hashes, hashes, "right") - starts
            place = np.repeat(np.arange(len(hashes)), sizes)
            before = np.cumsum(sizes) - sizes
            places.append(place)
            reports.append(level.reports[np.arange(len(place)) + (starts - before)[place]])
        found, whose = np.concatenate(places), np.concatenate(reports)
        order = np.lexsort((whose, found))
        return found[order], whose[order]


def find_candidates(recent: RecentFingerprints, new: tuple[Any, Any], minutes: Any) -> Any:
    """Earlier reports worth aligning with new ones.

    Args:
        recent: fingerprints of all recent reports, the new ones among them.
        new: the fingerprints of the new ones, and whose each is.
        minutes: when each report may have appeared, by number; NaN where that is not known.

    Returns:
        Earlier and later report of each candidate (pairs by 2), by the later one.
    """
    hashes, owners = new
    places, earlier = recent.find(hashes)
    later = owners[places]
    apart = np.abs(minutes[later] - minutes[earlier])
    kept = (earlier < later) & (earlier > later - WINDOW_REPORTS) & ~(apart > WINDOW_MINUTES)
    places, earlier, later = places[kept], earlier[kept], later[kept]
    sizes = np.bincount(places, minlength=len(hashes))
    rank = np.arange(len(places)) - (np.cumsum(sizes) - sizes)[places]
    size = sizes[places]
    kept = (size <= ALL_LINKS) | (rank == 0) | (rank >= size - NEAREST)
    keys, counts = np.unique(later[kept].astype(np.int64) << 32 | earlier[kept], return_counts=True)
    later, earlier = keys >> 32, keys & 0xFFFFFFFF
    order = np.lexsort((earlier, -counts, later))
    later, earlier = later[order], earlier[order]
    first = np.searchsorted(later, later, "left")
    kept = np.arange(len(later)) - first < MOST_CANDIDATES
    pairs = np.stack([earlier[kept], later[kept]], axis=1)
    return pairs[np.lexsort((pairs[:, 0], pairs[:, 1]))]


class StandingLines:
    """What one outlet prints in many reports on several days, and others do not: its furniture, by the rule of
    `copies.furniture_kernel`, learned as reports arrive. Sentences are counted in slots by their hashes."""

    def __init__(self) -> None:
        self._everywhere, self._own = (np.zeros(SLOTS, np.uint16) for _ in range(2))
        self._days = np.zeros(SLOTS, np.uint8)
        self._last_day = np.zeros(SLOTS, np.uint16)

    def take(self, outlet: str | None, day: int | None, sentences: Any) -> Any:
        """Which sentences of a report are standing lines so far; then count them.

        Args:
            outlet: of the report; None where it is not known, then nothing stands.
            day: that it appeared.
            sentences: their hashes (uint32).
        """
        unique = np.unique(sentences)
        every = (unique * np.uint64(SPREAD)).astype(np.int64) % SLOTS
        standing = np.zeros(len(sentences), bool)
        if outlet is not None:
            mine = ((unique + np.uint64(crc32(outlet.encode()))) * np.uint64(SPREAD)).astype(np.int64) % SLOTS
            own, others = self._own[mine], self._everywhere[every] - self._own[mine]
            lines = (own >= LEAST_REPORTS) & (self._days[mine] >= LEAST_DAYS) & (own >= others)
            standing = np.isin(sentences, unique[lines])
            self._count(mine, 0 if day is None else day & 0xFFFF)
        self._everywhere[every] += self._everywhere[every] < 0xFFFF
        return standing

    def _count(self, slots: Any, day: int) -> None:
        """Count sentences of an outlet on a day."""
        self._own[slots] += self._own[slots] < 0xFFFF
        new_day = (self._last_day[slots] != day) & (self._days[slots] < 0xFF)
        self._days[slots] += new_day
        self._last_day[slots] = day


def remember(
    rows: Iterable[tuple[int, bytes]], outlets: Sequence[str | None], days: Sequence[int | None]
) -> tuple[RecentFingerprints, StandingLines]:
    """What a writer that starts again remembers.

    Args:
        rows: number and packed hashes of all reports, in order.
        outlets: of all reports, by number from 1.
        days: that they appeared.
    """
    recent, lines = RecentFingerprints(), StandingLines()
    hashes, reports = [np.empty(0, np.uint32)], [np.empty(0, np.int32)]
    for number, data in rows:
        fingerprints, sentences, _ = unpack_hashes(data)
        if len(fingerprints) and number > len(outlets) - WINDOW_REPORTS:
            hashes.append(fingerprints)
            reports.append(np.full(len(fingerprints), number, np.int32))
        if len(sentences):
            lines.take(outlets[number - 1], days[number - 1], sentences)
    recent.add(np.concatenate(hashes), np.concatenate(reports))
    return recent, lines


def _sorted(hashes: Any, reports: Any) -> Level:
    """A level."""
    order = np.lexsort((reports, hashes))
    return Level(hashes[order], reports[order])
