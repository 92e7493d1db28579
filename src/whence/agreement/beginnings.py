"""The day on which something began, by all that the reports tell: "the war, which began nearly three years ago"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from whence.agreement.contexts import Context, Standing
from whence.agreement.heads_aligned import group_of
from whence.agreement.measured import measured
from whence.agreement.starts import start_of
from whence.figures.intervals import intersect_all
from whence.records import Figure, Interval, Time

BEGINNING = frozenset(
    group_of(word) for word in ("began", "begun", "start", "started", "erupted", "launched", "invaded", "outbreak")
)


def told_beginning(contexts: Iterable[tuple[Context, date | None]], head: str) -> Interval | None:
    """The days between which the reports put the beginning of something, as ordinals.

    Args:
        contexts: the reports with their figures and times, and the days on which they appeared.
        head: the group of nouns that it is called by (`heads_aligned.head_key`).

    Returns:
        What all lengths of it and all times of its beginning have in common; None where they have nothing.

    >>> from whence.agreement.contexts import read_context
    >>> from whence.records import Report
    >>> report = Report("a", "a", "The siege began in May 2022.")
    >>> may = Time("DATE", "2022-05", report.evidence(19, 27), "2022-05-01", "2022-05-31")
    >>> told_beginning([(read_context(report, [may]), None)], group_of("siege"))
    Interval(low=738276.0, high=738306.0, open_low=False, open_high=False)
    """
    found = [
        _days(standing.stated) if isinstance(standing.stated, Time) else _length(standing, published)
        for context, published in contexts
        for standing in context.standings
        if _is_of(standing, head)
    ]
    told = [days for days in found if days]
    return intersect_all(told) if told else None


def _is_of(standing: Standing, head: str) -> bool:
    """Whether a length of time is one of something, or a time that of its beginning."""
    if isinstance(standing.stated, Figure):
        return standing.stated.kind == "duration" and standing.head == head
    return head in standing.near and not BEGINNING.isdisjoint(standing.near)


def _length(standing: Standing, published: date | None) -> Interval | None:
    """The days between which something began that has lasted so long."""
    figure = standing.stated
    return start_of(measured(figure).soft, published) if isinstance(figure, Figure) and published else None


def _days(time: Time) -> Interval | None:
    """The days of a time; None where they are not known."""
    if time.low is None or time.high is None:
        return None
    first, last = (date.fromisoformat(day[:10]).toordinal() for day in (time.low, time.high))
    return Interval(float(first), float(last))
