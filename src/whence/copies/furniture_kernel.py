"""Standing lines: what one outlet prints in many reports on several days is its furniture, shown but never evidence.

The unit is the sentence, roughly cut. A sentence is a standing line where one outlet has printed it in at least
`LEAST_REPORTS` reports on at least `LEAST_DAYS` days and no fewer times than all other outlets together: an agency's
sentence that many outlets print is no outlet's furniture.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from whence.copies.winnow_kernel import FURNITURE, Postings, WordColumns, mix_hash
from whence.text.mixing import STEP
from whence.text.side_bits import SENTENCE

LEAST_REPORTS = 8  # of one outlet; a running story is seldom rewritten so often with one sentence kept
LEAST_DAYS = 4
SENTENCE_WORDS = 4  # shorter ones ("Read more") are found with their neighbours or not at all
OTHER_BITS = 0xFF ^ FURNITURE
NO_OUTLET = -1


def hash_sentences(words: WordColumns, word_hashes: Any, first: int, last: int, found: Postings) -> int:
    """The sentences of the reports from `first` to `last` as postings.

    Args:
        words: the columns of words.
        word_hashes: the hash of each word number.
        first: the first report.
        last: one past the last.
        found: receives hash, report (counted from `first`), first word and number of words of each; as many entries as
            words are enough.

    Returns:
        How many were written.
    """
    count = 0
    for report in range(first, last):
        start, stop = words.bounds[report], words.bounds[report + 1]
        while start < stop:
            end = sentence_end(words.bits, start, stop)
            if end - start >= SENTENCE_WORDS:
                found.hashes[count] = hash_words(words.numbers, word_hashes, start, end)
                found.reports[count] = report - first
                found.places[count] = start - words.bounds[report]
                found.neighbours[count] = end - start
                count += 1
            start = end
    return count


def sentence_end(bits: Any, start: int, stop: int) -> int:
    """Where the sentence that begins at a word ends."""
    end = start + 1
    while end < stop and not bits[end] & SENTENCE:
        end += 1
    return end


def hash_words(numbers: Any, word_hashes: Any, start: int, end: int) -> Any:
    """The hash of words in a row."""
    hashed = np.uint64(end - start)
    for k in range(start, end):
        hashed = hashed * STEP + word_hashes[numbers[k]]
    return mix_hash(hashed)


def learn_furniture(hashes: Any, reports: Any, outlets: Any, days: Any, found: Any) -> int:
    """The hashes of sentences that are standing lines.

    Args:
        hashes: the hashes of sentences, sorted.
        reports: the report of each.
        outlets: the outlet of each report, -1 where it is not known.
        days: the day of each report.
        found: receives the hashes; as many as hashes divided by `LEAST_REPORTS` are enough.

    Returns:
        How many were written.
    """
    count, first = 0, 0
    while first < len(hashes):
        last = first + 1
        while last < len(hashes) and hashes[last] == hashes[first]:
            last += 1
        if last - first >= LEAST_REPORTS and is_standing(reports[first:last], outlets, days):
            found[count] = hashes[first]
            count += 1
        first = last
    return count


def is_standing(reports: Any, outlets: Any, days: Any) -> bool:
    """Whether one outlet prints so many of these reports, on so many days, that their sentence is its own."""
    keys = np.empty(len(reports), np.int64)
    for k in range(len(reports)):
        keys[k] = (np.int64(outlets[reports[k]]) << 32) | np.int64(days[reports[k]])
    keys.sort()
    first = 0
    while first < len(keys):
        last, several = first + 1, 1
        while last < len(keys) and keys[last] >> 32 == keys[first] >> 32:
            several += keys[last] != keys[last - 1]
            last += 1
        many = last - first
        if keys[first] >> 32 != NO_OUTLET and many >= LEAST_REPORTS and several >= LEAST_DAYS and 2 * many >= len(keys):
            return True
        first = last
    return False


def mark_furniture(words: WordColumns, word_hashes: Any, standing: Any, first: int, last: int) -> None:
    """Set the furniture bit of every word in a standing line, clear it elsewhere.

    Args:
        words: the columns of words.
        word_hashes: the hash of each word number.
        standing: the hashes of standing lines, sorted.
        first: the first report.
        last: one past the last.
    """
    for report in range(first, last):
        start, stop = words.bounds[report], words.bounds[report + 1]
        while start < stop:
            end = sentence_end(words.bits, start, stop)
            bit = 0
            if end - start >= SENTENCE_WORDS and len(standing):
                hashed = hash_words(words.numbers, word_hashes, start, end)
                place = np.searchsorted(standing, hashed)
                if place < len(standing) and standing[place] == hashed:
                    bit = FURNITURE
            for k in range(start, end):
                words.bits[k] = (words.bits[k] & OTHER_BITS) | bit
            start = end
