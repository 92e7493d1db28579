"""Folders and patterns: every file in one order, and nothing left out without a word."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from whence.reading.folders import expand_sources
from whence.records import Reject


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("news/b.txt", "news/a/z.jsonl.gz", "news/.hidden.txt", "news/.git/x.txt", "news/picture.png"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "empty").mkdir()
    return tmp_path / "news"


def expanded(*sources: str) -> list[str]:
    return [item if isinstance(item, str) else f"{item.source} [{item.code}]" for item in expand_sources(sources)]


def test_a_folder_stands_for_its_files_in_the_order_of_their_paths(news: Path) -> None:
    assert expanded("news") == ["news/a/z.jsonl.gz", "news/b.txt", "news/picture.png [unknown_suffix]"]


def test_a_pattern_stands_for_the_files_and_folders_that_it_fits(news: Path) -> None:
    assert expanded("news/*.txt") == ["news/b.txt"]
    assert expanded("news/a*") == ["news/a/z.jsonl.gz"]
    assert expanded("news/*.xml") == ["news/*.xml [no_file]"]


def test_a_file_with_the_signs_of_a_pattern_in_its_name_is_a_file(news: Path) -> None:
    (news / "[1].txt").write_text("x")
    assert expanded("news/[1].txt") == ["news/[1].txt"]


def test_other_sources_pass(news: Path) -> None:
    assert expanded("-", "missing.txt", "a" * 5_000, "a\0b") == ["-", "missing.txt", "a" * 5_000, "a\0b"]


def test_a_folder_without_files_a_link_and_a_pipe_are_rejects(news: Path) -> None:
    assert expanded("empty") == ["empty [empty_folder]"]
    (news / "loop").symlink_to(".", target_is_directory=True)
    os.mkfifo(news / "pipe.txt")
    assert "news/loop [link]" in expanded("news")
    assert "news/pipe.txt [no_file]" in expanded("news")


def test_a_lone_json_file_is_read_only_where_it_is_named(news: Path) -> None:
    (news / "settings.json").write_text("{}")
    assert "news/settings.json [unknown_suffix]" in expanded("news")
    assert expanded("news/settings.json") == ["news/settings.json"]


def test_rejects_say_what_to_do(news: Path) -> None:
    [reject] = [item for item in expand_sources(["news"]) if isinstance(item, Reject)]
    assert "name it to read it" in reject.reason
