"""Segments: a stretch of a report cut where marks begin and end, so that a page never searches for words in a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from whence.text.spans import Span


class Layer(NamedTuple):
    """Marks of one sort, in order and without overlap: spans, and a number (never 0) that says which mark each is."""

    spans: tuple[Span, ...]
    values: tuple[int, ...]


class Segment(NamedTuple):
    """Text between two edges, with the mark that it has in each layer; 0 where it has none."""

    text: str
    marks: tuple[int, ...]


def lay_marks(marks: Iterable[tuple[Span, int]]) -> Layer:
    """Marks as a layer; where two overlap, the one that begins first keeps what both claim.

    Args:
        marks: spans with their numbers, in any order; empty spans are left out.

    Returns:
        The layer.

    >>> lay_marks([(Span(4, 9), 2), (Span(0, 5), 1)]).spans
    (Span(start=0, end=5), Span(start=5, end=9))
    """
    spans: list[Span] = []
    values: list[int] = []
    reached = 0
    for span, value in sorted(marks):
        start = max(span.start, reached)
        if start < span.end:
            spans.append(Span(start, span.end))
            values.append(value)
            reached = span.end
    return Layer(tuple(spans), tuple(values))


def cut_segments(text: str, span: Span, layers: Sequence[Layer]) -> Iterator[Segment]:
    """The text of a span, cut at every edge of a mark. Time grows with the marks inside the span alone.

    Args:
        text: the text of a report.
        span: the part of it that is shown.
        layers: the marks.

    Returns:
        Segments that join to `span.slice(text)`, none of them empty.

    >>> layer = lay_marks([(Span(4, 8), 7)])
    >>> [(s.text, s.marks) for s in cut_segments("who said what", Span(2, 13), [layer])]
    [('o ', (0,)), ('said', (7,)), (' what', (0,))]
    """
    inside = [_marks_inside(layer, span) for layer in layers]
    edges = {span.start, span.end}
    for marks in inside:
        for mark, _ in marks:
            edges |= {max(mark.start, span.start), min(mark.end, span.end)}
    places = sorted(edges)
    at = [0] * len(inside)
    for start, end in pairwise(places):
        values = []
        for number, marks in enumerate(inside):
            while at[number] < len(marks) and marks[at[number]][0].end <= start:
                at[number] += 1
            values.append(_value_at(marks, at[number], start))
        yield Segment(text[start:end], tuple(values))


def _marks_inside(layer: Layer, span: Span) -> list[tuple[Span, int]]:
    """The marks of a layer that share text with a span."""
    index = max(0, bisect_right(layer.spans, (span.start, float("inf"))) - 1)
    found: list[tuple[Span, int]] = []
    while index < len(layer.spans) and layer.spans[index].start < span.end:
        if layer.spans[index].end > span.start:
            found.append((layer.spans[index], layer.values[index]))
        index += 1
    return found


def _value_at(marks: Sequence[tuple[Span, int]], index: int, position: int) -> int:
    """The number of the mark at `index` where it holds the position, else 0."""
    return marks[index][1] if index < len(marks) and marks[index][0].start <= position else 0
