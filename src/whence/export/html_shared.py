"""What two reports share, as the page shows it: numbers, two bars, the longest passages."""

from __future__ import annotations

from typing import NamedTuple

from whence.export.html_places import Excerpt, Places, excerpt
from whence.export.html_wording import counted
from whence.records import Comparison, Evidence, Passage, Report
from whence.text.spans import Span

LONGEST = 5  # passages listed
PASSAGE_CHARACTERS = 360


class Coverage(NamedTuple):
    """How much of one report's body stands in the other, in percent."""

    letter: str
    percent: int


class PassageLine(NamedTuple):
    """A passage: its size in words, where it stands, its words in A and where in B."""

    size: str
    where: str
    a: Excerpt
    b: Excerpt


class SharedView(NamedTuple):
    """Everything below "Shared"."""

    words: str
    outside: str
    passages: str
    furniture: str
    coverage: tuple[Coverage, ...]
    longest: tuple[PassageLine, ...]


def read_shared(found: Comparison, places: Places) -> SharedView:
    """What the reports share, for the template."""
    shared = found.shared
    body = sorted((p for p in shared.passages if not p.furniture), key=lambda p: (-p.words, p.a))
    loose = sum(passage.words for passage in shared.passages if passage.furniture)
    return SharedView(
        counted(shared.words, "word"),
        counted(shared.words_outside_quotations, "word"),
        counted(len(body), "passage"),
        counted(loose, "word") if loose else "",
        (Coverage("A", round(100 * shared.coverage_a)), Coverage("B", round(100 * shared.coverage_b))),
        tuple(_line(passage, found, places) for passage in body[:LONGEST]),
    )


def _line(passage: Passage, found: Comparison, places: Places) -> PassageLine:
    """One passage for the template."""
    a, b = _words(found.a, passage.a), _words(found.b, passage.b)
    return PassageLine(
        counted(passage.words, "word"),
        _where(passage),
        excerpt(a, "a", places, longest=PASSAGE_CHARACTERS),
        excerpt(b, "b", places, longest=PASSAGE_CHARACTERS),
    )


def _words(report: Report, span: Span) -> Evidence:
    """The words of a passage."""
    return report.evidence(span.start, span.end)


def _where(passage: Passage) -> str:
    """Whether a passage is speech, and in which report it is marked so."""
    if passage.quoted_a and passage.quoted_b:
        return "in quotation marks in both"
    if passage.quoted:
        return f"in quotation marks in {'A' if passage.quoted_a else 'B'} only"
    return "outside quotation marks"
