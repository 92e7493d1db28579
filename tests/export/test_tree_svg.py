"""The drawn tree: nothing overlaps, every edge is there, time runs to the right."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from whence.export.graphml import story_graph
from whence.export.tree_layout import BOX_HEIGHT, Axis, lay_out, ticks
from whence.export.tree_svg import draw_story
from whence.records import Edge, Family, Origin, Published, Report, Root, SourceCount, Story, Version

SVG = "{http://www.w3.org/2000/svg}"
TREES = st.lists(st.integers(0, 30), min_size=1, max_size=30)
TIMES = st.lists(st.one_of(st.none(), st.floats(0, 1e5)), min_size=31, max_size=31)


def family(parents: list[int]) -> Family:
    """A tree: member k + 1 hangs on member parents[k] modulo k + 1."""
    names = [f"r{k}" for k in range(len(parents) + 1)]
    edges = [Edge(names[parent % (k + 1)], names[k + 1], "copy", 0.8, shown=True) for k, parent in enumerate(parents)]
    versions = tuple(Version(name, (name,)) for name in names)
    return Family("r0", versions, (), tuple(edges), (Root("r0", 0.9, shown=True),), SourceCount(1.1, 1, 2))


def story(parents: list[int], minutes: list[float | None]) -> Story:
    """A story of one family."""
    one = family(parents)
    reports = tuple(
        Report(v.id, v.id, "", outlet=f"Outlet <{v.id}> & Co", published=_published(minutes[k]))
        for k, v in enumerate(one.versions)
    )
    return Story(reports, (one,), (), (), one.sources, f"{len(reports)} reports, 1 independent source.")


def _published(minutes: float | None) -> Published | None:
    """A time to the minute on one day."""
    if minutes is None:
        return None
    return Published(f"2024-03-12T{int(minutes) // 60 % 24:02}:{int(minutes) % 60:02}Z", "minute", "record")


@given(TREES, TIMES)
def test_no_two_boxes_overlap_and_children_stand_right_of_parents(
    parents: list[int], times: list[float | None]
) -> None:
    one = family(parents)
    minutes = {version.id: times[k] for k, version in enumerate(one.versions)}
    layout = lay_out(one, {version.id: version.id for version in one.versions}, minutes, Axis(0, 1e5))
    assert len(layout.boxes) == len(one.versions)
    lanes = sorted(box.y for box in layout.boxes.values())
    assert all(below - above > BOX_HEIGHT for above, below in pairwise(lanes))
    for edge in one.edges:
        assert layout.boxes[edge.child].x > layout.boxes[edge.parent].x


@given(TREES, TIMES)
def test_every_edge_and_every_report_is_drawn(parents: list[int], times: list[float | None]) -> None:
    drawn = ElementTree.fromstring(draw_story(story(parents, times)))
    edges = [path for path in drawn.iter(f"{SVG}path") if path.get("class", "").startswith("edge")]
    boxes = [box for box in drawn.iter(f"{SVG}rect") if box.get("class", "").startswith("box")]
    assert len(edges) == len(parents)
    assert len(boxes) == len(parents) + 1


def test_the_drawing_says_in_words_what_it_shows() -> None:
    drawn = ElementTree.fromstring(draw_story(story([0, 0], [1.0, 2.0, None, *[None] * 28])))
    told = drawn.find(f"{SVG}desc")
    assert drawn.get("role") == "img"
    assert told is not None and "probably copied from Outlet <r0> & Co" in (told.text or "")


def test_an_origin_outside_the_reports_has_a_dashed_box() -> None:
    origin = Origin("origin:AP", "agency", "AP", 0.99)
    edges = tuple(Edge("origin:AP", name, "common", 0.99, shown=True) for name in ("r0", "r1"))
    versions = (Version("r0", ("r0",)), Version("r1", ("r1", "r2")))
    one = Family("r0", versions, (origin,), edges, (), SourceCount(1.0, 1, 1))
    reports = tuple(Report(name, name, "", outlet=name) for name in ("r0", "r1", "r2"))
    drawn = draw_story(Story(reports, (one,), (), (), one.sources, "3 reports"))
    assert 'class="box origin"' in drawn and ">AP<" in drawn and "r1 +1" in drawn


def test_the_same_story_gives_the_same_bytes() -> None:
    one = story([0, 1, 0, 2], [None] * 31)
    assert draw_story(one) == draw_story(one)
    assert story_graph(one) == story_graph(one)


def test_a_graph_has_every_edge_with_its_probability() -> None:
    root = ElementTree.fromstring(story_graph(story([0, 1], [None] * 31)).encode())
    space = "{http://graphml.graphdrawing.org/xmlns}"
    edges = list(root.iter(f"{space}edge"))
    assert [(edge.get("source"), edge.get("target")) for edge in edges] == [("r0", "r1"), ("r1", "r2")]
    data = {one.get("key"): one.text for one in edges[0]}
    assert data["edge.probability"] == "0.8" and data["edge.shown"] == "true"


@given(st.floats(0, 1e7), st.floats(1, 1e7))
def test_ticks_are_few_and_on_the_axis(first: float, length: float) -> None:
    found = ticks(Axis(first, first + length))
    assert len(found) <= 12
    assert all(first - 1e-6 <= tick <= first + length + 1e-6 for tick in found)
