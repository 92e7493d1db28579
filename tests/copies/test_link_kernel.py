"""Links: all pairs of a small group, the first and the nearest of a large one, inside the window; sure pairs once."""

from __future__ import annotations

from itertools import groupby

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whence.copies.link_kernel import NEAREST, NO_TIME, LinkRule, Ordered
from whence.copies.winnow_kernel import Postings
from whence.corpus.kernels import Kernels
from whence.flow.linking import link_postings, no_pairs

ALL = 4
WINDOW = 10
ENTRIES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 11), st.sampled_from([0, 0x11111111])), max_size=60)
MINUTES = st.lists(st.integers(0, 25) | st.just(NO_TIME), min_size=12, max_size=12)
Entry = tuple[int, int, int]


def postings_of(entries: list[Entry]) -> Postings:
    """Entries of hash, report and neighbours, in their order of hash."""
    rows = sorted(entries, key=lambda entry: entry[0])
    hashes, reports, neighbours = (list(column) for column in zip(*rows, strict=True)) if rows else ([], [], [])
    places = np.arange(len(rows), dtype=np.uint32)
    return Postings(np.array(hashes, np.uint64), np.array(reports, np.uint32), places, np.array(neighbours, np.uint32))


def ordered_by(minutes: list[int]) -> Ordered:
    """Reports in order of their minutes, all of them wanted."""
    order = sorted(range(len(minutes)), key=lambda report: (minutes[report], report))
    ranks = np.empty(len(minutes), np.int64)
    ranks[order] = np.arange(len(minutes))
    return Ordered(ranks, np.array(minutes, np.int64), np.ones(len(minutes), np.uint8))


def expected_pairs(entries: list[Entry], ordered: Ordered) -> set[tuple[int, int]]:
    """Ranks of the pairs that the rule links, one group after the other."""
    found = set()
    for _, group in groupby(sorted(entries, key=lambda entry: entry[0]), key=lambda entry: entry[0]):
        reports = sorted({report for _, report, _ in group}, key=lambda report: int(ordered.ranks[report]))
        for q, later in enumerate(reports):
            minute = int(ordered.minutes[later])
            before = [one for one in reports[:q] if minute == NO_TIME or minute - int(ordered.minutes[one]) <= WINDOW]
            kept = before if len(before) <= ALL else [before[0], *before[-NEAREST:]]
            found |= {(int(ordered.ranks[one]), int(ordered.ranks[later])) for one in kept}
    return found


def test_the_pairs_are_those_of_the_rule(kernels: Kernels) -> None:
    @given(ENTRIES, MINUTES)
    def holds(entries: list[Entry], minutes: list[int]) -> None:
        ordered = ordered_by(minutes)
        links = link_postings(kernels, postings_of(entries), (ordered, LinkRule(WINDOW, ALL)), no_pairs(12))
        found = set(zip(links.earlier.tolist(), links.later.tolist(), strict=True))
        assert found == expected_pairs(entries, ordered)

    holds()


def test_room_that_is_too_small_for_all_pairs_of_a_group_grows(kernels: Kernels) -> None:
    entries = [(1, report, 0) for report in range(200)]
    ordered = ordered_by(list(range(200)))
    links = link_postings(kernels, postings_of(entries), (ordered, LinkRule(1_000, 200)), no_pairs(200))
    assert len(links.runs) == 200 * 199 // 2


def test_a_sure_pair_is_linked_once_and_another_each_time(kernels: Kernels) -> None:
    ordered = ordered_by([0, 1])
    for neighbours, times in ((0x11111111, 1), (0, 30)):
        entries = [(hashed, report, neighbours) for hashed in range(30) for report in (0, 1)]
        links = link_postings(kernels, postings_of(entries), (ordered, LinkRule(WINDOW, ALL)), no_pairs(2))
        assert len(links.runs) == times


def test_only_wanted_reports_are_linked_with_those_before_them(kernels: Kernels) -> None:
    ordered = ordered_by([0, 1, 2])
    ordered.wanted[2] = 0
    entries = [(1, report, 0) for report in range(3)]
    links = link_postings(kernels, postings_of(entries), (ordered, LinkRule(WINDOW, ALL)), no_pairs(3))
    assert list(zip(links.earlier.tolist(), links.later.tolist(), strict=True)) == [(0, 1)]
