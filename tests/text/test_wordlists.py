"""Word lists are read without comments and blank lines."""

from __future__ import annotations

import pytest

from whence.text.wordlists import read_word_list


def test_comments_and_blank_lines_are_left_out() -> None:
    entries = read_word_list("negations")
    assert "never" in entries
    assert all(entry == entry.strip() and entry and not entry.startswith("#") for entry in entries)


def test_a_list_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        read_word_list("no such list")
