"""Spans: half-open ranges of code points, the one way whence points into a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of Unicode code points, `start` included and `end` not.

    >>> text = "who said what"
    >>> Span(4, 8).slice(text)
    'said'
    """

    start: int
    end: int

    def slice(self, text: str) -> str:
        """The words that the span points at."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """True where `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True where the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


def trim_span(text: str, start: int, end: int) -> Span:
    """Shrink a range until it neither starts nor ends with white space.

    >>> trim_span("  a b ", 0, 6)
    Span(start=2, end=5)
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join overlapping or touching spans into the fewest that cover the same positions, in order.

    >>> merge_spans([Span(4, 6), Span(0, 2), Span(2, 3)])
    (Span(start=0, end=3), Span(start=4, end=6))
    """
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def span_at(spans: Sequence[Span], position: int) -> int | None:
    """The index of the span that holds `position`, among ordered spans that do not overlap; None where none does.

    >>> span_at([Span(0, 3), Span(5, 9)], 6)
    1
    """
    index = bisect_right(spans, (position, float("inf"))) - 1
    if index >= 0 and spans[index].start <= position < spans[index].end:
        return index
    return None


def covered_flags(starts: Sequence[int], spans: Iterable[Span]) -> bytearray:
    """One flag for each start position, in rising order: 1 where some span holds it.

    Linear in the number of starts and spans.

    >>> list(covered_flags([0, 4, 8], [Span(3, 6)]))
    [0, 1, 0]
    """
    flags = bytearray(len(starts))
    index = 0
    for span in merge_spans(spans):
        while index < len(starts) and starts[index] < span.start:
            index += 1
        while index < len(starts) and starts[index] < span.end:
            flags[index] = 1
            index += 1
    return flags
