"""Bylines: the names of those who wrote a report, and for whom."""

from __future__ import annotations

import re
from typing import NamedTuple

from whence.reading.naming import NAME, NAMES, is_agency, is_outlet
from whence.text.folding import fold
from whence.text.spans import Span

_LONGEST = 160
_BY = re.compile(r"(?:by|written by|posted by|reported by|story by)\b\s*:?\s+", re.IGNORECASE)
_LEADING_NAMES = re.compile(NAMES)
_TAIL = re.compile(r"\s*(?:[,|–—/(]|\s-\s)\s*|\s+")
# Words for what somebody is at an outlet.
_POST = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|producer|contributor|columnist|analyst|journalist|bureau|anchor|professor"
    r"|special to|for the|contributing|fellow|author|director|desk|wire|team)\b",
    re.IGNORECASE,
)
_KIND_OF_OUTLET = re.compile(
    r"(?:news|times|post|press|tribune|journal|herald|gazette|chronicle|globe|star|sun|media|magazine|radio|tv|review|daily|wire|inquirer"
    r"|examiner|observer|telegraph|mirror|independent|\.com|\.org|\.net)$",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(?P<outlet>(?:[A-Z][\w&.'’-]*|of|the)(?:\s(?:[A-Z0-9][\w&.'’-]*|of|the)){0,4})"
    rf"\s+Staff(?:\s(?:Writers?|Reporters?|Report))?(?:\s*[,:|–—-]?\s*(?P<names>{NAMES}))?"
)
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_GLUED = re.compile(r"(?<=[A-Z]{2})(?=[A-Z][a-z])(?:Associated Press|Reuters|Staff Writer)$")
# What an "author" line that is a sentence holds.
_SENTENCE = re.compile(r"\b(?:is|was|are|has|says|said)\b|[.?!]$")
# A "name" with such a word is an outlet's.
_OUTLET_WORD = re.compile(
    r"\b(?:news|times|post|tv|radio|media|press|tribune|herald|journal|staff|team|eyewitness|channel|desk|bureau|wire)\b",
    re.IGNORECASE,
)
_NO_NAME = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
        "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "the", "in", "press", "email", "president", "this", "that", "then", "now"
    }
)  # fmt: skip


class Byline(NamedTuple):
    """What a byline says: spans within its line.

    `outlet` is the outlet or agency that it names; `own_outlet` says that the form means the writer's own outlet
    ("OAN Staff"), not an agency whose report was taken over.
    """

    names: Span | None
    outlet: Span | None
    own_outlet: bool


def read_byline(line: str) -> Byline | None:
    """Read a line as a byline: "By Jane Roe", "Jane Roe, Associated Press", "OAN Staff Jane Roe", "Associated Press".

    Args:
        line: one line, without white space around it.

    Returns:
        What it names; None where the line is no byline. Prose is never one: a sentence has words in lower case.

    >>> line = "By JANE ROE and JOHN DOE, Associated Press"
    >>> found = read_byline(line)
    >>> found.names.slice(line), found.outlet.slice(line)
    ('JANE ROE and JOHN DOE', 'Associated Press')
    >>> read_byline("By Friday evening, crowds had gone.") is None
    True
    """
    if len(line) > _LONGEST:
        return None
    marked = _BY.match(line)
    if marked:
        return _read_names(line, marked.end(), marked=True)
    return _read_staff(line) or _read_names(line, 0, marked=False)


def is_name(line: str) -> bool:
    """True where a line is a person's name, or several joined by "and", by its shape alone.

    >>> is_name("Jane Roe"), is_name("Jane Roe and John Doe"), is_name("Talks began")
    (True, True, False)
    """
    if len(line) > 80 or line.isupper() or is_outlet(line) or fold(line).partition(" ")[0] in _NO_NAME:
        return False
    if len(line.split()) <= 3:
        return re.fullmatch(NAME, line) is not None
    return " and " in line and len(line.split()) <= 10 and re.fullmatch(NAMES, line) is not None


def _read_staff(line: str) -> Byline | None:
    """The form "OAN Staff Jane Roe": outlet, the word, names."""
    match = _STAFF.fullmatch(line)
    if match is None or len(line) > 80:
        return None
    outlet = match["outlet"]
    if outlet.startswith("Breaking") or not (
        _ACRONYM.fullmatch(outlet) or is_outlet(outlet) or _KIND_OF_OUTLET.search(outlet)
    ):
        return None
    names = Span(*match.span("names")) if match["names"] else None
    return Byline(names, Span(*match.span("outlet")), own_outlet=not is_agency(outlet))


