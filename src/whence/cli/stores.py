"""The store that a command works on: what `--db` names, else WHENCE_DB, else whence.db in the folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from whence.settings import load_settings

F = TypeVar("F", bound=Callable[..., Any])


def db_option(function: F) -> F:
    """The option `--db`."""
    says = "The store: a SQLite file, sqlite:///FILE or postgresql://USER@HOST/NAME  [default: WHENCE_DB, or whence.db]"
    return click.option("--db", metavar="URL", help=says)(function)


def db_url(db: str | None) -> str:
    """The address of the store that is meant."""
    return db or load_settings(os.environ, Path.cwd()).db


@contextmanager
def opened(db: str | None, *, make: bool = False) -> Iterator[Any]:
    """The store that is meant, closed at the end.

    Args:
        db: what `--db` names.
        make: make it where there is none.
    """
    from whence.store.sql_store import open_store

    with open_store(db_url(db), make=make) as store:
        yield store
