"""Joints of days: "Friday 7/6", "Monday of next week", "the 2nd of next month", "the first week of 2015"."""

from __future__ import annotations

from datetime import timedelta

from whence.spells.days import (
    ALL_WEEKDAYS,
    EDGE_WORDS,
    edge_of,
    in_month,
    nearest_weekday,
    nth_week,
    nth_weekday,
    week_of,
    weekend_near,
)
from whence.spells.joints_hours import is_link
from whence.spells.terms import Days, Hours, Term, add_months
from whence.spells.view import View
from whence.text.words import split_words
from whence.times.lengths import UNITS
from whence.times.sight import Sight
from whence.times.spoken_numbers import read_cardinal, read_ordinal

_DAY = timedelta(days=1)
_LAST_SECOND = 86_399
_DAY_LEADS = frozenset(["on", "by", "until", "till", "since", "before", "after"])
_BEHIND_DAY = frozenset(["at", "from", "between", "to", "and", "or", "with", "for", "in", "if", "as"])
_OF = frozenset([(), ("of",), ("in",)])
_RESTS = frozenset(["rest", "remainder", "remaining"])
_EDGE_NOUNS = frozenset(["start", "end", "beginning", "middle", "close"])
_BARE_DAY_OVER = 12  # "Friday 23" is a day of the month, "Friday 5" an hour


def weekday_and_date(view: View, left: Term, right: Term) -> Term | None:
    """ "Tue May 9", "this Friday 7.6": the date tells the day."""
    if not _is_weekday(left) or not right.single_day or view.between(left, right) not in ((), ("the",), ("on",)):
        return None
    if _is_weekday(right) or right.value == "counted" or not is_link(view, left) or right.days is None:
        return None
    return right._replace(first=left.first)


def weekday_and_number(view: View, left: Term, right: Term) -> Term | None:
    """ "Monday 21", "Friday the 13th"."""
    if not _is_weekday(left) or left.days is None or right.kind not in ("number", "ordinal") or view.now is None:
        return None
    if view.between(left, right) or not is_link(view, left):
        return None
    if right.kind == "number" and right.number <= _BARE_DAY_OVER:
        return None
    days = nearest_weekday(view.now.date(), left.days.low.weekday(), right.number)
    return Term(left.first, right.last, "days", days) if days else None


def week_and_weekday(view: View, left: Term, right: Term) -> Term | None:
    """ "next week Monday", "next week on Tuesday", "previous week - Monday"."""
    if left.kind != "days" or not _is_week(left.days) or not _is_weekday(right):
        return None
    if view.between(left, right) not in ((), ("on",)) or not (is_link(view, left) or view.gap(left) == " - "):
        return None
    return _in_week(left, right)._replace(first=left.first, last=right.last)


def weekday_and_week(view: View, left: Term, right: Term) -> Term | None:
    """ "Monday of next week", "Wednesday evening next week"."""
    if not left.weekday or left.kind not in ("days", "both") or right.kind != "days" or not _is_week(right.days):
        return None
    if view.between(left, right) not in ((), ("of",), ("of", "the")) or view.gap(left) != " ":
        return None
    if left.kind == "days" and not _is_weekday(left):
        return None
    return _in_week(right, left)._replace(first=left.first, last=right.last)


def _in_week(week: Term, weekday: Term) -> Term:
    """The weekday of a week."""
    if week.days is None or weekday.days is None:
        return weekday
    day = week.days.low + weekday.days.low.weekday() * _DAY
    return weekday._replace(days=Days(day, day + _DAY), value="")


def number_and_month(view: View, left: Term, right: Term) -> Term | None:
    """ "the 2nd of next month", "the 21st this month", "the 15th day of June", "the 19th of every month"."""
    between = view.between(left, right)
    if left.kind != "ordinal" or between not in (("of",), (), ("day", "of"), ("in",)):
        return None
    if right.kind == "set" and right.value == "P1M" and between:
        return Term(left.first + (left.value == "the"), right.last, "set", value=f"XXXX-XX-{left.number:02d}")
    if right.kind != "days" or right.days is None or not _is_month(right.days):
        return None
    days = in_month(right.days.low, left.number)
    return None if days is None else Term(left.first, right.last, "days", days._replace(cycle=right.days.cycle))


