"""Seeds: three words in a row that both texts hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whence.copies.seeds import ALL_PAIRS, find_seeds

WORDS = st.lists(st.integers(0, 3), max_size=60)


@given(WORDS, WORDS)
def test_every_seed_is_three_equal_words_ordered_by_diagonal(a: list[int], b: list[int]) -> None:
    seeds = find_seeds(a, b)
    assert all(a[i : i + 3] == b[j : j + 3] and len(a[i : i + 3]) == 3 for i, j in seeds)
    assert seeds == sorted(set(seeds), key=lambda seed: (seed[1] - seed[0], seed[0]))


@given(WORDS, WORDS)
def test_seeds_stay_few_whatever_is_repeated(a: list[int], b: list[int]) -> None:
    assert len(find_seeds(a, b)) <= ALL_PAIRS * max(1, min(len(a), len(b)))


@given(WORDS, WORDS)
def test_a_run_of_three_words_in_both_leaves_a_seed(a: list[int], b: list[int]) -> None:
    both = {tuple(a[i : i + 3]) for i in range(len(a) - 2)} & {tuple(b[j : j + 3]) for j in range(len(b) - 2)}
    assert {tuple(a[i : i + 3]) for i, _ in find_seeds(a, b)} == both


def test_a_text_without_three_words_has_no_seed() -> None:
    assert find_seeds([1, 2], [1, 2]) == []
    assert find_seeds([], [1, 2, 3]) == []
