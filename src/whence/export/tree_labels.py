"""What is written in the boxes of a drawn family tree: who published, and when."""

from __future__ import annotations

from collections.abc import Iterable

from whence.export.claimed_times import Zone, offset_of
from whence.export.tree_order import Node
from whence.records import Published, Story
from whence.text.visible import visible

LABEL_CHARACTERS = 36


def label_members(story: Story, names: dict[str, str], zone: Zone, nodes: Iterable[Node]) -> dict[str, str]:
    """The label of every box: the outlet, how many others print the same, the time in the zone of the axis.

    The day is written where the reports are of several; a zone, where a time has another than the axis.
    """
    by_id = {report.id: report for report in story.reports}
    days = {report.published.iso[:10] for report in story.reports if report.published}
    more = {version.id: len(version.reports) - 1 for family in story.families for version in family.versions}
    labels: dict[str, str] = {}
    for node in nodes:
        name = clip_name(names[node.name])
        if node.name not in by_id:
            labels[node.name] = name
            continue
        published = by_id[node.name].published
        when = _when(published, zone, dated=len(days) > 1) if published else "no time"
        alike = f" + {more[node.name]} alike" if more[node.name] else ""
        before = ", before its parent" if node.standing == "before its parent" else ""
        labels[node.name] = f"{name}{alike} · {when}{before}"
    return labels


def _when(published: Published, zone: Zone, *, dated: bool) -> str:
    """A time as it is claimed, with its zone where that is not the one of the axis."""
    day, _, clock = published.iso.partition("T")
    offset = offset_of(published)
    other = offset is not None and offset != zone.offset
    told = [day] if dated or not clock else []
    if clock:
        told.append(clock[:5].rstrip("+-Z") if clock[2:3] == ":" else clock[:2])
    if other:
        told.append(published.zone or clock.lstrip("0123456789:."))
    return " ".join(told)


def clip_name(name: str, most: int = LABEL_CHARACTERS) -> str:
    """A name that fits.

    >>> clip_name("The Halvern Courier", 12)
    'The Halvern…'
    """
    name = visible(name)
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"
