"""JSON lines and records."""

from __future__ import annotations

import json

import pytest

from whence.reading.given import Given, Limits
from whence.reading.readers import read_bytes
from whence.reading.record import read_record
from whence.reading.strict_json import BadRecordError
from whence.records import Reject, Report

GOOD = {
    "id": "r1",
    "text": "Talks began.",
    "outlet": "Example Herald",
    "published": "2024-11-29T18:00:00Z",
    "title": None,
}


def _read(*lines: str, limits: Limits | None = None) -> list[Report | Reject]:
    return list(read_bytes("\n".join(lines).encode(), name="a.jsonl", limits=limits or Limits()))


def test_a_record_becomes_a_report() -> None:
    report = read_record(GOOD)
    assert (report.id, report.outlet, report.title) == ("r1", "Example Herald", None)
    assert report.published is not None and report.published.claimed_by == "record"


def test_paragraphs_are_put_together() -> None:
    assert read_record({"paragraphs": ["One.", "Two."]}).text == "One.\n\nTwo."


def test_other_names_for_the_fields_are_not_accepted() -> None:
    report = read_record({"text": "Talks began.", "source": "A", "publisher": "B", "date": "2024-11-29"})
    assert (report.outlet, report.published) == (None, None)


def test_the_record_beats_the_caller_and_the_caller_fills_the_gaps() -> None:
    report = read_record(GOOD, given=Given(outlet="Other", byline="Jane Roe"))
    assert (report.outlet, report.byline) == ("Example Herald", "Jane Roe")


@pytest.mark.parametrize("date", [0, -1, 1732903200, 1e18, True, "", "soon", [], {}, "2024-02-30"])
def test_a_bad_date_keeps_the_text(date: object) -> None:
    report = read_record({"text": "Talks began.", "published": date})
    assert (report.text, report.published, report.flags) == ("Talks began.", None, ("bad_date",))


def test_the_date_of_creation_and_of_first_sight_stand_in() -> None:
    created = read_record({"text": "Talks began.", "dct": "2024-11-29", "first_seen": "2024-11-30"})
    seen = read_record({"text": "Talks began.", "first_seen": "2024-11-30T10:00:00Z"})
    assert created.published is not None and (created.published.iso, created.published.claimed_by) == (
        "2024-11-29",
        "record",
    )
    assert seen.published is not None and seen.published.claimed_by == "first seen"


@pytest.mark.parametrize(
    "record", [{}, {"text": None}, {"text": " \n"}, {"text": 5}, {"paragraphs": [1]}, {"paragraphs": []}]
)
def test_a_record_without_text_is_refused(record: dict[str, object]) -> None:
    with pytest.raises(BadRecordError):
        read_record(record)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"text": "a", "text": "b"}', "duplicate_key"),
        ('{"text": "a", "x": ' + "[" * 5_000 + "]" * 5_000 + "}", "json_depth"),
        ('{"text": "a", "x": ' + "[" * 200 + "]" * 200 + "}", "json_depth"),
        ('{"text": "a", "x": NaN}', "bad_number"),
        ('{"text": "a"', "bad_json"),
        ("[1]", "not_object"),
        ("null", "not_object"),
        ("{}", "empty_document"),
    ],
)
def test_a_bad_line_is_a_reject_and_the_good_ones_are_kept(line: str, code: str) -> None:
    first, bad, last = _read(json.dumps(GOOD), line, json.dumps(GOOD))
    assert isinstance(first, Report) and isinstance(last, Report)
    assert isinstance(bad, Reject) and (bad.code, bad.where) == (code, "line 2")


def test_a_line_that_is_not_utf8_is_a_reject() -> None:
    found = list(read_bytes(b'{"text": "\xff"}\n{"text": "a"}\n', name="a.jsonl"))
    assert [item.code if isinstance(item, Reject) else item.text for item in found] == ["not_utf8", "a"]


def test_the_last_line_cut_short_is_said_to_be() -> None:
    cut = _read(json.dumps(GOOD), '{"text": "Talks beg')[-1]
    assert isinstance(cut, Reject) and cut.code == "truncated_line"


def test_a_last_line_without_its_end_is_read() -> None:
    assert [type(item) for item in _read(json.dumps(GOOD))] == [Report]


def test_a_line_over_the_limit_is_a_reject_and_the_next_is_read() -> None:
    long, good = _read(json.dumps({"text": "a" * 500}), json.dumps(GOOD), limits=Limits(line_bytes=300))
    assert isinstance(long, Reject) and long.code == "line_too_long"
    assert isinstance(good, Report)


def test_utf16_is_refused_as_a_whole() -> None:
    found = list(read_bytes((json.dumps(GOOD) + "\n").encode("utf-16") * 3, name="a.jsonl"))
    assert [item.code for item in found if isinstance(item, Reject)] == ["not_utf8"]


def test_lone_surrogates_become_replacement_characters() -> None:
    report = read_record({"text": "a\ud800b"})
    assert (report.text, report.flags) == ("a\ufffdb", ("characters_replaced",))
