"""`whence export`: a story of a store as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from whence.cli.output import write_text
from whence.cli.stores import db_option, opened
from whence.errors import UsageError

FORMS = ("json", "jsonl", "csv", "html", "svg", "graphml")


@click.command("export")
@click.argument("story", metavar="STORY")
@click.option(
    "-o", "--output", required=True, type=click.Path(dir_okay=False), help="File; its suffix says the format."
)
@db_option
def command(story: str, output: str, db: str | None) -> None:
    """Write a story to a file: json (all of it), jsonl or csv (a line a report), html (a page to keep), svg, graphml.

    STORY is its number, or the id of any of its reports.
    """
    form = Path(output).suffix.lstrip(".").lower()
    if form not in FORMS:
        raise UsageError(f"-o {output}: cannot write .{form}; use a name that ends in .{', .'.join(FORMS)}")
    from whence.flow.desk import Desk

    with opened(db) as store:
        desk = Desk(store)
        number = desk.find_story(story)
        kept = desk.story(number) if number is not None else None
        if kept is None:
            raise UsageError(f"{story}: no story and no report of {store.where()}; whence find lists reports")
        write_text(output, _rendered(desk, kept, form))


def _rendered(desk: Any, kept: Any, form: str) -> str:
    """A story in a format."""
    if form == "json":
        import orjson

        from whence.export.kept_documents import kept_story_document

        document = kept_story_document(kept, desk.figures(kept))
        return orjson.dumps(document, option=orjson.OPT_INDENT_2).decode() + "\n"
    if form in ("jsonl", "csv"):
        from whence.export.story_tables import story_csv, story_jsonl

        return story_csv(kept.lines) if form == "csv" else story_jsonl(kept.lines, kept.story.reports, kept.memberships)
    if form == "svg":
        from whence.export.tree_svg import draw_story

        return draw_story(kept.story)
    if form == "graphml":
        from whence.export.graphml import story_graph

        return story_graph(kept.story)
    from whence.export.story_page import story_page

    return story_page(kept, desk.figures(kept))
