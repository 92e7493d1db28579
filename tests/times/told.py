"""What `find_times` tells of a text, in short: the words and the value."""

from __future__ import annotations

from datetime import date

from whence.records import Published, Report, Time
from whence.text.spans import Span
from whence.times.find import find_times

FRIDAY = Published("2024-11-29", "day", "caller")


def times_of(
    text: str, published: Published | None = FRIDAY, spoken: tuple[tuple[Span, date | None], ...] = ()
) -> tuple[Time, ...]:
    return find_times(Report("a", "a", text, published=published), spoken=spoken)


def values(text: str, published: Published | None = FRIDAY) -> list[tuple[str, str]]:
    return [(time.evidence.exact, time.value) for time in times_of(text, published)]


def typed(text: str) -> list[tuple[str, str, str]]:
    return [(time.evidence.exact, time.type, time.value) for time in times_of(text)]


def days(text: str, published: Published | None = FRIDAY) -> tuple[str | None, str | None]:
    (time,) = times_of(text, published)
    return time.low, time.high
