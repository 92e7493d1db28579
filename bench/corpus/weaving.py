"""Weaving: a text put together from words of its own and words taken, which remembers exactly what came from where.

Truth comes from construction alone: no search for shared words is ever made, so a finder is never scored against
another finder.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

_EDGE = re.compile(r"[^\W_]")
_POINTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")  # the end of “U.S” whose last point belongs to the word
BREAK = "\n\n"


class Paragraph(NamedTuple):
    """Where a paragraph stands in its text, and whether it is the outlet's furniture."""

    start: int
    end: int
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """A report as made: what is written to the corpus, and what its copies need to know.

    `minute` counts from the first day of the corpus; `depth` is 0 for an independent report and one more than the
    deepest parent's for a derived one.
    """

    id: str
    outlet: int
    minute: int
    title: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    depth: int

    @property
    def body(self) -> list[Paragraph]:
        """The paragraphs that are not furniture."""
        return [paragraph for paragraph in self.paragraphs if not paragraph.furniture]


class SharedRun(NamedTuple):
    """The same words in child and parent: half-open code points, from the start of a word to the end of one."""

    parent: str
    child_start: int
    child_end: int
    parent_start: int
    parent_end: int
    furniture: bool


@dataclass(slots=True)
class _Take:
    parent: Printed
    child_start: int
    child_end: int
    parent_start: int
    parent_end: int
    furniture: bool


@dataclass(slots=True)
class Weaver:
    """The text in the making. Call `say`, `take` and `end_paragraph` in order, then `text` and `shared_runs`."""

    _pieces: list[str] = field(default_factory=list)
    _takes: list[_Take] = field(default_factory=list)
    _length: int = 0
    _opened: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)

    def say(self, words: str) -> None:
        """Add words of its own."""
        self._break_line()
        self._pieces.append(words)
        self._length += len(words)

    def take(self, parent: Printed, start: int, end: int, *, shown: str | None = None, furniture: bool = False) -> None:
        """Add words of a parent: `parent.text[start:end]`, or `shown`, which is as long and has the same words."""
        self._break_line()
        words = parent.text[start:end] if shown is None else shown
        self._pieces.append(words)
        self._takes.append(_Take(parent, self._length, self._length + len(words), start, end, furniture))
        self._length += len(words)

    def end_paragraph(self, *, furniture: bool = False) -> None:
        """Close the paragraph; one without words leaves no trace."""
        if self._length > self._opened:
            self.paragraphs.append(Paragraph(self._opened, self._length, furniture))
        self._opened = self._length

    def add_paragraph(self, words: str, *, furniture: bool = False) -> None:
        """Add a paragraph of its own words."""
        self.say(words)
        self.end_paragraph(furniture=furniture)

    def take_paragraph(self, parent: Printed, paragraph: Paragraph) -> None:
        """Add a whole paragraph of a parent."""
        self.take(parent, paragraph.start, paragraph.end, furniture=paragraph.furniture)
        self.end_paragraph(furniture=paragraph.furniture)

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    def shared_runs(self) -> list[SharedRun]:
        """The longest runs of taken words: neighbours on both sides are one, punctuation at the edges is left out."""
        text = self.text
        joined: list[_Take] = []
        for take in self._takes:
            before = joined[-1] if joined else None
            if before is not None and _follows(text, before, take):
                before.child_end, before.parent_end = take.child_end, take.parent_end
            else:
                joined.append(take)
        runs = (_trim(text, take) for take in joined)
        return [run for run in runs if run is not None]

    def _break_line(self) -> None:
        """Put the empty line before the first words of a paragraph."""
        if self.paragraphs and self._length == self._opened:
            self._pieces.append(BREAK)
            self._length += len(BREAK)
            self._opened = self._length


def _follows(text: str, before: _Take, take: _Take) -> bool:
    """Whether no word stands between two takes, neither here nor in the parent."""
    return (
        take.parent is before.parent
        and take.furniture == before.furniture
        and take.parent_start >= before.parent_end
        and _EDGE.search(text, before.child_end, take.child_start) is None
        and _EDGE.search(before.parent.text, before.parent_end, take.parent_start) is None
    )


def _trim(text: str, take: _Take) -> SharedRun | None:
    """A take without the punctuation at its edges; nothing where it holds no word."""
    first = _EDGE.search(text, take.child_start, take.child_end)
    if first is None:
        return None
    start, end = first.start(), take.child_end
    while not text[end - 1].isalnum():
        end -= 1
    if end < take.child_end and text[end] == "." and _POINTED.search(text, max(start, end - 12), end):
        end += 1
    left, right = start - take.child_start, take.child_end - end
    return SharedRun(take.parent.id, start, end, take.parent_start + left, take.parent_end - right, take.furniture)
