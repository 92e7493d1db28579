"""Kinds of copying: one function and one row each.

A kind weaves the words of one or two parents, and words of its own, into a child. To add one, write a function that
calls `say`, `take` and `end_paragraph` of the weaver, and add its row to `KINDS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from bench.corpus.composing import ROLES, compose
from bench.corpus.invented import make_person, pick
from bench.corpus.material import Material
from bench.corpus.rewriting import rewrite_paragraph
from bench.corpus.substitution import substitute_words
from bench.corpus.weaving import Paragraph, Printed, Weaver

LIFTED_WORDS = (60, 160)  # issue 5
QUOTED_WORDS = (18, 40)  # issue 5
KEPT_SHARE = (0.4, 0.85)  # what is left of a text whose tail is dropped
MERGED_SHARE = (0.35, 0.7)  # what a merger takes of each parent
_SPOKEN = re.compile("“([^“”]+)”")
# No lead-in ends and no sequel begins with words that an independent report puts around the same quotation.
_LEADS = ("{who} put it this way:", "Asked again, {who}, {role}, answered:", "The view of {who}:", "From {who} came:")
_SEQUELS = ("{who} told reporters.", "according to {who}.", "{who}, {role}, wrote.", "as {who} put it.")


@dataclass(frozen=True, slots=True)
class Desk:
    """What the one who copies has at hand: chance, material of its own, words to put in, the outlet's furniture."""

    chance: Random
    materials: Iterator[Material]
    vocabulary: Sequence[str]
    lines: tuple[str, ...]

    def own_paragraphs(self) -> list[str]:
        """The paragraphs of a new independent report."""
        return compose(next(self.materials), self.chance)

    def between(self, limits: tuple[float, float]) -> float:
        """A number between two limits."""
        return limits[0] + self.chance.random() * (limits[1] - limits[0])


