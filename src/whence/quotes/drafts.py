"""Drafts: attributions as spans of the text, before anything is known of speaker, venue and time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from whence.quotes.odds import Odds
from whence.quotes.tagger import Tagged
from whence.quotes.tokens import Tokens
from whence.records import QuoteKind
from whence.text.spans import Span, merge_spans

EDGE_CHARACTERS = 6  # between a content and the end of its marks: the marks, a stop, spaces
_OUTSIDE_LETTERS = 2  # "mixed" from this many letters outside the marks on: a stray "a" is none
Spans = tuple[Span, ...]


class Draft(NamedTuple):
    """One attribution in spans of the text.

    `rule` names what made it, "" where the tagger did: the layout rules "turn", "signature" and "bare", and "aside" for
    unquoted words that the tagger had joined to somebody's quotation.
    """

    source: Spans
    cue: Spans
    content: Spans
    odds: Odds
    rule: str = ""


def drafts_of(tokens: Tokens, tagged: Iterable[Tagged], marked: Sequence[Span], text: str) -> list[Draft]:
    """The tagger's attributions as spans, their contents grown to the marks they stand in.

    Args:
        tokens: the report's tokens.
        tagged: what the tagger found.
        marked: the stretches inside quotation marks, in order (`text.marks.quoted_spans`).
        text: the report's text.

    Returns:
        Drafts in the order of their contents.
    """
    drafts: list[Draft] = []
    for one in tagged:
        source, cue, content = (tuple(tokens.span(*piece) for piece in pieces) for pieces in one[:3])
        grown = merge_spans(_to_marks(span, marked, text) for span in content)
        drafts += _without_asides(Draft(source, cue, grown, one.odds), marked)
    return sorted(drafts, key=lambda draft: draft.content)


def _without_asides(draft: Draft, marked: Sequence[Span]) -> Iterator[Draft]:
    """A draft as it is, or where it joins quoted and unquoted pieces, its quotation and each aside on its own.

    A cue that the tagger overlooks leaves its content to the cue before it, most often to a quotation's.
    """
    touched = [_touches(span, marked) for span in draft.content]
    if all(touched) or not any(touched):
        yield draft
        return
    quoted = tuple(span for span, marks in zip(draft.content, touched, strict=True) if marks)
    yield draft._replace(content=quoted)
    for span, marks in zip(draft.content, touched, strict=True):
        if not marks:
            yield draft._replace(cue=(), content=(span,), rule="aside")


def _touches(span: Span, marked: Sequence[Span]) -> bool:
    """Whether any quotation lies in a span or around it."""
    place = _first_reaching(marked, span.start)
    return place < len(marked) and marked[place].start < span.end


def _to_marks(span: Span, marked: Sequence[Span], text: str) -> Span:
    """A content that is all of a quotation but its marks, with them."""
    start, end = span
    for mark in _near(marked, span):
        if 0 < start - mark.start <= EDGE_CHARACTERS and not text[mark.start + 1 : start].strip("“\"'‘` "):
            start = mark.start
        if 0 < mark.end - end <= EDGE_CHARACTERS and not text[end : mark.end].strip(".,?!”\"'’ "):
            end = mark.end
    return Span(start, end)


def _near(marked: Sequence[Span], span: Span) -> Iterator[Span]:
    """The ordered spans that touch a span or begin where it ends."""
    place = _first_reaching(marked, span.start)
    while place < len(marked) and marked[place].start <= span.end:
        yield marked[place]
        place += 1


def _first_reaching(marked: Sequence[Span], position: int) -> int:
    """The first of ordered spans, none inside another, that ends after a position."""
    return bisect_right(marked, position, key=lambda span: span.end)


def kind_of(draft: Draft, marked: Sequence[Span], text: str) -> QuoteKind:
    """Whether all, some or none of a content stands inside quotation marks; a transcript's turn is all speech.

    >>> text = "It is “grave,” he said"
    >>> kinds = [Draft((), (), (Span(start, 14),), Odds()) for start in (0, 6)]
    >>> [kind_of(draft, [Span(6, 14)], text) for draft in kinds]
    ['mixed', 'direct']
    """
    if draft.rule == "turn":
        return "direct"
    inside = outside = 0
    for start, end in draft.content:
        at = start
        for mark in _near(marked, Span(start, end)):
            outside += _letters(text[at : min(end, max(at, mark.start))])
            inside += _letters(text[max(at, mark.start) : min(end, mark.end)])
            at = max(at, min(end, mark.end))
        outside += _letters(text[at:end])
    if not inside:
        return "indirect"
    return "mixed" if outside >= _OUTSIDE_LETTERS else "direct"


def _letters(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))
