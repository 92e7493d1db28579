"""Figures on the terminal: a table of what is stated, and what several reports state differently."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import click

from whence.agreement.joint import FigureGroup
from whence.cli.screen import clip, heading, in_context, labelled, listed, paragraph, report_line
from whence.export.figures_in_words import (
    agreed_in_words,
    hedge_in_words,
    stated_in_words,
    time_in_words,
    toll_in_words,
    value_in_words,
    what_in_words,
    who_in_words,
)
from whence.records import Evidence, Figure, Findings, Report, Time
from whence.text.visible import visible
from whence.tolls.find import Toll

HEADS = ("what", "value", "hedge", "who says so", "line")
SHARES = (30, 19, 15, 19, 5)  # columns of each cell at 98; narrower screens narrow all alike
TABLE_COLUMNS = 76  # narrower screens cannot hold the table: there a figure has two lines of its own
CONTEXT_CHARACTERS = 34  # at most on each side of a figure


def print_figures(found: Findings, *, width: int, everything: bool = False, number: int | None = None) -> None:
    """Print the figures of a report as a table, each with its words below it, then its times.

    Args:
        found: what was found in the report.
        width: columns.
        everything: show ordinals ("the first duty") too.
        number: of the report, where there are several.
    """
    report = found.report
    title = clip(report.title or "(no headline)", width - 4)
    heading(title if number is None else f"{number}  {title}", width)
    click.secho(clip(report_line(report), width), dim=True)
    breaks = [place for place, char in enumerate(report.text) if char == "\n"]
    shown = [figure for figure in found.figures if everything or figure.kind != "ordinal"]
    click.echo()
    if shown and width >= TABLE_COLUMNS:
        click.secho(_row(HEADS, width), dim=True)
    for figure in shown:
        _print_figure(figure, report, _line_of(figure.evidence, breaks), width)
    if not found.figures:
        click.echo("  no figures are stated")
    _print_times(found.times, width)
    if not found.heard:
        click.secho("  too long to look for who says what: all is given as the report's own", dim=True)
    left_out = len(found.figures) - len(shown)
    if left_out:
        click.secho(f"  {left_out} {'ordinal is' if left_out == 1 else 'ordinals are'} left out: --all", dim=True)


def _print_figure(figure: Figure, report: Report, line: int, width: int) -> None:
    """One row of the table, and under it the words of the report."""
    what, value, hedge = what_in_words(figure) or "·", value_in_words(figure), hedge_in_words(figure)
    if width >= TABLE_COLUMNS:
        click.echo(_row((what, value, hedge, who_in_words(figure), str(line)), width))
    else:
        click.echo(f"  {clip(f'{value}  {what}', width - 2)}")
        click.echo(f"    {clip('; '.join(filter(None, (hedge, who_in_words(figure), f'line {line}'))), width - 4)}")
    _print_context(report, figure.evidence, width, indent=4)


def _print_context(report: Report, evidence: Evidence, width: int, *, indent: int) -> None:
    """The words around a figure, on one line."""
    room = min(CONTEXT_CHARACTERS, (width - indent - len(evidence.exact) - 6) // 2)
    words = in_context(report, evidence, max(0, room))
    click.secho(" " * indent + clip(words, width - indent), dim=True)


def _row(cells: Sequence[str], width: int) -> str:
    """Cells side by side, each cut to its column; the last stands at the right.

    What and who lose their first words, for heads and surnames stand at the end; values lose their unit first.
    """
    room = width - 2 * len(SHARES)
    sizes = [share * room // sum(SHARES) for share in SHARES]
    what, value, hedge, who = (visible(cell) for cell in cells[:-1])
    told = (_tail(what, sizes[0]), _front(value, sizes[1]), _front(hedge, sizes[2]), _tail(who, sizes[3]))
    padded = [cell.ljust(size) for cell, size in zip(told, sizes, strict=False)]
    return "  " + "  ".join([*padded, cells[-1].rjust(sizes[-1])]).rstrip()


def _tail(words: str, size: int) -> str:
    """The last words of a phrase."""
    if len(words) <= size:
        return words
    return f"… {words[len(words) - size + 2 :].split(' ', 1)[-1]}"


def _front(words: str, size: int) -> str:
    """The first letters of a phrase."""
    return words if len(words) <= size else f"{words[: size - 1]}…"


def _line_of(evidence: Evidence, breaks: Sequence[int]) -> int:
    """The number of the line that words stand on, from 1."""
    return bisect_right(breaks, evidence.start) + 1


def _print_times(times: Sequence[Time], width: int) -> None:
    """The phrases of time, each once, with the days that they stand for."""
    told = dict.fromkeys((" ".join(time.evidence.exact.split()), time_in_words(time)) for time in times)
    if told:
        click.echo()
        listed = "; ".join(f"“{words}” {days}" for words, days in told)
        paragraph(f"times: {listed}", width, indent="  ", hang="  ")


def print_tolls(tolls: Sequence[Toll], *, width: int) -> None:
    """Print how many people a report says were killed, injured or are missing; nothing where it says none.

    Args:
        tolls: the tolls of one report.
        width: columns.
    """
    told = [f"{toll_in_words(toll)} {toll.outcome} ({toll.says})" for toll in tolls if toll.stated]
    if told:
        paragraph(f"people: {'; '.join(told)}", width, indent="  ", hang="  ")


def print_told_together(
    groups: Sequence[FigureGroup], reports: Sequence[Report], *, width: int, conflicts_only: bool
) -> None:
    """Print what several reports state about one thing: each statement, what fits all of them, what does not fit.

    Args:
        groups: statements about one thing each.
        reports: the reports, in the order in which they are numbered here.
        width: columns.
        conflicts_only: leave out what does not conflict.
    """
    counted = [group for group in groups if group.statements[0].figure.kind != "ordinal"]
    shown = [group for group in counted if group.conflicts or not conflicts_only]
    heading("In conflict" if conflicts_only else "In several reports", width)
    places = {report.id: (number, report) for number, report in enumerate(reports, start=1)}
    for group in sorted(shown, key=lambda one: not one.conflicts):
        click.echo()
        agreed = "" if group.conflicts else click.style(f"  {agreed_in_words(group)}", dim=True)
        click.echo(click.style(visible(clip(group.what, width // 2)) or "·", bold=True) + agreed)
        stated = [(sorted(places[report][0] for report in one.reports), one) for one in group.statements]
        for numbers, one in sorted(stated, key=lambda item: item[0]):
            labelled(f"in {listed(numbers)}", visible(stated_in_words(one.figure)), width, label_columns=14)
            report = places[one.figure.evidence.report_id][1]
            _print_context(report, one.figure.evidence, width, indent=16)
        for pair in group.conflicts:
            labelled("conflict", visible(pair.says), width, colour="red", label_columns=14)
    if not shown:
        click.echo("  nothing conflicts" if conflicts_only else "  of no thing do two of them give a figure")
