"""Who else vouches for a figure, told somewhere in its clause: "according to the mayor", "reportedly killed 12"."""

from __future__ import annotations

import re
from bisect import bisect_left

from whence.figures.nouns import WORD_GROUPS
from whence.records import Figure
from whence.text.words import Words

_ATTRIBUTING = frozenset(["according", "put", "reckon", "reckons", "reckoned", "official", "officially"])
_SENTENCE_END = re.compile(r"[.!?…][”\"’)]?\s+[A-Z“\"]|\n")
_PHRASE_END = re.compile(r"[,.;:—–\n”\"“()]| - ")
_FURTHEST = 250  # characters; what stands further away in a sentence of news tells of another clause
_WORDS_OF_NAME = 9
_WORDS_BEFORE = 6
_WORDS_AFTER_ADVERB = 4  # "reportedly killed more than 12"; further on it tells of other words of its clause
_NEXT_TO = 4  # characters: a space, "an" and a space; a verb ("reportedly hid 40") takes more


def vouches_for_number(figure: Figure) -> bool:
    """Whether what vouches for a figure is said of its number, not of the whole sentence.

    "An estimated 40", "reportedly 40" and "they estimate that 40" are; "he reportedly hid 40 boats" and "40 boats,
    according to the police" attribute the sentence, and so does a figure "put at 40": nothing is taken back where
    another report has the number without them.

    >>> from whence.figures.find import find_figures
    >>> from whence.records import Report
    >>> text = "He reportedly hid 40 boats and an estimated 9 cars."
    >>> [vouches_for_number(figure) for figure in find_figures(Report("1", "1", text))]
    [False, True]
    """
    source = figure.source_hedge
    if source is None or source.end > figure.evidence.start:
        return False
    first = source.exact.split()[0].lower()
    if first in WORD_GROUPS["estimating"] - _ATTRIBUTING:
        return True
    hedge = figure.hedge_words
    number = min(figure.evidence.start, hedge.start if hedge else figure.evidence.start)
    return first not in _ATTRIBUTING and number - source.end <= _NEXT_TO


class SourceIndex:
    """Where a text says "according to", with the name that follows."""

    def __init__(self, text: str, words: Words) -> None:
        self._text, self._words = text, words
        self._spans = list(self._read())
        self._starts = [start for start, _ in self._spans]

    def _read(self) -> list[tuple[int, int]]:
        """The spans of "according to" and what follows, up to a mark or so many words."""
        spans: list[tuple[int, int]] = []
        keys, words = self._words.keys, self._words
        at = -1
        for _ in range(keys.count("according")):
            at = keys.index("according", at + 1)
            if keys[at + 1 : at + 2] == ["to"] and at + 2 < len(keys):
                last = min(at + 2 + _WORDS_OF_NAME, len(keys)) - 1
                mark = _PHRASE_END.search(self._text, words.ends[at + 1], words.ends[last])
                end = mark.start() if mark else words.ends[last]
                spans.append((words.starts[at], max(end, words.ends[at + 1])))
        return spans

    def vouching_for(self, first: int, start: int, end: int) -> tuple[int, int] | None:
        """The words that vouch for a figure whose first word is `first`, from `start` to `end`; None where none do."""
        return self._before(first, start) or self._according_to(start, end)

    def _according_to(self, start: int, end: int) -> tuple[int, int] | None:
        """The nearest "according to" in the same sentence, looking on before looking back."""
        at = bisect_left(self._starts, end)
        ahead = self._spans[at : at + 1]
        if ahead and ahead[0][0] - end < _FURTHEST and not _SENTENCE_END.search(self._text, end, ahead[0][0]):
            return ahead[0]
        behind = self._spans[at - 1 : at] if at else []
        if (
            behind
            and 0 <= start - behind[0][1] < _FURTHEST
            and not _SENTENCE_END.search(self._text, behind[0][1], start)
        ):
            return behind[0]
        return None

    def _before(self, first: int, start: int) -> tuple[int, int] | None:
        """An adverb or a verb of estimating a few words before: "reportedly killed 12", "put the toll at 40"."""
        words = self._words
        for at in range(first - 1, max(first - 1 - _WORDS_BEFORE, -1), -1):
            key = words.keys[at]
            adverb = key in WORD_GROUPS["vouching"] and first - at <= _WORDS_AFTER_ADVERB
            if (
                adverb
                or key in WORD_GROUPS["estimating"]
                or (key in WORD_GROUPS["putting"] and words.keys[first - 1] == "at")
            ):
                between = self._text[words.ends[at] : start]
                return None if _PHRASE_END.search(between) else (words.starts[at], words.ends[at])
        return None
