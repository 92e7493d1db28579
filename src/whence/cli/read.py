"""`whence read`: reports as understood."""

from __future__ import annotations

import os
from pathlib import Path

import click

from whence.cli.output import print_json
from whence.cli.screen import clip, columns, heading, labelled, rejects, report_line
from whence.cli.sources import read_all
from whence.export.json_documents import reading_document, report_document
from whence.flow.read import given
from whence.records import Reject, Report
from whence.settings import load_settings


@click.command("read")
@click.argument("sources", nargs=-1, required=True, metavar="SRC...")
@click.option("--outlet", help="Outlet, where you know it.")
@click.option("--published", help="Time of publication, as 2024-11-29 or 2024-11-29T15:49.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document, schema whence.read/1.")
@click.option("--jsonl", is_flag=True, help="One report a line.")
def command(sources: tuple[str, ...], outlet: str | None, published: str | None, as_json: bool, jsonl: bool) -> None:
    """Show reports as understood: headline, byline, outlet, time, caption, paragraphs."""
    settings = load_settings(os.environ, Path.cwd())
    known = given(outlet, published)
    read: list[Report] = []
    refused: list[Reject] = []
    for item in read_all(sources, known, settings.limits):
        if isinstance(item, Reject):
            refused.append(item)
        elif jsonl:
            print_json(report_document(item, with_text=True), indent=False)
        elif as_json:
            read.append(item)
        else:
            _print_report(item, columns(settings.width_columns))
    if as_json:
        print_json(reading_document(read, refused))
    raise click.exceptions.Exit(3 if rejects(refused) else 0)


def _print_report(report: Report, width: int) -> None:
    """A report's metadata and its parts, one line each."""
    heading(clip(report.title or "(no headline)", width), width)
    click.secho(clip(report_line(report), width), dim=True)
    if report.flags:
        click.secho(f"flags: {', '.join(report.flags)}", fg="yellow")
    for part in report.parts:
        labelled(part.role, clip(part.span.slice(report.text), width - 16), width)
