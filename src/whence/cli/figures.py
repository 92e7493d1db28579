"""`whence figures`: quantities and times as a report states them, and what several reports state differently."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from whence.agreement.joint import FigureGroup
from whence.cli.figures_screen import print_figures, print_told_together, print_tolls
from whence.cli.output import print_json
from whence.cli.screen import columns, rejects
from whence.cli.sources import read_all
from whence.export.figures_documents import Stated, figures_document, figures_line
from whence.flow.figures import read_together
from whence.flow.find import find
from whence.flow.read import given
from whence.records import Findings, Reject
from whence.settings import load_settings
from whence.spells.find import find_spells
from whence.tolls.find import find_tolls

LONGEST_HEARD = 200_000  # characters: ten times the longest news report; quotes would take ten times the rest


@click.command("figures")
@click.argument("sources", nargs=-1, required=True, metavar="SRC...")
@click.option("--outlet", help="Outlet, where you know it.")
@click.option("--published", help="Time of publication, as 2024-11-29: what “three years ago” is counted from.")
@click.option("--all", "everything", is_flag=True, help="Ordinals too.")
@click.option("--conflicts", is_flag=True, help="Only what no number fits in several reports.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document, schema whence.figures/1.")
@click.option("--jsonl", is_flag=True, help="One report a line, as it is read: memory stays flat.")
def command(sources: tuple[str, ...], **options: Any) -> None:
    """Show the figures and times of reports: what, how many, how sure, who says so, where."""
    raise click.exceptions.Exit(_run(sources, Options(**options)))


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for."""

    outlet: str | None
    published: str | None
    everything: bool
    conflicts: bool
    as_json: bool
    jsonl: bool


def _run(sources: tuple[str, ...], options: Options) -> int:
    """Find the figures, print them as asked for, and return the exit code."""
    settings = load_settings(os.environ, Path.cwd())
    items = read_all(sources, given(options.outlet, options.published), settings.limits)
    found = find(items, longest_heard=LONGEST_HEARD)
    if options.jsonl:
        return 3 if rejects(_print_lines(found)) else 0
    kept = list(found)
    findings = [item for item in kept if isinstance(item, Findings)]
    refused = [item for item in kept if isinstance(item, Reject)]
    together = read_together(findings) if len(findings) > 1 else ()
    if options.as_json:
        print_json(figures_document(map(_stated, findings), together, refused))
    else:
        _print_screen(findings, together, options, columns(settings.width_columns))
    nothing = (
        not any(group.conflicts for group in together) if options.conflicts else not any(f.figures for f in findings)
    )
    return 3 if rejects(refused) else int(nothing)


def _print_screen(findings: list[Findings], together: Sequence[FigureGroup], options: Options, width: int) -> None:
    """Each report's figures, then what several reports state about one thing."""
    if not options.conflicts:
        for place, one in enumerate(findings, start=1):
            number = place if len(findings) > 1 else None
            print_figures(one, width=width, everything=options.everything, number=number)
            print_tolls(find_tolls(one.report), width=width)
    if len(findings) > 1:
        print_told_together(together, [one.report for one in findings], width=width, conflicts_only=options.conflicts)
    elif options.conflicts:
        click.echo("a conflict needs two reports")


def _stated(found: Findings) -> Stated:
    """All that a report states: what the stage find saw, with its spells and its tolls."""
    report = found.report
    return Stated(report, found.times, found.figures, find_spells(report), find_tolls(report), found.heard)


def _print_lines(found: Iterable[Findings | Reject]) -> Iterator[Reject]:
    """Print a line for each report; the rejects are handed on."""
    for item in found:
        if isinstance(item, Reject):
            yield item
        else:
            print_json(figures_line(_stated(item)), indent=False)
