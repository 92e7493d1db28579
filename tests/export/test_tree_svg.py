"""The drawn family tree: it says what the story says, loads as XML, and holds nothing that runs or is fetched."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tests.export.example_stories import a_family, a_large_story, a_pair, a_report, the_bridge
from whence.export.tree_svg import draw_story
from whence.records import Edge, Origin, SourceCount, Story

SVG = "{http://www.w3.org/2000/svg}"
BRIDGE = the_bridge()
STORIES = {"pair": a_pair(), "bridge": BRIDGE, "forty": a_large_story(40), "two hundred": a_large_story(200)}


def drawn(story: Story) -> ElementTree.Element:
    return ElementTree.fromstring(draw_story(story))


def labels(root: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def paths(root: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    """Paths of a class that are part of the tree: those of the legend have no words."""
    return [
        p
        for p in root.iter(f"{SVG}path")
        if kind in (p.get("class") or "").split() and p.find(f"{SVG}title") is not None
    ]


def numbers(element: ElementTree.Element, *names: str) -> list[float]:
    return [float(element.get(name) or "nan") for name in names]


@pytest.mark.parametrize("story", STORIES.values(), ids=list(STORIES))
def test_everybody_is_drawn_within_the_drawing(story: Story) -> None:
    root = drawn(story)
    width, height = numbers(root, "width", "height")
    inside = [group.find(f"{SVG}rect") for group in root.iter(f"{SVG}g") if group.find(f"{SVG}rect") is not None]
    versions = sum(len(family.versions) for family in story.families)
    assert len(inside) >= versions
    for rect in inside:
        assert rect is not None
        x, y, wide, high = numbers(rect, "x", "y", "width", "height")
        assert x >= 0 and y >= 0 and x + wide < width and y + high < height


@pytest.mark.parametrize("story", STORIES.values(), ids=list(STORIES))
def test_the_same_story_gives_the_same_bytes(story: Story) -> None:
    assert draw_story(story) == draw_story(story)


@pytest.mark.parametrize("story", STORIES.values(), ids=list(STORIES))
def test_every_edge_of_the_tree_is_drawn_and_listed_in_words(story: Story) -> None:
    root = drawn(story)
    edges = [edge for family in story.families for edge in family.edges if edge.shown or edge.mosaic]
    lines = [path for path in paths(root, "edge") if "spoken" not in (path.get("class") or "")]
    assert len(lines) == len(edges)
    description = root.findtext(f"{SVG}desc") or ""
    assert description.count("probability") == len(edges)


def test_the_drawing_is_an_image_with_a_title_and_a_description() -> None:
    root = drawn(BRIDGE)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "t d"
    assert root.findtext(f"{SVG}title") == BRIDGE.summary
    words = root.findtext(f"{SVG}desc") or ""
    assert "Port Gazette: copied from Harle Courier, probability 0.93, 90 words of prose shared." in words
    assert "Dockside Notes also has text from Northern Wire" in words
    assert "Oda Brandt" in words


def test_every_box_has_the_outlet_and_the_time() -> None:
    told = labels(drawn(BRIDGE))
    assert "Northern Wire · 2024-03-12 06:05" in told
    assert "Harle Courier + 1 alike · 2024-03-12 07:10" in told
    assert "Evening Ledger · no time" in told


def test_a_day_is_written_once_where_all_are_of_one_day() -> None:
    root = drawn(a_pair())
    assert "Harle Courier · 07:10" in labels(root)
    assert any(label.startswith("2024-03-12 07:10") for label in labels(root))


def test_the_axis_says_in_which_zone_it_is() -> None:
    told = labels(drawn(BRIDGE))
    assert any("UTC" in label for label in told if label.startswith("2024-03-1"))
    assert any(label.startswith("Times as the reports claim them, UTC") for label in told)


def test_only_edges_that_are_not_sure_carry_their_probability() -> None:
    told = [label for label in labels(drawn(BRIDGE)) if re.fullmatch(r"\.\d\d", label)]
    assert sorted(told) == [".55", ".72", ".84"]


def test_a_source_outside_is_a_dashed_box_that_says_what_names_it() -> None:
    root = drawn(BRIDGE)
    boxes = [group for group in root.iter(f"{SVG}g") if group.get("transform") is None]
    (box,) = [group for group in boxes if any("origin" in (rect.get("class") or "") for rect in group)]
    assert box.findtext(f"{SVG}text") == "AP"
    assert "named by “(AP)” in Northern Wire and Harle Courier" in (box.findtext(f"{SVG}title") or "")


def test_words_that_families_share_are_dotted_and_apart() -> None:
    (spoken,) = paths(drawn(BRIDGE), "spoken")
    assert "Oda Brandt" in (spoken.findtext(f"{SVG}title") or "")
    within = replace(BRIDGE, spoken=(replace(BRIDGE.spoken[0], reports=("wire", "courier"), first=None),))
    assert paths(drawn(within), "spoken") == []


def test_nothing_runs_and_nothing_is_fetched() -> None:
    document = draw_story(BRIDGE)
    assert not re.search(r"<script|href|url\(|@import|onload", document)
    assert document.count("http") == 1  # the name of SVG itself


def test_it_has_a_dark_side() -> None:
    assert "prefers-color-scheme:dark" in draw_story(BRIDGE)


def test_names_that_are_hostile_or_long_do_no_harm() -> None:
    name = '</text><script>alert("1")</script>\x00\ud800 & ' + "Long Name " * 40
    one, two = a_report("one", name, "2024-03-12T07:10+00:00"), a_report("two", "Port Gazette", None)
    family = a_family((Edge("one", "two", "copy", 0.95, True, words=88),), ("one", "two"))
    story = Story((one, two), (family,), (), (), SourceCount(1.0, 1, 1), "2 reports & more.")
    root = drawn(story)
    assert not list(root.iter(f"{SVG}script"))
    assert max(len(label) for label in labels(root)) < 120
    assert any("Long Name Long Name Long Name" in (title.text or "") for title in root.iter(f"{SVG}title"))
    draw_story(story).encode("utf-8")


def test_without_any_time_there_is_no_axis_and_depth_stands_for_it() -> None:
    reports = tuple(a_report(name, f"Paper {name}", None) for name in "abc")
    edges = (Edge("a", "b", "copy", 0.95, True), Edge("b", "c", "copy", 0.95, True))
    root = drawn(Story(reports, (a_family(edges, ("a", "b", "c")),), (), (), SourceCount(1.0, 1, 1), "3 reports."))
    boxes = [
        rect for group in root.iter(f"{SVG}g") for rect in group.findall(f"{SVG}rect") if group.get("transform") is None
    ]
    assert [x for box in boxes for x in numbers(box, "x")] == [0.0, 36.0, 72.0]
    assert not paths(root, "grid") and not any("claim them" in label for label in labels(root))


def test_a_lost_source_has_no_name_but_its_words() -> None:
    one, two = a_report("one", "Harle Courier", None), a_report("two", "Port Gazette", None)
    passage = replace(BRIDGE.spoken[0].words, report_id="one")
    origin = Origin("origin:lost", "lost", None, 0.8, (), (passage,))
    edges = tuple(Edge("origin:lost", name, "common", 0.8, True, words=40) for name in ("one", "two"))
    story = Story((one, two), (a_family(edges, ("one", "two"), origin),), (), (), SourceCount(1.0, 1, 1), "2 reports.")
    root = drawn(story)
    assert "a lost source" in labels(root)
    assert "probably prints the same lost text" in (root.findtext(f"{SVG}desc") or "")


def test_a_story_of_nothing_is_drawn() -> None:
    assert drawn(Story((), (), (), (), SourceCount(0.0, 0, 0), "0 reports.")).findtext(f"{SVG}title") == "0 reports."
