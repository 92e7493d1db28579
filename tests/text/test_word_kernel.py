"""Words of many texts: spans, hashes and side bits are those that the readable functions give."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.corpus.kernels import Kernels, choose_kernels
from whence.text.code_points import FoldTables, encode_texts, hash_word
from whence.text.folding import fold
from whence.text.side_bits import CAPITAL, DIGIT, PARAGRAPH, SENTENCE, SHORT
from whence.text.word_kernel import WordRows
from whence.text.words import split_words

SECRET = 0x9E3779B97F4A7C15
LETTERS = st.sampled_from(
    [
        *"aAbsSſ.'’‘ʼ′＇\",: 1 9_-\n\r\u2028\u0301\u0483\u064b\u200b\u00ad\ufeffеоαһԝИßøŁ²½Ⅷ٣３éÉＡ中😀ǅ\u0130\ud800",
        *("U.S.", "'s", "’S", "'sx", "'s_", "1,000", "3:49", "20th", "O’B", "中.国."),
    ]
)
TEXTS = st.lists(st.lists(LETTERS | st.characters(), max_size=25).map("".join), max_size=4)
Row = tuple[int, int, int, int]


def rows_of(texts: list[str], kernels: Kernels) -> list[list[Row]]:
    """The words of each text, found on arrays with no more room than half the code points."""
    codes, bounds = encode_texts(texts)
    tables = FoldTables(kernels.find_unknown)
    tables.cover(codes)
    room = (len(codes) + len(texts)) // 2
    found = WordRows(
        np.zeros(room, np.uint32),
        np.zeros(room, np.uint32),
        np.zeros(room, np.uint64),
        np.zeros(room, np.uint8),
        np.zeros(len(bounds), np.int64),
    )
    kernels.split_texts(codes, bounds, tables.arrays, np.uint64(SECRET), found)
    found = found._replace(bits=found.bits & (0xFF ^ SHORT))
    rows = list(zip(*(column.tolist() for column in found[:4]), strict=True))
    return [rows[start:end] for start, end in pairwise(found.bounds)]


def expected_rows(text: str) -> list[Row]:
    """The same, from `split_words`."""
    words, before = split_words(text), 0
    rows: list[Row] = []
    for start, end, key in zip(words.starts, words.ends, words.keys, strict=True):
        bits = DIGIT if any(char.isdecimal() for char in fold(text[start:end])) else 0
        bits |= CAPITAL if text[start].isupper() else 0
        between = set(text[before:start])
        bits |= PARAGRAPH if not rows or between & {"\n", "\r"} else 0
        bits |= SENTENCE if bits & PARAGRAPH or (bits & CAPITAL and between & set(".!?")) else 0
        rows.append((start, end, hash_word(key, SECRET), bits))  # without SHORT
        before = end
    return rows


def test_words_hashes_and_bits_are_those_of_split_words(kernels: Kernels) -> None:
    @given(TEXTS)
    def holds(texts: list[str]) -> None:
        assert rows_of(texts, kernels) == [expected_rows(text) for text in texts]

    holds()


@pytest.mark.parametrize("part", ["a", "'", "a.", "1,", "a'", "'s", "a'b1", "\u0301", "a\u0301", "е", "\ud800", "a1"])
def test_long_runs_are_split_as_split_words_does(part: str) -> None:
    text = part * 20_000
    assert rows_of([text], choose_kernels(None))[0] == expected_rows(text)


def test_a_word_does_not_reach_into_the_next_text(kernels: Kernels) -> None:
    texts = ["U.", "S.", "don", "'t", "1,", "000", "x", "", "'", "s", "e", "\u0301"]
    assert rows_of(texts, kernels) == [expected_rows(text) for text in texts]


@pytest.mark.parametrize("texts", [[], [""], [""] * 1000])
def test_no_text_has_no_words(texts: list[str], kernels: Kernels) -> None:
    assert rows_of(texts, kernels) == [[] for _ in texts]
