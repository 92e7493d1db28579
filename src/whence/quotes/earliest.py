"""The earliest of some reports, by the times that they claim, where those times can tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from whence.records import Published, Report

_GRAINS = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "month": timedelta(days=31),
    "year": timedelta(days=366),
}  # a month is taken at its longest: less is decided, nothing wrongly


def find_earliest(reports: Sequence[Report]) -> tuple[int | None, str]:
    """Which report claims to be the first.

    Args:
        reports: at least one.

    Returns:
        Its number, None where that is not decidable, and the reason in words.

    >>> days = [Published(iso, "day", "caller") for iso in ("2024-05-02", "2024-05-03")]
    >>> one, two = (Report("x", "x", "", published=day) for day in days)
    >>> find_earliest([two, one])
    (1, 'by the times that the reports claim')
    >>> find_earliest([one, one])
    (None, 'not decidable: the claimed times overlap')
    """
    times = [report.published for report in reports]
    if len(reports) == 1:
        return 0, "in one report only"
    known = [published for published in times if published]
    if len(known) < len(times):
        return None, "not decidable: a report without a time"
    moments = [_moment(published) for published in known]
    if any(moment.tzinfo is None for moment in moments):
        moments = [moment.replace(tzinfo=None) for moment in moments]
    first = min(range(len(moments)), key=lambda number: (moments[number] + _GRAINS[known[number].grain], number))
    end = moments[first] + _GRAINS[known[first].grain]
    if any(moment < end for number, moment in enumerate(moments) if number != first):
        return None, "not decidable: the claimed times overlap"
    return first, "by the times that the reports claim"


def _moment(published: Published) -> datetime:
    """The beginning of a claimed time; an hour or less is cut to what it says."""
    iso = published.iso
    return datetime.fromisoformat(iso + {4: "-01-01", 7: "-01"}.get(len(iso), ""))
