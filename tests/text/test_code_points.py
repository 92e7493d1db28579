"""Code points: texts as arrays, and tables that say of each what `fold` and the pattern of a word say."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.text import code_points as classes
from whence.text.code_points import CLASS, FoldTables, encode_texts, hash_word
from whence.text.folding import fold
from whence.text.word_kernel import find_unknown

ANY = st.characters(exclude_categories=())  # lone surrogates too


@given(st.lists(st.text(ANY, max_size=20), max_size=5))
def test_texts_can_be_read_back_from_their_code_points(texts: list[str]) -> None:
    codes, bounds = encode_texts(texts)
    pairs = pairwise(bounds)
    assert ["".join(map(chr, codes[start:end].tolist())) for start, end in pairs] == texts


@given(st.text(ANY, min_size=1, max_size=40))
def test_tables_class_the_fold_as_the_pattern_of_a_word_does(text: str) -> None:
    codes, tables = encode_texts([text]).codes, FoldTables(find_unknown)
    tables.cover(codes)
    arrays, folded = tables.arrays, fold(text)
    assert arrays.folded[codes].tolist() == [ord(char) for char in folded]
    for kind, pattern in ((classes.DIGIT, r"\d"), (classes.LETTER, r"[^\W\d_]"), (classes.POINT, r"\.")):
        found = (arrays.classes[codes] & CLASS == kind).tolist()
        assert found == [bool(re.match(pattern, char)) for char in folded]
    assert ((arrays.classes[codes] & classes.WORD_BIT) > 0).tolist() == [bool(re.match(r"\w", c)) for c in folded]
    assert ((arrays.classes[codes] & classes.CAPITAL_BIT) > 0).tolist() == [char.isupper() for char in text]


def test_each_code_point_is_entered_once() -> None:
    known, found = np.zeros(128, np.uint8), np.zeros(8, np.uint32)
    codes = encode_texts(["abba"]).codes
    assert find_unknown(codes, known, found) == 2
    assert find_unknown(codes, known, found) == 0


@pytest.mark.parametrize("other", ["wars", "wra", "War", "", "wаr"])
def test_hashes_of_other_words_and_of_other_secrets_differ(other: str) -> None:
    assert hash_word("war", 1) not in (hash_word(other, 1), hash_word("war", 2))
