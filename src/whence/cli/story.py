"""`whence story SRC...`, also `whence A B C ...`: reports taken together."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from whence.cli.output import print_json, write_text
from whence.cli.screen import columns, paragraph, rejects
from whence.cli.sources import read_all
from whence.cli.stores import db_option, db_url, opened
from whence.errors import SourceError, UsageError
from whence.records import Carried, Reject, Report, Story
from whence.settings import load_settings


@click.command("story")
@click.argument("sources", nargs=-1, required=True, metavar="SRC...")
@click.option("--json", "as_json", is_flag=True, help="One JSON document, schema whence.story/1.")
@click.option("--svg", type=click.Path(dir_okay=False), help="Draw the family tree on a time axis.")
@click.option("--graphml", type=click.Path(dir_okay=False), help="Write every edge, with its probability.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write .json, .svg or .graphml, by its suffix.")
@click.option("--carries", metavar="WORDS", help="Show who still carries a figure or a wording, and where it was lost.")
@click.option("--all", "everything", is_flag=True, help="Every likely edge, every clue, every change.")
@db_option
def command(sources: tuple[str, ...], db: str | None, **options: Any) -> None:
    """Take reports together: who copied whom, what changed on the way, how many independent sources there are.

    One SRC that is no file is a story of the store: its number, or the id of any of its reports.
    """
    if len(sources) == 1 and (db or not _is_source(sources[0])):
        raise click.exceptions.Exit(_run_kept(sources[0], db, Options(**options)))
    raise click.exceptions.Exit(_run(sources, Options(**options)))


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for."""

    as_json: bool
    svg: str | None
    graphml: str | None
    output: str | None
    carries: str | None
    everything: bool


def _run(sources: tuple[str, ...], options: Options) -> int:
    """Read, tell the story, show or write it, and return the exit code."""
    from whence.flow.read import given

    settings = load_settings(os.environ, Path.cwd())
    files = _files(options)
    items = list(read_all(sources, given(), settings.limits))
    reports = [item for item in items if isinstance(item, Report)]
    refused = rejects(item for item in items if isinstance(item, Reject))
    if len(reports) < 2:
        message = f"a story takes two reports or more, not {len(reports)}; whence read shows one"
        raise SourceError(message) if refused else UsageError(message)
    from whence.flow.story import carry
    from whence.flow.story import story as tell_story

    story = tell_story(reports)
    carried = carry(story, options.carries) if options.carries else None
    for name, form in files:
        write_text(name, _rendered(story, carried, form))
    _show(story, carried, options, width=columns(settings.width_columns))
    return 3 if refused else int(not _found(story, carried))


def _is_source(name: str) -> bool:
    """Whether a word names files or standard input."""
    return name == "-" or bool(set(name) & set("*?[")) or Path(name).exists()


def _run_kept(name: str, db: str | None, options: Options) -> int:
    """Show a story of a store."""
    files = _files(options)
    if not db and not Path(db_url(db)).exists() and "://" not in db_url(db):
        raise SourceError(f"{name}: no such file, and no store at {db_url(db)}; make one with: whence add SRC...")
    from whence.flow.desk import Desk
    from whence.flow.story import carry

    with opened(db) as store:
        desk = Desk(store)
        number = desk.find_story(name)
        kept = desk.story(number) if number is not None else None
        if kept is None:
            raise UsageError(f"{name}: no story and no report of {store.where()}, and no file")
    carried = carry(kept.story, options.carries) if options.carries else None
    for file, form in files:
        write_text(file, _rendered(kept.story, carried, form))
    _show(kept.story, carried, options, width=columns(load_settings(os.environ, Path.cwd()).width_columns))
    return int(not _found(kept.story, carried))


def _found(story: Story, carried: Carried | None) -> bool:
    """Whether there is anything to show: a wording that somebody carries, or else prose that two reports share."""
    if carried:
        return bool(carried.carriers)
    return any(len(family.versions) > 1 or len(family.versions[0].reports) > 1 for family in story.families)


def _files(options: Options) -> list[tuple[str, str]]:
    """The files to write, and the form of each.

    Raises:
        UsageError: the suffix is of none that can be written.
    """
    files = [(name, form) for name, form in ((options.svg, "svg"), (options.graphml, "graphml")) if name]
    if options.carries is not None and not options.carries.strip():
        raise UsageError("--carries: say which words")
    if options.output:
        form = Path(options.output).suffix.lstrip(".").lower()
        if form not in ("json", "svg", "graphml"):
            raise UsageError(f"-o: cannot write .{form}; use a name that ends in .json, .svg or .graphml")
        files.append((options.output, form))
    return files


def _rendered(story: Story, carried: Carried | None, form: str) -> str:
    """A story in the format that a file's suffix asks for."""
    if form == "svg":
        from whence.export.tree_svg import draw_story

        return draw_story(story)
    if form == "graphml":
        from whence.export.graphml import story_graph

        return story_graph(story)
    import orjson

    from whence.export.story_documents import story_document

    return orjson.dumps(story_document(story, carried), option=orjson.OPT_INDENT_2).decode() + "\n"


def _show(story: Story, carried: Carried | None, options: Options, *, width: int) -> None:
    """Print what was asked for; with a file written and nothing else asked, only the first line."""
    if options.as_json:
        from whence.export.story_documents import story_document

        print_json(story_document(story, carried))
    elif carried:
        from whence.cli.carried_screen import print_carried

        print_carried(story, carried, width=width)
    elif options.svg or options.graphml or options.output:
        paragraph(story.summary, width)
    else:
        from whence.cli.story_screen import print_story

        print_story(story, width=width, everything=options.everything)
