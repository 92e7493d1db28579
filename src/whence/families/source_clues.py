"""Clues to what stands at the head of a family: a member that came from outside, or a source that is lost.

Each is a function whose docstring is its label: clues to a root return arrays of members, clues to a lost source
numbers for the family, clues to who had its text from the lost source arrays of members.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from whence.families.family_kernel import KEPT, PASSAGE_GRAMS
from whence.families.views import Views

WHOLE_GRAMS = 12  # a member that lacks less of what the others share may be the source itself
SourceClue = Callable[[Views], tuple[Any, ...]]


def stands_alone(views: Views) -> tuple[Any, ...]:
    """How much of it no other member has."""
    known = views.known
    return np.ones(views.members), np.log1p(known), known / np.maximum(1, views.sizes[: views.members])


def carries_a_mark(views: Views) -> tuple[Any, ...]:
    """It is an agency, or carries the mark of one."""
    own = views.marks.is_agency.astype(float)
    return views.marks.marked * (1 - own), own


def has_it_all(views: Views) -> tuple[Any, ...]:
    """It has what the others share."""
    members = views.members
    lacks = views.numbers[members, :members, PASSAGE_GRAMS]
    return np.log1p(lacks), views.numbers[members, :members, KEPT] / max(1, views.sizes[members])


def named_source(views: Views) -> tuple[Any, ...]:
    """Members carry the mark of an agency that is not among them."""
    marked = int(views.marks.marked.sum())
    named = float(marked > 0 and not views.marks.is_agency.any())
    return named, named * min(3, marked), named * marked / views.members, float(views.marks.is_agency.any())


def nobody_has_it_all(views: Views) -> tuple[Any, ...]:
    """No member has all that the others share."""
    lacks = float(views.numbers[views.members, : views.members, PASSAGE_GRAMS].min())
    return 1.0, np.log1p(lacks), lacks / max(1, views.sizes[views.members]), float(lacks < WHOLE_GRAMS)


def first_lacks_some(views: Views) -> tuple[Any, ...]:
    """The first by its time lacks what others share."""
    first = np.flatnonzero(views.marks.earlier.sum(axis=1) >= max(1, views.members - 1))
    if not len(first):
        return 0.0, 0.0, 0.0
    lacks = float(views.numbers[views.members, first[0], PASSAGE_GRAMS])
    return 1.0, np.log1p(lacks), float(lacks < WHOLE_GRAMS)


def many_members(views: Views) -> tuple[Any, ...]:
    """How many members there are."""
    return float(views.members == 2), float(np.log1p(views.members))


def has_the_mark(views: Views) -> tuple[Any, ...]:
    """It carries the mark of the agency that is not among the members."""
    named = views.marks.marked.any() and not views.marks.is_agency.any()
    marked = views.marks.marked.astype(float)
    return np.ones(views.members), named * marked, named * (1 - marked)


ROOT_CLUES: tuple[SourceClue, ...] = (stands_alone, carries_a_mark, has_it_all)
LOST_CLUES: tuple[SourceClue, ...] = (nobody_has_it_all, named_source, first_lacks_some, many_members)
CHILD_CLUES: tuple[SourceClue, ...] = (has_the_mark,)
