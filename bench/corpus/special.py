"""Special corpora: what breaks a finder of shared text (issue 5: linear, bounded, correct)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from bench.corpus.kinds import KINDS, Desk, Kind
from bench.corpus.newsroom import Newsroom, Truth
from bench.corpus.outlets import AGENCIES
from bench.corpus.weaving import Paragraph, Printed, Weaver

Made = Iterator[tuple[Printed, Truth | None]]
REPEATED_BYTES = 10_000_000
EVERYWHERE_MINUTES = 10 * 24 * 60  # inside the window of fourteen days in which pairs are looked for
WORD = "again "


class Special(NamedTuple):
    """A special corpus: how many reports it has unless told otherwise, what makes it, and whether no outlet has two."""

    reports: int
    make: Callable[[Newsroom], Made]
    outlet_each: bool = False


def one_fan(newsroom: Newsroom) -> Made:
    """One agency's report, and every other report a reprint of it by another outlet."""
    agency = newsroom.independent(outlet=0)
    yield agency, None
    kind = next(kind for kind in KINDS if kind.name == "reprint")
    for outlet in range(len(AGENCIES), len(newsroom.outlets)):
        yield newsroom.derive(kind, [agency], outlet=outlet, within=3 * 24 * 60)


def paragraph_everywhere(newsroom: Newsroom) -> Made:
    """Independent reports, all with one paragraph that the first of them printed."""
    first = newsroom.independent(minute=0)
    yield first, None
    everywhere = max(first.body, key=lambda paragraph: paragraph.end - paragraph.start)

    def weave(weaver: Weaver, parents: Sequence[Printed], desk: Desk) -> None:
        own = desk.own_paragraphs()
        place = int(desk.chance.random() * len(own))
        for number, words in enumerate(own):
            weaver.add_paragraph(words)
            if number == place:
                weaver.take_paragraph(parents[0], everywhere)

    while True:
        yield newsroom.derive(Kind("everywhere", 1.0, weave), [first], within=EVERYWHERE_MINUTES)


def hardly_anything(newsroom: Newsroom) -> Made:
    """Reports without a word, with white space or punctuation alone, or with one word."""
    texts = ("", " ", "\n\n", "...", "Sorry", "Sorry.", "“”", "\u200b", "404")
    for number in count():
        yield _bare(newsroom, number, texts[number % len(texts)]), None


def repeated_word(newsroom: Newsroom) -> Made:
    """One word for ten megabytes, and among ordinary reports some shorter ones of the same word."""
    yield _bare(newsroom, 0, (WORD * (REPEATED_BYTES // len(WORD))).strip()), None
    for number in count(1):
        words = _bare(newsroom, number, (WORD * 400).strip())
        yield (words if number % 10 == 0 else newsroom.independent()), None


SPECIALS = {
    "fan5000": Special(5001, one_fan, outlet_each=True),
    "paragraph-everywhere": Special(100_000, paragraph_everywhere),
    "empty": Special(10_000, hardly_anything),
    "repeated-word": Special(101, repeated_word),
}


def _bare(newsroom: Newsroom, number: int, text: str) -> Printed:
    """A report of just this text."""
    outlet = len(AGENCIES) + number % (len(newsroom.outlets) - len(AGENCIES))
    return Printed(newsroom.next_id(), outlet, number, "", text, (Paragraph(0, len(text)),), 0)
