"""A story as GraphML: versions and origins as nodes, every edge with its probability."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from whence.export.story_words import short_name
from whence.records import Story

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NODE_KEYS = {
    "kind": "string", "name": "string", "title": "string", "published": "string", "reports": "int",
    "probability": "double",
}  # fmt: skip
EDGE_KEYS = {"kind": "string", "probability": "double", "shown": "boolean", "mosaic": "boolean", "words": "int"}
_CONTROL = {code: None for code in range(32) if code not in (9, 10, 13)}


def story_graph(story: Story) -> str:
    """A story as a document of GraphML (Brandes and others 2002), which any graph tool reads."""
    root = Element("graphml", xmlns=NAMESPACE)
    for target, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys.items():
            SubElement(root, "key", {"id": f"{target}.{name}", "for": target, "attr.name": name, "attr.type": kind})
    graph = SubElement(root, "graph", edgedefault="directed", id="story")
    by_id = {report.id: report for report in story.reports}
    for family in story.families:
        roots = {one.version: one.probability for one in family.roots}
        for origin in family.origins:
            node = SubElement(graph, "node", id=_clean(f"{family.id} {origin.id}"))
            _data(node, "node", {"kind": origin.kind, "name": origin.name, "probability": origin.probability})
        for version in family.versions:
            report = by_id[version.id]
            known = {
                "kind": "version", "name": short_name(report), "title": report.title,
                "published": report.published.iso if report.published else None, "reports": len(version.reports),
                "probability": roots.get(version.id, 0.0),
            }  # fmt: skip
            _data(SubElement(graph, "node", id=_clean(version.id)), "node", known)
        outside = {origin.id for origin in family.origins}
        for edge in family.edges:
            source = f"{family.id} {edge.parent}" if edge.parent in outside else edge.parent
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
    return text.translate(_CONTROL)
