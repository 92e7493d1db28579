"""Passages: the exact words that two reports share, told apart by where they stand: prose, speech, furniture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from whence.copies.alignment import WordRun, align_words
from whence.records import Passage, Report, Role, Shared
from whence.text.marks import quoted_spans
from whence.text.spans import Span, covered_flags
from whence.text.words import Words, number_keys, split_words

FURNITURE_ROLES: tuple[Role, ...] = ("byline", "outlet", "timestamp", "caption", "credit", "furniture")


class Tokens(NamedTuple):
    """A report's words with what is known of each: inside quotation marks, inside page furniture."""

    words: Words
    quoted: bytearray
    furniture: bytearray


class Alignment(NamedTuple):
    """Two reports aligned word by word."""

    a: Tokens
    b: Tokens
    ids_a: list[int]
    ids_b: list[int]
    chains: tuple[tuple[WordRun, ...], ...]


def read_tokens(report: Report, spoken: Sequence[Span] = ()) -> Tokens:
    """A report's words, each with its two side bits; `spoken` is speech without marks (a transcript's turns)."""
    words = split_words(report.text)
    quoted = covered_flags(words.starts, [*quoted_spans(report.text), *spoken])
    return Tokens(words, quoted, covered_flags(words.starts, report.spans_of(*FURNITURE_ROLES)))


def align_reports(a: Report, b: Report, spoken: tuple[Sequence[Span], Sequence[Span]] = ((), ())) -> Alignment:
    """Align two reports word by word; time grows as n log n, whatever they repeat.

    Args:
        a: one report.
        b: the other.
        spoken: speech without quotation marks in A and in B, masked like speech with marks.
    """
    tokens_a, tokens_b = read_tokens(a, spoken[0]), read_tokens(b, spoken[1])
    ids_a, ids_b = number_keys([tokens_a.words, tokens_b.words])
    return Alignment(tokens_a, tokens_b, ids_a, ids_b, align_words(ids_a, ids_b))


def find_shared(alignment: Alignment) -> Shared:
    """What two aligned reports have in common.

    Returns:
        Passages in the order of A. `words` and the coverages count the body alone: a caption or a menu that both print
        is listed, never counted. Coverage is the share (0-1) of a report's body words that stand in passages.
    """
    passages = tuple(_split_runs(alignment))
    body = [passage for passage in passages if not passage.furniture]
    words = sum(passage.words for passage in body)
    size_a, size_b = (max(1, tokens.furniture.count(0)) for tokens in (alignment.a, alignment.b))
    return Shared(
        passages=passages,
        words=words,
        words_outside_quotations=sum(passage.words for passage in body if not passage.quoted),
        coverage_a=words / size_a,
        coverage_b=words / size_b,
    )


def _split_runs(alignment: Alignment) -> Iterator[Passage]:
    """The runs of an alignment, cut where they pass a quotation mark or the edge of furniture."""
    for run in sorted(run for chain in alignment.chains for run in chain):
        start = 0
        kinds = [_kind_of(alignment, run, k) for k in range(run.size)]
        for k in range(1, run.size + 1):
            if k == run.size or kinds[k] != kinds[start]:
                quoted_a, quoted_b, furniture = kinds[start]
                yield Passage(
                    a=alignment.a.words.span(run.a + start, run.a + k),
                    b=alignment.b.words.span(run.b + start, run.b + k),
                    words=k - start,
                    quoted_a=quoted_a,
                    quoted_b=quoted_b,
                    furniture=furniture,
                )
                start = k


def _kind_of(alignment: Alignment, run: WordRun, k: int) -> tuple[bool, bool, bool]:
    """Whether the aligned word is quoted in A, quoted in B, and furniture in either."""
    a, b = alignment.a, alignment.b
    furniture = bool(a.furniture[run.a + k] or b.furniture[run.b + k])
    return bool(a.quoted[run.a + k]), bool(b.quoted[run.b + k]), furniture
