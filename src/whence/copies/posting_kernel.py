"""Postings in order: sorted by hash in linear time, so that the reports that share a fingerprint stand together."""

from __future__ import annotations

from typing import Any

import numpy as np

from whence.copies.winnow_kernel import Postings

SMALL_BUCKET = 48  # entries up to which insertion beats a general sort


def bucket_bits(count: int) -> int:
    """Bits of a hash to sort by first, so that about four entries fall into a bucket.

    >>> bucket_bits(1_000_000)
    18
    """
    bits = 1
    while count >> bits > 4 and bits < 22:
        bits += 1
    return bits


def sort_postings(given: Postings, skipped_bits: int, found: Postings) -> None:
    """Sort by hash, entries of one hash in the order given.

    Args:
        given: postings in any order.
        skipped_bits: how many leading bits all hashes have in common (the partition that they come from).
        found: receives the same postings in order.
    """
    count = len(given.hashes)
    bits = bucket_bits(count)
    starts = np.zeros((1 << bits) + 1, np.int64)
    shift = np.uint64(64 - bits)
    left = np.uint64(skipped_bits)
    for k in range(count):
        bucket = np.int64((given.hashes[k] << left) >> shift)
        starts[bucket + 1] += 1
    for bucket in range(1 << bits):
        starts[bucket + 1] += starts[bucket]
    cursor = starts[:-1].copy()
    for k in range(count):
        bucket = np.int64((given.hashes[k] << left) >> shift)
        move_posting(given, k, found, cursor[bucket])
        cursor[bucket] += 1
    for bucket in range(1 << bits):
        first, last = starts[bucket], starts[bucket + 1]
        if last - first <= SMALL_BUCKET:
            insert_in_order(found, first, last)
        else:
            sort_bucket(found, first, last)


def split_postings(given: Postings, bits: int, found: Postings) -> Any:
    """Part postings by the first bits of their hashes.

    Args:
        given: postings in any order.
        bits: how many bits: 2 to that power partitions.
        found: receives the postings, partition after partition, in the order given.

    Returns:
        Where each partition starts, and the end (int64).
    """
    starts = np.zeros((1 << bits) + 1, np.int64)
    shift = np.uint64(64 - bits)
    for k in range(len(given.hashes)):
        starts[np.int64(given.hashes[k] >> shift) + 1] += 1
    for partition in range(1 << bits):
        starts[partition + 1] += starts[partition]
    cursor = starts[:-1].copy()
    for k in range(len(given.hashes)):
        partition = np.int64(given.hashes[k] >> shift)
        move_posting(given, k, found, cursor[partition])
        cursor[partition] += 1
    return starts


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
