"""Sightings: every place where a report's capitals seem to name somebody, with what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from whence.names.genders import gender_of_words
from whence.names.listed import CUES
from whence.names.pieces import read_pieces
from whence.names.runs import Run, find_runs
from whence.records import NameKind, Report
from whence.text.spans import Span, merge_spans

_AFTER = re.compile(
    r"(?:['’]s?)?,? (?:who|whose)\b|, \d\d\b|, (?:an?|the|one of|his|her|their) [a-z]| \((?:[RDI]-|\d\d\))"
    r"|, [a-z][\w-]+ (?:[a-z-]+ ){0,3}(?:of|for|at)\b"
)
_AFTER_WORD = re.compile(r",? ([a-z]+)")
_BEFORE_WORD = re.compile(r"([a-z]+),? $")
_BODY = re.compile(
    r"(?:['’]s?)? (?:[a-z][\w-]+ )?"
    r"(campaign|administration|camp|team|foundation|organization|organisation|transition)\b"
)
_ROLE_WORDS = re.compile(r" (?:manager|chair|spokes|adviser|advisor|aide|official|strateg|staff|surrogate|event|rally)")


_BEFORE_SPEAKERS = frozenset(
    ["said", "says", "added", "asked", "wrote", "tweeted", "argued", "explained", "replied", "told"]
)


class Sighting(NamedTuple):
    """A place where somebody seems to be named; `start` leaves titles out, `titled` is where they begin.

    `evidence` counts what around the words says that they name a person; `body` is the noun of "Clinton's campaign".
    """

    kind: NameKind
    start: int
    end: int
    titled: int
    words: tuple[str, ...]
    keys: tuple[str, ...]
    strong: bool
    evidence: int
    gender: str
    body: str = ""
    body_end: int = 0


def see_names(report: Report) -> tuple[list[Sighting], list[Run]]:
    """The sightings of a report in order, and the runs of lines in title case, which only repeat names."""
    left_out = merge_spans(report.spans_of("byline", "furniture", "credit", "timestamp", "outlet"))
    sightings: list[Sighting] = []
    titles: list[Run] = []
    for run in find_runs(report.text, left_out):
        if run.in_title:
            titles.append(run)
        else:
            sightings.extend(_see(report.text, run))
    return sightings, titles


def _see(text: str, run: Run) -> Iterator[Sighting]:
    """The sightings of one run."""
    for piece in read_pieces(run):
        start, end = run.starts[piece.first], run.end_of(piece.last)
        titled = run.starts[piece.title_from]
        words, keys = run.words[piece.first : piece.last], run.keys[piece.first : piece.last]
        evidence, gender, body, body_end = 0, "", "", 0
        if piece.kind == "person":
            if titled < start:
                gender = gender_of_words(run.words[piece.title_from : piece.first])
            body, body_end = _body_after(text, end)
            evidence = 2 * (titled < start and piece.strong) + _evidence(text, titled, end)
        yield Sighting(piece.kind, start, end, titled, words, keys, piece.strong, evidence, gender, body, body_end)


def _evidence(text: str, start: int, end: int) -> int:
    """How strongly the words around say that a person is named: 2 for an apposition, 1 for a speech verb."""
    if text.startswith(("'s", "’s"), end):
        return 0
    if _AFTER.match(text, end):
        return 2
    after = _AFTER_WORD.match(text, end)
    if after and after.group(1) in CUES:
        return 1
    before = _BEFORE_WORD.search(text, max(0, start - 14), start)
    return int(bool(before and before.group(1) in _BEFORE_SPEAKERS))


def _body_after(text: str, end: int) -> tuple[str, int]:
    """The body that a person's name only modifies, and where it ends: "Clinton's campaign" is not Clinton."""
    found = _BODY.match(text, end)
    if found is None or _ROLE_WORDS.match(text, found.end()):
        return "", 0
    return found.group(1), found.end()


def span_of(sighting: Sighting) -> Span:
    """The span of the name without titles."""
    return Span(sighting.start, sighting.end)