def numbers_and_month(view: View, left: Term, right: Term) -> Term | None:
    """ "from 4-23 in next month"."""
    if left.kind != "numbers" or right.kind != "days" or not right.days or not _is_month(right.days):
        return None
    if view.between(left, right) not in (("of",), ("in",)):
        return None
    low, high = (in_month(right.days.low, number) for number in divmod(left.number, 100))
    if low is None or high is None or high.low <= low.low:
        return None
    days = Days(low.low, high.high, right.days.cycle, high.low)
    return Term(left.first, right.last, "days", days)


def date_and_year(view: View, left: Term, right: Term) -> Term | None:
    """ "28 June in 2020", "Independence Day of this year", "2017-Q1", "2019 H2"."""
    if left.kind != "days" or right.kind != "days" or not left.days or not right.days or not is_link(view, left):
        return None
    between = view.between(left, right)
    if left.days.cycle == "year" and _is_year(right.days) and between in _OF:
        return _in_year(left, right.days.low.year)._replace(last=right.last)
    if (
        right.days.cycle == "year"
        and _is_year(left.days)
        and between in ((), ("'s",))
        and view.gap(left) in ("", " ", "-", "/")
    ):
        single_month = right.single_day or _is_month(right.days)
        return None if single_month else _in_year(right, left.days.low.year)._replace(first=left.first)
    return None


def _in_year(term: Term, year: int) -> Term:
    """A term moved into a year."""
    if term.days is None:
        return term
    moved = term.days.step(year - term.days.low.year)
    return term._replace(days=moved._replace(cycle=""))


def with_before(view: View, term: Term) -> Term:
    """Days with what stands before them and takes a part of them: "the first week of", "the week of", "end of"."""
    term = _with_ordinal(view, term)
    if term.kind != "days" or term.days is None:
        return term
    part = _numbered_part(view, term) or _week_of(view, term)
    return _with_edge(view, part or term)


def _with_ordinal(view: View, term: Term) -> Term:
    """ "the week of the 18th": a day of the month that runs."""
    if term.kind != "ordinal" or view.now is None or view.sight.before(term.first) != "of":
        return term
    if view.sight.key(term.first - 2) not in ("week", "weekend"):
        return term
    days = in_month(view.now.date().replace(day=1), term.number)
    return term._replace(kind="days", days=days) if days else term


def alone(view: View, term: Term) -> Term:
    """ "on the 18th": a day of the month with no month beside it, and no noun ("on the 18th floor")."""
    sight = view.sight
    if term.kind != "ordinal" or term.value != "the" or view.now is None or not sight.key(term.last - 1)[:1].isdigit():
        return term
    if sight.before(term.first) not in _DAY_LEADS or (sight.after(term.last - 1) not in ("", *_BEHIND_DAY)):
        return term
    today = view.now.date()
    ahead = view.coming(term.first, term.last)
    step = 1 if term.number < today.day and (ahead or (ahead is None and view.manner == "diary")) else 0
    days = in_month(add_months(today.replace(day=1), step), term.number)
    return term._replace(kind="days", days=days._replace(cycle="month")) if days else term


def _week_of(view: View, term: Term) -> Term | None:
    """ "the week of March 6", "the week commencing May 3", "w/c Feb 4", "the weekend of Halloween"."""
    sight, first, days = view.sight, term.first, term.days
    if days is None or not days.single:
        return None
    lead, unit = sight.key(first - 1), sight.key(first - 2)
    if lead == "c" and unit == "w":
        return term._replace(first=first - 2, days=week_of(days.low))
    if unit not in ("week", "weekend") or lead not in ("of", "commencing", "beginning", "starting"):
        return None
    first -= 3 if sight.before(first - 2) == "the" else 2
    week = week_of(days.low)
    if unit == "week":
        return term._replace(first=first, days=week)
    return term._replace(first=first, days=weekend_near(days.low)._replace(cycle=days.cycle))


