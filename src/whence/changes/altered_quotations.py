"""Altered quotations that stand apart: found by the words inside the marks, wherever the two reports have them.

Changes are read sentence by sentence; a quotation that B has in another place, or with another sentence around it, is
there only "passage left out" and "passage put in". Here its altered words become findings of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from whence.changes.kinds import RANKS
from whence.changes.places import Places
from whence.quotes.canonical import QuotationPiece
from whence.quotes.repeats import match_quotations
from whence.records import Change, ChangeKind, Evidence, Quote, Report

LITTLE_MORE = 40  # characters that a change may hold beyond the altered words to be told as their alteration

_UNSAID: frozenset[ChangeKind] = frozenset({"wording", "cue", "name", "negation", "hedge", "dropped", "added"})
_MARKED = frozenset({"bracket insertion", "bracket substitution"})


def altered_quotations(
    a: Report, b: Report, changes: Iterable[Change], quotes: tuple[Sequence[Quote], Sequence[Quote]] = ((), ())
) -> tuple[Change, ...]:
    """The changes, with every alteration inside the quotation marks of what is one quotation told as such.

    A change of just those words is retyped; inside a passage left out, put in or moved a finding is added, which takes
    nothing that is not taken already: `apply_changes` gives the same text. A finding that is a bracket of the writer's
    is told as marked.

    Args:
        a: the report compared from.
        b: the report compared to.
        changes: what was found between them.
        quotes: the attributions of both, where they are known: short quotations need the speaker.

    Returns:
        The changes in the order of rank.
    """
    told = list(changes)
    places = Places((c.a, c) for c in told if c.a), Places((c.b, c) for c in told if c.b)
    retyped: dict[int, Change] = {}
    added: list[Change] = []
    for piece, one, other in _pieces(a, b, quotes):
        near = list(_touching(one, other, places))
        if piece.kind in _MARKED:
            retyped |= {id(c): _as_marked(c) for c in near if c.kind == "quotation" and id(c) not in retyped}
            continue
        if any(change.kind == "quotation" for change in near):
            continue
        little = [change for change in near if change.kind in _UNSAID and _is_little(change, one, other)]
        if little:
            retyped |= {id(change): _as_altered(change, piece) for change in little}
        elif all(side is None or place.covers(side) for side, place in ((one, places[0]), (other, places[1]))):
            added.append(Change("quotation", RANKS["quotation"], one, other, _says(piece)))
    return tuple(sorted([*(retyped.get(id(change), change) for change in told), *added], key=lambda c: c.rank))


def _pieces(
    a: Report, b: Report, quotes: tuple[Sequence[Quote], Sequence[Quote]]
) -> Iterator[tuple[QuotationPiece, Evidence | None, Evidence | None]]:
    """The altered and bracketed pieces between a quotation of one report and a variant of the other, by side."""
    for found in match_quotations((a, b), quotes):
        holder = found.evidence[0].report_id
        for variant in found.variants:
            if variant.report_id == holder:
                continue
            for piece in variant.differences:
                if piece.kind == "altered" or piece.kind in _MARKED:
                    sides = piece.canonical, piece.variant
                    yield piece, *(sides if holder == a.id else sides[::-1])


def _touching(
    one: Evidence | None, other: Evidence | None, places: tuple[Places[Change], Places[Change]]
) -> Iterator[Change]:
    """The changes that share words with a piece on either side, each once."""
    seen: set[int] = set()
    for side, place in ((one, places[0]), (other, places[1])):
        for change in place.touching(side) if side else ():
            if id(change) not in seen:
                seen.add(id(change))
                yield change


def _is_little(change: Change, one: Evidence | None, other: Evidence | None) -> bool:
    """Whether a change is of a piece's words on both sides and of little else."""
    for side, there in ((change.a, one), (change.b, other)):
        if there and not (side and side.span.overlaps(there.span)):
            return False
        if side and len(side.exact) > (len(there.exact) if there else 0) + LITTLE_MORE:
            return False
    return True


def _as_marked(change: Change) -> Change:
    """A change as one that the writer marked."""
    return replace(
        change, kind="wording", rank=RANKS["wording"], says="changed inside the quotation, and marked as changed"
    )


def _as_altered(change: Change, piece: QuotationPiece) -> Change:
    """A change as an alteration."""
    return replace(change, kind="quotation", rank=RANKS["quotation"], says=_says(piece))


def _says(piece: QuotationPiece) -> str:
    """What happened, in words."""
    return f"inside the quotation marks: {piece.says}"
