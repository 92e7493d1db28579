"""Features: tokens as the numbers that the tagger's tables are looked up with."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from whence.quotes.tokens import Tokens

Codes = np.ndarray[Any, np.dtype[np.int32]]
Numbers = tuple[dict[str, int], dict[str, int], dict[str, int]]
PARAGRAPH = "¶"  # the word that stands between two paragraphs of a window
COLUMNS = ("word", "ending", "beginning", "shape", "marks", "layout")


class Lexicon(NamedTuple):
    """The words and affixes that the tagger has numbers for: place in the tuple + 2; 0 is unknown, 1 the paragraph."""

    words: tuple[str, ...]
    endings: tuple[str, ...]
    beginnings: tuple[str, ...]

    def numbers(self) -> Numbers:
        """Each list as a table from entry to number."""
        words, endings, beginnings = (
            {entry: number for number, entry in enumerate(entries, start=2)} for entries in self
        )
        words[PARAGRAPH] = 1
        return words, endings, beginnings


def encode(tokens: Tokens, numbers: Numbers) -> Codes:
    """Tokens as an array of shape (tokens, 6), a column each of `COLUMNS`.

    >>> from whence.quotes.tokens import split_tokens
    >>> encode(split_tokens("Smith said"), Lexicon(("said",), (), ()).numbers())[:, 0].tolist()
    [0, 2]
    """
    words, endings, beginnings = numbers
    known: dict[str, tuple[int, int, int]] = {}
    for key in set(tokens.keys):
        known[key] = (words.get(key, 0), endings.get(key[-3:], 0), beginnings.get(key[:3], 0))
    codes = np.empty((len(tokens.keys), len(COLUMNS)), np.int32)
    if tokens.keys:
        codes[:, :3] = [known[key] for key in tokens.keys]
        codes[:, 3], codes[:, 4], codes[:, 5] = tokens.shapes, tokens.marks, tokens.layouts
    return codes
