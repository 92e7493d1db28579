"""Folding keeps positions and never changes its mind."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from whence.text.folding import APOSTROPHES, DOUBLE_MARKS, HYPHENS, fold


def test_every_code_point_becomes_exactly_one() -> None:
    assert all(len(fold(chr(code))) == 1 for code in range(sys.maxunicode + 1))


def test_folding_a_folded_code_point_changes_nothing() -> None:
    changed = [code for code in range(sys.maxunicode + 1) if fold(fold(chr(code))) != fold(chr(code))]
    assert changed == []


@given(st.text(st.characters(codec=None)))
def test_any_text_keeps_its_length_and_is_folded_once_and_for_all(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_marks_hyphens_and_spaces_of_all_kinds_become_plain_ones() -> None:
    assert set(fold(APOSTROPHES)) == {"'"}
    assert set(fold(DOUBLE_MARKS)) == {'"'}
    assert set(fold(HYPHENS)) == {"-"}
    assert fold("a\u00a0b\u202fc\u3000d\te") == "a b c d e"


def test_letters_lose_case_accents_and_width() -> None:
    assert fold("CAFÉ Łódź ＮＡＴＯ Åse") == "cafe lodz nato ase"


def test_letters_that_lower_case_to_two_stay_one() -> None:
    assert len(fold("İstanbul Straße")) == len("İstanbul Straße")


def test_line_ends_stay_line_ends() -> None:
    assert fold("a\r\nb\nc") == "a\r\nb\nc"


def test_lone_surrogates_are_folded_too() -> None:
    assert fold("a\ud800b") == "a\ud800b"
