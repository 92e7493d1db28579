"""`whence doctor`: versions and what this machine offers."""

from __future__ import annotations

import platform
import shutil
from importlib.metadata import PackageNotFoundError, version

import click

from whence import __version__
from whence.cli.screen import labelled
from whence.lineage.weights import load_card

LIBRARIES = ("click", "orjson", "rapidfuzz", "jinja2", "trafilatura", "lxml")
OPTIONAL = ("numpy", "numba")


@click.command("doctor")
def command() -> None:
    """Show versions and what this machine offers."""
    missing = [name for name in LIBRARIES if not _version(name)]
    labelled("whence", __version__, 90, label_columns=18)
    labelled("python", f"{platform.python_version()} on {platform.system()} {platform.machine()}", 90, label_columns=18)
    for name in LIBRARIES:
        labelled(name, _version(name) or "MISSING: pip install whence", 90, label_columns=18)
    for name in OPTIONAL:
        labelled(name, _version(name) or "not installed (only corpora need it)", 90, label_columns=18)
    labelled("full-text search", _full_text_search(), 90, label_columns=18)
    labelled("java", shutil.which("java") or "not found (only Spark needs it)", 90, label_columns=18)
    card = load_card()
    labelled("lineage weights", f"{card['date']}, trained on {card['trained_on']}", 90, label_columns=18)
    raise click.exceptions.Exit(1 if missing else 0)


def _version(name: str) -> str | None:
    """The installed version of a package."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _full_text_search() -> str:
    """Whether SQLite here has FTS5."""
    import sqlite3

    with sqlite3.connect(":memory:") as database:
        options = {row[0] for row in database.execute("pragma compile_options")}
    return f"SQLite {sqlite3.sqlite_version}, FTS5 " + ("here" if "ENABLE_FTS5" in options else "not here")
