"""The latest quotes: who says what, and where it stands."""

from __future__ import annotations

from whence.export.quotes_documents import Json
from whence.flow.desk import Desk
from whence.web.documents import quote_lines_document
from whence.web.page import Asked, Found, Page, View, start_and_limit, turn_pages
from whence.web.quote_views import tell_quote


def look_up(desk: Desk, asked: Asked) -> Found:
    """A page of quotes, the newest first."""
    start, limit = asked.whole("start"), asked.whole("limit")
    shown = desk.latest_quotes(start=start, limit=limit)
    more = len(shown) >= limit
    passed = len({line.report.number for line in shown})  # `start` counts reports; the last may be shown in part

    def view() -> View:
        return {
            "quotes": [tell_quote(line) for line in shown],
            "turns": turn_pages(asked, len(shown), more=more, step=passed),
        }

    def document() -> Json:
        return {"schema": "whence.quotes/1", "start": start, "more": more, "quotes": quote_lines_document(shown)}

    return Found(view, document)


PAGE = Page("quotes", "/quotes", "The latest quotes", "quotes_page.html", look_up, start_and_limit(25))
