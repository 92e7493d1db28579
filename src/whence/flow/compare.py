"""Two reports, end to end: the stages align, change and trace run once, in memory."""

from __future__ import annotations

from dataclasses import replace

from whence.changes.find import find_changes
from whence.copies.passages import align_reports, find_shared
from whence.lineage.facts import PairFacts, ReportFacts
from whence.lineage.relate import relate
from whence.lineage.summary import summarise
from whence.lineage.weights import LineageWeights, load_weights
from whence.records import Comparison, Report


def compare(a: Report, b: Report, *, weights: LineageWeights | None = None) -> Comparison:
    """Compare two reports: what they share, what B changed, which came from which, with the evidence.

    Args:
        a: one report.
        b: the other.
        weights: what each clue is worth; by default those that ship with whence.

    Returns:
        The comparison. Everything in it points at words of the two texts.

    >>> from whence.reading.plain import read_text
    >>> compare(read_text("Rain fell."), read_text("Snow fell.")).relation.kind
    'none'
    """
    if a.id == b.id:  # evidence names its report: two must not share a name
        a, b = replace(a, id=f"{a.id} (A)"), replace(b, id=f"{b.id} (B)")
    alignment = align_reports(a, b)
    shared = find_shared(alignment)
    found = find_changes(a, b, alignment)
    pair = PairFacts(ReportFacts(a, alignment.a, b), ReportFacts(b, alignment.b, a), alignment, shared, found)
    relation = relate(pair, weights or load_weights())
    summary = summarise(shared, found.changes, relation)
    return Comparison(a, b, shared, found.rows, found.changes, relation, summary)
