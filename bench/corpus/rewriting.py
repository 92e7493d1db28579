"""Sentence rewrites by machine: merge, split, turn round, cut, and change everyday words for others."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from bench.corpus.lists import read_list
from bench.corpus.recombined import ends_sentence
from bench.corpus.weaving import Paragraph, Printed, Weaver

SHORTEST_CLAUSE = 5  # words: shorter halves are not turned round or cut
WORD_CHANGE = 0.5  # the share of everyday words that are changed
_TOKEN = re.compile(r"\S+")
_LOWERED = frozenset(read_list("sentence_openers"))
EVERYDAY = {
    "said": "stated", "about": "around", "told": "informed", "began": "started", "but": "yet", "many": "numerous",
    "also": "too", "most": "nearly all", "people": "persons", "will": "is going to", "because": "since",
    "after": "following", "while": "as", "new": "recent", "would": "was to", "not": "never", "including": "among them",
    "has": "had", "were": "had been", "more": "further", "who": "that", "last": "past", "is": "remains",
    "some": "several",
}  # fmt: skip


class Piece(NamedTuple):
    """A word of the parent (`start`, `end`, how it is shown), or, with `start` -1, a word of the rewriter's own."""

    start: int
    end: int
    shown: str


Sentence = list[Piece]


def rewrite_paragraph(weaver: Weaver, parent: Printed, paragraph: Paragraph, chance: Random) -> None:
    """Take a paragraph with most of its sentences rewritten; quotations are left as they are."""
    sentences = _sentences_of(parent.text, paragraph)
    rewritten: list[Sentence] = []
    while sentences:
        sentence = sentences.pop(0)
        if _is_plain(sentence):
            if chance.random() < 0.35 and sentences and _is_plain(sentences[0]):
                sentence = _merge(sentence, sentences.pop(0))
            else:
                sentence = RULES[int(chance.random() * len(RULES))](sentence)
            sentence = [_change_word(piece, chance) for piece in sentence]
        rewritten.append(sentence)
    for number, sentence in enumerate(rewritten):
        if number:
            weaver.say(" ")
        _put(weaver, parent, sentence)


def keep(sentence: Sentence) -> Sentence:
    """The sentence as it is."""
    return sentence


def turn_round(sentence: Sentence) -> Sentence:
    """ "X, Y." becomes "Y, X."."""
    comma = _middle_comma(sentence)
    if comma is None:
        return sentence
    first, second = sentence[: comma + 1], sentence[comma + 1 :]
    return [_upper(second[0]), *second[1:-1], _ending(second[-1], ","), _lower(first[0]), *first[1:-1],
            _ending(first[-1], ".")]  # fmt: skip


def split(sentence: Sentence) -> Sentence:
    """ "X, and Y." becomes "X. Y."."""
    comma = _middle_comma(sentence)
    if comma is None:
        return sentence
    second = sentence[comma + 1 :]
    if second[0].shown in ("and", "but", "which", "who") and len(second) > 1:
        second = second[1:]
    return [*sentence[:comma], _ending(sentence[comma], "."), _upper(second[0]), *second[1:]]


def cut(sentence: Sentence) -> Sentence:
    """ "X, Y." becomes "X."."""
    comma = _middle_comma(sentence)
    return sentence if comma is None else [*sentence[:comma], _ending(sentence[comma], ".")]


RULES: tuple[Callable[[Sentence], Sentence], ...] = (keep, keep, turn_round, split, cut)


def _sentences_of(text: str, paragraph: Paragraph) -> list[Sentence]:
    """The sentences of a paragraph, word by word."""
    sentences: list[Sentence] = [[]]
    for match in _TOKEN.finditer(text, paragraph.start, paragraph.end):
        if sentences[-1] and ends_sentence(sentences[-1][-1].shown):
            sentences.append([])
        sentences[-1].append(Piece(*match.span(), match.group()))
    return [sentence for sentence in sentences if sentence]


def _is_plain(sentence: Sentence) -> bool:
    """Whether a sentence is free of quotation marks and ends with a plain full stop, so that it can be taken apart."""
    last = sentence[-1].shown
    return (
        len(sentence) > SHORTEST_CLAUSE
        and last[-1] == "."
        and last[:-1].isalnum()
        and not any("“" in piece.shown or "”" in piece.shown for piece in sentence)
    )


def _merge(first: Sentence, second: Sentence) -> Sentence:
    """ "X. Y." becomes "X, and Y."."""
    return [*first[:-1], _ending(first[-1], ","), Piece(-1, -1, "and"), _lower(second[0]), *second[1:]]


def _middle_comma(sentence: Sentence) -> int | None:
    """The word nearest the middle that carries a comma, with whole clauses on both sides."""
    middle = len(sentence) / 2
    commas = [
        place
        for place in range(SHORTEST_CLAUSE - 1, len(sentence) - SHORTEST_CLAUSE)
        if sentence[place].shown[-1] == "," and sentence[place].shown[:-1].isalnum()
    ]
    return min(commas, key=lambda place: abs(place - middle), default=None)


def _ending(piece: Piece, sign: str) -> Piece:
    """A word with another sign after it in place of its own."""
    return piece._replace(shown=piece.shown[:-1] + sign)


def _upper(piece: Piece) -> Piece:
    """A word with a capital letter."""
    return piece._replace(shown=piece.shown[0].upper() + piece.shown[1:])


def _lower(piece: Piece) -> Piece:
    """A word of the first place put in another: no capital letter, where it is not a name."""
    return piece._replace(shown=piece.shown[0].lower() + piece.shown[1:]) if piece.shown in _LOWERED else piece


def _change_word(piece: Piece, chance: Random) -> Piece:
    """Another word for an everyday one, sometimes."""
    other = EVERYDAY.get(piece.shown)
    return Piece(-1, -1, other) if other and chance.random() < WORD_CHANGE else piece


def _put(weaver: Weaver, parent: Printed, sentence: Sentence) -> None:
    """Weave a sentence: runs of the parent's words are taken, others said."""
    for number, piece in enumerate(sentence):
        if number:
            weaver.say(" ")
        if piece.start < 0:
            weaver.say(piece.shown)
        else:
            weaver.take(parent, piece.start, piece.end, shown=piece.shown)
