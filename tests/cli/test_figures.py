"""`whence figures` as a user meets it: a table on the screen, a line a report, one document, conflicts, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CompletedRun = subprocess.CompletedProcess[str]
FIRE = (
    "Fire on Tarn Hill\n\nThe fire on Tarn Hill burned an estimated 1,200 hectares of forest last week.\n\n"
    "“More than 40 barns were lost,” Mayor Jane Roe said.\n\nThe first engine came from Marrow Bay.\n"
)
LATER = "The fire on Tarn Hill burned 1,900 hectares of forest last week. More than 40 barns were lost, Roe said.\n"
SILENT = "Rain fell on the quay all day. The ferry did not sail.\n"
FIGURE_KEYS = {"start", "end", "kind", "value", "unit", "low", "high", "hedge", "source_hedge", "head"}


def run(*arguments: str, stdin: str | None = None, columns: int = 90) -> CompletedRun:
    """Run `whence figures` as a user does, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "whence", "figures", *arguments],
        capture_output=True, text=True, input=stdin, check=False, timeout=300, encoding="utf-8",
        env={**os.environ, "COLUMNS": str(columns)},
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two reports of one fire, one without a figure, and JSON lines."""
    made = tmp_path_factory.mktemp("reports")
    lines = [
        json.dumps({"id": "fire-1", "text": FIRE, "dct": "2024-11-29"}),
        "not json",
        json.dumps({"id": 7, "text": SILENT, "published": "2024-11-29"}),
    ]
    files = {"fire.txt": FIRE, "later.txt": LATER, "silent.txt": SILENT, "reports.jsonl": "\n".join(lines) + "\n"}
    for name, text in files.items():
        (made / name).write_text(text, "utf-8")
    return made


# --- the screen -------------------------------------------------------------------------------------------------------


def test_the_screen_is_a_table_of_what_how_many_how_sure_who_and_where(folder: Path) -> None:
    done = run(str(folder / "fire.txt"))
    assert done.returncode == 0
    assert [head.strip() for head in done.stdout.split("\n")[4].split("  ") if head.strip()] == [
        "what", "value", "hedge", "who says so", "line",
    ]  # fmt: skip
    [forest] = [line for line in done.stdout.splitlines() if line.startswith("  forest")]
    assert "1,200 hectares" in forest and "an estimated" in forest
    assert forest.endswith("3")
    [barns] = [line for line in done.stdout.splitlines() if line.strip().startswith("barns")]
    assert "40" in barns and "more than" in barns and "Jane Roe" in barns


def test_each_figure_stands_in_its_words(folder: Path) -> None:
    assert "burned an estimated [1,200 hectares] of forest" in run(str(folder / "fire.txt")).stdout


def test_ordinals_are_shown_when_asked_for(folder: Path) -> None:
    assert "1 ordinal is left out: --all" in run(str(folder / "fire.txt")).stdout
    assert "[first] engine" in run(str(folder / "fire.txt"), "--all").stdout


def test_times_are_told_with_their_days(folder: Path) -> None:
    assert "“last week” 2024-11-18 to 2024-11-24" in run(str(folder / "fire.txt"), "--published", "2024-11-29").stdout


@pytest.mark.parametrize("columns", [48, 70, 110])
def test_the_screen_keeps_to_the_width_and_is_not_coloured(folder: Path, columns: int) -> None:
    screen = run(str(folder / "fire.txt"), str(folder / "later.txt"), columns=columns).stdout
    assert max(map(len, screen.splitlines())) <= columns
    assert "\x1b" not in screen


def test_a_report_without_a_figure_says_so_and_exits_with_one(folder: Path) -> None:
    done = run(str(folder / "silent.txt"))
    assert (done.returncode, done.stderr) == (1, "")
    assert "no figures are stated" in done.stdout


def test_hidden_characters_do_not_reach_the_terminal() -> None:
    done = run("-", stdin="Some 40 \x1b[31mbarns\x1b[0m and 12 \u202ehouses burned.")
    assert "\x1b" not in done.stdout and "\u202e" not in done.stdout


# --- several reports --------------------------------------------------------------------------------------------------


def test_what_two_reports_state_of_one_thing_stands_together(folder: Path) -> None:
    together = run(str(folder / "fire.txt"), str(folder / "later.txt")).stdout.partition("In several reports")[2]
    assert "1,200 hectares" in together and "1,900 hectares" in together
    assert "no number fits both" in together


def test_conflicts_alone_leave_out_what_agrees(folder: Path) -> None:
    done = run("--conflicts", str(folder / "fire.txt"), str(folder / "later.txt"))
    assert done.returncode == 0
    assert "1,900 hectares" in done.stdout and "barns" not in done.stdout


def test_no_conflict_says_so_and_exits_with_one(folder: Path) -> None:
    done = run("--conflicts", str(folder / "fire.txt"), str(folder / "silent.txt"))
    assert done.returncode == 1
    assert "nothing conflicts" in done.stdout


# --- lines and documents ----------------------------------------------------------------------------------------------


def test_a_line_a_report_keeps_the_ids_and_lists_what_could_not_be_read(folder: Path) -> None:
    done = run(str(folder / "reports.jsonl"), "--jsonl")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["report"] for one in found] == ["fire-1", "7"]
    assert all(set(one) == {"report", "times", "figures", "spells", "tolls"} for one in found)
    assert done.returncode == 3 and "reports.jsonl:line 2" in done.stderr


def test_figures_and_times_of_a_line_have_what_the_docs_promise(folder: Path) -> None:
    fire = json.loads(run(str(folder / "reports.jsonl"), "--jsonl").stdout.splitlines()[0])
    assert all(set(figure) >= FIGURE_KEYS for figure in fire["figures"])
    assert [FIRE[one["start"] : one["end"]] for one in fire["figures"]] == ["1,200 hectares", "40", "first"]
    [week] = fire["times"]
    assert (week["value"], week["low"], week["high"]) == ("2024-W47", "2024-11-18", "2024-11-24")


def test_one_document_has_the_reports_and_what_they_state_together(folder: Path) -> None:
    done = run("--json", str(folder / "fire.txt"), str(folder / "later.txt"))
    document = json.loads(done.stdout)
    assert document["schema"] == "whence.figures/1" and len(document["reports"]) == 2
    [conflict] = [pair for group in document["together"] for pair in group["conflicts"]]
    assert {conflict["a"]["value"], conflict["b"]["value"]} == {1200.0, 1900.0}
