"""Full-text search in each database: how a text is indexed, and the condition that finds phrases."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from sqlalchemy import ColumnElement, Connection, column, func, literal, select, table, text

from whence.store.query import Query, fold_word, words_of
from whence.store.schema import REPORTS

WORDS = table("words", column("rowid"), column("number"), column("found"))


class FullText(Protocol):
    """How one database finds words."""

    def index(self, connection: Connection, rows: Iterable[tuple[int, str, str]]) -> None:
        """Index texts: number, title, text."""

    def has(self, query: Query) -> ColumnElement[bool]:
        """The condition on a report that it has the phrases of a query, and not those that it must not have."""


class SqliteWords:
    """FTS5 that keeps no text of its own: texts are squeezed, and only added."""

    def index(self, connection: Connection, rows: Iterable[tuple[int, str, str]]) -> None:
        """Write the words of texts."""
        values = [{"number": number, "title": title, "body": body} for number, title, body in rows]
        if values:
            connection.execute(text("INSERT INTO words(rowid, title, text) VALUES (:number, :title, :body)"), values)

    def has(self, query: Query) -> ColumnElement[bool]:
        """A condition by FTS5; what is typed can be no operator, for all of it is quoted."""
        wanted = " ".join(_quoted(phrase) for phrase in query.phrases)
        match = " NOT ".join([f"({wanted})" if query.without else wanted, *map(_quoted, query.without)])
        found = select(WORDS.c.rowid).where(text("words MATCH :match").bindparams(match=match))
        condition: ColumnElement[bool] = REPORTS.c.number.in_(found)
        return condition


class PostgresWords:
    """A tsvector of folded words, so that both databases find the same."""

    def index(self, connection: Connection, rows: Iterable[tuple[int, str, str]]) -> None:
        """Write the words of texts."""
        values = [{"number": number, "folded": _folded(f"{title}\n{body}")} for number, title, body in rows]
        if values:
            connection.execute(
                text("INSERT INTO words(number, found) VALUES (:number, to_tsvector('simple', :folded))"), values
            )

    def has(self, query: Query) -> ColumnElement[bool]:
        """A condition by tsquery."""
        wanted = [func.phraseto_tsquery("simple", " ".join(phrase)) for phrase in query.phrases]
        refused = [func.phraseto_tsquery("simple", " ".join(phrase)) for phrase in query.without]
        condition: ColumnElement[bool] = literal(value=True)
        for one in wanted:
            condition = condition & WORDS.c.found.op("@@")(one)
        for one in refused:
            condition = condition & ~WORDS.c.found.op("@@")(one)
        found: ColumnElement[bool] = REPORTS.c.number.in_(select(WORDS.c.number).where(condition))
        return found


def _quoted(phrase: tuple[str, ...]) -> str:
    """A phrase of folded words, which hold no quotation mark."""
    return '"' + " ".join(phrase) + '"'


def _folded(body: str) -> str:
    """The words of a text, folded; a tsvector takes none of 2,047 bytes or more."""
    return " ".join(fold_word(word[:200]) for _, _, word in words_of(body))
