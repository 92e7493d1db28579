"""A measure where it stands, as the guards look at it."""

from __future__ import annotations

from typing import NamedTuple

from whence.figures.measures import Measure
from whence.figures.noun_chains import Head
from whence.figures.nouns import is_plural
from whence.text.words import Words


class Candidate(NamedTuple):
    """A measure with its head, in its text: what may be a figure."""

    text: str
    words: Words
    measure: Measure
    head: Head | None

    @property
    def exact(self) -> str:
        """The measure as it is written."""
        return self.text[self.measure.start : self.measure.end]

    @property
    def key_before(self) -> str:
        """The word before, empty at the beginning."""
        return self.words.keys[self.measure.first - 1] if self.measure.first else ""

    @property
    def key_after(self) -> str:
        """The word after, empty at the end."""
        return self.words.keys[self.measure.last] if self.measure.last < len(self.words.keys) else ""

    @property
    def word_after(self) -> str:
        """The word after, as it is written."""
        at = self.measure.last
        return self.text[self.words.starts[at] : self.words.ends[at]] if at < len(self.words.keys) else ""

    @property
    def gap_before(self) -> str:
        """What stands between the word before and the measure."""
        return self.text[self.words.ends[self.measure.first - 1] : self.measure.start] if self.measure.first else ""

    @property
    def gap_after(self) -> str:
        """What stands between the measure and the word after."""
        at = self.measure.last
        return self.text[self.measure.end : self.words.starts[at]] if at < len(self.words.keys) else ""

    @property
    def leads_to_head(self) -> bool:
        """Whether the head stands after the measure."""
        return self.head is not None and self.head.head[0] >= self.measure.last

    @property
    def counts_a_plural(self) -> bool:
        """Whether the head after the measure is a plural."""
        return self.head is not None and self.leads_to_head and is_plural(self.words.keys[self.head.head[0]])

    def text_before(self, size: int) -> str:
        """So many characters before the measure, fewer at the beginning."""
        return self.text[max(self.measure.start - size, 0) : self.measure.start]

    def text_after(self, size: int) -> str:
        """So many characters after the measure, fewer at the end."""
        return self.text[self.measure.end : self.measure.end + size]

    def is_inside(self, at: int) -> bool:
        """Whether a word stands inside a sentence, so that a capital makes it a name."""
        if at == 0:
            return False
        before = self.text[self.words.ends[at - 1] : self.words.starts[at]]
        return not any(mark in before for mark in '.!?\n:“"•')
