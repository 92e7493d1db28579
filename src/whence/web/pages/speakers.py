"""Everybody who is quoted, by name."""

from __future__ import annotations

from whence.export.quotes_documents import Json
from whence.flow.desk import Desk
from whence.web.page import Asked, Found, Page, Parameter, View, start_and_limit, turn_pages


def look_up(desk: Desk, asked: Asked) -> Found:
    """A page of speakers."""
    start, limit = asked.whole("start"), asked.whole("limit")
    lines = desk.speakers(begins=asked.text("begins"), start=start, limit=limit + 1)
    shown, more = lines[:limit], len(lines) > limit

    def view() -> View:
        return {"speakers": shown, "turns": turn_pages(asked, len(shown), more=more)}

    def document() -> Json:
        return {"schema": "whence.speakers/1", "start": start, "more": more, "speakers": shown}

    return Found(view, document)


PAGE = Page("speakers", "/speakers", "Who is quoted", "speakers.html", look_up,
            (Parameter("begins", "only names that begin so"), *start_and_limit(100)))  # fmt: skip
