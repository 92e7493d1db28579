"""Files made to break a reader, with what each must give: ../shared/hostile/manifest.json.

They lie beside the repository and are not part of it; where they are absent these tests are skipped. Time and memory
are measured by bench/speed/hostile.py, in processes of their own.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from whence.reading.readers import read_source
from whence.records import Reject, Report

HOSTILE = Path(__file__).parents[3] / "shared" / "hostile"
# What `expect` says after "code", "reject": the code that a reject must have.
_CODE = re.compile(r"(?:code|reject) ([a-z]+(?:_[a-z0-9]+)+)")
_FLAG = re.compile(r"flag(?:ged)? ([a-z]+_[a-z]+)|flag (mojibake)")
# In these the `must_not` speaks of pages: the text itself is kept literally, markup and all.
_LITERAL = ("xss",)
# These say "or": a flag is one of two ways to meet them.
_EITHER = ("html_depth",)


def _entries() -> list[dict[str, Any]]:
    manifest = HOSTILE / "manifest.json"
    if not manifest.is_file():
        return []
    entries = json.loads(manifest.read_text("utf-8"))["entries"]
    return [entry for entry in entries if entry["file"].split("/")[0] in ("text", "html", "jsonl", "bombs")]


ENTRIES = _entries()
if not ENTRIES:
    pytest.skip(f"no hostile files at {HOSTILE}", allow_module_level=True)


@pytest.fixture(params=ENTRIES, ids=lambda entry: str(entry["id"]), scope="module")
def case(request: pytest.FixtureRequest) -> tuple[dict[str, Any], list[Report], list[Reject]]:
    found = list(read_source(HOSTILE / request.param["file"]))
    return request.param, [x for x in found if isinstance(x, Report)], [x for x in found if isinstance(x, Reject)]


Case = tuple[dict[str, Any], list[Report], list[Reject]]


def test_outcome_is_as_the_manifest_says(case: Case) -> None:
    entry, reports, rejects = case
    if entry["outcome"] == "accept" and entry["id"] not in NOT_READ:
        assert reports
        assert not rejects
    elif entry["outcome"] == "partial":
        assert reports
        if "rejects" in entry:
            assert len(rejects) == entry["rejects"]
    else:
        assert not reports
        assert rejects


# A format that whence does not unpack: a reject is the answer.
NOT_READ = ("bombs.zstd_window_128mb.txt",)


def test_rejects_have_the_code_that_is_named(case: Case) -> None:
    entry, _, rejects = case
    named = _CODE.search(entry["expect"])
    if named:
        assert named[1] in {reject.code for reject in rejects}


def test_flags_are_set_where_they_are_named(case: Case) -> None:
    entry, reports, _ = case
    if entry["family"] in _EITHER:
        return
    for match in _FLAG.finditer(entry["expect"]):
        assert any((match[1] or match[2]) in report.flags for report in reports)


def test_texts_hold_what_they_must(case: Case) -> None:
    entry, reports, _ = case
    read = [f"{report.title or ''}\n{report.text}" for report in reports]
    for words in entry["must"]:
        assert any(words in text for text in read)
    for words in entry["must_not"]:
        if entry["family"] not in _LITERAL:
            assert not any(words in text for text in read)


def test_texts_can_be_stored_and_spans_hold(case: Case) -> None:
    _, reports, _ = case
    for report in reports:
        report.text.encode("utf-8")
        assert "\x00" not in report.text
        for part in report.parts:
            assert 0 <= part.start < part.end <= len(report.text)
        if report.published and report.published.span:
            assert report.published.span.slice(report.text)


def test_html_deep_below_the_limit_is_flagged_or_found(case: Case) -> None:
    entry, reports, _ = case
    if entry["family"] == "html_depth":
        assert any("html_depth" in report.flags or "within weeks" in report.text for report in reports)
