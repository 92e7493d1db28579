"""A report with its marks: sentence by sentence, cut into segments, and who else has each sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from whence.export.html_wording import ROLE_NAMES
from whence.export.segments import Layer, cut_segments, lay_marks
from whence.flow.desk import SharedBy
from whence.records import Findings, ReportLine
from whence.text.sentences import split_sentences
from whence.text.spans import Span
from whence.web.wording import line_name

LEAST_COVERED = 0.5  # of a sentence that must stand in another report for it to be named beside the sentence
NAMED = 3  # reports beside a sentence; the others are counted


class Piece(NamedTuple):
    """Text with its marks: in words that others have, in a quote (its place from 1, else 0), a figure, asked for;
    whether a quote begins or ends with it."""

    text: str
    shared: bool
    quote: int
    figure: bool
    here: bool
    first_here: bool
    opens: bool
    closes: bool


class Carrier(NamedTuple):
    """Another report that has a sentence."""

    name: str
    number: int


class Sentence(NamedTuple):
    """A sentence: its number, the part of the report it stands in, whether a paragraph begins, its pieces, who else
    has it, and how many more do."""

    number: int
    role: str
    begins: bool
    pieces: tuple[Piece, ...]
    carriers: tuple[Carrier, ...]
    more: int


def tell_apart(lines: Sequence[ReportLine]) -> dict[int, str]:
    """What reports are called by number; those of one name with their times, as they claim them."""
    names = {line.number: line_name(line) for line in lines}
    twice = {name for name, count in Counter(names.values()).items() if count > 1}
    times = {line.number: line.published.iso[:16].replace("T", " ") for line in lines if line.published}
    return {number: f"{name} {times.get(number, number)}" if name in twice else name for number, name in names.items()}


def mark_text(kept: Findings, shared: Sequence[SharedBy], here: Span | None) -> tuple[Sentence, ...]:
    """The sentences of a report for the template.

    Args:
        kept: the report with its quotes and figures.
        shared: other reports with the passages that they share.
        here: the words that were asked for.
    """
    report = kept.report
    sentences = split_sentences(report.text)
    names = tell_apart([other.line for other in shared])
    layers = _layers(kept, shared, here)
    roles = [(part.span, ROLE_NAMES[part.role]) for part in report.parts if part.role in ROLE_NAMES]
    told: list[Sentence] = []
    seen_here = False
    for number, span in enumerate(sentences, start=1):
        pieces, seen_here = _pieces(report.text, span, layers, seen_here)
        carriers = _carriers(span, shared, names)
        gap = report.text[sentences[number - 2].end : span.start] if number > 1 else "\n"
        role = next((name for part, name in roles if part.covers(span)), "")
        told.append(Sentence(number, role, "\n" in gap or "\r" in gap, pieces, carriers[:NAMED], len(carriers[NAMED:])))
    return tuple(told)


def _layers(kept: Findings, shared: Sequence[SharedBy], here: Span | None) -> list[Layer]:
    """The marks of a report, a layer a sort."""
    passages = [(passage.a, 1) for other in shared for passage in other.passages]
    quotes = [(piece.span, place) for place, quote in enumerate(kept.quotes, start=1) for piece in quote.content]
    figures = [(figure.evidence.span, 1) for figure in kept.figures]
    return [lay_marks(passages), lay_marks(quotes), lay_marks(figures), lay_marks([(here, 1)] if here else [])]


def _pieces(text: str, span: Span, layers: Sequence[Layer], seen: bool) -> tuple[tuple[Piece, ...], bool]:
    """One sentence in pieces; whether the words asked for have begun."""
    pieces: list[Piece] = []
    segments = list(cut_segments(text, span, layers))
    for place, segment in enumerate(segments):
        shared, quote, figure, here = segment.marks
        before = segments[place - 1].marks[1] if place else 0
        after = segments[place + 1].marks[1] if place + 1 < len(segments) else 0
        ends = (bool(quote) and before != quote, bool(quote) and after != quote)
        pieces.append(
            Piece(segment.text, bool(shared), quote, bool(figure), bool(here), bool(here) and not seen, *ends)
        )
        seen = seen or bool(here)
    return tuple(pieces), seen


def _carriers(span: Span, shared: Sequence[SharedBy], names: Mapping[int, str]) -> tuple[Carrier, ...]:
    """Who else has half of a sentence or more."""
    found: list[Carrier] = []
    for other in shared:
        inside = sum(max(0, min(p.a.end, span.end) - max(p.a.start, span.start)) for p in other.passages)
        if inside >= LEAST_COVERED * (span.end - span.start):
            found.append(Carrier(names[other.line.number], other.line.number))
    return tuple(found)
