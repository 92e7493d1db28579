"""What many reports of one story say of one thing: the numbers that fit all, or the two statements that rule it out.

Figures are gathered by the same signs as in two reports (`matching`), each with the one most like it of the reports
before it in the order of their ids, so that the order in which they are given does not matter. Statements that copies
of one report share count once. Numbers lie on a line, so wherever no number fits all statements, two of them alone
rule it out (Helly's theorem): the one that bounds it highest from below, and the one that bounds it lowest from above.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from whence.agreement.contexts import Context, Standing, read_context
from whence.agreement.likely_pairs import abreast, likely_pair
from whence.agreement.matching import Told, published_at
from whence.agreement.measured import Measured, measured
from whence.agreement.one_thing import LIKE_ENOUGH, kinship
from whence.agreement.relations import lasts_in_both, relate_figures
from whence.agreement.sentence_index import SentenceIndex, weigh_words
from whence.agreement.starts import start_of
from whence.figures.intervals import intersect_all
from whence.records import Figure, FigurePair, Interval

_INFINITE = float("inf")


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure and the reports that state it: one, or several that are copies of one another.

    `published` is the first day on which one of them appeared, with the minute where it is known.
    """

    figure: Figure
    reports: tuple[str, ...]
    published: date | None = None


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """What several statements say of one thing.

    `what` names it in the reports' words, `unit` is the one of `agreed`: the numbers that fit all statements, by what
    the writers mean (`meant`), else only by what their words allow; None where none do. Lengths of time that reach up
    to now are agreed on as the start that they imply, in ordinals of days, unit "start". `conflicts` holds the smallest
    sets of statements that rule each other out, which are pairs; `latest` is the newest statement, where dates tell.
    `updated` is true where what was told before has grown since: then `agreed` is what the newest leave open.
    """

    what: str
    statements: tuple[Statement, ...]
    unit: str
    agreed: Interval | None
    meant: bool
    conflicts: tuple[FigurePair, ...] = ()
    latest: Statement | None = None
    updated: bool = False


class _Place(NamedTuple):
    """A figure among all reports: which report, and where it stands there."""

    report: int
    standing: Standing
    figure: Figure


def read_jointly(told: Sequence[Told], *, copies: Iterable[Collection[str]] = ()) -> tuple[FigureGroup, ...]:
    """What the reports of one story say of each thing that at least two of them give a figure for.

    Args:
        told: the reports with their figures.
        copies: groups of report ids whose texts are copies of one another.

    Returns:
        Groups in the order of their first figure, reports taken by id. Time grows in step with the number of figures.

    >>> from whence.figures.find import find_figures
    >>> def told(id, text):
    ...     report = Report(id, id, text)
    ...     return Told(report, find_figures(report))
    >>> from whence.records import Report
    >>> group, = read_jointly([told("a", "The fire in Port Lane burned 1,180 acres of forest."),
    ...                        told("b", "More than 1,100 acres of forest burned in the Port Lane fire.")])
    >>> group.what, group.agreed.low < 1180 * 4046.9 < group.agreed.high, group.conflicts
    ('forest', True, ())
    """
    ordered = sorted(told, key=lambda one: one.report.id)
    published = [published_at(one.report) for one in ordered]
    names = _names_of_copies(copies)
    gathered = _gather([read_context(*one) for one in ordered], published)
    groups = (
        _read_group(_statements(places, ordered, names))
        for places in gathered
        if len({place.report for place in places}) > 1
    )
    return tuple(groups)


def _names_of_copies(copies: Iterable[Collection[str]]) -> dict[str, str]:
    """For each report that has copies, the first of their ids."""
    return {report: min(group) for group in copies if group for report in group}


def _gather(contexts: Sequence[Context], published: Sequence[date | None]) -> list[list[_Place]]:
    """The figures of all reports, those about one thing together, in the order of the first of each."""
    index = SentenceIndex(weigh_words(sentence for context in contexts for sentence in context.sentences))
    sentences: list[tuple[int, int]] = []
    group_of: dict[tuple[int, int], int] = {}
    groups: list[list[_Place]] = []
    for report, context in enumerate(contexts):
        found = dict(_nearest(report, (contexts, published), index, sentences))
        for at, standing in enumerate(context.standings):
            if not isinstance(standing.stated, Figure):
                continue
            number = group_of[found[at]] if at in found else len(groups)
            if number == len(groups):
                groups.append([])
            group_of[report, at] = number
            groups[number].append(_Place(report, standing, standing.stated))
        for at, sentence in enumerate(context.sentences):
            index.add(len(sentences), sentence)
            sentences.append((report, at))
    return groups


