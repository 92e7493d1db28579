"""`whence demo`: one morning in an invented port, told by three outlets and an agency, read and compared."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path
from typing import NamedTuple

import click

from whence.cli.comparison_screen import print_comparison
from whence.cli.screen import columns, paragraph
from whence.errors import UsageError
from whence.flow.compare import compare
from whence.flow.read import read
from whence.records import Comparison


class Pair(NamedTuple):
    """Two reports of the example, their outlets, and what the pair is there to show."""

    a: str
    outlet_a: str
    b: str
    outlet_b: str
    about: str


STORE = "demo.db"  # where the example's story is kept, in the folder where the demo is run
PAIRS = (
    Pair(
        "courier.txt", "Halvern Courier", "coast-daily.txt", "Coast Daily",
        "Two reporters heard the same people. Shared speech is not copying.",
    ),
    Pair(
        "coast-daily-agency.txt", "Coast Daily", "meridian-agency.txt", "Meridian Post",
        "Two outlets print one agency's text; neither copied the other.",
    ),
    Pair(
        "courier.txt", "Halvern Courier", "courier-update.txt", "Halvern Courier",
        "An outlet updates its own report.",
    ),
    Pair(
        "courier.txt", "Halvern Courier", "meridian.html", "Meridian Post",
        "A reworked copy: sentences merged and moved, a figure made vaguer, hedges and an attribution dropped, "
        "one word altered inside a quotation.",
    ),
)  # fmt: skip


@click.command("demo")
@click.option(
    "-o", "--output", type=click.Path(file_okay=False), help="Write the example's reports into a folder instead."
)
def command(output: str | None) -> None:
    """Run the built-in example, end to end."""
    if output:
        _write_reports(Path(output))
        return
    width = columns()
    paragraph("One morning in an invented port, told by three outlets and an agency. Four pairs of reports:", width)
    for number, pair in enumerate(PAIRS, start=1):
        click.echo()
        click.secho("═" * width, dim=True)
        paragraph(f"{number}. {pair.about}", width)
        click.echo()
        print_comparison(compare_demo(pair), width=width)
    click.echo()
    paragraph("Your own: whence A.txt B.html, or whence A B -o page.html for a page to keep.", width)
    click.echo()
    _keep_story(width)


def _keep_story(width: int) -> None:
    """Put the reports of the example into a store, and say how to open the story."""
    from whence.cli.stores import opened
    from whence.corpus.kernels import choose_kernels
    from whence.flow.adding import Adder

    names = sorted({(name, outlet) for pair in PAIRS for name, outlet in _outlets(pair)})
    with as_file(files("whence.resources").joinpath("demo")) as folder:
        reports = [replace(read(str(folder / name), outlet=outlet), source=name) for name, outlet in names]
    with opened(STORE, make=True) as store:
        Adder(store, choose_kernels(0), lambda *_: None).add(reports)
        number = store.find_report("courier.txt")
        story = store.story_of(number) if number else None
    program = Path(sys.argv[0])
    command = "whence" if program.parent == Path() or not program.exists() else os.path.relpath(program)
    paragraph(f"All six as one story: story {story} in {STORE}. Open it:", width)
    click.echo(f"  {command} serve --db {STORE} --open")


def _outlets(pair: Pair) -> tuple[tuple[str, str], tuple[str, str]]:
    """The two reports of a pair with their outlets."""
    return (pair.a, pair.outlet_a), (pair.b, pair.outlet_b)


def _write_reports(folder: Path) -> None:
    """Write the reports of the example, to try the other commands on."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in sorted({name for pair in PAIRS for name in (pair.a, pair.b)}):
            text = files("whence.resources").joinpath("demo", name).read_text("utf-8")
            (folder / name).write_text(text, "utf-8", newline="\n")
            click.echo(folder / name)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror}") from None


def compare_demo(pair: Pair) -> Comparison:
    """One pair of the example, read from the package and compared."""
    folder = files("whence.resources").joinpath("demo")
    with as_file(folder.joinpath(pair.a)) as a, as_file(folder.joinpath(pair.b)) as b:
        return compare(read(a, outlet=pair.outlet_a), read(b, outlet=pair.outlet_b))
