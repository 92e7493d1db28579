"""Clues to which of two reports came first: edits that go one way, credits, times.

Each function is one clue: its docstring is its label; its value is about -1 to 1, positive where A looks like the
source or the older edition, negative where B does. The text of `says` names the reports as A and B.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from math import log2

from whence.figures.hedges import find_hedges
from whence.figures.numbers import is_number
from whence.lineage.facts import EditedWords, PairFacts, ReportFacts
from whence.lineage.signal import Clue, Signal
from whence.records import Evidence
from whence.text.spans import Span, merge_spans
from whence.text.style import is_function_word

EVIDENCE_SHOWN = 3
CONNECTIVES = frozenset(
    "meanwhile however moreover furthermore additionally also nevertheless nonetheless elsewhere separately still".split()
)
_CONNECTING = re.compile(r"^(?:this comes|that comes|the (?:move|news|comments|remarks) comes?|it comes)\b", re.IGNORECASE)
_UPDATE = re.compile(r"^\W*(?:UPDATED?\b|Update:|Updated\b)|\b(?:Original (?:Story|Release|report):|Previously from)", re.M)
_DEVELOPING = re.compile(r"\bDEVELOPING\b|\bBREAKING\b|(?:story|report) (?:is|will be) (?:developing|updated)|check back", re.I)
_FUTURE = frozenset("will expected scheduled plans planned set due slated".split())


def earlier_time(pair: PairFacts) -> Signal | None:
    """The time that each claims for itself."""
    minutes = pair.minutes_apart
    if minutes is None or abs(minutes) < max(1.0, pair.grain_minutes):
        return None
    first, second = ("A", "B") if minutes > 0 else ("B", "A")
    gap = abs(minutes)
    distance = f"{gap / 1440:.0f} days" if gap >= 2880 else f"{gap / 60:.0f} hours" if gap >= 120 else f"{gap:.0f} minutes"
    if pair.grain_minutes >= 1440 and gap < 2880:
        distance = "a day"
    evidence = _times(pair)
    return Signal(1.0 if minutes > 0 else -1.0, f"{first} says that it appeared {distance} before {second}", evidence)


def credits_the_other(pair: PairFacts) -> Signal | None:
    """One names the other's outlet."""
    return _one_sided(pair, lambda facts: facts.mentions_other, "{child} names {outlet}, where {parent} appeared", of="child")


def is_the_agency(pair: PairFacts) -> Signal | None:
    """One is the agency whose mark the other carries."""
    return _one_sided(
        pair,
        lambda facts: tuple(mark.span for mark in facts.agencies if mark.kind == "outlet"),
        "{parent} is the agency itself",
        of="parent",
    )


def told_the_outlet(pair: PairFacts) -> Signal | None:
    """One says that somebody told its own outlet."""
    return _one_sided(pair, lambda facts: facts.own_reporting, "{parent} says that it was told this itself", of="parent")


def quotes_prose(pair: PairFacts) -> Signal | None:
    """One puts in quotation marks what the other prints as its own words."""
    words = sum(p.words * (p.quoted_b - p.quoted_a) for p in pair.speech)
    if abs(words) < 8:
        return None
    child = "b" if words > 0 else "a"
    passages = [p for p in pair.speech if p.quoted_a != p.quoted_b and p.quoted_b == (child == "b")]
    spans = [p.b if child == "b" else p.a for p in sorted(passages, key=lambda p: -p.words)[:EVIDENCE_SHOWN]]
    says = f"{child.upper()} quotes {abs(words)} words that {_other(child).upper()} prints without quotation marks"
    return _towards(child, min(1.0, log2(1 + abs(words)) / 7), says, map(pair.side(child).evidence, spans))


def tail_dropped(pair: PairFacts) -> Signal | None:
    """One stops before the other's last paragraphs: cut from the end, as desks cut."""
    tails = [_tail(pair, "dropped"), _tail(pair, "added")]
    sizes = [sum(len(span.slice(facts.report.text)) for span in tail) for tail, facts in zip(tails, (pair.a, pair.b), strict=True)]
    if not pair.shared.words or min(sizes) > 0.3 * max(sizes) or max(sizes) < 150:
        return None
    child = "b" if sizes[0] > sizes[1] else "a"
    parent = _other(child)
    tail = tails[0 if parent == "a" else 1]
    says = f"{child.upper()} stops before the last {len(tail)} sentences of {parent.upper()}"
    return _towards(child, 1.0, says, map(pair.side(parent).evidence, tail[:6]))


