"""A family traced: views of its members, what clues add up to, the probabilities, and text from a second source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from whence.families import family_kernel
from whence.families.claims import ALONE, Trust, believe, order_claims
from whence.families.family_kernel import Kernel
from whence.families.family_weights import FamilyWeights
from whence.families.members import Member, marks_of
from whence.families.mosaic import Borrowed, find_borrowed
from whence.families.solve import Order, Solved, Sums, add_up, solve, solve_by_words
from whence.families.views import Views, view_family


class Told(NamedTuple):
    """What a closer reading of pairs says beside the words that they share: log-odds to add to each edge (members by
    members), and, of other families, how far claims of time agreed and contradicted."""

    edges: Any | None = None
    before: tuple[float, float] = ALONE


class Traced(NamedTuple):
    """A family: its members, how clues see them, the sums, the probabilities, text from second sources."""

    members: Sequence[Member]
    views: Views
    sums: Sums
    solved: Solved
    borrowed: tuple[Borrowed, ...]

    @property
    def lost(self) -> int:
        """The place of the lost source among parents."""
        return len(self.members)


def trace_family(
    members: Sequence[Member],
    weights: FamilyWeights,
    told: Told | None = None,
    *,
    kernel: Kernel = family_kernel.view_pairs,
) -> Traced:
    """Trace who came from whom among the versions of a family.

    Args:
        members: the versions, at least one.
        weights: what each clue is worth.
        told: what is known beside.
        kernel: `family_kernel.view_pairs`, plain or compiled.
    """
    told = told or Told()
    weighed = _weigh(members, weights, kernel)
    sums = weighed.sums
    if told.edges is not None:
        edges = sums.edges.copy()
        edges[: len(members)] += told.edges
        sums = sums._replace(edges=edges)
    solved = solve(sums, Order(weighed.claimed, weighed.seen, told.before))
    return Traced(members, weighed.views, sums, solved, find_borrowed(weighed.views, solved, sums))


def look_at_claims(
    members: Sequence[Member], weights: FamilyWeights, *, kernel: Kernel = family_kernel.view_pairs
) -> Callable[[tuple[float, float]], Trust]:
    """How far the claims of a family agree with its words: a function of what was seen before, for `survey_claims`.

    Args:
        members: the versions, at least one.
        weights: what each clue is worth.
        kernel: `family_kernel.view_pairs`, plain or compiled.
    """
    weighed = _weigh(members, weights, kernel)
    edges = solve_by_words(weighed.sums)
    return lambda before: believe(edges, weighed.claimed, before)


class _Weighed(NamedTuple):
    """A family whose clues are added up: views, sums, and who is earlier by claims and by what others saw."""

    views: Views
    sums: Sums
    claimed: Any
    seen: Any


def _weigh(members: Sequence[Member], weights: FamilyWeights, kernel: Kernel) -> _Weighed:
    """Look at the members and add up the clues."""
    claimed, seen = order_claims([member.claim for member in members])
    views = view_family([member.first.words for member in members], marks_of(members, claimed | seen), kernel)
    return _Weighed(views, add_up(views, weights), claimed, seen)
