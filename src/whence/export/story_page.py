"""A story as one self-contained HTML file, without scripts, fonts or anything from the network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from whence.agreement.joint import FigureGroup
from whence.export.html_templates import open_templates
from whence.export.html_wording import CLAIMANTS, outlink, time_words
from whence.export.story_words import edge_in_words, mosaic_in_words, name_members, origin_in_words, spoken_in_words
from whence.export.tree_svg import draw_story
from whence.records import Change, KeptStory, ReportLine

CHANGES_SHOWN = 12  # of a hop
STATEMENTS_SHOWN = 12  # of a figure


class EdgeView(NamedTuple):
    """How a report hangs on another, in words, with the clues that say so."""

    child: str
    says: str
    clues: tuple[str, ...]


class RowView(NamedTuple):
    """A report in the table."""

    name: str
    title: str
    time: str
    claimed_by: str
    words: int
    own: str
    link: str
    credits: str


class HopView(NamedTuple):
    """What changed from one report to another."""

    parent: str
    child: str
    shown: tuple[Change, ...]
    more: int


class StatementView(NamedTuple):
    """A figure as one or several reports state it."""

    words: str
    reports: str


class FigureView(NamedTuple):
    """What reports state about one thing, and why no number fits all of it."""

    what: str
    says: tuple[str, ...]
    statements: tuple[StatementView, ...]


def story_page(kept: KeptStory, figures: Sequence[FigureGroup]) -> str:
    """A story as one HTML page that needs no network, no script and no other file.

    Args:
        kept: the story.
        figures: what its reports state about one thing.
    """
    from markupsafe import Markup

    names = name_members(kept.story)
    several = len(kept.story.reports) > 1
    return (
        open_templates()
        .get_template("story_alone.html")
        .render(
            title=kept.line.title or "(no headline)",
            summary=kept.story.summary,
            tree=Markup(draw_story(kept.story)) if several else None,  # drawn by tree_svg, which escapes every word
            edges=list_edges(kept, names),
            rows=[read_row(line, names[line.id]) for line in kept.lines],
            figures=[view for group in figures if group.conflicts for view in [read_figure(group, names)]],
            spoken=[(one.words.exact, spoken_in_words(one, names)) for one in kept.story.spoken],
            hops=list_hops(kept, names),
        )
    )


def list_edges(kept: KeptStory, names: dict[str, str]) -> list[EdgeView]:
    """The edges of the trees in words, and what origins are known by."""
    found = []
    for family in kept.story.families:
        found += [EdgeView(names[one.id], origin_in_words(one, names), ()) for one in family.origins]
        for edge in family.edges:
            if edge.shown or edge.mosaic:
                says = (mosaic_in_words if edge.mosaic else edge_in_words)(edge, names[edge.parent])
                found.append(EdgeView(names[edge.child], says, tuple(clue.says for clue in edge.clues if clue.says)))
    return found


def read_row(line: ReportLine, name: str) -> RowView:
    """A report in the table."""
    published = line.published
    own = "" if line.own_share is None else f"{line.own_share:.0%}"
    return RowView(
        name,
        line.title or "(no headline)",
        time_words(published) if published else "no time",
        CLAIMANTS[published.claimed_by] if published else "",
        line.words,
        "the very text of another" if line.same_text_as else own,
        outlink(line.url),
        ", ".join(line.credits),
    )


def list_hops(kept: KeptStory, names: dict[str, str]) -> list[HopView]:
    """What changed on each hop, what matters most first."""
    return [
        HopView(names[hop.parent], names[hop.child], hop.changes[:CHANGES_SHOWN], len(hop.changes[CHANGES_SHOWN:]))
        for hop in kept.story.hops
        if hop.changes
    ]


def read_figure(group: FigureGroup, names: dict[str, str]) -> FigureView:
    """What reports state about one thing where no number fits all of it."""
    statements = tuple(
        StatementView(one.figure.evidence.exact, ", ".join(names[name] for name in one.reports))
        for one in group.statements[:STATEMENTS_SHOWN]
    )
    return FigureView(group.what, tuple(pair.says for pair in group.conflicts), statements)
