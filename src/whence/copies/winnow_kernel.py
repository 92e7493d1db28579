"""Fingerprints: of every few words in a row one is kept, chosen by the words alone, so that two reports choose alike.

Winnowing (Schleimer, Wilkerson and Aiken 2003): the word 8-grams of a text are hashed, and of each 5 in a row the one
with the smallest hash is kept. Two texts that share 12 words in a row share 5 such grams, so the same one is kept in
both: **any 12 shared words in a row share a fingerprint**. One gram in three is kept.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from whence.text.mixing import HALF, MIX, STEP

GRAM_WORDS = 8  # of 7 find four times, of 6 ten times the chance pairs in 10,000 reports (docs/decisions/013)
WINDOW_GRAMS = 5  # one kept of each 5 in a row
RUN_WORDS = GRAM_WORDS + WINDOW_GRAMS - 1  # 12: any run of so many shared words is found
DISTINCT_WORDS = 4  # a gram of fewer different words ("the the the the") is no evidence
NEIGHBOURS = 4  # words kept on either side of a fingerprint, four bits each: enough to tell a run of 12
FOUR_SHIFT, FOUR_MASK = np.uint64(40), np.uint64(0xFFFFFF)
FURNITURE = 2  # the side bit of a word in a standing line of an outlet: see text.side_bits


class WordColumns(NamedTuple):
    """The words of many reports, one after the other; those of report r stand at bounds[r] to bounds[r + 1].

    `numbers` (uint32) are equal where the words' keys are equal, `bits` (uint8) the side bits of each word.
    """

    numbers: Any
    bits: Any
    bounds: Any


class Postings(NamedTuple):
    """Fingerprints and where they stand: hash (uint64), report (uint32), first word (uint32), neighbours (uint32)."""

    hashes: Any
    reports: Any
    places: Any
    neighbours: Any


def mix_hash(value: Any) -> Any:
    """A hash whose every bit depends on every bit of the value."""
    value ^= value >> HALF
    value *= MIX
    value ^= value >> HALF
    value *= MIX
    return value ^ (value >> HALF)


def find_fingerprints(words: WordColumns, word_hashes: Any, first: int, last: int, found: Postings) -> int:
    """Winnow the reports from `first` to `last`; words of standing lines are left out.

    Args:
        words: the columns of words; `found.reports` counts from `first`.
        word_hashes: the hash of each word number (uint64).
        first: the first report.
        last: one past the last report.
        found: receives the fingerprints in the order of the words; as many entries as words are enough.

    Returns:
        How many were written.
    """
    numbers, side_bits, bounds = words
    count = 0
    for report in range(first, last):
        begin, end = bounds[report], bounds[report + 1]
        start = begin
        while start < end:
            while start < end and side_bits[start] & FURNITURE:
                start += 1
            stop = start
            while stop < end and not side_bits[stop] & FURNITURE:
                stop += 1
            if stop - start >= GRAM_WORDS:
                before = count
                count = winnow_stretch(numbers[start:stop], word_hashes, found.hashes, found.places, count)
                for k in range(before, count):
                    place = start + found.places[k]
                    found.reports[k] = report - first
                    found.places[k] = place - begin
                    found.neighbours[k] = read_neighbours(numbers, word_hashes, (begin, end), place)
            start = stop
    return count


def winnow_stretch(numbers: Any, word_hashes: Any, hashes: Any, places: Any, count: int) -> int:
    """Winnow words in a row: hashes and places are written from `count` on; returns the new count."""
    top = np.uint64(1)
    for _ in range(GRAM_WORDS - 1):
        top *= STEP
    rolling = np.uint64(0)
    for k in range(GRAM_WORDS - 1):
        rolling = rolling * STEP + word_hashes[numbers[k]]
    grams = len(numbers) - GRAM_WORDS + 1
    first = second = third = fourth = last = np.uint64(0)  # the window
    least, least_hash, kept = -1, np.uint64(0), -1
    for gram in range(grams):
        rolling = rolling * STEP + word_hashes[numbers[gram + GRAM_WORDS - 1]]
        first, second, third, fourth, last = second, third, fourth, last, mix_hash(rolling)
        rolling -= top * word_hashes[numbers[gram]]
        if least < 0 or (least > gram - WINDOW_GRAMS and last <= least_hash):
            least, least_hash = gram, last
        elif least == gram - WINDOW_GRAMS:
            least, least_hash = gram - WINDOW_GRAMS + 1, first
            if second <= least_hash:
                least, least_hash = gram - 3, second
            if third <= least_hash:
                least, least_hash = gram - 2, third
            if fourth <= least_hash:
                least, least_hash = gram - 1, fourth
            if last <= least_hash:
                least, least_hash = gram, last
        full = gram >= WINDOW_GRAMS - 1 or gram == grams - 1
        if full and least != kept:
            kept = least
            if count_distinct(numbers, least) >= DISTINCT_WORDS:
                hashes[count] = least_hash * STEP  # the least of five: its first bits are few
                places[count] = least
                count += 1
    return count


def count_distinct(numbers: Any, gram: int) -> int:
    """How many different words a gram has, counted up to `DISTINCT_WORDS`."""
    distinct = 0
    for k in range(gram, gram + GRAM_WORDS):
        new = 1
        for other in range(gram, k):
            if numbers[other] == numbers[k]:
                new = 0
                break
        distinct += new
        if distinct == DISTINCT_WORDS:
            break
    return distinct


def read_neighbours(numbers: Any, word_hashes: Any, report: Any, place: int) -> Any:
    """Four bits for each of the four words before a gram and after it, 0 where there is none; nearest lowest."""
    begin, end = report
    packed = np.uint32(0)
    for k in range(NEIGHBOURS):
        left, right = place - 1 - k, place + GRAM_WORDS + k
        if left >= begin:
            packed |= four_bits(word_hashes[numbers[left]]) << np.uint32(4 * k)
        if right < end:
            packed |= four_bits(word_hashes[numbers[right]]) << np.uint32(16 + 4 * k)
    return packed


def four_bits(word_hash: Any) -> Any:
    """A word as a number from 1 to 15."""
    return np.uint32(1) + np.uint32((word_hash >> FOUR_SHIFT) & FOUR_MASK) % np.uint32(15)


def shared_run(one: int, other: int) -> int:
    """The words that two places of one fingerprint seem to share in a row, up to four on either side."""
    words = GRAM_WORDS
    for side in range(2):
        for k in range(NEIGHBOURS):
            shift = 16 * side + 4 * k
            bits = (one >> shift) & 15
            if bits == 0 or bits != (other >> shift) & 15:
                break
            words += 1
    return words
