"""Timestamp lines: where a text says when it appeared, in a line of its own or glued to one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from whence.reading.dates import DateFields, parse_timestamps
from whence.reading.naming import is_outlet
from whence.records import Published
from whence.text.spans import Span, trim_span

_LONGEST = 120
_DIGIT = re.compile(r"\d|noon|midnight", re.IGNORECASE)
# "date 2024-11-29" before other words: what is left of a <time> element.
_PREFIX = re.compile(
    r"(?:date|published|posted|updated)\s*:?\s+\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?(?=\s|$)", re.IGNORECASE
)
_SUFFIX = re.compile(
    r"(?<=\s)(?:(?:first |originally )?(?:published|posted)|(?:last )?updated|created)\s?:", re.IGNORECASE
)


class Stamp(NamedTuple):
    """One timestamp of a text: its span, and its fields."""

    span: Span
    fields: DateFields


def split_stamps(text: str, line: Span) -> tuple[Span, ...]:
    """Cut a line before and after a timestamp that is glued to its beginning or its end.

    >>> text = "Two held after fire Posted: May 3, 2016 10:21 AM"
    >>> [span.slice(text) for span in split_stamps(text, Span(0, len(text)))]
    ['Two held after fire', 'Posted: May 3, 2016 10:21 AM']
    """
    named = _end_of_outlet(text, line)
    if named and read_stamps(text, Span(named, line.end)):
        return (Span(line.start, named), trim_span(text, named, line.end))
    prefix = _PREFIX.match(text, line.start, line.end)
    if prefix and prefix.end() < line.end:
        return (Span(*prefix.span()), trim_span(text, prefix.end(), line.end))
    tail = max(line.start, line.end - _LONGEST)
    if text.find("ed:", tail, line.end) < 0 and text.find("ed :", tail, line.end) < 0:
        return (line,)
    for match in _SUFFIX.finditer(text, tail, line.end):
        if match.start() > line.start and parse_timestamps(text[match.start() : line.end]):
            return (trim_span(text, line.start, match.start()), Span(match.start(), line.end))
    return (line,)


def _end_of_outlet(text: str, line: Span) -> int | None:
    """Where an outlet's name ends that stands before a timestamp: "CBS News May 3, 2016"."""
    if line.end - line.start > _LONGEST or not _DIGIT.search(text, line.start, line.end):
        return None
    for match in islice(re.finditer(r"\S+", line.slice(text)), 3):
        if is_outlet(line.slice(text)[: match.end()]):
            return line.start + match.end()
    return None


def read_stamps(text: str, line: Span) -> tuple[Stamp, ...]:
    """The timestamps that make up a whole line; none where the line holds anything else.

    A line counts only where it says a month and a day, or calls itself a timestamp ("Updated at 8 p.m. ET").

    >>> text = "3:49 PM - Friday, November 29, 2024"
    >>> [stamp.fields.clock for stamp in read_stamps(text, Span(0, len(text)))]
    [(15, 49)]
    """
    if line.end - line.start > _LONGEST or not _DIGIT.search(text, line.start, line.end):
        return ()
    found = parse_timestamps(line.slice(text))
    if not any(_says_when(fields) for fields in found):
        return ()
    return tuple(Stamp(trim_span(text, line.start + fields.start, line.start + fields.end), fields) for fields in found)


def is_labelled(stamps: Sequence[Stamp]) -> bool:
    """True where a timestamp calls itself one: "Published", "Updated", "Date"."""
    return any(stamp.fields.labels for stamp in stamps)


def choose_published(stamps: Sequence[Stamp]) -> Published | None:
    """When a report appeared, by the timestamps at its top and tail: the first that is no update, made more exact by a
    later one of the same day.

    Args:
        stamps: in the order of the text.

    Returns:
        The moment with the span that says it, or None.
    """
    claims = [(stamp, stamp.fields.published("text")) for stamp in stamps]
    known = [(stamp, claim) for stamp, claim in claims if claim is not None and claim.grain not in ("year", "month")]
    if not known:
        return None
    first, chosen = next(((stamp, claim) for stamp, claim in known if not stamp.fields.updated), known[0])
    for stamp, claim in known:
        if len(claim.iso) > len(chosen.iso) and claim.iso.startswith(chosen.iso[:10]) and chosen.grain == "day":
            if stamp.fields.updated and not first.fields.updated:
                continue
            first, chosen = stamp, claim
    return replace(chosen, span=first.span)


def _says_when(fields: DateFields) -> bool:
    """True for a date, or a time with a label."""
    dated = (fields.month is not None and fields.day is not None) or fields.either is not None
    if fields.day is not None and fields.month is None and not fields.labels:
        return False
    return dated or (bool(fields.labels) and (bool(fields.clock) or fields.relative))
