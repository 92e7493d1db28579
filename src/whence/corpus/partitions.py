"""Postings by the thousand million: parted by hash into files that fit into memory, then sorted file by file."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from whence.copies.winnow_kernel import Postings
from whence.corpus.columns import Columns, release
from whence.corpus.index import POSTING_COLUMNS
from whence.corpus.kernels import Kernels

ENTRY_BYTES = 60  # of memory for an entry while its partition is sorted and linked: twice 20, and links
PARTITION_BYTES = 100 << 20  # of memory for a partition: more is asked of the system each time, and leaves the caches
HELD_BYTES = 20  # of an entry that is kept in memory before it is written
HELD_SHARE = 6  # of the memory allowed, for such entries
MOST_BITS = 10


class Partitions:
    """Partitions of postings, in memory as far as they may be, then in a folder.

    Args:
        folder: where their files are written.
        entries: how many there will be, about.
        memory: bytes that a run may take; partitions take a few shares of it.
        kernels: plain or compiled.
    """

    def __init__(self, folder: Path, entries: int, memory: int, kernels: Kernels) -> None:
        self._folder, self._kernels = folder, kernels
        self._bits = partition_bits(entries, memory)
        self._most_held = memory // HELD_SHARE // HELD_BYTES
        self._held: list[tuple[Postings, list[int]]] = []
        self._count = 0
        self._lengths = [0] * (1 << self._bits)

    def add(self, postings: Postings) -> None:
        """Part postings."""
        parted = empty_postings(len(postings.hashes))
        self._held.append((parted, self._kernels.split_postings(postings, 0, self._bits, parted).tolist()))
        self._count += len(parted.hashes)
        if self._count > self._most_held:
            self._spill()

    def sorted(self, jobs: int) -> Iterator[Postings]:
        """The partitions one after the other, each sorted by hash: together all postings in order."""
        with ThreadPoolExecutor(jobs) as pool:
            yield from ahead(pool, self._sort, range(1 << self._bits), jobs)

    def _spill(self) -> None:
        """Write what is in memory to the files."""
        for partition in range(1 << self._bits):
            postings = join_postings(self._of(partition))
            self._columns(partition).append(postings._asdict())
            self._lengths[partition] += len(postings.hashes)
        self._held, self._count = [], 0

    def _sort(self, partition: int) -> Postings:
        """One partition in memory, sorted."""
        written = Postings(**self._columns(partition).open(self._lengths[partition]))
        return sort_postings(join_postings([written, *self._of(partition)]), self._kernels, skipped_bits=self._bits)

    def _of(self, partition: int) -> list[Postings]:
        """What is in memory of one partition."""
        return [slice_postings(parted, starts[partition], starts[partition + 1]) for parted, starts in self._held]

    def _columns(self, partition: int) -> Columns:
        """The files of a partition."""
        return Columns(self._folder / f"{partition:04}", POSTING_COLUMNS)


def partition_bits(entries: int, memory: int) -> int:
    """How many bits part so many entries into partitions that fit into memory, and that sort and link quickly.

    >>> partition_bits(1_000, 1 << 30), partition_bits(141_000_000, 1 << 30)
    (1, 7)
    """
    bits = 1
    while bits < MOST_BITS and (entries * ENTRY_BYTES) >> bits > min(memory // 4, PARTITION_BYTES):
        bits += 1
    return bits


def ahead(pool: ThreadPoolExecutor, work: Any, tasks: Any, jobs: int) -> Iterator[Any]:
    """The results of some work in the order of the tasks, at most `jobs` of them under way."""
    left = iter(tasks)
    waiting = [pool.submit(work, task) for task in islice(left, jobs)]
    while waiting:
        result = waiting.pop(0).result()
        waiting += [pool.submit(work, task) for task in islice(left, 1)]
        yield result


def empty_postings(size: int) -> Postings:
    """Room for postings."""
    return Postings(*(np.empty(size, dtype) for dtype in POSTING_COLUMNS.values()))


def slice_postings(postings: Postings, first: int, last: int) -> Postings:
    """A stretch of postings."""
    return Postings(*(column[first:last] for column in postings))


def sort_postings(given: Postings, kernels: Kernels, *, skipped_bits: int = 0) -> Postings:
    """Postings sorted by hash."""
    found = empty_postings(len(given.hashes))
    kernels.sort_postings(Postings(*map(np.ascontiguousarray, given)), skipped_bits, found)
    return found


def join_postings(several: list[Postings]) -> Postings:
    """Postings one after the other."""
    return (
        Postings(*(np.concatenate(columns) for columns in zip(*several, strict=True))) if several else empty_postings(0)
    )


def find_postings(parts: list[Postings], hashes: Any) -> Postings:
    """All postings of some hashes, in no order.

    Args:
        parts: postings sorted by hash.
        hashes: different hashes, sorted.
    """
    found = []
    for part in parts:
        first, last = np.searchsorted(part.hashes, hashes, "left"), np.searchsorted(part.hashes, hashes, "right")
        sizes = last - first
        starts = np.cumsum(sizes) - sizes
        places = np.arange(int(sizes.sum())) + np.repeat(first - starts, sizes)
        found.append(Postings(*(np.asarray(column[places]) for column in part)))
    return join_postings(found)


def range_of(parts: list[Postings], place: int, bits: int, kernels: Kernels) -> Postings:
    """The postings of all parts whose hashes begin with some bits, sorted and in memory.

    Args:
        parts: postings sorted by hash, mapped; their pages are given back.
        place: the bits.
        bits: how many.
        kernels: plain or compiled.
    """
    low, high = np.uint64(place << (64 - bits)), np.uint64(((place + 1) << (64 - bits)) - 1)
    slices = []
    for part in parts:
        first, last = np.searchsorted(part.hashes, low), np.searchsorted(part.hashes, high, "right")
        slices.append(Postings(*map(np.array, slice_postings(part, int(first), int(last)))))
        release(part)
    return slices[0] if len(slices) == 1 else sort_postings(join_postings(slices), kernels, skipped_bits=bits)
