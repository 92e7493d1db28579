"""Clues to the kind of relation: agencies and outlets that the reports name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whence.lineage.facts import EVIDENCE_SHOWN, TOLD, PairFacts, ReportFacts
from whence.lineage.signal import Signal
from whence.names.outlets import same_outlet_name
from whence.records import Evidence
from whence.text.spans import Span

SPOKEN_WORDS = 40  # of shared speech that make an interview, not a sound bite
_REPRINTED = re.compile(
    r"\b(?:first|originally) (?:appeared|published|posted|ran)\b (?:in|on|at|by)\b"
    r"|\b(?:was|were|is) (?:first |originally )published (?:in|on|at|by)\b"
    r"|\b[Rr]e(?:published|printed|posted) (?:from|with|by)\b"
)

_PIECE = re.compile(
    _REPRINTED.pattern + r"|\bpenned an?\b|\bwriting in\b|\bwrote in (?:the|an)\b"
    r"|\b(?:op-ed|editorial|column|essay)\b (?:was )?(?:published )?(?:in|by|for|on)\b"
)


def same_agency(pair: PairFacts) -> Signal | None:
    """Both carry the mark of one agency."""
    a, b = pair.agencies
    both = sorted(a & b)
    if not both:
        return None
    return Signal(1.0, f"both carry the mark of {both[0]}", _marks(pair.a, both[0]) + _marks(pair.b, both[0]))


def agency_on_one(pair: PairFacts) -> Signal | None:
    """Only one carries an agency's mark."""
    a, b = pair.agencies
    if a & b or not a | b:
        return None
    name = sorted(a | b)[0]
    return Signal(1.0, f"only one carries the mark of {name}", _marks(pair.a, name) + _marks(pair.b, name))


def agency_named(pair: PairFacts) -> Signal | None:
    """An agency is named as the source of what is told."""
    named = [{m.agency for m in facts.agencies if m.kind == "mention"} for facts in (pair.a, pair.b)]
    both = sorted(named[0] | named[1])
    if not both:
        return None
    evidence = tuple(
        facts.evidence(mark.span) for facts in (pair.a, pair.b) for mark in facts.agencies if mark.kind == "mention"
    )
    return Signal(1.0 if named[0] & named[1] else 0.5, f"{both[0]} is named in the prose", evidence[:EVIDENCE_SHOWN])


def agency_page(pair: PairFacts) -> Signal | None:
    """One of the two is the agency itself."""
    own = [any(mark.kind == "outlet" for mark in facts.agencies) for facts in (pair.a, pair.b)]
    return Signal(1.0, "one of the two is the agency itself") if own[0] != own[1] else None


def no_agency(pair: PairFacts) -> Signal | None:
    """Neither names an agency, and much prose is shared."""
    if any(facts.agencies for facts in (pair.a, pair.b)):
        return None
    return Signal(pair.substance, "neither credits an agency for its text")


def two_outlets_no_agency(pair: PairFacts) -> Signal | None:
    """Two outlets, and no agency named: editions of one text seldom cross from outlet to outlet."""
    two = pair.a.outlet and pair.b.outlet and not pair.same_outlet
    if not two or any(facts.agencies for facts in (pair.a, pair.b)):
        return None
    return Signal(pair.substance, "the two outlets differ, and neither credits an agency")


def names_the_other(pair: PairFacts) -> Signal | None:
    """One names the other's outlet."""
    for facts, other, names in _naming(pair):
        if names and pair.shared.words:
            says = f"one names {other.report.outlet}, where the other appeared"
            return Signal(pair.substance, says, tuple(map(facts.evidence, names[:EVIDENCE_SHOWN])))
    return None


def says_reprinted(pair: PairFacts) -> Signal | None:
    """One says of itself that it appeared elsewhere first."""
    for facts in (pair.a, pair.b):
        found = _REPRINTED.search(facts.report.text)
        if found and pair.prose:
            note = (facts.evidence(Span(*found.span())),)
            return Signal(pair.substance, "one says that it appeared elsewhere first", note)
    return None


def piece_in_the_other(pair: PairFacts) -> Signal | None:
    """One says that a piece appeared in the other's outlet."""
    for facts, other, names in _naming(pair):
        text = facts.report.text
        named = [span for span in names if _PIECE.search(text[max(0, span.start - 70) : span.start])]
        if named and pair.shared.words:
            says = f"one speaks of a piece that appeared in {other.report.outlet}"
            return Signal(pair.substance, says, tuple(map(facts.evidence, named[:EVIDENCE_SHOWN])))
    return None


def both_credit_one(pair: PairFacts) -> Signal | None:
    """Both have something from one outlet or agency, which is neither of them."""
    for stem, span in pair.a.credited:
        for twin, second in pair.b.credited:
            alike = same_outlet_name(stem, twin) and not same_outlet_name(stem, pair.b.outlet)
            if alike and not same_outlet_name(twin, pair.a.outlet):
                says = "both say that they have something from one other outlet"
                return Signal(1.0, says, (pair.a.evidence(span), pair.b.evidence(second)))
    return None


def told_to_the_other(pair: PairFacts) -> Signal | None:
    """One says that its quotations were spoken to the other's outlet."""
    spoken = sum(passage.words for passage in pair.speech)
    for facts, other, names in _naming(pair):
        text = facts.report.text
        told = [span for span in names if TOLD.search(text[max(0, span.start - 30) : span.start])]
        if told and spoken:
            says = f"one says that its quotations were spoken to {other.report.outlet}"
            return Signal(min(1.0, spoken / SPOKEN_WORDS), says, tuple(map(facts.evidence, told[:EVIDENCE_SHOWN])))
    return None


def own_reporting(pair: PairFacts) -> Signal | None:
    """One says that it learned something itself: somebody told this outlet."""
    for facts in (pair.a, pair.b):
        if facts.own_reporting and pair.prose:
            says = f"{facts.report.outlet} says that it was told something itself"
            return Signal(pair.substance, says, tuple(map(facts.evidence, facts.own_reporting[:EVIDENCE_SHOWN])))
    return None


def _naming(pair: PairFacts) -> Iterator[tuple[ReportFacts, ReportFacts, tuple[Span, ...]]]:
    """Each report, the other, and where the first names the outlet of the second."""
    yield pair.a, pair.b, pair.names_other[0]
    yield pair.b, pair.a, pair.names_other[1]


def _marks(facts: ReportFacts, agency: str) -> tuple[Evidence, ...]:
    """An agency's marks in a report as evidence."""
    marks = [mark for mark in facts.agencies if mark.agency == agency and mark.kind != "mention"]
    return tuple(facts.evidence(mark.span) for mark in marks if mark.span.end > mark.span.start)
