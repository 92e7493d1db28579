"""Hostile files, kept in a real store and shown: nothing executes, nothing is lost silently, CSV runs no formula."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.test_hostile import assert_harmless
from whence.cli.sources import read_all
from whence.corpus.kernels import choose_kernels
from whence.export.story_page import story_page
from whence.export.story_tables import RISKY, story_csv
from whence.flow.adding import Adder
from whence.flow.desk import Desk
from whence.flow.read import given
from whence.reading.given import USUAL_LIMITS
from whence.records import Reject, Report
from whence.store.sql_store import open_store
from whence.web.app import create_app

HOSTILE = Path(__file__).parents[3] / "shared" / "hostile"
FAMILIES = ("xss", "unicode", "csv", "terminal", "injection")
LONGEST = 30_000  # characters; longer ones are the readers' tests
MOST_SHOWN = 60  # reports of a family


def hostile_items(family: str) -> list[Report | Reject]:
    """What a family of hostile files reads as; the outlet is hostile too."""
    entries = json.loads((HOSTILE / "manifest.json").read_text("utf-8"))["entries"]
    files = [HOSTILE / entry["file"] for entry in entries if entry["family"] == family]
    items = read_all([str(path) for path in files if path.is_file()], given(), USUAL_LIMITS)
    return [
        replace(item, outlet=item.outlet or item.title or item.text[:60]) if isinstance(item, Report) else item
        for item in items
        if isinstance(item, Reject) or len(item.text) <= LONGEST
    ]


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="../shared is not here")
@pytest.mark.parametrize("family", FAMILIES)
def test_hostile_files_are_kept_and_shown_as_text(family: str, tmp_path: Path) -> None:
    items = hostile_items(family)
    if not items:
        pytest.skip("no file of that family")
    with open_store(str(tmp_path / "a.db"), make=True) as store:
        added = Adder(store, choose_kernels(0), lambda *_: None).add(items)
        assert added.read + added.rejects == len(items)
        assert list(store.verify()) == []
        desk = Desk(store)
        client = TestClient(create_app(desk), base_url="http://localhost")
        numbers = range(1, min(added.added, MOST_SHOWN) + 1)
        stories = {desk.story_of(number) for number in numbers}
        pages = [f"/report/{number}" for number in numbers]
        for address in [*pages, *(f"/story/{number}" for number in stories), "/", "/stories", "/quotes", "/speakers"]:
            answer = client.get(address)
            assert answer.status_code == 200, address
            assert_harmless(answer.text)
        for number in stories:
            kept = desk.story(number or 0)
            assert kept
            assert "<script" not in story_page(kept, desk.figures(kept)).lower()
            for row in csv.reader(io.StringIO(story_csv(kept.lines))):
                numeric = [cell.removeprefix("-").replace(".", "").isdigit() for cell in row]
                assert not any(c.startswith(RISKY) and not number for c, number in zip(row, numeric, strict=True)), row
