"""Which figures and times of two reports are about the same thing.

Sentences that tell the same are found first, over an inverted index of their words; then, within aligned sentences,
figures of one kind whose heads, modifiers and predicates do not contradict each other, by the words close to them and
their order. A figure in a sentence without a counterpart pairs by its head alone, where head and predicate are told
once in each report.

Time grows in step with the length of the reports: a look-up of a sentence is bounded, and so are the figures that are
held against each other in two sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from whence.agreement.beginnings import told_beginning
from whence.agreement.contexts import Context, Sentence, Standing, read_context
from whence.agreement.heads_aligned import GENERAL_NOUN, head_key, is_of_people, said_of
from whence.agreement.left_over import pair_left_over
from whence.agreement.likely_pairs import LikelyPair, abreast, choose, likely_pair
from whence.agreement.measured import measured
from whence.agreement.named_ages import ages_of_one
from whence.agreement.one_thing import (
    ALIKE,
    ALIKE_RETOLD,
    COUNTED,
    LEAST_SHARED,
    LIKE_ENOUGH,
    ONE_NUMBER,
    ONE_SENTENCE,
    VERY_ALIKE,
    Kinship,
    kinship,
    names_apart,
)
from whence.agreement.relations import Dates, lasts_in_both, relate_figures
from whence.agreement.sentence_index import Like, SentenceIndex, weigh_words
from whence.agreement.shared_numbers import telling_numbers
from whence.agreement.telling_words import named_alike
from whence.records import Figure, FigurePair, Report, Time

_LATER_DAY = "the day that the later figure was told for"
_BY_HEAD = Kinship(ALIKE, LEAST_SHARED)  # what a head and a predicate told once in each report are worth


OFTEN_TOLD = frozenset(["count", "number", "percent", "day", "ordinal", "money", "USD", "EUR", "GBP", "age", "score"])
FEWEST_KEPT = 2
RETOLD_SHARE = 0.25  # of the sentences with figures; of 832 pairs of reports of one event (BASIL, AllSides) 3 % have it


CLOSELY = 0.5  # the same where a word alone may name a figure; pairs of real reports that have it are copies


class Told(NamedTuple):
    """A report and the figures and times that were found in it."""

    report: Report
    stated: Sequence[Figure | Time]


def match_figures(a: Told, b: Told) -> tuple[FigurePair, ...]:
    """The figures and times of two reports that are about one thing, each with how they stand to each other.

    Args:
        a: report A with its figures and times, in any order.
        b: report B with its own.

    Returns:
        Pairs in the order of A; no figure is in two of them.

    >>> from whence.figures.find import find_figures
    >>> def told(id, text):
    ...     report = Report(id, id, text)
    ...     return Told(report, find_figures(report))
    >>> pair, = match_figures(told("a", "The ferry carried 90 passengers to Port Lane."),
    ...                       told("b", "Some 120 passengers were carried to Port Lane by the ferry."))
    >>> pair.a.evidence.exact, pair.b.evidence.exact, pair.relation
    ('90', '120', 'conflict')
    """
    one, two = read_context(*a), read_context(*b)
    published = published_at(a.report), published_at(b.report)
    index = SentenceIndex(weigh_words((*one.sentences, *two.sentences)))
    for number, sentence in enumerate(two.sentences):
        index.add(number, sentence)
    likes = [index.like(sentence) for sentence in one.sentences]
    retold = is_retold(likes, min(len(one.sentences), len(two.sentences)))
    found = [
        *_by_sentence((one, two), likes, published, retold=retold),
        *_by_head((one, two), published, retold=retold),
        *_by_number((one, two), published),
        *_by_name((one, two), published),
    ]
    chosen = choose(found)
    if retold:
        chosen = choose([*chosen, *pair_left_over((one, two), chosen, published)])
    if is_retold(likes, min(len(one.sentences), len(two.sentences)), share=CLOSELY):
        chosen = choose([*chosen, *_by_word((one, two), chosen, published)])
    pairs = [_with_start(likely.pair, (one, two), published) for likely in chosen]
    return tuple(_updated_days(pairs)) if published[0] == published[1] else tuple(pairs)


def _with_start(pair: FigurePair, contexts: tuple[Context, Context], published: Dates) -> FigurePair:
    """A pair of lengths of time up to now, told by the start that they and other words of the reports imply."""
    if not (isinstance(pair.a, Figure) and isinstance(pair.b, Figure) and pair.a.kind == "duration"):
        return pair
    if not lasts_in_both(pair.a, pair.b):
        return pair
    started = told_beginning(zip(contexts, published, strict=True), head_key(pair.a))
    return relate_figures(pair.a, pair.b, published=published, started=started) if started else pair


def pair_figures_in(
    a: Sequence[Figure | Time], b: Sequence[Figure | Time], *, published: Dates = (None, None)
) -> tuple[FigurePair, ...]:
    """The figures and times of two sentences that are known to tell the same, paired by kind, head and order.

    Args:
        a: the figures and times of the sentence in A, in its order.
        b: those of its counterpart in B.
        published: the days on which the two reports appeared.

    Returns:
        Pairs in the order of A; no figure is in two of them.
    """
    one, two = ([_bare(stated, order) for order, stated in enumerate(side)] for side in (a, b))
    return tuple(chosen.pair for chosen in choose(list(_candidates(one, two, published))))


def published_on(report: Report) -> date | None:
    """The day on which a report says that it appeared; None where it tells less.

    >>> from whence.records import Published
    >>> published_on(Report("a", "a", "", published=Published("2024-11-29T15:49", "minute", "record")))
    datetime.date(2024, 11, 29)
    """
    if report.published is None or report.published.grain in ("year", "month"):
        return None
    return date.fromisoformat(report.published.iso[:10])


def _updated_days(pairs: Sequence[FigurePair]) -> Iterator[FigurePair]:
    """The pairs of reports of one moment, with the days that an updated figure was told for no conflict either."""
    moved = {
        (pair.a.as_of.evidence, pair.b.as_of.evidence)
        for pair in pairs
        if pair.relation == "updated" and isinstance(pair.a, Figure) and isinstance(pair.b, Figure)
        if pair.a.as_of and pair.b.as_of
    }
    for pair in pairs:
        if pair.relation == "conflict" and (pair.a.evidence, pair.b.evidence) in moved:
            yield FigurePair(pair.a, pair.b, "updated", _LATER_DAY)
        else:
            yield pair


def published_at(report: Report) -> date | None:
    """The day on which a report says that it appeared, with the minute where it tells one.

    >>> from whence.records import Published
    >>> published_at(Report("a", "a", "", published=Published("2024-11-29T15:49", "minute", "record")))
    datetime.datetime(2024, 11, 29, 15, 49)
    """
    day = published_on(report)
    if day is None or report.published is None or report.published.grain in ("day", "week"):
        return day
    return datetime.fromisoformat(report.published.iso)


def _bare(stated: Figure | Time, order: int) -> Standing:
    """A figure of which only its own words are known."""
    nothing: frozenset[str] = frozenset()
    if isinstance(stated, Time):
        return Standing(stated, nothing, order, "", nothing, nothing)
    return Standing(stated, nothing, order, head_key(stated), said_of(stated), nothing, side=measured(stated))


def _candidates(a: Sequence[Standing], b: Sequence[Standing], published: Dates) -> Iterator[LikelyPair]:
    """Candidates of two sentences that tell the same word for word."""
    for x, y in abreast(a, b):
        found = likely_pair((x, y), (a[x], b[y]), ONE_SENTENCE, published=published)
        if found:
            yield found


def _by_sentence(
    contexts: tuple[Context, Context], likes: Sequence[Sequence[Like]], published: Dates, *, retold: bool
) -> Iterator[LikelyPair]:
    """Pairs in sentences that share telling words; one found again with all its figures is looked for no more."""
    a, b = contexts
    for sentence, all_like in zip(a.sentences, likes, strict=True):
        agreeing: set[int] = set()
        for like in all_like:
            if like.likeness < LIKE_ENOUGH or len(agreeing) == len(sentence.standings):
                break
            other = b.sentences[like.number]
            kin = kinship(sentence, other, like, retold=retold)
            for found in _in_sentences(contexts, (sentence, other), kin, published):
                yield found
                if found.pair.relation in ONE_NUMBER and like.likeness >= VERY_ALIKE:
                    agreeing.add(found.a)


def _in_sentences(
    contexts: tuple[Context, Context], sentences: tuple[Sentence, Sentence], kin: Kinship, published: Dates
) -> Iterator[LikelyPair]:
    """Pairs of the figures of two sentences."""
    one, two = (
        [context.standings[at] for at in sentence.standings]
        for context, sentence in zip(contexts, sentences, strict=True)
    )
    for x, y in abreast(one, two):
        at = sentences[0].standings[x], sentences[1].standings[y]
        found = likely_pair(at, (one[x], two[y]), kin, published=published)
        if found:
            yield found


def is_retold(likes: Sequence[Sequence[Like]], sentences: int, *, share: float = RETOLD_SHARE) -> bool:
    """Whether one report retells the other: a good part of its sentences with figures have a counterpart there."""
    kept = sum(1 for like in likes if like and like[0].likeness >= VERY_ALIKE)
    return kept >= max(share * sentences, FEWEST_KEPT)


def _by_number(contexts: tuple[Context, Context], published: Dates) -> Iterator[LikelyPair]:
    """Pairs of a telling number that each report has once, whatever their sentences."""
    one, two = (telling_numbers(context) for context in contexts)
    for key in sorted(one.keys() & two.keys(), key=lambda key: one[key]):
        at = one[key], two[key]
        standing = contexts[0].standings[at[0]], contexts[1].standings[at[1]]
        found = likely_pair(at, standing, ONE_SENTENCE._replace(likeness=ALIKE), published=published)
        if found and found.pair.relation in ONE_NUMBER:
            yield found._replace(score=found.score - 1)


def _by_name(contexts: tuple[Context, Context], published: Dates) -> Iterator[LikelyPair]:
    """Pairs of ages of one person, by the name next to each."""
    a, b = contexts
    for x, y in ages_of_one(a, b):
        found = likely_pair((x, y), (a.standings[x], b.standings[y]), ONE_SENTENCE, published=published)
        if found:
            yield found


def _by_word(contexts: tuple[Context, Context], chosen: Sequence[LikelyPair], published: Dates) -> Iterator[LikelyPair]:
    """Pairs of what is left over of retold reports, by a word close to one figure of its kind alone."""
    a, b = contexts
    taken = frozenset(pair.a for pair in chosen), frozenset(pair.b for pair in chosen)
    for x, y in named_alike(contexts, taken):
        there, here = a.standings[x], b.standings[y]
        apart = names_apart((there.names, there.around), (here.names, here.around))
        kin = Kinship(ALIKE, LEAST_SHARED, apart, retold=True)
        found = likely_pair((x, y), (there, here), kin, published=published)
        if found:
            yield found


def _by_head(contexts: tuple[Context, Context], published: Dates, *, retold: bool) -> Iterator[LikelyPair]:
    """Pairs whose head and predicate are told once in each report, wherever they stand."""
    a, b = contexts
    by_measure = Kinship(ALIKE_RETOLD, LEAST_SHARED, retold=True)
    one, two = _told_once(a, retold=retold), _told_once(b, retold=retold)
    for key in sorted(one.keys() & two.keys(), key=lambda key: one[key]):
        at = one[key], two[key]
        there, here = a.standings[at[0]], b.standings[at[1]]
        kin = _BY_HEAD._replace(retold=retold) if key[1] else by_measure
        kin = kin._replace(apart=names_apart((there.names, there.around), (here.names, here.around)))
        found = likely_pair(at, (there, here), kin, published=published)
        if found:
            yield found._replace(score=found.score - 1)  # after any that a sentence bears out


def _told_once(context: Context, *, retold: bool) -> dict[tuple[str, ...], int]:
    """The figures that alone have their dimension, head and predicate, by those; figures without both are left out.

    In a report that is retold a head alone will do, unless it is people in general, and so will a measure.
    """
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, standing in enumerate(context.standings):
        if isinstance(standing.stated, Figure) and (key := _name_of(standing, standing.stated, retold=retold)):
            found[key].append(number)
    return {key: numbers[0] for key, numbers in found.items() if len(numbers) == 1}


def _name_of(standing: Standing, figure: Figure, *, retold: bool) -> tuple[str, ...]:
    """What may be told once in a report: its dimension, head and predicate; empty where too little is known."""
    dimension, people = standing.side.dimension if standing.side else "", is_of_people(figure)
    if retold and standing.head != GENERAL_NOUN and (standing.head or dimension not in OFTEN_TOLD):
        return (dimension, standing.head if figure.kind in COUNTED else "")
    if standing.predicates and not standing.part:
        return (dimension, GENERAL_NOUN if people else standing.head or GENERAL_NOUN, *sorted(standing.predicates))
    return ()
