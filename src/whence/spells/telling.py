"""Spells as records: what the joined terms name, in ISO days and moments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from whence.records import Evidence
from whence.spells.terms import DAY_SECONDS, Days, Hours, Length, Reach, Term, at

SpellType = Literal[
    "date", "daterange", "time", "timerange", "datetime", "datetimerange", "duration", "set", "unresolved"
]
_DAY = timedelta(days=1)
_YEAR_DAYS, _MONTH_DAYS = 365, 30  # as Microsoft Recognizers-Text counts them


@dataclass(frozen=True, slots=True)
class Spell:
    """Words that say from when to when, as wide as they go together ("from next Monday to Friday", "since August").

    `low` and `high` are ISO days, both included, date-times, or times of day ("T17:00:00"); None where the words leave
    that side open. `closing` is the first day or moment of what the words name as the end ("to 1945": 1945-01-01).
    `value` is the length in seconds of a duration, empty where it is vague ("a few days"), and the TIMEX3 value of a
    set or of a date that no calendar has.
    """

    type: SpellType
    evidence: Evidence
    low: str | None = None
    high: str | None = None
    closing: str | None = None
    value: str = ""


def tell_term(term: Term, evidence: Evidence, now: datetime | None) -> Spell | None:
    """A term as a spell; None for numbers that turned out to be no time."""
    if term.kind == "length" and term.length:
        seconds = "" if term.length.vague else f"{_seconds(term.length, term.value):.10g}"
        return Spell("duration", evidence, value=seconds)
    if term.kind in ("set", "value"):
        return Spell("set" if term.kind == "set" else "unresolved", evidence, value=term.value)
    if term.kind == "now":
        return None if now is None else Spell("datetime", evidence, now.isoformat(), now.isoformat())
    if term.reach:
        return _tell_reach(term.reach, evidence)
    if term.kind == "hours" and term.hours:
        kind: SpellType = "time" if term.hours.moment else "timerange"
        return Spell(kind, evidence, _clock(term.hours.low), _clock(term.hours.high))
    if term.days is None or term.kind not in ("days", "both"):
        return None
    return _tell_days(term.days, evidence) if term.hours is None else _tell_both(term.days, term.hours, evidence)


def _seconds(length: Length, unit: str) -> float:
    """A length in seconds."""
    month_days = _YEAR_DAYS / 12 if unit == "year" else _MONTH_DAYS
    return round(length.months * month_days * DAY_SECONDS, 6) + length.days * DAY_SECONDS + length.seconds


def _tell_days(days: Days, evidence: Evidence) -> Spell:
    """Whole days."""
    closing = days.closing.isoformat() if days.closing else None
    kind: SpellType = "date" if days.single else "daterange"
    return Spell(kind, evidence, days.low.isoformat(), (days.high - _DAY).isoformat(), closing)


def _tell_both(days: Days, hours: Hours, evidence: Evidence) -> Spell:
    """Hours of a day."""
    low, high = (None if one is None else at(days.low, one).isoformat() for one in (hours.low, hours.high))
    return Spell("datetime" if hours.moment else "datetimerange", evidence, low, high)


def _tell_reach(reach: Reach, evidence: Evidence) -> Spell:
    """From when to when."""
    ends = (reach.low, reach.high - _DAY if reach.daily and reach.high else reach.high, reach.closing)
    low, high, closing = (
        None if one is None else one.date().isoformat() if reach.daily else one.isoformat() for one in ends
    )
    return Spell("daterange" if reach.daily else "datetimerange", evidence, low, high, closing)


def _clock(seconds: int | None) -> str | None:
    """A time of day: "T17:00:00"."""
    if seconds is None:
        return None
    seconds %= DAY_SECONDS
    return f"T{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
