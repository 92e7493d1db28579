"""Spoken words: what stands inside quotation marks, with the writer's own signs told apart from the speaker's words.

A bracket ("[the]", in agency style "(the)") holds the writer's words; an ellipsis says that something was left out; a
joint is where the marks close and open again ("..." she said. "..."). A letter in brackets belongs to its word: "[W]e".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from whence.text.spans import Span, covered_flags
from whence.text.words import Words, split_words

BRACKET_CHARACTERS = 80  # "[the former president of the European Commission, José Manuel Barroso,]": longer is no aside

_BRACKET = re.compile(
    rf"\[[^\[\]\n]{{0,{BRACKET_CHARACTERS}}}\]|\([^()\n]{{0,{BRACKET_CHARACTERS}}}\)"  # bounded: linear on any text
)
_OMISSION = re.compile(r"…|\.\.\.|\. \. \.")
_BREAK = re.compile(r"[.?!…\n\r]")


class Wording(NamedTuple):
    """The words of one quotation as parallel lists, the writer's words and signs by the number of the word after them.

    `keys[i]` is the matching form of the spoken word at `starts[i]:ends[i]` of `text`; `glued` are words that brackets
    stand inside of; `brackets` hold the writer's words, before word `brackets_at[k]`; `omitted_at` and `joints_at` say
    before which word something was left out, or the marks opened again.
    """

    text: str
    segments: tuple[Span, ...]
    keys: list[str]
    starts: list[int]
    ends: list[int]
    glued: frozenset[int]
    brackets: list[Span]
    brackets_at: list[int]
    omitted_at: list[int]
    joints_at: list[int]

    def brackets_between(self, first: int, last: int) -> list[str]:
        """The brackets before words `first` to `last`, both included, each as one token."""
        return [_bracket_token(self.text, span) for span in self.bracket_spans(first, last)]

    def bracket_spans(self, first: int, last: int) -> list[Span]:
        """Where the brackets before words `first` to `last` stand, both included."""
        return self.brackets[bisect_left(self.brackets_at, first) : bisect_right(self.brackets_at, last)]

    def count_brackets(self, first: int, last: int) -> int:
        """How many brackets stand before words `first` to `last`, both included."""
        return bisect_right(self.brackets_at, last) - bisect_left(self.brackets_at, first)

    def omits(self, first: int, last: int) -> bool:
        """Whether an omission is marked before one of the words `first` to `last`, both included."""
        return bisect_left(self.omitted_at, first) < bisect_right(self.omitted_at, last)

    def rejoins(self, first: int, last: int) -> bool:
        """Whether the marks open again before one of the words `first` to `last`, both included."""
        return bisect_left(self.joints_at, first) < bisect_right(self.joints_at, last)

    def tokens(self) -> tuple[str, ...]:
        """All words, the speaker's and each bracket, in order."""
        found: list[str] = []
        done = 0
        for at, span in zip(self.brackets_at, self.brackets, strict=True):
            found += self.keys[done:at]
            done = at
            found.append(_bracket_token(self.text, span))
        return (*found, *self.keys[done:])

    def signed_at(self, word: int) -> bool:
        """Whether one of the writer's signs stands before a word."""
        return bool(self.count_brackets(word, word)) or self.omits(word, word) or self.rejoins(word, word)

    def between(self, word: int) -> str:
        """The text between a word and the one before it; from or to the edge of the quotation at its ends."""
        start = self.ends[word - 1] if word else self.segments[0].start
        end = self.starts[word] if word < len(self.starts) else self.segments[-1].end
        return self.text[start:end]

    def begins_sentence(self, word: int) -> bool:
        """Whether a sentence may begin at a word, or ends before it."""
        return word in (0, len(self.keys)) or bool(_BREAK.search(self.between(word)))


def read_wording(text: str, segments: Sequence[Span]) -> Wording:
    """The words of a quotation, the speaker's apart from the writer's.

    Args:
        text: the report's text.
        segments: where the quotation stands, marks included, in order.

    Returns:
        The wording; time grows in step with the segments, not with the text.

    >>> text = "“[W]e need [the] shield … now,” she said. “Today.”"
    >>> found = read_wording(text, [Span(0, 31), Span(42, 50)])
    >>> found.keys, found.brackets_at, found.omitted_at, found.joints_at
    (['we', 'need', 'shield', 'now', 'today'], [2], [3], [4])
    """
    found = Wording(text, tuple(segments), [], [], [], frozenset(), [], [], [], [])
    glued: set[int] = set()
    for number, segment in enumerate(segments):
        if number:
            found.joints_at.append(len(found.keys))
        _read_segment(found, segment, glued)
    return found._replace(glued=frozenset(glued))


def _bracket_token(text: str, span: Span) -> str:
    """A bracket as one word."""
    return f"[{' '.join(split_words(text[span.start : span.end]).keys)}]"


def _read_segment(found: Wording, segment: Span, glued: set[int]) -> None:
    """Add one segment's words, brackets and omissions to what was found."""
    piece = found.text[segment.start : segment.end]
    words = split_words(piece)
    asides = [Span(*match.span()) for match in _BRACKET.finditer(piece)]
    inside = covered_flags(words.starts, asides)
    last_end, aside = 0, 0
    for first, last in _groups(piece, words, inside):
        if first == last and inside[first]:
            continue
        start, end = words.starts[first], words.ends[last]
        while aside < len(asides) and asides[aside].end <= start:
            _add_aside(found, segment, asides[aside], piece)
            aside += 1
        if _OMISSION.search(piece, last_end, start):
            found.omitted_at.append(len(found.keys))
        if first != last:
            glued.add(len(found.keys))
        while aside < len(asides) and asides[aside].start < end:
            aside += 1  # inside the word
        found.keys.append("".join(words.keys[first : last + 1]))
        found.starts.append(segment.start + start)
        found.ends.append(segment.start + end)
        last_end = end
    for span in asides[aside:]:
        _add_aside(found, segment, span, piece)
    if _OMISSION.search(piece, last_end):
        found.omitted_at.append(len(found.keys))


def _add_aside(found: Wording, segment: Span, aside: Span, piece: str) -> None:
    """A bracket that holds words, in its place."""
    if any(char.isalnum() for char in piece[aside.start : aside.end]):
        found.brackets.append(Span(segment.start + aside.start, segment.start + aside.end))
        found.brackets_at.append(len(found.keys))


def _groups(piece: str, words: Words, inside: bytearray) -> Iterator[tuple[int, int]]:
    """The words, first and last of each: those that only the edge of a bracket parts are one."""
    first = 0
    for word in range(len(words.keys)):
        after = word + 1
        parted = after < len(words.keys) and piece[words.ends[word] : words.starts[after]]
        if parted and parted in "[]()" and inside[word] != inside[after]:
            continue
        yield first, word
        first = after
