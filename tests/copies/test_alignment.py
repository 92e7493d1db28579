"""Alignment: equal words, in chains, each word used once."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.copies.alignment import CHAIN_WORDS, WordRun, align_words

WORDS = st.lists(st.integers(0, 8), max_size=80)


def runs_of(a: list[int], b: list[int]) -> list[WordRun]:
    return [run for chain in align_words(a, b) for run in chain]


@given(WORDS, WORDS)
def test_runs_are_equal_words(a: list[int], b: list[int]) -> None:
    assert all(run.size > 0 and a[run.a : run.a + run.size] == b[run.b : run.b + run.size] for run in runs_of(a, b))


@given(WORDS, WORDS)
def test_no_word_is_used_twice_on_either_side(a: list[int], b: list[int]) -> None:
    runs = runs_of(a, b)
    used_a = [run.a + k for run in runs for k in range(run.size)]
    used_b = [run.b + k for run in runs for k in range(run.size)]
    assert len(used_a) == len(set(used_a))
    assert len(used_b) == len(set(used_b))


@given(WORDS, WORDS)
def test_chains_rise_in_both_texts_and_are_long_enough(a: list[int], b: list[int]) -> None:
    for chain in align_words(a, b):
        assert sum(run.size for run in chain) >= CHAIN_WORDS
        for left, right in itertools.pairwise(chain):
            assert left.a + left.size <= right.a
            assert left.b + left.size <= right.b


@given(st.permutations(range(40)), st.permutations(range(40)))
def test_where_no_word_repeats_alignment_is_symmetric(a: list[int], b: list[int]) -> None:
    """Where words repeat, equally good chains may be chosen differently; then only the properties above hold."""
    turned = {WordRun(run.b, run.a, run.size) for run in runs_of(b, a)}
    assert set(runs_of(a, b)) == turned


@given(st.integers(0, 30), st.integers(10, 40), st.integers(0, 30))
def test_one_moved_block_is_found_from_both_sides(before: int, size: int, after: int) -> None:
    a = list(range(before + size + after))
    b = a[before : before + size] + a[:before] + a[before + size :]
    there = {WordRun(run.b, run.a, run.size) for run in runs_of(b, a)}
    assert set(runs_of(a, b)) == there
    assert any(run.a <= before and run.a + run.size >= before + size for run in runs_of(a, b))


@given(st.lists(st.integers(0, 50), min_size=CHAIN_WORDS, max_size=200))
def test_a_text_covers_itself(words: list[int]) -> None:
    covered = sum(run.size for run in runs_of(words, words))
    assert covered == len(words)


@pytest.mark.parametrize("size", [10, 12, 16, 25, 60])
def test_a_passage_planted_between_random_texts_is_found(size: int) -> None:
    rng = random.Random(size)
    for _ in range(40):
        a = [rng.randrange(5_000) for _ in range(400)]
        b = [rng.randrange(5_000, 10_000) for _ in range(400)]
        at_a, at_b = rng.randrange(400 - size), rng.randrange(400)
        b[at_b:at_b] = a[at_a : at_a + size]
        assert WordRun(at_a, at_b, size) in runs_of(a, b)


def test_texts_without_a_shared_word_share_nothing() -> None:
    assert align_words(range(100), range(100, 200)) == ()
    assert align_words([], []) == ()


def test_fewer_words_than_a_chain_needs_are_chance() -> None:
    assert align_words([1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7]) == ()
    assert align_words([1, 2, 3], [1, 2, 3], chain_words=3) == ((WordRun(0, 0, 3),),)


def test_one_word_repeated_a_hundred_thousand_times_finishes() -> None:
    assert sum(run.size for run in runs_of([7] * 100_000, [7] * 100_000)) == 100_000


def test_a_short_refrain_repeated_finishes() -> None:
    words = [1, 2, 3, 4, 5] * 10_000
    assert sum(run.size for run in runs_of(words, [9, *words])) >= len(words) - 5
