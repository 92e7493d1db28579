"""Who still carries a wording, on the terminal: the family trees again, with the hop on which it was lost."""

from __future__ import annotations

import click

from whence.cli.screen import clip, heading, paragraph
from whence.cli.story_screen import Screen, is_alone, lay_screen, member_in_words, print_line
from whence.export.tree_order import Node, walk_family
from whence.records import Carried, Evidence, Family, Story
from whence.text.visible import visible

WORDS_SHOWN = 70  # characters of the words as a report prints them


def print_carried(story: Story, found: Carried, *, width: int) -> None:
    """Print who carries a wording, who lost it, and who never had it.

    Args:
        story: the story.
        found: what `flow.story.carry` found in it.
        width: columns.
    """
    screen = lay_screen(story, width)
    has = {evidence.report_id: evidence for evidence in found.carriers}
    verb = "stands in none of the" if not has else f"stands in {len(has)} of"
    click.secho(f"“{visible(found.words)}” {verb} {len(story.reports)} reports.", bold=True)
    if not has:
        return
    lost = {child: parent for parent, child in found.lost_on}
    for family in story.families:
        if not is_alone(family) and any(name in has for version in family.versions for name in version.reports):
            _print_family(family, has, lost, screen)
    alone = [family.id for family in story.families if is_alone(family) and family.id in has]
    if alone:
        heading("Shares no prose with the others, and has it", width)
        for name in alone:
            told = f"{member_in_words(name, screen)}: “{clip(has[name].exact, WORDS_SHOWN)}”"
            paragraph(told, width, indent="  ", hang="  ")


def _print_family(family: Family, has: dict[str, Evidence], lost: dict[str, str], screen: Screen) -> None:
    """A family's tree with what each member did to the wording."""
    count = sum(len(version.reports) for version in family.versions)
    carriers = sum(name in has for version in family.versions for name in version.reports)
    heading(f"{carriers} of {count} reports that share prose have it", screen.width)
    nodes = walk_family(family, screen.moments)
    parents = {node.edge.parent for node in nodes if node.edge}
    for node in nodes:
        if node.name not in screen.by_id:
            print_line(node, f"[{screen.names[node.name]}]", (), screen, parent=True)
            continue
        text = f"{member_in_words(node.name, screen)}  {_mark(node, has, lost)}"
        print_line(node, text, _told(node, has, lost, screen), screen, parent=node.name in parents)


def _mark(node: Node, has: dict[str, Evidence], lost: dict[str, str]) -> str:
    """One word for what a version did."""
    return "has it" if node.name in has else "LOST HERE" if node.name in lost else "does not have it"


def _told(node: Node, has: dict[str, Evidence], lost: dict[str, str], screen: Screen) -> list[str]:
    """The words as a version prints them, or whose words it lost."""
    if node.name in has:
        return [f"“{clip(has[node.name].exact, WORDS_SHOWN)}”"]
    if node.name in lost:
        return [f"{screen.names[lost[node.name]]} has it"]
    return []
