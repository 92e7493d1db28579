"""Composing: material becomes the paragraphs, quotations and headline of an independent report."""

from __future__ import annotations

from random import Random

from bench.corpus.invented import make_person
from bench.corpus.material import Material

PARAGRAPH_WORDS = (20, 110)  # news paragraphs are short; some must have the 60 words that issue 5 lifts
SPEECH_AT = (1, 4, 8)  # after these paragraphs somebody speaks
HEADLINE_WORDS = (6, 11)
ROLES = (
    "a spokesman", "a spokeswoman", "the chairman", "a resident", "the director", "a union official", "her lawyer",
    "a neighbour", "the sergeant on duty", "an adviser", "the deputy leader", "a historian", "the treasurer",
)  # fmt: skip


def compose(material: Material, chance: Random) -> list[str]:
    """The paragraphs of an independent report; up to three are somebody's words inside quotation marks."""
    paragraphs: list[str] = []
    speeches = iter(material.speeches)
    sentences: list[str] = []
    size = 0
    wanted = _between(chance, PARAGRAPH_WORDS)
    for sentence in material.sentences:
        sentences.append(sentence)
        size += sentence.count(" ") + 1
        if size >= wanted:
            paragraphs.append(" ".join(sentences))
            sentences, size, wanted = [], 0, _between(chance, PARAGRAPH_WORDS)
            speech = next(speeches, None) if len(paragraphs) in SPEECH_AT else None
            if speech is not None:
                paragraphs.append(attribute(speech, chance))
    if sentences:
        paragraphs.append(" ".join(sentences))
    return paragraphs


def attribute(speech: str, chance: Random) -> str:
    """A paragraph in which somebody says a sentence."""
    words = speech if speech[-1] in "?!" else speech[:-1] + ","
    return f"“{words}” said {make_person(chance)}, {ROLES[int(chance.random() * len(ROLES))]}."


def headline(sentence: str, chance: Random) -> str:
    """The first words of a sentence as a headline."""
    words = sentence.split(" ", HEADLINE_WORDS[1])[: _between(chance, HEADLINE_WORDS)]
    return " ".join(words).strip(" .,;:?!“”")


def _between(chance: Random, limits: tuple[int, int]) -> int:
    """A whole number from the first limit up to the last, both included."""
    return limits[0] + int(chance.random() * (limits[1] - limits[0] + 1))
