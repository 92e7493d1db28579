"""Days, years and times of day as reports state them, and the days that the words point at."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bench.quality.drift.spelling import spelled
from bench.quality.drift.styles import Style

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class StatedDate:
    """Words for a time: `before` is the preposition, `low` and `high` the first and last day, ISO; `hour` a clock."""

    before: str
    words: str
    low: str
    high: str
    hour: int | None = None


def of_day(day: date, published: date, style: Style) -> StatedDate:
    """A day in the manner of a desk: a weekday within six days, else a date."""
    near = abs((published - day).days) <= 6
    if style.date == "weekday" and near:
        return weekday(day, style)
    return calendar_day(day, style, year=day.year != published.year)


def weekday(day: date, style: Style) -> StatedDate:
    """A bare weekday."""
    return StatedDate(style.on, WEEKDAYS[day.weekday()], *_one(day))


def calendar_day(day: date, style: Style, *, year: bool = False) -> StatedDate:
    """A day of a month, with its year where asked for."""
    month, short = MONTHS[day.month - 1], _SHORT[day.month - 1]
    after = f"{'' if style.date in ('29 November', '29 Nov') else ','} {day.year}" if year else ""
    form = {
        "Nov. 29": f"{short} {day.day}",
        "29 November": f"{day.day} {month}",
        "29 Nov": f"{day.day} {short.rstrip('.')}",
    }.get(style.date, f"{month} {day.day}")
    return StatedDate("on ", form + after, *_one(day))


def nearby(day: date, published: date) -> list[StatedDate]:
    """The words that tell a day by its distance: "yesterday", "today"."""
    words = {0: "today", 1: "yesterday", -1: "tomorrow"}.get((published - day).days)
    return [StatedDate("", words, *_one(day))] if words else []


def vaguer_day(day: date, published: date, draw: Random) -> StatedDate | None:
    """A period that holds a past day: "last week", "earlier this month", "in November"."""
    monday = published - timedelta(published.weekday())
    found = []
    if monday - timedelta(7) <= day < monday:
        found.append(StatedDate("", "last week", *_span(monday - timedelta(7), monday - timedelta(1))))
    if monday <= day < published:
        found.append(StatedDate("earlier ", "this week", *_span(monday, monday + timedelta(6))))
    first, last = _month(day)
    if (day.year, day.month) == (published.year, published.month) and day < published:
        found.append(StatedDate("earlier ", "this month", *_span(first, last)))
    elif day < published:
        found.append(StatedDate("in ", MONTHS[day.month - 1], *_span(first, last)))
        if last == published.replace(day=1) - timedelta(1):
            found.append(StatedDate("", "last month", *_span(first, last)))
    return draw.choice(found) if found else None


def of_year(year: int) -> StatedDate:
    """A year: "in 2011"."""
    return StatedDate("in ", str(year), *_span(date(year, 1, 1), date(year, 12, 31)))


def of_month(year: int, month: int) -> StatedDate:
    """A month of a year: "in March 2011"."""
    return StatedDate("in ", f"{MONTHS[month - 1]} {year}", *_span(*_month(date(year, month, 1))))


def of_decade(year: int) -> StatedDate:
    """A decade: "in the 1990s"."""
    start = year // 10 * 10
    return StatedDate("in the ", f"{start}s", *_span(date(start, 1, 1), date(start + 9, 12, 31)))


def of_hour(hour: int, day: date, style: Style) -> StatedDate:
    """A full hour of a day."""
    half, twelve = ("a.m." if hour < 12 else "p.m."), (hour - 1) % 12 + 1
    forms = (f"{twelve} {half}", f"{hour:02}:00", f"{twelve}{half.replace('.', '')}", f"{twelve}:00 {half}")
    return StatedDate("at ", forms[style.clock], *_one(day), hour=hour)


def spelled_hour(hour: int, day: date) -> StatedDate:
    """A full hour in words: "nine in the morning"."""
    part = "in the morning" if hour < 12 else "in the afternoon" if hour < 18 else "in the evening"
    return StatedDate("at ", f"{spelled((hour - 1) % 12 + 1)} {part}", *_one(day), hour=hour)


def _month(day: date) -> tuple[date, date]:
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _one(day: date) -> tuple[str, str]:
    return _span(day, day)


def _span(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()
