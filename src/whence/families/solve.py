"""From clues to probabilities: every edge of a family, every root, the lost source, the number of sources.

Two hypotheses are weighed: the members have come from each other and from outside, or a source that is lost stood
before them. Under each the probabilities are exact sums over all forests (`forest.marginals`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np

from whence.families.claims import FIRM, Trust, believe
from whence.families.edge_clues import EDGE_CLUES
from whence.families.family_kernel import KEPT_PROSE
from whence.families.family_weights import Columns, FamilyWeights
from whence.families.forest import Marginals, RootCount, best_forest, count_mixed, marginals
from whence.families.source_clues import CHILD_CLUES, LOST_CLUES, ROOT_CLUES
from whence.families.views import Views

LOST_LEAST = 2  # a lost source stands before at least two members; of one it would explain nothing
SMALLEST = 1e-12
LARGE, GROWTH = 25, 0.25
"""Members from which on, and how fast, sums are sharpened: the more candidates, the less was said of the right one. Of
.9, 1.1, 1.3, 1.5, 1.8 families of 60 to 200 are best calibrated at 1.5, those of up to 60 at 1.1 (bench/families)."""


class Sums(NamedTuple):
    """Log-weights of a family: `edges` (texts by members, the lost source last), `roots`, and of the lost source; and
    what each clue adds to the edges (`parts`, by name)."""

    edges: Any
    roots: Any
    lost: float
    parts: Mapping[str, Any]


class Solved(NamedTuple):
    """Probabilities of a family: `edges` (texts by members, the lost source last), `roots`, `lost` that there was a
    lost source; `parents` in the likeliest tree (-1 a root, the number of members for the lost source); how many
    sources; and how far times were believed."""

    edges: Any
    roots: Any
    lost: float
    parents: Any
    sources: RootCount
    trust: Trust


class Order(NamedTuple):
    """Who is earlier, by what reports claim and by what others saw (members by members), and what agreement and
    contradiction of claims was seen elsewhere, as `claims.believe` takes them."""

    claimed: Any
    seen: Any
    before: tuple[float, float]


def add_up(views: Views, weights: FamilyWeights) -> Sums:
    """What the clues of a family add up to.

    Args:
        views: the family.
        weights: what each clue is worth.
    """
    parts = {clue.__name__: sum_columns(weights.edges, [(clue, clue(views))]) for clue in EDGE_CLUES}
    edges = sum(parts.values())
    members = views.members
    for clue in CHILD_CLUES:
        parts[clue.__name__] = np.zeros_like(edges)
        parts[clue.__name__][members] = sum_columns(weights.children, [(clue, clue(views))])
        edges = edges + parts[clue.__name__]
    edges[~views.wanted[:, :members] | (views.childs(KEPT_PROSE) <= 0)] = -np.inf
    edges[np.arange(members), np.arange(members)] = -np.inf
    roots = sum_columns(weights.roots, ((clue, clue(views)) for clue in ROOT_CLUES))
    lost = float(sum_columns(weights.lost, ((clue, clue(views)) for clue in LOST_CLUES)))
    if np.isfinite(edges[members]).sum() < LOST_LEAST:
        lost = -np.inf
    factor = weights.temperature * max(1.0, members / LARGE) ** GROWTH
    return Sums(edges * factor, roots * factor, lost * factor, {name: part * factor for name, part in parts.items()})


def sum_columns(weights: Columns, told: Iterable[tuple[Callable[..., Any], tuple[Any, ...]]]) -> Any:
    """The weighted sum of what clues say."""
    total: Any = 0.0
    for clue, columns in told:
        for weight, column in zip(weights[clue.__name__], columns, strict=True):
            total = total + weight * column
    return total


def solve(sums: Sums, order: Order) -> Solved:
    """The probabilities of a family.

    Args:
        sums: what the clues add up to, times left out.
        order: who is earlier.
    """
    by_words = _weigh(sums)
    members = len(sums.roots)
    trust = believe(by_words.edges[:members], order.claimed, order.before)
    if not (order.claimed.any() or order.seen.any()):
        return _settle(by_words, trust)
    penalty = trust.log_odds * order.claimed.T + FIRM * order.seen.T
    edges = sums.edges.copy()
    edges[:members] -= penalty
    timed = sums._replace(edges=edges)
    return _settle(_weigh(timed), trust)


def solve_by_words(sums: Sums) -> Any:
    """The probability of each edge by the words alone (members by members), times left out.

    Args:
        sums: what the clues add up to.
    """
    return _weigh(sums).edges[: len(sums.roots)]


class _Weighed(NamedTuple):
    """Both hypotheses: probabilities put together, of the lost source, and the marginals of each."""

    edges: Any
    roots: Any
    lost: float
    without: Marginals
    with_lost: Marginals | None


def _weigh(sums: Sums) -> _Weighed:
    """Weigh the two hypotheses."""
    members = len(sums.roots)
    without = marginals(sums.edges[:members], sums.roots)
    if not np.isfinite(sums.lost):
        edges = np.concatenate([without.edges, np.zeros((1, members))])
        return _Weighed(edges, without.roots, 0.0, without, None)
    with_lost = marginals(*_with_lost(sums))
    odds = np.clip(without.log_total - with_lost.log_total - sums.lost, -500, 500)
    chance = float(1 / (1 + np.exp(odds)))
    edges = chance * with_lost.edges[:, :members]
    edges[:members] += (1 - chance) * without.edges
    roots = (1 - chance) * without.roots + chance * with_lost.roots[:members]
    return _Weighed(edges, roots, chance, without, with_lost)


def _with_lost(sums: Sums) -> tuple[Any, Any]:
    """The log-weights with the lost source as one more member, which nothing comes before."""
    never = np.full((len(sums.edges), 1), -np.inf)
    return np.concatenate([sums.edges, never], axis=1), np.append(sums.roots, 0.0)


def _settle(found: _Weighed, trust: Trust) -> Solved:
    """The likeliest tree under the likelier hypothesis, and the number of sources over both."""
    members = len(found.roots)
    logs, roots = np.log(np.maximum(found.edges, SMALLEST)), np.log(np.maximum(found.roots, SMALLEST))
    if found.lost > 0.5:
        never = np.full((members + 1, 1), -np.inf)
        parents = best_forest(np.concatenate([logs, never], axis=1), np.append(roots, 0.0))[:members]
    else:
        parents = best_forest(logs[:members], np.log(np.maximum(found.roots + found.edges[members], SMALLEST)))
    several = [(1 - found.lost, found.without)]
    if found.with_lost is not None:
        several.append((found.lost, found.with_lost))
    return Solved(found.edges, found.roots, found.lost, parents, count_mixed(several), trust)
