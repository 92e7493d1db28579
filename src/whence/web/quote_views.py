"""A quote for a template: who says it, how, where and when, its words with the link to them."""

from __future__ import annotations

from typing import NamedTuple

from whence.export.quote_pairs import NOBODY, UNKNOWN, content_words, said_words
from whence.export.quotes_documents import speaker_name
from whence.export.settings_in_words import said_where_and_when
from whence.flow.desk import QuoteLine
from whence.records import Quote, ReportLine
from whence.web.wording import line_name, shortened

WORDS_SHOWN = 400
_KINDS = {"direct": "in quotation marks", "mixed": "partly in quotation marks", "indirect": "in the report’s own words"}


class QuoteTold(NamedTuple):
    """A quote: the speaker, words of saying, the circumstances, how its words stand, its report, links."""

    speaker: str
    known: bool
    words: str
    said: str
    where: str
    kind: str
    confidence: str
    line: ReportLine
    name: str
    link: str
    words_link: str


def tell_quote(one: QuoteLine, *, whole: bool = False) -> QuoteTold:
    """A quote in a list.

    Args:
        one: the quote.
        whole: whether its words are shown to the end.
    """
    quote = one.quote
    words = content_words(quote)
    span = quote.span
    return QuoteTold(
        speaker_name(quote.speakers) or (UNKNOWN if quote.speakers else NOBODY),
        speaker_name(quote.speakers) is not None,
        words if whole else shortened(words, WORDS_SHOWN),
        said_words(quote),
        said_where_and_when(quote.setting),
        _KINDS[quote.kind],
        f"{min(quote.confidence, 0.99):.2f}",
        one.report,
        line_name(one.report),
        f"/quote/{one.report.number}/{one.place}",
        f"/report/{one.report.number}?at={span.start}-{span.end}#here",
    )


def single_speaker(quote: Quote) -> str | None:
    """The name under which a quote stands in the ledger, where it has one."""
    return speaker_name(quote.speakers)
