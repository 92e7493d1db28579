"""A story on the terminal: the number of sources, the trees, what changed on each hop, where quotations come from."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

import click

from whence.cli.comparison_screen import COLOURS
from whence.cli.screen import clip, heading, labelled, moment_in_words, paragraph
from whence.export.claimed_times import Moment, claimed_moments
from whence.export.story_words import (
    LIKELY,
    MARKS,
    edge_in_words,
    listed_names,
    mosaic_in_words,
    name_members,
    origin_in_words,
    sources_in_words,
    spoken_in_words,
)
from whence.export.tree_order import Node, walk_family
from whence.records import Change, Clue, Family, Hop, Report, SpokenOrigin, Story, Version
from whence.text.visible import visible

CHANGES_SHOWN = 3  # of a hop
HOPS_SHOWN = 12
SPOKEN_SHOWN = 6
ALIKE_SHOWN = 3  # names of reports that print the same text
LEAST_SHOWN = 0.05  # probability of another parent that is shown with --all
RIVAL_SHOWN = 0.2  # probability of another parent that is shown beside one that is not decidable
LIKELY_ORIGIN = 0.25  # probability of a source behind some reports that is worth a line
EXPLAINED = 40  # of a family with more versions, clues are shown with --all
LEAST_ROOM = 20  # columns for words beside the tree; deeper levels are not drawn
SIDE_CHARACTERS = 90  # of each side of a change
EVIDENCE_CHARACTERS = 60
SAYS_WHO = {"caller": "as given", "record": "as given", "page": "says the page", "text": "says the text"}


@dataclass(frozen=True, slots=True)
class Screen:
    """A story with what every part of the screen needs: reports and names by id, the columns, what is asked for."""

    story: Story
    by_id: Mapping[str, Report]
    names: dict[str, str]
    moments: Mapping[str, Moment]
    width: int
    everything: bool


def lay_screen(story: Story, width: int, *, everything: bool = False) -> Screen:
    """A screen for a story, `width` columns wide."""
    by_id = {report.id: report for report in story.reports}
    return Screen(story, by_id, name_members(story), claimed_moments(story.reports), width, everything)


def print_story(story: Story, *, width: int, everything: bool = False) -> None:
    """Print a story: one sentence, the families, what changed, who was quoted, who stands alone.

    Args:
        story: the story.
        width: columns.
        everything: every likely edge, every clue, every change.
    """
    screen = lay_screen(story, width, everything=everything)
    for line in textwrap.wrap(visible(story.summary), width):
        click.secho(line, bold=True)
    alone = [family for family in story.families if is_alone(family)]
    for family in story.families:
        if family not in alone:
            _print_family(family, screen)
    _print_hops(story.hops, screen)
    _print_spoken(story.spoken, screen)
    if alone:
        verb = "shares no prose with the others: a source of its own"
        if len(alone) > 1:
            verb = "share no prose with the others: each a source of its own"
        heading(f"{len(alone)} {'report' if len(alone) == 1 else 'reports'} {verb}", width)
        for family in alone:
            paragraph(member_in_words(family.id, screen), width, indent="  ", hang="  ")


def is_alone(family: Family) -> bool:
    """Whether a family is one report."""
    return len(family.versions) == 1 and len(family.versions[0].reports) == 1


def member_in_words(name: str, screen: Screen) -> str:
    """A report's name, its time with the zone, and who claims the time."""
    published = screen.by_id[name].published
    if not published:
        return f"{screen.names[name]}  no time"
    told = SAYS_WHO.get(published.claimed_by, "first seen then")
    return visible(f"{screen.names[name]}  {moment_in_words(published)} ({told})")


