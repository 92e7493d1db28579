"""Frames: an attribution as spans, before its speakers and its setting are known."""

from __future__ import annotations

from typing import NamedTuple

from whence.text.spans import Span


class Frame(NamedTuple):
    """Where source, cue and content of one attribution stand, each in as many pieces as it has.

    >>> Frame(source=(Span(12, 18),), cue=(Span(19, 23),), content=(Span(0, 11),)).anchors()
    (Span(start=12, end=18), Span(start=19, end=23))
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    def anchors(self) -> tuple[Span, ...]:
        """The pieces of source and cue in the order of the text."""
        return tuple(sorted((*self.source, *self.cue)))
