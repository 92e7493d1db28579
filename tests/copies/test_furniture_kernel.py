"""Standing lines: what one outlet prints again and again, on several days, and others no more often than it does."""

from __future__ import annotations

import numpy as np
import pytest

from whence.copies.furniture_kernel import LEAST_DAYS, LEAST_REPORTS, SENTENCE_WORDS
from whence.copies.winnow_kernel import FURNITURE, WordColumns
from whence.corpus.kernels import Kernels
from whence.corpus.partitions import empty_postings
from whence.text.side_bits import SENTENCE

LINE = 7


def learned(kernels: Kernels, outlets: list[int], days: list[int]) -> list[int]:
    """Whether a sentence that these reports have is a standing line."""
    size = len(outlets)
    found = np.empty(size // LEAST_REPORTS + 1, np.uint64)
    facts = np.array(outlets, np.int32), np.array(days, np.int64)
    count = kernels.learn_furniture(np.full(size, LINE, np.uint64), np.arange(size), *facts, found)
    return list(found[:count].tolist())


@pytest.mark.parametrize(
    ("outlets", "days", "standing"),
    [
        ([1] * LEAST_REPORTS, list(range(LEAST_REPORTS)), True),
        ([1] * (LEAST_REPORTS - 1), list(range(LEAST_REPORTS - 1)), False),
        ([1] * LEAST_REPORTS, [k % (LEAST_DAYS - 1) for k in range(LEAST_REPORTS)], False),
        ([1] * LEAST_REPORTS + [2] * LEAST_REPORTS, list(range(LEAST_REPORTS)) * 2, True),
        ([1] * LEAST_REPORTS + list(range(2, 3 + LEAST_REPORTS)), list(range(2 * LEAST_REPORTS + 1)), False),
        ([-1] * 40, list(range(40)), False),
    ],
)
def test_what_is_a_standing_line(outlets: list[int], days: list[int], standing: bool, kernels: Kernels) -> None:
    assert learned(kernels, outlets, days) == ([LINE] if standing else [])


def test_words_of_a_standing_line_are_marked_and_unmarked(kernels: Kernels) -> None:
    size = SENTENCE_WORDS + 1
    numbers = np.array([*range(size), *range(20, 20 + size)], np.uint32)
    bits = np.zeros(2 * size, np.uint8)
    bits[[0, size]] = SENTENCE
    columns = WordColumns(numbers, bits, np.array([0, 2 * size]))
    hashes = np.arange(1, 100, dtype=np.uint64) << np.uint64(40)
    sentences = empty_postings(2 * size)
    assert kernels.hash_sentences(columns, hashes, 0, 1, sentences) == 2
    assert sentences.neighbours[:2].tolist() == [size, size]
    kernels.mark_furniture(columns, hashes, sentences.hashes[1:2], 0, 1)
    assert (bits & FURNITURE > 0).tolist() == [False] * size + [True] * size
    kernels.mark_furniture(columns, hashes, sentences.hashes[:0], 0, 1)
    assert bits.tolist() == [SENTENCE, *[0] * (size - 1)] * 2


def test_short_sentences_are_left_out(kernels: Kernels) -> None:
    size = SENTENCE_WORDS - 1
    columns = WordColumns(np.arange(size, dtype=np.uint32), np.zeros(size, np.uint8), np.array([0, size]))
    assert kernels.hash_sentences(columns, np.ones(9, np.uint64), 0, 1, empty_postings(size)) == 0
