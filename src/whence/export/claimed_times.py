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


def claimed_minutes(reports: Sequence[Report]) -> dict[str, float | None]:
    """When each report claims to have appeared, by id: minutes since 1970 in UTC, None where it does not say.

    A time without a zone is taken to be told in the zone of the others, or in UTC where they have several.

    >>> claims = [Published(iso, "minute", "text") for iso in ("1970-01-01T02:00+01:00", "1970-01-01T02:30")]
    >>> list(claimed_minutes([Report(claim.iso, "a", "", published=claim) for claim in claims]).values())
    [60.0, 90.0]
    """
    ahead = choose_zone(reports).offset / timedelta(minutes=1)
    found: dict[str, float | None] = {}
    for report in reports:
        low = read_claim(report.published).low
        zoned = report.published is not None and offset_of(report.published) is not None
        found[report.id] = None if not isfinite(low) else low if zoned else low - ahead
    return found
