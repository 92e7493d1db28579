"""Tokens: a report as the tagger reads it, words and signs with exact positions, and what the page shows of each.

Beside its word a token carries three small codes: its shape (capitals, figure, sign; whether a sentence may begin
there), its marks (outside quotation marks, or inside a short, middling, long or never closed quotation), and the layout
of its paragraph (the first of the report, a transcript's turn, wholly quoted, after a quotation left open).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from whence.text.folding import fold
from whence.text.lines import paragraphs
from whence.text.marks import Quotation, find_quotations
from whence.text.spans import Span

SHAPES = 12  # lower, Capital, CAPITALS, miXed, figure, sign; the same where a sentence may begin
MARKS = 5  # outside, inside a quotation of at most 3 words, at most 9, more, one never closed
LAYOUTS = 5  # running text, first paragraph, transcript, wholly quoted, after a quotation left open
FIRST_PARAGRAPH, TRANSCRIPT, WHOLLY_QUOTED, AFTER_OPEN = 1, 2, 3, 4
KEY_CHARACTERS = 40  # longer words are none; the rest of one says nothing about who speaks
SHORT_QUOTATION, MIDDLING_QUOTATION = 3, 9  # words; 1-3 are often scare quotes and titles (72 % are speech), 10+ 98 %

# Each alternative is a plain run of one class: the scan is linear on any input.
_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*[^\W\d_]*"  # 1,000  3:49  20th
    r"|(?:[^\W\d_]\.){2,}"  # u.s.
    r"|[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*"  # don't, but zelensky|'s
    r"|'s\b|''|``|--+|\.\.\.*|\S"
)
_TURN = re.compile(r"(?:[A-Z][\w.'’-]{0,20} ){0,4}[A-Z][A-Z.'’-]{1,20}(?: \([^()\n]{1,40}\))?:")
_DIGIT = re.compile(r"\d")
_DASHES = frozenset("–—―")
_ENDS = frozenset([".", "!", "?", "...", ":"])


class Tokens(NamedTuple):
    """The tokens of a report in parallel lists; `first[i]` is the first token of paragraph `i`, with an end beyond."""

    starts: list[int]
    ends: list[int]
    keys: list[str]
    shapes: list[int]
    marks: list[int]
    layouts: list[int]
    first: list[int]

    def span(self, first: int, last: int) -> Span:
        """The text span from token `first` up to and not including token `last`."""
        return Span(self.starts[first], self.ends[last - 1])


def split_tokens(text: str) -> Tokens:
    """The tokens of a text, in order, with exact positions.

    Args:
        text: the text, unaltered; one paragraph a line.

    Returns:
        Parallel lists; `text[starts[i]:ends[i]]` is the token, `keys[i]` its folded form with figures as zeros.

    >>> split_tokens("“No,” Zelensky’s aide said.").keys
    ['"', 'no', ',', '"', 'zelensky', "'s", 'aide', 'said', '.']
    """
    folded = fold(text)
    tokens = Tokens([], [], [], [], [], [], [0])
    quotations = find_quotations(text)
    layouts = _layouts(text, quotations)
    known: dict[str, str] = {}
    for (start, end), layout in zip(paragraphs(text), layouts, strict=True):
        fresh = True
        for match in _TOKEN.finditer(folded, start, end):
            word = match.group()
            key = known.get(word)
            if key is None:
                key = known[word] = _key(word)
            here = match.start()
            if word == "-" and text[here] in _DASHES:
                key = "--"
            tokens.starts.append(here)
            tokens.ends.append(match.end())
            tokens.keys.append(key)
            tokens.shapes.append(_shape(text[here : here + KEY_CHARACTERS][: len(word)]) + 6 * fresh)
            tokens.layouts.append(layout)
            fresh = key in _ENDS or (fresh and not key[0].isalnum())
        tokens.first.append(len(tokens.keys))
    tokens.marks.extend(_mark_codes(tokens.starts, quotations, text))
    return tokens


def _key(word: str) -> str:
    """The folded form under which a word is known: one double mark, one dash, figures as zeros."""
    if word in ("''", "``"):
        return '"'
    if word[0] == "-" and len(word) > 1:
        return "--"
    key = word[:KEY_CHARACTERS]
    return _DIGIT.sub("0", key)[:6] if key[0].isdigit() else key


def _shape(word: str) -> int:
    """The shape of a word by its letters."""
    if word.islower():
        return 0
    if word[0].isdigit():
        return 4
    if not word[0].isalpha():
        return 5
    if word.isupper():
        return 2 if len(word) > 1 else 1
    return 1 if word[0].isupper() and (word[1:].islower() or not word[1:].isalpha()) else 3


def _layouts(text: str, quotations: Sequence[Quotation]) -> Iterator[int]:
    """The layout code of each paragraph, in order."""
    segments = [(segment, quotation.closed) for quotation in quotations for segment in quotation.segments]
    at, left_open, is_first = 0, False, True
    for start, end in paragraphs(text):
        while at < len(segments) and segments[at][0].end <= start:
            at += 1
        whole = at < len(segments) and segments[at][0].start <= start and segments[at][0].end >= end - 1
        if is_first:
            code = FIRST_PARAGRAPH
        elif _TURN.match(text, start, end):
            code = TRANSCRIPT
        elif whole:
            code = WHOLLY_QUOTED
        else:
            code = AFTER_OPEN if left_open else 0
        yield code
        last = at
        while last + 1 < len(segments) and segments[last + 1][0].start < end:
            last += 1
        at = last
        left_open = last < len(segments) and start < segments[last][0].end == end and text[end - 1] not in "”\"'"
        is_first = False


def _mark_codes(starts: Sequence[int], quotations: Sequence[Quotation], text: str) -> Iterator[int]:
    """For each token, whether it stands inside quotation marks, and inside how long a quotation."""
    token, size = 0, len(starts)
    for quotation in quotations:
        code = _quotation_code(quotation, text)
        for start, end in quotation.segments:
            while token < size and starts[token] < start:
                yield 0
                token += 1
            while token < size and starts[token] < end:
                yield code
                token += 1
    for _ in range(token, size):
        yield 0


def _quotation_code(quotation: Quotation, text: str) -> int:
    """Short, middling, long, or never closed."""
    if not quotation.closed:
        return 4
    start, end = quotation.span
    words = len(text[start : min(end, start + 200)].split()) if len(quotation.segments) == 1 else MIDDLING_QUOTATION + 1
    return 1 if words <= SHORT_QUOTATION else 2 if words <= MIDDLING_QUOTATION else 3
