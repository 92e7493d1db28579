"""When reports claim to have appeared, as trees are ordered and drawn by it: minutes, and the zone they are told in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from math import isfinite
from typing import NamedTuple

from whence.families.claims import read_claim
from whence.records import Published, Report


class Zone(NamedTuple):
    """A zone in which times are told: how far it is ahead of UTC, and what it is called."""

    offset: timedelta
    name: str


def choose_zone(reports: Iterable[Report]) -> Zone:
    """The zone that all times have that have one, else UTC.

    >>> at = Published("2024-03-12T09:00+01:00", "minute", "text", "CET")
    >>> choose_zone([Report("a", "a", "", published=at)]).name
    'CET'
    """
    claims = [report.published for report in reports if report.published]
    zoned = {(offset, claim.zone) for claim in claims if (offset := offset_of(claim)) is not None}
    offsets, names = {offset for offset, _ in zoned}, {name for _, name in zoned}
    if not offsets:
        return Zone(timedelta(), "zone not told")
    if len(offsets) > 1:
        return Zone(timedelta(), "UTC")
    offset = offsets.pop()
    name = names.pop() if len(names) == 1 else None
    return Zone(offset, name or str(timezone(offset) if offset else UTC))


def offset_of(published: Published) -> timedelta | None:
    """How far ahead of UTC the zone of a time is; None where it has none.

    >>> offset_of(Published("2024-03-12", "day", "text")) is None
    True
    """
    return datetime.fromisoformat(published.iso).utcoffset() if "T" in published.iso else None


class Moment(NamedTuple):
    """When a report claims to have appeared, in minutes since 1970 in UTC: not before `start`, before `end`."""

    start: float
    end: float


def claimed_moments(reports: Sequence[Report]) -> dict[str, Moment]:
    """When reports claim to have appeared, by id, without those that do not say.

    A time without a zone is taken to be told in the zone of the others, or in UTC where they have several.

    >>> claims = [Published(iso, "minute", "text") for iso in ("1970-01-01T02:00+01:00", "1970-01-01T02:30")]
    >>> [moment.start for moment in claimed_moments([Report(c.iso, "a", "", published=c) for c in claims]).values()]
    [60.0, 90.0]
    """
    ahead = choose_zone(reports).offset / timedelta(minutes=1)
    found: dict[str, Moment] = {}
    for report in reports:
        claim = read_claim(report.published)
        if report.published and isfinite(claim.low):
            shift = 0.0 if offset_of(report.published) is not None else ahead
            found[report.id] = Moment(claim.low - shift, claim.high - shift)
    return found
