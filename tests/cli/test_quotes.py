"""`whence quotes` as a user meets it: by speaker on the screen, a line a report, one document, and its exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CompletedRun = subprocess.CompletedProcess[str]
BRIDGE = (
    "Bridge to open in May\n\nThe new bridge over Marrow Bay will open in May.\n\n"
    "“We will open the bridge, and we will open it safely,” Mayor Jane Roe said.\n\n"
    "The repairs took nine months.\n\n"
    "“Nobody in this town will miss the ferry,” said Peter Lund, who runs a bakery.\n\n"
    "“We have waited long enough,” Roe said.\n"
)
SILENT = "Rain fell on the quay all day. The ferry did not sail. The harbor was empty by noon.\n"
LINE_KEYS = {
    "kind", "source", "cue", "content", "speaker", "speaker_evidence", "venue", "addressee", "said_on", "confidence",
}  # fmt: skip


def run(*arguments: str, stdin: str | None = None, **environment: str) -> CompletedRun:
    """Run `whence quotes` as a user does, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "whence", "quotes", *arguments],
        capture_output=True, text=True, input=stdin, check=False, timeout=300, encoding="utf-8",
        env={**os.environ, "COLUMNS": "90", **environment},
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a report, one in which nobody speaks, JSON lines, and a file that holds nothing."""
    made = tmp_path_factory.mktemp("reports")
    lines = [
        json.dumps({"id": "bridge-1", "text": BRIDGE, "published": "2024-11-29"}),
        "not json",
        json.dumps({"id": 7, "text": SILENT}),
    ]
    files = {"bridge.txt": BRIDGE, "silent.txt": SILENT, "reports.jsonl": "\n".join(lines) + "\n", "empty.txt": ""}
    for name, text in files.items():
        (made / name).write_text(text, "utf-8")
    return made


@pytest.fixture(scope="module")
def screen(folder: Path) -> CompletedRun:
    return run(str(folder / "bridge.txt"), COLUMNS="70")


@pytest.fixture(scope="module")
def lines(folder: Path) -> CompletedRun:
    return run(str(folder / "reports.jsonl"), "--jsonl")


@pytest.fixture(scope="module")
def document(folder: Path) -> CompletedRun:
    return run(str(folder / "bridge.txt"), str(folder / "empty.txt"), "--json", "--outlet", "Alder Post")


# --- the screen -------------------------------------------------------------------------------------------------------


def test_the_screen_has_each_speaker_once_with_all_that_he_says(screen: CompletedRun) -> None:
    assert screen.returncode == 0
    headings = [line for line in screen.stdout.splitlines() if line.endswith(("1 quote", "2 quotes"))]
    assert headings == ["Jane Roe  2 quotes", "Peter Lund  1 quote"]
    roe, _, lund = " ".join(screen.stdout.split()).partition("Peter Lund 1 quote")
    assert "open it safely" in roe and "waited long enough" in roe
    assert "miss the ferry" in lund


def test_the_screen_has_the_headline_and_the_words_of_saying(screen: CompletedRun) -> None:
    assert "Bridge to open in May" in screen.stdout
    assert "said" in screen.stdout


def test_the_screen_keeps_to_the_width_and_is_not_coloured(screen: CompletedRun) -> None:
    assert max(map(len, screen.stdout.splitlines())) <= 70
    assert "\x1b" not in screen.stdout


def test_nobody_quoted_says_so_and_exits_with_one(folder: Path) -> None:
    done = run(str(folder / "silent.txt"))
    assert done.returncode == 1
    assert "nobody is quoted" in done.stdout
    assert done.stderr == ""


def test_the_same_words_in_two_reports_are_shown_together_with_what_was_altered(folder: Path) -> None:
    other = BRIDGE.replace("open it safely", "open it quickly").replace("nine months", "a year")
    done = run(str(folder / "bridge.txt"), "-", stdin=other)
    assert done.returncode == 0
    shared = done.stdout.partition("The same words in several reports")[2]
    assert "in 1 and 2" in shared
    assert "safely" in shared and "quickly" in shared


def test_hidden_characters_do_not_reach_the_terminal() -> None:
    done = run("-", stdin="“We will \x1b[31mopen\x1b[0m the \u202ebridge,” Mayor Jane Roe said.")
    assert "\x1b" not in done.stdout and "\u202e" not in done.stdout


# --- lines ------------------------------------------------------------------------------------------------------------


def test_a_line_a_report_keeps_the_ids_of_the_input_in_their_order(lines: CompletedRun) -> None:
    found = [json.loads(line) for line in lines.stdout.splitlines()]
    assert [one["report"] for one in found] == ["bridge-1", "7"]
    assert all(set(one) == {"report", "quotes"} for one in found)
    assert found[1]["quotes"] == []


def test_each_quote_of_a_line_has_what_the_issue_asks_for_and_spans_that_slice(lines: CompletedRun) -> None:
    (first, _) = map(json.loads, lines.stdout.splitlines())
    assert [quote["speaker"] for quote in first["quotes"]] == ["Jane Roe", "Peter Lund", "Jane Roe"]
    for quote in first["quotes"]:
        assert set(quote) >= LINE_KEYS
        assert quote["kind"] == "direct" and 0 <= quote["confidence"] <= 1
        (content,) = quote["content"]
        assert BRIDGE[content["start"]] == "“" and BRIDGE[content["end"] - 1] == "”"
        for name in ("source", "cue"):
            assert all(0 <= span["start"] < span["end"] <= len(BRIDGE) for span in quote[name])
        assert [BRIDGE[span["start"] : span["end"]] for span in quote["cue"]] == ["said"]
        for one in quote["speaker_evidence"]:
            assert BRIDGE[one["start"] : one["end"]] == one["text"]


def test_a_line_that_cannot_be_read_is_listed_and_the_run_goes_on(lines: CompletedRun) -> None:
    assert lines.returncode == 3
    (told,) = lines.stderr.strip().splitlines()
    assert "line 2" in told and "bad_json" in told
    assert "Traceback" not in lines.stderr


# --- the document -----------------------------------------------------------------------------------------------------


def test_the_document_has_its_schema_reports_and_rejects(document: CompletedRun, folder: Path) -> None:
    found: Any = json.loads(document.stdout)
    assert document.returncode == 3
    assert found["schema"] == "whence.quotes/1"
    (report,) = found["reports"]
    assert (report["title"], report["outlet"]) == ("Bridge to open in May", "Alder Post")
    assert report["source"] == str(folder / "bridge.txt")
    assert [quote["speaker"] for quote in report["quotes"]] == ["Jane Roe", "Peter Lund", "Jane Roe"]
    for quote in report["quotes"]:
        for span in (*quote["content"], *quote["source"], *quote["cue"]):
            assert BRIDGE[span["start"] : span["end"]] == span["text"]
    assert [reject["code"] for reject in found["rejects"]] == ["empty_document"]


# --- errors -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ([], 2, "SRC"),
        (["nothing-here.txt"], 3, "nothing-here.txt"),
        (["-", "--published", "yesterday"], 2, "2024-11-29"),
    ],
)
def test_an_error_is_one_line_that_says_what_to_do(arguments: list[str], code: int, says: str) -> None:
    done = run(*arguments, stdin=SILENT)
    assert done.returncode == code
    assert says in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert len(done.stderr.strip().splitlines()) == 1


def test_who_is_quoted_in_several_reports_is_one_under_the_fullest_name(folder: Path) -> None:
    other = folder / "other.txt"
    other.write_text("Ferry to stop\n\n“We have waited long enough,” Mayor Jane Roe told reporters.\n", "utf-8")
    shown = run(str(folder / "bridge.txt"), str(other)).stdout
    assert "Quoted in several reports\n  Jane Roe: in 1 and 2\n" in shown
    assert "Peter Lund: in" not in shown


def test_one_report_has_no_list_across_reports(screen: CompletedRun) -> None:
    assert "several reports" not in screen.stdout
