"""One report as it stands: beside each sentence who else has it, quotes and figures marked, any words linked to."""

from __future__ import annotations

from typing import NamedTuple

from whence.export.figures_documents import figure_document
from whence.export.html_wording import flag_words, language_of, outlink
from whence.export.json_documents import report_document
from whence.export.kept_documents import report_line_document
from whence.export.quotes_documents import Json, quote_document
from whence.flow.desk import Desk, SharedBy
from whence.records import Findings, ReportLine
from whence.text.spans import Span
from whence.web.page import Asked, Found, Page, Parameter, View
from whence.web.report_marks import mark_text, tell_apart
from whence.web.revisions import report_revision
from whence.web.wording import line_name, parent_words


class Sharing(NamedTuple):
    """Another report that shares words: its line, its name, how many words, the link to both compared."""

    line: ReportLine
    name: str
    words: int
    compare: str


def look_up(desk: Desk, asked: Asked) -> Found | None:
    """A report with who shares its words."""
    number = asked.numbers["number"]
    kept, line = desk.report(number), desk.report_line(number)
    if kept is None or line is None:
        return None
    shared = desk.shared_by(number)
    parent = desk.report_line(line.parent) if line.parent is not None else None

    def view() -> View:
        told = parent_words(line, line_name(parent)) if parent else ""
        return {
            "report": kept.report, "kept": kept, "line": line, "name": line_name(line), "told": told,
            "link": outlink(kept.report.url), "flags": flag_words(kept.report), "language": language_of(kept.report),
            "sentences": mark_text(kept, shared, read_span(asked.text("at"), kept)),
            "sharing": _sharing(number, shared),
        }  # fmt: skip

    return Found(view, lambda: _document(kept, line, shared))


def read_span(at: str, kept: Findings) -> Span | None:
    """The words that were asked for, where the report has such."""
    if not at:
        return None
    start, end = map(int, at.split("-"))
    return Span(start, end) if start < end <= len(kept.report.text) else None


def _sharing(number: int, shared: tuple[SharedBy, ...]) -> list[Sharing]:
    """Who shares most comes first."""
    names = tell_apart([one.line for one in shared])
    told = [
        Sharing(one.line, names[one.line.number], sum(p.words for p in one.passages if not p.furniture),
                f"/compare/{min(number, one.line.number)}/{max(number, one.line.number)}")
        for one in shared
    ]  # fmt: skip
    return sorted((one for one in told if one.words), key=lambda one: -one.words)


def _document(kept: Findings, line: ReportLine, shared: tuple[SharedBy, ...]) -> Json:
    """The report as JSON."""
    return {
        "schema": "whence.report/1",
        "line": report_line_document(line),
        "report": report_document(kept.report, with_text=True),
        "quotes": [quote_document(quote, with_text=True) for quote in kept.quotes],
        "figures": [figure_document(figure, with_text=True) for figure in kept.figures],
        "shared_by": [
            {
                "line": report_line_document(one.line),
                "passages": [{"a": [*p.a], "b": [*p.b], "words": p.words} for p in one.passages],
            }
            for one in shared
        ],
    }


def revision(desk: Desk, asked: Asked) -> str | None:
    """What changes whenever the story of the report does."""
    return report_revision(desk, asked.numbers["number"])


PAGE = Page("report", "/report/{number:int}", "One report, and who else has its sentences", "report.html", look_up,
            (Parameter("at", "the words to mark, as their first and last position", "span"),), revision)  # fmt: skip
