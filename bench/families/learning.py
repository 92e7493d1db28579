"""Learning: the log-likelihood of true families under the model of whence.families, its slope, and a minimiser.

A truth may allow several parents (two of a merger); what is maximised is the probability of all forests that it allows,
which is again a sum by the Matrix-Tree theorem.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from bench.families.seen import Truth
from whence.families.edge_clues import EDGE_CLUES
from whence.families.family_kernel import KEPT_PROSE
from whence.families.family_weights import FamilyWeights
from whence.families.forest import marginals
from whence.families.source_clues import CHILD_CLUES, LOST_CLUES, ROOT_CLUES
from whence.families.views import Views

FORBIDDEN = -40.0  # log-weight of what the truth rules out
PENALTY = 3e-4
LATER = 2.5  # log-odds against an edge from the later to the earlier, as in a corpus whose claims are mostly true


class Design(NamedTuple):
    """A family as columns of clues: edges (texts, members, columns), roots (members, columns), lost (columns), what is
    set beforehand of each edge (-inf where it is not possible, less where times are against it); its truth, and how
    much it counts."""

    edges: Any
    roots: Any
    lost: Any
    before: Any
    truth: Truth
    weight: float


def design(views: Views, truth: Truth, weight: float = 1.0) -> Design:
    """The columns of all clues of a family."""
    members = views.members
    edges = [column for clue in EDGE_CLUES for column in clue(views)]
    children = [
        np.concatenate([np.zeros((members, members)), column[None, :]])
        for clue in CHILD_CLUES
        for column in clue(views)
    ]
    possible = views.wanted[:, :members] & (views.childs(KEPT_PROSE) > 0)
    possible[np.arange(members), np.arange(members)] = False
    before = np.where(possible, 0.0, -np.inf)
    before[:members] -= LATER * views.marks.earlier.T
    return Design(
        np.stack([*edges, *children], axis=-1).astype(np.float32),
        np.stack([column for clue in ROOT_CLUES for column in clue(views)], axis=-1),
        np.array([column for clue in LOST_CLUES for column in clue(views)], float),
        before,
        truth,
        weight / members**0.25,
    )


def loss(designs: Sequence[Design], weights: Any) -> tuple[float, Any]:
    """The mean loss of true families, and its slope."""
    first = designs[0]
    a, b = first.edges.shape[-1], first.edges.shape[-1] + first.roots.shape[-1]
    slope, total, counted = np.zeros_like(weights), 0.0, 0.0
    for one in designs:
        value, d_edges, d_roots, d_lost = _one(one, weights[:a], weights[a:b], weights[b:])
        if not np.isfinite(value):
            continue
        total, counted = total + one.weight * value, counted + one.weight
        slope[:a] += one.weight * np.tensordot(d_edges, one.edges, ((0, 1), (0, 1)))
        slope[a:b] += one.weight * (d_roots @ one.roots)
        slope[b:] += one.weight * d_lost * one.lost
    return total / counted + PENALTY * float(weights @ weights) / 2, slope / counted + PENALTY * weights


def _one(one: Design, by_edge: Any, by_root: Any, by_lost: Any) -> tuple[float, Any, Any, float]:
    """Loss of one family, and its slope by the log-weights of edges, roots and lost source."""
    edges = one.edges @ by_edge + one.before
    roots, lost = one.roots @ by_root, float(one.lost @ by_lost)
    size = len(roots)
    without = marginals(edges[:size], roots)
    if np.isfinite(one.before[size]).sum() < 2:
        lost = -np.inf
    never = np.full((size + 1, 1), -np.inf)
    with_lost = marginals(np.concatenate([edges, never], axis=1), np.append(roots, 0.0))
    whole = np.logaddexp(without.log_total, with_lost.log_total + lost)
    chance = float(np.exp(with_lost.log_total + lost - whole))
    allowed = np.where(one.truth.parents, edges, np.where(np.isfinite(edges), FORBIDDEN, -np.inf))
    grounds = np.where(one.truth.roots, roots, FORBIDDEN)
    if one.truth.lost:
        true = marginals(np.concatenate([allowed, never], axis=1), np.append(grounds, 0.0))
        true_edges, true_roots, reached = true.edges[:, :size], true.roots[:size], true.log_total + lost
    else:
        true = marginals(allowed[:size], grounds)
        true_edges = np.concatenate([true.edges, np.zeros((1, size))])
        true_roots, reached = true.roots, true.log_total
    found_edges = chance * with_lost.edges[:, :size]
    found_edges[:size] += (1 - chance) * without.edges
    found_roots = (1 - chance) * without.roots + chance * with_lost.roots[:size]
    d_lost = chance - one.truth.lost if np.isfinite(lost) else 0.0
    return float(whole - reached), found_edges - true_edges, found_roots - true_roots, d_lost


def weights_of(values: Any, views: Views, temperature: float) -> FamilyWeights:
    """A vector of weights by clue and column."""
    rest = [round(float(value), 4) for value in values]
    parts = []
    for clues in (EDGE_CLUES, CHILD_CLUES, ROOT_CLUES, LOST_CLUES):
        part = {}
        for clue in clues:
            columns = len(clue(views))
            part[clue.__name__], rest = tuple(rest[:columns]), rest[columns:]
        parts.append(part)
    edges, children, roots, lost = parts
    return FamilyWeights(edges, roots, lost, children, temperature)


def vector_of(weights: FamilyWeights, views: Views) -> Any:
    """Weights by clue and column as a vector: what `weights_of` turns round; a clue that has no weights yet has 0."""
    parts = (
        (EDGE_CLUES, weights.edges),
        (CHILD_CLUES, weights.children),
        (ROOT_CLUES, weights.roots),
        (LOST_CLUES, weights.lost),
    )
    return np.array(
        [
            value
            for clues, columns in parts
            for clue in clues
            for value in columns.get(clue.__name__, (0.0,) * len(clue(views)))
        ]
    )


def minimise(function: Callable[[Any], tuple[float, Any]], start: Any, steps: int, memory: int = 12) -> Any:
    """The point where a smooth function is least: L-BFGS (Liu and Nocedal 1989) with backtracking."""
    point, (value, slope) = start, function(start)
    moves: list[tuple[Any, Any]] = []
    for step in range(steps):
        aim = -_two_loops(slope, moves)
        if aim @ slope > -1e-12:
            break
        stride = 1.0 if moves else 1.0 / max(1.0, float(np.linalg.norm(slope)))
        while True:
            there = point + stride * aim
            new_value, new_slope = function(there)
            if new_value <= value + 1e-4 * stride * float(aim @ slope) or stride < 1e-6:
                break
            stride /= 2
        change = new_slope - slope
        if change @ (there - point) > 1e-10:
            moves = [*moves[-memory + 1 :], (there - point, change)]
        if value - new_value < 1e-7 * max(1.0, abs(value)) and step > 20:
            return there
        point, value, slope = there, new_value, new_slope
    return point


def _two_loops(slope: Any, moves: list[tuple[Any, Any]]) -> Any:
    """The slope times an estimate of the inverse curvature."""
    aim, kept = slope.copy(), []
    for move, change in reversed(moves):
        share = move @ aim / (change @ move)
        aim = aim - share * change
        kept.append(share)
    if moves:
        move, change = moves[-1]
        aim = aim * (move @ change) / (change @ change)
    for (move, change), share in zip(moves, reversed(kept), strict=True):
        aim = aim + (share - change @ aim / (change @ move)) * move
    return aim