Weave = Callable[[Weaver, Sequence[Printed], Desk], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of copying.

    `share` is its part of all derived reports; `parents` how many it needs; `fits` says whether a report will do as its
    parent; `whole` that the outlet adds nothing; `own` that all but what it takes is its own, its headline too;
    `furnished` that only an outlet with standing lines prints it.
    """

    name: str
    share: float
    weave: Weave
    parents: int = 1
    fits: Callable[[Printed], bool] = lambda printed: len(printed.body) >= 3
    whole: bool = False
    own: bool = False
    furnished: bool = False


def copy_whole(weaver: Weaver, parents: Sequence[Printed], _desk: Desk) -> None:
    """The whole text as it stands, furniture and all."""
    for paragraph in parents[0].paragraphs:
        weaver.take_paragraph(parents[0], paragraph)


def drop_tail(weaver: Weaver, parents: Sequence[Printed], desk: Desk) -> None:
    """The first paragraphs; the last one kept may end after any of its sentences."""
    body = parents[0].body
    room = int(desk.between(KEPT_SHARE) * sum(paragraph.end - paragraph.start for paragraph in body))
    for paragraph in body:
        size = paragraph.end - paragraph.start
        if size >= room:
            stop = parents[0].text.find(". ", paragraph.start + room, paragraph.end)
            weaver.take(parents[0], paragraph.start, paragraph.end if stop < 0 else stop + 1)
            weaver.end_paragraph()
            return
        weaver.take_paragraph(parents[0], paragraph)
        room -= size


def add_furniture(weaver: Weaver, parents: Sequence[Printed], desk: Desk) -> None:
    """The whole body, with lines of the outlet before, between and after its paragraphs."""
    body = parents[0].body
    places = {0, len(body) // 2, len(body) - 1}
    for number, paragraph in enumerate(body):
        weaver.take_paragraph(parents[0], paragraph)
        if number in places:
            weaver.add_paragraph(pick(desk.chance, desk.lines), furniture=True)


def shuffle_paragraphs(weaver: Weaver, parents: Sequence[Printed], desk: Desk) -> None:
    """All paragraphs of the body in another order."""
    for paragraph in desk.chance.sample(parents[0].body, len(parents[0].body)):
        weaver.take_paragraph(parents[0], paragraph)


def substitute(share: float) -> Weave:
    """The kind that puts another word in place of this share of the words, each word by chance."""

    def weave(weaver: Weaver, parents: Sequence[Printed], desk: Desk) -> None:
        for paragraph in parents[0].body:
            substitute_words(weaver, parents[0], paragraph, share=share, desk=(desk.chance, desk.vocabulary))
            weaver.end_paragraph()

    return weave


def rewrite(weaver: Weaver, parents: Sequence[Printed], desk: Desk) -> None:
    """Sentences merged, split, turned round and cut, with everyday words changed for others."""
    for paragraph in parents[0].body:
        rewrite_paragraph(weaver, parents[0], paragraph, desk.chance)
        weaver.end_paragraph()


def merge(weaver: Weaver, parents: Sequence[Printed], desk: Desk) -> None:
    """Paragraphs of two reports in turn, those of each in their order."""
    drawn: list[tuple[float, Printed, Paragraph]] = []
    for parent in parents:
        body = parent.body
        kept = set(desk.chance.sample(range(len(body)), max(2, round(desk.between(MERGED_SHARE) * len(body)))))
        kept.add(max(range(len(body)), key=lambda number: body[number].end - body[number].start))
        places = sorted(desk.chance.random() for _ in kept)
        drawn += [(place, parent, body[number]) for place, number in zip(places, sorted(kept), strict=True)]
    for _, parent, paragraph in sorted(drawn, key=lambda row: row[0]):
        weaver.take_paragraph(parent, paragraph)


def lift_paragraph(weaver: Weaver, parents: Sequence[Printed], desk: Desk) -> None:
    """One paragraph of 60-160 words inside an independent report."""
    lifted = desk.chance.choice(_liftable(parents[0]))
    own = desk.own_paragraphs()
    place = 1 + int(desk.chance.random() * (len(own) - 1))
    for number, words in enumerate(own):
        if number == place:
            weaver.take_paragraph(parents[0], lifted)
        weaver.add_paragraph(words)
    if place >= len(own):
        weaver.take_paragraph(parents[0], lifted)


def share_quotation(weaver: Weaver, parents: Sequence[Printed], desk: Desk) -> None:
    """One quotation of 18-40 words inside an independent report, with other words of attribution."""
    start, end = desk.chance.choice(_quotable(parents[0]))
    own = desk.own_paragraphs()
    place = int(desk.chance.random() * len(own))
    for number, words in enumerate(own):
        weaver.add_paragraph(words)
        if number == place:
            _quote(weaver, parents[0], (start, end), desk.chance)


def reprint(weaver: Weaver, parents: Sequence[Printed], desk: Desk) -> None:
    """An agency's report as one of its many customers prints it: dateline, cuts, perhaps a paragraph of its own."""
    body = parents[0].body
    kept = len(body) if desk.chance.random() < 0.5 else max(2, round(desk.between(KEPT_SHARE) * len(body)))
    skipped = int(desk.chance.random() * kept) if kept > 4 and desk.chance.random() < 0.2 else -1
    if desk.chance.random() < 0.5:
        weaver.say(f"({make_person(desk.chance)}, by wire) - ")
    for number, paragraph in enumerate(body[:kept]):
        if number != skipped:
            weaver.take_paragraph(parents[0], paragraph)
    if desk.chance.random() < 0.1:
        weaver.add_paragraph(desk.own_paragraphs()[0])


def has_liftable(printed: Printed) -> bool:
    """Whether a report has a paragraph of 60-160 words."""
    return bool(_liftable(printed))


def has_quotable(printed: Printed) -> bool:
    """Whether a report has a quotation of 18-40 words."""
    return bool(_quotable(printed))


# Shares of all derived reports; they sum to 1. The kinds that whole-document tools miss have the larger part.
KINDS = (
    Kind("verbatim", 0.09, copy_whole, whole=True),
    Kind("tail_dropped", 0.08, drop_tail),
    Kind("furniture_added", 0.07, add_furniture, furnished=True),
    Kind("shuffled", 0.06, shuffle_paragraphs),
    Kind("substituted_05", 0.05, substitute(0.05)),
    Kind("substituted_10", 0.05, substitute(0.10)),
    Kind("substituted_20", 0.05, substitute(0.20)),
    Kind("substituted_30", 0.05, substitute(0.30)),
    Kind("rewritten", 0.08, rewrite),
    Kind("merged", 0.08, merge, parents=2),
    Kind("lifted", 0.10, lift_paragraph, fits=has_liftable, own=True),
    Kind("quotation", 0.10, share_quotation, fits=has_quotable, own=True),
    Kind("reprint", 0.14, reprint),
)


def _liftable(printed: Printed) -> list[Paragraph]:
    """The paragraphs that are long enough to lift."""
    return [
        paragraph
        for paragraph in printed.body
        if LIFTED_WORDS[0] <= printed.text.count(" ", paragraph.start, paragraph.end) + 1 <= LIFTED_WORDS[1]
    ]


def _quotable(printed: Printed) -> list[tuple[int, int]]:
    """Where the quotations of 18-40 words stand, without their marks."""
    spans = (match.span(1) for match in _SPOKEN.finditer(printed.text))
    return [
        (start, end)
        for start, end in spans
        if QUOTED_WORDS[0] <= printed.text.count(" ", start, end) + 1 <= QUOTED_WORDS[1] - 2
    ]


def _quote(weaver: Weaver, parent: Printed, span: tuple[int, int], chance: Random) -> None:
    """A paragraph with the quotation in it."""
    known = {"who": make_person(chance), "role": pick(chance, ROLES)}
    leads = chance.random() < 0.5
    if leads:
        weaver.say(pick(chance, _LEADS).format_map(known) + " ")
    weaver.say("“")
    weaver.take(parent, *span)
    weaver.say("”" if leads else "” " + pick(chance, _SEQUELS).format_map(known))
    weaver.end_paragraph()
