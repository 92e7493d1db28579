"""`whence group`: which reports tell one story, largest and newest first, and why a report is where it is."""

from __future__ import annotations

import gc
import os
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click

from whence.cli.corpora import passing_folder, size_of
from whence.cli.output import print_json, print_lines
from whence.cli.progress import Progress
from whence.cli.screen import clip, columns, heading, labelled, paragraph, rejects
from whence.cli.sources import read_all
from whence.errors import CorpusError, UsageError
from whence.export.html_wording import counted
from whence.flow.read import given
from whence.reading.folders import expand_sources
from whence.records import GroupedStory, Membership, Reject
from whence.settings import Settings, load_settings
from whence.text.visible import visible

SHOWN = 20  # stories on the screen unless more are asked for
SHOWN_REPORTS = 6  # of a story
ID_COLUMNS, SHORT_ID = 16, 8  # ids that are hashes are shown by their beginning, which --why takes too
MINUTE = len("2024-11-29T15:49")
Facts = dict[str, dict[str, Any]]


@click.command("group")
@click.argument("sources", nargs=-1, required=True, metavar="SRC...")
@click.option("--why", metavar="ID", help="Why the report of this id is in its story, and not in the nearest other.")
@click.option("--limit", type=click.IntRange(1), default=SHOWN, show_default=True, help="The most stories shown.")
@click.option("--all", "everything", is_flag=True, help="All stories, also those of one report, with all reports.")
@click.option(
    "--encoder", type=click.Path(path_type=Path), help="Local folder of an encoder: what reports mean is one more clue."
)
@click.option("--jsonl", is_flag=True, help="A line for each report: its id and its story.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document, schema whence.group/1; all stories.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def command(sources: tuple[str, ...], **options: Any) -> None:
    """Group reports into stories: those that tell one event, by the text, names, numbers and days they share.

    SRC is a folder that `whence trace` wrote, whose stories are listed as they are; or files of JSON lines, Parquet,
    text or HTML, and folders of them, which are grouped in order of time.
    """
    gc.set_threshold(100_000, 20, 100)  # records by the thousand and no cycles, as in trace
    raise click.exceptions.Exit(_run(sources, **options))


def _run(sources: tuple[str, ...], **options: Any) -> int:
    """Group, print, and return the exit code."""
    settings = load_settings(os.environ, Path.cwd())
    with _corpus(sources, settings, options["encoder"], quiet=options["quiet"]) as (out, code):
        if options["why"] is not None:
            return _why(out, options["why"], settings, as_json=options["as_json"])
        if options["jsonl"]:
            from whence.flow.story_tables import read_story_ids

            print_lines({"id": report, "story": story} for report, story in read_story_ids(out))
            return code
        _list(out, settings, **options)
        return code


@contextmanager
def _corpus(
    sources: tuple[str, ...], settings: Settings, encoder: Path | None, *, quiet: bool
) -> Iterator[tuple[Path, int]]:
    """The folder of tables, a passing one where reports are given, and the exit code so far."""
    corpora = [Path(source) for source in sources if (Path(source) / "manifest.json").is_file()]
    if corpora:
        if len(sources) > 1:
            raise UsageError(f"{corpora[0]}: is a corpus; give it alone, or add reports to it with: whence trace")
        if encoder is not None:
            raise UsageError(f"{corpora[0]}: its stories are listed as they are; --encoder is for whence trace")
        if not (corpora[0] / "memberships.parquet").is_file():
            raise CorpusError(f"{corpora[0]}: has no stories yet; add a report to it with: whence trace")
        yield corpora[0], 0
        return
    with passing_folder() as passing:
        yield passing, _trace(sources, passing, settings, encoder, quiet=quiet)


def _trace(sources: tuple[str, ...], out: Path, settings: Settings, encoder: Path | None, *, quiet: bool) -> int:
    """Make a corpus of reports, families left out; returns the exit code."""
    from whence.corpus.kernels import choose_kernels
    from whence.flow.encoders import load_encoder
    from whence.flow.trace import TraceOptions, Tracer

    loaded = load_encoder(encoder) if encoder else None
    files = [source for source in expand_sources(sources) if not isinstance(source, Reject)]
    progress, limits = Progress(quiet=quiet), replace(settings.limits, labelled=False)
    tracer = Tracer(out, TraceOptions(families=False, encoder=loaded), choose_kernels(size_of(files)), progress.tell)
    traced = tracer.run({}, lambda: read_all(sorted(sources), given(), limits))
    progress.end()
    rejects(traced.first_rejects)
    return 3 if traced.rejects else 0


def _list(out: Path, settings: Settings, **options: Any) -> None:
    """Print stories as a document or on the screen."""
    from whence.flow.story_tables import read_facts, read_stories

    stories = read_stories(out)
    if options["as_json"]:
        print_json({"schema": "whence.group/1", "stories": [asdict(story) for story in stories]})
        return
    width, everything = columns(settings.width_columns), options["everything"]
    several = [story for story in stories if len(story.reports) > 1]
    shown = stories if everything else several[: options["limit"]]
    facts = {row["id"]: row for row in read_facts(out)}
    for story in shown:
        _print_story(story, facts, width, everything=everything)
    click.echo()
    alone, reports = len(stories) - len(several), sum(len(story.reports) for story in stories)
    parts = [counted(reports, "report"), counted(len(stories), "story", "stories")]
    parts += [f"{alone:,} of a single report"] if alone else []
    parts += [f"{len(several) - len(shown):,} more with --limit or --all"] if len(several) > len(shown) else []
    paragraph("; ".join(parts), width)


def _print_story(story: GroupedStory, facts: Facts, width: int, *, everything: bool) -> None:
    """One story: headline, how many reports when, who and where, its reports a line each."""
    heading(clip(story.title or "(no headline)", width), width)
    parts = [counted(len(story.reports), "report"), _when(story)]
    click.secho(f"  {' · '.join(part for part in parts if part)}", dim=True)
    unknown = sum(facts[report]["outlet"] is None for report in story.reports)
    outlets = [*story.outlets, *([f"{unknown:,} unknown"] if unknown and story.outlets else [])]
    for label, words in (("outlets", outlets), ("names", story.names), ("places", story.places)):
        if words:
            labelled(label, visible(", ".join(words)), width)
    days = [day for day in story.days if day != (story.first or "")[:10]]
    if days:
        labelled("days named", ", ".join(days), width)
    ids = story.reports if everything else story.reports[:SHOWN_REPORTS]
    for report in ids:
        click.echo(_report_line(facts[report], width))
    if len(ids) < len(story.reports):
        click.secho(f"  and {len(story.reports) - len(ids):,} more: --all", dim=True)


def _report_line(row: dict[str, Any], width: int) -> str:
    """When, who and the headline of a report, with the beginning of its id."""
    start = f"  {_short(row['id']):<{ID_COLUMNS}}  "
    parts = [
        (row["published"] or "undated")[:MINUTE].replace("T", " "),
        row["outlet"] or row["source"],
        row["title"] or "(no headline)",
    ]
    told = visible(" · ".join(part for part in parts if part))
    return click.style(start, dim=True) + textwrap.shorten(told, width - len(start), placeholder=" …")


def _why(out: Path, report: str, settings: Settings, *, as_json: bool) -> int:
    """Print why a report is in its story."""
    from whence.flow.story_tables import find_report, read_membership

    name = find_report(out, report)
    found = read_membership(out, name) if name else None
    if found is None:
        raise UsageError(f"{report!r}: is the id or the source of no report here, nor the beginning of a single id")
    if as_json:
        print_json({"schema": "whence.membership/1", **asdict(found)})
    else:
        _print_why(found, columns(settings.width_columns))
    return 0


def _print_why(found: Membership, width: int) -> None:
    """Why a report is in its story, in words."""
    heading(f"{_short(found.report)}: {_answer(found)}", width)
    for clue in found.clues:
        weight = f"{clue.weight:+.1f}" if clue.weight else ""
        labelled(weight, visible(clue.says), width, colour="green" if clue.weight > 0 else "red")
    near = found.nearest
    if near and found.answer != "suggest":
        click.echo()
        paragraph(
            f"Nearest story not joined: {_short(near.story)}, by its report {_short(near.report)}: {near.why}.", width
        )


def _answer(found: Membership) -> str:
    """The answer in words."""
    like, story = _short(found.like or ""), _short(found.story)
    if found.because == "same text":
        return f"in story {story}: it has the text of {like} to the letter"
    if found.because == "passages":
        return f"in story {story}: it has much of its text in common with {like}, and names the same"
    if found.because == "likeness":
        return f"in story {story}: like {like}, with probability {found.probability:.2f}"
    if found.because == "repair":
        return f"in story {story} since a repair: when it came, it was put elsewhere"
    if found.answer == "suggest" and found.nearest:
        near = found.nearest
        return (
            f"a story of its own; perhaps of {_short(near.story)} (like {_short(near.report)}, {near.probability:.2f})"
        )
    return "it began its story" if found.story == found.report else f"in story {story}"


def _short(name: str) -> str:
    """An id as it is shown: a hash by its beginning."""
    return visible(name if len(name) <= ID_COLUMNS else name[:SHORT_ID])


def _when(story: GroupedStory) -> str:
    """The first and the last time."""
    if not story.first or not story.last:
        return "undated"
    first, last = (time[:MINUTE].replace("T", " ") for time in (story.first, story.last))
    return first if first == last else f"{first} to {last}"
