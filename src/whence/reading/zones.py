"""Time zones as newsrooms write them, and their distance from UTC."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

# Fixed zones, in hours. "IST" is left out: Indian, Irish and Israeli papers all write it.
_HOURS = {
    "z": 0, "utc": 0, "gmt": 0, "bst": 1, "cet": 1, "cest": 2,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "akst": -9, "akdt": -8, "hst": -10,
}  # fmt: skip
# Zones whose distance depends on the date: summer time of the United States.
_AMERICAN = {"et": -5, "eastern": -5, "ct": -6, "central": -6, "mt": -7, "pt": -8, "pacific": -8}
_OFFSET = re.compile(r"(?:utc|gmt)?([+-])(\d\d?):?(\d\d)?", re.ASCII)
# The zones in use reach from UTC-12 to UTC+14.
_EAST, _WEST = timedelta(hours=14), timedelta(hours=-12)


def offset_of(zone: str | None, moment: datetime) -> str:
    """The distance from UTC that a written zone means at a moment, as ISO 8601 writes it; "" where it is not known.

    >>> [offset_of(zone, datetime(2024, 7, 1)) for zone in ("ET", "EST", "IST")]
    ['-04:00', '-05:00', '']
    """
    if zone is None:
        return ""
    name = zone.lower()
    figures = _OFFSET.fullmatch(name)
    if figures:
        away = timedelta(hours=int(figures[2]), minutes=int(figures[3] or 0)) * (1 if figures[1] == "+" else -1)
        return _written(away) if _WEST <= away <= _EAST else ""
    if name in _AMERICAN:
        return _written(timedelta(hours=_AMERICAN[name] + _is_american_summer(moment)))
    return _written(timedelta(hours=_HOURS[name])) if name in _HOURS else ""


def is_american(zone: str | None) -> bool:
    """True for a zone that only newsrooms of the United States and Canada write.

    >>> is_american("EDT"), is_american("GMT")
    (True, False)
    """
    name = (zone or "").lower()
    return name in _AMERICAN or (name in _HOURS and _HOURS[name] <= -4)


def _written(away: timedelta) -> str:
    """A distance as +hh:mm."""
    minutes = int(away.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _is_american_summer(moment: datetime) -> bool:
    """True between the second Sunday of March and the first of November, 2 a.m. (Energy Policy Act of 2005).

    Before 2007: from the first Sunday of April to the last of October (Uniform Time Act as amended in 1986).
    """
    year = moment.year
    if year >= 2007:
        first, last = _sunday(year, 3, 8), _sunday(year, 11, 1)
    else:
        first, last = _sunday(year, 4, 1), _sunday(year, 10, 25)
    return datetime(year, first.month, first.day, 2) <= moment < datetime(year, last.month, last.day, 2)


def _sunday(year: int, month: int, earliest: int) -> date:
    """The first Sunday of a month on or after a day."""
    day = date(year, month, earliest)
    return day + timedelta(days=6 - day.weekday())
