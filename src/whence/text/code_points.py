"""Texts as arrays of code points, and the tables by which kernels fold and class them.

The tables follow `text.folding` and the classes of `text.words`, one code point at a time, and only for code points
that were met: most texts need little beyond ASCII.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from whence.text.folding import INVISIBLE, fold
from whence.text.mixing import MIX
from whence.text.words import LOOKALIKES, MARK_RANGES

OTHER, DIGIT, LETTER, MARK, APOSTROPHE, POINT, SEPARATOR, BREAK = range(8)  # classes of folded code points
CLASS = 7  # the bits of a class
SPACE_BIT, ALNUM_BIT, NUMERIC_BIT, CAPITAL_BIT, WORD_BIT = 8, 16, 32, 64, 128  # of the original one; WORD: of its fold
LATIN, FOREIGN = 1, 2  # alphabets that look alike
CODE_POINTS = 0x110000
_WORD_MASK = (1 << 64) - 1


class CodePoints(NamedTuple):
    """The code points (uint32) of texts, one after the other; text t is codes[bounds[t] : bounds[t + 1]]."""

    codes: Any
    bounds: Any


class Utf8Texts(NamedTuple):
    """The bytes (uint8) of texts in UTF-8, one after the other; text t is data[bounds[t] : bounds[t + 1]]."""

    data: Any
    bounds: Any


class FoldArrays(NamedTuple):
    """By code point: its fold (uint32), class and bits (uint8), alphabet of the fold and its Latin look-alike (uint32);
    `letters` is the fold where that is a letter of ASCII, else 0 (uint8)."""

    folded: Any
    classes: Any
    alphabets: Any
    lookalikes: Any
    letters: Any


class FoldTables:
    """Tables that grow with the code points met: call `cover` before a kernel reads them.

    Args:
        find_unknown: the kernel `text.word_kernel.find_unknown`, plain or compiled.
    """

    def __init__(self, find_unknown: Callable[..., int]) -> None:
        self._find_unknown = find_unknown
        self._known = np.zeros(CODE_POINTS, np.uint8)
        self.arrays = FoldArrays(
            np.zeros(CODE_POINTS, np.uint32),
            np.zeros(CODE_POINTS, np.uint8),
            np.zeros(CODE_POINTS, np.uint8),
            np.zeros(CODE_POINTS, np.uint32),
            np.zeros(CODE_POINTS, np.uint8),
        )

    def cover(self, codes: Any) -> None:
        """Fill the tables for the code points that are new."""
        found = np.empty(min(len(codes), CODE_POINTS), np.uint32)
        for code in found[: self._find_unknown(codes, self._known, found)].tolist():
            self._enter(code)

    def _enter(self, code: int) -> None:
        """One code point."""
        char, arrays = chr(code), self.arrays
        folded = fold(char)
        kind, is_word = _class_of(folded)
        bits = SPACE_BIT * char.isspace() | ALNUM_BIT * char.isalnum() | NUMERIC_BIT * char.isdigit()
        arrays.folded[code] = ord(folded)
        arrays.classes[code] = kind | bits | CAPITAL_BIT * char.isupper() | WORD_BIT * is_word
        arrays.alphabets[code] = LATIN * ("a" <= folded <= "z") | FOREIGN * ("\u0370" <= folded <= "\u052f")
        arrays.letters[code] = ord(folded) if "a" <= folded <= "z" else 0
        arrays.lookalikes[code] = LOOKALIKES.get(ord(folded), ord(folded))


def encode_texts(texts: Sequence[str]) -> CodePoints:
    """Texts as code points, lone surrogates included.

    >>> encode_texts(["ab", "", "c"]).bounds.tolist()
    [0, 2, 2, 3]
    """
    bounds = np.zeros(len(texts) + 1, np.int64)
    np.cumsum([len(text) for text in texts], out=bounds[1:])
    return CodePoints(np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32), bounds)


def hash_word(key: str, secret: int) -> int:
    """The keyed hash of a word's key: a multiplication and a shift for eight letters, then the mixer of `text.mixing`.

    A hash of 64 bits finds words quickly; whether two are the same is decided by their letters. Each step can be
    undone, so two words of up to eight letters of ASCII never have the same one.

    >>> hash_word("war", 1) == hash_word("war", 1) != hash_word("war", 2)
    True
    """
    hashed, mix = secret, int(MIX)
    for start in range(0, len(key), 8):
        packed = 0
        for letter in key[start : start + 8]:
            packed = ((packed << 8 | packed >> 56) & _WORD_MASK) ^ ord(letter)
        hashed = ((hashed ^ packed) * mix) & _WORD_MASK
        hashed ^= hashed >> 29
    hashed ^= hashed >> 32
    hashed = (hashed * mix) & _WORD_MASK
    return hashed ^ (hashed >> 32)


def _class_of(folded: str) -> tuple[int, bool]:
    r"""The class of a folded character, and whether it is of \w: see the pattern of `text.words`."""
    if folded.isdecimal():
        return DIGIT, True
    if folded.isalnum():
        return LETTER, True
    if folded in INVISIBLE or any(first <= folded <= last for first, last in MARK_RANGES):
        return MARK, False
    named = {"'": APOSTROPHE, "’": APOSTROPHE, ".": POINT, ",": SEPARATOR, ":": SEPARATOR, "\n": BREAK, "\r": BREAK}
    return named.get(folded, OTHER), folded == "_"
