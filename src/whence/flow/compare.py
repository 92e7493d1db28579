"""Two reports, end to end: the stages align, change and trace run once, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from whence.agreement.matching import Told, match_figures
from whence.changes.altered_quotations import altered_quotations
from whence.changes.attributions import pair_quotes
from whence.changes.figure_retyping import retype_figures
from whence.changes.find import Changes, find_changes
from whence.changes.retyping import retype_attributions, retype_rows
from whence.copies.passages import Alignment, align_reports, find_shared
from whence.flow.find import find
from whence.lineage.facts import PairFacts, ReportFacts
from whence.lineage.relate import relate
from whence.lineage.summary import summarise
from whence.lineage.weights import LineageWeights, load_weights
from whence.quotes.weights import TaggerWeights
from whence.records import Change, Comparison, FigurePair, Findings, Quote, QuotePair, Report
from whence.text.spans import Span


def compare(
    a: Report, b: Report, *, weights: LineageWeights | None = None, tagger: TaggerWeights | None = None
) -> Comparison:
    """Compare two reports: what they share, what B changed, which came from which, with the evidence.

    Args:
        a: one report.
        b: the other.
        weights: what each clue is worth; by default those that ship with whence.
        tagger: what finds the quotes; by default the weights that ship with whence.

    Returns:
        The comparison. Everything in it points at words of the two texts.

    >>> from whence.reading.plain import read_text
    >>> compare(read_text("Rain fell."), read_text("Snow fell.")).relation.kind
    'none'
    """
    if a.id == b.id:  # evidence names its report: two must not share a name
        a, b = replace(a, id=f"{a.id} (A)"), replace(b, id=f"{b.id} (B)")
    found_a, found_b = (found for found in find((a, b), weights=tagger) if isinstance(found, Findings))
    return compare_found(found_a, found_b, weights or load_weights())


def compare_found(found_a: Findings, found_b: Findings, weights: LineageWeights) -> Comparison:
    """Compare two reports in which names, times, quotes and figures have been found.

    Args:
        found_a: one report with its findings.
        found_b: the other; the two have different ids.
        weights: what each clue is worth.
    """
    a, b = found_a.report, found_b.report
    read = _read_pair(found_a, found_b)
    alignment, found = read.alignment, read.found
    shared = find_shared(alignment)
    pair = PairFacts(ReportFacts(a, alignment.a, b), ReportFacts(b, alignment.b, a), alignment, shared, found)
    relation = relate(pair, weights)
    summary = summarise(shared, read.changes, relation)
    rows = retype_rows(found.rows, read.changes)
    return Comparison(a, b, shared, rows, read.changes, relation, summary, read.quotes, read.figures)


def changes_found(found_a: Findings, found_b: Findings) -> tuple[Change, ...]:
    """What changed from one report to another, as `compare_found` has it, without asking how they are related.

    Args:
        found_a: one report with its findings.
        found_b: the other; the two have different ids.
    """
    return _read_pair(found_a, found_b).changes


class _Pair(NamedTuple):
    """Two reports aligned, with what changed, who says what in both, and the figures of both."""

    alignment: Alignment
    found: Changes
    changes: tuple[Change, ...]
    quotes: tuple[QuotePair, ...]
    figures: tuple[FigurePair, ...]


def _read_pair(found_a: Findings, found_b: Findings) -> _Pair:
    """Align two reports, and see what changed."""
    a, b = found_a.report, found_b.report
    alignment = align_reports(a, b, (spoken(found_a.quotes), spoken(found_b.quotes)))
    figures = match_figures(*(Told(one.report, (*one.figures, *one.times)) for one in (found_a, found_b)))
    found = find_changes(a, b, alignment)
    quotes = pair_quotes(alignment, found_a.quotes, found_b.quotes)
    changes = altered_quotations(a, b, retype_figures(found.changes, figures), (found_a.quotes, found_b.quotes))
    return _Pair(alignment, found, retype_attributions(changes, quotes), quotes, figures)


def spoken(quotes: Sequence[Quote]) -> list[Span]:
    """Speech, whether it carries marks or not: what direct quotes say."""
    return [piece.span for quote in quotes if quote.kind == "direct" for piece in quote.content]
