"""Edits of figures and times, told by how what A states stands to what B states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from whence.changes.kinds import RANKS
from whence.changes.places import Places
from whence.records import Change, ChangeKind, Evidence, Figure, FigurePair, FigureRelation, Time

BY_GRAVITY: tuple[FigureRelation, ...] = (
    "conflict", "strained", "updated", "incomparable", "coarser", "finer", "compatible", "hedge dropped", "hedge added",
    "hedge changed", "equivalent", "same",
)  # fmt: skip
"""Relations in the order in which a fact-checker wants to know them."""

_RETYPED: frozenset[ChangeKind] = frozenset({"figure", "date", "hedge", "wording", "house style", "dropped", "added"})
_OF_FIGURES: frozenset[ChangeKind] = frozenset({"figure", "date", "hedge"})
_HEDGED: frozenset[FigureRelation] = frozenset({"hedge added", "hedge dropped", "hedge changed"})
_AT_ONE: frozenset[FigureRelation] = frozenset({"same", "equivalent"})
LITTLE_MORE = 24  # characters that a change may hold beyond the figure's own words and still be a change of the figure


def retype_figures(changes: Iterable[Change], pairs: Iterable[FigurePair]) -> tuple[Change, ...]:
    """The changes, with those of a figure or a time told by how the two sides stand to each other.

    Only kind, rank and wording change: what leads from A to B stays exactly the same.

    Args:
        changes: what was found between the words.
        pairs: figures and times about one thing in both (`figures.matching`).

    Returns:
        As many changes as before, in the order of rank.
    """
    graded = sorted(pairs, key=lambda pair: BY_GRAVITY.index(pair.relation))
    places = (
        Places((words, number) for number, pair in enumerate(graded) for words in words_of(pair.a)),
        Places((words, number) for number, pair in enumerate(graded) for words in words_of(pair.b)),
    )
    told = []
    for change in changes:
        touched = [
            set(place.touching(side)) if side else None
            for place, side in zip(places, (change.a, change.b), strict=True)
        ]
        near = _both(touched[0], touched[1])
        told.append(_retyped(change, graded[min(near)]) if near and change.kind in _RETYPED else change)
    return tuple(sorted(told, key=lambda change: change.rank))


def words_of(stated: Figure | Time) -> Sequence[Evidence]:
    """All words by which a figure or a time is told: the number and its hedges."""
    if isinstance(stated, Time):
        return (stated.evidence,)
    return tuple(words for words in (stated.evidence, stated.hedge_words, stated.source_hedge) if words)


def _both(a: set[int] | None, b: set[int] | None) -> set[int]:
    """The pairs that a change touches on every side that it has words on."""
    if a is None or b is None:
        return (a if b is None else b) or set()
    return a & b


def _retyped(change: Change, pair: FigurePair) -> Change:
    """A change under the relation of the pair that it touches; a longer change stays what it is."""
    bare = _is_bare(change, pair)
    if pair.relation in _AT_ONE:
        kind: ChangeKind = "house style" if bare else "wording"
        return replace(change, kind=kind, rank=RANKS[kind], says=pair.says) if change.kind in _OF_FIGURES else change
    kind = _kind_of(pair)
    return (
        replace(change, kind=kind, rank=RANKS[kind], says=pair.says) if bare or change.kind in _OF_FIGURES else change
    )


def _kind_of(pair: FigurePair) -> ChangeKind:
    """What an edit of a pair's own words is."""
    if pair.relation in _HEDGED:
        return "hedge"
    return "date" if isinstance(pair.a, Time) else "figure"


def _is_bare(change: Change, pair: FigurePair) -> bool:
    """Whether a change is of a figure's words and of little else."""
    sides = ((change.a, pair.a), (change.b, pair.b))
    return all(
        side is None or len(side.exact) <= sum(len(words.exact) for words in words_of(stated)) + LITTLE_MORE
        for side, stated in sides
    )