def subset_in_order(pair: PairFacts) -> Signal | None:
    """All of one's sentences stand in the other, in the same order, and the other has more."""
    counts = {kind: sum(row.kind == kind for row in pair.body_rows) for kind in ("dropped", "added", "moved")}
    linked = sum(row.kind not in ("dropped", "added") for row in pair.body_rows)
    if linked < 3 or counts["moved"] > linked / 4:
        return None
    for child, extra, missing in (("b", counts["added"], counts["dropped"]), ("a", counts["dropped"], counts["added"])):
        if extra <= 0.1 * linked and missing >= max(2, 3 * extra):
            most = f"all but {extra}" if extra else "all"
            says = f"{most} of {child.upper()}'s sentences stand in {_other(child).upper()}, in the same order"
            return _towards(child, 1.0, says, ())
    return None


def contained(pair: PairFacts) -> Signal | None:
    """More of one's words stand in the other than the other way round."""
    difference = pair.shared.coverage_b - pair.shared.coverage_a
    if abs(difference) < 0.05:
        return None
    child = "b" if difference > 0 else "a"
    a, b = pair.shared.coverage_a, pair.shared.coverage_b
    says = f"{a:.0%} of A's words stand in B, {b:.0%} of B's in A"
    return _towards(child, min(1.0, 2 * abs(difference)), says, ())


def no_quotation_of_its_own(pair: PairFacts) -> Signal | None:
    """One carries no quotation that the other lacks, while the other has more."""
    own = [_own_quotations(pair, "a"), _own_quotations(pair, "b")]
    if bool(own[0]) == bool(own[1]) or not pair.speech:
        return None
    parent = "a" if own[0] else "b"
    child = _other(parent)
    says = f"{child.upper()} has no quotation that {parent.upper()} lacks; {parent.upper()} has {len(own[0] or own[1])} more"
    return _towards(child, 1.0, says, map(pair.side(parent).evidence, (own[0] or own[1])[:EVIDENCE_SHOWN]))


def vaguer_figure(pair: PairFacts) -> Signal | None:
    """A figure is exact in one and vague in the other: copies lose precision."""
    return _counted(pair, _vaguer, "is vaguer on a figure")


def connective_at_a_cut(pair: PairFacts) -> Signal | None:
    """A connective joins what the other tells without one: "Meanwhile", "This comes after"."""
    return _counted(pair, _connects, "joins with a connective what the other tells without one")


def qualifier_lost(pair: PairFacts) -> Signal | None:
    """A hedge or an attribution is gone: copies lose them."""
    return _counted(pair, _loses_qualifier, "has lost a hedge or an attribution")


def words_trimmed(pair: PairFacts) -> Signal | None:
    """Words are gone from inside sentences that both have: copies trim."""
    return _counted(pair, _trims, "has fewer words inside sentences that both have", least=2)


def sentences_merged(pair: PairFacts) -> Signal | None:
    """Sentences of one are run together in the other."""
    merged = sum(row.kind == "merged" for row in pair.changes.rows)
    split = sum(row.kind == "split" for row in pair.changes.rows)
    if merged == split:
        return None
    child = "b" if merged > split else "a"
    return _towards(child, min(1.0, abs(merged - split) / 3), f"{child.upper()} runs sentences together", ())


def name_without_introduction(pair: PairFacts) -> Signal | None:
    """One uses a bare surname that only the other introduces in full."""
    found = {"a": _unintroduced(pair.a, pair.b), "b": _unintroduced(pair.b, pair.a)}
    if bool(found["a"]) == bool(found["b"]):
        return None
    child = "a" if found["a"] else "b"
    name = found[child][0].slice(pair.side(child).report.text)
    says = f"{child.upper()} writes “{name}” without the full name that {_other(child).upper()} gives"
    return _towards(child, 1.0, says, map(pair.side(child).evidence, found[child][:EVIDENCE_SHOWN]))


