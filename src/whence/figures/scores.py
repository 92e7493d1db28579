"""Scores and votes: "3-2", "a 52-48 vote", "5-to-4"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whence.figures.cardinals import tidy
from whence.figures.measures import Measure
from whence.figures.nouns import WORD_GROUPS, read_words
from whence.text.words import Words

_GAP = re.compile(r"[-–]|-to-| to ", re.IGNORECASE)
_WORDS = read_words("score_words")
_MOST = 1000
_WINDOW = 6
_LINE_DIGITS = 4  # no side of a result has so many; the last group of a telephone number has
_RATIO_NEAR = 3  # words: "odds of about 20-1", "outnumber women six to one"


def join_scores(text: str, words: Words, measures: Sequence[Measure]) -> list[Measure]:
    """The measures with two bare numbers that tell a result read as one score, the larger number as its high end.

    A pair that falls ("52-48") is a score; one that rises is where a word of winning, losing or voting stands near.
    """
    joined: list[Measure] = []
    for measure in measures:
        if joined and _is_score(text, words, joined[-1], measure):
            first = joined.pop()
            both = first._replace(end=measure.end, last=measure.last, step=1.0)
            low, high = sorted((first.value, measure.value))
            measure = both._replace(kind="score", value=low, high=high, form="score")  # noqa: PLW2901
            if low and _is_ratio(words, both):
                measure = both._replace(kind="ratio", value=tidy(high / low), form="ratio")  # noqa: PLW2901
        joined.append(measure)
    return joined


def _is_ratio(words: Words, both: Measure) -> bool:
    """Whether the two numbers tell how many times as many: "a six-to-one ratio", "odds of 20-1"."""
    near = (*words.keys[max(both.first - _RATIO_NEAR, 0) : both.first], *words.keys[both.last : both.last + 1])
    return not WORD_GROUPS["ratios"].isdisjoint(near)


def _is_score(text: str, words: Words, a: Measure, b: Measure) -> bool:
    """Whether two neighbouring numbers are the two sides of a result."""
    if b.start - a.end > 4 or a.form != "cardinal" or b.form != "cardinal" or a.unit or b.unit or a.kind != "number":
        return False
    gap = text[a.end : b.start]
    if not _GAP.fullmatch(gap) or not (0 <= a.value < _MOST and 0 <= b.value < _MOST) or "," in text[a.start : b.end]:
        return False
    if (
        a.value != int(a.value)
        or b.value != int(b.value)
        or (text[b.end : b.end + 1] == "-" and text[b.end + 1 : b.end + 2].isdigit())
    ):
        return False
    if b.end - b.start == _LINE_DIGITS and text[a.start : a.end].isdigit() and text[b.start : b.end].isdigit():
        return False  # 555-0142: a number to call
    near = (*words.keys[max(a.first - _WINDOW, 0) : a.first], *words.keys[b.last : b.last + 3])
    told = any(key in _WORDS or key in WORD_GROUPS["ratios"] for key in near)
    if a.value == b.value:
        return told
    return told or (a.value > b.value and gap != " to ")
