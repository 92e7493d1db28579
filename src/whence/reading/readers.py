"""The readers, and the one way in: bytes of any kind become reports and rejects.

To add a format: one file with a `READER`, and one line here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from whence.reading import html, jsonl, parquet, plain
from whence.reading.given import NOTHING_GIVEN, USUAL_LIMITS, Given, Limits
from whence.reading.reader import Reader
from whence.reading.sources import DamagedSourceError, Opened, open_bytes, open_source
from whence.records import Reject, Report

# In the order in which they are asked; the last one takes what no other knows.
READERS: tuple[Reader, ...] = (parquet.READER, html.READER, jsonl.READER, plain.READER)


def read_source(
    source: str | Path, *, given: Given = NOTHING_GIVEN, limits: Limits = USUAL_LIMITS
) -> Iterator[Report | Reject]:
    """Read a file, or standard input for "-".

    The format is told from the first bytes; the suffix only breaks ties. One layer of gzip is undone. JSON lines are
    streamed: no more than one line is held.

    Args:
        source: a path, or "-".
        given: metadata that the caller knows.
        limits: how many bytes of a document or of a line are read.

    Returns:
        Reports and rejects in the order of the source; at least one.

    Raises:
        SourceError: the source itself cannot be opened. What it holds never raises.

    >>> [item.code for item in read_bytes(b"%PDF-1.7", name="claims.html")]
    ['not_text']
    """
    with open_source(source) as opened:
        yield from _read(opened, given, limits)


def read_bytes(
    data: bytes, *, name: str = "", given: Given = NOTHING_GIVEN, limits: Limits = USUAL_LIMITS
) -> Iterator[Report | Reject]:
    """Read bytes that are already in memory, as `read_source` reads a file of that name.

    >>> [report.text for report in read_bytes(b"Talks began.")]
    ['Talks began.']
    """
    yield from _read(open_bytes(data, name), given, limits)


def choose_reader(opened: Opened) -> Reader:
    """The reader for a source: the one that recognises its first bytes, else by suffix, else plain text.

    >>> choose_reader(open_bytes(b"<!doctype html><p>Talks", "page.txt")).name
    'html'
    """
    for reader in READERS:
        if reader.recognises(opened.head):
            return reader
    for reader in READERS:
        if opened.suffix in reader.suffixes and reader.tolerates(opened.head):
            return reader
    return READERS[-1]


def _read(opened: Opened, given: Given, limits: Limits) -> Iterator[Report | Reject]:
    """What a source holds; damage to its bytes is a reject."""
    try:
        yield from choose_reader(opened).read(opened, given, limits)
    except DamagedSourceError as error:
        yield Reject(opened.name, "", error.code, str(error))
