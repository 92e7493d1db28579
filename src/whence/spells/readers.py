"""The readers of the terms of spells, by the word that triggers them: one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from whence.spells.calendar import (
    FIXED_DAYS,
    GLUED_MONTH,
    fixed_day,
    full_date,
    glued_month,
    holiday,
    month,
    quarter,
    short_date,
    year_than,
)
from whence.spells.clock import read_hours, read_number
from whence.spells.days import (
    ALL_WEEKDAYS,
    ENDS,
    NAMED_DAYS,
    RUNNING,
    edge_of,
    read_beyond,
    read_day_of_month,
    read_named_day,
    read_running,
    read_week_number,
    read_weekday_term,
    read_weekend,
    running,
)
from whence.spells.lengths import read_glued, read_span
from whence.spells.parts import PART_HOURS, read_part
from whence.spells.sets import FREQUENCIES, read_set
from whence.spells.terms import Term
from whence.spells.view import View
from whence.times.calendar_words import MONTHS
from whence.times.figure_dates import in_long_chain
from whence.times.holidays import HOLIDAY_WORDS
from whence.times.lengths import UNITS
from whence.times.year_parts import SHORT_PARTS

Reader = Callable[[View, int], Term | None]


def _glued(view: View, word: int) -> Term | None:
    """ "3h"."""
    return read_glued(view.sight, word)


def _hours(view: View, word: int) -> Term | None:
    """ "8:30", "half past seven"."""
    return read_hours(view.sight, word)


def _number(view: View, word: int) -> Term | None:
    """ "5"."""
    return read_number(view.sight, word)


def _day_of_month(view: View, word: int) -> Term | None:
    """ "the 18th"."""
    return read_day_of_month(view.sight, word)


def _weekday(view: View, word: int) -> Term | None:
    """ "next Friday"."""
    coming = view.coming(word, word + 1)
    ahead = coming if coming is not None else view.manner == "diary"
    return read_weekday_term(view.sight, word, view.today, manner=view.manner, coming=ahead)


def _named_day(view: View, word: int) -> Term | None:
    """ "tmrw"."""
    return read_named_day(view.sight, word, view.today)


def _part(view: View, word: int) -> Term | None:
    """ "in the morning"."""
    return read_part(view.sight, word, view.today)


def _unit(view: View, word: int) -> Term | None:
    """ "3 days", "week 10", "end of year"."""
    key = view.sight.key(word)
    if key == "week":
        numbered = read_week_number(view.sight, word, view.today)
        if numbered:
            return numbered
    if key in RUNNING and view.today and view.sight.after(word) in ("after", "before"):
        beyond = read_beyond(view.sight, word, view.today)
        if beyond:
            return beyond
    if key == "weekend" and view.manner == "diary" and view.today and view.sight.before(word) in ("the", ""):
        return read_weekend(view.sight, word, view.today)
    found = read_running(view.sight, word, view.today) if key in RUNNING else None
    return found or read_span(view.sight, word)


def _night(view: View, word: int) -> Term | None:
    """ "two nights", "at night"."""
    return read_span(view.sight, word) or _part(view, word)


def _end(view: View, word: int) -> Term | None:
    """ "EOY"."""
    if view.today is None:
        return None
    term = running(Term(word, word + 1, "days"), ENDS[view.sight.key(word)], view.today)
    return term._replace(days=edge_of(term.days, "late")) if term.days else None


def _now(_: View, word: int) -> Term | None:
    """ "now"."""
    return Term(word, word + 1, "now")


def _to_date(view: View, word: int) -> Term | None:
    """ "to date": now."""
    led = view.sight.before(word) in ("to", "till", "until") and view.sight.before(word - 1) not in ("up", "equals")
    led = led and not view.sight.after(word)[:1].isdigit()
    return Term(word, word + 1, "now") if led else None


def _set(view: View, word: int) -> Term | None:
    """ "every other Friday"."""
    return read_set(view.sight, word, view.manner)


_NUMBERS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
        "thirtieth",
    ]
)
_HOUR_WORDS = frozenset(["a", "half", "quarter", "noon", "midnight", "midday", "noonish", "mid"])
# Words behind bare figures that make an hour of them: "5 pm", "10 past 9", "12 noon", "9 o'clock".
_BEHIND_HOUR = frozenset([
    "am", "pm", "a", "p", "past", "min", "mins", "minute", "minutes", "o'clock", "o’clock", "oclock", "noon", "midday",
    "midnight",
])  # fmt: skip
_FIXED_WORDS = frozenset(words[0] for words in FIXED_DAYS)
_BY_WORD: Mapping[str, Reader] = (
    dict.fromkeys(MONTHS, month)
    | dict.fromkeys(ALL_WEEKDAYS, _weekday)
    | dict.fromkeys(NAMED_DAYS, _named_day)
    | dict.fromkeys(UNITS, _unit)
    | dict.fromkeys(PART_HOURS, _part)
    | dict.fromkeys(ENDS, _end)
    | {"now": _now}
    | dict.fromkeys(HOLIDAY_WORDS - set(MONTHS), holiday)
    | dict.fromkeys(SHORT_PARTS, quarter)
    | dict.fromkeys((*FREQUENCIES, "semi", "bi", "every", "each", "all"), _set)
    | {"date": _to_date, "night": _night}
)


def readers_of(view: View, word: int) -> Iterator[Reader]:
    """The readers that a word triggers, bare numbers apart."""
    key = view.sight.words.keys[word]
    if key in _BY_WORD:
        yield _BY_WORD[key]
    if key in _FIXED_WORDS:
        yield fixed_day
    if key[0].isdigit():
        yield from _for_figures(view, word, key)
    elif key in _NUMBERS or key in _HOUR_WORDS:
        yield _hours
    elif key[-1].isdigit() and GLUED_MONTH.fullmatch(key):
        yield glued_month


def _for_figures(view: View, word: int, key: str) -> Iterator[Reader]:
    """The readers of a word that begins with a digit, as far as its shape and its neighbours allow."""
    gap = view.sight.gap(word)
    if gap in ("/", "-", ".") and in_long_chain(view.sight, word):
        return
    if key.isdigit():
        if gap in ("/", "-", ".") or len(key) in (4, 8):
            yield from (full_date, short_date, year_than)
        if view.sight.key(word + 1) in _BEHIND_HOUR or len(key) == len("0730"):
            yield _hours
        return
    if gap == "/" or "." in key:
        yield from (full_date, short_date)
    yield from (_glued, _hours)


def numbers_of(view: View, word: int) -> Iterator[Reader]:
    """The readers of what may be an hour or a day of the month beside another term."""
    key = view.sight.words.keys[word]
    if key[0].isdigit() or key in _NUMBERS:
        yield from (_number, _day_of_month)
    elif key == "the":
        yield _day_of_month