def _numbered_part(view: View, term: Term) -> Term | None:
    """ "the first week of 2015", "the last 3 weeks of this year", "the third month of 2021"."""
    sight, at, days = view.sight, term.first - 2, term.days
    if days is None or days.single or sight.before(term.first) not in ("of", "in"):
        return None
    weekday = ALL_WEEKDAYS.get(sight.key(at))
    nth = _number_at(sight.key(at - 1)) if weekday is not None and sight.joined(at - 1) else None
    if nth and weekday is not None:
        found = nth_weekday(days, weekday, nth)
        first = at - 2 if sight.before(at - 1) == "the" else at - 1
        return term._replace(first=first, days=found._replace(cycle=days.cycle)) if found else None
    unit = UNITS.get(sight.key(at), "")
    if unit not in ("week", "day", "month") or not sight.joined(at):
        return None
    count, at = 1, at - 1
    counted = read_cardinal(sight, at)
    if counted and counted.last == at + 1 and sight.key(at + 1) != unit:
        count, at = counted.number, at - 1
    number = _number_at(sight.key(at))
    if number is None:
        return None
    part = _part_of(days, unit, number, count)
    if part is None:
        return None
    first = at - 1 if sight.before(at) == "the" else at
    return term._replace(first=first, days=part._replace(cycle=days.cycle))


def _number_at(key: str) -> int | None:
    """The number of an ordinal of one word; -1 for "last"."""
    if key == "last":
        return -1
    read = read_ordinal(Sight(key, split_words(key)), 0)
    return read.number if read else None


def _part_of(days: Days, unit: str, number: int, count: int) -> Days | None:
    """Weeks, days or months of a period, counted from its start, or from its end where the number is below 0."""
    if unit == "week":
        return nth_week(days, number, count)
    if unit == "day":
        low = days.low + (number - 1) * _DAY if number > 0 else days.high - count * _DAY
        return Days(low, low + count * _DAY)
    if days.low.day != 1:
        return None
    low = add_months(days.low, number - 1) if number > 0 else add_months(days.high, -count)
    return Days(low, add_months(low, count))


def _with_edge(view: View, term: Term) -> Term:
    """Days with "the end of", "early", "mid-" or "later in" before them; the end of one day is its last second."""
    sight, at, days = view.sight, term.first - 1, term.days
    if days is None or not sight.joined(at):
        return term
    if sight.key(at) == "the" and term.first > 1:
        at -= 1
    if sight.key(at) == "of" and sight.key(at - 1) in _RESTS and view.today and days.low <= view.today < days.high:
        return term._replace(first=at - 1, days=days._replace(low=view.today))
    link = sight.key(at) if sight.key(at) in ("of", "in") else ""
    at -= bool(link)
    word = sight.key(at)
    if word not in EDGE_WORDS or not sight.joined(at) or (word in _EDGE_NOUNS) is not (link == "of"):
        return term
    edge = EDGE_WORDS[word]
    if days.single:
        return _edge_of_day(term._replace(first=at), edge) if word == "end" else term
    since = view.today if word.endswith("er") else None
    thirds = sight.key(term.last - 1).isdigit()  # a year that is written is told in thirds, as in the press
    return term._replace(first=at, days=edge_of(days, edge, since=since, thirds=thirds), value=edge)


def _edge_of_day(term: Term, edge: str) -> Term:
    """The last second of a day."""
    return term._replace(kind="both", hours=Hours(_LAST_SECOND, _LAST_SECOND)) if edge == "late" else term


def _is_weekday(term: Term) -> bool:
    """Whether a term is a weekday alone."""
    return term.kind == "days" and term.value == "weekday"


def _is_week(days: Days | None) -> bool:
    """Whether days are a week from Monday."""
    return days is not None and (days.high - days.low).days == 7 and days.low.weekday() == 0


def _is_month(days: Days) -> bool:
    """Whether days are a month of the calendar."""
    return days.low.day == 1 and add_months(days.low, 1) == days.high


def _is_year(days: Days) -> bool:
    """Whether days are a year of the calendar."""
    return days.low.day == days.low.month == 1 and add_months(days.low, 12) == days.high
