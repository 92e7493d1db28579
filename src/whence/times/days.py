"""Days: the times that point at days, as those who ask when something was said need them."""

from __future__ import annotations

from whence.records import Report, Time
from whence.text.marks import quoted_spans
from whence.text.spans import merge_spans
from whence.times.find import find_times

_NO_DAYS = frozenset(["PRESENT_REF", "FUTURE_REF"])


def find_days(report: Report) -> tuple[Time, ...]:
    """The times in a report's prose that point at days or at the past, in the order of the text.

    Args:
        report: the report; captions, bylines, timestamps, credits and furniture are not read.

    Returns:
        Times without durations, sets, "now" and "soon". `low` and `high` are None where the days cannot be told: no
        day of publication and no whole date, a vague phrase ("recently"), or "today" inside quotation marks, which
        counts from a day of speaking that is not known here.

    >>> from whence.records import Published
    >>> report = Report("a", "a", "He told Fox News last week.", published=Published("2024-11-29", "day", "caller"))
    >>> [(time.evidence.exact, time.low, time.high) for time in find_days(report)]
    [('last week', '2024-11-18', '2024-11-24')]
    """
    unknown = [(span, None) for span in merge_spans(quoted_spans(report.text))]
    return tuple(time for time in find_times(report, spoken=unknown) if _points_at_days(time))


def _points_at_days(time: Time) -> bool:
    """Whether a time says when, not how long or how often."""
    return time.low is not None or (time.type in ("DATE", "TIME") and time.value not in _NO_DAYS)
