"""Segments join to the text they were cut from, and each has the marks that cover it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whence.export.segments import cut_segments, lay_marks
from whence.text.spans import Span

TEXT = "The harbour master of Port Ellen resigned on Monday."
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: Span(min(ends), max(ends)))


@given(st.lists(SPANS), st.lists(SPANS), SPANS)
def test_segments_join_to_the_text_and_marks_cover_them(first: list[Span], second: list[Span], shown: Span) -> None:
    layers = [lay_marks((span, number) for number, span in enumerate(spans, 1)) for spans in (first, second)]
    segments = list(cut_segments(TEXT, shown, layers))
    assert "".join(segment.text for segment in segments) == shown.slice(TEXT)
    position = shown.start
    for segment in segments:
        assert segment.text
        for spans, mark in zip((first, second), segment.marks, strict=True):
            here = Span(position, position + len(segment.text))
            covering = [number for number, span in enumerate(spans, 1) if span.covers(here)]
            assert mark in covering if mark else not covering
        position += len(segment.text)


def test_the_mark_that_begins_first_keeps_what_two_claim() -> None:
    layer = lay_marks([(Span(2, 6), 2), (Span(0, 4), 1), (Span(3, 3), 3)])
    assert layer == ((Span(0, 4), Span(4, 6)), (1, 2))
