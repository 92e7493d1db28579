"""A closer reading: what the relation of two reports adds to what their shared words say in a family."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log
from typing import Any, NamedTuple

import numpy as np

from whence.lineage.relate import COPIED
from whence.records import Relation

READ_CLUES = frozenset({
    "credits_the_other", "is_the_agency", "told_the_outlet", "quotes_prose", "vaguer_figure", "connective_at_a_cut",
    "qualifier_lost", "name_without_introduction", "update_mark", "provisional_wording",
})  # fmt: skip
"""Clues to direction that a family does not see in shared words; the others would count twice."""
MOST_DOUBT = 6.0  # log-odds: no reading is surer than that two reports have nothing to do with each other


class Read(NamedTuple):
    """Two reports that were read closely, as A and B, and how they are related."""

    reports: tuple[str, str]
    relation: Relation


def odds_of_pairs(names: Sequence[str], read: Iterable[Read]) -> Any:
    """Log-odds to add to the edges of a family (members by members: row the parent).

    A pair that shares speech or chance alone is doubted both ways, by the probability of that. Clues to direction that
    shared words do not show (credits, vaguer figures, marks of an update) count for one way and against the other.

    Args:
        names: the members.
        read: pairs of them.
    """
    place = {name: number for number, name in enumerate(names)}
    odds = np.zeros((len(names), len(names)))
    for one in read:
        a, b = (place[name] for name in one.reports)
        doubt = _doubt(one.relation)
        for_a = _direction(one.relation) / 2
        odds[a, b] += for_a - doubt
        odds[b, a] += -for_a - doubt
    return odds


def _doubt(relation: Relation) -> float:
    """Log-odds that neither came from the other."""
    if relation.kind in COPIED:
        return 0.0
    chance = min(0.999, relation.kind_confidence)
    return min(MOST_DOUBT, max(0.0, log(chance / (1 - chance))))


def _direction(relation: Relation) -> float:
    """Log-odds that A is the parent, by clues that shared words do not show."""
    towards = -1 if relation.parent == "b" else 1
    return towards * sum(
        clue.weight for clue in relation.clues if clue.about == "direction" and clue.name in READ_CLUES
    )
