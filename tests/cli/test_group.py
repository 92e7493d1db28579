"""`whence group` as a user meets it: a list of stories, lines for a scorer, and why a report is where it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result
from tests.stories.made_up_stories import FERRY, MERGER

from whence.cli.app import whence
from whence.errors import UsageError
from whence.flow.encoders import Encoder
from whence.stories.meaning import MeaningWeights


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


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder that is taken for an encoder: reports of ferries mean one thing, all others another."""

    def load(path: Path) -> Encoder:
        return Encoder(path.name, lambda texts: np.array([[one := float("erry" in text), 1 - one] for text in texts]))

    monkeypatch.setattr("whence.flow.encoders.load_encoder", load)
    monkeypatch.setattr("whence.stories.meaning.LEAST_SEEN", 1)
    monkeypatch.setattr("whence.flow.grouping.load_meaning_weights", lambda: MeaningWeights(0.5, 0.0))
    return tmp_path / "tiny"


def test_why_says_what_an_encoder_told(source: Path, encoder: Path) -> None:
    rows = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
    text = rows[1]["text"].replace("Tuesday", "Wednesday") + " Nobody was hurt."
    rows.append({"id": "late", "title": "Ferry still aground", "published": "2024-03-13", "text": text})
    source.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    shown = [run("group", source, "--encoder", encoder, "--why", row["id"]).stdout for row in rows]
    assert any("What they mean to tiny: cosine" in " ".join(one.split()) for one in shown)
    assert "What they mean" not in run("group", source, "--why", "ferry-1").stdout


def test_an_encoder_that_is_not_there_is_a_clear_error(source: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder of an encoder is there"):
        run("group", source, "--encoder", tmp_path / "nowhere")


def test_a_corpus_says_when_it_goes_on_without_its_encoder_or_with_another(
    source: Path, encoder: Path, tmp_path: Path
) -> None:
    out, lines = tmp_path / "out", source.read_text("utf-8").splitlines()
    parts = [tmp_path / f"part-{n}.jsonl" for n in range(4)]
    for part, some in zip(parts, (lines[:2], lines[2:3], lines[3:4], lines[4:]), strict=True):
        part.write_text("\n".join(some), "utf-8")
    told = [
        run("trace", part, "-o", out, *(("--encoder", encoder.with_name(name)) if name else ())).stderr
        for part, name in zip(parts, ("tiny", "tiny", None, "other"), strict=True)
    ]
    assert [one.count("grouped so far") for one in told] == [0, 0, 1, 1]
    assert "grouped so far with the encoder tiny; without --encoder" in told[2]
    assert "grouped so far with the encoder tiny; other compares only" in told[3]
    assert len(run("group", out, "--jsonl").stdout.splitlines()) == 5


def test_an_encoder_is_for_grouping_and_not_for_listing(source: Path, encoder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("trace", source, "-o", out, "-q")
    with pytest.raises(UsageError, match="--encoder is for whence trace"):
        run("group", out, "--encoder", encoder)
    with pytest.raises(UsageError, match="say where they go with -o OUT"):
        run("trace", source, "--jsonl", "--encoder", encoder)
