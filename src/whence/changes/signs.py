"""Signs that carry meaning without being words: quotation marks around kept words, brackets, currencies, percent."""

from __future__ import annotations

import re
from bisect import bisect_left

from whence.changes.edited import Finding, key_at, quoted_at
from whence.changes.edits import Edit
from whence.changes.texts import Texts
from whence.copies.passages import Tokens
from whence.figures.numbers import is_numeral, units_of
from whence.text.spans import Span

_UNIT_SIGN = re.compile("[$£€¥%]")
_OMISSION = re.compile(r"…|\.\.\.|\. \. \.")


def remarked(edit: Edit, texts: Texts) -> str:
    """What happened to kept words that are quoted on one side only, "" where the edit is no such case."""
    keys_a, keys_b = texts.a.words.keys, texts.b.words.keys
    if not edit.a or keys_a[edit.a.start : edit.a.stop] != keys_b[edit.b.start : edit.b.stop]:
        return ""
    a, b = texts.a.quoted[edit.a.start], texts.b.quoted[edit.b.start]
    if a == b:
        return ""
    return "taken out of quotation marks" if a else "put inside quotation marks"


def type_signs(a: Span, b: Span, texts: Texts) -> Finding:
    """What a difference without a word means, None where it is punctuation.

    Another currency, a percent sign lost, an editor's brackets or omission marks taken out of a quotation: these are
    found only where the words on both sides of the place were kept.
    """
    before, after = a.slice(texts.text_a), b.slice(texts.text_b)
    word_a = bisect_left(texts.a.words.starts, a.end)
    word_b = bisect_left(texts.b.words.starts, b.end)
    if _UNIT_SIGN.search(before + after):
        for back in (0, 1):
            units_a, units_b = (
                _units_at(word - back, tokens, text)
                for word, tokens, text in ((word_a, texts.a, texts.text_a), (word_b, texts.b, texts.text_b))
            )
            if units_a is not None and units_b is not None and units_a != units_b:
                return "figure", "another unit"
    same = all(
        key_at(texts.a, word_a - back) == key_at(texts.b, word_b - back)
        and quoted_at(texts.a, word_a - back)
        and quoted_at(texts.b, word_b - back)
        for back in (0, 1)
    )
    if same and len(_OMISSION.findall(before)) != len(_OMISSION.findall(after)):
        return "wording", "an omission mark inside the quotation on one side only"
    if same and before.count("[") != after.count("["):
        return "wording", "an editor’s bracket inside the quotation on one side only"
    return None


def _units_at(word: int, tokens: Tokens, text: str) -> frozenset[str] | None:
    """The units of the number that a word belongs to, None where it is no number."""
    keys, words = tokens.words.keys, tokens.words
    if not is_numeral(key_at(tokens, word) or "x"):
        return None
    first = last = word
    while first > 0 and word - first < 4 and is_numeral(keys[first - 1]):
        first -= 1
    while last + 1 < len(keys) and last - word < 4 and is_numeral(keys[last + 1]):
        last += 1
    left = words.ends[first - 1] if first else 0
    right = words.starts[last + 1] if last + 1 < len(keys) else len(text)
    return units_of(text[left:right], key_at(tokens, last + 1))
