"""Sources of bytes: a file, standard input, one layer of gzip; always in chunks, so that nothing unbounded is held."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from itertools import chain
from pathlib import Path, PurePath
from typing import BinaryIO

from whence.errors import SourceError

CHUNK_BYTES = 65_536
# Compressed bytes handed to zlib at once: small, because every gzip member copies what is left of its chunk.
_FEED_BYTES = 4_096
# What the format is told from.
_HEAD_BYTES = 4_096
_GZIP = b"\x1f\x8b"


class DamagedSourceError(SourceError):
    """The bytes of a source end early or are too many: it becomes a `Reject` with this code."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code


@dataclass(slots=True)
class Opened:
    """An opened source: its name, the suffix of its name (without .gz), its bytes, and what was wrong with them.

    `flags` is complete once `chunks` is used up.
    """

    name: str
    suffix: str
    head: bytes
    chunks: Iterator[bytes]
    flags: list[str] = field(default_factory=list)
    path: Path | None = None  # the file that has just these bytes, for a reader that must go to and fro


@contextmanager
def open_source(source: str | Path) -> Iterator[Opened]:
    """Open a file, or standard input for "-", and undo one layer of gzip, whatever its suffix says.

    Args:
        source: a path, or "-".

    Raises:
        SourceError: there is no such file, or it cannot be opened.
    """
    name = str(source)
    if name == "-":
        yield _opened("-", sys.stdin.buffer)
        return
    path = Path(source)
    try:
        stream = path.open("rb")
    except IsADirectoryError:
        raise SourceError(f"{name}: is a folder; name the files in it") from None
    except OSError as error:
        raise SourceError(f"{name}: cannot be opened: {error.strerror or error}") from None
    except ValueError:
        raise SourceError(f"{name!r}: is not a file name") from None
    with stream:
        yield _opened(name, stream, path if path.is_file() else None)


def open_bytes(data: bytes, name: str) -> Opened:
    """Bytes already in memory as a source."""
    return _opened(name, BytesIO(data))


def read_all(opened: Opened, limit: int) -> bytes:
    """All bytes of a source.

    Raises:
        DamagedSourceError: more than `limit` bytes (code `too_large`), or a gzip stream that ends early.
    """
    pieces: list[bytes] = []
    size = 0
    for chunk in opened.chunks:
        pieces.append(chunk)
        size += len(chunk)
        if size > limit:
            raise DamagedSourceError("too_large", f"more than {limit:,} bytes")
    return b"".join(pieces)


def _opened(name: str, stream: BinaryIO, path: Path | None = None) -> Opened:
    """The source with its first bytes looked at."""
    flags: list[str] = []
    raw = _read_chunks(stream)
    first = next(raw, b"")
    if first.startswith(_GZIP):
        raw = _inflate(chain([first], raw), flags)
        first, path = b"", None
    try:
        while len(first) < _HEAD_BYTES and (more := next(raw, b"")):
            first += more
    except DamagedSourceError as error:
        raw = _raise_later(error)
    suffixes = [suffix.lower() for suffix in PurePath(name).suffixes if suffix.lower() != ".gz"]
    return Opened(name, "".join(suffixes[-1:]), first, chain([first], raw), flags, path)


def _raise_later(error: DamagedSourceError) -> Iterator[bytes]:
    """A stream that is damaged from here on: whoever reads it learns so."""
    raise error
    yield b""


def _read_chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of a stream, a chunk at a time."""
    try:
        while chunk := stream.read(CHUNK_BYTES):
            yield chunk
    except OSError as error:
        raise DamagedSourceError("unreadable", f"reading stopped: {error.strerror or error}") from None


def _inflate(chunks: Iterable[bytes], flags: list[str]) -> Iterator[bytes]:
    """Undo gzip, one layer and all its members; output comes in bounded chunks.

    Bytes after the last member that are no gzip are dropped and flagged `trailing_garbage`.
    """
    inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
    started = False
    for feed in _feeds(chunks):
        data = feed
        while data:
            if inflater.eof:
                if not _GZIP.startswith(data[:2]):
                    flags.append("trailing_garbage")
                    return
                inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
                started = False
            started = True
            if piece := _inflate_step(inflater, data):
                yield piece
            data = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
    while not inflater.eof and (piece := _inflate_step(inflater, b"")):
        yield piece
    if started and not inflater.eof:
        raise DamagedSourceError("truncated_gzip", "the gzip stream ends early")


def _inflate_step(inflater: zlib._Decompress, data: bytes) -> bytes:
    """One bounded step of decompression."""
    try:
        return inflater.decompress(data, CHUNK_BYTES)
    except zlib.error as error:
        raise DamagedSourceError("bad_gzip", f"the gzip stream is damaged: {error}") from None


def _feeds(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Chunks cut small."""
    for chunk in chunks:
        for start in range(0, len(chunk), _FEED_BYTES):
            yield chunk[start : start + _FEED_BYTES]
