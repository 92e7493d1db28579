"""Pairs of figures, or of times, that are likely about one thing, and the best choice among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from whence.agreement.contexts import Standing
from whence.agreement.heads_aligned import group_of, only_grows
from whence.agreement.one_thing import (
    AGREEING,
    ONE_NUMBER,
    VERY_ALIKE,
    Kinship,
    Signs,
    agree_enough,
    counts_from_text,
    differ_enough,
    may_be_one,
    same_number,
    signs_of,
    times_enough,
)
from whence.agreement.relation_words import told
from whence.agreement.relations import Dates, relate_figures, relate_measured
from whence.agreement.time_relations import relate_times
from whence.records import Figure, FigurePair, Time

MOST_ABREAST = 12  # figures of a sentence that are all held against each other; of longer lists only neighbours are
NEIGHBOURS = 1
# Weights: set by hand on the same pairs as the thresholds of `one_thing`. A number that both have says most.
_LIKENESS, _NEARNESS, _HEAD, _PREDICATE, _AGREEMENT, _ORDER = 2.0, 1.0, 1.0, 0.6, 0.75, 0.3
_MOST_APART = 2
SETTLED = frozenset(group_of(word) for word in ("aboard", "board", "carrying", "carried", "passengers", "spectators"))
"""Words of what is counted once for all, before whatever happened."""


class LikelyPair(NamedTuple):
    """Two figures that may be about one thing: how well that is borne out, their numbers, how they relate."""

    score: float
    a: int
    b: int
    pair: FigurePair


def likely_pair(
    at: tuple[int, int], standing: tuple[Standing, Standing], kin: Kinship, *, published: Dates
) -> LikelyPair | None:
    """Two figures or times, None where they cannot be about one thing or too little says that they are.

    Args:
        at: the numbers under which the two are known.
        standing: the two with what stands around them.
        kin: how their sentences stand to each other.
        published: the days on which their reports appeared.
    """
    a, b = standing
    signs = signs_of(a, b, kin)
    if isinstance(a.stated, Figure) and isinstance(b.stated, Figure):
        if not may_be_one(a, b, signs):
            return None
        pair = _figures_pair(a, b, published)
        agrees = pair.relation in AGREEING or (same_number(a, b) and (kin.retold or kin.likeness >= VERY_ALIKE))
        enough = agree_enough(signs) if agrees else differ_enough(pair, standing, signs, published)
    elif isinstance(a.stated, Time) and isinstance(b.stated, Time):
        pair = _times_pair(a.stated, b.stated)
        enough = times_enough(pair, signs, published)
    else:
        return None
    return LikelyPair(_score(pair, standing, signs), *at, pair) if enough else None


def abreast(a: Sequence[Standing], b: Sequence[Standing]) -> Iterator[tuple[int, int]]:
    """Which figures of two sentences are held against each other: all, in long lists only neighbours."""
    if max(len(a), len(b)) <= MOST_ABREAST:
        yield from ((x, y) for x in range(len(a)) for y in range(len(b)))
        return
    for x in range(len(a)):
        yield from ((x, y) for y in range(max(0, x - NEIGHBOURS), min(len(b), x + NEIGHBOURS + 1)))


def choose(likely: Sequence[LikelyPair]) -> list[LikelyPair]:
    """The best pairs such that no figure is taken twice, in the order of A."""
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    chosen = []
    for one in sorted(likely, key=lambda one: (-one.score, one.a, one.b)):
        if one.a not in taken_a and one.b not in taken_b:
            taken_a.add(one.a)
            taken_b.add(one.b)
            chosen.append(one)
    return sorted(chosen, key=lambda one: one.a)


def _figures_pair(a: Standing, b: Standing, published: Dates) -> FigurePair:
    """Two figures that may be about one thing; what stands around them tells whether it only grows."""
    assert isinstance(a.stated, Figure) and isinstance(b.stated, Figure)
    grows = may_grow(a, b)
    if a.side is None or b.side is None or a.side.dimension != b.side.dimension:
        return relate_figures(a.stated, b.stated, published=published, grows=grows)
    return relate_measured((a.stated, b.stated), (a.side, b.side), published=published, grows=grows)


def may_grow(a: Standing, b: Standing) -> bool | None:
    """Whether what two figures count only grows, by what is said of them; None where nothing is.

    The dead, the injured, cases and homes destroyed are counted as they are found. Who was aboard, or marched, was all
    there from the first: another number is a conflict.
    """
    if any(isinstance(one.stated, Figure) and only_grows(one.stated, one.predicates) for one in (a, b)):
        return True
    return False if a.predicates or b.predicates or not SETTLED.isdisjoint(a.near | b.near | {a.head, b.head}) else None


def _times_pair(a: Time, b: Time) -> FigurePair:
    """Two times; where each points at its days from a place or a day of its own, they are not held to disagree."""
    pair = relate_times(a, b)
    if pair.relation in ("conflict", "strained") and (counts_from_text(a) or counts_from_text(b)):
        says = f"“{told(a)}” and “{told(b)}” are each counted from what was told before"
        return FigurePair(a, b, "incomparable", says)
    if pair.relation == "conflict" and a.evidence.exact.lower() == b.evidence.exact.lower():
        return FigurePair(a, b, "incomparable", f"both say “{told(a)}”, each as seen from its own day")
    return pair


def _score(pair: FigurePair, standing: tuple[Standing, Standing], signs: Signs) -> float:
    """How well two being about one thing is borne out."""
    a, b = standing
    agreement = (pair.relation in ONE_NUMBER or same_number(a, b)) + (pair.relation in AGREEING)
    apart = min(abs(a.order - b.order), _MOST_APART)
    score = _LIKENESS * signs.kin.likeness + _NEARNESS * signs.nearness + _HEAD * signs.head
    score += _PREDICATE * signs.predicate + _AGREEMENT * agreement - _ORDER * apart
    return score - (pair.relation == "incomparable")
