"""Figures and times as JSON: one line a report for streams, one document for a page of results."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from whence.agreement.joint import FigureGroup
from whence.export.quotes_documents import Json, speaker_name
from whence.records import Evidence, Figure, FigurePair, Reject, Report, Time
from whence.spells.telling import Spell
from whence.tolls.find import Toll


class Stated(NamedTuple):
    """What one report states: times, figures, spells, tolls; `heard`: whether who says it was looked for."""

    report: Report
    times: Sequence[Time]
    figures: Sequence[Figure]
    spells: Sequence[Spell] = ()
    tolls: Sequence[Toll] = ()
    heard: bool = True


def figures_line(stated: Stated) -> Json:
    """The times, figures, spells and tolls of one report, as a line of JSON.

    Args:
        stated: the report and what was found in it.

    Returns:
        `{"report": id, "times": [...], "figures": [...], "spells": [...], "tolls": [...]}`. Positions are half-open
        code points. Of a time `type` and `value` are those of TIMEX3, `low` and `high` the first and the last day. Of
        a figure `low` and `high` are what its words allow (null: unbounded), `soft_low` and `soft_high` what a writer
        means by them, all in `unit`.
    """
    return {"report": stated.report.id, **_stated(stated, with_text=False)}


def figures_document(found: Iterable[Stated], together: Iterable[FigureGroup], rejects: Iterable[Reject]) -> Json:
    """The times and figures of several reports, what they state together, and what could not be read.

    Args:
        found: each report with what was found in it.
        together: what several of them state about one thing.
        rejects: what could not be read.

    Returns:
        A document of schema `whence.figures/1`.
    """
    return {
        "schema": "whence.figures/1",
        "reports": [
            {"report": one.report.id, "source": one.report.source, "title": one.report.title,
             "outlet": one.report.outlet, "published": one.report.published.iso if one.report.published else None,
             **_stated(one, with_text=True)}
            for one in found
        ],
        "together": [group_document(group) for group in together],
        "rejects": [
            {"source": reject.source, "where": reject.where, "code": reject.code, "reason": reject.reason}
            for reject in rejects
        ],
    }  # fmt: skip


def _stated(stated: Stated, *, with_text: bool) -> Json:
    """Everything that a report states, in plain types."""
    return {
        "times": [time_document(time, with_text=with_text) for time in stated.times],
        "figures": [figure_document(figure, with_text=with_text) for figure in stated.figures],
        "spells": [_spell(spell, with_text=with_text) for spell in stated.spells],
        "tolls": [_toll(toll) for toll in stated.tolls if toll.stated],
        **({} if stated.heard else {"heard": False}),
    }


def _spell(spell: Spell, *, with_text: bool) -> Json:
    """From when to when, in plain types."""
    return {
        **_span(spell.evidence, with_text=with_text),
        "type": spell.type,
        "low": spell.low,
        "high": spell.high,
        "value": spell.value or None,
    }


def _toll(toll: Toll) -> Json:
    """How many people, in plain types, with the words that say so."""
    return {
        "outcome": toll.outcome,
        "value": toll.value,
        "hedge": toll.hedge,
        "low": toll.interval.low,
        "high": toll.interval.high,
        "several": toll.several,
        "says": toll.says,
        "evidence": [_located(words) for words in toll.evidence],
    }


def time_document(time: Time, *, with_text: bool = False) -> Json:
    """One phrase of time in plain types."""
    return {
        **_span(time.evidence, with_text=with_text),
        "type": time.type,
        "value": time.value,
        "mod": time.mod,
        "low": time.low,
        "high": time.high,
    }


def figure_document(figure: Figure, *, with_text: bool = False) -> Json:
    """One figure in plain types."""
    return {
        **_span(figure.evidence, with_text=with_text),
        "kind": figure.kind,
        "value": figure.value,
        "unit": figure.unit,
        "low": figure.hard.low,
        "high": figure.hard.high,
        "low_open": figure.hard.open_low,
        "high_open": figure.hard.open_high,
        "soft_low": figure.soft.low,
        "soft_high": figure.soft.high,
        "step": figure.step,
        "hedge": figure.hedge,
        "hedge_words": _located(figure.hedge_words),
        "source_hedge": figure.source_hedge.exact if figure.source_hedge else None,
        "source_hedge_words": _located(figure.source_hedge),
        "head": figure.head.exact if figure.head else None,
        "head_words": _located(figure.head),
        "modifiers": [_located(words) for words in figure.modifiers],
        "as_of": time_document(figure.as_of, with_text=with_text) if figure.as_of else None,
        "speaker": speaker_name(figure.quote.speakers) if figure.quote else None,
        "quote": {"start": figure.quote.span.start, "end": figure.quote.span.end, "kind": figure.quote.kind}
        if figure.quote
        else None,
    }


def group_document(group: FigureGroup) -> Json:
    """What several reports state about one thing: the statements, what fits all of them, which rule each other out."""
    agreed = group.agreed
    return {
        "what": group.what,
        "unit": group.unit,
        "low": agreed.low if agreed else None,
        "high": agreed.high if agreed else None,
        "meant": group.meant,
        "updated": group.updated,
        "statements": [
            {"reports": list(one.reports), "figure": figure_document(one.figure, with_text=True)}
            for one in group.statements
        ],
        "conflicts": [
            {"reports": [pair.a.evidence.report_id, pair.b.evidence.report_id], **figure_pair_document(pair)}
            for pair in group.conflicts
        ],
    }


def figure_pair_document(pair: FigurePair) -> Json:
    """Two figures, or two times, about one thing, and how the second stands to the first."""
    return {"a": stated_document(pair.a), "b": stated_document(pair.b), "relation": pair.relation, "says": pair.says}


def stated_document(stated: Figure | Time) -> Json:
    """A figure or a time with its words; `type` tells a time, `kind` a figure."""
    if isinstance(stated, Time):
        return time_document(stated, with_text=True)
    return figure_document(stated, with_text=True)


def _span(evidence: Evidence, *, with_text: bool) -> Json:
    """Where words stand, and on request what they are."""
    place: Json = {"start": evidence.start, "end": evidence.end}
    return place | {"text": evidence.exact} if with_text else place


def _located(evidence: Evidence | None) -> Json | None:
    """Words and where they stand; null for none."""
    return _span(evidence, with_text=True) if evidence else None
