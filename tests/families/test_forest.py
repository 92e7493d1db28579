"""Forests: marginals, counts of roots and the best forest are those of going through every forest there is."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.families import forest
from whence.families.forest import NO_PARENT, best_forest, count_roots, marginals

WEIGHT = st.floats(-8, 8) | st.just(-np.inf)


@st.composite
def families(draw: st.DrawFn) -> tuple[Any, Any]:
    """Weights of edges and roots of one to four members."""
    size = draw(st.integers(1, 4))
    edges = np.array([[draw(WEIGHT) for _ in range(size)] for _ in range(size)])
    return edges, np.array([draw(st.floats(-8, 8)) for _ in range(size)])


def is_forest(parents: tuple[int, ...]) -> bool:
    """Whether every member leads to a root."""
    for member in range(len(parents)):
        node, steps = member, 0
        while node != NO_PARENT and steps <= len(parents):
            node, steps = parents[node], steps + 1
        if node != NO_PARENT:
            return False
    return True


def every_forest(edges: Any, roots: Any) -> list[tuple[tuple[int, ...], float]]:
    """All forests with their log-weights."""
    size = len(roots)
    found = []
    for parents in product(range(NO_PARENT, size), repeat=size):
        if is_forest(parents):
            weight = sum(roots[j] if i == NO_PARENT else edges[i, j] for j, i in enumerate(parents))
            if weight > -np.inf:
                found.append((parents, float(weight)))
    return found


@given(families())
def test_marginals_are_sums_over_every_forest(family: tuple[Any, Any]) -> None:
    edges, roots = family
    forests = every_forest(edges, roots)
    highest = max(weight for _, weight in forests)
    total = sum(np.exp(weight - highest) for _, weight in forests)
    found = marginals(edges, roots)
    for j in range(len(roots)):
        for i in range(NO_PARENT, len(roots)):
            share = sum(np.exp(weight - highest) for parents, weight in forests if parents[j] == i) / total
            ours = found.roots[j] if i == NO_PARENT else found.edges[i, j]
            assert ours == pytest.approx(share, abs=1e-9)


@given(families())
def test_the_number_of_roots_is_distributed_as_over_every_forest(family: tuple[Any, Any]) -> None:
    edges, roots = family
    forests = every_forest(edges, roots)
    weights = np.exp(np.array([weight for _, weight in forests]) - max(weight for _, weight in forests))
    numbers = np.array([parents.count(NO_PARENT) for parents, _ in forests])
    chances = np.bincount(numbers, weights, len(roots) + 1) / weights.sum()
    found = count_roots(marginals(edges, roots))
    assert found.expected == pytest.approx(float(chances @ np.arange(len(chances))), abs=1e-8)
    assert 1 <= found.low <= found.high <= len(roots)
    assert chances[found.low : found.high + 1].sum() >= 0.9 - 1e-6


@given(families())
def test_the_best_forest_is_the_heaviest_of_all(family: tuple[Any, Any]) -> None:
    edges, roots = family
    forests = dict(every_forest(edges, roots))
    chosen = tuple(best_forest(edges, roots).tolist())
    assert chosen in forests
    assert forests[chosen] == pytest.approx(max(forests.values()), abs=1e-9)


@given(families(), st.floats(-300, 300))
def test_what_favours_every_origin_of_one_member_changes_nothing(family: tuple[Any, Any], more: float) -> None:
    edges, roots = family
    before = marginals(edges, roots)
    edges[:, 0] += more
    roots[0] += more
    assert marginals(edges, roots).edges == pytest.approx(before.edges, abs=1e-9)


def test_a_large_family_has_probabilities_that_sum_to_one() -> None:
    rng = np.random.default_rng(11)
    found = marginals(rng.normal(0, 3, (300, 300)), rng.normal(0, 3, 300))
    assert found.edges.sum(axis=0) + found.roots == pytest.approx(np.ones(300), abs=1e-9)
    counted = count_roots(found)
    assert counted.low <= counted.expected <= counted.high
    parents = best_forest(np.log(found.edges + 1e-300), np.log(found.roots))
    assert is_forest(tuple(parents.tolist()))


def test_the_interval_by_mean_and_variance_is_near_the_counted_one(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(4)
    for size in (40, 60):
        found = marginals(rng.normal(0, 2, (size, size)), rng.normal(3, 2, size))
        exact = count_roots(found)
        monkeypatch.setattr(forest, "MOST_COUNTED", 0)
        near = count_roots(found)
        monkeypatch.undo()
        assert abs(near.low - exact.low) <= 1
        assert abs(near.high - exact.high) <= 1


def test_cycles_within_cycles_are_taken_up_again() -> None:
    size = 400
    edges = np.full((size, size), -np.inf)
    for j in range(1, size):
        edges[j - 1, j], edges[j, j - 1] = 2.0 * j, 2.0 * j + 1  # each would rather have come from the next
    parents = best_forest(edges, np.where(np.arange(size) == 0, 0.0, -1e6))
    assert parents.tolist() == [NO_PARENT, *range(size - 1)]


@pytest.mark.parametrize(("edges", "roots"), [([[0.0]], [-np.inf]), ([[0.0, 1.0], [1.0, 0.0]], [-np.inf, -np.inf])])
def test_members_that_came_from_nowhere_are_an_error(edges: list[list[float]], roots: list[float]) -> None:
    with pytest.raises(ValueError, match="no forest"):
        marginals(edges, roots)


def test_nobody_has_no_sources() -> None:
    assert count_roots(marginals(np.empty((0, 0)), np.empty(0))) == (0.0, 0, 0)
    assert best_forest(np.empty((0, 0)), np.empty(0)).tolist() == []
