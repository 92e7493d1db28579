"""Folding: a view of a text for matching, one code point for one code point, so that positions stay.

Law 3 of evidence: never NFC, NFKC or casefold on text that has positions. Each character is replaced by exactly one:
lower case, ASCII quotation marks, hyphens and spaces, full-width forms to ASCII, accents taken off. Combining marks and
zero-width characters keep their place here; `words` leaves them out of a word's key.
"""

from __future__ import annotations

import unicodedata

APOSTROPHES = "'’‘ʼ′＇"
DOUBLE_MARKS = '"“”„‟«»″＂'
HYPHENS = "-‐‑‒–—―−－"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_SINGLES = {
    ord(c): target for chars, target in ((APOSTROPHES, "'"), (DOUBLE_MARKS, '"'), (HYPHENS, "-")) for c in chars
}
# Letters without a Unicode decomposition that newsrooms also write in plain Latin.
_SINGLES |= dict(zip(map(ord, "øØłŁđĐıœŒæÆßþð"), "oollddiooaastd", strict=True))


def _fold_character(code: int) -> str:
    """The one character that stands for `code` when words are matched."""
    char = chr(code)
    if char.isspace():
        return char if char in "\n\r" else " "
    parts = unicodedata.decomposition(char).split()
    if parts and (parts[0] in ("<wide>", "<narrow>", "<noBreak>") or not parts[0].startswith("<")):
        char = chr(int(parts[1] if parts[0].startswith("<") else parts[0], 16))
        if unicodedata.decomposition(char):
            return _fold_character(ord(char))
    folded = _SINGLES.get(ord(char)) or char.lower()[0]
    return folded if folded == chr(code) else _fold_character(ord(folded))


class _FoldTable(dict[int, str]):
    """A translation table that fills itself: each code point is folded once in a process."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold_character(code)
        return self[code]


_TABLE = _FoldTable(_SINGLES)


def fold(text: str) -> str:
    """A text as it is matched: the same length, lower case, plain marks, hyphens and spaces, no accents.

    Args:
        text: any string, also one with lone surrogates.

    Returns:
        A string of exactly `len(text)` code points.

    >>> fold("“Zelenskyy’s” cafÉ — 1 000")
    '"zelenskyy\\'s" cafe - 1 000'
    """
    return text.translate(_TABLE)
