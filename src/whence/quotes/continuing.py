"""Continuing quotations: one without a cue of its own goes on in the setting of the attribution before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from whence.quotes.frames import Frame
from whence.records import Report, Setting
from whence.text.spans import Span

CARRY_CHARACTERS = 120  # room for "... in an interview with Sky News on Friday.". Not tuned
_OPENING = "“\"‘'«„`"


def continue_quotations(report: Report, frames: Sequence[Frame], settings: Sequence[Setting]) -> tuple[Setting, ...]:
    """The settings, those of continuing quotations taken from the attribution before them.

    Args:
        report: the report.
        frames: its attributions as spans, in any order.
        settings: one setting for each.

    >>> report = Report("a", "a", "“No,” Lee told CNN. “Never.”")
    >>> said, more = Frame((Span(6, 9),), (Span(10, 14),), (Span(0, 5),)), Frame((), (), (Span(20, 28),))
    >>> found = continue_quotations(report, [said, more], [Setting(through=report.evidence(15, 18)), Setting()])
    >>> found[1].through.exact
    'CNN'
    """
    continued = list(settings)
    order = sorted((number for number, frame in enumerate(frames) if frame.content), key=lambda n: frames[n].content[0])
    for before, number in pairwise(order):
        frame, last = frames[number], frames[before]
        if frame.cue or (frame.source and frame.source != last.source):
            continue
        end = max(piece.end for piece in (*last.content, *last.source, *last.cue))
        between = Span(end, frame.content[0].start)
        if _is_near(report.text, between) and opens_quotation(report.text, frame.content[0].start):
            continued[number] = continued[before]
    return tuple(continued)


def opens_quotation(text: str, position: int) -> bool:
    """Whether a quotation mark that may open stands at a position.

    >>> opens_quotation("“No.”", 0), opens_quotation("No.", 0)
    (True, False)
    """
    return text[position : position + 1] in _OPENING and position < len(text)


def _is_near(text: str, between: Span) -> bool:
    """Whether words are few enough for the next quotation to continue the one before, one paragraph on at most."""
    if between.end - between.start > CARRY_CHARACTERS:
        return False
    return sum(bool(line.strip()) for line in between.slice(text).split("\n")) <= 1
