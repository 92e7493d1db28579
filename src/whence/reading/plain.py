"""The reader of plain text: one report a file, one paragraph a line."""

from __future__ import annotations

from collections.abc import Iterator

from whence.reading.building import Draft, build_report
from whence.reading.decoding import decode_text
from whence.reading.given import NOTHING_GIVEN, Given, Limits
from whence.reading.reader import Reader
from whence.reading.sniffing import is_binary, is_empty
from whence.reading.sources import Opened, read_all
from whence.records import Reject, Report


def read_text(text: str, *, given: Given = NOTHING_GIVEN, source: str = "") -> Report:
    """A report from a string.

    Args:
        text: the text; it is kept as it is, but for NUL and lone surrogates, which become U+FFFD.
        given: metadata that the caller knows.
        source: a name for where the text came from.

    Returns:
        The report, its parts labelled.

    >>> read_text("Talks stall again\\n\\nTalks in the capital stalled on Friday, three officials said.").title
    'Talks stall again'
    """
    return build_report(Draft(text, source), given)


def read_plain(opened: Opened, given: Given, limits: Limits) -> Iterator[Report | Reject]:
    """The report in a file of plain text, or why there is none."""
    data = read_all(opened, limits.document_bytes)
    if is_empty(data):
        yield Reject(opened.name, "", "empty_document", "holds no text")
    elif is_binary(data):
        yield Reject(opened.name, "", "not_text", "is not text; whence reads plain text, HTML and JSON lines")
    else:
        decoded = decode_text(data)
        yield build_report(Draft(decoded.text, opened.name, flags=(*opened.flags, *decoded.flags)), given)


READER = Reader("plain", (".txt", ".text", ".md"), lambda _head: False, bool, read_plain)
