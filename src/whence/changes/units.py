"""Units: the sentences of a report, cut at the edges of its parts, each with its range of words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from whence.copies.passages import FURNITURE_ROLES
from whence.records import Report
from whence.text.sentences import split_sentences
from whence.text.spans import Span, merge_spans, trim_span
from whence.text.words import Words


class Units(NamedTuple):
    """The sentences of a report: spans in order, and the number of the first word of each (one more at the end)."""

    spans: tuple[Span, ...]
    first_words: list[int]
    unit_of_word: list[int]

    def words(self, unit: int) -> range:
        """The word numbers of a sentence."""
        return range(self.first_words[unit], self.first_words[unit + 1])


def read_units(report: Report, words: Words) -> Units:
    """The sentences of a report; a caption or a title never shares one with the paragraph after it."""
    parts = merge_spans(report.spans_of("title", *FURNITURE_ROLES))
    edges = [edge for span in parts for edge in span]
    spans = tuple(_cut_spans(report.text, split_sentences(report.text), edges))
    first_words: list[int] = []
    unit_of_word: list[int] = []
    word = 0
    for number, span in enumerate(spans):
        first_words.append(word)
        following = bisect_left(words.starts, span.end, word)
        unit_of_word.extend([number] * (following - word))
        word = following
    return Units(spans, [*first_words, word], unit_of_word)


def _cut_spans(text: str, spans: Sequence[Span], edges: Sequence[int]) -> list[Span]:
    """Spans cut at the given positions, empty pieces left out."""
    pieces: list[Span] = []
    edge = 0
    for span in spans:
        start = span.start
        while edge < len(edges) and edges[edge] <= start:
            edge += 1
        while edge < len(edges) and edges[edge] < span.end:
            pieces.append(trim_span(text, start, edges[edge]))
            start = edges[edge]
            edge += 1
        pieces.append(trim_span(text, start, span.end))
    return [piece for piece in pieces if piece.end > piece.start]
