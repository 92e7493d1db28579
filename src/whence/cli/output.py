"""Writing what a command found: JSON to standard output, files beside it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from whence.errors import UsageError

LINES_AT_ONCE = 1_000  # a write for each line costs more than the lines


def print_json(document: object, *, indent: bool = True) -> None:
    """One JSON document on standard output, UTF-8; "<" is escaped, so that it is safe inside a page too."""
    import orjson

    data = orjson.dumps(document, option=(orjson.OPT_INDENT_2 if indent else 0) | orjson.OPT_APPEND_NEWLINE)
    sys.stdout.buffer.write(data.replace(b"<", rb"\u003c"))
    sys.stdout.buffer.flush()


def print_lines(documents: Iterable[object]) -> None:
    """JSON documents on standard output, one a line, a good many at a time."""
    import orjson

    waiting: list[bytes] = []
    for document in documents:
        waiting.append(orjson.dumps(document, option=orjson.OPT_APPEND_NEWLINE))
        if len(waiting) == LINES_AT_ONCE:
            sys.stdout.buffer.write(b"".join(waiting))
            waiting.clear()
    sys.stdout.buffer.write(b"".join(waiting))
    sys.stdout.buffer.flush()


def write_text(name: str, text: str) -> None:
    """Write a file and say so on standard error.

    Raises:
        UsageError: it cannot be written there.
    """
    try:
        Path(name).write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{name}: cannot be written: {error.strerror}") from None
    click.echo(f"wrote {name} ({len(text.encode()) / 1000:.0f} kB)", err=True)
