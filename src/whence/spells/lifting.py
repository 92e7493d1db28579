"""Phrases of `find_times` as terms of spells: what they name, whole and with how often it comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple

from whence.spells.days import EDGE_WORDS, edge_of
from whence.spells.lengths import SIDES, WAYS
from whence.spells.terms import Cycle, Days, Term
from whence.spells.view import View
from whence.times.counted_periods import Ago, Counted, Window, YearBefore
from whence.times.holidays import Holiday
from whence.times.meanings import Constant, Part
from whence.times.named_periods import Dated, Numbered, OnWeekday
from whence.times.periods import Period, days_of
from whence.times.phrases import Meaning, Phrase, Standpoint

_SKIPPED = Ago | YearBefore | Window | OnWeekday  # spells count these themselves
_NOW = Constant("PRESENT_REF")


class _Said(NamedTuple):
    """The days that a phrase names, and the period that they are or are part of."""

    days: Days
    period: Period


def lift_phrases(view: View, phrases: Iterable[Phrase]) -> Iterator[Term]:
    """Phrases of `find_times` in the order of the text, as terms; those that spells read themselves are left out."""
    told: Period | None = None
    for phrase in phrases:
        if phrase.type == "DATE" and not isinstance(phrase.meaning, Constant | _SKIPPED):
            said = _say(view, phrase, told)
            if said:
                told = said.period
                yield _lift(view, phrase, said.days)
        elif isinstance(phrase.meaning, Constant) and phrase.type == "SET":
            yield Term(phrase.first, phrase.last, "set", value=phrase.meaning.value)
        elif phrase.meaning == _NOW and phrase.type == "DATE":
            yield Term(phrase.first, phrase.last, "now")


def _lift(view: View, phrase: Phrase, days: Days) -> Term:
    """A phrase as a term: without "the" before "last" and the like, and without "and later"."""
    first, last = phrase.first, phrase.last
    if phrase.mod in ("ON_OR_AFTER", "ON_OR_BEFORE"):
        last -= 2  # "2016 and later" is joined from the year
    if view.sight.key(first) == "the" and view.sight.key(first + 1) in (*WAYS, "current", "same"):
        first += not (view.sight.key(first + 1) == "next" and view.sight.key(first + 2) in ("day", "decade"))
    return Term(first, last, "days", days)


def _say(view: View, phrase: Phrase, told: Period | None) -> _Said | None:
    """What a phrase names, whole periods uncut; None where it names no period."""
    meaning = phrase.meaning
    if isinstance(meaning, Counted) and view.sight.key(phrase.last - 1) in SIDES:
        return None  # "two weeks later" is joined from its length
    whole = meaning.whole if isinstance(meaning, Part) else meaning
    try:
        period = whole.tell(Standpoint(view.today, lambda: view.coming(phrase.first, phrase.last), told)).period
        if period is None:
            return None
        low, high = days_of(period)
        days = Days(low, high + timedelta(days=1), _cycle(whole))
    except (ValueError, OverflowError):
        return None
    part = meaning.part if isinstance(meaning, Part | Counted) else ""
    if not part:
        return _Said(days, period)
    since = view.today if part.endswith("er") else None
    return _Said(edge_of(days, EDGE_WORDS[part], since=since), period)


def _cycle(meaning: Meaning) -> Cycle:
    """How often what a meaning names comes."""
    if isinstance(meaning, Dated | Numbered | Holiday) and meaning.year is None and meaning.shift is None:
        return "year"
    return ""


def date_term(view: View, phrase: Phrase | None) -> Term | None:
    """A phrase of a date as a term; without days where the calendar has none such."""
    if phrase is None:
        return None
    said = _say(view, phrase, None)
    if said is None and isinstance(phrase.meaning, Dated) and phrase.meaning.day:
        year = phrase.meaning.year or "XXXX"
        return Term(phrase.first, phrase.last, "value", value=f"{year}-{phrase.meaning.month:02d}-{phrase.meaning.day}")
    return None if said is None else Term(phrase.first, phrase.last, "days", said.days)
