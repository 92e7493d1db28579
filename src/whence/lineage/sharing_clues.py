"""Clues to the kind of relation: how much prose is shared, and where it stands."""

from __future__ import annotations

from math import log2

from whence.lineage.facts import PairFacts, ReportFacts
from whence.lineage.signal import Signal
from whence.records import Passage


def shared_prose(pair: PairFacts) -> Signal | None:
    """Words shared outside quotation marks."""
    words = pair.shared.words_outside_quotations
    if not words:
        return None
    says = f"{words} words outside quotation marks are the same"
    return Signal(log2(1 + words) / 10, says, pair.longest(pair.prose))


def longest_prose_run(pair: PairFacts) -> Signal | None:
    """Longest run of the same words outside quotation marks."""
    if not pair.prose:
        return None
    longest = max(pair.prose, key=lambda passage: passage.words)
    says = f"{longest.words} words in a row outside quotation marks are the same"
    return Signal(log2(1 + longest.words) / 7, says, pair.longest(pair.prose)[:1])


def prose_in_many_places(pair: PairFacts) -> Signal | None:
    """Shared prose in several places."""
    places = [passage for passage in pair.prose if passage.words >= 6]
    if not places:
        return None
    says = f"the same prose stands in {len(places)} {'place' if len(places) == 1 else 'places'}"
    return Signal(log2(1 + len(places)) / 5, says, pair.longest(tuple(places)))


def prose_covered(pair: PairFacts) -> Signal | None:
    """How much of one report's own prose stands in the other."""
    covered = max(pair.prose_coverage)
    return Signal(covered, f"{covered:.0%} of the prose of one report stands in the other") if covered else None


def both_covered(pair: PairFacts) -> Signal | None:
    """How much of both reports' prose is shared."""
    covered = min(pair.prose_coverage)
    return Signal(covered, f"at least {covered:.0%} of the prose of each stands in the other") if covered else None


def nearly_identical(pair: PairFacts) -> Signal | None:
    """Nearly the same text throughout."""
    covered = min(pair.shared.coverage_a, pair.shared.coverage_b)
    return Signal(1.0, f"{covered:.0%} of each report's words stand in the other") if covered > 0.85 else None


def one_inside_the_other(pair: PairFacts) -> Signal | None:
    """Nearly all of one stands in the other, and the other has much more."""
    low, high = sorted((pair.shared.coverage_a, pair.shared.coverage_b))
    if high < 0.8 or high - low < 0.15:
        return None
    return Signal(high - low, f"{high:.0%} of one stands in the other, which has more")


def shared_fragments(pair: PairFacts) -> Signal | None:
    """What is shared stands in fragments, lists and captions rather than in sentences."""
    words = pair.shared.words_outside_quotations
    if not words:
        return None
    loose = sum(passage.words for passage in pair.prose if _in_fragment(pair.a, passage))
    part = loose / words
    return Signal(part, f"{part:.0%} of the shared prose stands in fragments without a full stop") if loose else None


def shared_furniture(pair: PairFacts) -> Signal | None:
    """Captions, credits or menus that both print."""
    passages = tuple(passage for passage in pair.shared.passages if passage.furniture)
    words = sum(passage.words for passage in passages)
    if words < 4:
        return None
    part = words / (words + pair.shared.words)
    return Signal(part, f"{words} shared words are captions, credits or menus", pair.longest(passages))


def _in_fragment(facts: ReportFacts, passage: Passage) -> bool:
    """Whether the line that a passage begins in holds no full stop."""
    text = facts.report.text
    start = text.rfind("\n", 0, passage.a.start) + 1
    end = text.find("\n", passage.a.end)
    line = text[start : end if end >= 0 else len(text)].rstrip("”\"’') ")
    return not line.endswith((".", "?", "!"))
