"""Words that pages need beside those of the exports: names of reports, hedged origins, shares, shortened text."""

from __future__ import annotations

from pathlib import PurePath

from whence.export.html_wording import time_words
from whence.export.story_words import LIKELY, SURE
from whence.records import Published, ReportLine

NAME_CHARACTERS = 60


def line_name(line: ReportLine) -> str:
    """What a report is called in a sentence: its outlet, else its file, else its headline, else its number."""
    name = line.outlet or PurePath(line.source).name or line.title or f"report {line.number}"
    return shortened(name, NAME_CHARACTERS)


def parent_words(line: ReportLine, parent: str) -> str:
    """How a report hangs on the one that it has its text from, as surely as the probability allows; empty for none.

    >>> line = ReportLine(2, "b", 1, None, "B", None, None, "", None, 90, None, 1, 0.7, "copy", 0.2, ())
    >>> parent_words(line, "The Post")
    'probably copied from The Post'
    """
    if line.parent is None:
        return ""
    chance = line.probability or 0.0
    if chance < LIKELY:
        return f"perhaps from {parent}: not decidable"
    told = {"version": f"a later version of {parent}", "common": f"prints the same text as {parent}"}
    words = told.get(line.kind or "", f"copied from {parent}")
    return words if chance >= SURE else f"probably {words}"


def percent_words(share: float | None) -> str:
    """A share as a percentage; never all or nothing where it is not.

    >>> percent_words(0.997), percent_words(0.004), percent_words(None)
    ('99 %', '1 %', '')
    """
    if share is None:
        return ""
    whole = round(100 * share)
    if 0 < share < 1:
        whole = min(99, max(1, whole))
    return f"{whole} %"


def flat(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())


def shortened(text: str, most: int = 160) -> str:
    """Text on one line, cut at the last space before `most` characters.

    >>> shortened("one two three", 9)
    'one two …'
    """
    line = flat(text)
    if len(line) <= most:
        return line
    return f"{line[: max(line.rfind(' ', 0, most), 0) or most]} …"


def moment_words(published: Published | None) -> str:
    """A time with its zone; empty for none."""
    return time_words(published) if published else ""
