"""The words close to a figure: what is said of it, what stands near, whether it is a part or a rate."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from whence.agreement.heads_aligned import PREDICATES, group_of, said_of
from whence.records import Figure, Time
from whence.text.wordlists import read_word_list
from whence.text.words import Words, stem

REACH = 6  # words on each side of a figure that tell what it is about: a clause of news is seldom longer
BESIDE = 3  # words that stand between an age and a name at most: "43, a former nurse, Ann Reed" is another matter
FUNCTION_WORDS = frozenset(word for line in read_word_list("function_words") for word in line.split())
_PREPOSITIONS = frozenset(["from", "to", "of", "by", "at", "in", "for", "since", "until", "on"])
_PARTS = frozenset(["including", "another", "additional", "extra", "further", "included", "half"])
_THOSE = frozenset(["the", "them", "those", "whom", "these"])
_PER = frozenset(["each", "every", "per", "a", "an"])
_UNITS_OF_TIME = frozenset(["second", "minute", "hour", "day", "night", "week", "month", "quarter", "year"])
_OFTEN = frozenset(["daily", "weekly", "monthly", "annually", "yearly", "hourly"])
_CLAUSE_ENDS = frozenset(["and", "but", "while", "plus", "when", "after", "as", "where", "because", "before", "if"])
_MARKS = ",;:—–"


class Surroundings(NamedTuple):
    """The text and its words, and those on both sides of a figure, the nearest first."""

    text: str
    words: Words
    before: range
    after: range

    def keys(self, side: range, most: int = REACH) -> list[str]:
        """The word keys of one side."""
        return [self.words.keys[at] for at in side[:most]]


def predicates_of(around: Surroundings, stated: Figure | Time) -> frozenset[str]:
    """What is said of a figure: by its own noun, else by the nearest word of a class, on either side.

    A clause ends at "and" and at a comma: "12 people died and 30 others were hurt" leaves each figure its own.
    """
    if isinstance(stated, Time):
        return frozenset()
    own = said_of(stated)
    if own:
        return own
    found = [*_class_in(around, around.after, 0), *_class_in(around, around.before, 1)]
    return frozenset([min(found)[2]]) if found else frozenset()


def _class_in(around: Surroundings, side: range, order: int) -> list[tuple[int, int, str]]:
    """The nearest word of a class on one side, within the clause of the figure: distance, side, class."""
    for distance, at in enumerate(side):
        key = around.words.keys[at]
        if key in PREDICATES:
            return [(distance, order, PREDICATES[key])]
        start, end = around.words.starts[at], around.words.ends[at]
        edge = around.text[max(start - 2, 0) : start] if order else around.text[end : end + 2]
        if key in _CLAUSE_ENDS or any(mark in edge for mark in _MARKS):
            break
    return []


def near_words(around: Surroundings, stated: Figure | Time) -> frozenset[str]:
    """The content words around a figure by their groups, without its head, and the preposition directly before it."""
    head = stated.head if isinstance(stated, Figure) else None
    words = around.words
    near = {
        group_of(words.keys[at])
        for at in (*around.before, *around.after)
        if words.keys[at] not in FUNCTION_WORDS and not (head and head.start <= words.starts[at] < head.end)
    }
    return frozenset(near | {f"<{key}" for key in around.keys(around.before, 1) if key in _PREPOSITIONS})


def named_beside(around: Surroundings) -> frozenset[str]:
    """The words of the name that stands next to a figure: "Ann Reed, 42", "the 43-year-old nurse Ann Reed"."""
    return _name_along(around, around.before) or _name_along(around, around.after)


def _name_along(around: Surroundings, side: range) -> frozenset[str]:
    """The words of the first name on one side, by stem; it begins within a few words, and before a sentence's own."""
    name: set[str] = set()
    for distance, at in enumerate(side):
        key, start = around.words.keys[at], around.words.starts[at]
        if around.text[start].isupper() and key not in FUNCTION_WORDS:
            name.add(stem(key))
        elif name or distance >= BESIDE:
            break
    return frozenset(name)


def is_part(around: Surroundings) -> bool:
    """Whether a figure is told as a part of another, or on top of it: "including 3 children", "5 more", "2 of them"."""
    following = around.keys(around.after, 2)
    return (
        not _PARTS.isdisjoint(around.keys(around.before, 3))
        or following[:1] == ["more"]
        or (following[:1] == ["of"] and not _THOSE.isdisjoint(following))
    )


def is_rate(around: Surroundings) -> bool:
    """Whether a figure is told for a unit of time: "2,000 Americans each day", "$15 an hour"."""
    keys = around.keys(around.after, 4)
    return not _OFTEN.isdisjoint(keys[:3]) or any(a in _PER and b in _UNITS_OF_TIME for a, b in pairwise(keys))


def surroundings(
    text: str, words: Words, sentence: tuple[int, int], ranges: Sequence[tuple[int, int]], index: int
) -> Surroundings:
    """The words on both sides of one of the figures of a sentence, never reaching over another figure."""
    first, last = ranges[index]
    floor = ranges[index - 1][1] if index else sentence[0]
    ceiling = ranges[index + 1][0] if index + 1 < len(ranges) else sentence[1]
    lowest, highest = max(sentence[0], floor, first - REACH), min(sentence[1], ceiling, last + REACH)
    return Surroundings(text, words, range(first - 1, lowest - 1, -1), range(last, highest))
