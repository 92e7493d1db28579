"""One quote: where the words appear first, who says them, every variant of them."""

from __future__ import annotations

from typing import NamedTuple

from whence.export.quotes_documents import Json
from whence.flow.desk import Desk, KeptQuote
from whence.quotes.earliest import find_earliest
from whence.records import Report
from whence.web.documents import quote_line_document, quote_lines_document
from whence.web.page import Asked, Found, Page, View
from whence.web.quote_views import QuoteTold, single_speaker, tell_quote
from whence.web.revisions import report_revision


class First(NamedTuple):
    """The earliest appearance of the words, as far as it can be told."""

    told: QuoteTold | None
    why: str


def look_up(desk: Desk, asked: Asked) -> Found | None:
    """A quote with its variants."""
    found = desk.quote(asked.numbers["report"], asked.numbers["place"])
    if found is None:
        return None
    name = single_speaker(found.line.quote)
    speaker = desk.speaker_number(name) if name else None

    def view() -> View:
        variants = [tell_quote(line, whole=True) for line in found.variants]
        return {"quote": tell_quote(found.line, whole=True), "variants": variants, "first": _first(found),
                "wordings": len({one.words for one in variants}), "speaker_number": speaker}  # fmt: skip

    def document() -> Json:
        first = _first(found)
        return {
            "schema": "whence.quote/1", **quote_line_document(found.line), "speaker_number": speaker,
            "first": first.told.line.number if first.told else None, "why": first.why,
            "variants": quote_lines_document(found.variants),
        }  # fmt: skip

    return Found(view, document)


def _first(found: KeptQuote) -> First:
    """Which variant claims to be the first: by times alone, which is said."""
    stubs = [Report(str(k), "", "", published=line.report.published) for k, line in enumerate(found.variants)]
    number, why = find_earliest(stubs) if stubs else (None, "not decidable")
    return First(tell_quote(found.variants[number]) if number is not None else None, why)


def revision(desk: Desk, asked: Asked) -> str | None:
    """What changes whenever the story of the report does."""
    return report_revision(desk, asked.numbers["report"])


PAGE = Page("quote", "/quote/{report:int}/{place:int}", "One quote, where it appears first, and every variant of it",
            "quote.html", look_up, revision=revision)  # fmt: skip
