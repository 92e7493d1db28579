"""Passages: equal words in a row, each word once, cut at quotation marks and standing lines, gaps filled."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whence.copies.share_kernel import PairRows, PassageRows
from whence.copies.winnow_kernel import FURNITURE, WordColumns
from whence.corpus.kernels import Kernels
from whence.flow.aligning import Least, share
from whence.text.side_bits import QUOTED

WORDS = st.lists(st.integers(0, 5), max_size=50)
BITS = st.lists(st.sampled_from([0, 0, 0, QUOTED, FURNITURE]), min_size=50, max_size=50)
Shared = tuple[PairRows, PassageRows]


def shared(kernels: Kernels, a: list[int], b: list[int], bits: tuple[list[int], list[int]] = ([], [])) -> Shared:
    """What two reports share, however little."""
    filled = [(given + [0] * len(words))[: len(words)] for words, given in zip((a, b), bits, strict=True)]
    columns = WordColumns(
        np.array([*a, *b], np.uint32),
        np.array([*filled[0], *filled[1]], np.uint8),
        np.array([0, len(a), len(a) + len(b)]),
    )
    return share(kernels, columns, np.array([[0, 1]]), Least(1, 1))


def test_every_passage_is_equal_words_and_every_word_is_used_once(kernels: Kernels) -> None:
    @given(WORDS, WORDS, BITS, BITS)
    def holds(a: list[int], b: list[int], bits_a: list[int], bits_b: list[int]) -> None:
        _, passages = shared(kernels, a, b, (bits_a, bits_b))
        used_a: list[int] = []
        used_b: list[int] = []
        for start_a, start_b, size, kind in zip(*(column.tolist() for column in passages), strict=True):
            assert a[start_a : start_a + size] == b[start_b : start_b + size]
            for step in range(size):
                one, other = bits_a[start_a + step], bits_b[start_b + step]
                expected = bool(one & QUOTED) | bool(other & QUOTED) << 1 | bool((one | other) & FURNITURE) << 2
                assert kind == expected
            used_a += range(start_a, start_a + size)
            used_b += range(start_b, start_b + size)
        assert len(set(used_a)) == len(used_a)
        assert len(set(used_b)) == len(used_b)

    holds()


def test_a_word_that_stands_alone_between_two_runs_is_a_passage(kernels: Kernels) -> None:
    a = [1, 2, 3, 4, 10, 11, 12, 5, 6, 7, 8]
    b = [1, 2, 3, 4, 20, 11, 22, 5, 6, 7, 8]
    rows, passages = shared(kernels, a, b)
    assert list(zip(passages.a.tolist(), passages.words.tolist(), strict=True)) == [(0, 4), (5, 1), (7, 4)]
    assert rows.words.tolist() == [9]


def test_words_outside_quotations_are_counted_apart_and_standing_lines_not_at_all(kernels: Kernels) -> None:
    words = list(range(30))
    bits = [QUOTED] * 10 + [0] * 10 + [FURNITURE] * 10
    rows, passages = shared(kernels, words, words, (bits, [0] * 30))
    assert passages.words.tolist() == [10, 10, 10]
    assert (rows.words.tolist(), rows.unquoted.tolist(), rows.longest.tolist()) == ([20], [10], [20])
    assert (rows.body_a.tolist(), rows.body_b.tolist()) == ([20], [30])


def test_only_a_standing_line_in_common_is_no_pair(kernels: Kernels) -> None:
    words = list(range(20))
    assert not len(shared(kernels, words, words, ([FURNITURE] * 20, [0] * 20))[0].words)


def test_moved_passages_are_found_where_they_went(kernels: Kernels) -> None:
    first, second = list(range(20)), list(range(50, 70))
    _, passages = shared(kernels, [*first, *second], [*second, *first])
    assert sorted(zip(passages.a.tolist(), passages.b.tolist(), strict=True)) == [(0, 20), (20, 0)]
