"""From the meaning of a phrase of time to days of the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, NamedTuple

Unit = Literal["day", "weekday", "weekend", "week", "month", "year", "date", "window", "vague"]
Range = tuple[date, date]
_DAY = timedelta(days=1)
# Style books leave out the year of a date only within the current one (AP Stylebook, "dates"): nine months back, the
# writer means the one ahead ("the Dec. 22 vote" in a report of 21 December).
_FAR_DAYS = 270
# The first and the last day of each third of a month: two readers of "late May" both took the 21st to the 31st.
THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


class Meaning(NamedTuple):
    """What a phrase of time says, before it is tied to a day of publication.

    `shift` counts units from the publication: -1 "last week", 0 "this week", 1 "next week", -3 "three days ago"; None
    where tense alone tells ("Friday", "in June"). `part` is "earlier" or "later" within the unit, or a third of a
    month ("late May"). A "window" ends with
    the publication ("the past week"), `shift` days long. A "date" holds what is written of year, month and day.
    """

    unit: Unit
    shift: int | None = None
    weekday: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""


def resolve(meaning: Meaning, published: date | None, *, coming: bool | None = None) -> Range | None:
    """The first and the last day that a phrase points at, both included; None where that cannot be told.

    Args:
        meaning: what the phrase says.
        published: the day of publication; without it only whole dates and years are resolved.
        coming: whether the words around it speak of what is to come; None where they do not tell.

    >>> friday = Meaning("weekday", weekday=4)
    >>> resolve(friday, date(2024, 11, 29)) == (date(2024, 11, 29), date(2024, 11, 29))
    True
    >>> [str(day) for day in resolve(Meaning("week", -1), date(2024, 11, 29))]
    ['2024-11-18', '2024-11-24']
    """
    try:
        if meaning.unit == "date":
            days = _resolve_date(meaning, published, coming)
        else:
            rule = _RULES.get(meaning.unit)
            days = rule(meaning, published, coming) if rule and published else None
        return _third(meaning.part, days) if days and meaning.part in THIRDS else days
    except (ValueError, OverflowError):  # 30 February; days before the year 1
        return None


def _resolve_date(meaning: Meaning, published: date | None, coming: bool | None) -> Range | None:
    """A date as far as it is written; the missing year is the one that brings it nearest on the right side."""
    if meaning.year is not None:
        return _days_of(meaning.year, meaning.month, meaning.day)
    if published is None or meaning.month is None:
        return None
    years = {-1: (-1, 0), 1: (0, 1), 0: (0,), None: (-1, 0, 1)}[meaning.shift]
    found = [_days_of(published.year + step, meaning.month, meaning.day) for step in years]
    if meaning.shift == 0:
        return found[0]
    if meaning.shift == -1:
        return max(days for days in found if days[1] < published)
    past = max((days for days in found if days[0] <= published), default=found[0])
    ahead = min((days for days in found if days[1] >= published), default=found[-1])
    if meaning.shift == 1 or coming:
        return ahead
    gap_days, wait_days = (published - past[1]).days, (ahead[0] - published).days
    if meaning.day and gap_days > _FAR_DAYS:
        return ahead
    return ahead if coming is None and wait_days < gap_days else past


def _third(part: str, days: Range) -> Range:
    """The early, middle or late days of a month."""
    first, last = THIRDS[part]
    return days[0].replace(day=first), days[0].replace(day=min(last, days[1].day))


def _days_of(year: int, month: int | None, day: int | None) -> Range:
    """The days of a year, a month, or the one day."""
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is not None:
        return date(year, month, day), date(year, month, day)
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - _DAY


def _resolve_day(meaning: Meaning, published: date, _: bool | None) -> Range:
    """Days counted from the publication."""
    day = published + (meaning.shift or 0) * _DAY
    return day, day


def _resolve_weekday(meaning: Meaning, published: date, coming: bool | None) -> Range:
    """The latest such day on or before publication; strictly before with "last", the coming one with "next"."""
    back = (published.weekday() - (meaning.weekday or 0)) % 7
    if meaning.shift == -1:
        day = published - (back or 7) * _DAY
    elif meaning.shift == 1:
        day = published + (7 - back) * _DAY
    else:
        day = published + (-back % 7) * _DAY if coming else published - back * _DAY
    return day, day


def _resolve_week(meaning: Meaning, published: date, coming: bool | None) -> Range:
    """Monday to Sunday."""
    monday = published + ((meaning.shift or 0) * 7 - published.weekday()) * _DAY
    return _cut(meaning, published, coming, (monday, monday + 6 * _DAY))


def _resolve_weekend(meaning: Meaning, published: date, coming: bool | None) -> Range:
    """Saturday and Sunday: the latest that has begun; with "last" the latest that is over."""
    saturday = published - ((published.weekday() - 5) % 7) * _DAY
    begun = published.weekday() >= 5
    if (meaning.shift == -1 and begun) or (meaning.shift or 0) < -1:
        saturday += (7 * ((meaning.shift or 0) + 1) - 7 * begun) * _DAY
    elif meaning.shift == 1 or (coming and not begun):
        saturday += 7 * _DAY
    return saturday, saturday + _DAY


def _resolve_month(meaning: Meaning, published: date, coming: bool | None) -> Range:
    """The days of a month counted from that of publication."""
    months = published.year * 12 + published.month - 1 + (meaning.shift or 0)
    return _cut(meaning, published, coming, _days_of(months // 12, months % 12 + 1, None))


def _resolve_year(meaning: Meaning, published: date, coming: bool | None) -> Range:
    """The days of a year counted from that of publication."""
    return _cut(meaning, published, coming, _days_of(published.year + (meaning.shift or 0), None, None))


def _resolve_window(meaning: Meaning, published: date, _: bool | None) -> Range:
    """So many days up to publication: "the past week"."""
    return published + (meaning.shift or 0) * _DAY, published


def _cut(meaning: Meaning, published: date, coming: bool | None, days: Range) -> Range:
    """The current unit ends with the publication ("this week"), or begins with it ("later this week", "will")."""
    if meaning.shift != 0:
        return days
    later = meaning.part == "later" or (coming and not meaning.part)
    return (published, days[1]) if later else (days[0], published)


_RULES: dict[str, Callable[[Meaning, date, bool | None], Range]] = {
    "day": _resolve_day, "weekday": _resolve_weekday, "week": _resolve_week, "weekend": _resolve_weekend,
    "month": _resolve_month, "year": _resolve_year, "window": _resolve_window,
}  # fmt: skip
