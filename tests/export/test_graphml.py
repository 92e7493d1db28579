"""GraphML of a story: it loads where graphs are read, with every node, every edge and what is known of each."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.export.example_stories import a_large_story, a_pair, the_bridge
from whence.export.graphml import NAMESPACE, story_graph
from whence.records import Story


def loaded(story: Story) -> Any:
    """The graph as NetworkX reads it; skipped where that is not installed."""
    networkx = pytest.importorskip("networkx")
    return networkx.read_graphml(BytesIO(story_graph(story).encode("utf-8")))


def test_networkx_reads_every_version_and_origin() -> None:
    graph = loaded(the_bridge())
    kinds = sorted(data["kind"] for _, data in graph.nodes(data=True))
    assert kinds == ["origin"] + ["version"] * 6
    gazette = graph.nodes["gazette"]
    assert gazette["outlet"] == "Port Gazette"
    assert gazette["title"] == "Bridge closed (gazette)"
    assert gazette["published"] == "2024-03-12T09:40+00:00"
    assert graph.nodes["courier"]["reports"] == 2


def test_networkx_reads_every_edge_with_its_probability() -> None:
    graph = loaded(the_bridge())
    assert graph.is_directed()
    copied = graph.edges["courier", "gazette"]
    assert copied == {"kind": "copy", "probability": 0.93, "shown": True, "mosaic": False, "words": 90} | copied
    assert graph.edges["wire", "blog"]["mosaic"] is True
    assert graph.edges["wire", "evening"]["shown"] is False
    assert graph.edges["wire origin:AP", "wire"]["kind"] == "common"


def test_no_edge_leads_to_a_node_that_is_not_there() -> None:
    root = ElementTree.fromstring(story_graph(a_large_story(60)))
    nodes = {node.get("id") for node in root.iter(f"{{{NAMESPACE}}}node")}
    ends = {edge.get(end) for edge in root.iter(f"{{{NAMESPACE}}}edge") for end in ("source", "target")}
    assert ends <= nodes and len(nodes) == 60


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    pair = a_pair()
    hostile = replace(pair.reports[0], outlet="Harle\x00\x1b\ud800￿ <Courier> & Co", title=None)
    story = replace(pair, reports=(hostile, pair.reports[1]))
    root = ElementTree.fromstring(story_graph(story).encode("utf-8"))
    assert any("<Courier> & Co" in (data.text or "") for data in root.iter(f"{{{NAMESPACE}}}data"))


def test_an_edge_from_a_source_that_is_not_listed_still_has_both_ends() -> None:
    pair = a_pair()
    family = replace(pair.families[0], edges=(replace(pair.families[0].edges[0], parent="origin:lost", kind="common"),))
    root = ElementTree.fromstring(story_graph(replace(pair, families=(family,))))
    nodes = {node.get("id") for node in root.iter(f"{{{NAMESPACE}}}node")}
    assert {edge.get("source") for edge in root.iter(f"{{{NAMESPACE}}}edge")} <= nodes


def test_the_same_story_gives_the_same_bytes() -> None:
    assert story_graph(the_bridge()) == story_graph(the_bridge())
