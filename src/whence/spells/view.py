"""How the readers of spells look at a text: its words, the moment it is told at, its tense and its manner."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from whence.spells.days import Manner
from whence.spells.terms import Term
from whence.times.leaning import Leaning
from whence.times.meanings import Constant
from whence.times.phrases import Phrase
from whence.times.sight import Sight


class View(NamedTuple):
    """A text as the readers of spells look at it: its words, the moment it is told at, its tense, and its manner."""

    sight: Sight
    now: datetime | None
    leaning: Leaning
    manner: Manner

    @property
    def today(self) -> date | None:
        """The day that the text is told on."""
        return self.now.date() if self.now else None

    def coming(self, first: int, last: int) -> bool | None:
        """Whether the words around some words speak of what is to come."""
        return self.leaning.is_coming(Phrase(first, last, "DATE", Constant("")))

    def between(self, left: Term, right: Term) -> tuple[str, ...]:
        """The words between two terms."""
        return tuple(self.sight.words.keys[left.last : right.first])

    def gap(self, left: Term) -> str:
        """What stands behind a term, up to the next word."""
        return self.sight.gap(left.last - 1)
