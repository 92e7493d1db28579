"""Clues to direction: times, credits, marks of updates, and openings set above older ones."""

from __future__ import annotations

import re
from math import log2

from whence.lineage.facts import EVIDENCE_SHOWN, EditedWords, PairFacts
from whence.lineage.signal import Signal
from whence.lineage.towards import counted, one_sided, other, towards
from whence.records import Evidence, Side
from whence.text.spans import Span

_UPDATE = re.compile(
    r"^[^\w\n\r]{0,8}(?:UPDATED?\b|Update:|Updated\b)|\b(?:Original (?:Story|Release|report):|Previously from)", re.M
)
_DEVELOPING = re.compile(
    r"(?-i:\bDEVELOPING\b|\bBREAKING\b)|(?:story|report) (?:is|will be) (?:developing|updated)|check back", re.I
)
OPENING_CHARACTERS = 50  # shorter lines above a report are names and section titles
_FUTURE = frozenset(["will", "expected", "scheduled", "plans", "planned", "set", "due", "slated"])


def earlier_time(pair: PairFacts) -> Signal | None:
    """The time that each claims for itself."""
    minutes = pair.minutes_apart
    if minutes is None or abs(minutes) < max(1.0, pair.grain_minutes):
        return None
    first, second = ("A", "B") if minutes > 0 else ("B", "A")
    says = (
        f"by the times that are claimed, {first} appeared {_distance(abs(minutes), pair.grain_minutes)} before {second}"
    )
    return Signal(1.0 if minutes > 0 else -1.0, says, _times(pair))


def own_clock(pair: PairFacts) -> Signal | None:
    """One outlet gives both times, by its own clock."""
    minutes = pair.minutes_apart
    if not pair.same_outlet or minutes is None or abs(minutes) < max(1.0, pair.grain_minutes):
        return None
    first = "A" if minutes > 0 else "B"
    return Signal(
        1.0 if minutes > 0 else -1.0, f"by its own clock, {pair.a.report.outlet} printed {first} first", _times(pair)
    )


def _distance(minutes: float, grain: float) -> str:
    """A stretch of time in words, no finer than its grain."""
    if grain >= 1440 or minutes >= 2880:
        days = max(1, round(minutes / 1440))
        return f"{days} days" if days > 1 else "a day"
    hours, rest = divmod(round(minutes), 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part)


def credits_the_other(pair: PairFacts) -> Signal | None:
    """One names the other's outlet."""
    return one_sided(
        pair,
        lambda facts: pair.names_other[facts is pair.b],
        "{child} names {outlet}, where {parent} appeared",
        of="child",
    )


def is_the_agency(pair: PairFacts) -> Signal | None:
    """One is the agency whose mark the other carries."""
    return one_sided(
        pair,
        lambda facts: tuple(mark.span for mark in facts.agencies if mark.kind == "outlet"),
        "{parent} is the agency itself",
        of="parent",
    )


def told_the_outlet(pair: PairFacts) -> Signal | None:
    """One says that somebody told its own outlet."""
    return one_sided(
        pair, lambda facts: facts.own_reporting, "{parent} says that it was told something itself", of="parent"
    )


def quotes_prose(pair: PairFacts) -> Signal | None:
    """One puts in quotation marks what the other prints as its own words."""
    words = sum(p.words * (p.quoted_b - p.quoted_a) for p in pair.speech)
    if abs(words) < 8:
        return None
    child: Side = "b" if words > 0 else "a"
    passages = [p for p in pair.speech if p.quoted_a != p.quoted_b and p.quoted_b == (child == "b")]
    spans = [p.b if child == "b" else p.a for p in sorted(passages, key=lambda p: -p.words)[:EVIDENCE_SHOWN]]
    says = f"{child.upper()} quotes {abs(words)} words that {other(child).upper()} prints without quotation marks"
    return towards(child, min(1.0, log2(1 + abs(words)) / 7), says, map(pair.side(child).evidence, spans))


def update_mark(pair: PairFacts) -> Signal | None:
    """One calls itself an update, or prints the earlier text below a mark."""
    marks = [_UPDATE.search(facts.report.text) for facts in (pair.a, pair.b)]
    if bool(marks[0]) == bool(marks[1]):
        return None
    child: Side
    child, mark = ("a", marks[0]) if marks[0] else ("b", marks[1])
    evidence = [pair.side(child).report.evidence(*mark.span())] if mark else []
    return towards(child, 1.0, f"{child.upper()} calls itself an update", evidence)


def provisional_wording(pair: PairFacts) -> Signal | None:
    """One tells what is still to come, the other what has happened."""
    marks = [_DEVELOPING.search(facts.report.text) for facts in (pair.a, pair.b)]
    if bool(marks[0]) != bool(marks[1]):
        parent: Side
        parent, mark = ("a", marks[0]) if marks[0] else ("b", marks[1])
        evidence = [pair.side(parent).report.evidence(*mark.span())] if mark else []
        return towards(other(parent), 1.0, f"{parent.upper()} says that the story is developing", evidence)
    return counted(pair, _settles, "tells as done what the other expects")


def new_lead(pair: PairFacts) -> Signal | None:
    """One opens with sentences that the other lacks, and keeps the other's opening further down."""
    openings: dict[Side, list[Span]] = {"a": _new_opening(pair, "a"), "b": _new_opening(pair, "b")}
    if bool(openings["a"]) == bool(openings["b"]):
        return None
    child: Side = "a" if openings["a"] else "b"
    says = f"{child.upper()} has a new opening above the opening of {other(child).upper()}"
    return towards(child, 1.0, says, map(pair.side(child).evidence, openings[child][:1]))


def _times(pair: PairFacts) -> tuple[Evidence, ...]:
    """Where the reports print their times."""
    published = ((facts, facts.report.published) for facts in (pair.a, pair.b))
    return tuple(facts.evidence(time.span) for facts, time in published if time and time.span)


def _settles(edit: EditedWords) -> bool:
    """Whether what was expected is told as done."""
    before, after = set(edit.before), set(edit.after)
    return bool(before & _FUTURE) and not after & _FUTURE and any(key.endswith("ed") for key in after - before)


def _new_opening(pair: PairFacts, side: Side) -> list[Span]:
    """The first sentences of one side where it lacks a counterpart and the other's first has one further down."""
    rows = pair.body_rows
    own = 0 if side == "a" else 1
    units = sorted((unit, row) for row in rows for unit in (row.a, row.b)[own])
    others = sorted((unit, row) for row in rows for unit in (row.a, row.b)[1 - own])
    lone: list[Span] = []
    for unit, row in units:
        if row.a and row.b:
            break
        lone.append(unit)
    lone = [unit for unit in lone if unit.end - unit.start >= OPENING_CHARACTERS]
    return lone if others and any(row.a and row.b for _, row in others[:2]) else []
