"""Forests: who may have come from whom in a family of many, summed over every tree that can be drawn.

A family is a set of versions. Each has come from one other, or from outside: it is a root, an independent source.
Weights say how well each origin fits by itself; what is asked for are the probabilities over all forests together,
without cycles. The directed Matrix-Tree theorem (Tutte 1948) gives their sum as a determinant, and the probability of
every edge from the inverse of the matrix (Koo and others 2007, "Structured Prediction Models via the Matrix-Tree
Theorem").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from math import ceil, floor
from typing import Any, NamedTuple

import numpy as np

MOST_COUNTED = 60  # members up to which the number of roots is counted exactly; for more, by its mean and variance
Z_90 = 1.6448536269514722  # standard deviations on either side of a mean that hold 90 % (normal distribution)
NO_PARENT = -1


class Marginals(NamedTuple):
    """Probabilities over all forests: `edges[i, j]` that j came from i, `roots[j]` that j came from outside; for each j
    they sum to 1. `couplings` (n by n) is what `count_roots` needs: the kernel of the roots as a determinantal process.
    `log_total` is the logarithm of the summed weight of all forests.
    """

    edges: Any
    roots: Any
    couplings: Any
    log_total: float


class RootCount(NamedTuple):
    """How many independent sources a family has: the expected number, and the ends of its 90 % interval."""

    expected: float
    low: int
    high: int


def marginals(edges: Any, roots: Any) -> Marginals:
    """The probability of every edge and of every root, over all forests.

    Args:
        edges: log-weights (n by n): how well it fits that column j came from row i; -inf where it cannot. The diagonal
            counts for nothing.
        roots: log-weights (n) of having come from outside; finite for one of any members that can only have come from
            each other.

    Returns:
        The marginals. Only differences between the weights of one j matter.

    Raises:
        ValueError: there is no forest at all.

    >>> found = marginals([[0.0, 1.0], [-1.0, 0.0]], [0.0, 0.0])
    >>> found.edges[0, 1] > found.edges[1, 0], bool(abs(found.roots[0] + found.edges[1, 0] - 1) < 1e-12)
    (np.True_, True)
    """
    weights, outside, scale = _scaled(np.array(edges, float), np.array(roots, float))
    laplacian = np.diag(outside + weights.sum(axis=0)) - weights
    try:
        inverse = np.linalg.inv(laplacian)
    except np.linalg.LinAlgError:
        raise ValueError("no forest: some members can only have come from each other") from None
    diagonal = np.diag(inverse)
    found = np.clip(weights * (diagonal[None, :] - inverse.T), 0.0, 1.0)
    total = float(np.linalg.slogdet(laplacian)[1]) + scale
    return Marginals(found, np.clip(outside * diagonal, 0.0, 1.0), inverse * outside[None, :], total)


def count_roots(found: Marginals) -> RootCount:
    """How many members came from outside: expected number and 90 % interval.

    The roots of a random forest are a determinantal process, so their number is distributed as a sum of independent
    trials whose chances are the eigenvalues of its kernel (Hough and others 2006), and its variance is the trace of
    the kernel less that of its square.

    Args:
        found: the marginals.
    """
    return count_mixed([(1.0, found)])


def count_mixed(several: Sequence[tuple[float, Marginals]]) -> RootCount:
    """How many members came from outside, where more than one set of forests is possible.

    Args:
        several: the probability of each set, and its marginals.
    """
    expected = sum(chance * float(found.roots.sum()) for chance, found in several)
    members = max(len(found.roots) for _, found in several)
    if not members:
        return RootCount(0.0, 0, 0)
    if members <= MOST_COUNTED:
        chances = np.zeros(members + 1)
        for chance, found in several:
            chances[: len(found.roots) + 1] += chance * _root_chances(found.couplings)
        reached = np.cumsum(chances)
        return RootCount(expected, int(np.searchsorted(reached, 0.05)), int(np.searchsorted(reached, 0.95)))
    variance = sum(chance * (_variance(found) + float(found.roots.sum()) ** 2) for chance, found in several)
    away = Z_90 * max(0.0, variance - expected**2) ** 0.5
    return RootCount(expected, max(1, floor(expected - away + 0.5)), min(members, ceil(expected + away - 0.5)))


def best_forest(edges: Any, roots: Any) -> Any:
    """The one forest of the greatest weight (Chu and Liu 1965, Edmonds 1967).

    Args:
        edges: log-weights (n by n), as for `marginals`; also probabilities, which then are added up.
        roots: log-weights (n) of having come from outside.

    Returns:
        The parent of each member, -1 for a root (int64).

    >>> best_forest([[0.0, 2.0, -1.0], [1.0, 0.0, 2.0], [0.0, 0.0, 0.0]], [1.5, 1.0, 1.0]).tolist()
    [-1, 0, 1]
    """
    members = len(roots)
    scores = np.full((members + 1, members + 1), -np.inf)  # the last node is the outside
    scores[:members, :members] = edges
    scores[members, :members] = roots
    np.fill_diagonal(scores, -np.inf)
    parents = _arborescence(scores, members)[:members]
    return np.where(parents == members, NO_PARENT, parents)


def _scaled(edges: Any, roots: Any) -> tuple[Any, Any, float]:
    """Weights of each member's origins, the greatest of them 1 and the diagonal 0, and the logarithm of the scale."""
    np.fill_diagonal(edges, -np.inf)
    highest = np.maximum(edges.max(axis=0, initial=-np.inf), roots)
    if np.isneginf(highest).any():
        raise ValueError("no forest: a member has no origin that is possible")
    return np.exp(edges - highest[None, :]), np.exp(roots - highest), float(highest.sum())


