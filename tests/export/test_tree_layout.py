"""Where the boxes and edges of a family tree stand, for any tree with any times."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.export.example_stories import a_family
from whence.export.claimed_times import Moment
from whence.export.tree_axis import STEP, stretch_axis
from whence.export.tree_layout import BOX_HEIGHT, Layout, Line, add_mosaics, lay_out, place_on_axis
from whence.export.tree_order import Node, walk_family
from whence.records import Edge, Family

Moments = dict[str, Moment]


@st.composite
def timed_families(draw: st.DrawFn) -> tuple[Family, Moments]:
    """A forest of up to 25 versions, with or without times, the times in any order; a few have text of a second."""
    size = draw(st.integers(1, 25))
    names = [f"v{number:02d}" for number in range(size)]
    times = draw(st.lists(st.none() | st.integers(0, 5000).map(float), min_size=size, max_size=size))
    edges = []
    for number in range(1, size):
        parent = draw(st.none() | st.integers(0, number - 1))
        if parent is not None:
            edges.append(Edge(names[parent], names[number], "copy", 0.95, True, words=30))
        if draw(st.integers(0, 6)) == 0:
            second = draw(st.integers(0, number - 1))
            edges.append(Edge(names[second], names[number], "copy", 0.8, mosaic=True, words=30))
    known = {name: Moment(time, time + 1) for name, time in zip(names, times, strict=True) if time is not None}
    return a_family(tuple(edges), tuple(names)), known


def laid(family: Family, moments: Moments) -> tuple[list[Node], Layout]:
    """The tree and its layout, every label 20 signs long."""
    nodes = walk_family(family, moments)
    axis = stretch_axis([nodes], moments)
    labels = {node.name: "x" * 20 for node in nodes}
    layout = lay_out(nodes, labels, place_on_axis(nodes, moments, axis), 100.0)
    return nodes, add_mosaics(layout, [edge for edge in family.edges if edge.mosaic])


def met(line: Line, layout: Layout) -> set[str]:
    """The boxes that the upright part of an edge runs through."""
    high, low = sorted((line.y, line.low))
    return {
        box.name
        for box in layout.boxes.values()
        if box.x < line.turn < box.right and box.y - BOX_HEIGHT / 2 < low and box.y + BOX_HEIGHT / 2 > high
    }


@given(timed_families())
def test_every_version_has_a_box_and_no_two_boxes_overlap(example: tuple[Family, Moments]) -> None:
    family, moments = example
    boxes = laid(family, moments)[1].boxes
    assert set(boxes) == {version.id for version in family.versions}
    lanes = sorted(box.y for box in boxes.values())
    assert all(lower - upper > BOX_HEIGHT for upper, lower in pairwise(lanes))


@given(timed_families())
def test_every_edge_is_drawn_from_its_parent_to_its_child(example: tuple[Family, Moments]) -> None:
    family, moments = example
    layout = laid(family, moments)[1]
    assert sorted(line.edge.child for line in layout.lines) == sorted(edge.child for edge in family.edges)
    for line in layout.lines:
        parent, child = layout.boxes[line.edge.parent], layout.boxes[line.edge.child]
        assert line.low == child.y
        if line.edge.mosaic:
            assert (line.x, line.y, line.end) == (parent.right, parent.y, child.right)
        else:
            assert (line.y, line.end) == (parent.y + BOX_HEIGHT / 2, child.x)
            assert parent.x < line.x < parent.right


@given(timed_families())
def test_no_edge_runs_through_a_box(example: tuple[Family, Moments]) -> None:
    layout = laid(*example)[1]
    assert [line for line in layout.lines if met(line, layout)] == []


@given(timed_families())
def test_a_child_stands_to_the_right_of_its_parent(example: tuple[Family, Moments]) -> None:
    layout = laid(*example)[1]
    for line in layout.lines:
        if line.edge.shown:
            assert layout.boxes[line.edge.child].x >= layout.boxes[line.edge.parent].x + STEP - 0.11


@given(timed_families())
def test_a_box_whose_time_agrees_with_the_tree_stands_at_its_time(example: tuple[Family, Moments]) -> None:
    family, moments = example
    nodes, layout = laid(family, moments)
    axis = stretch_axis([nodes], moments)
    for node in nodes:
        if axis and node.standing == "timed":
            assert layout.boxes[node.name].x == axis.place(moments[node.name].start)


@given(timed_families())
def test_what_came_from_a_version_stands_in_the_lanes_right_below_it(example: tuple[Family, Moments]) -> None:
    nodes = laid(*example)[0]
    for place, node in enumerate(nodes):
        assert node.edge is None or node.edge.parent == nodes[place - 1].name or nodes[place - 1].depth >= node.depth
        assert len(node.last) == node.depth


@given(timed_families())
def test_the_order_of_edges_in_the_record_does_not_matter(example: tuple[Family, Moments]) -> None:
    family, moments = example
    turned = a_family(family.edges[::-1], tuple(version.id for version in family.versions)[::-1])
    assert laid(family, moments)[1].boxes == laid(turned, moments)[1].boxes


def test_a_later_claim_than_the_parents_is_timed_an_earlier_one_is_told() -> None:
    family = a_family(
        (Edge("a", "b", "copy", 0.9, True), Edge("b", "c", "copy", 0.9, True), Edge("c", "d", "copy", 0.9, True)),
        ("a", "b", "c", "d"),
    )
    nodes = walk_family(family, {"a": Moment(60, 61), "b": Moment(30, 31), "c": Moment(60, 61)})
    assert [node.standing for node in nodes] == ["timed", "before its parent", "same time", "no time"]


def test_a_version_whose_parent_is_not_there_stands_at_the_top() -> None:
    family = a_family((Edge("origin:lost", "a", "common", 0.6, True),), ("a", "b"))
    assert [(node.name, node.depth) for node in walk_family(family, {})] == [("a", 0), ("b", 0)]


def test_a_day_on_which_its_parent_appeared_is_not_before_it() -> None:
    family = a_family((Edge("a", "b", "copy", 0.9, True),), ("a", "b"))
    told = {day: walk_family(family, {"a": Moment(1500, 1501), "b": Moment(day, day + 1440)})[1].standing
            for day in (0.0, 1440.0, 2880.0)}  # fmt: skip
    assert told == {0.0: "before its parent", 1440.0: "same time", 2880.0: "timed"}
