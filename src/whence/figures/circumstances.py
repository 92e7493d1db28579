"""Where a figure stands: inside which quotation, and which time it is told for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from whence.records import Quote, Time
from whence.text.spans import Span, span_at

_FURTHEST = 400  # a sentence of news is shorter; a time further away is not that of the figure
_CLAUSE_ENDS = (
    ";",
    " but ",
    " while ",
    " whereas ",
    " although ",
    " and that ",
    " compared with ",
    " up from ",
    " down from ",
)


class QuoteIndex:
    """The quotations of a report by position: for each figure the shortest piece of content that holds it."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        pieces = [(piece.start, piece.end, quote) for quote in quotes for piece in quote.content]
        self._pieces = sorted(pieces, key=lambda piece: (piece[0], -piece[1]))
        self._starts = [piece[0] for piece in self._pieces]

    def holding(self, span: Span) -> Quote | None:
        """The quotation whose content holds a span, the innermost where several do."""
        at = bisect_right(self._starts, span.start)
        for start, end, quote in reversed(self._pieces[max(at - _MOST_NESTED, 0) : at]):
            if start <= span.start and span.end <= end:
                return quote
        return None


_MOST_NESTED = 8


class TimeIndex:
    """The dates and times of a report by position: for each figure the one that it is told for."""

    def __init__(self, text: str, times: Sequence[Time], sentences: Sequence[Span]) -> None:
        dated = [time for time in times if time.type in ("DATE", "TIME") and time.low is not None]
        self._times = sorted(dated, key=lambda time: time.evidence.start)
        self._starts = [time.evidence.start for time in self._times]
        self._sentences, self._text = sentences, text

    def told_for(self, span: Span) -> Time | None:
        """The nearest time in the sentence of a figure, with no clause ending between them."""
        index = span_at(self._sentences, span.start)
        if index is None or not self._times:
            return None
        sentence = self._sentences[index]
        first = bisect_left(self._starts, max(sentence.start, span.start - _FURTHEST))
        last = bisect_left(self._starts, min(sentence.end, span.end + _FURTHEST))
        near = [time for time in self._times[first:last] if not time.evidence.span.overlaps(span)]
        near = [time for time in near if not self._is_parted(time.evidence.span, span)]
        return min(near, key=lambda time: _distance(time.evidence.span, span), default=None)

    def _is_parted(self, a: Span, b: Span) -> bool:
        """Whether a clause ends between two spans."""
        between = self._text[min(a.end, b.end) : max(a.start, b.start)].lower()
        return any(end in between for end in _CLAUSE_ENDS)


def _distance(time: Span, figure: Span) -> int:
    """How far a time stands from a figure; one before it counts a little further, because English tells it after."""
    return time.start - figure.end if time.start >= figure.end else figure.start - time.end + 5
