"""Family trees as SVG, drawn by the server: time from left to right, right-angled edges, no script.

Solid edges are prose that was taken over, thin ones text from a second source, dotted ones the same words spoken; a
dashed box is a source that is not among the reports. What the drawing shows, its description lists in words.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from whence.export.claimed_times import Moment, Zone, choose_zone, claimed_moments, offset_of
from whence.export.story_words import (
    SURE,
    edge_in_words,
    mosaic_in_words,
    name_members,
    origin_in_words,
    sources_in_words,
    spoken_in_words,
)
from whence.export.tree_axis import Axis, mark_axis, stretch_axis
from whence.export.tree_labels import clip_name, label_members
from whence.export.tree_layout import (
    BOX_HEIGHT,
    BOX_MARGIN,
    LANE,
    RAIL_ROOM,
    Box,
    Layout,
    Line,
    add_mosaics,
    lay_out,
    place_on_axis,
    text_width,
)
from whence.export.tree_order import Node, walk_family
from whence.export.tree_style import STYLE
from whence.records import Family, SpokenOrigin, Story
from whence.text.visible import visible

MARGIN = 24.0
LINE_HEIGHT = 18.0
AXIS_HEIGHT = 28.0
HEAD_HEIGHT = 30.0
LEAST_WIDTH = 560.0
CUT_BEFORE = 24.0  # pixels from the sign of a cut to what stands after it
TALL = 900.0  # pixels; below a taller drawing the times are written again
SPOKEN_DRAWN = 4  # quotations that join several families; more make the rails hard to follow
SPOKEN_CHARACTERS = 60
SPOKEN_DOWN = 6.0  # pixels below the middle of a box, where no other edge is


class _Drawn(NamedTuple):
    """A story half drawn: the families with their layouts, all names and labels."""

    families: tuple[tuple[Family, Layout], ...]
    names: dict[str, str]
    labels: dict[str, str]
    heads: tuple[tuple[float, str], ...]
    bottom: float


def draw_story(story: Story) -> str:
    """All families of a story, one below the other, on one axis of time.

    Args:
        story: the story; reports that share no prose with others are drawn as boxes alone.

    Returns:
        A document of SVG that holds its own style, for light and dark.
    """
    moments = claimed_moments(story.reports)
    trees = [(family, walk_family(family, moments)) for family in story.families]
    axis = stretch_axis([nodes for _, nodes in trees], moments)
    zone = choose_zone(story.reports)
    wrapped = textwrap.wrap(visible(story.summary), 96)
    top = MARGIN + LINE_HEIGHT * len(wrapped) + (AXIS_HEIGHT if axis else 0.0)
    drawn = _place(story, trees, (axis, zone, moments), top)
    right = max([LEAST_WIDTH, *(layout.width for _, layout in drawn.families)])
    spoken, width, bottom = _spoken(story, drawn, right)
    legend = _legend(drawn, drawn_spoken=bool(spoken))
    if axis:
        legend.append(("", _about_times(story, axis, zone)))
    height = bottom + 14 + LINE_HEIGHT * len(legend) + MARGIN
    pieces = [
        *(_text(0, MARGIN + LINE_HEIGHT * place, line, "title") for place, line in enumerate(wrapped, start=0)),
        *(_axis(axis, zone, (top, bottom)) if axis else ()),
        *(_text(0, y, text, "head") for y, text in drawn.heads),
        *spoken,
        *(piece for family, layout in drawn.families for piece in _family(family, layout, drawn)),
        *(piece for place, kind in enumerate(legend) for piece in _key(kind, bottom + 26 + LINE_HEIGHT * place)),
    ]
    width = max(width, *(text_width(line) for line in wrapped)) if wrapped else width
    return _document((width + 2 * MARGIN, height), (story.summary, _in_words(story, drawn.names)), pieces)


def _document(size: tuple[float, float], told: tuple[str, str], pieces: Sequence[str]) -> str:
    """The pieces in a document with a title and a description."""
    width, height = (f"{length:.0f}" for length in size)
    title, description = (escape(visible(text)) for text in told)
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'role="img" aria-labelledby="t d">'
    )
    words = f'<title id="t">{title}</title>\n<desc id="d">{description}</desc>\n<style>{STYLE}</style>'
    back = f'<rect class="back" width="{width}" height="{height}"/>\n<g transform="translate({MARGIN:.0f} 0)">'
    return "\n".join([opening, words, back, *pieces, "</g>", "</svg>\n"])


def _place(
    story: Story,
    trees: Sequence[tuple[Family, list[Node]]],
    time: tuple[Axis | None, Zone, Mapping[str, Moment]],
    top: float,
) -> _Drawn:
    """Families one below the other, those of one version last and closer together."""
    axis, zone, moments = time
    names = name_members(story)
    labels = label_members(story, names, zone, [node for _, nodes in trees for node in nodes])
    placed: list[tuple[Family, Layout]] = []
    heads: list[tuple[float, str]] = []
    alone = [family for family, nodes in trees if len(nodes) == 1 and len(family.versions[0].reports) == 1]
    for family, nodes in trees:
        if family not in alone or family == alone[0]:
            heads.append((top + HEAD_HEIGHT - 10, _head(family, alone, several=len(trees) > 1)))
            top += HEAD_HEIGHT
        layout = lay_out(nodes, labels, place_on_axis(nodes, moments, axis), top)
        layout = add_mosaics(layout, (edge for edge in family.edges if edge.mosaic))
        placed.append((family, layout))
        top += layout.height
    return _Drawn(tuple(placed), names, labels, tuple(heads), top)


def _head(family: Family, alone: Sequence[Family], *, several: bool) -> str:
    """What stands above a family."""
    if family in alone:
        return "Shares no prose with the others" if len(alone) == 1 else "Share no prose with the others"
    count = sum(len(version.reports) for version in family.versions)
    told = sources_in_words(family.sources)
    if several:
        return f"{count} reports with shared prose: {told}"
    return f"{'Both reports' if count == 2 else f'All {count} reports'} share prose: {told}"


def _family(family: Family, layout: Layout, drawn: _Drawn) -> Iterator[str]:
    """Edges, then boxes, of one family."""
    for line in layout.lines:
        yield from _edge(line, drawn.names)
    origins = {origin.id: origin for origin in family.origins}
    versions = {version.id: version for version in family.versions}
    for name, box in layout.boxes.items():
        if name in origins:
            told = f"{drawn.names[name]}: {origin_in_words(origins[name], drawn.names)}"
            yield _box(box, drawn.labels[name], told, "box origin")
        else:
            others = [drawn.names[one] for one in versions[name].reports]
            kind = "box" if box.standing in ("timed", "same time") else "box untimed"
            yield _box(box, drawn.labels[name], "the same text in: " + ", ".join(others), kind, single=len(others) == 1)


def _edge(line: Line, names: dict[str, str]) -> Iterator[str]:
    """A right-angled line with its words, an arrowhead where it is not of the tree, a probability where not sure."""
    edge, parent = line.edge, names[line.edge.parent]
    told = mosaic_in_words(edge, parent) if edge.mosaic else edge_in_words(edge, parent)
    if edge.mosaic:
        path = f"M{line.x:.1f} {line.y:.1f}H{line.turn:.1f}V{line.low:.1f}H{line.end + 6:.1f}"
        head = f"M{line.end:.1f} {line.low:.1f}l7 -3.5v7z"
        yield f'<path class="arrow" d="{head}"/>'
        kind, at = "edge mosaic", line.turn + 4
    else:
        path = f"M{line.x:.1f} {line.y:.1f}V{line.low:.1f}H{line.end:.1f}"
        kind, at = "edge" if edge.probability >= SURE else "edge unsure", line.turn + 2
    yield f'<path class="{kind}" d="{path}"><title>{escape(visible(names[edge.child]))}: {escape(told)}</title></path>'
    if edge.probability < SURE and not edge.mosaic:
        yield _text(at, line.low - 4, f"{edge.probability:.2f}".lstrip("0"), "chance")


def _box(box: Box, label: str, told: str, kind: str, *, single: bool = False) -> str:
    """A box with its label, and for whoever points at it what the label has no room for."""
    rect = (
        f'<rect class="{kind}" x="{box.x:.1f}" y="{box.y - BOX_HEIGHT / 2:.1f}" width="{box.width:.1f}" '
        f'height="{BOX_HEIGHT:.0f}" rx="3"/>'
    )
    more = escape(visible(told.removeprefix("the same text in: ") if single else told))
    return f"<g>{rect}{_text(box.x + BOX_MARGIN, box.y + 4, label, '')}<title>{more}</title></g>"


def _spoken(story: Story, drawn: _Drawn, right: float) -> tuple[list[str], float, float]:
    """Quotations that several families carry: boxes at the bottom, joined to their carriers by dotted rails on the
    right; how wide and how deep the drawing is with them."""
    held = {name: (place, version.id) for place, (family, _) in enumerate(drawn.families)
            for version in family.versions for name in version.reports}  # fmt: skip
    wanted = [one for one in story.spoken if len({held[name][0] for name in one.reports}) > 1][:SPOKEN_DRAWN]
    if not wanted:
        return [], right, drawn.bottom
    boxes = {name: box for _, layout in drawn.families for name, box in layout.boxes.items()}
    pieces = [_text(0, drawn.bottom + HEAD_HEIGHT - 10, "The same words spoken, in several families", "head")]
    bottom = drawn.bottom + HEAD_HEIGHT
    rails = right + RAIL_ROOM
    for place, one in enumerate(wanted):
        carriers: dict[int, str] = {}
        for name in sorted(one.reports, key=lambda name: (name != one.first, boxes[held[name][1]].y)):
            carriers.setdefault(held[name][0], held[name][1])
        label = _quotation(one)
        box = Box("", 0.0, bottom + LANE / 2, text_width(label) + 2 * BOX_MARGIN, "no time")
        rail = max(rails, box.right + RAIL_ROOM) + RAIL_ROOM * place
        told = escape(f"{one.words.exact}: {spoken_in_words(one, drawn.names)}")
        stubs = "".join(
            f"M{boxes[name].right:.1f} {boxes[name].y + SPOKEN_DOWN:.1f}H{rail:.1f}"
            for name in carriers.values()
        )  # fmt: skip
        high = min(boxes[name].y for name in carriers.values()) + SPOKEN_DOWN
        path = f"{stubs}M{rail:.1f} {high:.1f}V{box.y:.1f}H{box.right:.1f}"
        pieces.append(f'<path class="edge spoken" d="{path}"><title>{visible(told)}</title></path>')
        pieces += [
            f'<circle class="arrow" cx="{rail:.1f}" cy="{boxes[name].y + SPOKEN_DOWN:.1f}" r="2.2"/>'
            for name in carriers.values()
        ]
        pieces.append(_box(box, label, f"{one.words.exact}: {spoken_in_words(one, drawn.names)}", "box speech"))
        bottom += LANE
        right = max(right, rail + RAIL_ROOM)
    return pieces, right, bottom


def _quotation(one: SpokenOrigin) -> str:
    """A quotation and its speaker, as they fit into a box."""
    words = " ".join(visible(one.words.exact).split()).strip("“”\"' ")
    shown = words if len(words) <= SPOKEN_CHARACTERS else words[:SPOKEN_CHARACTERS].rsplit(" ", 1)[0] + " …"
    return f"“{shown}” {clip_name(one.speaker or 'speaker not told')}"


def _axis(axis: Axis, zone: Zone, ends: tuple[float, float]) -> Iterator[str]:
    """Lines at round times, with the times above them; where the axis is cut, a gap that says so."""
    top, bottom = ends
    for tick in mark_axis(axis, zone):
        yield f'<path class="grid" d="M{tick.x:.1f} {top - 4:.1f}V{bottom:.1f}"/>'
        yield _text(tick.x, top - 9, tick.label, "tick")
        if bottom - top > TALL:
            yield _text(tick.x, bottom + 12, tick.label, "tick")
    for _, end in axis.cuts:
        x = axis.place(end) - CUT_BEFORE
        yield f'<path class="cut" d="M{x:.1f} {top - 7:.1f}l4 -10m2 10l4 -10"><title>time left out</title></path>'


def _legend(drawn: _Drawn, *, drawn_spoken: bool) -> list[tuple[str, str]]:
    """The kinds of line and box that are drawn, each with its meaning."""
    lines = [line.edge for _, layout in drawn.families for line in layout.lines]
    boxes = [box for _, layout in drawn.families for box in layout.boxes.values()]
    origins = {origin.id for family, _ in drawn.families for origin in family.origins}
    sure = "; a number is its probability, where it is under .90"
    known = (
        ("edge", "copied from, or a later version of" + sure, any(not edge.mosaic for edge in lines)),
        ("edge mosaic", "also has text from (arrow at whoever took it over)", any(edge.mosaic for edge in lines)),
        ("edge spoken", "the same words spoken; need not have copied", drawn_spoken),
        ("box origin", "a source that is not among the reports", any(box.name in origins for box in boxes)),
        ("box untimed", "no time, or one before its parent's: stands beside its parent",
         any(box.name not in origins and box.standing in ("no time", "before its parent") for box in boxes)),
    )  # fmt: skip
    return [(kind, told) for kind, told, used in known if used]


def _about_times(story: Story, axis: Axis, zone: Zone) -> str:
    """What must be known to read the axis."""
    claims = [report.published for report in story.reports if report.published and "T" in report.published.iso]
    zoned = sum(offset_of(claim) is not None for claim in claims)
    told = f"Times as the reports claim them, {zone.name}"
    if 0 < zoned < len(claims):
        told += f"; {len(claims) - zoned} without a zone, taken to be in it"
    told += "; the axis is wider where reports follow closely" if axis.stretched else ""
    return told + ("; // stands for time left out" if axis.cuts else "")


def _key(entry: tuple[str, str], y: float) -> Iterator[str]:
    """One line of the legend."""
    kind, told = entry
    if kind.startswith("box"):
        yield f'<rect class="{kind}" x="0" y="{y - 10:.1f}" width="28" height="12" rx="3"/>'
    elif kind:
        yield f'<path class="{kind}" d="M0 {y - 4:.1f}H28"/>'
    yield _text(38 if kind else 0, y, told, "tick")


def _text(x: float, y: float, text: str, kind: str) -> str:
    """A line of text."""
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x:.1f}" y="{y:.1f}">{escape(visible(text))}</text>'


def _in_words(story: Story, names: dict[str, str]) -> str:
    """The edges of the drawing as a list in words."""
    told = []
    for family in story.families:
        for edge in family.edges:
            if edge.mosaic:
                told.append(f"{names[edge.child]} {mosaic_in_words(edge, names[edge.parent])}.")
            elif edge.shown:
                told.append(f"{names[edge.child]}: {edge_in_words(edge, names[edge.parent])}.")
    none = [] if told else ["No report has its prose from another."]
    spoken = [f"{one.words.exact.strip()}: {spoken_in_words(one, names)}." for one in story.spoken]
    return "\n".join([*told, *none, *spoken])
