"""Searching: reports by words, speakers, outlets and days, newest first, with the words around each hit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select

from whence.records import Hit, Hits, Snippet
from whence.store.full_text import FullText
from whence.store.query import Query, read_query, words_of
from whence.store.reading import COUNTED, has_words, read_lines, read_some
from whence.store.rows import text_of
from whence.store.schema import REPORTS, SPEAKERS, SPEECH, TEXTS

AROUND = 90  # characters before and after a hit
MOST_SNIPPETS = 2
LOOKED_THROUGH = 200_000  # characters of a report, for hits to show


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
    hits = tuple(Hit(lines[number], find_snippets(texts[number], query.phrases)) for number in numbers)
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


def find_snippets(text: str, phrases: Sequence[tuple[str, ...]]) -> tuple[Snippet, ...]:
    """Words around the first hits of some phrases in a text; its beginning where there is none.

    Args:
        text: of the report.
        phrases: of folded words.

    >>> [snippet] = find_snippets("Rain fell on the harbour wall.", (("harbour", "wall"),))
    >>> [snippet.text[start:end] for start, end in snippet.hits]
    ['harbour wall']
    """
    words = list(words_of(text[:LOOKED_THROUGH]))
    folded = [word for _, _, word in words]
    places: list[tuple[int, int]] = []
    for phrase in phrases:
        first = _place_of(folded, phrase)
        if first is not None:
            places.append((words[first][0], words[first + len(phrase) - 1][1]))
    snippets: list[Snippet] = []
    for start, end in sorted(places):
        last = snippets[-1] if snippets else None
        if last and end <= last.start + len(last.text):
            hit = (start - last.start, end - last.start)
            hits = last.hits if hit in last.hits or hit[0] < last.hits[-1][1] else (*last.hits, hit)
            snippets[-1] = Snippet(last.start, last.text, hits)
        elif len(snippets) < MOST_SNIPPETS:
            first, stop = max(0, start - AROUND), min(len(text), end + AROUND)
            snippets.append(Snippet(first, text[first:stop], ((start - first, end - first),)))
    return tuple(snippets) or (Snippet(0, text[: 2 * AROUND], ()),)


def _place_of(words: list[str], phrase: tuple[str, ...]) -> int | None:
    """Where a phrase first stands among words."""
    place = -1
    while True:
        try:
            place = words.index(phrase[0], place + 1)
        except ValueError:
            return None
        if tuple(words[place : place + len(phrase)]) == phrase:
            return place
