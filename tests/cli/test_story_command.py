"""`whence story`: what is printed and written, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result
from tests.families.texts_of_families import ORIGINAL, OTHER, reworded

from whence.cli.app import whence

AGENCY = [f"HARLE (AP) — {ORIGINAL[0]}", *ORIGINAL[1:]]


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Four reports: an agency's text twice, a copy of it, and one of its own."""
    copied = reworded(ORIGINAL[:4], about_23="over 23", found_41="found more than 40", early="at dawn")
    texts = {"wire": AGENCY, "post": AGENCY[:4], "blog": copied, "radio": OTHER}
    for name, paragraphs in texts.items():
        (tmp_path / f"{name}.txt").write_text("\n\n".join(paragraphs), "utf-8")
    return [str(tmp_path / f"{name}.txt") for name in texts]


def run(*words: str) -> Result:
    """The command line's answer."""
    return CliRunner().invoke(whence, [*words], catch_exceptions=False)


def test_the_first_line_counts_reports_and_independent_sources(files: list[str]) -> None:
    found = run("story", *files)
    assert found.exit_code == 0
    assert found.stdout.startswith("4 reports, 2 independent sources (90 % interval")


def test_three_reports_without_a_command_are_a_story(files: list[str]) -> None:
    assert run(*files).stdout == run("story", *files).stdout
    assert "independent source" not in run(*files[:2]).stdout


def test_the_tree_names_the_agency_and_who_stands_alone(files: list[str]) -> None:
    told = run("story", *files).stdout
    assert "[AP, not among the reports]" in told
    assert "Share no prose with the others (1)" in told
    assert told.index("radio.txt") > told.index("blog.txt")


def test_json_gives_every_edge_with_probability_and_clues(files: list[str]) -> None:
    document = json.loads(run("story", *files, "--json").stdout)
    assert document["schema"] == "whence.story/1"
    edges = [edge for family in document["families"] for edge in family["edges"]]
    assert edges and all(0 <= edge["probability"] <= 1 for edge in edges)
    assert any(edge["clues"] for edge in edges)
    texts = {report["id"]: Path(report["source"]).read_text("utf-8") for report in document["reports"]}
    for edge in edges:
        for evidence in (e for clue in edge["clues"] for e in clue["evidence"]):
            assert texts[evidence["report"]][evidence["start"] : evidence["end"]] == evidence["text"]


def test_drawing_and_graph_are_written_and_well_formed(files: list[str], tmp_path: Path) -> None:
    svg, graph = tmp_path / "tree.svg", tmp_path / "tree.graphml"
    found = run("story", *files, "--svg", str(svg), "--graphml", str(graph))
    assert found.exit_code == 0
    assert ElementTree.parse(svg).getroot().tag.endswith("svg")
    assert ElementTree.parse(graph).getroot().tag.endswith("graphml")


def test_a_wording_is_followed(files: list[str]) -> None:
    told = run("story", *files, "--carries", "about 23,400 vehicles").stdout
    assert told.startswith("“about 23,400 vehicles” stands in 2 of 4 reports.")


def test_reports_with_nothing_in_common_exit_with_one(files: list[str], tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("The price of bread rose again, the bakers of the valley complained.", "utf-8")
    assert run("story", files[0], str(other)).exit_code == 1


def test_a_file_that_cannot_be_read_is_listed_and_the_rest_is_done(files: list[str], tmp_path: Path) -> None:
    found = run("story", *files, str(tmp_path / "missing.txt"))
    assert found.exit_code == 3
    assert "missing.txt" in found.stderr
    assert "4 reports" in found.stdout


def test_one_report_is_no_story(files: list[str]) -> None:
    with pytest.raises(Exception, match="two reports or more"):
        run("story", files[0])


def test_an_unknown_suffix_is_refused(files: list[str]) -> None:
    with pytest.raises(Exception, match=r"cannot write \.png"):
        run("story", *files, "-o", "tree.png")
