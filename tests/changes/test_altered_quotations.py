"""Altered quotations wherever the two reports have them, without a change to what leads from one to the other."""

from __future__ import annotations

from hypothesis import given, settings

from tests.changes.stories import STORY, changes_between, edited_stories
from whence.changes.altered_quotations import altered_quotations
from whence.changes.apply import apply_changes
from whence.records import Change, Report

QUOTATION = "“We will not leave the harbor before the last ferry has sailed,” said Mayor Anna Feld.\n"
OTHER = (
    "The council of Port Alder met for six hours on Monday night. Residents filled the hall and the street outside.\n"
)
LAST = "A second hearing is planned for the spring, the clerk announced to all who had stayed until the end.\n"


def altered(a: str, b: str) -> list[Change]:
    return [c for c in altered_quotations(*reports(a, b), changes_between(a, b).changes) if c.kind == "quotation"]


def reports(a: str, b: str) -> tuple[Report, Report]:
    return Report("a", "a", a), Report("b", "b", b)


def test_a_quotation_altered_in_a_sentence_of_its_own_elsewhere_is_found() -> None:
    b = (
        LAST
        + "At the end Feld rose to say: “We will never leave the harbor before the last ferry has sailed.”\n"
        + OTHER
    )
    found = altered(QUOTATION + OTHER + LAST, b)
    assert [(change.before, change.after, change.rank) for change in found] == [("not", "never", 1)]


def test_a_quotation_altered_in_place_is_found_once() -> None:
    found = altered(OTHER + QUOTATION + LAST, OTHER + QUOTATION.replace("leave", "abandon") + LAST)
    assert len(found) == 1
    assert "abandon" in found[0].after


def test_words_in_round_brackets_are_marked_and_no_alteration() -> None:
    assert altered(OTHER + QUOTATION + LAST, OTHER + QUOTATION.replace("the last", "the (city) last") + LAST) == []


def test_an_unaltered_quotation_is_no_finding() -> None:
    assert altered(QUOTATION + OTHER + LAST, LAST + QUOTATION) == []


@settings(max_examples=150, deadline=None)
@given(edited_stories(), edited_stories())
def test_the_changes_still_lead_from_one_report_to_the_other(a: str, b: str) -> None:
    changes = changes_between(a, b).changes
    told = altered_quotations(*reports(a, b), changes)
    assert apply_changes(told, a) == b
    assert len(told) >= len(changes)


@settings(max_examples=50, deadline=None)
@given(edited_stories())
def test_every_finding_slices_to_its_words(b: str) -> None:
    for change in altered_quotations(*reports(STORY, b), changes_between(STORY, b).changes):
        assert change.a is None or STORY[change.a.start : change.a.end] == change.a.exact
        assert change.b is None or b[change.b.start : change.b.end] == change.b.exact