def update_mark(pair: PairFacts) -> Signal | None:
    """One calls itself an update, or prints the earlier text below a mark."""
    marks = [_UPDATE.search(facts.report.text) for facts in (pair.a, pair.b)]
    if bool(marks[0]) == bool(marks[1]):
        return None
    child, mark = ("a", marks[0]) if marks[0] else ("b", marks[1])
    evidence = [pair.side(child).report.evidence(*mark.span())] if mark else []
    return _towards(child, 1.0, f"{child.upper()} calls itself an update", evidence)


def provisional_wording(pair: PairFacts) -> Signal | None:
    """One tells what is still to come, the other what has happened."""
    marks = [_DEVELOPING.search(facts.report.text) for facts in (pair.a, pair.b)]
    if bool(marks[0]) != bool(marks[1]):
        parent, mark = ("a", marks[0]) if marks[0] else ("b", marks[1])
        evidence = [pair.side(parent).report.evidence(*mark.span())] if mark else []
        return _towards(_other(parent), 1.0, f"{parent.upper()} says that the story is developing", evidence)
    return _counted(pair, _settles, "tells as done what the other expects")


def new_lead(pair: PairFacts) -> Signal | None:
    """One opens with sentences that the other lacks, and keeps the other's opening further down."""
    openings = {"a": _new_opening(pair, "a"), "b": _new_opening(pair, "b")}
    if bool(openings["a"]) == bool(openings["b"]):
        return None
    child = "a" if openings["a"] else "b"
    says = f"{child.upper()} has a new opening above the opening of {_other(child).upper()}"
    return _towards(child, 1.0, says, map(pair.side(child).evidence, openings[child][:1]))


DIRECTION_CLUES: tuple[Clue, ...] = (
    earlier_time, credits_the_other, is_the_agency, told_the_outlet, quotes_prose, tail_dropped, subset_in_order,
    contained, no_quotation_of_its_own, vaguer_figure, connective_at_a_cut, qualifier_lost, words_trimmed,
    sentences_merged, name_without_introduction, update_mark, provisional_wording, new_lead,
)  # fmt: skip
"""All clues to direction, in the order in which they are shown when their weights are equal."""

EDIT_CLUES: tuple[Clue, ...] = (
    tail_dropped, subset_in_order, no_quotation_of_its_own, vaguer_figure, connective_at_a_cut, qualifier_lost,
    words_trimmed, sentences_merged, name_without_introduction,
)  # fmt: skip
"""The clues that rest on edits alone, without names, times or credits."""


# --- how the clues are put together ------------------------------------------------------------------------------------


def _other(side: str) -> str:
    return "b" if side == "a" else "a"


def _towards(child: str, strength: float, says: str, evidence: Iterable[Evidence]) -> Signal:
    """A signal that `child` is the later one."""
    return Signal(strength if child == "b" else -strength, says, tuple(evidence))


def _one_sided(
    pair: PairFacts, read: Callable[[ReportFacts], tuple[Span, ...]], says: str, *, of: str
) -> Signal | None:
    """A signal from something that only one of the two has; `of` says whether the one that has it is child or parent."""
    found = {"a": read(pair.a), "b": read(pair.b)}
    if bool(found["a"]) == bool(found["b"]) or not pair.shared.words:
        return None
    side = "a" if found["a"] else "b"
    child = side if of == "child" else _other(side)
    parent = _other(child)
    text = says.format(child=child.upper(), parent=parent.upper(), outlet=pair.side(parent).report.outlet)
    spans = [span for span in found[side] if span.end > span.start]
    return _towards(child, 1.0, text, map(pair.side(side).evidence, spans[:EVIDENCE_SHOWN]))


def _counted(pair: PairFacts, test: Callable[[EditedWords], bool], says: str, *, least: int = 1) -> Signal | None:
    """A signal from the edits that pass a test from A to B, against those that pass it from B to A."""
    forward = [edit.change for edit in pair.edits if test(edit)]
    backward = [edit.change for edit in pair.edits if test(edit.turned())]
    difference = len(forward) - len(backward)
    if abs(difference) < least:
        return None
    child, changes = ("b", forward) if difference > 0 else ("a", backward)
    evidence = [e for change in changes[:EVIDENCE_SHOWN] for e in (change.a, change.b) if e]
    return _towards(child, min(1.0, (1 + abs(difference)) / 4), f"{child.upper()} {says}", evidence)


