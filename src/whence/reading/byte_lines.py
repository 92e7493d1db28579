"""Lines of a stream of bytes, none held that is longer than a limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from whence.reading.sources import DamagedSourceError

# A line without end is given up after so many times the limit: 1 GB with the usual limit.
_GIVE_UP = 64


class ByteLine(NamedTuple):
    """A line: its number from 1, its bytes without the line feed (None where it is too long), and whether it ended."""

    number: int
    data: bytes | None
    ended: bool


def split_byte_lines(chunks: Iterable[bytes], limit: int) -> Iterator[ByteLine]:
    """Split a stream on line feeds.

    Args:
        chunks: the bytes, in pieces of any size.
        limit: the most bytes of a line; of a longer one nothing is kept.

    Raises:
        DamagedSourceError: a line goes on without end (`too_large`), or the stream itself is damaged.

    >>> [line.data for line in split_byte_lines([b"a\\nlong", b"er\\nb"], 4)]
    [b'a', None, b'b']
    """
    number, pieces, size = 1, list[bytes](), 0
    for chunk in chunks:
        *ended, rest = chunk.split(b"\n")
        for data in ended:
            size += len(data)
            yield ByteLine(number, b"".join([*pieces, data]) if size <= limit else None, True)
            number, pieces, size = number + 1, [], 0
        size += len(rest)
        if size > limit * _GIVE_UP:
            raise DamagedSourceError("too_large", f"line {number} goes on for more than {limit * _GIVE_UP:,} bytes")
        if size <= limit:
            pieces.append(rest)
        else:
            pieces.clear()
    if size:
        yield ByteLine(number, b"".join(pieces) if size <= limit else None, False)
