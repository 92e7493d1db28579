"""Lines end at newlines and carriage returns, and nowhere else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.text.lines import paragraphs, split_lines

LINES = st.text(st.sampled_from("ab \n\r\u2028\x0b\x0c\x85\x1c\t"), max_size=40)


def test_all_three_line_ends_split() -> None:
    text = "one\ntwo\r\nthree\rfour"
    assert [line.slice(text) for line in split_lines(text)] == ["one", "two", "three", "four"]


@pytest.mark.parametrize("other", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"])
def test_no_other_character_splits(other: str) -> None:
    assert len(list(split_lines(f"a{other}b"))) == 1


def test_an_empty_text_is_one_empty_line() -> None:
    assert [tuple(line) for line in split_lines("")] == [(0, 0)]


@given(LINES)
def test_lines_are_what_a_plain_split_gives(text: str) -> None:
    assert [line.slice(text) for line in split_lines(text)] == re.split(r"\r\n|\r|\n", text)


@given(LINES)
def test_paragraphs_hold_every_visible_character_once_and_are_trimmed(text: str) -> None:
    found = [paragraph.slice(text) for paragraph in paragraphs(text)]
    assert all(piece and piece == piece.strip() for piece in found)
    assert "".join("".join(piece.split()) for piece in found) == "".join(text.split())


def test_many_carriage_returns_finish() -> None:
    assert len(list(split_lines("a\r" * 100_000))) == 100_001
