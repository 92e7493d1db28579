"""Places: where a position of a report stands on the page, so that every finding links to its words."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from whence.records import Comparison, Evidence, Report, Side
from whence.text.spans import Span


class Sentence(NamedTuple):
    """A sentence of the side-by-side view: its words, its number in the report from 1, the number of its row from 1."""

    span: Span
    number: int
    row: int


class Places(NamedTuple):
    """The sentences of both reports in the order of their texts."""

    a: tuple[Sentence, ...]
    b: tuple[Sentence, ...]

    def at(self, side: Side, position: int) -> Sentence | None:
        """The sentence that holds a position, else the last before it, else the first; None where there is none."""
        sentences = self.a if side == "a" else self.b
        if not sentences:
            return None
        return sentences[max(0, bisect_right(sentences, position, key=lambda sentence: sentence.span.start) - 1)]

    def anchor(self, side: Side, position: int) -> str:
        """The link to the sentence at a position; empty where the report has none."""
        sentence = self.at(side, position)
        return f"#{side}-{sentence.number}" if sentence else ""


class Excerpt(NamedTuple):
    """Words of one report as they are shown in a list: cut to fit, with the link to the whole."""

    side: Side
    text: str
    words_left_out: int
    anchor: str

    @property
    def letter(self) -> str:
        """The name of the report on the page."""
        return self.side.upper()


def find_places(found: Comparison) -> Places:
    """Where each sentence stands; a sentence in two rows counts in the first."""
    sides: list[tuple[Sentence, ...]] = []
    for side in ("a", "b"):
        first_rows: dict[Span, int] = {}
        for number, row in enumerate(found.rows, start=1):
            for span in row.a if side == "a" else row.b:
                first_rows.setdefault(span, number)
        spans = sorted(first_rows)
        sides.append(tuple(Sentence(span, k, first_rows[span]) for k, span in enumerate(spans, start=1)))
    return Places(sides[0], sides[1])


def side_of(evidence: Evidence, a: Report, b: Report) -> Side:
    """The report that evidence points at; where both have one name, the one that holds its words."""
    if evidence.report_id != b.id:
        return "a"
    in_a = a.id == b.id and a.text[evidence.start : evidence.end] == evidence.exact
    return "a" if in_a else "b"


def excerpt(evidence: Evidence, side: Side, places: Places, *, longest: int) -> Excerpt:
    """Evidence cut at the last space before `longest` characters, with the number of words that are left out."""
    text = evidence.exact
    cut = len(text)
    if len(text) > longest * 1.25:
        cut = max(text.rfind(" ", 0, longest), 0) or longest
    return Excerpt(side, text[:cut], len(text[cut:].split()), places.anchor(side, evidence.start))
