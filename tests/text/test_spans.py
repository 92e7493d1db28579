"""Spans: half-open ranges of code points."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from whence.text.spans import Span, covered_flags, merge_spans, span_at, trim_span

SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda pair: Span(pair[0], sum(pair))), max_size=8
)


def test_a_span_covers_what_lies_inside_it_and_overlaps_what_shares_a_place() -> None:
    assert Span(2, 6).covers(Span(2, 6))
    assert not Span(2, 6).covers(Span(1, 3))
    assert Span(2, 6).overlaps(Span(5, 9))
    assert not Span(2, 6).overlaps(Span(6, 9))


def test_trimming_white_space_alone_leaves_an_empty_span() -> None:
    start, end = trim_span(" \n\t ", 0, 4)
    assert start == end


@given(SPANS)
def test_merged_spans_hold_the_same_places_in_order_and_apart(spans: list[Span]) -> None:
    merged = merge_spans(spans)
    assert {k for span in merged for k in range(*span)} == {k for span in spans for k in range(*span)}
    assert all(left.end < right.start for left, right in itertools.pairwise(merged))


@given(SPANS, st.integers(-1, 45))
def test_the_span_at_a_place_is_the_one_that_holds_it(spans: list[Span], position: int) -> None:
    merged = merge_spans(spans)
    holding = [k for k, span in enumerate(merged) if position in range(*span)]
    assert span_at(merged, position) == (holding[0] if holding else None)


@given(st.lists(st.integers(0, 45)).map(sorted), SPANS)
def test_flags_say_whether_any_span_holds_the_start(starts: list[int], spans: list[Span]) -> None:
    expected = [int(any(start in range(*span) for span in spans)) for start in starts]
    assert list(covered_flags(starts, spans)) == expected
