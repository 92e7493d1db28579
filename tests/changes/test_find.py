"""Rows and changes together, on a real pair and on long texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from whence.changes.find import Changes

from .stories import AFTER, BEFORE, STORY, changes_between, changes_between_read

CASE = Path(__file__).parents[3] / "shared" / "cases" / "sky-news-interview"


@pytest.fixture(scope="module")
def real() -> Changes:
    if not CASE.is_dir():
        pytest.skip(f"no case at {CASE}")
    return changes_between_read((CASE / "a.txt").read_text("utf-8"), (CASE / "b.txt").read_text("utf-8"))[2]


def test_no_quotation_of_the_real_pair_is_called_altered(real: Changes) -> None:
    assert [change for change in real.changes if change.kind == "quotation"] == []


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("figure", "1,000-day war", "more than two-year war"),
        ("cue", "vowed to continue fighting", "has been adamant about Ukraine continuing to fight"),
        ("dropped", "long vehemently", ""),
        ("wording", "News Friday", "News on Friday"),
    ],
)
def test_the_real_pair_has_the_changes_that_readers_found(real: Changes, kind: str, before: str, after: str) -> None:
    assert (kind, before, after) in [(change.kind, change.before, change.after) for change in real.changes]


def test_the_real_pair_lost_its_last_four_paragraphs_and_its_headline(real: Changes) -> None:
    dropped = [change.before for change in real.changes if change.kind == "dropped" and len(change.before) > 100]
    assert len(dropped) == 5
    assert [row.kind for row in real.rows][-4:] == ["dropped"] * 4


def test_what_page_furniture_holds_comes_last(real: Changes) -> None:
    assert real.changes[-1].kind == "furniture"
    assert [change.rank for change in real.changes] == sorted(change.rank for change in real.changes)


def test_rows_hold_the_changes_of_their_sentences() -> None:
    found = changes_between(STORY, STORY.replace("14 months", "four months"))
    (row,) = [row for row in found.rows if row.kind != "kept"]
    assert [(change.kind, change.before) for change in row.changes] == [("figure", "14 months")]


def test_a_new_headline_is_called_one() -> None:
    a = "Bridge to close\n\n" + BEFORE + AFTER
    report_a, _, found = changes_between_read(a, BEFORE + AFTER)
    if report_a.title is None:
        pytest.skip("the reader sees no title here")
    assert [change.says for change in found.changes if change.kind == "dropped"] == ["headline left out"]


def test_a_text_three_hundred_times_over_finishes() -> None:
    a = "\n".join([STORY] * 300)
    found = changes_between(a, a.replace("230 cracks", "203 cracks"))
    assert sum(change.kind == "figure" for change in found.changes) == 300


def test_one_long_rewritten_paragraph_finishes() -> None:
    a, b = (" ".join(f"{word}{k % 977}" for k in range(12_000)) for word in ("said", "friday"))
    found = changes_between(BEFORE + a + AFTER, BEFORE + b + " on Friday 12 not reportedly" + AFTER)
    assert found.changes
