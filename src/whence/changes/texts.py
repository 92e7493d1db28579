"""The two reports of a comparison as edits need them: words, stems and texts."""

from __future__ import annotations

from typing import NamedTuple

from whence.copies.passages import Tokens
from whence.text.words import stem


class Stems(dict[str, str]):
    """The stem of each word key, worked out when it is first asked for: most sentences are kept and never ask."""

    def __missing__(self, key: str) -> str:
        self[key] = stem(key)
        return self[key]


class Texts(NamedTuple):
    """The two reports' words and texts, as edits need them."""

    a: Tokens
    b: Tokens
    text_a: str
    text_b: str
    stems: Stems
