"""One speaker: everything that reports quote them with, by time."""

from __future__ import annotations

from whence.export.quotes_documents import Json
from whence.flow.desk import Desk
from whence.web.documents import quote_lines_document
from whence.web.page import Asked, Found, Page, View, start_and_limit, turn_pages
from whence.web.quote_views import tell_quote


def look_up(desk: Desk, asked: Asked) -> Found | None:
    """A page of one speaker's ledger."""
    start, limit = asked.whole("start"), asked.whole("limit")
    found = desk.speaker(asked.numbers["number"], start=start, limit=limit)
    if found is None:
        return None
    speaker, lines = found

    def view() -> View:
        more = start + limit < speaker.reports  # both count reports
        return {"speaker": speaker, "quotes": [tell_quote(line) for line in lines],
                "turns": turn_pages(asked, len(lines), more=more)}  # fmt: skip

    def document() -> Json:
        return {"schema": "whence.speaker/1", "speaker": speaker, "start": start, "quotes": quote_lines_document(lines)}

    return Found(view, document)


PAGE = Page("speaker", "/speaker/{number:int}", "What one speaker is quoted with", "speaker.html", look_up,
            start_and_limit(25))  # fmt: skip
