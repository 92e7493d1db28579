"""Finding the figures of a report: one pass over its words, each step a function over what the step before read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from heapq import merge
from itertools import zip_longest

from whence.figures.ages import read_ages
from whence.figures.candidates import Candidate
from whence.figures.circumstances import QuoteIndex, TimeIndex
from whence.figures.guards import closed_spans, is_figure
from whence.figures.heads import head_of
from whence.figures.hedge_table import intervals
from whence.figures.hedge_words import Hedge, hedge_after, hedge_around, hedge_words_after
from whence.figures.joining import join_compounds, join_ranges
from whence.figures.measures import GROWN_HEDGES, Measure, measure_numerals
from whence.figures.money import dollar_of
from whence.figures.noun_chains import Head
from whence.figures.nouns import WORD_GROUPS
from whence.figures.numerals import numerals_in
from whence.figures.prepositions import bracketed_with, continues
from whence.figures.scores import join_scores
from whence.figures.source_hedges import SourceIndex
from whence.figures.vague_counts import vague_measures
from whence.records import Evidence, Figure, FigureKind, HedgeKind, Quote, Report, Time
from whence.text.sentences import split_sentences
from whence.text.spans import Span, covered_flags
from whence.text.words import Words, split_words


def find_figures(report: Report, times: Sequence[Time] = (), quotes: Sequence[Quote] = ()) -> tuple[Figure, ...]:
    """The figures of a report, in order; they do not overlap.

    Args:
        report: the report; bylines, timestamps and furniture hold no figures.
        times: its times; a number inside a date or a time of day is none of its own.
        quotes: its quotations, so that a figure knows who says it.

    Returns:
        Figures as they are stated, in the units of the report.

    >>> report = Report("1", "1", "He sent an estimated 11,000 North Korean soldiers.")
    >>> figure, = find_figures(report)
    >>> figure.value, figure.step, figure.hedge, figure.head.exact, figure.modifiers[0].exact
    (11000.0, 1000.0, 'about', 'soldiers', 'North Korean')
    """
    text = report.text
    words = split_words(text)
    measures = read_measures(text, words, dollar_of(report))
    open_ones = _outside(measures, closed_spans(report, times))
    quoted, told = QuoteIndex(quotes), TimeIndex(text, times, split_sentences(text) if times else ())
    sources = SourceIndex(text, words)
    found: list[Figure] = []
    for measure, head in _with_heads(text, words, list(open_ones)):
        if is_figure(Candidate(text, words, measure, head)):
            figure = _figure(report, words, measure, head)
            found.append(_placed(figure, told, quoted, _evidence(report, _source_of(figure, measure, sources))))
    return tuple(found)


def read_measures(text: str, words: Words, dollar: str = "USD") -> list[Measure]:
    """All numbers of a text with their units, vague counts, scores, ranges and ages, before any guard looks at them."""
    measured = measure_numerals(text, words, numerals_in(text, words), dollar)
    joined = join_ranges(text, words, join_scores(text, words, join_compounds(text, measured)))
    exact = read_ages(text, words, joined)
    vague = vague_measures(text, words, exact)
    return list(_apart(merge(exact, vague, key=lambda measure: measure.start)))


def _apart(measures: Iterator[Measure]) -> Iterator[Measure]:
    """The measures without those that overlap one before them."""
    end = 0
    for measure in measures:
        if measure.start >= end:
            end = measure.end
            yield measure


def _outside(measures: Sequence[Measure], closed: Sequence[Span]) -> Iterator[Measure]:
    """The measures that begin in none of the closed spans."""
    flags = covered_flags([measure.start for measure in measures], closed)
    return (measure for measure, flag in zip(measures, flags, strict=True) if not flag)


def _with_heads(text: str, words: Words, measures: Sequence[Measure]) -> Iterator[tuple[Measure, Head | None]]:
    """Each measure with its head; one that goes on with what the one before it tells has the same."""
    before: tuple[Measure, Head | None] | None = None
    for measure, after in zip_longest(measures, measures[1:]):
        head = head_of(text, words, measure, hedge_words_after(text, words, measure.last, measure.end))
        both = bracketed_with(text, words, measure, after)
        head = head or (head_of(text, words, both) if both else None)
        if head is None and before and continues(text, before[0], measure):
            head = before[1]
        before = (measure, head)
        yield before


def _figure(report: Report, words: Words, measure: Measure, head: Head | None) -> Figure:
    """A measure with its head and its hedges as a figure."""
    text = report.text
    hedge = _hedge_of(text, words, measure, head)
    kind = _kind_of(words, measure, head)
    bounded = measure.high is not None
    told: HedgeKind = hedge.kind
    if measure.form == "score":
        told = "exact"
    elif bounded:
        told = "vague" if measure.form == "vague" else "range"
    hard, soft = intervals(
        "range" if bounded and told == "exact" else told, measure.value, measure.high, measure.step, kind=kind
    )
    return Figure(
        kind=kind,
        value=None if bounded else measure.value,
        unit=measure.unit,
        step=measure.step,
        hedge=told,
        hard=hard,
        soft=soft,
        evidence=report.evidence(measure.start, measure.end),
        hedge_words=_evidence(report, hedge.words),
        source_hedge=_evidence(report, hedge.source),
        head=report.evidence(*words.span(*head.head)) if head else None,
        modifiers=tuple(report.evidence(*words.span(*group)) for group in head.modifiers) if head else (),
    )


def _hedge_of(text: str, words: Words, measure: Measure, head: Head | None) -> Hedge:
    """The hedge before a figure, else the one after it or after its head."""
    hedge = hedge_around(text, words, measure.first, measure.start, measure.kind)
    if measure.form == "range" and hedge.words is None:
        between = measure.first - 1
        if between >= 0 and words.keys[between] in ("between", "from"):
            return hedge._replace(words=(words.starts[between], words.ends[between]))
    if hedge.kind not in ("exact", "about") or measure.form == "vague":
        return hedge
    grown = [at for at in range(measure.first + 1, measure.last) if words.keys[at] in GROWN_HEDGES]
    ends = [*((at, words.ends[at - 1]) for at in grown), (measure.last, measure.end)]
    if head and head.head[0] >= measure.last:
        ends.append((head.head[1], words.ends[head.head[1] - 1]))
    for last, end in ends:
        after = hedge_after(text, words, last, end)
        if after:
            return hedge._replace(kind=after[0], words=after[1:])
    return hedge


def _kind_of(words: Words, measure: Measure, head: Head | None) -> FigureKind:
    """What a measure is: a bare number with a head counts it, "killing 12" counts people; a part is a ratio."""
    if measure.kind != "number" or measure.unit:
        return measure.kind
    if measure.form in ("fraction", "ratio") and abs(measure.value) < 1:
        return "ratio"
    if measure.step < 1 and measure.value != int(measure.value):
        return "number"
    counts = head or (measure.first and words.keys[measure.first - 1] in WORD_GROUPS["victim verbs"])
    return "count" if counts else "number"


def _evidence(report: Report, span: tuple[int, int] | None) -> Evidence | None:
    """A span as evidence, nothing where there is none."""
    return report.evidence(*span) if span else None


def _source_of(figure: Figure, measure: Measure, sources: SourceIndex) -> tuple[int, int] | None:
    """Who vouches for a figure somewhere in its clause, where nobody does directly before it."""
    if figure.source_hedge:
        return None
    return sources.vouching_for(measure.first, measure.start, measure.end)


def _placed(figure: Figure, told: TimeIndex, quoted: QuoteIndex, source: Evidence | None) -> Figure:
    """A figure with the time that it is told for, the quotation that it stands in, and who vouches for it."""
    span = figure.evidence.span
    as_of, quote = told.told_for(span), quoted.holding(span)
    if not (as_of or quote or source):
        return figure
    return replace(figure, as_of=as_of, quote=quote, source_hedge=source or figure.source_hedge)