def _variance(found: Marginals) -> float:
    """The variance of the number of roots."""
    return float(found.roots.sum() - (found.couplings * found.couplings.T).sum())


def _root_chances(couplings: Any) -> Any:
    """The chance of each number of roots, from 0 to all: the generating function at the roots of unity, transformed."""
    chances = np.linalg.eigvals(couplings)
    size = len(chances) + 1
    points = np.exp(-2j * np.pi * np.arange(size) / size)
    values = np.prod(1 + (points[:, None] - 1) * chances[None, :], axis=1)
    return np.clip(np.fft.ifft(values).real, 0.0, 1.0)


class _Contraction(NamedTuple):
    """A cycle made one node: the best origins before, who is in it and who is not, and by which of its members each of
    the others enters it and is entered from it."""

    parents: Any
    cycle: Any
    rest: Any
    entries: Any
    exits: Any


def _arborescence(scores: Any, outside: int) -> Any:
    """Parents in the best tree from `outside`: the best origin of each, and every cycle made one node and taken up."""
    contracted: list[_Contraction] = []
    while True:
        parents = scores.argmax(axis=0)
        parents[outside] = outside
        cycle = _cycle_in(parents, outside)
        if cycle is None:
            break
        made, scores = _contract(scores, parents, cycle)
        contracted.append(made)
        outside = int(np.searchsorted(made.rest, outside))
    for made in reversed(contracted):
        parents = _expand(made, parents)
    return parents


def _contract(scores: Any, parents: Any, cycle: Any) -> tuple[_Contraction, Any]:
    """Make a cycle one node, the last; entering it costs what its best origins are worth more than the one given up."""
    rest = np.setdiff1d(np.arange(len(scores)), cycle)
    into = scores[np.ix_(rest, cycle)] - scores[parents[cycle], cycle][None, :]
    out = scores[np.ix_(cycle, rest)]
    smaller = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    smaller[:-1, -1], smaller[-1, :-1] = into.max(axis=1), out.max(axis=0)
    return _Contraction(parents, cycle, rest, into.argmax(axis=1), out.argmax(axis=0)), smaller


def _expand(made: _Contraction, inner: Any) -> Any:
    """Parents with a cycle taken up again: it is opened where its node was entered."""
    found, last = made.parents.copy(), len(made.rest)
    for place, node in enumerate(made.rest.tolist()):
        parent = inner[place]
        found[node] = made.cycle[made.exits[place]] if parent == last else made.rest[parent]
    opened = int(inner[last])
    found[made.cycle[made.entries[opened]]] = made.rest[opened]
    return found


def _cycle_in(parents: Any, outside: int) -> Any | None:
    """The nodes of a cycle, None where every node leads to the outside."""
    seen = np.zeros(len(parents), np.int64)
    seen[outside] = -1
    for start in count(1):
        unseen = np.flatnonzero(seen == 0)
        if not len(unseen):
            return None
        node = int(unseen[0])
        while seen[node] == 0:
            seen[node] = start
            node = int(parents[node])
        if seen[node] == start:
            cycle = [node]
            while parents[cycle[-1]] != node:
                cycle.append(int(parents[cycle[-1]]))
            return np.array(cycle)
    return None
