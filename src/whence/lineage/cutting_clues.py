"""Clues to direction: edits that go one way, as copyists cut, join and blur."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from whence.certainty.hedges import find_hedges
from whence.figures.dates import is_date_word
from whence.figures.numbers import is_number
from whence.lineage.facts import EVIDENCE_SHOWN, EditedWords, PairFacts, ReportFacts
from whence.lineage.signal import Clue, Signal
from whence.lineage.towards import counted, other, towards
from whence.records import Side
from whence.text.spans import Span, merge_spans
from whence.text.style import is_function_word

CONNECTIVES = frozenset({
    "meanwhile", "however", "moreover", "furthermore", "additionally", "also", "nevertheless", "nonetheless",
    "elsewhere", "separately", "still",
})  # fmt: skip
_CONNECTING = re.compile(
    r"^(?:this comes|that comes|the (?:move|news|comments|remarks) comes?|it comes)\b", re.IGNORECASE
)
_FULL_NAME = re.compile(r"\b([A-Z][a-z]+(?: [A-Z]\.)?) ([A-Z][a-z]{2,20}(?:-[A-Z][a-z]{2,20})?)\b")
_BARE_NAME = re.compile(
    r"\bsaid ([A-Z][a-z]{2,20})\b(?! [A-Z])|(?<=[.”\"] )([A-Z][a-z]{2,20}) (?:said|told|added|wrote|says)\b"
)


def tail_dropped(pair: PairFacts) -> Signal | None:
    """One stops before the other's last paragraphs: cut from the end, as desks cut."""
    tails = [_tail(pair, "dropped"), _tail(pair, "added")]
    sizes = [
        sum(len(span.slice(facts.report.text)) for span in tail)
        for tail, facts in zip(tails, (pair.a, pair.b), strict=True)
    ]
    if not pair.shared.words or min(sizes) > 0.3 * max(sizes) or max(sizes) < 150:
        return None
    child: Side = "b" if sizes[0] > sizes[1] else "a"
    parent = other(child)
    tail = tails[0 if parent == "a" else 1]
    says = f"{child.upper()} stops before the last {len(tail)} sentences of {parent.upper()}"
    return towards(child, 1.0, says, map(pair.side(parent).evidence, tail[:6]))


def subset_in_order(pair: PairFacts) -> Signal | None:
    """All of one's sentences stand in the other, in the same order, and the other has more."""
    counts = {kind: sum(row.kind == kind for row in pair.body_rows) for kind in ("dropped", "added", "moved")}
    linked = sum(row.kind not in ("dropped", "added") for row in pair.body_rows)
    if linked < 3 or counts["moved"]:
        return None
    ends: tuple[tuple[Side, str, str], ...] = (("b", "added", "dropped"), ("a", "dropped", "added"))
    for child, own, lacking in ends:
        extra, missing = counts[own], counts[lacking]
        if extra <= 0.1 * linked and missing >= max(2, 3 * extra):
            most = f"all but {extra}" if extra else "all"
            says = (
                f"{most} of {child.upper()}'s sentences have a counterpart in {other(child).upper()}, in the same order"
            )
            return towards(child, 1.0, says, ())
    return None


def contained(pair: PairFacts) -> Signal | None:
    """More of one's words stand in the other than the other way round."""
    difference = pair.shared.coverage_b - pair.shared.coverage_a
    if abs(difference) < 0.05:
        return None
    child: Side = "b" if difference > 0 else "a"
    a, b = pair.shared.coverage_a, pair.shared.coverage_b
    says = f"{a:.0%} of A's words stand in B, {b:.0%} of B's in A"
    return towards(child, min(1.0, 2 * abs(difference)), says, ())


