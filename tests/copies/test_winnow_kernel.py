"""Fingerprints: two reports that share a run of words choose alike, and low entropy chooses nothing."""

from __future__ import annotations

from collections.abc import Set

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whence.copies.winnow_kernel import (
    FURNITURE,
    GRAM_WORDS,
    RUN_WORDS,
    Postings,
    WordColumns,
    shared_run,
)
from whence.corpus.kernels import Kernels
from whence.corpus.partitions import empty_postings, slice_postings

HASHES = np.random.default_rng(3).integers(1, 2**64, 400, dtype=np.uint64)
DISTINCT = st.lists(st.integers(0, 399), min_size=RUN_WORDS, max_size=RUN_WORDS + 6, unique=True)
OTHERS = st.lists(st.integers(0, 399), max_size=30)


def fingerprints(kernels: Kernels, reports: list[list[int]], furniture: Set[int] = frozenset()) -> Postings:
    """The fingerprints of reports given as word numbers; positions in `furniture` are words of standing lines."""
    numbers = np.array([word for report in reports for word in report], np.uint32)
    bits = np.array([FURNITURE if place in furniture else 0 for place in range(len(numbers))], np.uint8)
    bounds = np.cumsum([0, *map(len, reports)])
    room = empty_postings(len(numbers))
    count = kernels.find_fingerprints(WordColumns(numbers, bits, bounds), HASHES, 0, len(reports), room)
    return slice_postings(room, 0, count)


def test_any_shared_run_of_twelve_words_shares_a_fingerprint(kernels: Kernels) -> None:
    @given(DISTINCT, OTHERS, OTHERS, OTHERS, OTHERS)
    def holds(shared: list[int], before: list[int], after: list[int], ahead: list[int], behind: list[int]) -> None:
        found = fingerprints(kernels, [[*before, *shared, *after], [*ahead, *shared, *behind]])
        places = {
            report: {
                int(hashed)
                for hashed, place in zip(found.hashes[mine], found.places[mine], strict=True)
                if start <= place <= start + len(shared) - GRAM_WORDS
            }
            for report, start in ((0, len(before)), (1, len(ahead)))
            for mine in [found.reports == report]
        }
        assert places[0] & places[1]

    holds()


def test_one_fingerprint_is_one_gram(kernels: Kernels) -> None:
    @given(st.lists(st.lists(st.integers(0, 9), max_size=40), max_size=4))
    def holds(reports: list[list[int]]) -> None:
        found = fingerprints(kernels, reports)
        grams: dict[int, tuple[int, ...]] = {}
        for hashed, report, place in zip(*(column.tolist() for column in found[:3]), strict=True):
            gram = tuple(reports[report][place : place + GRAM_WORDS])
            assert len(gram) == GRAM_WORDS
            assert grams.setdefault(hashed, gram) == gram

    holds()


def test_a_few_words_over_and_over_leave_no_fingerprint(kernels: Kernels) -> None:
    assert not len(fingerprints(kernels, [[1, 2, 3] * 40, [7] * 100]).hashes)
    assert len(fingerprints(kernels, [[1, 2, 3, 4] * 10]).hashes)


def test_words_of_standing_lines_leave_no_fingerprint(kernels: Kernels) -> None:
    words = list(range(40))
    kept = fingerprints(kernels, [words], set(range(10, 40)))
    assert len(kept.places)
    assert all(place + GRAM_WORDS <= 10 for place in kept.places.tolist())
    assert not len(fingerprints(kernels, [words], set(range(0, 40, 7))).hashes)


def test_neighbours_tell_how_far_a_run_goes_on(kernels: Kernels) -> None:
    shared = list(range(100, 100 + RUN_WORDS + 2))
    found = fingerprints(kernels, [[1, 2, 3, *shared, 4, 5], [9, 8, 7, *shared, 6, 10]])
    mine, theirs = (found.reports == report for report in (0, 1))
    both = np.intersect1d(found.hashes[mine], found.hashes[theirs])
    assert len(both)
    for hashed in both:
        one, other = (int(found.neighbours[side & (found.hashes == hashed)][0]) for side in (mine, theirs))
        assert shared_run(one, other) >= RUN_WORDS
    assert shared_run(0, 0) == GRAM_WORDS
    assert shared_run(0x11111111, 0x11111112) == GRAM_WORDS + 4
