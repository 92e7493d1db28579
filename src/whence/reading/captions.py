"""Captions: lines that describe a picture, with the credit inside them."""

from __future__ import annotations

import re
from typing import NamedTuple

from whence.reading.credits import find_photo_credit
from whence.text.spans import Span

# Of 3,300 captions in 14,000 US reports 99 in 100 have at most 540 characters; longer lines may be prose with a credit.
_LONGEST = 700
# With these beginnings a line is a caption though it has no credit; pages glue such lines to prose: only short ones.
_LONGEST_UNCREDITED = 400
_BEGINNING = re.compile(
    r"(?:FILE PHOTO|File photo|FILE|File)\s?(?::|[-–—]{1,2}\s?(?:In |in |This |A |The |Former ))"
    r"|Enlarge this image|(?:[Tt]oggle|Hide|hide|View [Ff]ull) caption\b"
    r"|Image (?:copyright|caption|source)\b|Media (?:caption|playback is unsupported)\b"
    r"|Facebook Twitter Pinterest\b|(?:PHOTO|Photo|PICTURED|Pictured|IMAGE|CAPTION|Caption):\s"
)
_BBC = re.compile(r"Image (?:copyright|source)\s*:?,?\s*(.{1,60}?)(?=\s+Image caption\b|$)")
_TOGGLE = re.compile(r"(?:Enlarge this image\s+)?(?:[Tt]oggle caption\s+)?(.{1,80})$")


class Caption(NamedTuple):
    """A caption's credit within its line; None where it has none."""

    credit: Span | None


def read_caption(line: str) -> Caption | None:
    """Read a line as a caption.

    Args:
        line: one line, without white space around it.

    Returns:
        The caption; None where the line is none.

    >>> read_caption("Protesters march in Kyiv. (Jane Roe/Reuters)")
    Caption(credit=Span(start=26, end=44))
    >>> read_caption("Protesters marched in Kyiv on Friday.") is None
    True
    """
    if len(line) > _LONGEST:
        return None
    beginning = _BEGINNING.match(line)
    labelled = _credit_after_label(line) if beginning else None
    credit = labelled or find_photo_credit(line)
    if credit and (beginning or credit.start > 0):
        return Caption(credit)
    return Caption(None) if beginning and len(line) <= _LONGEST_UNCREDITED else None


def _credit_after_label(line: str) -> Span | None:
    """The credit that stands at a fixed place of the caption: after "Image copyright", after "toggle caption"."""
    match = _BBC.match(line)
    if match is None and line.startswith(("Enlarge", "toggle", "Toggle")):
        match = _TOGGLE.match(line)
    return Span(*match.span(1)) if match else None
