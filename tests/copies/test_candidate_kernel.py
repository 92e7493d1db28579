"""Candidates: a long run, or two fingerprints apart from each other in the same order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.copies.candidate_kernel import MANY_LINKS
from whence.copies.kernels import GAP_WORDS
from whence.copies.link_kernel import Links
from whence.copies.winnow_kernel import GRAM_WORDS, RUN_WORDS
from whence.corpus.kernels import Kernels
from whence.flow.aligning import choose

Row = tuple[int, int, int, int, int]


def links_of(rows: list[Row]) -> Links:
    """Links from rows of earlier, later, the places in both, and the run."""
    columns = list(zip(*rows, strict=True)) or [()] * 5
    earlier, later, places_a, places_b = (np.array(column, np.int32) for column in columns[:4])
    return Links(earlier, later, places_a, places_b, np.array(columns[4], np.uint8))


@pytest.mark.parametrize(
    ("rows", "chosen"),
    [
        ([(0, 1, 5, 9, RUN_WORDS)], True),
        ([(0, 1, 5, 9, RUN_WORDS - 1)], False),
        ([(0, 1, 5, 9, GRAM_WORDS), (0, 1, 5 + GRAM_WORDS, 9 + GRAM_WORDS, GRAM_WORDS)], True),
        ([(0, 1, 5, 9, GRAM_WORDS), (0, 1, 6, 10, GRAM_WORDS)], False),
        ([(0, 1, 5, 9, GRAM_WORDS), (0, 1, 200, 204 + GAP_WORDS, GRAM_WORDS)], True),
        ([(0, 1, 5, 9, GRAM_WORDS), (0, 1, 200, 205 + GAP_WORDS, GRAM_WORDS)], False),
        ([(0, 1, k, 9, GRAM_WORDS) for k in range(MANY_LINKS)], True),
        ([(0, 1, 5, 9, GRAM_WORDS), (0, 2, 50, 90, GRAM_WORDS)], False),
    ],
)
def test_what_is_worth_aligning(rows: list[Row], chosen: bool, kernels: Kernels) -> None:
    found = choose(kernels, links_of(rows), 1, 3).tolist()
    assert found == ([[0, 1]] if chosen else [])


def test_candidates_come_by_later_then_earlier_report_in_any_order_of_links(kernels: Kernels) -> None:
    pairs = st.lists(st.tuples(st.integers(0, 4), st.integers(5, 9)), max_size=90)

    @given(pairs)
    def holds(pairs: list[tuple[int, int]]) -> None:
        found = choose(kernels, links_of([(a, b, 0, 0, RUN_WORDS) for a, b in pairs]), 5, 10).tolist()
        assert found == [[a, b] for b, a in sorted({(b, a) for a, b in pairs})]

    holds()
