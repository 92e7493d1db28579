"""JSON documents, each beginning with its schema. The same record gives the page, the screen and the document."""

from __future__ import annotations

from collections.abc import Sequence

from whence.export.figures_documents import figure_pair_document
from whence.export.quotes_documents import Json, quote_document
from whence.records import Change, Comparison, Evidence, Passage, Published, QuotePair, Reject, Relation, Report, Row
from whence.text.spans import Span


def comparison_document(found: Comparison) -> Json:
    """A comparison as `whence.compare/1`.

    Args:
        found: the comparison.

    Returns:
        A document of plain types. Spans are half-open code points of the report's text; an absent side is null.
    """
    sides = {found.a.id: "a"} | ({} if found.a.id == found.b.id else {found.b.id: "b"})
    return {
        "schema": "whence.compare/1",
        "summary": found.summary,
        "reports": [report_document(found.a), report_document(found.b)],
        "relation": _relation(found.relation, sides),
        "shared": {
            "words": found.shared.words,
            "words_outside_quotations": found.shared.words_outside_quotations,
            "coverage": {"a": round(found.shared.coverage_a, 4), "b": round(found.shared.coverage_b, 4)},
            "passages": [_passage(passage) for passage in found.shared.passages],
        },
        "changes": [change_document(change) for change in found.changes],
        "rows": [_row(row) for row in found.rows],
        "quotes": [_quote_pair(pair) for pair in found.quotes],
        "figures": [figure_pair_document(pair) for pair in found.figures],
    }


def report_document(report: Report, *, with_text: bool = False) -> Json:
    """One report: its metadata, its parts, and on request its text and the runs that lead back to a page's bytes."""
    document: Json = {
        "id": report.id,
        "digest": report.digest,
        "source": report.source,
        "outlet": report.outlet,
        "url": report.url,
        "title": report.title,
        "byline": report.byline,
        "published": report.published.iso if report.published else None,
        "published_detail": _published(report.published),
        "language": report.language,
        "flags": list(report.flags),
        "parts": [{"role": part.role, "start": part.start, "end": part.end} for part in report.parts],
    }
    if with_text:
        document["text"] = report.text
        document["runs"] = [[run.start, run.end, run.byte_start, run.byte_end] for run in report.runs]
    return document


def reading_document(reports: Sequence[Report], rejects: Sequence[Reject]) -> Json:
    """What was read and what could not be, as `whence.read/1`."""
    return {
        "schema": "whence.read/1",
        "reports": [report_document(report, with_text=True) for report in reports],
        "rejects": [
            {"source": reject.source, "where": reject.where, "code": reject.code, "reason": reject.reason}
            for reject in rejects
        ],
    }


def pair_line(a: str, b: str, relation: Relation) -> Json:
    """One pair of a list, as a line of JSON: the relation alone."""
    return {
        "a": a,
        "b": b,
        "relation": relation.kind,
        "parent": relation.parent,
        "confidence": relation.confidence,
        "kind_confidence": relation.kind_confidence,
        "origin": relation.origin,
    }


def _published(published: Published | None) -> Json | None:
    """When, how exactly, in which zone, and who says so."""
    if published is None:
        return None
    return {
        "iso": published.iso,
        "grain": published.grain,
        "zone": published.zone,
        "claimed_by": published.claimed_by,
        "span": _span(published.span) if published.span else None,
    }


def _relation(relation: Relation, sides: dict[str, str]) -> Json:
    """A relation with every clue."""
    return {
        "kind": relation.kind,
        "parent": relation.parent,
        "confidence": relation.confidence,
        "kind_confidence": relation.kind_confidence,
        "origin": relation.origin,
        "clues": [
            {
                "name": clue.name,
                "about": clue.about,
                "says": clue.says,
                "weight": clue.weight,
                "evidence": [
                    {"report": sides.get(e.report_id, "a"), "start": e.start, "end": e.end, "text": e.exact}
                    for e in clue.evidence
                ],
            }
            for clue in relation.clues
        ],
    }


def _passage(passage: Passage) -> Json:
    """A passage with its spans on both sides."""
    return {
        "a": _span(passage.a),
        "b": _span(passage.b),
        "words": passage.words,
        "quoted": passage.quoted,
        "furniture": passage.furniture,
    }


def change_document(change: Change) -> Json:
    """A change with its words."""
    return {
        "kind": change.kind,
        "rank": change.rank,
        "a": _evidence(change.a),
        "b": _evidence(change.b),
        "says": change.says,
    }


def _row(row: Row) -> Json:
    """A row of the side-by-side view, by positions."""
    return {"kind": row.kind, "a": [_span(span) for span in row.a], "b": [_span(span) for span in row.b]}


def _quote_pair(pair: QuotePair) -> Json:
    """An attribution in both reports or in one, and in what the two differ."""
    return {
        "a": quote_document(pair.a, with_text=True) if pair.a else None,
        "b": quote_document(pair.b, with_text=True) if pair.b else None,
        "differs": list(pair.differs),
    }


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _evidence(evidence: Evidence | None) -> Json | None:
    return {"start": evidence.start, "end": evidence.end, "text": evidence.exact} if evidence else None
