"""The reader of JSON lines: one report a line, streamed."""

from __future__ import annotations

from collections.abc import Iterator

from whence.reading.byte_lines import ByteLine, split_byte_lines
from whence.reading.given import Given, Limits
from whence.reading.reader import Reader
from whence.reading.record import read_record
from whence.reading.sniffing import looks_like_records, utf16_order
from whence.reading.sources import DamagedSourceError, Opened
from whence.reading.strict_json import BadRecordError, parse_object
from whence.records import Reject, Report

_UTF8_MARK = b"\xef\xbb\xbf"


def read_jsonl(opened: Opened, given: Given, limits: Limits) -> Iterator[Report | Reject]:
    """The reports of a file of JSON lines, and a reject for each other line; empty lines count for nothing."""
    if utf16_order(opened.head):
        yield Reject(opened.name, "", "not_utf8", "is UTF-16; JSON lines must be UTF-8")
        return
    found = False
    try:
        for line in split_byte_lines(opened.chunks, limits.line_bytes):
            if line.data is None or line.data.strip():
                found = True
                yield _read_line(line, opened.name, given, limits)
    except DamagedSourceError as error:
        yield Reject(opened.name, "", error.code, str(error))
        return
    for flag in opened.flags:
        yield Reject(opened.name, "", flag, "bytes after the end of the gzip stream were left out")
    if not found:
        yield Reject(opened.name, "", "empty_document", "holds no record")


def _read_line(line: ByteLine, source: str, given: Given, limits: Limits) -> Report | Reject:
    """One line as a report or a reject."""
    where = f"line {line.number}"
    if line.data is None:
        return Reject(source, where, "line_too_long", f"is longer than {limits.line_bytes:,} bytes")
    data = line.data.removeprefix(_UTF8_MARK) if line.number == 1 else line.data
    try:
        return read_record(parse_object(data), given=given, source=source, labelled=limits.labelled)
    except BadRecordError as error:
        cut = error.code in ("bad_json", "not_utf8") and not line.ended and data.lstrip().startswith(b"{")
        if cut:
            return Reject(source, where, "truncated_line", "is cut off: the file ends inside it")
        return Reject(source, where, error.code, str(error))


READER = Reader("jsonl", (".jsonl", ".ndjson", ".json"), looks_like_records, bool, read_jsonl)
