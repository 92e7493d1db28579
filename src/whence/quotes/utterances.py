"""Utterances: the quotations of a report that belong together, with who speaks, where, and the words around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from whence.names.spelling import split_name
from whence.quotes.cues import is_cue, names_source
from whence.quotes.spoken import Wording, read_wording
from whence.records import Quote, Report, Role, Setting, Speaker
from whence.text.folding import fold
from whence.text.marks import Quotation, find_quotations
from whence.text.spans import Span, merge_spans, span_at
from whence.text.words import Words, split_words, word_key

LEAST_WORDS = 3  # of 1-3 words in marks 28 % are no speech but titles and scare quotes (PolNeAR, quotes.md)
BETWEEN_WORDS = 12  # "said X, the head of Y" between two halves of a quotation is rarely longer
BETWEEN_CHARACTERS = 120
FRAME_WORDS = 2  # words before and after the marks that show that a short quotation is the same one
LOOK_BACK = 8  # attributions that begin before a quotation and may hold it: they nest two or three deep

_APPARATUS: tuple[Role, ...] = ("byline", "timestamp", "credit", "furniture")  # parts in which nobody speaks
_RUNS_ON = re.compile(r"[,.?!—–…-]['’]?[\"”»“＂'’]{0,2}$")
_NEXT_SENTENCE = re.compile(r"[.?!]\s+\w")


class Utterance(NamedTuple):
    """One quotation of a report, in as many pairs of marks as it stands in.

    `names` are the words of the speakers' names, for comparing; `frame` the words before and after the marks.
    """

    report: int
    wording: Wording
    speakers: tuple[Speaker, ...]
    setting: Setting
    names: frozenset[str]
    frame: tuple[str, ...]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.wording.segments[0].start


def find_utterances(number: int, report: Report, quotes: Sequence[Quote]) -> Iterator[Utterance]:
    """The quotations of a report of at least `LEAST_WORDS` words, in order.

    Args:
        number: the report's number, kept in what is found.
        report: the report.
        quotes: its attributions; a quotation that none of them holds has no speaker.

    Yields:
        Utterances; the halves of a quotation that only "she said" parts are one.
    """
    apparatus = merge_spans(report.spans_of(*_APPARATUS))
    quotations = [q for q in find_quotations(report.text) if span_at(apparatus, q.span.start) is None]
    if not quotations:
        return
    held = _Contents(quotes)
    words = split_words(report.text)
    for run in _join(report.text, quotations, held):
        wording = read_wording(report.text, [segment for quotation in run for segment in quotation.segments])
        if len(wording.keys) < LEAST_WORDS:
            continue
        quote = next((found for found in map(held.quote_of, run) if found), None)
        speakers = quote.speakers if quote else ()
        setting = quote.setting if quote else Setting()
        frame = _frame(words, Span(run[0].span.start, run[-1].span.end))
        yield Utterance(number, wording, speakers, setting, name_words(speakers), frame)


def name_words(speakers: Sequence[Speaker]) -> frozenset[str]:
    """The surnames by which speakers are compared; none where one of them is unnamed or unknown.

    >>> name_words([Speaker("Ana Feld", "person", ())])
    frozenset({'feld'})
    """
    if any(speaker.name is None or speaker.kind in ("unnamed", "unknown") for speaker in speakers):
        return frozenset()
    keys = [tuple(word_key(word) for word in fold(speaker.name or "").split()) for speaker in speakers]
    return frozenset(split_name(one)[1] for one in keys if one)


class _Contents:
    """Which attribution a quotation belongs to, found without asking every one."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self.quotes = quotes
        self.spans = sorted((e.start, e.end, number) for number, quote in enumerate(quotes) for e in quote.content)

    def number_of(self, quotation: Quotation) -> int | None:
        """The number of the attribution that holds most of a quotation, the narrower of two that hold it all."""
        span = quotation.span
        last = bisect_left(self.spans, (span.end, 0, 0))
        near = self.spans[max(0, bisect_left(self.spans, (span.start, 0, 0)) - LOOK_BACK) : last][: 4 * LOOK_BACK]
        shared = [(min(end, span.end) - max(start, span.start), start - end, -n) for start, end, n in near]
        best = max(shared, default=(0, 0, 0))
        return -best[2] if best[0] > 0 else None

    def quote_of(self, quotation: Quotation) -> Quote | None:
        """That attribution."""
        number = self.number_of(quotation)
        return None if number is None else self.quotes[number]


def _join(text: str, quotations: Sequence[Quotation], held: _Contents) -> Iterator[list[Quotation]]:
    """Quotations in runs that only words of saying part."""
    run: list[Quotation] = []
    for quotation in quotations:
        if run and not _goes_on(text, run[-1], quotation, held):
            yield run
            run = []
        run.append(quotation)
    yield run


def _goes_on(text: str, before: Quotation, after: Quotation, held: _Contents) -> bool:
    """Whether a quotation is the second half of the one before it: "..." she said. "..." """
    between = text[before.span.end : after.span.start]
    if len(between) > BETWEEN_CHARACTERS or "\n" in between or "\r" in between or _NEXT_SENTENCE.search(between):
        return False
    if not _RUNS_ON.search(text[max(0, before.span.end - 4) : before.span.end]):
        return False
    first, second = held.number_of(before), held.number_of(after)
    if first is not None and first == second:
        return True
    names = [name_words(held.quotes[n].speakers) if n is not None else frozenset[str]() for n in (first, second)]
    if all(names) and not names[0] & names[1]:
        return False
    keys = split_words(between).keys
    return 0 < len(keys) <= BETWEEN_WORDS and (names_source(keys) or any(map(is_cue, keys)))


def _frame(words: Words, span: Span) -> tuple[str, ...]:
    """The words before and after a quotation, "" outside the text."""
    first, stop = bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)
    around = [*range(first - FRAME_WORDS, first), *range(stop, stop + FRAME_WORDS)]
    return tuple(words.keys[word] if 0 <= word < len(words.keys) else "" for word in around)
