"""Sentences by their words, to find those that tell the same as another: rare words and names weigh most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from heapq import nlargest
from itertools import islice
from math import log, sqrt
from typing import NamedTuple

from whence.agreement.contexts import NUMBER, Sentence

MOST_POSTED = 60  # sentences looked up for one word, the latest ones; bounds the time of a look-up
MOST_LIKE = 4  # sentences that are told as like another
_NAME = 1.5  # names tell half as much again: another place, another event


class Like(NamedTuple):
    """A sentence that is like another: its number, how like (0-1), and how many content words the two share."""

    number: int
    likeness: float
    shared: int


def weigh_words(sentences: Iterable[Sentence]) -> dict[str, float]:
    """How much each word tells among these sentences: rare ones much, those of every sentence little.

    >>> from whence.agreement.contexts import Sentence
    >>> sentences = [Sentence(frozenset(words.split()), frozenset(), ()) for words in ("fire mill", "fire dam")]
    >>> weights = weigh_words(sentences)
    >>> weights["mill"] > weights["fire"]
    True
    """
    counts: dict[str, int] = defaultdict(int)
    names: set[str] = set()
    size = 0
    for sentence in sentences:
        size += 1
        names |= sentence.names
        for word in sentence.content:
            counts[word] += 1
    return {word: log(1 + size / count) * (_NAME if word in names else 1.0) for word, count in counts.items()}


class SentenceIndex:
    """An inverted index of sentences, each under a number of its own; sentences may be added between look-ups."""

    def __init__(self, weights: dict[str, float]) -> None:
        self._weights = weights
        self._posted: dict[str, list[int]] = defaultdict(list)
        self._sizes: dict[int, float] = {}

    def add(self, number: int, sentence: Sentence) -> None:
        """Post a sentence under all its words."""
        for word in sentence.content:
            self._posted[word].append(number)
        self._sizes[number] = self._size(sentence)

    def like(self, sentence: Sentence) -> list[Like]:
        """The sentences most like one, the most like first."""
        shared: dict[int, list[float]] = defaultdict(list)
        for word in sorted(sentence.content):
            for number in islice(reversed(self._posted.get(word, ())), MOST_POSTED):
                shared[number].append(self._weights.get(word, 0.0))
        own = self._size(sentence)
        found = (
            Like(number, min(sum(common) / sqrt(own * self._sizes[number]), 1.0), len(common))
            for number, common in shared.items()
            if any(common) and own and self._sizes[number]
        )
        return nlargest(MOST_LIKE, found, key=lambda one: (one.likeness, -one.number))

    def _size(self, sentence: Sentence) -> float:
        """The weight of all words of a sentence; numbers speak for likeness where both have them, never against it."""
        return sum(self._weights.get(word, 0.0) for word in sentence.content if not word.startswith(NUMBER))
