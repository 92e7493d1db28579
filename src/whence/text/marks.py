"""Quotation marks: which words stand inside them.

One pass over each paragraph. Marks are paired by type; a stray mark pairs with nothing and ends nothing; a quotation
that runs over several paragraphs reopens its mark at the start of each (the convention of every newsroom style book);
single marks inside double ones belong to the outer quotation; an apostrophe is no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from whence.text.lines import paragraphs
from whence.text.spans import Span

_OPENERS = {"“": "”", "«": "»", "„": "“"}
_MARK = re.compile("[“”«»„\"＂]|''|``|[‘’']")
_ELIDED = re.compile(r"['‘’](?:em|til|tis|twas|cause|n|bout|round|\d\ds?)\b", re.IGNORECASE)


class Quotation(NamedTuple):
    """Words inside quotation marks, a segment a paragraph, marks included; `closed` where the closing mark is there."""

    segments: tuple[Span, ...]
    closed: bool

    @property
    def span(self) -> Span:
        """From the first opening mark to the end of the last segment."""
        return Span(self.segments[0].start, self.segments[-1].end)


class _Mark(NamedTuple):
    start: int
    end: int
    opens: bool
    closes: bool
    family: str  # "curly", "straight", "angle", "low", "latex", "single"


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text, in order; they never overlap.

    Args:
        text: any text; one paragraph a line.

    Returns:
        Quotations with their marks. Time grows in step with the length of the text, whatever marks it holds.

    >>> [text[q.span.start:q.span.end] for text in ["He said “no” and ‘left’."] for q in find_quotations(text)]
    ['“no”', '‘left’']
    """
    found: list[Quotation] = []
    carried: list[Span] = []
    every = paragraphs(text)
    for paragraph, following in zip_longest(every, every[1:]):
        marks = list(_read_marks(text, paragraph))
        if carried and not (marks and marks[0].start == paragraph.start and marks[0].opens):
            found.append(Quotation(tuple(carried), closed=False))
            carried = []
        spans, opened = _pair_paragraph(marks)
        tail = Span(opened.start, paragraph.end) if opened and _runs_on(text, opened, paragraph, following) else None
        for span in spans:
            found.append(Quotation((*carried, span), closed=True))
            carried = []
        if tail:
            carried.append(tail)
    if carried:
        found.append(Quotation(tuple(carried), closed=False))
    return tuple(found)


def quoted_spans(text: str) -> tuple[Span, ...]:
    """All stretches inside quotation marks, marks included, in order."""
    return tuple(segment for quotation in find_quotations(text) for segment in quotation.segments)


def _runs_on(text: str, opened: _Mark, paragraph: Span, following: Span | None) -> bool:
    """Whether a mark that its paragraph does not close opens a quotation all the same.

    It does where it begins the paragraph, or where it begins a sentence and the next paragraph reopens it: he said.
    “We waited. / “Then we left.” Anywhere else it is stray.
    """
    if opened.start == paragraph.start:
        return True
    reopened = following is not None and text[following.start] == text[opened.start]
    return reopened and text[opened.start - 1].isspace() and text[opened.start - 2 : opened.start - 1] in tuple(".!?:,")


def _pair_paragraph(marks: list[_Mark]) -> tuple[list[Span], _Mark | None]:
    """The closed quotations of a paragraph, and the mark left open at its end.

    A second opening mark of the same family before any closing one makes the first stray.
    """
    spans: list[Span] = []
    opened: _Mark | None = None
    single: _Mark | None = None
    for mark in marks:
        if mark.family == "single":
            if opened is None:
                if single is not None and mark.closes:
                    spans.append(Span(single.start, mark.end))
                    single = None
                elif mark.opens:
                    single = mark
        elif opened is not None and mark.closes and _pairs(opened, mark):
            spans.append(Span(opened.start, mark.end))
            opened = None
        elif mark.opens and (opened is None or opened.family == mark.family):
            opened, single = mark, None
    return spans, opened


def _pairs(opened: _Mark, closing: _Mark) -> bool:
    """Curly marks are sometimes closed by a straight one and the other way round."""
    mixed = {"curly", "straight"}
    return opened.family == closing.family or {opened.family, closing.family} == mixed


def _read_marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    """The marks of one paragraph, each with what it may do by its shape and its neighbours."""
    low = False
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        start, end, sign = match.start(), match.end(), match.group()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        loose_before = before.isspace() or before in "([{—–-/…“\"‘'" or before == "\u200b"
        loose_after = after.isspace() or not (after.isalnum() or after in "[($£€…'‘“\"#@")
        if sign in "‘’'":
            yield from _single_mark(text, match, loose_before, after)
        elif sign == "„":
            low = True
            yield _Mark(start, end, True, False, "low")
        elif sign == "“" and low:
            low = False
            yield _Mark(start, end, False, True, "low")
        elif sign == "“":
            yield _Mark(start, end, True, False, "curly")
        elif sign == "”":
            yield _Mark(start, end, False, True, "curly")
        elif sign in "«»":
            yield _Mark(start, end, sign == "«", sign == "»", "angle")
        elif sign == "``":
            yield _Mark(start, end, True, False, "latex")
        else:
            family = "latex" if sign == "''" else "straight"
            inches = before.isdigit() and not loose_after
            yield _Mark(start, end, loose_before and not after.isspace(), not before.isspace() and not inches, family)


def _single_mark(text: str, match: re.Match[str], loose_before: bool, after: str) -> Iterator[_Mark]:
    """A single mark, unless it is an apostrophe: inside a word, before an elided word, or after a plural."""
    start, end, sign = match.start(), match.end(), match.group()
    letter_before = start > 0 and text[start - 1].isalnum()
    if letter_before and after.isalnum():
        return
    opens = sign != "’" and loose_before and (after.isalnum() or after in '[“"…$£€') and not _ELIDED.match(text, start)
    closes = sign != "‘" and not after.isalnum() and start > 0 and not text[start - 1].isspace()
    if opens or closes:
        yield _Mark(start, end, opens, closes, "single")
