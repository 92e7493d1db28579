"""Clues to who came from whom in a family. Each is a function whose docstring is its label.

A clue looks at every pair at once and returns arrays of members' possible parents (rows: the members, last the lost
source) by members (columns). What a pair shares speaks for an edge; what the child has and its parent lacks must have
been put in, what the parent has and the child lacks must have been cut: that costs less. Words that a third member has
as well are nobody's invention, so a parent that lacks them is the wrong one.

To add one: write it, list it in EDGE_CLUES, train (`python -m bench.families.train`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from whence.families.family_kernel import (
    EDITS,
    KEPT,
    KEPT_PROSE,
    KNOWN_EDITS,
    KNOWN_PASSAGES,
    LEAD,
    PASSAGE_GRAMS,
    PASSAGES,
    RARE,
    SEAMS,
    TAIL,
)
from whence.families.views import Views

ENOUGH_GRAMS = 40  # BASIL: 9 of 300 pairs of independent reports share 30 words outside quotation marks
NEAR_GRAMS = 20  # candidates that explain nearly as much of the child as the best one
EdgeClue = Callable[[Views], tuple[Any, ...]]


def shared_prose(views: Views) -> tuple[Any, ...]:
    """Prose that both have."""
    kept = views.childs(KEPT_PROSE)
    return np.ones_like(kept), np.maximum(0, 1 - kept / ENOUGH_GRAMS), np.log1p(kept)


def put_in(views: Views) -> tuple[Any, ...]:
    """Words that the child has put in or changed."""
    edits = views.childs(EDITS)
    return np.log1p(views.childs(SEAMS)), np.log1p(edits), edits / 50


def passages_put_in(views: Views) -> tuple[Any, ...]:
    """Passages that the child has and the parent lacks."""
    return _passages(views.childs)


def cut_out(views: Views) -> tuple[Any, ...]:
    """Words of the parent that the child has cut or changed."""
    edits = views.parents(EDITS)
    return np.log1p(views.parents(SEAMS)), np.log1p(edits), edits / 50


def passages_cut(views: Views) -> tuple[Any, ...]:
    """Passages of the parent that the child lacks."""
    return _passages(views.parents)


def wordings_of_others(views: Views) -> tuple[Any, ...]:
    """Wordings of the child that others share and this parent lacks."""
    return _known(views.childs(KNOWN_EDITS), 100)


def passages_of_others(views: Views) -> tuple[Any, ...]:
    """Passages of the child that others share and this parent lacks."""
    return _known(views.childs(KNOWN_PASSAGES), 300)


def kept_by_others(views: Views) -> tuple[Any, ...]:
    """Wordings of the parent that others have kept and the child has not."""
    return _known(views.parents(KNOWN_EDITS), 100)


def passages_kept_by_others(views: Views) -> tuple[Any, ...]:
    """Passages of the parent that others have kept and the child has not."""
    return _known(views.parents(KNOWN_PASSAGES), 300)


def rare_wording(views: Views) -> tuple[Any, ...]:
    """Wording that few but these two have."""
    return (np.log1p(views.childs(RARE)),)


def coverage(views: Views) -> tuple[Any, ...]:
    """How much of each stands in the other."""
    sizes = np.maximum(1, views.sizes)
    return views.childs(KEPT) / sizes[None, : views.members], views.parents(KEPT) / sizes[:, None]


def explains_most(views: Views) -> tuple[Any, ...]:
    """No other member explains more of the child."""
    kept = views.childs(KEPT)
    others = kept[: views.members].copy()
    np.fill_diagonal(others, 0)
    most = others.max(axis=0, initial=0)
    lack = np.maximum(0, most - kept)
    return np.log1p(lack), lack / 100, (lack < 1).astype(float), np.maximum(0, kept - most) / 50


def fewest_steps(views: Views) -> tuple[Any, ...]:
    """No other member is fewer edits away from the child."""
    kept, steps = views.childs(KEPT), views.childs(EDITS) + views.childs(SEAMS) + views.childs(PASSAGES)
    members = views.members
    others = np.where(np.eye(members, dtype=bool), 0, kept[:members])
    near = (others.max(axis=0, initial=0) - others <= NEAR_GRAMS) & ~np.eye(members, dtype=bool)
    least = np.where(near, steps[:members], np.inf).min(axis=0, initial=np.inf)
    more = np.where(np.isfinite(least), np.maximum(0, steps - least), 0)
    return np.log1p(more), (more == 0).astype(float)


def parent_is_agency(views: Views) -> tuple[Any, ...]:
    """The parent is an agency; the child carries its mark."""
    agency = np.append(views.marks.is_agency, False)[:, None] * np.ones((1, views.members))
    return agency, agency * views.marks.marked[None, :]


def near_in_time(views: Views) -> tuple[Any, ...]:
    """How near in time the two appeared, whichever was first, by the times that they claim.

    Reprints follow fast: delays are spread about evenly over their logarithm (a quarter within four minutes).
    """
    distances = np.concatenate([views.marks.distances, np.full((1, views.members), np.nan)])
    known = np.isfinite(distances)
    return known.astype(float), np.log1p(np.where(known, distances, 0.0))


EDGE_CLUES: tuple[EdgeClue, ...] = (
    shared_prose, put_in, passages_put_in, cut_out, passages_cut, wordings_of_others, passages_of_others,
    kept_by_others, passages_kept_by_others, rare_wording, coverage, explains_most, fewest_steps, parent_is_agency,
    near_in_time,
)  # fmt: skip
"""The clues in the order of the file of weights."""


def _passages(side: Callable[[int], Any]) -> tuple[Any, ...]:
    """Passages missing on one side: how many, how long, at the end, at the beginning."""
    grams = side(PASSAGE_GRAMS)
    logs = (np.log1p(side(number)) for number in (PASSAGES, PASSAGE_GRAMS, TAIL, LEAD))
    return (*logs, grams / 300)


def _known(grams: Any, scale: float) -> tuple[Any, ...]:
    """Missing words that some third member has."""
    return np.log1p(grams), grams / scale
