"""The drawn tree inside a page: without its own style, its boxes links to their reports."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping

from markupsafe import Markup

from whence.export.tree_svg import draw_story
from whence.records import Story

SVG = "http://www.w3.org/2000/svg"
TITLE_HEIGHT = 18.0  # of a line of the summary, as tree_svg.LINE_HEIGHT: the page has said it


def inline_tree(story: Story, numbers: Mapping[str, int], names: Mapping[str, str]) -> Markup:
    """The family tree as part of a page.

    Args:
        story: the story.
        numbers: the number of each report, by id.
        names: what each is called.

    Returns:
        An SVG element. It is safe because it is not put together from text: the drawing is parsed as XML, changed as a
        tree, and written by the serialiser, which escapes every text and attribute; no element but those that
        `tree_svg` draws and links to own pages can be in it.
    """
    root = ET.fromstring(draw_story(story))
    _drop_style_and_summary(root)
    root.set("role", "group")
    root.attrib.pop("aria-labelledby", None)
    root.set("aria-label", "Family tree; the list below says the same in words")
    _link_boxes(root, {names[name]: number for name, number in numbers.items()})
    ET.register_namespace("", SVG)
    return Markup(ET.tostring(root, encoding="unicode"))


def _drop_style_and_summary(root: ET.Element) -> None:
    """Take out what the page has in its own style sheet and its own headline."""
    for parent in list(root.iter()):
        for child in list(parent):
            kind = child.tag.removeprefix(f"{{{SVG}}}")
            if kind in ("style", "desc") or (kind == "title" and parent is root) or child.get("class") == "back":
                parent.remove(child)
    lines = [(parent, child) for parent in root.iter() for child in parent if child.get("class") == "title"]
    for parent, child in lines:
        parent.remove(child)
    left, _, width, height = root.get("viewBox", "0 0 0 0").split()
    shift = TITLE_HEIGHT * len(lines)
    root.set("viewBox", f"{left} {shift:.0f} {width} {float(height) - shift:.0f}")
    root.set("height", f"{float(height) - shift:.0f}")


def _link_boxes(root: ET.Element, numbers: Mapping[str, int]) -> None:
    """Make every box that is a report a link to it: its label begins with the report's name, told apart by number."""
    for group in list(root.iter(f"{{{SVG}}}g")):
        for place, child in enumerate(list(group)):
            if child.tag != f"{{{SVG}}}g":
                continue
            title = child.find(f"{{{SVG}}}title")
            names = (title.text or "").removeprefix("the same text in: ") if title is not None else ""
            number = numbers.get(names) or numbers.get(names.partition(", ")[0])
            rect = child.find(f"{{{SVG}}}rect")
            if number is None or rect is None or "origin" in rect.get("class", "") or "speech" in rect.get("class", ""):
                continue
            link = ET.Element(f"{{{SVG}}}a", {"href": f"/report/{number}"})
            link.append(child)
            group.remove(child)
            group.insert(place, link)
