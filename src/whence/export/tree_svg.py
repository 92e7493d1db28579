"""Family trees as SVG, drawn by the server: time from left to right, right-angled edges, no script.

Solid edges are prose that was taken over, dotted ones text from a second source; a dashed box is a source that is not
among the reports. What the drawing shows, its description lists in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from math import isfinite
from xml.sax.saxutils import escape

from whence.export.story_words import edge_in_words, origin_in_words, short_name
from whence.export.tree_layout import BOX_HEIGHT, LETTER, Axis, Box, Layout, lay_out, ticks
from whence.families.claims import EPOCH, read_claim
from whence.records import Edge, Family, Report, Story
from whence.text.visible import visible

MARGIN = 24.0
AXIS_HEIGHT = 34.0
TITLE_HEIGHT = 30.0
LABEL_CHARACTERS = 44
SURE = 0.9  # a less likely edge carries its probability
STYLE = """
text{font:12px system-ui,sans-serif;fill:#1b1b1b}
.title{font-weight:600;font-size:13px}.tick{font-size:11px;fill:#555}.chance{font-size:10.5px;fill:#444}
.box{fill:#fff;stroke:#39506b;stroke-width:1.2}.origin{stroke-dasharray:5 3;fill:#f6f3ea}
.untimed{stroke-opacity:.45}.edge{fill:none;stroke:#39506b;stroke-width:1.4}
.unsure{stroke-opacity:.6}.mosaic{stroke-dasharray:1.5 3.5}.grid{stroke:#ddd;stroke-width:1}.back{fill:#fcfcfb}
@media (prefers-color-scheme:dark){text{fill:#eee}.tick,.chance{fill:#bbb}.box{fill:#20262d;stroke:#9db7d6}
.origin{fill:#2e2a1f}.edge{stroke:#9db7d6}.grid{stroke:#3a3f45}.back{fill:#15181b}}
"""


def draw_story(story: Story) -> str:
    """All families of a story, one below the other, on one axis of time.

    Args:
        story: the story; reports that share no prose with others are drawn as boxes alone.

    Returns:
        A document of SVG that holds its own style, for light and dark.
    """
    by_id = {report.id: report for report in story.reports}
    minutes = {report.id: _minutes(report) for report in story.reports}
    known = [time for time in minutes.values() if time is not None]
    axis = Axis(min(known), max(*known, min(known) + 1)) if known else None
    pieces: list[str] = []
    top, width = MARGIN + TITLE_HEIGHT + (AXIS_HEIGHT if axis else 0), 400.0
    for family in story.families:
        labels = _labels(family, by_id)
        layout = lay_out(family, labels, minutes, axis)
        pieces += _family(family, layout, labels, by_id, top)
        top += layout.height + 10
        width = max(width, layout.width)
    size = (max(width, LETTER * len(story.summary)) + 2 * MARGIN, top + MARGIN)
    head = [
        f'<rect class="back" width="{size[0]:.0f}" height="{size[1]:.0f}"/>',
        _text(MARGIN, MARGIN + 6, story.summary, "title"),
        *(_axis(axis, size[1]) if axis else ()),
    ]
    return _document(size, (story.summary, _in_words(story, by_id)), [*head, *pieces])


def _document(size: tuple[float, float], told: tuple[str, str], pieces: list[str]) -> str:
    """The pieces in a document with a title and a description."""
    width, height = (f"{length:.0f}" for length in size)
    title, description = (escape(visible(text)) for text in told)
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'role="img" aria-labelledby="t d">'
    )
    words = f'<title id="t">{title}</title>\n<desc id="d">{description}</desc>\n<style>{STYLE}</style>'
    return "\n".join([opening, words, *pieces, "</svg>\n"])


def _minutes(report: Report) -> float | None:
    """When a report claims to have appeared, in minutes since 1970."""
    low = read_claim(report.published).low
    return low if isfinite(low) else None


def _labels(family: Family, by_id: dict[str, Report]) -> dict[str, str]:
    """What is written in each box."""
    found = {origin.id: _clip(origin.name or "a source not among them") for origin in family.origins}
    for version in family.versions:
        report = by_id[version.id]
        when = report.published.iso[11:16] or report.published.iso if report.published else "no time"
        more = f" +{len(version.reports) - 1}" if len(version.reports) > 1 else ""
        found[version.id] = f"{_clip(short_name(report))}{more} · {when}"
    return found


def _clip(name: str) -> str:
    """A name that fits."""
    name = visible(name)
    return name if len(name) <= LABEL_CHARACTERS else name[: LABEL_CHARACTERS - 1] + "…"


def _family(
    family: Family, layout: Layout, labels: dict[str, str], by_id: dict[str, Report], top: float
) -> Iterator[str]:
    """Edges, then boxes, of one family."""
    boxes = {name: box._replace(x=box.x + MARGIN, y=box.y + top) for name, box in layout.boxes.items()}
    for edge in family.edges:
        if (edge.shown or edge.mosaic) and edge.parent in boxes:
            yield from _edge(edge, boxes[edge.parent], boxes[edge.child])
    origins = {origin.id: origin for origin in family.origins}
    for name, box in boxes.items():
        if name in origins:
            yield _box(box, labels[name], origin_in_words(origins[name]), "box origin")
        else:
            report = by_id[name]
            told = f"{short_name(report)}: {report.title or ''}".strip()
            yield _box(box, labels[name], told, "box" if box.timed else "box untimed")


def _edge(edge: Edge, parent: Box, child: Box) -> Iterator[str]:
    """A right-angled line from below the parent to the left of its child."""
    x = parent.x + (10 if edge.shown else 16)
    down = parent.y + BOX_HEIGHT / 2 if child.y > parent.y else parent.y - BOX_HEIGHT / 2
    kind = "edge mosaic" if edge.mosaic else "edge" if edge.probability >= SURE else "edge unsure"
    path = f"M{x:.1f} {down:.1f}V{child.y:.1f}H{child.x:.1f}"
    yield f'<path class="{kind}" d="{path}"><title>{edge.probability:.2f}</title></path>'
    if edge.probability < SURE and edge.shown:
        yield _text(max(x + 2, child.x - 24), child.y - 3, f"{edge.probability:.2f}".lstrip("0"), "chance")


def _box(box: Box, label: str, told: str, kind: str) -> str:
    """A box with its label, and the full name for whoever points at it."""
    rect = (
        f'<rect class="{kind}" x="{box.x:.1f}" y="{box.y - BOX_HEIGHT / 2:.1f}" width="{box.width:.1f}" '
        f'height="{BOX_HEIGHT:.0f}" rx="3"/>'
    )
    return f"<g>{rect}{_text(box.x + 8, box.y + 4, label, '')}<title>{escape(visible(told))}</title></g>"


def _axis(axis: Axis, height: float) -> Iterator[str]:
    """Lines at round times, with the times above them."""
    day = ""
    for time in ticks(axis):
        x = MARGIN + axis.place(time)
        moment = EPOCH + timedelta(minutes=time)
        date, clock = f"{moment:%Y-%m-%d}", f"{moment:%H:%M}"
        label = date if clock == "00:00" else clock if date == day else f"{date} {clock}"
        day = date
        yield f'<path class="grid" d="M{x:.1f} {MARGIN + TITLE_HEIGHT + 14:.1f}V{height - MARGIN:.1f}"/>'
        yield _text(x, MARGIN + TITLE_HEIGHT + 8, label, "tick")
    yield _text(MARGIN, height - 10, "Times in UTC, as the reports claim them", "tick")


def _text(x: float, y: float, text: str, kind: str) -> str:
    """A line of text."""
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x:.1f}" y="{y:.1f}">{escape(visible(text))}</text>'


def _in_words(story: Story, by_id: dict[str, Report]) -> str:
    """The edges of the drawing as a list in words."""
    told = []
    for family in story.families:
        for edge in family.edges:
            if edge.shown:
                parent = by_id.get(edge.parent)
                told.append(
                    f"{short_name(by_id[edge.child])}: {edge_in_words(edge, short_name(parent) if parent else None)}."
                )
    return " ".join(told) or "No report has its prose from another."
