"""The one way in: what a source is, and what comes out of it."""

from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.errors import SourceError
from whence.reading.given import Given, Limits
from whence.reading.readers import READERS, read_bytes, read_source
from whence.records import Reject, Report

BODY = "Officials in the capital said on Friday that the talks would go on for another week, after a long pause."


def _one(data: bytes, name: str = "") -> Report:
    (found,) = read_bytes(data, name=name)
    assert isinstance(found, Report)
    return found


def _codes(data: bytes, name: str = "", limits: Limits | None = None) -> list[str]:
    found = read_bytes(data, name=name, limits=limits or Limits())
    return [item.code for item in found if isinstance(item, Reject)]


def test_plain_text_is_kept_as_it_is() -> None:
    text = f"  Talks stall\r\n\r\n{BODY}\rLast line\n"
    assert _one(text.encode()).text == text


def test_the_format_is_told_from_the_bytes_and_not_from_the_suffix() -> None:
    page = f"<!DOCTYPE html><html><body><p>{BODY}</p></body></html>".encode()
    assert _one(page, "report.txt").text == BODY
    assert _one(b'{"text": "Talks began."}', "report.html").text == "Talks began."


def test_the_suffix_breaks_a_tie() -> None:
    fragment = f"<p>{BODY}</p>".encode()
    assert _one(fragment, "report.html").text == BODY
    assert _one(fragment, "report.txt").text == fragment.decode()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_document"),
        (b"\x00", "empty_document"),
        (b"\xef\xbb\xbf \n", "empty_document"),
        (b"%PDF-1.7\n%\xe2\xe3", "not_text"),
        (bytes(range(256)) * 20, "not_text"),
        (gzip.compress(gzip.compress(b"twice", mtime=0), mtime=0), "not_text"),
        (gzip.compress(BODY.encode(), mtime=0)[:-12], "truncated_gzip"),
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xff\xff\xff\xff", "bad_gzip"),
    ],
)
def test_what_is_no_report_is_a_reject_with_its_reason(data: bytes, code: str) -> None:
    assert _codes(data) == [code]


def test_a_document_over_the_limit_is_refused_packed_or_not() -> None:
    limits = Limits(document_bytes=1_000)
    assert _codes(b"a" * 1_001, limits=limits) == ["too_large"]
    assert _codes(gzip.compress(b"a" * 1_001, mtime=0), limits=limits) == ["too_large"]


def test_gzip_is_undone_and_what_follows_it_is_flagged() -> None:
    packed = gzip.compress(b"Talks ", mtime=0) + gzip.compress(b"began.", mtime=0)
    assert _one(packed, "report.txt.gz").text == "Talks began."
    assert _one(packed + b"garbage").flags == ("trailing_garbage",)


def test_a_damaged_file_is_a_reject_too(tmp_path: Path) -> None:
    path = tmp_path / "report.txt.gz"
    path.write_bytes(gzip.compress(BODY.encode(), mtime=0)[:-12])
    assert [item.code for item in read_source(path) if isinstance(item, Reject)] == ["truncated_gzip"]


def test_a_missing_file_and_a_folder_are_errors_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be opened"):
        list(read_source(tmp_path / "missing.txt"))
    with pytest.raises(SourceError, match="folder"):
        list(read_source(tmp_path))


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Talks began.")))
    (report,) = read_source("-")
    assert isinstance(report, Report)
    assert (report.text, report.source) == ("Talks began.", "-")


def test_what_the_caller_gives_beats_what_the_text_says() -> None:
    text = f"Talks stall as winter nears\nBy Jane Roe\n{BODY}\n{BODY}"
    (report,) = read_bytes(text.encode(), given=Given(byline="John Doe", outlet="Example Herald"))
    assert isinstance(report, Report)
    assert (report.byline, report.outlet, report.title) == ("John Doe", "Example Herald", "Talks stall as winter nears")


def test_the_id_is_the_digest_of_text_and_metadata() -> None:
    plain, same = _one(b"Talks began."), _one(b"Talks began.", "other.txt")
    (given_outlet,) = read_bytes(b"Talks began.", given=Given(outlet="Example Herald"))
    assert plain.id == plain.digest == same.id
    assert isinstance(given_outlet, Report)
    assert given_outlet.id != plain.id


def test_every_reader_has_a_name_of_its_own() -> None:
    assert len({reader.name for reader in READERS}) == len(READERS)


def _check(items: list[Report | Reject]) -> None:
    assert items
    for item in items:
        if isinstance(item, Report):
            item.text.encode("utf-8")
            assert "\x00" not in item.text
            starts = [part.start for part in item.parts]
            assert starts == sorted(starts)
            for part in item.parts:
                assert 0 <= part.start < part.end <= len(item.text)
            for run in item.runs:
                assert 0 <= run.start < run.end <= len(item.text)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["", "a.txt", "a.jsonl", "a.txt.gz"]))
def test_any_bytes_become_reports_or_rejects(data: bytes, name: str) -> None:
    _check(list(read_bytes(data, name=name)))


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div",
        ">",
        "<b hidden>",
        "</b>",
        "<!--",
        "-->",
        "<table><tr><td>",
        "</td>",
        "&amp;",
        "&#x80;",
        "&#0;",
        '"',
        "'",
        "<h1>",
        "</h1>",
        "<br>",
        "<script>",
        "</script>",
        "<ul><li>",
        "Talks began. ",
        "é“",
        BODY,
        "<a href='x",
        " style=display:none",
        "</",
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_page_becomes_a_report_or_a_reject(pieces: list[str], encoding: str) -> None:
    _check(list(read_bytes(f"<html><body>{''.join(pieces)}".encode(encoding), name="page.html")))


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=300))
def test_text_that_can_be_stored_is_never_altered(text: str) -> None:
    for item in read_bytes(f"Talks {text}".encode(), name="a.txt"):
        if isinstance(item, Report):
            assert item.text == f"Talks {text}"
