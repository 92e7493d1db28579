"""Squeezing: texts and records in less room, by zlib with a preset dictionary of what they are likely to hold.

The first byte says which dictionary. Dictionaries never change: a better one is another number, and old rows stay
readable. That of texts holds common words of news, that of records how quotes, figures and clues of made-up reports
pack (`bench/store/dictionaries.py`).
"""

from __future__ import annotations

import zlib
from functools import cache
from importlib.resources import files
from typing import Literal

Kind = Literal["text", "records"]
LEVEL = 6  # the ninth wins .06 % on 600 reports
NEWEST = 1


def squeeze(data: bytes, kind: Kind) -> bytes:
    """Bytes in less room.

    Args:
        data: any bytes.
        kind: which dictionary fits them.

    >>> unsqueeze(squeeze(b"Rain fell.", "text"), "text")
    b'Rain fell.'
    """
    squeezer = zlib.compressobj(LEVEL, zlib.DEFLATED, 15, 9, zlib.Z_DEFAULT_STRATEGY, _dictionary(kind, NEWEST))
    return bytes([NEWEST]) + squeezer.compress(data) + squeezer.flush()


def unsqueeze(data: bytes, kind: Kind) -> bytes:
    """The bytes again.

    Args:
        data: what `squeeze` has made.
        kind: as it was then.

    Raises:
        ValueError: it was not made so, or has been damaged.
    """
    try:
        return zlib.decompressobj(15, _dictionary(kind, data[0])).decompress(data[1:])
    except (zlib.error, IndexError, FileNotFoundError) as error:
        raise ValueError(f"cannot be read back: {error}") from None


@cache
def _dictionary(kind: Kind, number: int) -> bytes:
    """A dictionary."""
    return files("whence.resources").joinpath(f"squeezed_{kind}_{number}.bin").read_bytes()
