"""Blocks: the heaviest part of a story that kept its order; the rest moved."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from whence.changes.blocks import Block, group_links, heaviest_rising, row_kind
from whence.changes.links import Link


@given(st.permutations(range(7)), st.lists(st.integers(1, 9), min_size=7, max_size=7))
def test_no_other_rising_choice_is_heavier(order: list[int], weights: list[int]) -> None:
    blocks = [Block(range(k, k + 1), range(order[k], order[k] + 1), weights[k], k) for k in range(7)]
    chosen = heaviest_rising(blocks)
    best = max(
        sum(weights[k] for k in choice)
        for size in range(1, 8)
        for choice in combinations(range(7), size)
        if list(choice) == sorted(choice, key=lambda k: order[k])
    )
    assert sum(weights[k] for k in chosen) == best
    assert sorted(chosen) == sorted(chosen, key=lambda k: order[k])


@given(st.lists(st.builds(Link, st.integers(0, 6), st.integers(0, 6), st.integers(1, 9)), max_size=12))
def test_every_linked_sentence_stands_in_exactly_one_group(links: list[Link]) -> None:
    groups = group_links(links)
    assert sorted(unit for group in groups for unit in group.a) == sorted({link.a for link in links})
    assert sorted(unit for group in groups for unit in group.b) == sorted({link.b for link in links})


def test_groups_are_named_by_their_numbers() -> None:
    (merged,) = group_links([Link(0, 0, 4), Link(1, 0, 4)])
    (split,) = group_links([Link(0, 0, 4), Link(0, 1, 4)])
    assert (row_kind(merged), row_kind(split)) == ("merged", "split")


def test_many_blocks_in_reverse_finish() -> None:
    size = 20_000
    blocks = [Block(range(k, k + 1), range(size - k, size - k + 1), 1, k) for k in range(size)]
    assert len(heaviest_rising(blocks)) == 1
