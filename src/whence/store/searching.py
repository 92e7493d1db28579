"""Searching: reports by words, speakers, outlets and days, newest first, with the words around each hit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select

from whence.records import Hit, Hits, ReportLine, Snippet
from whence.store.full_text import FullText
from whence.store.query import Query, read_query
from whence.store.reading import COUNTED, has_words, read_findings, read_lines, read_some
from whence.store.rows import named_speakers, text_of
from whence.store.schema import REPORTS, SPEAKERS, SPEECH, TEXTS
from whence.store.snippets import find_snippets, quote_snippets


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
    snippets = _said(connection, query.speaker, lines) if query.speaker and not query.phrases else {}
    snippets |= _told(connection, query.phrases, [number for number in numbers if not snippets.get(number)])
    hits = tuple(Hit(lines[number], snippets[number]) for number in numbers)
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


def _told(
    connection: Connection, phrases: Sequence[tuple[str, ...]], numbers: Sequence[int]
) -> dict[int, tuple[Snippet, ...]]:
    """The words around phrases in some reports."""
    rows = read_some(connection, select(TEXTS.c.number, TEXTS.c.body), TEXTS.c.number, numbers)
    return {row["number"]: find_snippets(text_of(row), phrases) for row in rows}


def _said(connection: Connection, speaker: str, lines: Mapping[int, ReportLine]) -> dict[int, tuple[Snippet, ...]]:
    """What those who were searched for say in some reports."""
    heard = {line.same_text_as or number for number, line in lines.items()}
    named = select(SPEAKERS.c.name).join(SPEECH, SPEECH.c.speaker == SPEAKERS.c.number)
    named = named.where(has_words(SPEAKERS.c.folded, speaker), SPEECH.c.report.in_(heard))
    names = set(connection.execute(named).scalars())
    return {
        number: quote_snippets(
            found.report.text, (quote for quote in found.quotes if not names.isdisjoint(named_speakers(quote)))
        )
        for number, found in read_findings(connection, lines).items()
    }
