"""`whence quotes`: who said what, to whom, where and when."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from whence.cli.output import print_json
from whence.cli.quotes_screen import print_quotes, print_repeated, print_shared_speakers
from whence.cli.screen import columns, rejects
from whence.cli.sources import read_all
from whence.export.quotes_documents import quotes_document, quotes_line
from whence.flow.find import find
from whence.flow.read import given
from whence.quotes.repeats import match_quotations
from whence.records import Findings, Reject
from whence.settings import load_settings


@click.command("quotes")
@click.argument("sources", nargs=-1, required=True, metavar="SRC...")
@click.option("--outlet", help="Outlet, where you know it.")
@click.option("--published", help="Time of publication, as 2024-11-29: what “Friday” is counted from.")
@click.option("--all", "everything", is_flag=True, help="Also the less sure ones, and whole contents.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document, schema whence.quotes/1.")
@click.option("--jsonl", is_flag=True, help="One report a line, as it is read: memory stays flat.")
def command(sources: tuple[str, ...], **options: Any) -> None:
    """Show who said what, to whom, where and when, grouped by speaker."""
    raise click.exceptions.Exit(_run(sources, Options(**options)))


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for."""

    outlet: str | None
    published: str | None
    everything: bool
    as_json: bool
    jsonl: bool


def _run(sources: tuple[str, ...], options: Options) -> int:
    """Find the quotes, print them as asked for, and return the exit code."""
    settings = load_settings(os.environ, Path.cwd())
    items = read_all(sources, given(options.outlet, options.published), settings.limits)
    found = find(items, everything=options.everything)
    if options.jsonl:
        return 3 if rejects(_print_lines(found)) else 0
    kept = list(found)
    findings = [item for item in kept if isinstance(item, Findings)]
    refused = [item for item in kept if isinstance(item, Reject)]
    if options.as_json:
        print_json(quotes_document(((one.report, one.quotes) for one in findings), refused))
    else:
        _print_screen(findings, columns(settings.width_columns), everything=options.everything)
    return 3 if rejects(refused) else int(not any(one.quotes for one in findings))


def _print_screen(findings: list[Findings], width: int, *, everything: bool) -> None:
    """Each report's quotes, then the quotations that several reports carry."""
    for place, one in enumerate(findings, start=1):
        number = place if len(findings) > 1 else None
        print_quotes(one.report, one.quotes, width=width, everything=everything, number=number)
    if len(findings) > 1:
        print_shared_speakers(findings, width=width)
        reports = [one.report for one in findings]
        print_repeated(match_quotations(reports, [one.quotes for one in findings]), reports, width=width)


def _print_lines(found: Iterable[Findings | Reject]) -> Iterator[Reject]:
    """Print a line for each report; the rejects are handed on."""
    for item in found:
        if isinstance(item, Reject):
            yield item
        else:
            print_json(quotes_line(item.report, item.quotes), indent=False)
