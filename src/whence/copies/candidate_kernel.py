"""Candidates: of all linked pairs, those that are worth aligning word by word."""

from __future__ import annotations

from typing import Any

import numpy as np

from whence.copies.kernels import GAP_WORDS
from whence.copies.link_kernel import Links
from whence.copies.winnow_kernel import GRAM_WORDS, RUN_WORDS

MANY_LINKS = 16  # links of one pair that make it a candidate whatever they look like
SHORT_ROW = 64  # links of one report up to which insertion beats a general sort


def choose_candidates(links: Links, first: int, last: int, found: Any) -> int:
    """The pairs that seem to share a long run, or two fingerprints apart from each other in the same order.

    Args:
        links: links whose later reports lie from `first` up to and not including `last`, in any order.
        first: the first later report.
        last: one past the last.
        found: receives earlier and later report of each candidate (two columns), by later, then earlier report.

    Returns:
        How many candidates were written.
    """
    starts = np.zeros(last - first + 1, np.int64)
    for k in range(len(links.later)):
        starts[links.later[k] - first + 1] += 1
    for k in range(last - first):
        starts[k + 1] += starts[k]
    order = np.empty(len(links.later), np.int64)
    cursor = starts[:-1].copy()
    for k in range(len(links.later)):
        later = links.later[k] - first
        order[cursor[later]] = k
        cursor[later] += 1
    count = 0
    for later in range(last - first):
        row = order[starts[later] : starts[later + 1]]
        sort_row(row, links)
        start = 0
        for k in range(1, len(row) + 1):
            if k == len(row) or links.earlier[row[k]] != links.earlier[row[start]]:
                if is_candidate(row[start:k], links):
                    found[count, 0] = links.earlier[row[start]]
                    found[count, 1] = first + later
                    count += 1
                start = k
    return count


def sort_row(row: Any, links: Links) -> None:
    """The links of one later report, by earlier report; those of a pair keep their order."""
    if len(row) > SHORT_ROW:
        keys = np.empty(len(row), np.int64)
        for k in range(len(row)):
            keys[k] = links.earlier[row[k]]
        row[:] = row[np.argsort(keys, kind="mergesort")]
        return
    for k in range(1, len(row)):
        link = row[k]
        hole = k
        while hole > 0 and links.earlier[row[hole - 1]] > links.earlier[link]:
            row[hole] = row[hole - 1]
            hole -= 1
        row[hole] = link


def is_candidate(row: Any, links: Links) -> bool:
    """Whether the links of one pair promise enough: a long run, or two fingerprints that do not overlap."""
    if len(row) >= MANY_LINKS:
        return True
    for k in range(len(row)):
        if links.runs[row[k]] >= RUN_WORDS:
            return True
        for other in range(k):
            across = links.earlier_places[row[k]] - links.earlier_places[row[other]]
            down = links.later_places[row[k]] - links.later_places[row[other]]
            if abs(across) >= GRAM_WORDS and abs(down) >= GRAM_WORDS and abs(across - down) <= GAP_WORDS:
                return True
    return False
