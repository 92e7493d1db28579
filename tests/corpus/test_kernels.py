"""The kernels find what the readable functions find, on any text, plain and compiled."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.copies.alignment import WordRun, align_words
from whence.corpus.kernels import SMALL_BYTES, Kernels, choose_kernels
from whence.corpus.vocabulary import SECRET, Vocabulary
from whence.flow.marking import Marker
from whence.text.code_points import hash_word
from whence.text.marks import quoted_spans
from whence.text.spans import covered_flags
from whence.text.words import split_words

LETTERS = st.sampled_from(
    [
        *"aAbs.'’‘`\"“”«»„,:1 9_-([…$\n\r\u0301\u200b\u0483еаоαx²½٣éＡ",
        "U.S.",
        "'s",
        "'em ",
        "''",
        "1,000",
        "\ud800",
        "中",
    ]
)
TEXTS = st.lists(LETTERS, max_size=25).map("".join)
WORDS = st.lists(st.integers(0, 6), max_size=60)


def test_words_and_quotation_marks_are_those_of_the_plain_functions(kernels: Kernels) -> None:
    marker = Marker(kernels)

    @settings(max_examples=300, deadline=None)
    @given(TEXTS)
    def holds(text: str) -> None:
        marked, words = marker.split(marker.encode([text])), split_words(text)
        assert marked.words.starts.tolist() == words.starts
        assert marked.words.ends.tolist() == words.ends
        assert [int(one) for one in marked.words.hashes] == [hash_word(key, SECRET) for key in words.keys]
        assert (marked.words.bits & 1).tolist() == list(covered_flags(words.starts, quoted_spans(text)))

    holds()


def test_words_have_one_number_exactly_where_they_have_one_key(kernels: Kernels) -> None:
    @settings(max_examples=300, deadline=None)
    @given(st.lists(TEXTS | st.sampled_from(["us", "u.s.", "US", "abcdefgh", "abcdefghi", "éa", "rock' roll's"])))
    def holds(texts: list[str]) -> None:
        forms = {"hashes": np.empty(0, np.uint64), "numbers": np.empty(0, np.uint32), "ends": np.empty(0, np.int64)}
        vocabulary, marker = Vocabulary(kernels, forms, np.empty(0, np.uint32)), Marker(kernels)
        encoded = marker.encode(texts)
        numbers = vocabulary.number(encoded.codes, marker.folded, marker.split(encoded).words).tolist()
        keys = [key for text in texts for key in split_words(text).keys]
        assert len(numbers) == len(keys)
        assert len(set(zip(numbers, keys, strict=True))) == len(set(numbers)) == len(set(keys))

    holds()


def test_chains_are_those_of_align_words(kernels: Kernels) -> None:
    @settings(max_examples=150, deadline=None)
    @given(WORDS, WORDS)
    def holds(a: list[int], b: list[int]) -> None:
        scratch, table = kernels.make_scratch(len(a), len(b)), kernels.make_seed_table(len(b))
        one, other = np.array(a, np.uint32), np.array(b, np.uint32)
        size = kernels.fill_seed_table(other, table)
        runs = kernels.find_runs(one, other, table, size, scratch)
        chosen = kernels.take_chains(len(a), len(b), runs, scratch)
        found = [WordRun(x, y, abs(n)) for x, y, n in scratch.chosen[:chosen].tolist()]
        assert sorted(found) == sorted(run for chain in align_words(a, b) for run in chain)

    holds()


def test_a_text_with_more_words_than_there_is_room_for_is_numbered() -> None:
    kernels = choose_kernels(SMALL_BYTES + 1)
    forms = {"hashes": np.empty(0, np.uint64), "numbers": np.empty(0, np.uint32), "ends": np.empty(0, np.int64)}
    vocabulary, marker = Vocabulary(kernels, forms, np.empty(0, np.uint32)), Marker(kernels)
    encoded = marker.encode([" ".join(f"word{k % 9_000}" for k in range(20_000)) + " u.s. us"])
    numbers = vocabulary.number(encoded.codes, marker.folded, marker.split(encoded).words)
    assert len(set(numbers.tolist())) == 9_001
    assert numbers[-1] == numbers[-2]
