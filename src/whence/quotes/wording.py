"""Wordings of one quotation: in what exactly a variant differs from the fullest wording, piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from whence.quotes.canonical import PieceKind, QuotationPiece
from whence.quotes.differences import Place, Told, tell_place
from whence.quotes.spoken import Wording
from whence.quotes.word_pairs import WordPair
from whence.records import Evidence
from whence.text.spans import Span, trim_span

SHOWN_WORDS = 40  # of a cut are shown, those next to what was kept: a word of a speech must not carry the speech


class _Draft(NamedTuple):
    """A piece in spans."""

    kind: PieceKind
    a: Span | None
    b: Span | None
    taken: int
    words: tuple[str, ...] = ()
    says: str = ""


def apply_pieces(canonical: Sequence[str], pieces: Iterable[QuotationPiece]) -> tuple[str, ...]:
    """The words of a variant, made from the canonical words and its pieces alone.

    >>> apply_pieces(["he", "will", "come"], [QuotationPiece("bracket substitution", None, None, 1, ("[putin]",)),
    ...     QuotationPiece("same", None, None, 2)])
    ('[putin]', 'will', 'come')
    """
    words: list[str] = []
    position = 0
    for piece in pieces:
        words += canonical[position : position + piece.taken] if piece.kind == "same" else piece.words
        position += piece.taken
    return tuple(words)


def read_pieces(
    canonical: Wording, variant: Wording, pairs: Sequence[WordPair], ids: tuple[str, str]
) -> tuple[QuotationPiece, ...]:
    """How a variant differs from the canonical wording.

    Args:
        canonical: the fullest wording.
        variant: another.
        pairs: the words that they share, at least one (`word_pairs.pair_words`).
        ids: the reports of both.

    Returns:
        Pieces in order; `apply_pieces` makes the variant's words (`Wording.tokens`) of the canonical ones.
    """
    done: list[QuotationPiece] = []
    run: _Draft | None = None
    for draft, fresh in _drafts(canonical, variant, pairs):
        if run and run.a and run.b and draft.kind == "same" and draft.a and draft.b and not fresh:
            run = run._replace(
                a=Span(run.a.start, draft.a.end), b=Span(run.b.start, draft.b.end), taken=run.taken + draft.taken
            )
            continue
        if run:
            done.append(_piece(run, canonical, variant, ids))
        run = draft
        if draft.kind != "same":
            done.append(_piece(draft, canonical, variant, ids))
            run = None
    return (*done, _piece(run, canonical, variant, ids)) if run else tuple(done)


def _piece(draft: _Draft, a: Wording, b: Wording, ids: tuple[str, str]) -> QuotationPiece:
    """A draft with its evidence."""
    evidence = [
        Evidence(name, span.start, span.end, one.text[span.start : span.end]) if span else None
        for name, span, one in ((ids[0], draft.a, a), (ids[1], draft.b, b))
    ]
    return QuotationPiece(draft.kind, evidence[0], evidence[1], draft.taken, draft.words, draft.says)


def _drafts(a: Wording, b: Wording, pairs: Sequence[WordPair]) -> Iterator[tuple[_Draft, bool]]:
    """The pieces in order; with each whether the marks closed before it, so that it must not be joined to the last."""
    start, end = pairs[0], pairs[-1]
    yield from _told(Place(range(start.a), range(start.b), first=True), a, b)
    yield _kept(start, a, b), False
    for before, after in pairwise(pairs):
        place = Place(range(before.a + 1, after.a), range(before.b + 1, after.b))
        if place.a or place.b or a.between(after.a) != b.between(after.b) or a.signed_at(after.a):
            yield from _told(place, a, b)
        yield _kept(after, a, b), a.rejoins(after.a, after.a)
    yield from _told(Place(range(end.a + 1, len(a.keys)), range(end.b + 1, len(b.keys)), last=True), a, b)


def _kept(pair: WordPair, a: Wording, b: Wording) -> _Draft:
    """A word that both have."""
    return _Draft("same", Span(a.starts[pair.a], a.ends[pair.a]), Span(b.starts[pair.b], b.ends[pair.b]), 1)


def _told(place: Place, a: Wording, b: Wording) -> Iterator[tuple[_Draft, bool]]:
    """The pieces of what stands between two shared words. Brackets at the end of a place belong to its last piece."""
    parts = tell_place(place, a, b)
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        taken = len(part.a) + a.count_brackets(part.a.start, part.a.stop - (not last))
        words = () if part.kind == "same" else tuple(_tokens(b, part.b, last=last))
        span_a, span_b = (_reach(one, words, last=last) for one, words in ((a, part.a), (b, part.b)))
        if part.kind in ("cut", "ellipsis") and len(part.a) > SHOWN_WORDS:
            span_a = _nearest(part, a, at_end=place.first)
        signs_only = not (taken or words) and not (place.first or place.last)
        if signs_only or (part.kind == "ellipsis" and not (place.first or place.last)):
            span_a, span_b = span_a or _gap(a, part.a.stop), span_b or _gap(b, part.b.stop)
        if part.kind == "same" and not (span_a and span_b):
            continue
        yield _Draft(part.kind, span_a, span_b, taken, words, part.says), False


def _tokens(one: Wording, words: range, *, last: bool) -> Iterator[str]:
    """Words with the brackets before each, and for the last piece of a place those after them."""
    for word in words:
        yield from one.brackets_between(word, word)
        yield one.keys[word]
    if last:
        yield from one.brackets_between(words.stop, words.stop)


def _reach(one: Wording, words: range, *, last: bool) -> Span | None:
    """From the first to the last word or bracket of a piece, None where it has none."""
    brackets = one.bracket_spans(words.start, words.stop - (not last))
    spans = [*brackets[:1], *brackets[-1:]]
    if words:
        spans.append(Span(one.starts[words.start], one.ends[words.stop - 1]))
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None


def _nearest(part: Told, one: Wording, *, at_end: bool) -> Span:
    """The words of a long cut that stand next to what was kept."""
    first, stop = (part.a.stop - SHOWN_WORDS, part.a.stop) if at_end else (part.a.start, part.a.start + SHOWN_WORDS)
    return Span(one.starts[first], one.ends[stop - 1])


def _gap(one: Wording, word: int) -> Span | None:
    """What stands between a word and the one before it, None for white space."""
    if not 0 < word < len(one.keys):
        return None
    span = trim_span(one.text, one.ends[word - 1], one.starts[word])
    return span if span.end > span.start else None
