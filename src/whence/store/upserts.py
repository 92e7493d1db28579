"""Rows written over rows of the same key, alike in both databases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, update
from sqlalchemy.dialects import postgresql, sqlite

from whence.store.schema import TOTALS


def put_all(
    connection: Connection, table: Any, key: str, rows: Sequence[Mapping[str, Any]], kept: Sequence[str] = ()
) -> None:
    """Write rows over those of the same key; columns that are `kept` stay as they are there."""
    if rows:
        statement = _insert(connection, table)
        changed = {name: statement.excluded[name] for name in rows[0] if name not in (key, *kept)}
        connection.execute(statement.on_conflict_do_update(index_elements=[key], set_=changed), list(rows))


def add_to(connection: Connection, table: Any, key: dict[str, Any], more: dict[str, int]) -> None:
    """Add to the counts of a row, made where there is none."""
    statement = _insert(connection, table).values(**key, **more)
    sums = {name: table.c[name] + value for name, value in more.items()}
    connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=sums))


def set_all(connection: Connection, key: Any, column: Any, values: dict[int, Any]) -> None:
    """Set a column of many rows."""
    connection.execute(
        update(key.table).where(key == bindparam("which")).values({column.name: bindparam("value")}),
        [{"which": which, "value": value} for which, value in sorted(values.items())],
    )


def add_total(connection: Connection, name: str, more: int) -> None:
    """Add to a total."""
    add_to(connection, TOTALS, {"name": name}, {"value": more})


def _insert(connection: Connection, table: Any) -> Any:
    """An insert that can meet a row that is there."""
    dialect: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
    return dialect.insert(table)
