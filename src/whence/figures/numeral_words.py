"""The words that English numbers are made of, and what each is worth."""

from __future__ import annotations

from typing import Literal, NamedTuple

from whence.text.wordlists import read_word_list

TokenKind = Literal["", "unit", "teen", "ten", "hundred", "magnitude", "dozen", "ordinal", "half", "quarter", "digits"]


class Token(NamedTuple):
    """One word of a number. `plural` where it ends in -s; `decimals` and `end` are told for digits alone."""

    kind: TokenKind
    value: float = 0.0
    plural: bool = False
    decimals: int = 0
    end: int = 0


NOTHING = Token("")
ARTICLES = frozenset(["a", "an"])
ABBREVIATED = frozenset(["mil", "mn", "mln", "bn", "bln", "tn", "tln", "trn", "doz", "dozs", "dzs"])
MINUS = frozenset(["minus", "negative"])
_KINDS: dict[str, TokenKind] = {
    "unit": "unit", "teen": "teen", "ten": "ten", "hundred": "hundred", "magnitude": "magnitude", "dozen": "dozen",
    "ordinal": "ordinal", "half": "half", "quarter": "quarter",
}  # fmt: skip


def _read_tokens() -> dict[str, Token]:
    """Every number word with its token, the plurals of those that have one included."""
    tokens: dict[str, Token] = {}
    for line in read_word_list("numerals"):
        kind, value, *forms = line.split()
        for form in forms:
            tokens[form] = Token(_KINDS[kind], float(value))
            if kind in ("hundred", "magnitude", "ordinal", "quarter") and form not in ABBREVIATED:
                tokens[form + "s"] = Token(_KINDS[kind], float(value), plural=True)
    tokens["halves"] = Token("half", 2.0, plural=True)
    return tokens


TOKENS = _read_tokens()


def is_ordinal_word(key: str) -> bool:
    """True for an ordinal in words.

    >>> is_ordinal_word("third"), is_ordinal_word("three")
    (True, False)
    """
    return TOKENS.get(key, NOTHING).kind == "ordinal"
