"""A story on the terminal: the number of sources, the trees, what changed on each hop, where quotations come from."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

import click

from whence.changes.kinds import RANKS
from whence.cli.comparison_screen import COLOURS
from whence.cli.screen import clip, heading, labelled, moment_in_words, paragraph
from whence.export.story_words import edge_in_words, origin_in_words, short_name
from whence.records import Carried, Change, Clue, Edge, Family, Hop, Report, SpokenOrigin, Story, Version
from whence.text.visible import visible

CHANGES_SHOWN = 3  # of a hop
HOPS_SHOWN = 12
SPOKEN_SHOWN = 6
CLUES_SHOWN = 2
LEAST_SHOWN = 0.05  # probability of another parent that is shown with --all
SIDE_CHARACTERS = 90


def print_story(story: Story, *, width: int, everything: bool = False) -> None:
    """Print a story: one sentence, the families, what changed, who was quoted, who stands alone.

    Args:
        story: the story.
        width: columns.
        everything: every likely edge, every clue, every change.
    """
    by_id = {report.id: report for report in story.reports}
    for line in textwrap.wrap(visible(story.summary), width):
        click.secho(line, bold=True)
    families = [family for family in story.families if len(family.versions) > 1 or len(family.versions[0].reports) > 1]
    for number, family in enumerate(families, start=1):
        _print_family(family, by_id, (number, len(families)), width, everything=everything)
    _print_hops(story.hops, by_id, width, everything=everything)
    _print_spoken(story.spoken, by_id, width, everything=everything)
    alone = [family.versions[0].id for family in story.families if family not in families]
    if alone:
        heading(f"Share no prose with the others ({len(alone)})", width)
        for name in alone:
            paragraph(_report_in_words(by_id[name]), width, indent="  ", hang="  ")


def print_carried(story: Story, found: Carried, width: int) -> None:
    """Print who still carries a wording, and on which hop it was lost."""
    by_id = {report.id: report for report in story.reports}
    count = len(found.carriers)
    click.secho(f"“{visible(found.words)}” stands in {count} of {len(story.reports)} reports.", bold=True)
    for evidence in found.carriers:
        labelled("carries it", f"{_report_in_words(by_id[evidence.report_id])}: “{clip(evidence.exact, 60)}”", width)
    for parent, child in found.lost_on:
        says = f"{short_name(by_id[parent])} has it, {_report_in_words(by_id[child])} has not"
        labelled("lost here", says, width, colour="red")


def _print_family(
    family: Family, by_id: dict[str, Report], place: tuple[int, int], width: int, *, everything: bool
) -> None:
    """One family as a tree."""
    number, many = place
    count = sum(len(version.reports) for version in family.versions)
    sources = family.sources
    interval = str(sources.low) if sources.low == sources.high else f"{sources.low}–{sources.high}"
    title = f"Family {number}: {count} reports" if many > 1 else f"{count} reports with common prose"
    heading(f"{title}, {sources.expected:.1f} sources expected ({interval})", width)
    for depth, line, version in _lines(family, by_id):
        indent = "  " + "   " * depth
        paragraph(line, width, indent=indent, hang="   ")
        if version and everything:
            _print_why(family, by_id, version, indent + "     ", width)
    for edge in family.edges:
        if edge.mosaic:
            says = (
                f"{short_name(by_id[edge.child])} also has {edge.words} words from {short_name(by_id[edge.parent])}"
                f" (probability {edge.probability:.2f})"
            )
            paragraph(says, width, indent="  ", hang="  ")
    if family.trust:
        paragraph(f"Times: {family.trust.says}.", width, indent="  ", hang="  ")


def _lines(family: Family, by_id: dict[str, Report]) -> Iterator[tuple[int, str, str | None]]:
    """The tree, line after line: depth, words, the version (none for an origin)."""
    versions = {version.id: version for version in family.versions}
    below: dict[str, list[Edge]] = {}
    for shown in family.edges:
        if shown.shown:
            below.setdefault(shown.parent, []).append(shown)
    tops = [origin.id for origin in family.origins if origin.id in below]
    held = {edge.child for edge in family.edges if edge.shown}
    waiting: list[tuple[int, str, Edge | None]]
    waiting = [(0, name, None) for name in [*tops, *sorted(set(versions) - held)]]
    origins = {origin.id: origin for origin in family.origins}
    while waiting:
        depth, name, edge = waiting.pop(0)
        if name in origins:
            yield depth, f"[{origin_in_words(origins[name])}]", None
        else:
            yield depth, _version_in_words(versions[name], family, edge, by_id), name
        children = sorted(below.get(name, ()), key=lambda one: (_when(by_id[one.child]), one.child))
        waiting = [(depth + 1, one.child, one) for one in children] + waiting


def _version_in_words(version: Version, family: Family, edge: Edge | None, by_id: dict[str, Report]) -> str:
    """A version, how it hangs on, and who else prints it."""
    told = _report_in_words(by_id[version.id])
    if len(version.reports) > 1:
        others = [short_name(by_id[name]) for name in version.reports[1:4]]
        more = len(version.reports) - 1 - len(others)
        told += f" (the same text: {', '.join(others)}{f' and {more} more' if more > 0 else ''})"
    if edge is None:
        root = next((root for root in family.roots if root.version == version.id), None)
        return f"{told} — from none of the others, probability {root.probability:.2f}" if root else told
    parent = by_id.get(edge.parent)
    return f"{told} — {edge_in_words(edge, short_name(parent) if parent else None)}"


def _print_why(family: Family, by_id: dict[str, Report], version: str, indent: str, width: int) -> None:
    """The clues of an edge of the tree, and the other parents that a version may have."""
    shown = family.parent_of(version)
    if shown:
        for clue in shown.clues:
            _print_clue(clue, indent, width)
    for edge in family.edges:
        if edge.child == version and not edge.shown and not edge.mosaic and edge.probability >= LEAST_SHOWN:
            parent = by_id.get(edge.parent)
            name = short_name(parent) if parent else "a source that is not among them"
            paragraph(f"or from {name}, probability {edge.probability:.2f}", width, indent=indent, hang="  ")


def _print_clue(clue: Clue, indent: str, width: int) -> None:
    """One clue: its weight and what it says."""
    paragraph(f"{clue.weight:+.2f} {clue.says}", width, indent=indent, hang="      ")


def _print_hops(hops: Sequence[Hop], by_id: dict[str, Report], width: int, *, everything: bool) -> None:
    """What changed on each hop."""
    told = [hop for hop in hops if hop.changes]
    if not told:
        return
    heading("What changed on the way", width)
    shown = told if everything else told[:HOPS_SHOWN]
    for hop in shown:
        paragraph(f"{short_name(by_id[hop.parent])} → {short_name(by_id[hop.child])}", width, indent="  ")
        changes = sorted(hop.changes, key=lambda change: RANKS[change.kind])
        for change in changes if everything else changes[:CHANGES_SHOWN]:
            labelled(f"  {change.kind}", _change_in_words(change), width, colour=COLOURS.get(change.kind))
        more = len(changes) - CHANGES_SHOWN
        if more > 0 and not everything:
            click.secho(f"    and {more} more {'change' if more == 1 else 'changes'}: --all", dim=True)
    if len(shown) < len(told):
        click.secho(f"  and {len(told) - len(shown)} more hops: --all", dim=True)


def _change_in_words(change: Change) -> str:
    """The words before and after."""
    before, after = clip(change.before, SIDE_CHARACTERS), clip(change.after, SIDE_CHARACTERS)
    if before and after and change.kind != "moved":
        return f"“{before}” → “{after}”"
    return f"“{before or after}”"


def _print_spoken(spoken: Sequence[SpokenOrigin], by_id: dict[str, Report], width: int, *, everything: bool) -> None:
    """Where quotations come from, apart from the prose."""
    if not spoken:
        return
    heading("Quoted by several (whoever quotes the same words need not have copied)", width)
    for one in spoken if everything else spoken[:SPOKEN_SHOWN]:
        origin = f"; spoken to or in {one.name}" if one.name else ""
        first = f"; first in {short_name(by_id[one.first])}" if one.first else "; who had it first is not decidable"
        who = one.speaker or "speaker not told"
        labelled(
            f"{len(one.reports)} reports",
            f"“{clip(one.words.exact.strip('“”'), 2 * width)}” {who}{origin}{first}",
            width,
        )
    if len(spoken) > SPOKEN_SHOWN and not everything:
        click.secho(f"  and {len(spoken) - SPOKEN_SHOWN} more quotations: --all", dim=True)


def _report_in_words(report: Report) -> str:
    """Outlet and time, or the headline where no outlet is known."""
    when = moment_in_words(report.published) if report.published else "no time"
    return visible(f"{short_name(report)}, {when}")


def _when(report: Report) -> str:
    """A time to sort by; reports without one come last."""
    return report.published.iso if report.published else "9999"
