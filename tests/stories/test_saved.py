"""A stream on disk: loaded again it decides as the one that was never put away; what leaves the window is dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.made_up_stories import FERRY, MERGER, group, report
from whence.flow.saved_grouper import load_grouper, save_grouper
from whence.stories import grouper as grouping
from whence.stories.repair import repair
from whence.stories.terms import read_terms

REPORTS = [report(f"r{number}", told) for number, told in enumerate((*FERRY, *MERGER))]


def test_a_stream_that_is_loaded_goes_on_as_if_it_had_not_stopped(tmp_path: Path) -> None:
    whole, _ = group(REPORTS)
    first, _ = group(REPORTS[:3])
    repair(first)
    save_grouper(tmp_path, first)
    loaded = load_grouper(tmp_path)
    for one in REPORTS[3:]:
        loaded.add(one.id, read_terms(one))
    assert loaded.story_of == whole.story_of
    assert loaded.members == whole.members


def test_a_folder_without_a_stream_gives_a_new_one(tmp_path: Path) -> None:
    assert load_grouper(tmp_path).ids == []


def test_reports_that_leave_the_window_are_dropped_and_stories_keep_their_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "WINDOW_REPORTS", 4)
    grouper, _ = group([report(f"{turn}-{n}", told) for turn in range(4) for n, told in enumerate(FERRY)])
    assert grouper.vectors.base > 0
    assert grouper.story(len(grouper.ids) - 1) == 0
