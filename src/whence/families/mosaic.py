"""Mosaic: passages that a member has neither from its parent nor from itself, but from a second source."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from whence.families.family_kernel import EDIT_GRAMS
from whence.families.forest import NO_PARENT
from whence.families.solve import Solved, Sums
from whence.families.texts import runs_of
from whence.families.views import Views

LEAST_GRAMS = 20  # words of a passage that says who it is from
IMPOSSIBLE = -50.0  # log-weight that stands for none at all
COVERED = 0.8  # of the passage, so much stands in the second source


class Borrowed(NamedTuple):
    """Text of a member from a second source: who, from whom, how probable that it went this way, how many words."""

    child: int
    parent: int
    probability: float
    words: int


def find_borrowed(views: Views, solved: Solved, sums: Sums) -> tuple[Borrowed, ...]:
    """For each member of the likeliest tree, whose text beside its parent's it has.

    Of several that have the passages the one is named that has most of them, then the one from which the member more
    probably came. Whoever came from the member itself is nobody's source.
    """
    parents = solved.parents
    return tuple(
        found
        for child in range(len(parents))
        if parents[child] != NO_PARENT
        for found in [_borrowed(views, (solved, sums), child, descendants(parents, child))]
        if found
    )


def _borrowed(views: Views, weighed: tuple[Solved, Sums], child: int, below: Any) -> Borrowed | None:
    """The second source of one member."""
    solved, sums = weighed
    texts, members = views.texts, views.members
    own = texts.of(child)
    lacking = ~texts.presence[solved.parents[child], own] & (texts.holders[own] > 1)
    runs = [(start, end) for start, end in runs_of(lacking) if end - start > EDIT_GRAMS]
    if sum(end - start for start, end in runs) < LEAST_GRAMS:
        return None
    grams = np.concatenate([own[start:end] for start, end in runs])
    having = texts.presence[:members, grams].sum(axis=1) * ~below * ~views.marks.earlier[child]
    if solved.parents[child] < members:
        having[solved.parents[child]] = 0
    if having.max() < max(LEAST_GRAMS, COVERED * max(end - start for start, end in runs)):
        return None
    near = having >= COVERED * having.max()
    forth, back = (
        np.maximum(sums.edges[:members, child], IMPOSSIBLE),
        np.maximum(sums.edges[child, :members], IMPOSSIBLE),
    )
    odds = np.where(near, forth - back, -np.inf)
    parent = int(np.argmax(np.where(near, having * 1e-3 + np.clip(odds, -5, 5), -np.inf)))
    chance = float(1 / (1 + np.exp(-np.clip(odds[parent], -10, 10))))
    return Borrowed(child, parent, chance, int(having[parent])) if chance > 0.5 else None


def descendants(parents: Any, member: int) -> Any:
    """Which members come from one in the tree, itself included (by member).

    >>> descendants(np.array([-1, 0, 1, 0]), 1).tolist()
    [False, True, True, False]
    """
    below = np.zeros(len(parents), bool)
    below[member] = True
    inside = (parents != NO_PARENT) & (parents < len(parents))
    while True:
        more = below | (inside & below[np.where(inside, parents, 0)])
        if (more == below).all():
            return below
        below = more