def print_line(node: Node, text: str, below: Sequence[str], screen: Screen, *, parent: bool) -> None:
    """A line of a tree with lines below it, hung on plain box lines.

    Args:
        node: its place in the tree.
        text: the line.
        below: what stands under it, deeper.
        screen: the columns.
        parent: whether members that came from it follow.
    """
    most = min(screen.width // 6, (screen.width - LEAST_ROOM) // 3 - 4)
    deep = len(node.last) - 1 > most
    bars = ("⋮  " if deep else "") + "".join("   " if last else "│  " for last in node.last[:-1][-most:])
    own = node.last[-1:]
    branch = bars + ("└─ " if own == (True,) else "├─ " if own else "")
    under = bars + ("   " if own == (True,) else "│  " if own else "") + ("│  " if parent else "   ")
    room = max(LEAST_ROOM, screen.width - len(under) - 2)
    head = textwrap.wrap(visible(text), room) or [""]
    click.echo(f"  {branch}{click.style(head[0], bold=True)}")
    for line in head[1:]:
        click.echo(f"  {under}{line}")
    for told in below:
        for line in textwrap.wrap(visible(told), room, subsequent_indent="  "):
            click.echo(f"  {under}{line}")


def _print_family(family: Family, screen: Screen) -> None:
    """One family as a tree."""
    count = sum(len(version.reports) for version in family.versions)
    prints = "print one text" if len(family.versions) == 1 else "share prose"
    heading(f"{count} reports {prints}: {sources_in_words(family.sources)}", screen.width)
    nodes = walk_family(family, screen.moments)
    parents = {node.edge.parent for node in nodes if node.edge}
    origins = {origin.id: origin for origin in family.origins}
    versions = {version.id: version for version in family.versions}
    for node in nodes:
        if node.name in origins:
            text, below = f"[{screen.names[node.name]}]", [origin_in_words(origins[node.name], screen.names)]
        else:
            text = member_in_words(node.name, screen)
            below = _how_it_hangs(versions[node.name], node, family, screen)
        print_line(node, text, below, screen, parent=node.name in parents)
    for origin in family.origins:
        if origin.id not in parents and (screen.everything or origin.probability >= LIKELY_ORIGIN):
            told = f"Perhaps behind some: [{screen.names[origin.id]}], {origin_in_words(origin, screen.names)}."
            paragraph(told, screen.width, indent="  ", hang="  ")
    if family.trust:
        chance = 1 / (1 + exp(-family.trust.weight))
        told = f"Of two claimed times the earlier is believed with probability {chance:.2f}: {family.trust.says}."
        paragraph(told, screen.width, indent="  ", hang="  ")


def _how_it_hangs(version: Version, node: Node, family: Family, screen: Screen) -> list[str]:
    """What stands under a version: where it comes from and why, second sources, who prints the same text."""
    told: list[str] = []
    if node.edge:
        told.append(edge_in_words(node.edge, screen.names[node.edge.parent]))
        if screen.everything or len(family.versions) <= EXPLAINED:
            told += _reasons(node.edge.clues, screen)
    else:
        root = next((root for root in family.roots if root.version == version.id), None)
        if root and len(family.versions) > 1:
            told.append(f"from none of the others, probability {root.probability:.2f}")
            told += _reasons(root.clues, screen)
    least = LEAST_SHOWN if screen.everything else RIVAL_SHOWN
    if screen.everything or (node.edge and node.edge.probability < LIKELY):
        told += _rivals(version.id, family, least, screen)
    mosaics = [edge for edge in family.edges if edge.mosaic and edge.child == version.id]
    told += [mosaic_in_words(edge, screen.names[edge.parent]) for edge in mosaics]
    if node.standing == "before its parent":
        told.append("claims a time before that of what it came from")
    others = [screen.names[name] for name in version.reports if name != version.id]
    if others:
        told.append(f"= {len(others)} more, to the letter: {listed_names(others, ALIKE_SHOWN)}")
    return told


def _reasons(clues: Sequence[Clue], screen: Screen) -> list[str]:
    """The most telling clue, best one that can be shown, or with --all every clue with its weight and its words."""
    if screen.everything:
        return [f"{clue.weight:+.2f} {_clue_in_words(clue)}" for clue in clues]
    told = [clue for clue in clues if clue.says and clue.weight >= 0]
    best = max(told, key=lambda clue: (bool(clue.evidence), clue.weight), default=None)
    return [f"main clue: {_clue_in_words(best)}"] if best else []


def _clue_in_words(clue: Clue) -> str:
    """What a clue says, with its first words of evidence."""
    words = clip(clue.evidence[0].exact, EVIDENCE_CHARACTERS) if clue.evidence else ""
    return f"{clue.says}: {in_marks(words)}" if words else clue.says


def _rivals(version: str, family: Family, least: float, screen: Screen) -> list[str]:
    """The other parents that a version may have."""
    edges = [edge for edge in family.edges if edge.child == version and not (edge.shown or edge.mosaic)]
    told = [
        f"or from {screen.names[edge.parent]}, probability {edge.probability:.2f}"
        for edge in edges
        if edge.probability >= least
    ]
    roots = [root for root in family.roots if root.version == version and not root.shown and root.probability >= least]
    return told + [f"or from none of the others, probability {root.probability:.2f}" for root in roots]


def _print_hops(hops: Sequence[Hop], screen: Screen) -> None:
    """What changed on each hop; of many hops those with the gravest changes."""
    told = [hop for hop in hops if hop.changes]
    if not told:
        return
    heading("What changed on the way", screen.width)
    shown = told
    if len(told) > HOPS_SHOWN and not screen.everything:
        gravest = sorted(told, key=lambda hop: (min(change.rank for change in hop.changes), -len(hop.changes)))
        shown = [hop for hop in told if hop in gravest[:HOPS_SHOWN]]
    for hop in shown:
        paragraph(f"{screen.names[hop.parent]} → {screen.names[hop.child]}", screen.width, indent="  ", hang="  ")
        changes = sorted(hop.changes, key=lambda change: change.rank)
        chosen = changes if screen.everything else _telling(changes)
        for change in chosen:
            words = _change_in_words(change)
            labelled(f"  {change.kind}", words, screen.width, colour=COLOURS.get(change.kind), label_columns=15)
        more = len(changes) - len(chosen)
        if more > 0:
            click.secho(f"    and {more} more {'change' if more == 1 else 'changes'}: --all", dim=True)
    if len(shown) < len(told):
        click.secho(f"  and {len(told) - len(shown)} more hops with slighter changes: --all", dim=True)


def _telling(changes: Sequence[Change]) -> list[Change]:
    """The first of each kind by rank, then the next, no more than are shown."""
    first = [change for place, change in enumerate(changes) if change.kind not in {c.kind for c in changes[:place]}]
    rest = [change for change in changes if change not in first]
    return sorted([*first, *rest][:CHANGES_SHOWN], key=lambda change: change.rank)


def _change_in_words(change: Change) -> str:
    """The words before and after, and what that means where the kind does not say it."""
    before, after = clip(change.before, SIDE_CHARACTERS), clip(change.after, SIDE_CHARACTERS)
    if before and after and change.kind != "moved":
        words = f"{in_marks(before)} → {in_marks(after)}"
    else:
        gone = "" if change.kind in ("dropped", "added", "moved") else " left out" if before else " put in"
        words = f"{in_marks(before or after)}{gone}"
    return f"{words}: {visible(change.says)}" if change.says and change.kind not in ("dropped", "added") else words


def in_marks(words: str) -> str:
    """Words in quotation marks, once.

    >>> in_marks("rain"), in_marks("“Rain”")
    ('“rain”', '“Rain”')
    """
    return words if words[:1] in '“"' and words[-1:] in '”"' else f"“{words}”"


def _print_spoken(spoken: Sequence[SpokenOrigin], screen: Screen) -> None:
    """Where quotations come from, apart from the prose."""
    if not spoken:
        return
    heading("Quoted by several (whoever quotes the same words need not have copied them)", screen.width)
    for one in spoken if screen.everything else spoken[:SPOKEN_SHOWN]:
        words = in_marks(clip(one.words.exact.strip(MARKS), 2 * screen.width))
        labelled(f"{len(one.reports)} reports", words, screen.width)
        labelled("", spoken_in_words(one, screen.names), screen.width)
    if len(spoken) > SPOKEN_SHOWN and not screen.everything:
        click.secho(f"  and {len(spoken) - SPOKEN_SHOWN} more quotations: --all", dim=True)
