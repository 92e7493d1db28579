"""Make a store several times as large: every row again with other numbers.

So pages and searches have as much to look through as in a store of so many reports. Copies are of one text, but nothing
in the store says so.

python -m bench.store.multiply STORE TIMES
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from whence.store.squeezing import unsqueeze

NUMBERED = {
    "reports": ("number", "story", "family", "parent", "same_text_as"),
    "texts": ("number",),
    "memberships": ("report", "held"),
    "stories": ("number", "moved_to"),
    "story_outlets": ("story",),
    "families": ("number",),
    "hops": ("child", "parent"),
    "pairs": ("later", "earlier"),
    "speech": ("report",),
}


def multiply(path: Path, times: int) -> int:
    """Copy all rows so many times; returns how many reports there are.

    Args:
        path: of a SQLite store.
        times: how many copies there are in the end, the first one counted.
    """
    connection = sqlite3.connect(path)
    count = int(connection.execute("SELECT max(number) FROM reports").fetchone()[0])
    connection.execute("DROP INDEX reports_by_id")  # copies keep the ids, which records name
    connection.execute("CREATE INDEX reports_by_id ON reports (id)")
    for copy in range(1, times):
        for table, numbered in NUMBERED.items():
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            values = [_value(name, numbered, copy * count) for name in names]
            where = f"WHERE {numbered[0]} <= {count}"
            connection.execute(f"INSERT INTO {table} SELECT {', '.join(values)} FROM {table} {where}")
        connection.commit()
    rows = connection.execute("SELECT number, body FROM texts WHERE number > ?", (count,))
    for number, body in rows.fetchall():
        text = unsqueeze(body, "text").decode()
        connection.execute("INSERT INTO words(rowid, title, text) VALUES (?, '', ?)", (number, text))
    connection.execute("DELETE FROM snapshots")
    connection.execute(f"UPDATE totals SET value = value * {times} WHERE name IN ('reports', 'stories')")
    connection.execute(f"UPDATE outlets SET reports = reports * {times}")
    connection.execute(f"UPDATE speakers SET reports = reports * {times}, quotes = quotes * {times}")
    connection.execute("UPDATE memberships SET bridges = NULL")
    connection.commit()
    return count * times


def _value(name: str, numbered: tuple[str, ...], by: int) -> str:
    """A column of a copy."""
    if name in numbered:
        return f"{name} + {by}"
    return name


if __name__ == "__main__":
    print(f"{multiply(Path(sys.argv[1]), int(sys.argv[2])):,} reports")
