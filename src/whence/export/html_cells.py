"""Cells of the side-by-side view: one sentence of one report, cut into pieces that each have one look."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from whence.export.html_places import Places, Sentence
from whence.export.html_wording import ROLE_NAMES, Voice
from whence.export.segments import Layer, Segment, cut_segments, lay_marks
from whence.records import ChangeKind, Comparison, Report, Row, Side
from whence.text.marks import quoted_spans
from whence.text.spans import Span, span_at

FAINT: tuple[ChangeKind, ...] = ("house style", "punctuation", "furniture")
_LOOKS = {
    "gone": ("del", "deleted: "),
    "new": ("ins", "added: "),
    "own-a": ("mark", "only in A: "),
    "own-b": ("mark", "only in B: "),
    "moved": ("span", "moved: "),
}


class Piece(NamedTuple):
    """Text with one look: the element it stands in ("" for none), its class, and hidden words that say the look."""

    text: str
    element: str = ""
    look: str = ""
    hidden: str = ""


class Cell(NamedTuple):
    """A sentence: its anchor ("" where it has been shown), number, part of the page, pieces, and changes inside."""

    id: str
    number: int
    role: str
    pieces: tuple[Piece, ...]
    changes: tuple[int, ...]


class Marked(NamedTuple):
    """One report with all that marks its text: edits, moved text and quoted speech as layers; the parts of its page."""

    side: Side
    report: Report
    layers: tuple[Layer, Layer, Layer]
    kinds: tuple[ChangeKind, ...]
    parts: tuple[tuple[Span, ...], tuple[str, ...]]
    sentences: dict[Span, Sentence]


def mark_report(side: Side, found: Comparison, places: Places) -> Marked:
    """The marks of one report; the number of an edit is its place in `found.changes`, from 1."""
    report = found.a if side == "a" else found.b
    edits: list[tuple[Span, int]] = []
    moved: list[tuple[Span, int]] = []
    for number, change in enumerate(found.changes, start=1):
        evidence = change.a if side == "a" else change.b
        if evidence is not None:
            (moved if change.kind == "moved" else edits).append((evidence.span, number))
    quoted = lay_marks((span, 1) for span in quoted_spans(report.text))
    sentences = {sentence.span: sentence for sentence in (places.a if side == "a" else places.b)}
    kinds = tuple(change.kind for change in found.changes)
    return Marked(side, report, (lay_marks(edits), lay_marks(moved), quoted), kinds, _outer_parts(report), sentences)


def _outer_parts(report: Report) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """The outermost parts that are no paragraph, in order, with their names."""
    spans: list[Span] = []
    names: list[str] = []
    for part in sorted(report.parts, key=lambda part: (part.start, -part.end)):
        if part.role in ROLE_NAMES and (not spans or part.start >= spans[-1].end):
            spans.append(part.span)
            names.append(ROLE_NAMES[part.role])
    return tuple(spans), tuple(names)


def show_cell(marked: Marked, span: Span, row: Row, voice: Voice) -> Cell:
    """One sentence for the template.

    Args:
        marked: the report it stands in.
        span: the sentence.
        row: its row; a sentence that only one report has, or that has moved as a whole, is marked by its row alone.
        voice: how the page speaks of the two sides.

    Returns:
        The cell; its pieces join to the words of the sentence.
    """
    segments = list(cut_segments(marked.report.text, span, marked.layers))
    sentence = marked.sentences[span]
    part = span_at(marked.parts[0], span.start)
    return Cell(
        f"{marked.side}-{sentence.number}",
        sentence.number,
        marked.parts[1][part] if part is not None else "",
        tuple(_join(_piece(segment, marked, row, voice) for segment in segments)),
        tuple(dict.fromkeys(number for segment in segments for number in segment.marks[:2] if number)),
    )


def _piece(segment: Segment, marked: Marked, row: Row, voice: Voice) -> Piece:
    """One segment with its look."""
    edit, moved, quoted = segment.marks
    speech = "q" if quoted else ""
    lone = row.kind in ("dropped", "added")
    if segment.text.isspace() or lone or not (edit or (moved and row.kind != "moved")):
        return Piece(segment.text, "span" if speech else "", speech)
    if edit and marked.kinds[edit - 1] in FAINT:
        return Piece(segment.text, "span", f"faint {speech}".strip())
    mark = voice.mark(marked.side) if edit else "moved"
    element, hidden = _LOOKS[mark]
    return Piece(segment.text, element, f"{mark} {speech}".strip(), hidden)


def _join(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Pieces without a mark that follow each other with the same look as one."""
    last: Piece | None = None
    for piece in pieces:
        if last and not last.hidden and last[1:] == piece[1:]:
            last = Piece(last.text + piece.text, *last[1:])
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last
