"""Score the families that whence finds against what is true.

python -m bench.families.score FOLDER [--times none day minute]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bench.families.seen import Member, Times, Truth, compiled_kernel, read_families, see
from whence.families.claims import ALONE, order_claims, survey_claims
from whence.families.family_kernel import EDITS, KEPT, PASSAGES, SEAMS
from whence.families.family_weights import FamilyWeights, load_family_weights
from whence.families.solve import Order, Solved, Sums, add_up, solve
from whence.families.views import Views
from whence.flow.families import SURVEYED

BINS = np.linspace(0, 1, 11)


class Judged(NamedTuple):
    """A version's parent as whence gives it: how sure, whether it is right, and whether the words can tell at all."""

    probability: float
    right: bool
    told: bool


class Counted(NamedTuple):
    """How many sources a family has, and what whence says."""

    true: int
    expected: float
    low: int
    high: int


def judge(solved: Solved, truth: Truth, views: Views) -> list[Judged]:
    """Every version's parent against the truth; from outside counts as one, named or not."""
    found, size = [], views.members
    for child, parent in enumerate(solved.parents.tolist()):
        outside = parent < 0 or parent == size
        true_outside = bool(truth.roots[child] or truth.parents[size, child])
        right = true_outside if outside else bool(truth.parents[parent, child])
        chance = solved.roots[child] + solved.edges[size, child] if outside else solved.edges[parent, child]
        found.append(Judged(float(chance), right, true_outside or _told_apart(views, truth, child)))
    return found


def _told_apart(views: Views, truth: Truth, child: int) -> bool:
    """Whether some word tells the true parent from a lost source and from every other member that is not later: none of
    them has all of the child's words that the parent has, at no more cost."""
    members = views.members
    shares = views.numbers[child]
    steps = shares[:, EDITS] + shares[:, SEAMS] + shares[:, PASSAGES]
    true = np.flatnonzero(truth.parents[:members, child])
    others = ~truth.parents[:, child] & ~np.append(views.marks.earlier[child], False)
    others[child] = False
    for parent in true:
        as_good = others & (shares[:, KEPT] >= shares[parent, KEPT]) & (steps <= steps[parent])
        if as_good.any():
            return False
    return True


Seen = tuple[Views, Sums, Order]


def look(members: Sequence[Member], times: Times, kernel: Any, weights: FamilyWeights) -> Seen:
    """A family before it is solved."""
    views = see(members, times, kernel)
    return views, add_up(views, weights), Order(*order_claims([member.claims[times] for member in members]), ALONE)


def survey(seen: Sequence[Seen]) -> tuple[float, float]:
    """How far claims agree with the words over all families, as `whence trace` sees it in a corpus."""
    return survey_claims(
        lambda before: [solve(sums, order._replace(before=before)).trust for _, sums, order in seen[:SURVEYED]]
    )


def judge_all(
    families: Iterable[tuple[list[Member], Truth]], times: Times, weights: FamilyWeights
) -> tuple[list[Judged], list[Counted]]:
    """Every version's parent and every family's count of sources against the truth."""
    kernel = compiled_kernel()
    judged: list[Judged] = []
    counted: list[Counted] = []
    known = list(families)
    seen = [look(members, times, kernel, weights) for members, _ in known]
    before = survey(seen)
    for (_, truth), (views, sums, order) in zip(known, seen, strict=True):
        solved = solve(sums, order._replace(before=before))
        judged += judge(solved, truth, views)
        counted.append(Counted(truth.sources, *solved.sources))
    return judged, counted


def score(families: Iterable[tuple[list[Member], Truth]], times: Times, weights: FamilyWeights) -> dict[str, float]:
    """The figures of a set of families."""
    judged, counted = judge_all(families, times, weights)
    said, right = np.array([j.probability for j in judged]), np.array([j.right for j in judged])
    told = np.array([j.told for j in judged])
    return {
        "families": len(counted), "versions": len(judged), "parent_accuracy": float(right.mean()),
        "told_apart": float(told.mean()), "parent_accuracy_told_apart": float(right[told].mean()),
        "calibration_error": calibration_error(said, right),
        "count_inside": float(np.mean([c.low <= c.true <= c.high for c in counted])),
        "interval_width": float(np.mean([c.high - c.low for c in counted])),
        "count_bias": float(np.mean([c.expected - c.true for c in counted])),
    }  # fmt: skip


def calibration_error(said: Any, right: Any) -> float:
    """Expected calibration error over ten bins of what is said."""
    place = np.clip(np.digitize(said, BINS) - 1, 0, 9)
    bins = [place == k for k in range(10) if (place == k).any()]
    return float(sum(inside.mean() * abs(said[inside].mean() - right[inside].mean()) for inside in bins))


def main() -> None:
    """Print the figures of a folder of families."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", nargs="*", default=["none", "day", "minute"])
    given = parser.parse_args()
    families = list(read_families(given.folder))
    for times in given.times:
        found = score(families, times, load_family_weights())
        print(times, " ".join(f"{name}={value:.3f}" for name, value in found.items()))


if __name__ == "__main__":
    main()
