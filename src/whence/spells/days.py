"""Days that spells read beside those of `find_times`: weekdays by week, "the 18th", "week 10", the end of a year."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal

from whence.spells.terms import Days, Term, add_months
from whence.times.calendar_words import SHORT_WEEKDAYS, WEEKDAYS
from whence.times.periods import Grain, days_of, period_at, period_of
from whence.times.sight import Sight
from whence.times.spoken_numbers import read_cardinal, read_ordinal
from whence.times.years import read_year_at

# In the press "next Friday" is the next one to come; in diaries and requests it is the Friday of next week.
Manner = Literal["press", "diary"]
ALL_WEEKDAYS = WEEKDAYS | SHORT_WEEKDAYS
_BY_WEEK = {"this": 0, "next": 1, "last": -1, "previous": -1, "following": 1}
_NEAREST = {"coming": 1, "upcoming": 1, "past": -1}
_SHORT_LEADS = frozenset(["on", "next", "this", "last", "every", "or", "and", "to", "from", "week", "back"])
NAMED_DAYS = {"today": 0, "tmr": 1, "tmrw": 1, "tomorrow": 1, "yesterday": -1, "otd": 0}
RUNNING: dict[str, Grain] = {"day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year"}
ENDS: dict[str, Grain] = {"eod": "day", "eow": "week", "eom": "month", "eoy": "year"}
EDGE_WORDS = {
    "beginning": "early", "start": "early", "early": "early", "earlier": "early", "middle": "mid", "mid": "mid",
    "end": "late", "late": "late", "later": "late", "close": "late",
}  # fmt: skip
_DAY = timedelta(days=1)
_MIDWEEK, _FRIDAY = 2, 4
_LONGEST_MONTH, _LAST_WEEK = 31, 53
_SEARCH_MONTHS = 14  # a weekday and a day of the month meet within fourteen months, all but the 31st


def read_weekday_term(sight: Sight, word: int, today: date | None, *, manner: Manner, coming: bool) -> Term | None:
    """A weekday, with "this", "next" or "last" counted as the manner has it.

    >>> from whence.text.words import split_words
    >>> sight, day = Sight("on next Friday", split_words("on next Friday")), date(2024, 11, 27)
    >>> [read_weekday_term(sight, 2, day, manner=manner, coming=True).days.low.day for manner in ("press", "diary")]
    [29, 6]
    """
    key, before = sight.key(word), sight.before(word)
    weekday = ALL_WEEKDAYS[key]
    if key in SHORT_WEEKDAYS and not _is_short_weekday(sight, word):
        return None
    first = word
    if before in (*_BY_WEEK, *_NEAREST):
        first -= 1
        if before in _NEAREST and sight.before(first) == "this":
            first -= 1
    if today is None:
        return None
    back = (today.weekday() - weekday) % 7
    if before in _BY_WEEK and (manner == "diary" or before == "this"):
        day = today + (weekday - today.weekday() + 7 * _BY_WEEK[before]) * _DAY
    elif first < word:
        ahead = {**_BY_WEEK, **_NEAREST}[before] > 0
        day = today + (7 - back if ahead else -(back or 7)) * _DAY
    else:
        day = today + (-back % 7 if coming else -back) * _DAY
    return Term(first, word + 1, "days", Days(day, day + _DAY, "" if first < word else "week"), value="weekday")


def _is_short_weekday(sight: Sight, word: int) -> bool:
    """Whether "sat", "sun", "mon" is a weekday here: behind a word that leads to one or before a date or an hour."""
    key, after = sight.key(word), sight.after(word)
    if key not in ("sat", "sun", "wed", "mon"):
        return True
    dated = after[:1].isdigit() or after in ("the", "or") or after[:3] in ("jan", "feb", "mar", "apr", "may", "jun",
                                                                         "jul", "aug", "sep", "oct", "nov",
                                                                         "dec")  # fmt: skip
    if sight.capital(word) and sight.capital(word + 1) and sight.gap(word) == " " and not dated:
        return False  # "and Sun Microsystems"
    return sight.before(word) in _SHORT_LEADS or (sight.capital(word) and (dated or after == "at"))


def read_named_day(sight: Sight, word: int, today: date | None) -> Term | None:
    """ "today", "tmrw", "the day after tomorrow", "the day after"."""
    if today is None:
        return None
    key, first = sight.key(word), word
    steps = NAMED_DAYS[key]
    behind = (sight.before(word), sight.key(word - 2))
    if behind in (("after", "day"), ("before", "day")) and steps:
        steps, first = steps * 2, word - 2
        if sight.before(first) == "the":
            first -= 1
    day = today + steps * _DAY
    return Term(first, word + 1, "days", Days(day, day + _DAY))


def read_running(sight: Sight, word: int, today: date | None) -> Term | None:
    """ "end of year", "the end of the day": a unit behind "end of" is the running one."""
    lead = sight.before(word)
    first = word - 1 if lead == "the" else word
    if today is None or sight.before(first) != "of" or sight.key(first - 2) not in EDGE_WORDS:
        return None
    return running(Term(first, word + 1, "days"), RUNNING[sight.key(word)], today)


def running(term: Term, grain: Grain, today: date) -> Term:
    """A term with the period of today."""
    low, high = days_of(period_of(grain, today))
    return term._replace(days=Days(low, high + _DAY))


def read_day_of_month(sight: Sight, word: int) -> Term | None:
    """ "the 18th", "the twenty fourth", "the 17": a day of a month that its neighbours tell."""
    led = sight.key(word) == "the"
    start = word + 1 if led else word
    read = read_ordinal(sight, start)
    if read is None and led and sight.key(start).isdigit():
        read = read_cardinal(sight, start)
    if read is None or not 1 <= read.number <= _LONGEST_MONTH:
        return None
    return Term(word, read.last, "ordinal", number=read.number, value="the" if led else "")


def read_week_number(sight: Sight, word: int, today: date | None) -> Term | None:
    """ "week 10", "week 3 of 2027"."""
    read = read_cardinal(sight, word + 1) if sight.joined(word) else None
    if read is None or not sight.key(word + 1).isdigit() or not 1 <= read.number <= _LAST_WEEK:
        return None
    led = sight.key(read.last) in ("of", "in")
    year = read_year_at(sight, read.last + 1) if led else None
    if year is None and today is None:
        return None
    number = year.number if year else today.year if today else 0
    monday = date.fromisocalendar(number, min(read.number, 52), 1) + 7 * (read.number > 52) * _DAY
    return Term(word, year.last if year else read.last, "days", Days(monday, monday + 7 * _DAY))


def read_weekend(sight: Sight, word: int, today: date) -> Term:
    """ "the weekend": in diaries that of this week."""
    low = today + (5 - today.weekday()) * _DAY
    return Term(word - (sight.before(word) == "the"), word + 1, "days", Days(low, low + 2 * _DAY))


def read_beyond(sight: Sight, word: int, today: date) -> Term | None:
    """ "the week after next", "the month before last"."""
    steps = {("after", "next"): 2, ("before", "last"): -2}.get((sight.key(word + 1), sight.key(word + 2)))
    if steps is None or sight.before(word) != "the":
        return None
    low, high = days_of(period_of(RUNNING[sight.key(word)], today).step(steps))
    return Term(word - 1, word + 3, "days", Days(low, high + _DAY))


def nth_weekday(days: Days, weekday: int, number: int) -> Days | None:
    """The `number`-th such weekday of some days, the last with -1; None where they have none such.

    >>> nth_weekday(Days(date(2024, 5, 1), date(2024, 6, 1)), 0, -1).low.isoformat()
    '2024-05-27'
    """
    if number > 0:
        day = days.low + ((weekday - days.low.weekday()) % 7 + 7 * (number - 1)) * _DAY
    else:
        last = days.high - _DAY
        day = last - (last.weekday() - weekday) % 7 * _DAY
    return Days(day, day + _DAY) if days.low <= day < days.high else None


def nth_week(days: Days, number: int, count: int = 1) -> Days:
    """The weeks of a period from the `number`-th on, from its end where it is below 0; a week is where its Thursday is.

    >>> nth_week(Days(date(2016, 7, 1), date(2016, 8, 1)), -1).low.isoformat()
    '2016-07-25'
    """
    if number > 0:
        monday = days.low + (3 - days.low.weekday()) % 7 * _DAY - 3 * _DAY + 7 * (number - 1) * _DAY
        return Days(monday, monday + 7 * count * _DAY)
    last = days.high - _DAY
    end = last - (last.weekday() - 3) % 7 * _DAY + 4 * _DAY
    return Days(end - 7 * count * _DAY, end)


def weekend_near(day: date) -> Days:
    """The weekend nearest to a day; with Monday or Friday where the day is one."""
    saturday = day + (5 - day.weekday() - (7 if day.weekday() <= _MIDWEEK else 0)) * _DAY
    low, high = saturday, saturday + 2 * _DAY
    return Days(
        min(low, day) if day.weekday() == _FRIDAY else low, max(high, day + _DAY) if not day.weekday() else high
    )


def week_of(day: date) -> Days:
    """The week of a day."""
    monday = day - day.weekday() * _DAY
    return Days(monday, monday + 7 * _DAY)


def edge_of(days: Days, edge: str, *, since: date | None = None, thirds: bool = False) -> Days:
    """The early, middle or late days of a period: its halves, and the days about its middle.

    Args:
        days: the period.
        edge: "early", "mid" or "late".
        since: today, where "earlier" or "later" counts from it.
        thirds: whether a year is told in thirds.

    >>> [edge_of(Days(date(2024, 11, 1), date(2024, 12, 1)), edge).low.day for edge in ("early", "mid", "late")]
    [1, 10, 16]
    """
    size = (days.high - days.low).days
    months = (days.high.year - days.low.year) * 12 + days.high.month - days.low.month
    if months == 1 and days.low.day == 1:
        half, middle = days.low + 15 * _DAY, (days.low + 9 * _DAY, days.low + 20 * _DAY)
    elif months >= 2:
        half = add_months(days.low, months // 3 * (1 if edge == "early" else 2) if thirds else months / 2)
        middle = (add_months(days.low, months // 3), add_months(days.low, months - months // 3))
    else:
        half, middle = days.low + size // 2 * _DAY, (days.low + size // 3 * _DAY, days.high - size // 3 * _DAY)
    if edge == "mid":
        return days._replace(low=middle[0], high=middle[1])
    if edge == "early":
        high = min(half, since) if since and since > days.low else half
        return days._replace(high=max(high, days.low + _DAY))
    low = max(half, since) if since and since < days.high else half
    return days._replace(low=min(low, days.high - _DAY))


def in_month(low: date, number: int) -> Days | None:
    """A day of the month that a day is in; None where it has no such day."""
    try:
        day = low.replace(day=number)
    except ValueError:
        return None
    return Days(day, day + _DAY)


def nearest_weekday(now: date, weekday: int, number: int) -> Days | None:
    """The next such weekday on such a day of the month, else the latest: "Friday the 13th"."""
    months = [*range(_SEARCH_MONTHS), *range(-1, -_SEARCH_MONTHS, -1)]
    for step in months:
        month = period_at("month", now.year, now.month).step(step)
        found = in_month(days_of(month)[0], number)
        if found and found.low.weekday() == weekday:
            return found
    return None


def at_moment(now: datetime) -> int:
    """The seconds of a day that are over at a moment."""
    return now.hour * 3600 + now.minute * 60 + now.second
