"""A copy of a store as one SQLite file, made while others read and write."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select, text

from whence.errors import StoreError, UsageError
from whence.store.connect import open_engine, translated
from whence.store.full_text import SqliteWords
from whence.store.migrate import upgrade
from whence.store.rows import found_by, text_of
from whence.store.schema import METADATA, REPORTS, TEXTS

LOT = 1_000  # rows copied at a time


def backup(engine: Engine, target: Path) -> None:
    """Copy a store into a new SQLite file, in place only when it is complete and on disk.

    Args:
        engine: of the store.
        target: the file; it must not be there.

    Raises:
        UsageError: the file is there.
        StoreError: it cannot be written.
    """
    if target.exists():
        raise UsageError(f"{target}: is there already; name a new file")
    draft = target.with_name(f"{target.name}.part")
    draft.unlink(missing_ok=True)
    try:
        with translated(str(target)):
            if engine.dialect.name == "sqlite":
                with engine.connect() as connection:
                    connection.execution_options(isolation_level="AUTOCOMMIT")
                    connection.connection.driver_connection.execute("VACUUM INTO ?", (str(draft),))  # type: ignore[union-attr]
            else:
                _copy_rows(engine, draft)
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        draft.replace(target)
    except OSError as error:
        raise StoreError(f"{target}: cannot be written: {error.strerror}") from None
    finally:
        draft.unlink(missing_ok=True)


def _copy_rows(engine: Engine, draft: Path) -> None:
    """Copy all tables into a SQLite file."""
    copy = open_engine(str(draft), make=True)
    try:
        with engine.connect() as source, copy.connect().execution_options(writing=True) as target, target.begin():
            source.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
            upgrade(target)
            for table in METADATA.sorted_tables:
                _copy_table(source, target, table)
            _index_words(source, target)
    finally:
        copy.dispose()


def _copy_table(source: Connection, target: Connection, table: object) -> None:
    """Copy one table, some rows at a time."""
    rows = source.execution_options(yield_per=LOT).execute(select(table)).mappings()  # type: ignore[call-overload]
    for part in rows.partitions(LOT):
        target.execute(insert(table), [dict(row) for row in part])  # type: ignore[arg-type]


def _index_words(source: Connection, target: Connection) -> None:
    """Index the words of all texts."""
    query = select(REPORTS.c.number, REPORTS.c.title, TEXTS.c.body).join(TEXTS, TEXTS.c.number == REPORTS.c.number)
    rows = source.execution_options(yield_per=LOT).execute(query.order_by(REPORTS.c.number)).mappings()
    for part in rows.partitions(LOT):
        SqliteWords().index(target, [found_by(row["number"], row["title"], text_of(row)) for row in part])
