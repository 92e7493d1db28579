"""The words around a number that make it less exact, and those by which somebody else vouches for it."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from whence.figures.nouns import WORD_GROUPS
from whence.figures.numeral_words import TOKENS
from whence.records import HedgeKind
from whence.text.wordlists import read_word_list
from whence.text.words import Words

_KINDS: dict[str, HedgeKind] = {
    "more than": "more than", "at least": "at least", "less than": "less than", "at most": "at most", "up to": "up to",
    "nearly": "nearly", "just over": "just over", "about": "about",
}  # fmt: skip
_ARTICLES = frozenset(["a", "an", "the", "its", "his", "her", "their", "another"])
_SIGNS: dict[str, HedgeKind] = {
    ">": "more than", ">=": "at least", "≥": "at least", "<": "less than", "<=": "at most", "≤": "at most",
    "~": "about", "≈": "about",
}  # fmt: skip
_MOST_WORDS = 7  # the longest phrase of the table


class Hedge(NamedTuple):
    """What stands around a number: its kind, where the hedging words are, where those that vouch."""

    kind: HedgeKind
    words: tuple[int, int] | None = None
    source: tuple[int, int] | None = None
    first: int = 0


def _read_table() -> tuple[dict[tuple[str, ...], str], dict[tuple[str, ...], str]]:
    """The phrases before and after a number, each with its kind."""
    before: dict[tuple[str, ...], str] = {}
    after: dict[tuple[str, ...], str] = {}
    for line in read_word_list("figure_hedges"):
        kind, side, phrases = (field.strip() for field in line.split("|"))
        table = before if side == "before" else after
        table.update({tuple(phrase.replace("-", " ").split()): kind for phrase in phrases.split(", ")})
    return before, after


_BEFORE, _AFTER = _read_table()
_LAST = frozenset(phrase[-1] for phrase in _BEFORE)
_FIRST_AFTER = frozenset(phrase[0] for phrase in _AFTER)


def hedge_around(text: str, words: Words, first: int, start: int, kind: str) -> Hedge:
    """The hedge that stands before a number whose first word is `first`; "exact" where none does.

    Phrases are read from the number leftwards, an article between them allowed, three at most: "reportedly more than
    an estimated 40" keeps "more than" and both that vouch.
    """
    sign = _sign_before(text, start)
    if sign:
        return Hedge(sign[0], (sign[1], start), None, first)
    found = Hedge("exact", None, None, first)
    at = first
    for _ in range(3):
        taken = _phrase_before(text, words, at, start if at == first else words.starts[at])
        if taken is None:
            break
        begin, end, meaning = taken
        if meaning in ("more than", "about") and _is_preposition(words, begin, end, kind):
            break
        found = _add(found, meaning, (words.starts[begin], words.ends[end - 1]), begin)
        at = begin
    return found


def _add(found: Hedge, meaning: str, span: tuple[int, int], first: int) -> Hedge:
    """A hedge with one more phrase to its left; the one nearest to the number tells the kind."""
    if meaning.startswith("source"):
        kind: HedgeKind = (
            "about" if found.kind == "exact" and meaning == "source about" and not found.words else found.kind
        )
        source = (span[0], found.source[1] if found.source and found.source[0] - span[1] < 2 else span[1])
        return found._replace(kind=kind, source=source, first=first)
    if meaning == "emphasis":
        return found._replace(first=first)
    kind = _KINDS[meaning]
    if found.words is None:
        return found._replace(kind=kind, words=span, first=first)
    return found._replace(words=(span[0], found.words[1]) if found.words[0] - span[1] < 2 else found.words, first=first)


def _phrase_before(text: str, words: Words, at: int, start: int) -> tuple[int, int, str] | None:
    """The longest phrase of the table that ends before a word: first word, word after the last, kind."""
    for skipped in (0, 1):
        end = at - skipped
        if end <= 0 or (skipped and (words.keys[end] not in _ARTICLES or not _together(text, words, end + 1, start))):
            break
        edge = start if not skipped else words.starts[end]
        if words.keys[end - 1] not in _LAST or not _near(text, words.ends[end - 1], edge):
            continue
        shortest = 2 if skipped and words.keys[end] not in ("a", "an") else 1  # "about the two men" is no hedge
        for size in range(min(_MOST_WORDS, end), shortest - 1, -1):
            meaning = _BEFORE.get(tuple(words.keys[end - size : end]))
            if meaning and all(
                _together(text, words, index, words.starts[index]) for index in range(end - size + 1, end)
            ):
                return end - size, end, meaning
    return None


def _together(text: str, words: Words, index: int, edge: int) -> bool:
    """Whether only spaces or a hyphen stand between the word before `index` and what begins at `edge`."""
    return _near(text, words.ends[index - 1], edge)


def _near(text: str, end: int, start: int) -> bool:
    """Whether nothing but a space, a hyphen or an opening mark stands between two positions."""
    return 0 < start - end <= 3 and not text[end:start].strip(" -\u00a0“\"'‘(")


def _is_preposition(words: Words, begin: int, end: int, kind: str) -> bool:
    """Whether "about" or "over" is no hedge: "talked about two men", "paid over three years", "over the past year"."""
    key = words.keys[begin]
    before = words.keys[begin - 1] if begin else ""
    if end - begin > 1:
        return False
    if key == "about":
        return before in WORD_GROUPS["topics"]
    if key == "over" and before in WORD_GROUPS["phrasal over"]:
        return True
    if key in ("over", "above", "beyond") and kind in ("duration", "age"):
        return before not in WORD_GROUPS["lasting"]
    return False


def _sign_before(text: str, start: int) -> tuple[HedgeKind, int] | None:
    """A sign of comparison before digits: >=10, ~200."""
    if start == 0 or not (text[start - 1] in "<>=≥≤~≈" or text[start - 2 : start - 1] in ("<", ">", "=", "≥", "≤")):
        return None
    at = start
    while at > 0 and start - at < 5 and text[at - 1] in "<>=≥≤~≈ ":
        at -= 1
    while text[at] == " ":
        at += 1
    kind = _SIGNS.get(text[at:start].replace(" ", ""))
    return (kind, at) if kind else None


def hedge_after(text: str, words: Words, last: int, end: int) -> tuple[HedgeKind, int, int] | None:
    """The hedge that stands directly after a number or its head: "or so", "or more", "-plus", "+".

    Returns:
        Its kind and span, None where there is none.
    """
    if text[end : end + 1] == "+" and not text[end + 1 : end + 2].isdigit():
        return "at least", end, end + 1
    if last >= len(words.keys) or words.keys[last] not in _FIRST_AFTER or not _near(text, end, words.starts[last]):
        return None
    hyphened = text[end : words.starts[last]] == "-"
    for size in range(min(3, len(words.keys) - last), 0, -1):
        meaning = _AFTER.get(tuple(words.keys[last : last + size]))
        if _hedges_the_next(text, words, last, size):
            continue
        if meaning and (size > 1 or hyphened or words.keys[last] not in ("odd", "ish", "plus", "tops")):
            return _KINDS[meaning], words.starts[last], words.ends[last + size - 1]
    return None


def _hedges_the_next(text: str, words: Words, first: int, size: int) -> bool:
    """Whether a phrase after a number leads on to another: "200 or less than 100", "12 and up to 40", "and over 40"."""
    at = first + size
    if at >= len(words.keys) or not _near(text, words.ends[at - 1], words.starts[at]):
        return False
    key = words.keys[at]
    return key[0].isdigit() or key in TOKENS or key == "than" or (words.keys[at - 1], key) in _BEFORE


def hedge_words_after(text: str, words: Words, last: int, end: int) -> int:
    """How many words a hedge takes between a number and what it counts: "50-plus people", "200 or so ships"."""
    hedge = hedge_after(text, words, last, end)
    if hedge is None or not text[hedge[1]].isalpha():
        return 0
    following = bisect_left(words.starts, hedge[2], last)
    leads = following < len(words.keys) and _near(text, hedge[2], words.starts[following])
    return following - last if leads else 0
