"""Rulers: what a stretch of text is measured in. Words where the reports are at hand, code points where not."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, Protocol

from bench.corpus.truth import read_rows
from whence.text.words import split_words

Range = tuple[int, int]


class Ruler(Protocol):
    """Turns half-open code points of a report into a range of what is counted."""

    def measure(self, report: str, span: Range, /) -> Range:
        """The range of units that begin inside the span."""


class CodePoints:
    """Counts code points: needs nothing but the spans."""

    def measure(self, _report: str, span: Range, /) -> Range:
        """The span itself."""
        return span


class _Counted(NamedTuple):
    outlet: str | None
    starts: array[int]
    keys: array[int]


class CountedWords:
    """Counts words, and can tell whether two spans hold the same ones.

    About 3 kB a report of 400 words are kept, for the reports asked for alone.

    Raises:
        ValueError: a report that was asked for is not in the file.
    """

    def __init__(self, reports: Path, wanted: set[str]) -> None:
        numbers: dict[str, int] = {}
        self._counted: dict[str, _Counted] = {}
        for row in read_rows(reports):
            if row["id"] in wanted:
                words = split_words(row["text"])
                keys = array("i", [numbers.setdefault(key, len(numbers)) for key in words.keys])
                self._counted[row["id"]] = _Counted(row.get("outlet"), array("i", words.starts), keys)
        missing = min(wanted - self._counted.keys(), default=None)
        if missing is not None:
            raise ValueError(f"{reports} holds no report {missing}, which the truth or the pairs name")

    def measure(self, report: str, span: Range, /) -> Range:
        """The words that begin inside the span."""
        starts = self._counted[report].starts
        return bisect_left(starts, span[0]), bisect_left(starts, span[1])

    def same_words(self, one: tuple[str, Range], other: tuple[str, Range]) -> bool:
        """Whether two spans of two reports hold the same words in the same order."""
        (a, span_a), (b, span_b) = one, other
        first, second = self.measure(a, span_a), self.measure(b, span_b)
        return self._counted[a].keys[slice(*first)] == self._counted[b].keys[slice(*second)]

    def same_outlet(self, one: str, other: str) -> bool:
        """Whether two reports are of one outlet: what they share may be its furniture."""
        return self._counted[one].outlet == self._counted[other].outlet


def join_ranges(ranges: Iterable[Range]) -> list[Range]:
    """The fewest ranges that cover the same units, in order; empty ones left out.

    >>> join_ranges([(4, 6), (0, 2), (2, 3), (9, 9)])
    [(0, 3), (4, 6)]
    """
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def shared_size(one: list[Range], other: list[Range]) -> int:
    """How many units two lists of joined ranges have in common, in one pass over both.

    >>> shared_size([(0, 3), (5, 9)], [(2, 6)])
    2
    """
    size = i = j = 0
    while i < len(one) and j < len(other):
        size += max(0, min(one[i][1], other[j][1]) - max(one[i][0], other[j][0]))
        if one[i][1] < other[j][1]:
            i += 1
        else:
            j += 1
    return size


def total_size(ranges: list[Range]) -> int:
    """How many units joined ranges hold."""
    return sum(end - start for start, end in ranges)