def no_quotation_of_its_own(pair: PairFacts) -> Signal | None:
    """One carries no quotation that the other lacks, while the other has more."""
    own = [_own_quotations(pair, "a"), _own_quotations(pair, "b")]
    if bool(own[0]) == bool(own[1]) or not pair.speech:
        return None
    parent: Side = "a" if own[0] else "b"
    child = other(parent)
    more = own[0] or own[1]
    says = f"{child.upper()} has no quotation that {parent.upper()} lacks; {parent.upper()} has {len(more)} more"
    return towards(child, 1.0, says, map(pair.side(parent).evidence, more[:EVIDENCE_SHOWN]))


def vaguer_figure(pair: PairFacts) -> Signal | None:
    """A figure is exact in one and vague in the other: copies lose precision."""
    return counted(pair, _vaguer, "is vaguer on a figure")


def connective_at_a_cut(pair: PairFacts) -> Signal | None:
    """A connective joins what the other tells without one: "Meanwhile", "This comes after"."""
    return counted(pair, _connects, "joins with a connective what the other tells without one")


def qualifier_lost(pair: PairFacts) -> Signal | None:
    """A hedge or an attribution is gone: copies lose them."""
    return counted(pair, _loses_qualifier, "has lost a hedge or an attribution")


def words_trimmed(pair: PairFacts) -> Signal | None:
    """Words are gone from inside sentences that both have: copies trim."""
    return counted(pair, _trims, "has fewer words inside sentences that both have", least=2)


def sentences_merged(pair: PairFacts) -> Signal | None:
    """Sentences of one are run together in the other."""
    merged = sum(row.kind == "merged" for row in pair.changes.rows)
    split = sum(row.kind == "split" for row in pair.changes.rows)
    if merged == split:
        return None
    child: Side = "b" if merged > split else "a"
    return towards(child, min(1.0, abs(merged - split) / 3), f"{child.upper()} runs sentences together", ())


def name_without_introduction(pair: PairFacts) -> Signal | None:
    """One uses a bare surname that only the other introduces in full."""
    found: dict[Side, list[Span]] = {"a": _unintroduced(pair.a, pair.b), "b": _unintroduced(pair.b, pair.a)}
    if bool(found["a"]) == bool(found["b"]):
        return None
    child: Side = "a" if found["a"] else "b"
    name = found[child][0].slice(pair.side(child).report.text)
    says = f"{child.upper()} writes “{name}” without the full name that {other(child).upper()} gives"
    return towards(child, 1.0, says, map(pair.side(child).evidence, found[child][:EVIDENCE_SHOWN]))


EDIT_CLUES: tuple[Clue, ...] = (
    tail_dropped, subset_in_order, no_quotation_of_its_own, vaguer_figure, connective_at_a_cut, qualifier_lost,
    words_trimmed, sentences_merged, name_without_introduction,
)  # fmt: skip
"""The clues that rest on edits alone, without names, times or credits."""


def _tail(pair: PairFacts, kind: str) -> list[Span]:
    """The sentences that one side has after the last sentence that both have."""
    side = 0 if kind == "dropped" else 1
    rows = pair.body_rows
    last = max((unit.end for row in rows if row.a and row.b for unit in (row.a, row.b)[side]), default=0)
    return [unit for row in rows if row.kind == kind for unit in (row.a, row.b)[side] if unit.start >= last]


def _own_quotations(pair: PairFacts, side: Side) -> list[Span]:
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
    if edit.change.kind not in ("figure", "hedge") or not (edit.before and edit.after):
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


def _unintroduced(facts: ReportFacts, other: ReportFacts) -> list[Span]:
    """The bare surnames of speakers that the other report gives with a first name, and this one never."""
    elsewhere = {match.group(2) for match in _FULL_NAME.finditer(other.report.text)}
    here = {match.group(2) for match in _FULL_NAME.finditer(facts.report.text)}
    found: dict[str, Span] = {}
    for match in _BARE_NAME.finditer(facts.report.text):
        group = 1 if match.group(1) else 2
        if match.group(group) in elsewhere - here and not is_date_word(match.group(group).lower()):
            found.setdefault(match.group(group), Span(*match.span(group)))
    return list(found.values())
