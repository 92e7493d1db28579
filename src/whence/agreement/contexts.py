"""What stands around each figure and time of a report: its sentence, the words close by, what is said of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from whence.agreement.heads_aligned import group_of, head_key
from whence.agreement.measured import Measured, measured
from whence.agreement.surroundings import (
    FUNCTION_WORDS,
    Surroundings,
    is_part,
    is_rate,
    named_beside,
    near_words,
    predicates_of,
    surroundings,
)
from whence.records import Figure, Report, Time
from whence.text.sentences import split_sentences
from whence.text.words import Words, split_words

LONGEST_SENTENCE = 80  # words; longer ones (lists, text without stops) are cut, so that one cannot hold a whole report
MOST_JOINED = 4  # words between two figures that "and" joins: "12 stone barns and 30 homes were destroyed"
NUMBER = "="  # begins what stands for a number among the words of a sentence
_OF_THEM = frozenset([("of", "them"), ("of", "whom"), ("of", "those"), ("of", "these")])
_Range = tuple[int, int]


class Sentence(NamedTuple):
    """A sentence that holds figures: its content words and its names by their groups, and its figures in order.

    `listed` says that its figures are told in a row, apart from what they are of ("2 and 3 percent, respectively").
    """

    content: frozenset[str]
    names: frozenset[str]
    standings: tuple[int, ...] = ()
    listed: bool = False


class Standing(NamedTuple):
    """A figure or a time where it stands: the how manieth in its sentence, under which nouns and predicates.

    `around` are the content words of the whole sentence, `names` the names among them, `near` the words just before and
    after it, without its head, and the preposition at it. `part` says that it is told as a part of another or on top of
    it ("including 3 children", "another 5"), `rate` that it is told for a unit of time ("2,000 a day"). `side` is a
    figure in the unit of comparison, `called` the name next to an age.
    """

    stated: Figure | Time
    around: frozenset[str]
    order: int
    head: str
    predicates: frozenset[str]
    near: frozenset[str]
    part: bool = False
    rate: bool = False
    side: Measured | None = None
    names: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()


class Context(NamedTuple):
    """The figures and times of one report with what stands around them."""

    sentences: tuple[Sentence, ...]
    standings: tuple[Standing, ...]


def read_context(report: Report, stated: Sequence[Figure | Time]) -> Context:
    """What stands around each figure and time.

    Lengths of time are figures; a `Time` of type DURATION or SET is left out.

    >>> from whence.figures.find import find_figures
    >>> report = Report("a", "a", "The blast killed at least 12 people in Port Lane.")
    >>> standing, = read_context(report, find_figures(report)).standings
    >>> standing.head, sorted(standing.predicates)
    ('peopl', ['killed'])
    """
    text, words = report.text, split_words(report.text)
    sentences: list[Sentence] = []
    standings: list[Standing] = []
    for piece, held in _held(words, _pieces(text, words), stated):
        ranges = [_word_range(words, one) for one in held]
        sides = [measured(one) if isinstance(one, Figure) else None for one in held]
        sentence = _sentence(text, words, piece, ranges)
        content = sentence.content | _numbers(sides)
        first = len(standings)
        for index, one in enumerate(held):
            near = surroundings(text, words, piece, ranges, index)
            standings.append(
                _standing(one, near)._replace(around=content, order=index, side=sides[index], names=sentence.names)
            )
        standings[first:] = _shared_predicates(words, ranges, standings[first:])
        sentences.append(sentence._replace(content=content, standings=tuple(range(first, len(standings)))))
    return Context(tuple(sentences), tuple(standings))


def _shared_predicates(words: Words, ranges: Sequence[_Range], standings: Sequence[Standing]) -> list[Standing]:
    """The figures of a sentence, each of two that are joined under the predicate of the other if it has none.

    "And" joins two, and "of them": "43 people were hurt, eight of them seriously".
    """
    told = list(standings)
    for index in range(1, len(told)):
        between = words.keys[ranges[index - 1][1] : ranges[index][0]]
        last = ranges[index][1]
        joined = between[-1:] == ["and"] or tuple(words.keys[last : last + 2]) in _OF_THEM
        if not joined or len(between) > MOST_JOINED:
            continue
        before, after = told[index - 1], told[index]
        if isinstance(before.stated, Figure) and isinstance(after.stated, Figure):
            told[index - 1] = before._replace(predicates=before.predicates or after.predicates)
            told[index] = after._replace(predicates=after.predicates or before.predicates)
    return told


def _standing(stated: Figure | Time, around: Surroundings) -> Standing:
    """A figure or time with what the words close by say."""
    head = head_key(stated) if isinstance(stated, Figure) else ""
    said, near = predicates_of(around, stated), near_words(around, stated)
    called = named_beside(around) if isinstance(stated, Figure) and stated.kind == "age" else frozenset()
    return Standing(stated, frozenset(), 0, head, said, near, is_part(around), is_rate(around), called=called)


def _held(
    words: Words, pieces: Iterable[_Range], stated: Sequence[Figure | Time]
) -> Iterator[tuple[_Range, list[Figure | Time]]]:
    """The sentences that hold figures or times, each with them in order."""
    told = [one for one in stated if isinstance(one, Figure) or one.type in ("DATE", "TIME")]
    ordered = sorted(told, key=lambda one: (one.evidence.start, one.evidence.end))
    taken = 0
    for piece in pieces:
        first = taken
        while taken < len(ordered) and ordered[taken].evidence.start < words.ends[piece[1] - 1]:
            taken += 1
        if taken > first:
            yield piece, ordered[first:taken]


def _pieces(text: str, words: Words) -> Iterator[_Range]:
    """The sentences as ranges of words, long ones cut."""
    for span in split_sentences(text):
        first, last = bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)
        for start in range(first, last, LONGEST_SENTENCE):
            yield start, min(start + LONGEST_SENTENCE, last)


def _word_range(words: Words, stated: Figure | Time) -> _Range:
    """The words of a figure or time, the hedges before it included."""
    spans = [stated.evidence.span]
    if isinstance(stated, Figure):
        hedges = (stated.hedge_words, stated.source_hedge)
        spans += [hedge.span for hedge in hedges if hedge and hedge.start <= stated.evidence.start]
    start = min(span.start for span in spans)
    return bisect_left(words.ends, start + 1), bisect_left(words.starts, stated.evidence.end)


def _sentence(text: str, words: Words, piece: _Range, ranges: Sequence[_Range]) -> Sentence:
    """A sentence without the words of its figures and times."""
    inside = {index for first, last in ranges for index in range(first, min(last, piece[1]))}
    content: set[str] = set()
    names: set[str] = set()
    for index in range(*piece):
        key = words.keys[index]
        if index in inside or key in FUNCTION_WORDS or key[0].isdigit() or len(key) < 2:
            continue
        content.add(group_of(key))
        if text[words.starts[index]].isupper() and index > piece[0]:
            names.add(group_of(key))
    listed = "respectively" in words.keys[piece[0] : piece[1]]
    return Sentence(frozenset(content), frozenset(names), listed=listed)


def _numbers(sides: Sequence[Measured | None]) -> frozenset[str]:
    """The numbers of a sentence as if they were words: sentences that have the same number tell the same."""
    told = (side for side in sides if side and side.value is not None)
    return frozenset(f"{NUMBER}{side.dimension} {side.value:.9g}" for side in told)
