"""Material: fresh sentences that no other report has, from which an independent report is composed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

SPEECH_WORDS = (18, 38)  # issue 5 asks for quotations of 18-40 words; hyphens may add a word or two


class Material(NamedTuple):
    """What one report is made of: about 150-650 words in sentences, and a few of them fit to be spoken."""

    sentences: list[str]
    speeches: list[str]


class Texts(Protocol):
    """A source of material without end, and of words to put in place of others."""

    @property
    def name(self) -> str:
        """What the material is made from, for the manifest."""

    @property
    def vocabulary(self) -> list[str]:
        """Frequent words in small letters, each once."""

    def materials(self, seed: int) -> Iterator[Material]:
        """Material for report after report; the same for the same seed."""


def fits_speech(sentence: str) -> bool:
    """Whether a sentence has as many words as a quotation should."""
    return SPEECH_WORDS[0] <= sentence.count(" ") + 1 <= SPEECH_WORDS[1]
