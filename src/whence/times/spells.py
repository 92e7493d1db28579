"""Spells: from when to when. What `find_times` leaves apart is joined here with the words that relate it.

"between Monday and Wednesday", "since August", "from 1939 to 1945", "3 weeks after Christmas", "tomorrow from 7 to 9pm":
terms (`spell_words`) are joined by passes of joints, each pass over the terms that the last one left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from whence.records import Evidence, Published, Report
from whence.text.spans import merge_spans, span_at
from whence.text.words import split_words
from whence.times.find import NOT_PROSE
from whence.times.leaning import Leaning
from whence.times.sight import Sight
from whence.times.spell_days import Manner
from whence.times.spell_joints_days import (
    alone,
    date_and_year,
    number_and_month,
    numbers_and_month,
    week_and_weekday,
    weekday_and_date,
    weekday_and_number,
    weekday_and_week,
    with_before,
)
from whence.times.spell_joints_hours import (
    day_and_hours,
    day_and_part,
    hours_and_day,
    hours_and_part,
    hours_to_hours,
    open_hours,
    part_and_hours,
    set_and_hours,
)
from whence.times.spell_joints_lengths import (
    counted_and_weekday,
    day_for_length,
    from_now,
    length_and_day,
    length_and_length,
    length_from_hours,
    length_starting,
    with_way,
)
from whence.times.spell_joints_ranges import open_term, term_to_term
from whence.times.spell_terms import Reach, Term, at
from whence.times.spell_view import View
from whence.times.spell_words import read_terms

SpellType = Literal[
    "date", "daterange", "time", "timerange", "datetime", "datetimerange", "duration", "set", "unresolved"
]
_Joint = Callable[[View, Term, Term], Term | None]
_Widening = Callable[[View, Term], Term]
_MOST_BETWEEN = 3  # words that may stand between two terms of one spell
_DAY = timedelta(days=1)
# Terms that a wider one may take up: "the first 2 weeks of 2021" takes "2 weeks".
_POPPED = frozenset(["number", "ordinal", "hours", "days", "length"])


@dataclass(frozen=True, slots=True)
class Spell:
    """Words that say from when to when, as wide as they go together ("from next Monday to Friday", "since August").

    `low` and `high` are ISO days, both included, date-times, or times of day ("T17:00:00"); None where the words leave
    that side open. `closing` is the first day or moment of what the words name as the end ("to 1945": 1945-01-01).
    `value` is the length in seconds of a duration, and the TIMEX3 value of a set.
    """

    type: SpellType
    evidence: Evidence
    low: str | None = None
    high: str | None = None
    closing: str | None = None
    value: str = ""


def find_spells(report: Report, *, manner: Manner = "press", everything: bool = False) -> tuple[Spell, ...]:
    """The spells of a report in the order of the text; they never overlap.

    Args:
        report: the report; its day and hour of publication are what "tomorrow" and "in 5 minutes" count from.
        manner: "press", where "next Friday" is the next one to come, or "diary", where it is the one of next week.
        everything: read also what is no prose.

    >>> report = Report("a", "a", "It ran from May 3 to 9.", published=Published("2024-11-29", "day", "caller"))
    >>> [(spell.evidence.exact, spell.low, spell.high) for spell in find_spells(report)]
    [('from May 3 to 9', '2024-05-03', '2024-05-09')]
    """
    sight = Sight(report.text, split_words(report.text))
    view = View(sight, moment_of(report.published), Leaning(sight), manner)
    skipped = () if everything else merge_spans(report.spans_of(*NOT_PROSE))
    found: list[Spell] = []
    for term in join_terms(view, read_terms(view)):
        span = sight.words.span(term.first, term.last)
        if span_at(skipped, span.start) is None:
            spell = _spell(term, report.evidence(*span), view.now)
            if spell:
                found.append(spell)
    return tuple(found)


def moment_of(published: Published | None) -> datetime | None:
    """The moment of publication, midnight where no hour is known; None where the day is not."""
    if published is None or published.grain in ("year", "month"):
        return None
    try:
        return datetime.fromisoformat(published.iso).replace(tzinfo=None)
    except ValueError:
        return None


# What is joined first; each pass runs over what the passes before it left.
_PASSES: tuple[tuple[_Joint, ...] | _Widening, ...] = (
    (hours_to_hours, length_and_length),
    (hours_and_part, part_and_hours, set_and_hours),
    (hours_to_hours, length_from_hours, day_for_length),
    (weekday_and_date, weekday_and_number, week_and_weekday, weekday_and_week, number_and_month, numbers_and_month,
     date_and_year),
    with_before,
    alone,
    open_hours,
    (day_and_part,),
    (day_and_hours, hours_and_day),
    (weekday_and_week, length_and_day, length_starting, day_for_length),
    with_way,
    from_now,
    (counted_and_weekday, day_and_hours, hours_and_day),
    (term_to_term,),
    open_term,
)  # fmt: skip


def join_terms(view: View, terms: Sequence[Term]) -> list[Term]:
    """Terms with those joined that say one thing."""
    joined = list(terms)
    for each in _PASSES:
        joined = _fold(view, joined, each) if isinstance(each, tuple) else _widen(view, joined, each)
    return joined


def _widen(view: View, terms: Sequence[Term], widening: _Widening) -> list[Term]:
    """Each term with the words around it, where no other term has them."""
    widened: list[Term] = []
    for place, term in enumerate(terms):
        wide = widening(view, term)
        while widened and widened[-1].last > wide.first and widened[-1].kind in _POPPED:
            if widened[-1].first < wide.first:
                break
            widened.pop()
        ahead = terms[place + 1].first if place + 1 < len(terms) else wide.last
        fits = (not widened or widened[-1].last <= wide.first) and wide.last <= ahead
        if not fits and widened and widened[-1].last > term.first:
            continue
        widened.append(wide if fits else term)
    return widened


def _fold(view: View, terms: Sequence[Term], joints: tuple[_Joint, ...]) -> list[Term]:
    """Neighbours joined from left to right, as far as any joint goes."""
    folded: list[Term] = []
    for term in terms:
        one: Term | None = term
        while one is not None and folded:
            joined = _join(view, folded[-1], one, joints)
            if joined is None:
                break
            folded.pop()
            one = joined if not folded or joined.first >= folded[-1].last else joined._replace(first=folded[-1].last)
        if one is not None:
            folded.append(one)
    return folded


def _join(view: View, left: Term, right: Term, joints: tuple[_Joint, ...]) -> Term | None:
    """Two neighbours as one term."""
    if right.first - left.last > _MOST_BETWEEN:
        return None
    for joint in joints:
        one = joint(view, left, right)
        if one is not None:
            return one
    return None


def _spell(term: Term, evidence: Evidence, now: datetime | None) -> Spell | None:
    """A term as a spell; None for numbers that turned out to be no time."""
    if term.kind in ("number", "numbers", "ordinal"):
        return None
    if term.kind == "length" and term.length:
        length = term.length
        month_days = 365 / 12 if term.value == "year" else 30  # as Recognizers counts years and months
        seconds = round(length.months * month_days * 86_400, 6) + length.days * 86_400 + length.seconds
        return Spell("duration", evidence, value=f"{seconds:.10g}")
    if term.kind in ("set", "value"):
        return Spell("set" if term.kind == "set" else "unresolved", evidence, value=term.value)
    if term.kind == "now":
        moment = None if now is None or evidence.exact == "date" else now.isoformat()
        return Spell("datetime", evidence, moment, moment) if moment else None
    if term.reach:
        return _of_reach(term.reach, evidence)
    if term.kind == "hours" and term.hours:
        moment = term.hours.moment
        low, high = _clock(term.hours.low), _clock(term.hours.high)
        return Spell("time" if moment else "timerange", evidence, low, high)
    if term.days is None:
        return None
    if term.hours is None:
        low_day, high_day = term.days.low.isoformat(), (term.days.high - _DAY).isoformat()
        closing = term.days.closing.isoformat() if term.days.closing else None
        return Spell("date" if term.days.single else "daterange", evidence, low_day, high_day, closing)
    ends = [None if one is None else at(term.days.low, one).isoformat() for one in term.hours[:2]]
    return Spell("datetime" if term.hours.moment else "datetimerange", evidence, *ends)


def _of_reach(reach: Reach, evidence: Evidence) -> Spell:
    """A reach as a spell."""
    if not reach.daily:
        ends = [None if one is None else one.isoformat() for one in reach[:3]]
        return Spell("datetimerange", evidence, *ends)
    low = reach.low.date().isoformat() if reach.low else None
    high = (reach.high.date() - _DAY).isoformat() if reach.high else None
    closing = reach.closing.date().isoformat() if reach.closing else None
    return Spell("daterange", evidence, low, high, closing)


def _clock(seconds: int | None) -> str | None:
    """A time of day: "T17:00:00"."""
    if seconds is None:
        return None
    seconds %= 86_400
    return f"T{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
