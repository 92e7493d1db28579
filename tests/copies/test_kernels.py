"""The plain kernels and the compiled ones give the same rows."""

from __future__ import annotations

import random
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.copies.alignment import align_words
from whence.copies.kernels import chain_runs, join_seeds
from whence.copies.seeds import find_seeds

numpy = pytest.importorskip("numpy")
numba: ModuleType = pytest.importorskip("numba")

WORDS = st.lists(st.integers(0, 5), max_size=60)
COMPILED_JOIN = numba.njit(join_seeds)
COMPILED_CHAIN = numba.njit(chain_runs)


def plain_runs(a: list[int], b: list[int]) -> list[tuple[int, int, int]]:
    seeds = find_seeds(a, b)
    found = [0] * (3 * len(seeds))
    count = join_seeds(a, b, [i for i, _ in seeds], [j for _, j in seeds], found)
    return [(found[3 * k], found[3 * k + 1], found[3 * k + 2]) for k in range(count)]


def compiled_runs(a: list[int], b: list[int]) -> list[tuple[int, int, int]]:
    seeds = numpy.array(find_seeds(a, b), dtype=numpy.int64).reshape(-1, 2)
    found = numpy.zeros(3 * len(seeds), dtype=numpy.int64)
    arrays = [numpy.array(side, dtype=numpy.int64) for side in (a, b)]
    count = COMPILED_JOIN(*arrays, seeds[:, 0].copy(), seeds[:, 1].copy(), found)
    return [(row[0], row[1], row[2]) for row in found[: 3 * count].reshape(-1, 3).tolist()]


@settings(max_examples=40)
@given(WORDS, WORDS)
def test_compiled_seeds_join_into_the_same_runs(a: list[int], b: list[int]) -> None:
    assert compiled_runs(a, b) == plain_runs(a, b)


@settings(max_examples=40)
@given(WORDS, WORDS)
def test_compiled_chains_have_the_same_scores_and_links(a: list[int], b: list[int]) -> None:
    runs = sorted(plain_runs(a, b))
    scores, previous = [0.0] * len(runs), [-1] * len(runs)
    chain_runs([r[0] for r in runs], [r[1] for r in runs], [r[2] for r in runs], scores, previous)
    columns = numpy.array(runs, dtype=numpy.int64).reshape(-1, 3)
    fast_scores = numpy.zeros(len(runs), dtype=numpy.float64)
    fast_previous = numpy.full(len(runs), -1, dtype=numpy.int64)
    COMPILED_CHAIN(*(columns[:, k].copy() for k in range(3)), fast_scores, fast_previous)
    assert fast_scores.tolist() == scores
    assert fast_previous.tolist() == previous


def test_they_agree_on_a_long_text_with_a_moved_block() -> None:
    rng = random.Random(1)
    a = [rng.randrange(400) for _ in range(3_000)]
    b = a[1_500:] + [rng.randrange(400) for _ in range(200)] + a[:1_500]
    assert compiled_runs(a, b) == plain_runs(a, b)


@given(WORDS, WORDS)
def test_runs_are_equal_words_that_cannot_be_made_longer(a: list[int], b: list[int]) -> None:
    for start_a, start_b, size in plain_runs(a, b):
        assert size >= 3
        assert a[start_a : start_a + size] == b[start_b : start_b + size]
        assert start_a + size == len(a) or start_b + size == len(b) or a[start_a + size] != b[start_b + size]
        assert start_a == 0 or start_b == 0 or a[start_a - 1] != b[start_b - 1]


def test_numba_arrays_and_lists_align_alike() -> None:
    a = list(range(30))
    assert align_words(numpy.array(a), numpy.array(a[10:] + a[:10])) == align_words(a, a[10:] + a[:10])
