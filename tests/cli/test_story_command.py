"""`whence story` as a user meets it: sources, files by suffix, exit codes, and what is a story without the word."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

CompletedRun = subprocess.CompletedProcess[str]
BRIDGE = Path(__file__).parents[1] / "cases" / "harbour-bridge-story"
RAIN = "Rain fell on the quay all day. The ferry did not sail. The harbour was empty by noon."
SNOW = "Snow lay on the passes. Two lorries were stuck for an hour, and a plough came up from the valley."


def run(*arguments: object, stdin: str | None = None, **environment: str) -> CompletedRun:
    """Run `whence` as a user does, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "whence", *map(str, arguments)],
        capture_output=True, text=True, input=stdin, check=False, timeout=300, encoding="utf-8",
        env={**os.environ, "COLUMNS": "90", **environment},
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reports of different things, one that cannot be read, and JSON lines of the first and its reprint."""
    made = tmp_path_factory.mktemp("reports")
    line = {"text": RAIN, "outlet": "Alder Post", "published": "2024-11-29"}
    lines = [json.dumps({"id": "one", **line}), json.dumps({"id": "two", **line, "outlet": "Birch Times"})]
    files = {"rain.txt": RAIN, "snow.txt": SNOW, "empty.txt": "", "lines.jsonl": "\n".join(lines) + "\n"}
    for name, text in files.items():
        (made / name).write_text(text, "utf-8")
    return made


@pytest.fixture(scope="module")
def screen() -> CompletedRun:
    return run("story", BRIDGE)


@pytest.fixture(scope="module")
def document() -> Any:
    return json.loads(run("story", BRIDGE, "--json").stdout)


def test_a_folder_is_told_as_a_story(screen: CompletedRun) -> None:
    assert screen.returncode == 0, screen.stderr
    assert screen.stdout.startswith("6 reports, 2 independent sources")
    assert "gazette.txt → blog.txt" in screen.stdout
    assert "[AP]" in screen.stdout


def test_the_document_has_every_part_of_a_story(document: Any) -> None:
    assert document["schema"] == "whence.story/1"
    assert {"summary", "independent_sources", "reports", "families", "hops", "quotations"} <= set(document)
    assert "carried" not in document
    assert {report["id"] for report in document["reports"]} >= {
        name for family in document["families"] for version in family["versions"] for name in version["reports"]
    }


def test_evidence_in_the_document_is_what_the_reports_say(document: Any) -> None:
    texts = {report["id"]: Path(report["source"]).read_text("utf-8") for report in document["reports"]}

    def hold(value: Any) -> int:
        if isinstance(value, list):
            return sum(map(hold, value))
        if not isinstance(value, dict):
            return 0
        if {"report", "start", "end", "text"} <= set(value):
            assert texts[value["report"]][value["start"] : value["end"]] == value["text"]
            return 1
        return sum(map(hold, value.values()))

    assert hold(document["families"]) + hold(document["quotations"]) > 5


def test_files_are_written_by_their_suffix(tmp_path: Path) -> None:
    drawing, graph = tmp_path / "tree.svg", tmp_path / "tree.graphml"
    done = run("story", BRIDGE, "--svg", drawing, "--graphml", graph, "-o", tmp_path / "story.json")
    assert done.returncode == 0
    assert done.stdout.startswith("6 reports") and len(done.stdout.splitlines()) < 3
    assert ElementTree.parse(drawing).getroot().tag.endswith("svg")
    assert ElementTree.parse(graph).getroot().tag.endswith("graphml")
    assert json.loads((tmp_path / "story.json").read_text("utf-8"))["schema"] == "whence.story/1"


def test_another_suffix_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    done = run("story", BRIDGE, "-o", tmp_path / "story.pdf")
    assert done.returncode == 2
    assert ".json, .svg or .graphml" in done.stderr


def test_who_carries_a_figure_and_who_does_not() -> None:
    done = run("story", BRIDGE, "--carries", "more than 40")
    assert done.returncode == 0
    assert done.stdout.startswith("“more than 40” stands in 2 of 6 reports.")
    lines = done.stdout.splitlines()
    assert any("gazette.txt" in line and line.endswith("has it") for line in lines)
    assert any("wire.txt" in line and line.endswith("does not have it") for line in lines)


def test_where_a_wording_was_lost() -> None:
    done = run("story", BRIDGE, "--carries", "Nobody has been hurt")
    assert any("blog.txt" in line and line.endswith("LOST HERE") for line in done.stdout.splitlines())
    assert "gazette.txt has it" in done.stdout


def test_words_that_nobody_carries_are_nothing_found() -> None:
    done = run("story", BRIDGE, "--carries", "a herd of elephants")
    assert done.returncode == 1
    assert "none of the 6 reports" in done.stdout
    told = json.loads(run("story", BRIDGE, "--carries", "more than 40", "--json").stdout)["carried"]
    assert len(told["carriers"]) == 2


def test_no_words_to_look_for_is_a_mistake() -> None:
    assert run("story", BRIDGE, "--carries", " ").returncode == 2


def test_reports_that_share_nothing_are_nothing_found(folder: Path) -> None:
    done = run("story", folder / "rain.txt", folder / "snow.txt")
    assert done.returncode == 1
    assert "2 reports share no prose with the others" in done.stdout


def test_the_same_text_twice_is_one_source(folder: Path) -> None:
    done = run("story", folder / "lines.jsonl")
    assert done.returncode == 0
    assert "2 reports print one text: 1 source" in done.stdout
    assert "= 1 more, to the letter: Birch Times" in done.stdout


def test_what_cannot_be_read_is_listed_and_the_rest_is_told(folder: Path) -> None:
    done = run("story", folder / "lines.jsonl", folder / "empty.txt", folder / "none.txt")
    assert done.returncode == 3
    assert "empty.txt" in done.stderr and "none.txt" in done.stderr
    assert "2 reports" in done.stdout


def test_one_report_is_no_story(folder: Path) -> None:
    done = run("story", folder / "rain.txt")
    assert done.returncode == 2
    assert "two reports or more" in done.stderr
    refused = run("story", folder / "rain.txt", folder / "none.txt")
    assert refused.returncode == 3
    assert refused.stdout == ""


def test_three_reports_without_a_command_are_a_story_two_are_compared(folder: Path) -> None:
    named = (BRIDGE / "gazette.txt", BRIDGE / "blog.txt", BRIDGE / "radio.txt")
    three = run(*named)
    assert three.stdout == run("story", *named).stdout
    assert three.stdout.startswith("3 reports, 2 independent sources")
    two = run(BRIDGE / "gazette.txt", BRIDGE / "blog.txt")
    assert two.stdout.startswith("A  ")


def test_a_folder_and_what_is_to_be_drawn_are_a_story_without_the_word(folder: Path, tmp_path: Path) -> None:
    assert run(folder, "--json").stdout.startswith('{\n  "schema": "whence.story/1"')
    for arguments in (("--svg", tmp_path / "a.svg"), ("-o", tmp_path / "b.svg")):
        done = run(folder / "rain.txt", folder / "snow.txt", *arguments)
        assert "2 reports" in done.stdout
        assert Path(arguments[1]).exists()


def test_no_colour_reaches_a_pipe_and_none_where_it_is_not_wanted(screen: CompletedRun) -> None:
    assert "\x1b" not in screen.stdout
