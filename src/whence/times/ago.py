"""Counts that lead to a day: "three days ago", "nearly three years ago", "a year earlier", "two weeks from now"."""

from __future__ import annotations

from whence.times.calendar_words import GRAINS
from whence.times.counted_periods import Ago, Counted, YearBefore
from whence.times.counted_units import CountedUnit
from whence.times.lengths import YEARS
from whence.times.meanings import Constant
from whence.times.periods import Grain
from whence.times.phrases import Meaning, Phrase
from whence.times.sight import Sight

_EARLIER = frozenset(["before", "previously"])
_LATER = frozenset(["after", "afterward", "afterwards", "on"])
_ROUGHLY = frozenset(["so", "more", "two"])
_AND_A_HALF_AGO = ["and", "a", "half", "ago"]
_MONTHS_OF_YEAR = 12


def read_ago(sight: Sight, word: int, counted: CountedUnit | None) -> Phrase | None:
    """ "three days ago", "nearly three years ago", "a week or so ago", "a few days ago", "years ago".

    >>> from whence.text.words import split_words
    >>> sight = Sight("It fell years ago.", split_words("It fell years ago."))
    >>> read_ago(sight, 2, None)
    Phrase(first=2, last=4, type='DATE', meaning=Constant(value='PAST_REF'), mod=None)
    """
    if sight.after(word) == "or" and sight.key(word + 2) in _ROUGHLY and sight.key(word + 3) == "ago" and counted:
        return Phrase(counted.first, word + 4, "DATE", _away(counted._replace(mod="APPROX"), -1), "APPROX")
    if counted and counted.number.value and [sight.key(word + at) for at in (1, 2, 3, 4)] == _AND_A_HALF_AGO:
        number = counted.number._replace(value=counted.number.value + 0.5)
        return Phrase(counted.first, word + 5, "DATE", _away(counted._replace(number=number), -1), counted.mod)
    if sight.after(word) != "ago":
        return None
    if counted is None:
        first = word - 1 if sight.before(word) in ("not", "long") else word
        return Phrase(first, word + 2, "DATE", Constant("PAST_REF"))
    return Phrase(counted.first, word + 2, "DATE", _away(counted, -1), counted.mod)


def read_shifted(sight: Sight, word: int, counted: CountedUnit) -> Phrase | None:
    """ "a year earlier", "two days later", counted from what was told before; "three weeks from now", from now."""
    after, value, unit = sight.after(word), counted.number.value, counted.unit
    if after == "from" and sight.after(word + 1) == "now":
        return Phrase(counted.first, word + 3, "DATE", _away(counted, 1), counted.mod)
    alone = sight.gap(word + 1) not in (" ", "\u00a0")  # "a day before." counts back, "a day before the vote" does not
    back = after == "earlier" or (alone and after in _EARLIER)
    if not (back or after == "later" or (alone and after in _LATER)):
        return None
    if value is None or value != int(value) or not (unit in GRAINS or unit in YEARS):
        return None
    if unit == "year" and value == 1 and back:
        return Phrase(counted.first, word + 2, "DATE", YearBefore(-1), counted.mod)
    grain: Grain = "year" if unit in YEARS else GRAINS[unit]
    meaning = Counted(grain, (-1 if back else 1) * YEARS.get(unit, 1) * int(value), "told")
    return Phrase(counted.first, word + 2, "DATE", meaning, counted.mod)


def _away(counted: CountedUnit, way: int) -> Meaning:
    """A period so far from now: back (-1) or ahead (1)."""
    value, unit, mod = counted.number.value, counted.unit, counted.mod or ""
    if value is None or counted.number.rough or unit not in (*GRAINS, *YEARS, "fortnight"):
        return Constant("PAST_REF" if way < 0 else "FUTURE_REF")
    if unit == "year" and value == 1 and way < 0 and not mod:
        return YearBefore(-1)
    if unit in YEARS:
        return Ago("year", way * round(value * YEARS[unit]), mod)
    if unit == "fortnight":
        return Ago("day", way * round(14 * value), mod)
    if unit == "year" and value != int(value):
        return Ago("month", way * round(value * _MONTHS_OF_YEAR), mod)
    return Ago(GRAINS[unit], way * round(value), mod)
