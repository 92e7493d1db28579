"""What a user meets: commands, their output, their exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.lineage.pairs import BODY, COPY

CompletedRun = subprocess.CompletedProcess[str]


def run(*arguments: str, stdin: str | None = None, **environment: str) -> CompletedRun:
    """Run whence as a user does, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "whence", *arguments],
        capture_output=True, text=True, input=stdin, check=False, timeout=120, encoding="utf-8",
        env={**os.environ, "COLUMNS": "90", **environment},
    )  # fmt: skip


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text(BODY, "utf-8")
    b.write_text(COPY, "utf-8")
    return str(a), str(b)


def test_help_lists_the_commands() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert all(name in done.stdout for name in ("compare", "read", "demo", "doctor"))


def test_two_reports_are_compared_without_naming_the_command(files: tuple[str, str]) -> None:
    done = run(*files)
    assert done.returncode == 0
    assert "copied from A." in done.stdout
    assert "more than 80 people" in done.stdout
    assert done.stdout == run("compare", *files).stdout


def test_nothing_is_coloured_where_there_is_no_terminal(files: tuple[str, str]) -> None:
    assert "\x1b" not in run(*files).stdout


def test_lines_keep_to_the_width(files: tuple[str, str]) -> None:
    done = run(*files, COLUMNS="60")
    assert max(map(len, done.stdout.splitlines())) <= 60


def test_json_has_the_documented_shape_and_every_span_slices(files: tuple[str, str]) -> None:
    done = run("compare", *files, "--json")
    document = json.loads(done.stdout)
    assert document["schema"] == "whence.compare/1"
    assert set(document) >= {"reports", "relation", "shared", "changes"}
    assert set(document["relation"]) >= {"kind", "parent", "confidence", "clues", "origin"}
    texts = {"a": BODY, "b": COPY}
    for change in document["changes"]:
        for side in "ab":
            if change[side]:
                assert texts[side][change[side]["start"] : change[side]["end"]] == change[side]["text"]
    for clue in document["relation"]["clues"]:
        for found in clue["evidence"]:
            assert texts[found["report"]][found["start"] : found["end"]] == found["text"]


def test_metadata_can_be_given(files: tuple[str, str]) -> None:
    done = run(
        "compare",
        *files,
        "--json",
        "--outlet",
        "Brenn Gazette",
        "--outlet",
        "b=Valley Post",
        "--published",
        "2024-03-11",
    )
    a, b = json.loads(done.stdout)["reports"]
    assert (a["outlet"], b["outlet"], a["published"], b["published"]) == (
        "Brenn Gazette",
        "Valley Post",
        "2024-03-11",
        None,
    )


def test_a_page_is_written_beside_the_screen(files: tuple[str, str], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run(*files, "-o", str(page)).returncode == 0
    text = page.read_text("utf-8")
    assert text.lower().startswith("<!doctype html>")
    assert "http://" not in text and "https://" not in text


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["only-one.txt"], 2, "two reports"),
        (["missing.txt", "missing.txt"], 3, "missing.txt"),
        (["compare", "--nonsense"], 2, "nonsense"),
        (["compare", "a.txt", "b.txt", "--published", "next week"], 2, "not a date"),
        (["compare", "--pairs", "missing.jsonl", "--jsonl"], 3, "missing.jsonl"),
    ],
)
def test_an_error_is_one_line_that_says_what_to_do(arguments: list[str], code: int, says: str) -> None:
    done = run(*arguments)
    assert done.returncode == code
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr + done.stdout


def test_exit_code_tells_differences(files: tuple[str, str]) -> None:
    assert run(*files, "--exit-code").returncode == 1
    assert run(files[0], files[0], "--exit-code").returncode == 0


def test_nothing_shared_exits_with_one(files: tuple[str, str]) -> None:
    assert run(files[0], "-", stdin="A storm closed the northern ports on Sunday.").returncode == 1


def test_pairs_give_a_line_each_and_bad_lines_are_listed(tmp_path: Path) -> None:
    good = {"a": "x", "b": "y", "reports": [{"id": "x", "text": BODY}, {"id": "y", "text": COPY}]}
    source = tmp_path / "pairs.jsonl"
    source.write_text(json.dumps(good) + '\n{"a": "x"}\nnot json\n', "utf-8")
    done = run("compare", "--pairs", str(source), "--jsonl")
    line = json.loads(done.stdout)
    assert (line["a"], line["b"], line["relation"], line["parent"]) == ("x", "y", "copy", "a")
    assert done.returncode == 3
    assert len(done.stderr.strip().splitlines()) == 2


def test_reading_shows_parts_and_rejects(files: tuple[str, str], tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"")
    done = run("read", files[0], str(broken), "--json")
    document = json.loads(done.stdout)
    assert document["schema"] == "whence.read/1"
    assert len(document["reports"]) == 1
    assert [reject["code"] for reject in document["rejects"]] == ["empty_document"]
    assert done.returncode == 3


def test_hidden_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    source = tmp_path / "hostile.txt"
    source.write_text("Ferry \x1b[31mred\x1b[0m \u202ehidden\n\nRain fell on the quay all day.", "utf-8")
    done = run("read", str(source))
    assert "\x1b" not in done.stdout and "\u202e" not in done.stdout


def test_the_demo_and_the_doctor_run() -> None:
    demo = run("demo")
    assert demo.returncode == 0
    assert "Both quote the same words" in demo.stdout and "“asked” → “begged”" in demo.stdout
    assert run("doctor").returncode == 0
