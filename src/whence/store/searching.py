"""Searching: reports by words, speakers, outlets and days, newest first, with the words around each hit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select

from whence.records import Hit, Hits, Snippet
from whence.store.full_text import FullText
from whence.store.query import Query, read_query
from whence.store.reading import COUNTED, has_words, read_findings, read_lines, read_some
from whence.store.rows import text_of
from whence.store.schema import REPORTS, SPEAKERS, SPEECH, TEXTS
from whence.store.snippets import find_snippets, quote_snippets, quotes_of


def search(connection: Connection, full_text: FullText, typed: str, start: int, limit: int) -> Hits:
    """What a query finds.

    Args:
        connection: to the store.
        full_text: how its words are found.
        typed: the query.
        start: how many are passed over.
        limit: the most that are given.

    Raises:
        UsageError: the query cannot be understood.
    """
    query = read_query(typed)
    if query == Query():
        return Hits((), 0, more=False, understood="")
    condition = _condition(full_text, query)
    counted = condition.limit(COUNTED + 1).subquery()
    total = int(connection.execute(select(func.count()).select_from(counted)).scalar_one())
    page = condition.order_by(REPORTS.c.number.desc()).offset(start).limit(limit)
    numbers: list[int] = list(connection.execute(page).scalars()) if total else []
    lines = read_lines(connection, numbers)
    texts = {
        row["number"]: text_of(row)
        for row in read_some(connection, select(TEXTS.c.number, TEXTS.c.body), TEXTS.c.number, numbers)
    }
    heard = _heard(connection, query.speaker, numbers) if query.speaker and not query.phrases else {}
    hits = tuple(
        Hit(lines[number], heard.get(number) or find_snippets(texts[number], query.phrases)) for number in numbers
    )
    return Hits(hits, min(total, COUNTED), more=total > COUNTED, understood=query.understood)


def _condition(full_text: FullText, query: Query) -> Select[Any]:
    """The reports that a query is true of."""
    wanted: Select[Any] = select(REPORTS.c.number)
    if query.phrases:
        wanted = wanted.where(full_text.has(query))
    if query.address:
        wanted = wanted.where(REPORTS.c.url.in_({query.address, query.address.rstrip("/"), f"{query.address}/"}))
    if query.speaker:
        named = select(SPEAKERS.c.number).where(has_words(SPEAKERS.c.folded, query.speaker))
        heard = select(SPEECH.c.report).where(SPEECH.c.speaker.in_(named))
        wanted = wanted.where(func.coalesce(REPORTS.c.same_text_as, REPORTS.c.number).in_(heard))
    if query.outlet:
        wanted = wanted.where(func.lower(REPORTS.c.outlet).contains(query.outlet.lower(), autoescape=True))
    if query.since:
        wanted = wanted.where(REPORTS.c.published >= query.since)
    if query.until:
        wanted = wanted.where(REPORTS.c.published < query.until + "U")
    return wanted


def _heard(connection: Connection, speaker: str, numbers: Sequence[int]) -> dict[int, tuple[Snippet, ...]]:
    """What somebody says in some reports."""
    return {
        number: quote_snippets(found.report.text, quotes_of(found.quotes, speaker))
        for number, found in read_findings(connection, numbers).items()
    }
