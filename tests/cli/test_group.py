"""`whence group` as a user meets it: a list of stories, lines for a scorer, and why a report is where it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.stories.made_up_stories import FERRY, MERGER

from whence.cli.app import whence
from whence.errors import UsageError


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Five reports of two events."""
    rows = [{"id": f"ferry-{n}", "title": title, "text": text} for n, (title, text) in enumerate(FERRY)]
    rows += [{"id": f"merger-{n}", "title": title, "text": text} for n, (title, text) in enumerate(MERGER)]
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(json.dumps(row | {"published": "2024-03-12"}) for row in rows), "utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(whence, [str(one) for one in arguments], catch_exceptions=False)


def test_stories_are_listed_largest_first(source: Path) -> None:
    lines = run("group", source).stdout.splitlines()
    titles = [line for line in lines if line in {title for title, _ in (*FERRY, *MERGER)}]
    assert titles[0] in {title for title, _ in FERRY}
    assert titles[1] in {title for title, _ in MERGER}
    assert lines[-1] == "5 reports; 2 stories"


def test_jsonl_has_a_line_for_every_report(source: Path) -> None:
    rows = [json.loads(line) for line in run("group", source, "--jsonl").stdout.splitlines()]
    assert len(rows) == 5
    assert len({row["story"] for row in rows}) == 2
    assert all(row["story"] in {other["id"] for other in rows} for row in rows)


def test_why_names_the_report_it_is_like_and_the_nearest_other(source: Path) -> None:
    found = run("group", source, "--why", "ferry-1")
    assert "like ferry-" in found.stdout
    assert "Nearest story not joined: merger-" in found.stdout.replace("\n", " ")


def test_why_of_nobody_is_a_clear_error(source: Path) -> None:
    with pytest.raises(UsageError, match="'nobody': is the id or the source of no report here"):
        run("group", source, "--why", "nobody")


def test_a_corpus_keeps_its_stories_and_later_reports_join_them(source: Path, tmp_path: Path) -> None:
    out, late = tmp_path / "out", tmp_path / "late.jsonl"
    lines = source.read_text("utf-8").splitlines()
    source.write_text("\n".join(lines[:2] + lines[3:]), "utf-8")
    late.write_text(lines[2], "utf-8")
    run("trace", source, "-o", out, "-q")
    before = {row["id"]: row["story"] for row in map(json.loads, run("group", out, "--jsonl").stdout.splitlines())}
    run("trace", late, "-o", out, "-q")
    after = {row["id"]: row["story"] for row in map(json.loads, run("group", out, "--jsonl").stdout.splitlines())}
    assert after == before | {"ferry-2": before["ferry-0"]}


def test_a_copy_joins_by_its_text_whenever_it_is_dated(source: Path, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
    rows.append(rows[0] | {"id": "reprint", "outlet": "Another"})
    source.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    why = {name: json.loads(run("group", source, "--why", name, "--json").stdout) for name in ("reprint", "ferry-0")}
    assert why["reprint"]["story"] == why["ferry-0"]["story"]
    assert "same text" in {one["because"] for one in why.values()}


def test_a_corpus_and_reports_are_not_mixed(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("trace", source, "-o", out, "-q")
    with pytest.raises(UsageError, match="is a corpus; give it alone"):
        run("group", out, source)


def test_two_processes_print_the_same(source: Path) -> None:
    command = [sys.executable, "-m", "whence", "group", str(source), "--json"]
    first, second = (
        subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    )
    assert first == second != b""
