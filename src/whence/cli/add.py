"""`whence add`: reports into a store; the whole line, for those that are new."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Any

import click

from whence.cli.corpora import size_of
from whence.cli.output import print_json
from whence.cli.progress import Progress
from whence.cli.screen import columns, paragraph, rejects
from whence.cli.sources import read_all
from whence.cli.stores import db_option, db_url, opened
from whence.export.html_wording import counted
from whence.flow.read import given
from whence.reading.folders import expand_sources
from whence.records import Reject
from whence.settings import load_settings

MANY_BYTES = 400_000  # of text held against a store: from there on loading compiled kernels pays


@click.command("add")
@click.argument("sources", nargs=-1, required=True, metavar="SRC...")
@db_option
@click.option("--outlet", help="Outlet of all of them, where you know it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document, schema whence.add/1.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def command(sources: tuple[str, ...], **options: Any) -> None:
    """Add reports to a store: who says what, what they share, which tell one story, who copied whom.

    SRC are files of text, HTML, JSON lines or Parquet, folders, patterns, or - for standard input. What is in the store
    already is passed over; a run that was interrupted goes on where it stood.
    """
    gc.set_threshold(100_000, 20, 100)  # records by the thousand and no cycles
    raise click.exceptions.Exit(_run(sources, **options))


def _run(sources: tuple[str, ...], *, db: str | None, outlet: str | None, as_json: bool, quiet: bool) -> int:
    """Add, say what was done, and return the exit code."""
    from whence.corpus.kernels import choose_kernels
    from whence.flow.adding import Adder

    settings = load_settings(os.environ, Path.cwd())
    files = [source for source in expand_sources(sources) if not isinstance(source, Reject)]
    progress, refused = Progress(quiet=quiet), list[Reject]()

    def items() -> Any:
        for item in read_all(sources, given(outlet=outlet), settings.limits):
            if isinstance(item, Reject):
                refused.append(item)
            yield item

    with opened(db, make=True) as store:
        size = size_of(files)
        kernels = choose_kernels(None if size is None or size > MANY_BYTES else 0)
        added = Adder(store, kernels, progress.tell).add(items(), whole_files=True)
        progress.end()
        holdings = store.holdings()
    rejects(refused)
    document = {"read": added.read, "added": added.added, "known": added.known, "rejects": added.rejects}
    if as_json:
        print_json({"schema": "whence.add/1", "db": store.where(), **document})
    elif not quiet:
        known = f" ({added.known:,} known before)" if added.known else ""
        kept = f"{counted(holdings.reports, 'report')} in {counted(holdings.stories, 'story', 'stories')}"
        message = f"{counted(added.added, 'report')} added{known}; {db_url(db)} holds {kept}. See them: whence serve"
        paragraph(message + (f" --db {db}" if db else ""), columns(settings.width_columns))
    return 3 if added.rejects else 0