def _nearest(
    report: int,
    known: tuple[Sequence[Context], Sequence[date | None]],
    index: SentenceIndex,
    sentences: Sequence[tuple[int, int]],
) -> Iterator[tuple[int, tuple[int, int]]]:
    """For each figure of a report the one of an earlier report that is most likely of the same thing."""
    contexts, published = known
    best: dict[int, tuple[float, tuple[int, int]]] = {}
    for sentence in contexts[report].sentences:
        for like in index.like(sentence):
            if like.likeness < LIKE_ENOUGH:
                break
            other, place = sentences[like.number]
            there = contexts[other].sentences[place]
            kin = kinship(there, sentence, like)
            mine = [contexts[report].standings[at] for at in sentence.standings]
            theirs = [contexts[other].standings[at] for at in there.standings]
            for x, y in abreast(theirs, mine):
                if not isinstance(mine[y].stated, Figure):
                    continue
                at = there.standings[x], sentence.standings[y]
                pair = likely_pair(at, (theirs[x], mine[y]), kin, published=(published[other], published[report]))
                if pair and pair.pair.relation != "incomparable" and pair.score > best.get(pair.b, (0.0,))[0]:
                    best[pair.b] = (pair.score, (other, pair.a))
    return ((at, place) for at, (_, place) in best.items())


def _statements(places: Sequence[_Place], told: Sequence[Told], copies: dict[str, str]) -> list[Statement]:
    """The statements of a group: what copies of one report state alike, and what one report states twice, is one."""
    merged: dict[tuple[str, str, str], list[_Place]] = defaultdict(list)
    for place in places:
        report = told[place.report].report.id
        words = " ".join(place.figure.evidence.exact.lower().split())
        merged[copies.get(report, report), words, place.figure.hedge].append(place)
    statements = []
    for same in merged.values():
        reports = sorted({told[place.report].report.id for place in same})
        days = [day for place in same if (day := published_at(told[place.report].report))]
        statements.append(Statement(same[0].figure, tuple(reports), min(days, key=_when, default=None)))
    return statements


def _read_group(statements: Sequence[Statement]) -> FigureGroup:
    """What the statements of one thing leave open, or which of them rule each other out."""
    sides, unit = _sides(statements)
    soft, hard = intersect_all(side.soft for side in sides), intersect_all(side.hard for side in sides)
    conflicts = () if hard else tuple(_conflicts(statements, sides))
    latest = _latest(statements)
    updated = not hard and not conflicts and latest is not None
    if updated and latest:
        newest = [side for side, one in zip(sides, statements, strict=True) if one.published == latest.published]
        soft, hard = intersect_all(side.soft for side in newest), intersect_all(side.hard for side in newest)
    return FigureGroup(
        _what(statements), tuple(statements), unit, soft or hard, soft is not None, conflicts, latest, updated
    )


def _sides(statements: Sequence[Statement]) -> tuple[list[Measured], str]:
    """The statements in one unit; lengths of time up to now as starts, where every report tells its day."""
    sides = [measured(one.figure) for one in statements]
    first = statements[0].figure
    if all(one.published and lasts_in_both(first, one.figure) for one in statements):
        starts = [
            Measured("start", None, start_of(side.hard, one.published), start_of(side.soft, one.published))
            for side, one in zip(sides, statements, strict=True)
            if one.published
        ]
        return starts, "start"
    return sides, sides[0].dimension


def _conflicts(statements: Sequence[Statement], sides: Sequence[Measured]) -> Iterator[FigurePair]:
    """The pair that leaves no number between them, unless the later has only grown: then none, or one of one day."""
    pair = _farthest(list(zip(statements, sides, strict=True)))
    if pair.relation == "conflict":
        yield pair
        return
    days: dict[date | None, list[tuple[Statement, Measured]]] = defaultdict(list)
    for one, side in zip(statements, sides, strict=True):
        days[one.published].append((one, side))
    for same_day in days.values():
        if len(same_day) > 1 and intersect_all(side.hard for _, side in same_day) is None:
            again = _farthest(same_day)
            if again.relation == "conflict":
                yield again


def _farthest(statements: Sequence[tuple[Statement, Measured]]) -> FigurePair:
    """The statement bounded highest from below and the one bounded lowest from above, in the order of their reports."""
    lowest = min(statements, key=lambda one: _INFINITE if one[1].hard.high is None else one[1].hard.high)[0]
    highest = max(statements, key=lambda one: -_INFINITE if one[1].hard.low is None else one[1].hard.low)[0]
    a, b = sorted((lowest, highest), key=lambda one: (_when(one.published), one.reports))
    return relate_figures(a.figure, b.figure, published=(a.published, b.published))


def _when(published: date | None) -> str:
    """A day or a moment for ordering; the day alone comes before its hours, nothing known before all."""
    return published.isoformat() if published else ""


def _latest(statements: Sequence[Statement]) -> Statement | None:
    """The statement of the latest day, the first of several; None where no report tells its day."""
    dated = [one for one in statements if one.published]
    return max(dated, key=lambda one: _when(one.published), default=None)


def _what(statements: Sequence[Statement]) -> str:
    """What is counted or measured, by the words that most statements have."""
    spoken: dict[str, int] = defaultdict(int)
    for one in statements:
        words = [*one.figure.modifiers, *([one.figure.head] if one.figure.head else [])]
        told = sorted(words, key=lambda word: word.start)
        spoken[" ".join(" ".join(word.exact.split()) for word in told)] += 1
    spoken.pop("", None)
    return max(spoken, key=lambda words: spoken[words], default="")
