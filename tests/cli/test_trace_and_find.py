"""`whence trace` and `whence find`, as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from whence.cli.app import whence
from whence.cli.progress import Progress
from whence.errors import CorpusError, UsageError
from whence.text.words import split_words

SHARED = (
    "The old ferry struck the harbour wall shortly before eight in the morning while it was landing, "
    "and two of its lamps went out."
)


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three reports, two of which share a sentence, and a line that is none."""
    monkeypatch.chdir(tmp_path)
    rows = [
        {"id": "first", "text": f"{SHARED} Nobody was hurt.", "outlet": "Hill Times", "published": "2024-03-12T08:10Z"},
        {
            "id": "copy",
            "text": f"We learn this: {SHARED}",
            "title": "Ferry strikes wall",
            "published": "2024-03-12T11:52Z",
        },
        {"id": "old", "text": "The bridge was opened by the mayor.", "published": "2023-01-01"},
    ]
    Path("news").mkdir()
    Path("news/a.jsonl").write_text("\n".join(map(json.dumps, rows)) + '\n{"text": 1}\n')
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(whence, arguments, prog_name="whence")


def test_pairs_are_printed_one_a_line_and_rejects_listed(news: Path) -> None:
    result = run("trace", "news", "--jsonl")
    [pair] = map(json.loads, result.stdout.splitlines())
    assert (pair["a"], pair["b"]) == ("first", "copy")
    assert pair["words"] == pair["words_outside_quotations"] == len(split_words(SHARED).keys)
    assert 0 < pair["coverage_a"] < 1 and 0 < pair["coverage_b"] < 1
    assert "news/a.jsonl:line 4" in result.stderr and "1 reject" in result.stderr
    assert result.exit_code == 3
    assert [path.name for path in news.iterdir()] == ["news"]


def test_tables_are_written_and_reports_join(news: Path) -> None:
    assert "3 reports read; 3 added" in run("trace", "news", "-o", "out").stderr
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "families.parquet", "index", "manifest.json", "members.parquet", "memberships.parquet", "pairs",
        "passages", "rejects.parquet", "relations.parquet", "reports", "stories.parquet",
    ]  # fmt: skip
    manifest = json.loads(Path("out/manifest.json").read_bytes())
    assert list(manifest["inputs"]) == ["news/a.jsonl"]
    Path("more.txt").write_text(f"{SHARED}\nThe mayor was there.")
    assert "1 added; 4 in out" in run("trace", "more.txt", "-o", "out").stderr
    assert "1 known already" in run("trace", "more.txt", "-o", "out").stderr


def test_older_reports_are_left_out_and_counted(news: Path) -> None:
    result = run("trace", "news", "-o", "out", "--since", "2024-01-01")
    assert "2 reports read; 2 added; 1 published before --since" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "say where the tables go"),
        (["-o", "out", "--since", "spring"], "write it as 2024-11-29"),
        (["-o", "out", "--memory", "12"], "100M is the least"),
        (["-o", "out", "--memory", "much"], "write it as 500M or 4G"),
    ],
)
def test_a_request_that_cannot_be_met_says_what_to_write(news: Path, arguments: list[str], says: str) -> None:
    result = run("trace", "news", *arguments)
    assert isinstance(result.exception, UsageError) and says in str(result.exception)


def test_a_report_and_a_phrase_are_found_in_the_words_of_the_corpus(news: Path) -> None:
    run("trace", "news", "-o", "out", "-q")
    Path("asked.txt").write_text(f"Somebody says: {SHARED}")
    screen = run("find", "asked.txt", "out").stdout
    assert screen.startswith("2 reports with these words")
    assert "Ferry strikes wall" in screen and "words in a row" in screen and "[The old ferry" in screen
    assert "of its [lamps went out]." in run("find", "lamps went out", "out").stdout
    document = json.loads(run("find", "lamps went out", "out", "--json").stdout)
    assert document["schema"] == "whence.find/1"
    assert {one["id"] for one in document["occurrences"]} == {"first", "copy"}


def test_what_is_nowhere_and_where_nothing_is(news: Path) -> None:
    run("trace", "news", "-o", "out", "-q")
    nothing = run("find", "no such words", "out")
    assert (nothing.stdout, nothing.exit_code) == ("in no report\n", 1)
    assert isinstance(run("find", "lamps", "elsewhere").exception, CorpusError)


def test_progress_is_shown_on_a_terminal_alone(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress()
    progress.tell("mark", 1, 2)
    progress.end()
    assert capsys.readouterr().err == ""
