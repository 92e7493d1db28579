"""New parts of an index: fingerprints or sentences of reports, block by block, sorted by hash."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, NamedTuple

import numpy as np

from whence.copies.winnow_kernel import Postings, WordColumns
from whence.corpus.columns import Columns, release
from whence.corpus.index import Index, bounds_of, starts_of
from whence.corpus.kernels import Kernels
from whence.corpus.partitions import (
    Partitions,
    ahead,
    empty_postings,
    join_postings,
    partition_bits,
    range_of,
    slice_postings,
    sort_postings,
)
from whence.corpus.state import Part
from whence.flow.work import Work

BLOCK_WORDS = 2_000_000  # of words gone through at once: 40 MB of postings at most
GATHERED_AT_ONCE = 500  # reports: 32 MB of mapped pages
Finder = Callable[..., int]


class GatheredWords(NamedTuple):
    """The words of some reports in memory, numbered from 0: `reports` are their numbers in the index, `starts` and
    `ends` where each word stands in its text."""

    reports: Any
    columns: WordColumns
    starts: Any
    ends: Any


def gather_words(index: Index, kernels: Kernels, reports: Any) -> GatheredWords:
    """Copy the words of some reports out of the index.

    Each report read maps sixteen pages around it (Linux's fault-around), so pages are given back every few reports.
    """
    columns = index.open_words()
    ends = index.reports.open_one("word_ends", index.state.reports)
    starts = starts_of(ends, reports)
    sizes = ends[reports] - starts
    own = bounds_of(np.cumsum(sizes))
    found = {name: np.empty(int(own[-1]), column.dtype) for name, column in columns.items()}
    for name, column in columns.items():
        for first in range(0, len(reports), GATHERED_AT_ONCE):
            last = min(first + GATHERED_AT_ONCE, len(reports))
            room = found[name][own[first] : own[last]]
            kernels.gather_entries(column, starts[first:last], sizes[first:last], room)
            release([column])
    return GatheredWords(reports, WordColumns(found["numbers"], found["bits"], own), found["starts"], found["ends"])


def write_part(work: Work, finder: Finder, reports: Any, columns: Columns) -> int:
    """Find the postings of reports and write them sorted.

    Args:
        work: the index under work.
        finder: `find_fingerprints` or `hash_sentences`.
        reports: numbers of reports, rising.
        columns: receives the postings.

    Returns:
        How many there are.
    """
    words = open_words(work)
    hashes = work.index.word_hashes()
    total = int((words.bounds[reports + 1] - words.bounds[reports]).sum()) if len(reports) else 0
    with ThreadPoolExecutor(work.jobs) as pool:
        found = ahead(
            pool, partial(find_postings_of, finder, (words, hashes)), blocks(reports, words.bounds), work.jobs
        )
        if total <= BLOCK_WORDS:
            return _append_sorted(columns, [sort_postings(join_postings(list(found)), work.kernels)])
        folder = work.folder / "partitions" / columns.name
        partitions = Partitions(folder, total // 3, work.memory, work.kernels)
        for postings in found:
            partitions.add(postings)
            release([words.numbers, words.bits])
    return _append_sorted(columns, partitions.sorted(work.jobs))


def find_postings_of(finder: Finder, words: tuple[WordColumns, Any], reports: Any) -> Postings:
    """The postings of some reports, in their order."""
    columns, hashes = words
    found = []
    for first, last in stretches(reports):
        room = empty_postings(int(columns.bounds[last] - columns.bounds[first]))
        count = finder(columns, hashes, first, last, room)
        room.reports[:count] += np.uint32(first)
        found.append(Postings(*(column.copy() for column in slice_postings(room, 0, count))))
    return join_postings(found)


def stretches(reports: Any) -> Iterator[tuple[int, int]]:
    """Rising numbers as stretches without gaps: first, and one past the last.

    >>> list(stretches(np.array([3, 4, 5, 9])))
    [(3, 6), (9, 10)]
    """
    if len(reports):
        breaks = np.flatnonzero(np.diff(reports) != 1) + 1
        for piece in np.split(reports, breaks):
            yield int(piece[0]), int(piece[-1]) + 1


def blocks(reports: Any, bounds: Any) -> Iterator[Any]:
    """Reports in blocks of a bounded number of words; one report at least."""
    sizes = np.cumsum(bounds[reports + 1] - bounds[reports]) // BLOCK_WORDS if len(reports) else np.empty(0, np.int64)
    yield from np.split(reports, np.flatnonzero(np.diff(sizes)) + 1)


def open_words(work: Work) -> WordColumns:
    """The words of the index as the kernels read them."""
    return work.index.word_columns(work.index.open_words(), work.index.open_reports())


def _append_sorted(columns: Columns, several: Any) -> int:
    """Write sorted postings one after the other."""
    count = 0
    for postings in several:
        columns.append(postings._asdict())
        count += len(postings.hashes)
    return count


def merge_parts(work: Work, name: str) -> None:
    """Merge the last parts of the index, so that each is over twice as large as all after it.

    So a corpus of a million reports that grows by a few at a time has some twenty parts at most, and an entry is
    written anew that often (a log-structured merge: O'Neil and others 1996).
    """
    parts = list(work.index.state.parts)
    last = [parts.pop()]
    while parts and parts[-1].postings <= 2 * sum(part.postings for part in last):
        last.insert(0, parts.pop())
    if len(last) == 1:
        return
    fingerprints, sentences = zip(*map(work.index.open_part, last), strict=True)
    targets = work.index.part_columns(name)
    counts = [
        _append_sorted(columns, _ranges(list(several), work))
        for several, columns in zip((fingerprints, sentences), targets, strict=True)
    ]
    work.index.state = work.index.state.with_parts((*parts, Part(name, *counts)))


def _ranges(parts: list[Postings], work: Work) -> Iterator[Postings]:
    """The postings of some parts together, in order, as much at a time as fits into memory."""
    bits = partition_bits(sum(len(part.hashes) for part in parts), work.memory)
    return (range_of(parts, place, bits, work.kernels) for place in range(1 << bits))
