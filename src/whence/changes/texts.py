"""The two reports of a comparison as edits need them: words, stems and texts."""

from __future__ import annotations

from typing import NamedTuple

from whence.copies.passages import Tokens
from whence.text.words import stem


class Texts(NamedTuple):
    """The two reports' words and texts, as edits need them."""

    a: Tokens
    b: Tokens
    text_a: str
    text_b: str
    stems_a: list[str]
    stems_b: list[str]


def read_texts(a: Tokens, b: Tokens, text_a: str, text_b: str) -> Texts:
    """Two reports' words and texts, with the stem of every word."""
    known = {key: stem(key) for key in {*a.words.keys, *b.words.keys}}
    stems_a, stems_b = ([known[key] for key in tokens.words.keys] for tokens in (a, b))
    return Texts(a, b, text_a, text_b, stems_a, stems_b)
