"""A traced family as the record that people see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

import numpy as np

from whence.families.claims import Trust
from whence.families.family_kernel import GRAM_WORDS, KEPT_PROSE
from whence.families.forest import NO_PARENT
from whence.families.members import Member, Signed
from whence.families.reasons import explain_edges
from whence.families.solve import Solved
from whence.families.trace import Traced
from whence.records import Clue, Edge, Evidence, Family, Origin, OriginKind, RelationKind, Root, SourceCount, Version

Reasons = Literal["in words", "weights", "none"]
LEAST_PROBABILITY = 0.01  # edges below are left out
LEAST_LOST = 0.05  # a lost source less likely than that is not spoken of
PASSAGE_GRAMS = 6  # shorter stretches of a reconstructed text are not shown


def describe_family(traced: Traced, *, reasons: Reasons = "in words") -> Family:
    """The record of a traced family.

    Args:
        traced: the family.
        reasons: how the clues of every edge are given: with words and evidence, by their weights alone, or not.
    """
    members, solved = traced.members, traced.solved
    lost, credited = _lost_source(traced), _credited_agencies(traced)
    names = [member.first.id for member in members] + [lost.id if lost else ""]
    edges = _told_edges(solved, len(members) + bool(lost))
    clues = [()] * len(edges) if reasons == "none" else explain_edges(traced, edges, words=reasons == "in words")
    found = [_edge(traced, edge, names, told) for edge, told in zip(edges, clues, strict=True)]
    found += [_borrowed(traced, number, names) for number in range(len(traced.borrowed))]
    found += [_credited_edge(traced, origin, place) for place, origin in credited.items()]
    found.sort(key=lambda edge: (-edge.probability, edge.child, edge.parent))
    count = solved.sources
    return Family(
        id=members[0].first.id,
        versions=tuple(Version(m.first.id, tuple(report.id for report in m.reports)) for m in members),
        origins=(lost,) if lost else tuple(credited.values()),
        edges=tuple(found),
        roots=tuple(
            Root(name, round(float(chance), 4), bool(parent == NO_PARENT))
            for name, chance, parent in zip(names, solved.roots, solved.parents.tolist(), strict=False)
            if chance >= LEAST_PROBABILITY or parent == NO_PARENT
        ),
        sources=SourceCount(round(count.expected, 3), count.low, count.high),
        trust=_trust(solved.trust, timed=bool(traced.views.marks.earlier.any())),
    )


def _told_edges(solved: Solved, texts: int) -> list[tuple[int, int]]:
    """Edges that are spoken of, as parent and child: likely ones, and those of the likeliest tree."""
    told = solved.edges[:texts] >= LEAST_PROBABILITY
    children = np.flatnonzero((solved.parents != NO_PARENT) & (solved.parents < texts))
    told[solved.parents[children], children] = True
    return [(parent, child) for child, parent in np.argwhere(told.T).tolist()]


def _edge(traced: Traced, edge: tuple[int, int], names: Sequence[str], clues: tuple[Clue, ...]) -> Edge:
    """One edge."""
    parent, child = edge
    kept = int(traced.views.numbers[child, parent, KEPT_PROSE])
    chance = round(float(traced.solved.edges[parent, child]), 4)
    shown = bool(traced.solved.parents[child] == parent)
    kind: RelationKind = "common"
    if parent != traced.lost:
        kind = _kind(traced.members[parent], traced.members[child])
    words = kept + GRAM_WORDS - 1 if kept else 0
    return Edge(names[parent], names[child], kind, chance, shown, words=words, clues=clues)


def _kind(parent: Member, child: Member) -> RelationKind:
    """A version where both come from one outlet, else a copy."""
    return "version" if parent.first.outlet and parent.first.outlet == child.first.outlet else "copy"


def _borrowed(traced: Traced, number: int, names: Sequence[str]) -> Edge:
    """Text from a second source."""
    one = traced.borrowed[number]
    kind = _kind(traced.members[one.parent], traced.members[one.child])
    return Edge(names[one.parent], names[one.child], kind, round(one.probability, 4), mosaic=True, words=one.words)


def _lost_source(traced: Traced) -> Origin | None:
    """The source that is lost, where it is likely enough; named where its children carry an agency's mark."""
    lost, solved = traced.lost, traced.solved
    if solved.lost < LEAST_LOST:
        return None
    children = [m for m, chance in zip(traced.members, solved.edges[lost], strict=True) if chance > 0.5]
    agency, marks = _agency(children or traced.members)
    if agency in {name for member in traced.members for name in member.is_agency}:
        agency, marks = None, ()
    kind: OriginKind = "agency" if agency else "lost"
    passages = tuple(_passages(traced))
    return Origin(f"origin:{agency or 'lost'}", kind, agency, round(solved.lost, 4), marks, passages)


def _credited_agencies(traced: Traced) -> dict[int, Origin]:
    """Where no source is lost, the agencies whose marks the roots carry, by the root."""
    found: dict[int, Origin] = {}
    if traced.solved.lost >= LEAST_LOST:
        return found
    for place, (member, parent) in enumerate(zip(traced.members, traced.solved.parents.tolist(), strict=True)):
        agency, marks = _agency([member])
        if parent == NO_PARENT and agency and agency not in member.is_agency:
            found[place] = Origin(f"origin:{agency}:{member.first.id}", "agency", agency, 1.0, marks)
    return found


def _agency(members: Sequence[Member]) -> tuple[str | None, tuple[Evidence, ...]]:
    """The agency whose mark most members carry, and the marks."""
    votes = Counter(name for member in members for name in member.agencies)
    if not votes:
        return None, ()
    name = min(votes, key=lambda one: (-votes[one], one))
    marks = (mark for member in members for report in member.reports for mark in report.marks)
    return name, tuple(_words_of(mark) for mark in marks if mark.agency == name and mark.words)


def _words_of(mark: Signed) -> Evidence:
    """The words of a mark that has some."""
    assert mark.words is not None
    return mark.words


def _passages(traced: Traced) -> list[Evidence]:
    """The reconstructed text of the lost source, as its members print it."""
    return [
        traced.members[piece.member].first.evidence(piece.start, piece.end + GRAM_WORDS - 1)
        for piece in traced.views.pieces
        if piece.end - piece.start >= PASSAGE_GRAMS
    ]


def _credited_edge(traced: Traced, origin: Origin, child: int) -> Edge:
    """From an agency to the root that carries its mark: no probability but that the member is a root."""
    clue = Clue("has_the_mark", f"it carries the mark of {origin.name}", 0.0, origin.marks)
    chance = round(float(traced.solved.roots[child]), 4)
    return Edge(origin.id, traced.members[child].first.id, "common", chance, shown=True, clues=(clue,))


def _trust(trust: Trust, *, timed: bool) -> Clue | None:
    """How far claims of time were believed."""
    if not timed:
        return None
    says = (
        f"by the words alone, about {trust.agree:.1f} edges agree with the claimed times and {trust.contradict:.1f} "
        "contradict them"
    )
    return Clue("claimed_times", says, round(trust.log_odds, 2), about="direction")
