"""What one text has and another lacks, by plain and by compiled kernel."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.copies.compiling import compile_kernels
from whence.families import family_kernel
from whence.families.family_kernel import (
    EDITS,
    KEPT,
    KEPT_PROSE,
    KNOWN_EDITS,
    KNOWN_PASSAGES,
    LEAD,
    PASSAGE_GRAMS,
    PASSAGES,
    SEAMS,
    TAIL,
    VIEWS,
)
from whence.families.texts import Words, number_grams

TEXTS = st.lists(st.lists(st.integers(0, 6), max_size=40), min_size=1, max_size=5)


@pytest.fixture(scope="module")
def compiled() -> Any:
    """The kernel, compiled."""
    return compile_kernels([family_kernel])["view_pairs"]


def view(texts: list[list[int]], kernel: Any = family_kernel.view_pairs) -> Any:
    """All views of some texts of prose."""
    seen = number_grams([Words(np.array(text, np.int64), np.ones(len(text), bool)) for text in texts])
    numbers = np.zeros((len(texts), len(texts), VIEWS), np.float32)
    kernel(seen, np.ones((len(texts), len(texts)), bool), numbers)
    return numbers


def test_a_changed_word_is_an_edit_on_both_sides() -> None:
    found = view([[*range(20)], [*range(9), 99, *range(10, 20)]])
    assert [found[0, 1, EDITS], found[1, 0, EDITS]] == [1, 1]
    assert found[0, 1, KEPT] == found[1, 0, KEPT] == 15


def test_what_is_cut_is_a_seam_in_the_child_and_a_passage_of_the_parent() -> None:
    parent, child = [*range(40)], [*range(10), *range(25, 40)]
    found = view([parent, child])
    assert [found[1, 0, SEAMS], found[1, 0, PASSAGES]] == [1, 0]
    assert [found[0, 1, SEAMS], found[0, 1, PASSAGES], found[0, 1, PASSAGE_GRAMS]] == [0, 1, 17]


def test_a_cut_at_the_end_is_the_tail_and_one_at_the_beginning_the_lead() -> None:
    found = view([[*range(40)], [*range(20)], [*range(20, 40)]])
    assert found[0, 1, TAIL] == 20 and found[0, 1, LEAD] == 0
    assert found[0, 2, LEAD] == 20 and found[0, 2, TAIL] == 0


def test_words_that_a_third_text_has_are_known() -> None:
    first, second = [*range(30)], [*range(9), 99, *range(10, 30)]
    found = view([first, second, second[:20]])
    assert found[1, 0, KNOWN_EDITS] == 3
    assert found[0, 1, KNOWN_EDITS] == 0
    assert view([[*range(40)], [*range(20)], [*range(40)]])[0, 1, KNOWN_PASSAGES] == 20


def test_speech_is_kept_but_is_no_prose() -> None:
    seen = number_grams([Words(np.arange(10), np.zeros(10, bool))] * 2)
    numbers = np.zeros((2, 2, VIEWS), np.float32)
    family_kernel.view_pairs(seen, np.ones((2, 2), bool), numbers)
    assert numbers[0, 1, KEPT] == 8 and numbers[0, 1, KEPT_PROSE] == 0


@given(TEXTS)
def test_plain_and_compiled_agree(compiled: Any, texts: list[list[int]]) -> None:
    np.testing.assert_array_equal(view(texts), view(texts, compiled))


@given(TEXTS)
def test_nothing_is_missing_from_a_text_itself_and_counts_add_up(texts: list[list[int]]) -> None:
    found = view([*texts, texts[0]])
    size = max(0, len(texts[0]) - 2)
    assert found[0, -1, KEPT] == size
    assert not found[0, -1, [SEAMS, EDITS, PASSAGES]].any()
