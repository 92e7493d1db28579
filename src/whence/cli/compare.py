"""`whence compare A B`, also `whence A B`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from whence.changes.kinds import SLIGHT
from whence.cli.comparison_screen import print_comparison
from whence.cli.output import print_json, write_text
from whence.cli.pairs import compare_pairs
from whence.errors import UsageError
from whence.export.json_documents import comparison_document
from whence.flow.compare import compare
from whence.flow.read import read
from whence.records import Comparison
from whence.settings import Settings, load_settings


@click.command("compare")
@click.argument("reports", nargs=-1, metavar="A B")
@click.option("--outlet", multiple=True, help="Outlet, where you know it: first for A, then for B (or a=NAME, b=NAME).")
@click.option("--published", multiple=True, help="Time of publication, as 2024-11-29 or 2024-11-29T15:49, as --outlet.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document, schema whence.compare/1.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write page.html or page.json.")
@click.option("--html", type=click.Path(dir_okay=False), help="Write a page, whatever its suffix.")
@click.option("--all", "everything", is_flag=True, help="Show every clue, every change, whole passages.")
@click.option("--exit-code", is_flag=True, help="Exit 1 when the reports differ in substance.")
@click.option("--pairs", type=click.Path(dir_okay=False), help="JSON lines of pairs with their reports embedded.")
@click.option("--jsonl", is_flag=True, help="With --pairs: one line of JSON a pair.")
def command(reports: tuple[str, ...], **options: Any) -> None:
    """Compare two reports: what they share, what changed, which came from which."""
    raise click.exceptions.Exit(_run(reports, Options(**options)))


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for."""

    outlet: tuple[str, ...]
    published: tuple[str, ...]
    as_json: bool
    output: str | None
    html: str | None
    everything: bool
    exit_code: bool
    pairs: str | None
    jsonl: bool


def _run(reports: tuple[str, ...], options: Options) -> int:
    """Compare, show or write what was asked for, and return the exit code."""
    settings = load_settings(os.environ, Path.cwd())
    if options.pairs:
        if not options.jsonl:
            raise UsageError("compare --pairs writes JSON lines: say --jsonl")
        return compare_pairs(options.pairs)
    if options.jsonl:
        raise UsageError("--jsonl goes with --pairs; for two reports say --json")
    if len(reports) != 2:
        raise UsageError(f"compare takes two reports, not {len(reports)}; see whence compare --help")
    if reports[0] == reports[1] == "-":
        raise UsageError("only one of the two reports can come from standard input")
    outlets, times = _by_side("--outlet", options.outlet), _by_side("--published", options.published)
    a, b = (
        read(source, outlet=outlets[side], published=times[side], limits=settings.limits)
        for source, side in zip(reports, ("a", "b"), strict=True)
    )
    found = compare(a, b)
    _show(found, options, settings)
    return _exit_code(found, exit_code=options.exit_code)


def _show(found: Comparison, options: Options, settings: Settings) -> None:
    """Write the files that were asked for; without any, print the screen, or JSON on request."""
    if options.html:
        write_text(options.html, _rendered(found, "html"))
    if options.output:
        write_text(options.output, _rendered(found, Path(options.output).suffix.lstrip(".")))
    if options.as_json:
        print_json(comparison_document(found))
    elif not (options.html or options.output):
        print_comparison(found, width=settings.width_columns, everything=options.everything)


def _by_side(option: str, values: tuple[str, ...]) -> dict[str, str | None]:
    """Values of an option by report: in order, or marked `a=` and `b=`."""
    sides: dict[str, str | None] = {"a": None, "b": None}
    for place, value in enumerate(values):
        side, mark, rest = value.partition("=")
        if mark and len(side) == 1:
            if side.lower() not in sides:
                raise UsageError(f"{option} {value}: the reports are a and b")
            sides[side.lower()] = rest
        elif place < 2:
            sides["ab"[place]] = value
        else:
            raise UsageError(f"{option}: at most two values, one for each report")
    return sides


def _rendered(found: Comparison, form: str) -> str:
    """The comparison in the format that a file's suffix asks for."""
    if form == "json":
        import orjson

        return orjson.dumps(comparison_document(found), option=orjson.OPT_INDENT_2).decode() + "\n"
    if form in ("html", "htm"):
        from whence.export.html_page import comparison_page

        return comparison_page(found)
    raise UsageError(f"-o: cannot write .{form}; use a name that ends in .html or .json")


def _exit_code(found: Comparison, *, exit_code: bool) -> int:
    """0, or 1: with --exit-code where words differ, without it where nothing is shared."""
    if exit_code:
        return int(any(change.kind not in SLIGHT for change in found.changes))
    return int(found.relation.kind == "none" and not found.shared.passages)
