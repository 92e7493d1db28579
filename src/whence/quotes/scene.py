"""Scenes: one sentence as the finders of settings read it: words and signs, with the phrases of time among them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from whence.records import Time
from whence.text.spans import Span

# Each alternative is a run of one class with single separators: the scan is linear on any input.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|@?[^\W_]+(?:[-‑&.][^\W_]+)*(?:['’](?![sS]\b)[^\W_]+)*"  # e-mail, C-SPAN, don’t, but CNN|’s
    r"|['’][sS]\b|``|''|\S"
)
_FOLD = str.maketrans("’‑", "'-")
_OPENING = frozenset("“\"‘'«") | {"``"}
_CLOSING = frozenset("”\"’'»") | {"''"}
_INSIDE_MARKS = frozenset([",", "."])  # American style puts them before the closing mark
TITLE_WORDS = 7  # "The Situation Room with Wolf Blitzer" has six; on PolNeAR train 5 to 10 give the same settings


class Scene(NamedTuple):
    """The tokens of a sentence; `days[i]` is the phrase of time that begins at token `i`, and the token after it."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    keys: list[str]
    days: dict[int, tuple[Time, int]]

    def key(self, token: int) -> str:
        """The folded word; empty beyond the sentence."""
        return self.keys[token] if 0 <= token < len(self.keys) else ""

    def capital(self, token: int) -> bool:
        """Whether a token begins with a capital letter."""
        return 0 <= token < len(self.words) and self.words[token].lstrip("@")[:1].isupper()

    def at(self, position: int) -> int:
        """The first token that does not begin before a position."""
        return bisect_left(self.starts, position)

    def span(self, first: int, last: int) -> Span:
        """The text span from token `first` up to and not including token `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def title_end(self, token: int) -> int | None:
        """The closing mark of a title in quotation marks that opens at a token: few words, the outer ones capital.

        >>> read_scene("told “Fox and Friends” today", Span(0, 28), ()).title_end(1)
        5
        """
        if self.key(token) not in _OPENING or not self.capital(token + 1):
            return None
        for last in range(token + 2, min(token + 2 + TITLE_WORDS + 1, len(self.keys))):
            if self.keys[last] in _CLOSING:
                inner = last - 1 if self.keys[last - 1] not in _INSIDE_MARKS else last - 2
                return last if self.capital(inner) or self.keys[inner].isdigit() else None
        return None


def read_scene(text: str, sentence: Span, days: Sequence[Time]) -> Scene:
    """The tokens of a sentence and the phrases of time in it.

    Args:
        text: the report's text.
        sentence: the span of the sentence.
        days: the report's phrases of time, in the order of the text.

    >>> read_scene("CNN’s Ann Lee said so.", Span(0, 22), ()).keys
    ['cnn', "'s", 'ann', 'lee', 'said', 'so', '.']
    """
    matches = list(_TOKEN.finditer(text, *sentence))
    starts = [match.start() for match in matches]
    words = [match.group() for match in matches]
    scene = Scene(
        text, starts, [match.end() for match in matches], words, [word.lower().translate(_FOLD) for word in words], {}
    )
    at = bisect_left(days, sentence.start, key=lambda one: one.evidence.start)
    while at < len(days) and days[at].evidence.start < sentence.end:
        first, last = scene.at(days[at].evidence.start), scene.at(days[at].evidence.end)
        scene.days[first] = days[at], max(last, first + 1)
        at += 1
    return scene
