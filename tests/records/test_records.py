"""The vocabulary: records that cannot be changed and that point at exact words."""

from __future__ import annotations

import dataclasses
import inspect
from typing import get_args

import pytest

from whence import errors, records
from whence.changes.kinds import RANKS
from whence.records import Change, ChangeKind, Comparison, Evidence, Part, Passage, Reject, Relation, Report, Shared
from whence.text.spans import Span

RECORDS = [record for _, record in inspect.getmembers(records, dataclasses.is_dataclass) if inspect.isclass(record)]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_record_is_frozen_slotted_and_holds_no_list_or_dict(record: type) -> None:
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(record)
    assert not any(str(field.type).startswith(("list", "dict", "set")) for field in dataclasses.fields(record))


def test_evidence_of_a_report_is_what_stands_there() -> None:
    report = Report("a", "a", "Rain fell on Kyiv.")
    evidence = report.evidence(13, 17)
    assert evidence == Evidence("a", 13, 17, "Kyiv")
    assert evidence.span == Span(13, 17)


def test_parts_are_found_by_role_in_the_order_of_the_text() -> None:
    parts = (Part("title", 0, 4), Part("caption", 5, 8), Part("title", 9, 12))
    report = Report("a", "a", "x" * 12, parts=parts)
    assert report.spans_of("title") == (Span(0, 4), Span(9, 12))
    assert report.spans_of("caption", "title") == (Span(0, 4), Span(5, 8), Span(9, 12))
    assert report.spans_of("byline") == ()


def test_a_reject_is_told_in_one_line() -> None:
    assert (
        str(Reject("a.jsonl", "line 3", "json_depth", "nested too deep"))
        == "a.jsonl:line 3: nested too deep [json_depth]"
    )
    assert str(Reject("a.txt", "", "empty", "holds nothing")) == "a.txt: holds nothing [empty]"


def test_a_passage_is_speech_where_either_report_marks_it_so() -> None:
    span = Span(0, 1)
    flags = [(False, False), (True, False), (False, True), (True, True)]
    assert [Passage(span, span, 1, *pair).quoted for pair in flags] == [False, True, True, True]


def test_a_change_has_words_before_and_after() -> None:
    added = Change("added", 10, None, Evidence("b", 0, 3, "new"))
    assert (added.before, added.after) == ("", "new")


def test_findings_are_the_changes_of_the_kinds_asked_for() -> None:
    report = Report("a", "a", "")
    changes = tuple(Change(kind, RANKS[kind], None, None) for kind in RANKS)
    found = Comparison(
        report, report, Shared((), 0, 0, 0, 0), (), changes, Relation("none", None, 1.0, 1.0), "nothing shared"
    )
    assert [change.kind for change in found.findings(["date", "quotation"])] == ["quotation", "date"]


def test_every_kind_of_change_has_a_rank() -> None:
    assert set(get_args(ChangeKind)) == set(RANKS)


def test_errors_are_one_family() -> None:
    family = [error for _, error in inspect.getmembers(errors, inspect.isclass)]
    assert all(issubclass(error, errors.WhenceError) for error in family)
    assert all(error.__name__ in (errors.__doc__ or "") for error in family)