def _times(pair: PairFacts) -> tuple[Evidence, ...]:
    """Where the reports print their times."""
    published = ((facts, facts.report.published) for facts in (pair.a, pair.b))
    return tuple(facts.evidence(time.span) for facts, time in published if time and time.span)


def _tail(pair: PairFacts, kind: str) -> list[Span]:
    """The sentences that one side has after the last sentence that both have."""
    side = 0 if kind == "dropped" else 1
    rows = pair.body_rows
    last = max((unit.end for row in rows if row.a and row.b for unit in (row.a, row.b)[side]), default=0)
    return [unit for row in rows if row.kind == kind for unit in (row.a, row.b)[side] if unit.start >= last]


def _own_quotations(pair: PairFacts, side: str) -> list[Span]:
    """The quotations of two words or more of which the other report has no words."""
    facts = pair.side("a" if side == "a" else "b")
    shared = merge_spans(passage.a if side == "a" else passage.b for passage in pair.shared.passages)
    starts = facts.tokens.words.starts
    own = [q.span for q in facts.quotations if bisect_left(starts, q.span.end) - bisect_left(starts, q.span.start) >= 2]
    return [span for span in own if not _meets(shared, span)]


def _meets(spans: Sequence[Span], span: Span) -> bool:
    """Whether one of some ordered spans overlaps this one."""
    place = bisect_left(spans, span.end, key=lambda one: one.start)
    return place > 0 and spans[place - 1].end > span.start


def _vaguer(edit: EditedWords) -> bool:
    """Whether a figure lost precision."""
    if edit.change.kind not in ("figure", "hedge"):
        return False
    had, has = any(map(is_number, edit.before)), any(map(is_number, edit.after))
    if edit.change.kind == "figure" and had and not has:
        return True
    return had and len(find_hedges(edit.after)) > len(find_hedges(edit.before))


def _connects(edit: EditedWords) -> bool:
    """Whether the words put in are a connective."""
    opening, before = " ".join(edit.after[:3]), " ".join(edit.before[:3])
    if _CONNECTING.match(opening) and not _CONNECTING.match(before):
        return True
    connective = bool(edit.after) and edit.after[0] in CONNECTIVES and len(edit.after) <= 6
    return connective and not CONNECTIVES.intersection(edit.before)


def _loses_qualifier(edit: EditedWords) -> bool:
    """Whether a hedge or an attribution stands before the edit and not after it."""
    if edit.change.kind == "attribution":
        return len(edit.before) > len(edit.after)
    return edit.change.kind == "hedge" and len(find_hedges(edit.before)) > len(find_hedges(edit.after))


def _trims(edit: EditedWords) -> bool:
    """Whether words of content were taken out."""
    return bool(edit.before) and not edit.after and not all(map(is_function_word, edit.before))


def _settles(edit: EditedWords) -> bool:
    """Whether what was expected is told as done."""
    before, after = set(edit.before), set(edit.after)
    return bool(before & _FUTURE) and not after & _FUTURE and any(key.endswith("ed") for key in after - before)


def _unintroduced(facts: ReportFacts, other: ReportFacts) -> list[Span]:
    """The bare surnames of speakers that the other report gives with a first name, and this one never."""
    elsewhere = {match.group(2) for match in _FULL_NAME.finditer(other.report.text)}
    here = {match.group(2) for match in _FULL_NAME.finditer(facts.report.text)}
    found: dict[str, Span] = {}
    for match in _BARE_NAME.finditer(facts.report.text):
        group = 1 if match.group(1) else 2
        if match.group(group) in elsewhere - here:
            found.setdefault(match.group(group), Span(*match.span(group)))
    return list(found.values())


_FULL_NAME = re.compile(r"\b([A-Z][a-z]+(?: [A-Z]\.)?) ([A-Z][a-z]{2,20}(?:-[A-Z][a-z]{2,20})?)\b")
_BARE_NAME = re.compile(r"\bsaid ([A-Z][a-z]{2,20})\b(?! [A-Z])|(?<=[.”\"] )([A-Z][a-z]{2,20}) (?:said|told|added|wrote|says)\b")


def _new_opening(pair: PairFacts, side: str) -> list[Span]:
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
    if not lone or not others or not any(row.a and row.b for _, row in others[:2]):
        return []
    return lone
