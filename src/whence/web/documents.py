"""Lines of lists as JSON, by the documents of the exports."""

from __future__ import annotations

from collections.abc import Iterable

from whence.export.kept_documents import report_line_document
from whence.export.quotes_documents import Json, quote_document
from whence.flow.desk import QuoteLine


def quote_line_document(line: QuoteLine) -> Json:
    """A quote of a list: the report as a line, the place, the attribution with its words."""
    return {
        "report": report_line_document(line.report),
        "place": line.place,
        "quote": quote_document(line.quote, with_text=True),
    }


def quote_lines_document(lines: Iterable[QuoteLine]) -> list[Json]:
    """Quotes of a list."""
    return [quote_line_document(line) for line in lines]
