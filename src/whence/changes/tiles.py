"""Tiles: a block laid out character by character as kept text and edits, so that nothing falls between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from whence.changes.blocks import Block
from whence.changes.edits import Edit, Pair
from whence.changes.texts import Texts
from whence.changes.units import Units
from whence.text.spans import Span


class Tile(NamedTuple):
    """Text of A that became text of B: kept where the two are equal, else edited; `edit` where words changed."""

    a: Span
    b: Span
    edit: Edit | None


def block_spans(block: Block, units_a: Units, units_b: Units, texts: Texts) -> tuple[Span, Span]:
    """The text of a block on both sides: whole sentences, or up to the word where a sentence was divided."""
    return (
        _block_span(block.a, units_a, texts.a.words.ends),
        _block_span(block.b, units_b, texts.b.words.ends),
    )


def _block_span(words: range, units: Units, ends: Sequence[int]) -> Span:
    """One side of a block."""
    first, last = units.unit_of_word[words.start], units.unit_of_word[words.stop - 1]
    start = units.spans[first].start if words.start == units.first_words[first] else ends[words.start - 1]
    end = units.spans[last].end if words.stop == units.first_words[last + 1] else ends[words.stop - 1]
    return Span(start, end)


def lay_tiles(spans: tuple[Span, Span], pairs: Sequence[Pair], edits: Sequence[Edit], texts: Texts) -> Iterator[Tile]:
    """The tiles of a block, in order, from its first character to its last on both sides.

    Args:
        spans: the text of the block in A and in B.
        pairs: its matched words.
        edits: its edits; matched words inside an edit belong to it.
        texts: the two reports.

    Returns:
        Tiles whose spans follow each other without a gap on either side.
    """
    (at_a, end_a), (at_b, end_b) = spans
    for a, b, edit in _steps(pairs, edits, texts):
        gap_a, gap_b = Span(at_a, a.start if a else at_a), Span(at_b, b.start if b else at_b)
        if a and not b:
            gap_b = _matching_gap(gap_a, at_b, end_b, texts, side="b")
        elif b and not a:
            gap_a = _matching_gap(gap_b, at_a, end_a, texts, side="a")
        yield Tile(gap_a, gap_b, None)
        word_a, word_b = a or Span(gap_a.end, gap_a.end), b or Span(gap_b.end, gap_b.end)
        yield Tile(word_a, word_b, edit)
        at_a, at_b = word_a.end, word_b.end
    yield Tile(Span(at_a, end_a), Span(at_b, end_b), None)


def _steps(
    pairs: Sequence[Pair], edits: Sequence[Edit], texts: Texts
) -> Iterator[tuple[Span | None, Span | None, Edit | None]]:
    """Kept words and edits of a block in order, as spans; an empty side of an edit is None."""
    words_a, words_b = texts.a.words, texts.b.words
    position = 0
    for edit in [*edits, None]:
        stop = position
        while stop < len(pairs) and (edit is None or pairs[stop].a < edit.a.start or pairs[stop].b < edit.b.start):
            stop += 1
        yield from _kept_stretches(pairs[position:stop], texts)
        position = stop
        if edit is None:
            return
        while position < len(pairs) and (pairs[position].a < edit.a.stop or pairs[position].b < edit.b.stop):
            position += 1
        yield (
            words_a.span(edit.a.start, edit.a.stop) if edit.a else None,
            words_b.span(edit.b.start, edit.b.stop) if edit.b else None,
            edit,
        )


def _kept_stretches(pairs: Sequence[Pair], texts: Texts) -> Iterator[tuple[Span, Span, None]]:
    """Matched words without a gap as one stretch where their text is equal to the letter, else word by word."""
    words_a, words_b = texts.a.words, texts.b.words
    start = 0
    for k in range(1, len(pairs) + 1):
        if k < len(pairs) and pairs[k].a == pairs[k - 1].a + 1 and pairs[k].b == pairs[k - 1].b + 1:
            continue
        whole_a = words_a.span(pairs[start].a, pairs[k - 1].a + 1)
        whole_b = words_b.span(pairs[start].b, pairs[k - 1].b + 1)
        if whole_a.slice(texts.text_a) == whole_b.slice(texts.text_b):
            yield whole_a, whole_b, None
        else:
            for a, b in pairs[start:k]:
                yield words_a.span(a, a + 1), words_b.span(b, b + 1), None
        start = k


def _matching_gap(gap: Span, start: int, limit: int, texts: Texts, *, side: str) -> Span:
    """On the side where an edit has no words: the gap there if it equals the other side's, else nothing yet."""
    own, other = (texts.text_b, texts.text_a) if side == "b" else (texts.text_a, texts.text_b)
    end = start + len(gap.slice(other))
    if end <= limit and own[start:end] == gap.slice(other):
        return Span(start, end)
    return Span(start, start)
