"""The commands of a store, as a user meets them: add, find, story, export, verify, backup, serve."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from whence.cli.app import whence
from whence.errors import SourceError, StoreError, UsageError, WhenceError


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the example in it."""
    monkeypatch.chdir(tmp_path)
    assert run("demo", "-o", "example").exit_code == 0
    return tmp_path


def run(*words: str) -> Result:
    """A command; what whence explains in one line is raised."""
    result = CliRunner().invoke(whence, words, catch_exceptions=True)
    if isinstance(result.exception, WhenceError):
        raise result.exception
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_add_says_what_it_did_and_is_idempotent(desk: Path) -> None:
    assert "6 reports added; whence.db holds 6 reports" in run("add", "example").output
    assert "0 reports added (6 known before)" in run("add", "example").output


def test_a_bad_line_is_listed_and_the_rest_is_added(desk: Path) -> None:
    lines = ['{"id": "a", "text": "Rain fell on Halvern."}', "{no json", '{"id": "b", "text": "Snow fell on Halvern."}']
    (desk / "reports.jsonl").write_text("\n".join(lines))
    result = run("add", "reports.jsonl", "--json")
    assert result.exit_code == 3
    document = json.loads(result.stdout)
    assert (document["schema"], document["added"], document["rejects"]) == ("whence.add/1", 2, 1)
    assert "reports.jsonl:line 2" in result.stderr


def test_find_shows_the_words_and_where_to_read_on(desk: Path) -> None:
    run("add", "example")
    result = run("find", 'speaker:Reyk "told to wait"')
    assert "[told to wait]" in result.output
    assert "story 1" in result.output
    assert run("find", "nosuchword").exit_code == 1


def test_find_takes_a_file(desk: Path) -> None:
    run("add", "example")
    result = run("find", "example/courier.txt", "--json")
    words = [row["words_shared"] for row in json.loads(result.stdout)["reports"]]
    assert words == sorted(words, reverse=True)
    assert len(words) > 2


def test_a_story_of_the_store_reads_as_one_of_files(desk: Path) -> None:
    run("add", "example")
    by_number = run("story", "1")
    assert by_number.output.startswith("6 reports, 3 independent sources")
    assert run("story", "1", "--json", "--db", "whence.db").exit_code == 0


def test_what_is_neither_file_nor_story_is_told_so(desk: Path) -> None:
    with pytest.raises(SourceError, match="no such file, and no store"):
        run("story", "17")
    run("add", "example")
    with pytest.raises(UsageError, match="17: no story and no report"):
        run("story", "17")
    with pytest.raises(UsageError, match=r"cannot write \.doc"):
        run("export", "1", "-o", "story.doc")


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "html", "svg", "graphml"])
def test_a_story_is_exported(desk: Path, form: str) -> None:
    run("add", "example")
    run("export", "1", "-o", f"story.{form}")
    text = (desk / f"story.{form}").read_text("utf-8")
    assert "Halvern" in text
    if form == "csv":
        assert len(list(csv.DictReader(io.StringIO(text)))) == 6
    if form == "jsonl":
        assert len({json.loads(line)["id"] for line in text.splitlines()}) == 6
    if form == "html":
        assert "<script" not in text


def test_an_export_holds_no_formula(desk: Path) -> None:
    reports = [{"id": "=1+1", "title": "@SUM(1)", "text": "-2+3 rain fell.", "outlet": "+cmd|' /C calc'!A0"}]
    (desk / "r.jsonl").write_text("\n".join(map(json.dumps, reports)))
    run("add", "r.jsonl")
    run("export", "1", "-o", "story.csv")
    [row] = csv.DictReader(io.StringIO((desk / "story.csv").read_text("utf-8")))
    assert all(not (value or "").startswith(("=", "+", "-", "@")) for value in row.values())


def test_verify_and_backup(desk: Path) -> None:
    run("add", "example")
    assert "everything fits" in run("verify").output
    run("backup", "copy.db")
    assert "everything fits" in run("verify", "--db", "copy.db").output
    with pytest.raises(UsageError, match="there already"):
        run("backup", "copy.db")


def test_a_missing_store_is_told_in_one_line(desk: Path) -> None:
    for command in (["find", "rain"], ["verify"], ["export", "1", "-o", "a.csv"], ["serve"]):
        with pytest.raises(StoreError, match="is no store; make one with: whence add"):
            run(*command)


def test_the_environment_names_the_store(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHENCE_DB", str(desk / "other.db"))
    run("add", "example")
    assert (desk / "other.db").is_file()
    assert not (desk / "whence.db").exists()


def test_serving_others_takes_a_token(desk: Path) -> None:
    run("add", "example")
    with pytest.raises(UsageError, match="say --token"):
        run("serve", "--host", "0.0.0.0")
