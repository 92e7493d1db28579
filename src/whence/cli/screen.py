"""The terminal: width, colour and the few shapes that every command prints."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Sequence

import click

from whence.records import Evidence, Published, Report
from whence.text.visible import visible

LEAST_COLUMNS, MOST_COLUMNS = 48, 110  # narrower cannot hold a change; wider lines are hard to read


def columns(setting: int = 0) -> int:
    """The width to print in: what is set, else the terminal's, within what can be read."""
    return max(LEAST_COLUMNS, min(MOST_COLUMNS, setting or shutil.get_terminal_size((90, 24)).columns))


def heading(title: str, width: int) -> None:
    """An empty line and a section's title."""
    click.echo()
    click.secho("\n".join(textwrap.wrap(title, width)), bold=True)


def paragraph(text: str, width: int, *, indent: str = "", hang: str = "") -> None:
    """Text wrapped to the width; the lines after the first hang deeper by `hang`."""
    lines = textwrap.wrap(visible(text), width, initial_indent=indent, subsequent_indent=indent + hang) or [indent]
    click.echo("\n".join(lines))


def clip(text: str, size: int) -> str:
    """Text on one line, cut in its middle at a word where it is longer than `size` characters.

    >>> clip("one two three four five six", 20)
    'one two … five six'
    """
    flat = " ".join(visible(text).split())
    if len(flat) <= size:
        return flat
    half = (size - 3) // 2
    head, tail = flat[: half + 1].rsplit(" ", 1)[0], flat[-half - 1 :].split(" ", 1)[-1]
    return f"{head} … {tail}"


def labelled(label: str, text: str, width: int, *, colour: str | None = None, label_columns: int = 13) -> None:
    """A label at the margin and text beside it, wrapped under itself."""
    lines = textwrap.wrap(text, max(20, width - label_columns - 2)) or [""]
    for number, line in enumerate(lines):
        margin = label if number == 0 else ""
        click.echo("  " + click.style(f"{margin:<{label_columns}}", fg=colour, bold=colour is not None) + line)


def in_context(report: Report, evidence: Evidence, characters: int) -> str:
    """Words of a report in brackets, with as many characters on each side as are asked for, cut at words and lines.

    >>> report = Report("a", "a", "The repairs took nine months and two weeks.")
    >>> in_context(report, report.evidence(17, 28), 12)
    '…took [nine months] and two…'
    """
    text, start = report.text, max(0, evidence.start - characters)
    end = min(len(text), evidence.end + characters)
    before = text[start : evidence.start].split("\n")[-1]
    after = text[evidence.end : end].split("\n")[0]
    if start and " " in before and len(before) == evidence.start - start:
        before = "…" + before.split(" ", 1)[1]
    if end < len(text) and " " in after and len(after) == end - evidence.end:
        after = after.rsplit(" ", 1)[0] + "…"
    return f"{visible(before)}[{clip(evidence.exact, 80)}]{visible(after)}"


def listed(numbers: Sequence[int]) -> str:
    """Numbers as a reader writes them.

    >>> listed([1, 2, 4]), listed([3])
    ('1, 2 and 4', '3')
    """
    words = [str(number) for number in numbers]
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def report_line(report: Report) -> str:
    """What is known of a report, on one line: outlet, byline, time and where the time comes from."""
    when = "no date"
    if report.published:
        source = {"caller": "as given", "record": "as given", "page": "says the page", "text": "says the text"}
        when = f"{moment_in_words(report.published)} ({source.get(report.published.claimed_by, 'first seen')})"
    known = [report.outlet or "outlet unknown", f"by {report.byline}" if report.byline else "", when]
    return visible(" · ".join(part for part in known if part))


def moment_in_words(published: Published) -> str:
    """A time to the minute, with its zone as written, else its offset.

    >>> moment_in_words(Published("2024-03-12T11:52:00+01:00", "second", "page"))
    '2024-03-12 11:52 +01:00'
    >>> moment_in_words(Published("2024-03-12T11:52-05:00", "minute", "record"))
    '2024-03-12 11:52 -05:00'
    """
    day, _, clock = published.iso.partition("T")
    offset = clock.lstrip("0123456789:.")
    return " ".join(part for part in (day, clock[:5], published.zone or offset) if part)


def rejects(found: Iterable[object]) -> int:
    """List what could not be read on standard error; returns how many."""
    count = 0
    for reject in found:
        click.echo(f"whence: {visible(str(reject))}", err=True)
        count += 1
    return count
