"""A story as GraphML: versions and origins as nodes, every edge with its probability."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from whence.export.story_words import LOST, name_members
from whence.records import Story

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NODE_KEYS = {
    "kind": "string", "name": "string", "outlet": "string", "title": "string", "published": "string",
    "reports": "int", "family": "string", "probability": "double",
}  # fmt: skip
EDGE_KEYS = {"kind": "string", "probability": "double", "shown": "boolean", "mosaic": "boolean", "words": "int"}
_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2


def story_graph(story: Story) -> str:
    """A story as a document of GraphML (Brandes and others 2002), which any graph tool reads.

    Nodes are versions and origins ("kind"), with the probability that a version is a root, or that there is such an
    origin. Every edge is there, also those that are not in the likeliest tree.

    >>> from whence.records import SourceCount
    >>> "graphml" in story_graph(Story((), (), (), (), SourceCount(0.0, 0, 0), ""))
    True
    """
    root = Element("graphml", xmlns=NAMESPACE)
    for target, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys.items():
            SubElement(root, "key", {"id": f"{target}.{name}", "for": target, "attr.name": name, "attr.type": kind})
    graph = SubElement(root, "graph", edgedefault="directed", id="story")
    by_id, names = {report.id: report for report in story.reports}, name_members(story)
    for family in story.families:
        roots = {one.version: one.probability for one in family.roots}
        for origin in family.origins:
            node = SubElement(graph, "node", id=_clean(f"{family.id} {origin.id}"))
            told = {
                "kind": "origin",
                "name": origin.name or LOST,
                "family": family.id,
                "probability": origin.probability,
            }
            _data(node, "node", told)
        for version in family.versions:
            report = by_id[version.id]
            known: dict[str, object] = {
                "kind": "version", "name": names[version.id], "outlet": report.outlet, "title": report.title,
                "family": family.id,
                "published": report.published.iso if report.published else None, "reports": len(version.reports),
                "probability": roots.get(version.id, 0.0),
            }  # fmt: skip
            _data(SubElement(graph, "node", id=_clean(version.id)), "node", known)
        inside = {version.id for version in family.versions}
        listed = {origin.id for origin in family.origins}
        for missing in sorted({edge.parent for edge in family.edges} - inside - listed):
            node = SubElement(graph, "node", id=_clean(f"{family.id} {missing}"))
            _data(node, "node", {"kind": "origin", "name": LOST, "family": family.id})
        for edge in family.edges:
            source = edge.parent if edge.parent in inside else f"{family.id} {edge.parent}"
            ends = {"source": _clean(source), "target": _clean(edge.child)}
            told = {name: getattr(edge, name) for name in EDGE_KEYS}
            _data(SubElement(graph, "edge", ends), "edge", told)
    indent(root)
    written = BytesIO()
    ElementTree(root).write(written, encoding="utf-8", xml_declaration=True)
    return written.getvalue().decode("utf-8") + "\n"


def _data(element: Element, target: str, values: Mapping[str, object]) -> None:
    """The attributes of a node or an edge, without those that are not known."""
    for name, value in values.items():
        if value is not None:
            text = str(value).lower() if isinstance(value, bool) else str(value)
            SubElement(element, "data", key=f"{target}.{name}").text = _clean(text)


def _clean(text: str) -> str:
    """Text without the signs that XML cannot hold."""
    return _UNWRITABLE.sub("", text)