def _read_names(line: str, start: int, *, marked: bool) -> Byline | None:
    """Names first, then perhaps their outlet; `marked` where a "By" stands before them."""
    end = len(line.rstrip(" .") if marked else line)
    if is_outlet(line[start:end]) and (marked or is_agency(line)):
        return Byline(None, Span(start, end), own_outlet=False)
    match = _LEADING_NAMES.match(line, start, end)
    if match is None:
        return _read_desk(line, start, end) if marked else None
    first = fold(match[0].split()[0]).strip(".,")
    if first in _NO_NAME:
        return _read_desk(line, start, end) if marked else None
    names, outlet = _split_agency(line, _without_post(line, Span(*match.span())))
    if outlet is not None and outlet.end == end:
        return Byline(names, outlet, own_outlet=False)
    if _OUTLET_WORD.search(line, names.start, names.end):
        return _read_desk(line, start, end) if marked else None
    return _read_tail(line, names, end, marked=marked)


def _read_tail(line: str, names: Span, end: int, *, marked: bool) -> Byline | None:
    """What follows the names: nothing, an outlet, or a post at one."""
    gap = _TAIL.match(line, names.end, end)
    if names.end == end or gap is None:
        return Byline(names, None, own_outlet=False) if marked and names.end == end else None
    tail = line[gap.end() : end].strip(" ()")
    if tail.startswith("@") or not tail:
        return Byline(names, None, own_outlet=False) if marked else None
    known, post, length = is_outlet(tail), _POST.search(tail) is not None, len(tail.split())
    if not marked and (_SENTENCE.search(tail) or (not known and not gap[0].strip())):
        return None
    if not (known or (post and length <= 7) or (marked and _KIND_OF_OUTLET.search(tail) and length <= 5)):
        return None
    start = line.index(tail, gap.end())
    whole = Span(start, start + len(tail))
    outlet = whole if known or not post else _outlet_before_post(line, whole)
    staff = re.search(r"\bstaff\b", tail, re.IGNORECASE) is not None
    return Byline(names, outlet, own_outlet=outlet is not None and staff and not is_agency(outlet.slice(line)))


def _outlet_before_post(line: str, tail: Span) -> Span | None:
    """The outlet in "CNN Supreme Court Reporter": the longest known name that the words begin with."""
    words = tail.slice(line).split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        if is_outlet(name):
            return Span(tail.start, tail.start + len(name))
    return None


def _split_agency(line: str, names: Span) -> tuple[Span, Span | None]:
    """Take an outlet off the end of a run of capitalised words: "Jane Roe Associated Press"."""
    words = names.slice(line)
    for match in list(re.finditer(r"\S+", words))[2:]:
        if is_outlet(words[match.start() :]):
            return _cut(line, names, names.start + match.start())
    glued = _GLUED.search(words)  # "JANE ROEAssociated Press": a line end that was lost
    return _cut(line, names, names.start + glued.start()) if glued else (names, None)


def _without_post(line: str, names: Span) -> Span:
    """Names up to the comma after which a post or an outlet stands: "Jane Roe, Supreme Court Reporter"."""
    comma = line.rfind(",", names.start, names.end)
    if comma > 0 and (_POST.search(line, comma, names.end) or _OUTLET_WORD.search(line, comma, names.end)):
        return Span(names.start, comma)
    return names


def _cut(line: str, names: Span, start: int) -> tuple[Span, Span]:
    """Names before a position, an outlet after it."""
    end = len(line[:start].rstrip(" ,"))
    outlet = line[start : names.end]
    return Span(names.start, end), Span(names.end - len(outlet.lstrip()), names.end)


def _read_desk(line: str, start: int, end: int) -> Byline | None:
    """A byline without a person: "By: Breaking News Staff", "By Example Herald Staff"."""
    desk = line[start:end]
    words = desk.split()
    capital = all(word[0].isupper() or word in ("of", "the", "and") for word in words)
    if (
        capital
        and 0 < len(words) <= 6
        and re.search(r"(?:staff|desk|wire|editors|reporters|team|news|tv|radio)$", desk, re.IGNORECASE)
    ):
        return Byline(None, None, own_outlet=False)
    return None
