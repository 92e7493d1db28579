"""Clues to the kind of relation: outlets, days, matter, and which way the edits go."""

from __future__ import annotations

from math import log2

from whence.lineage.cutting_clues import (
    EDIT_CLUES,
    connective_at_a_cut,
    qualifier_lost,
    sentences_merged,
    vaguer_figure,
)
from whence.lineage.facts import PairFacts
from whence.lineage.signal import Signal

DAY_MINUTES = 1440
REWRITING = (vaguer_figure, connective_at_a_cut, qualifier_lost, sentences_merged)  # later editions seldom do these


def same_outlet(pair: PairFacts) -> Signal | None:
    """Both appeared in one outlet."""
    return Signal(1.0, f"both appeared in {pair.a.report.outlet}") if pair.same_outlet else None


def two_outlets(pair: PairFacts) -> Signal | None:
    """They appeared in two outlets, with much in common."""
    if not (pair.a.outlet and pair.b.outlet) or pair.same_outlet:
        return None
    return Signal(pair.substance, f"they appeared in {pair.a.report.outlet} and in {pair.b.report.outlet}")


def same_outlet_prose(pair: PairFacts) -> Signal | None:
    """One outlet, and much prose in common."""
    covered = max(pair.prose_coverage)
    if not pair.same_outlet or not covered:
        return None
    return Signal(covered, f"one outlet, and {covered:.0%} of one report's prose stands in the other")


def same_outlet_other_topic(pair: PairFacts) -> Signal | None:
    """One outlet, and otherwise different matter: what is shared may be the page, not the story."""
    if not pair.same_outlet:
        return None
    likeness = pair.likeness_of_rest
    if likeness is None:
        return None
    return Signal(1 - likeness, f"one outlet, and {1 - likeness:.0%} of the other words differ")


def two_outlets_one_day(pair: PairFacts) -> Signal | None:
    """Two outlets print much the same prose within a day."""
    covered, minutes = max(pair.prose_coverage), pair.minutes_apart
    two = pair.a.outlet and pair.b.outlet and not pair.same_outlet
    if not two or minutes is None or abs(minutes) > 1.5 * DAY_MINUTES or covered < 0.1:
        return None
    return Signal(covered, f"two outlets within a day, and {covered:.0%} of one report's prose stands in the other")


def like_matter(pair: PairFacts) -> Signal | None:
    """How alike the two are where they share no passage."""
    likeness = pair.likeness_of_rest
    if likeness is None:
        return None
    return Signal(likeness, f"outside the shared passages, {likeness:.0%} of the words that carry content agree")


def days_apart(pair: PairFacts) -> Signal | None:
    """How many days lie between the two."""
    minutes = pair.minutes_apart
    if minutes is None:
        return None
    days = abs(minutes) / DAY_MINUTES
    return Signal(
        min(1.0, log2(1 + days) / 8),
        "the two appeared on one day"
        if days < 1
        else f"the two appeared {days:.0f} {'day' if days < 1.5 else 'days'} apart",
    )


def edits_go_one_way(pair: PairFacts) -> Signal | None:
    """The edits between the two go one way, as copying makes them."""
    spoken = [signal for clue in EDIT_CLUES if (signal := clue(pair))]
    total = abs(sum(signal.value for signal in spoken))
    if total < 0.5:
        return None
    agreeing = sum(signal.value > 0 for signal in spoken), sum(signal.value < 0 for signal in spoken)
    return Signal(min(1.0, total / 4), f"{max(agreeing)} of {len(spoken)} signs of editing point the same way")


def edits_of_a_copyist(pair: PairFacts) -> Signal | None:
    """Figures made vaguer, hedges lost, sentences joined, all in one of the two: a rewriter's edits."""
    spoken = [signal for clue in REWRITING if (signal := clue(pair))]
    total = abs(sum(signal.value for signal in spoken))
    if not total:
        return None
    says = "; ".join(signal.says for signal in spoken)
    return Signal(min(1.0, total / 2), says, tuple(e for signal in spoken for e in signal.evidence[:2]))


def sentences_reworked(pair: PairFacts) -> Signal | None:
    """Sentences that both have are reworked, as a rewriter does and a reprint does not."""
    linked = [row for row in pair.changes.rows if row.a and row.b]
    if len(linked) < 4 or not pair.prose:
        return None
    reworked = [row for row in linked if row.kind in ("reworded", "merged", "split", "moved")]
    part = len(reworked) / len(linked)
    return Signal(part, f"{len(reworked)} of {len(linked)} sentences that both have are reworked") if reworked else None


def agency_text_reworked(pair: PairFacts) -> Signal | None:
    """Both carry the mark of one agency, and sentences that both have are reworked."""
    a, b = pair.agencies
    found = sentences_reworked(pair) if a & b else None
    return Signal(found.value, f"both carry the mark of {min(a & b)}, and {found.says}") if found else None
