"""Postings in order: sorted by hash in linear time, so that the reports that share a fingerprint stand together."""

from __future__ import annotations

from typing import Any

import numpy as np

from whence.copies.winnow_kernel import Postings

BUCKET = 4  # entries dealt to a bucket
MOST_BITS = 22  # of buckets
SMALL_BUCKET = 48  # entries up to which insertion beats a general sort
PIECE = 1 << 15  # entries that are sorted at a time: with room for a copy they stay in a processor's cache
ONE = np.uint64(1)  # a shift by all 64 bits is not defined: it is done in two
MOST_PIECES = 9  # bits: more streams than this are no longer written side by side


def bits_for(count: int, size: int, most: int) -> int:
    """Bits of a hash that part so many entries into lots of about a size.

    >>> bits_for(1_000_000, 4, 22), bits_for(3, 4, 22)
    (18, 0)
    """
    bits = 0
    while count >> bits > size and bits < most:
        bits += 1
    return bits


def sort_postings(given: Postings, skipped_bits: int, found: Postings) -> None:
    """Sort by hash, entries of one hash in the order given.

    They are parted into pieces that fit into a cache, and each is sorted there: five times faster than at once.

    Args:
        given: postings in any order.
        skipped_bits: how many leading bits all hashes have in common (the partition that they come from).
        found: receives the same postings in order.
    """
    bits = bits_for(len(given.hashes), PIECE, MOST_PIECES)
    starts = split_postings(given, skipped_bits, bits, found)
    largest = 0
    for piece in range(1 << bits):
        largest = max(largest, starts[piece + 1] - starts[piece])
    room = Postings(
        np.empty(largest, np.uint64),
        np.empty(largest, np.uint32),
        np.empty(largest, np.uint32),
        np.empty(largest, np.uint32),
    )
    buckets = np.empty((1 << bits_for(largest, BUCKET, MOST_BITS)) + 1, np.int64)
    for piece in range(1 << bits):
        sort_piece((found, starts[piece], starts[piece + 1]), skipped_bits + bits, room, buckets)


def sort_piece(stretch: Any, skipped_bits: int, room: Postings, buckets: Any) -> None:
    """Sort a stretch of postings by hash: they are dealt out to buckets of a few, and each bucket is put in order."""
    found, first, last = stretch
    count = last - first
    for k in range(count):
        move_posting(found, first + k, room, k)
    bits = bits_for(count, BUCKET, MOST_BITS)
    held = cut_postings(room, 0, count)
    deal(held.hashes, skipped_bits, bits, buckets)
    move_postings(held, (skipped_bits, bits), buckets, cut_postings(found, first, last))
    start = first
    for bucket in range(1 << bits):
        end = first + buckets[bucket]
        if end - start <= SMALL_BUCKET:
            insert_in_order(found, start, end)
        else:
            sort_bucket(found, start, end)
        start = end


def deal(hashes: Any, skipped_bits: int, bits: int, starts: Any) -> None:
    """Write where each bucket starts, and the end, if hashes are dealt out by bits after the first ones."""
    left, shift = np.uint64(skipped_bits), np.uint64(63 - bits)
    for bucket in range((1 << bits) + 1):
        starts[bucket] = 0
    for k in range(len(hashes)):
        starts[np.int64((hashes[k] << left) >> ONE >> shift) + 1] += 1
    for bucket in range(1 << bits):
        starts[bucket + 1] += starts[bucket]


def split_postings(given: Postings, skipped_bits: int, bits: int, found: Postings) -> Any:
    """Part postings by bits of their hashes.

    Args:
        given: postings in any order.
        skipped_bits: how many leading bits count for nothing.
        bits: how many after them do: 2 to that power partitions.
        found: receives the postings, partition after partition, in the order given.

    Returns:
        Where each partition starts, and the end (int64).
    """
    starts = np.empty((1 << bits) + 1, np.int64)
    deal(given.hashes, skipped_bits, bits, starts)
    cursor = starts.copy()
    move_postings(given, (skipped_bits, bits), cursor, found)
    return starts


def move_postings(given: Postings, part: Any, cursor: Any, found: Postings) -> None:
    """Copy every entry to the place that is next in its bucket."""
    skipped_bits, bits = part
    left, shift = np.uint64(skipped_bits), np.uint64(63 - bits)
    for k in range(len(given.hashes)):
        bucket = np.int64((given.hashes[k] << left) >> ONE >> shift)
        move_posting(given, k, found, cursor[bucket])
        cursor[bucket] += 1


def cut_postings(postings: Postings, first: int, last: int) -> Postings:
    """A stretch of postings."""
    return Postings(
        postings.hashes[first:last],
        postings.reports[first:last],
        postings.places[first:last],
        postings.neighbours[first:last],
    )


def move_posting(given: Postings, source: int, found: Postings, target: int) -> None:
    """Copy one entry."""
    found.hashes[target] = given.hashes[source]
    found.reports[target] = given.reports[source]
    found.places[target] = given.places[source]
    found.neighbours[target] = given.neighbours[source]


def insert_in_order(found: Postings, first: int, last: int) -> None:
    """Insertion sort of a few entries by hash; equal ones keep their order."""
    for k in range(first + 1, last):
        hashed = found.hashes[k]
        if hashed >= found.hashes[k - 1]:
            continue
        report, place, neighbours = found.reports[k], found.places[k], found.neighbours[k]
        hole = k
        while hole > first and found.hashes[hole - 1] > hashed:
            move_posting(found, hole - 1, found, hole)
            hole -= 1
        found.hashes[hole] = hashed
        found.reports[hole] = report
        found.places[hole] = place
        found.neighbours[hole] = neighbours


def sort_bucket(found: Postings, first: int, last: int) -> None:
    """A stable sort of many entries: a viral text fills its bucket, and insertion would be quadratic there."""
    order = np.argsort(found.hashes[first:last], kind="mergesort")
    found.hashes[first:last] = found.hashes[first:last][order]
    found.reports[first:last] = found.reports[first:last][order]
    found.places[first:last] = found.places[first:last][order]
    found.neighbours[first:last] = found.neighbours[first:last][order]
