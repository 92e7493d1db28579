"""Applying the changes from A to B to A gives B, whatever the two texts are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.changes.apply import apply_changes
from whence.records import Change

from .stories import STORY, changes_between, changes_between_read, edited_stories

CASE = Path(__file__).parents[3] / "shared" / "cases" / "sky-news-interview"
MARKUP = st.lists(
    st.sampled_from(["word", "Word", "war.", *"“”' \n\r—.", "  ", "\r\n", "1,000", "the", "the the"]),
    max_size=40,
).map("".join)


def holds(a: str, b: str) -> None:
    """Both ways, with and without parts; every piece of evidence slices."""
    for left, right in ((a, b), (b, a)):
        found = changes_between(left, right).changes
        assert apply_changes(found, left) == right
        report_a, report_b, read = changes_between_read(left, right)
        assert apply_changes(read.changes, report_a.text) == report_b.text
        slices(found, left, right)
        slices(read.changes, report_a.text, report_b.text)


def slices(changes: tuple[Change, ...], a: str, b: str) -> None:
    """Every change has evidence on one side at least, and it is what stands there."""
    for change in changes:
        assert change.a or change.b
        assert not change.a or a[change.a.start : change.a.end] == change.a.exact != ""
        assert not change.b or b[change.b.start : change.b.end] == change.b.exact != ""


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts(a: str, b: str) -> None:
    holds(a, b)


@given(MARKUP, MARKUP)
def test_any_two_heaps_of_words_and_marks(a: str, b: str) -> None:
    holds(a, b)


@settings(max_examples=120)
@given(edited_stories())
def test_a_story_and_an_edited_copy_of_it(edited: str) -> None:
    holds(STORY, edited)


@settings(max_examples=60)
@given(edited_stories(), edited_stories())
def test_two_edited_copies_of_one_story(a: str, b: str) -> None:
    holds(a, b)


@given(st.one_of(edited_stories(), MARKUP, st.text(max_size=40)))
def test_identical_texts_have_no_changes(text: str) -> None:
    found = changes_between(text, text)
    assert found.changes == ()
    assert {row.kind for row in found.rows} <= {"kept"}


def test_a_real_pair() -> None:
    if not CASE.is_dir():
        pytest.skip(f"no case at {CASE}")
    holds((CASE / "a.txt").read_text("utf-8"), (CASE / "b.txt").read_text("utf-8"))


@pytest.mark.parametrize("quoted", ["“{}”", '"{}"', "‘{}’", "“{}", "{}”"])
def test_a_text_put_wholly_inside_marks(quoted: str) -> None:
    first = STORY.split(".")[0]
    holds(STORY, quoted.format(first) + STORY.removeprefix(first))
    holds(first, quoted.format(first))


def test_clauses_given_up_and_put_in_at_one_place() -> None:
    holds("l d 4 o. i t s", "d d t e,t")
    holds("Of late the old man, he left it all.", "At last in the rain, she took it home.")


def test_no_text_becomes_a_text_and_a_text_none() -> None:
    holds("", STORY)
    holds(STORY, " \n")


def test_a_long_low_entropy_pair_finishes() -> None:
    a, b = "the the the. " * 4_000, "the the. " * 5_000
    assert apply_changes(changes_between(a, b).changes, a) == b
