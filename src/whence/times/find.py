"""Times: the phrases of time in a report, tied to the calendar by its day of publication or of speaking.

The rules are those of newsroom style books and of TIMEX3 (ISO 24617-1): a bare weekday is the latest such day on or
before publication, unless the words around it speak of what is to come.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from whence.records import Published, Report, Role, Time
from whence.text.spans import Span, merge_spans, span_at
from whence.text.words import split_words
from whence.times.joining import join_phrases
from whence.times.leaning import Leaning
from whence.times.periods import Period
from whence.times.phrases import Phrase, Standpoint, Told
from whence.times.readers import read_phrases
from whence.times.sight import Sight

NOT_PROSE: tuple[Role, ...] = ("byline", "timestamp", "caption", "credit", "furniture")
Spoken = Sequence[tuple[Span, date | None]]


def find_times(report: Report, *, spoken: Spoken = (), everything: bool = False) -> tuple[Time, ...]:
    """The phrases of time in a report, in the order of the text; they never overlap.

    Args:
        report: the report; its day of publication is what "today" and "Friday" count from.
        spoken: spans of speech with the day of speaking, which times inside them count from; None where it is not
            known. They must not overlap.
        everything: read also what is no prose: captions, bylines, timestamps, credits and furniture.

    Returns:
        Times with the value and mod of TIMEX3. `low` and `high` are None where no days can be told.

    >>> report = Report("a", "a", "It fell last week.", published=Published("2024-11-29", "day", "caller"))
    >>> [(time.value, time.evidence.exact, time.low, time.high) for time in find_times(report)]
    [('2024-W47', 'last week', '2024-11-18', '2024-11-24')]
    """
    sight = Sight(report.text, split_words(report.text))
    skipped = () if everything else merge_spans(report.spans_of(*NOT_PROSE))
    speech = sorted(spoken)
    days = {span.start: day for span, day in speech}
    spans = [span for span, _ in speech]
    published = day_of(report.published)
    leaning = Leaning(sight)
    seen = Standpoint(published)
    found: list[Time] = []
    for phrase in join_phrases(sight, read_phrases(sight)):
        span = sight.words.span(phrase.first, phrase.last)
        if span_at(skipped, span.start) is not None:
            continue
        inside = span_at(spans, span.start)
        day = published if inside is None else days[spans[inside].start]
        told = _tell(phrase, Standpoint(day, partial(leaning.is_coming, phrase), seen.told, seen.quarter))
        seen = _remember(seen, phrase, told)
        low, high = (told.low.isoformat(), told.high.isoformat()) if told.low and told.high else (None, None)
        found.append(Time(phrase.type, told.value, report.evidence(*span), low, high, phrase.mod))
    return tuple(found)


def anchor_speech(
    report: Report, times: Sequence[Time], days: Sequence[tuple[Span, date]], *, everything: bool = False
) -> tuple[Time, ...]:
    """The same times, those inside speech counted from the day of speaking.

    Args:
        report: the report that the times stand in.
        times: what `find_times` found in it.
        days: the spans of speech whose day is known; they must not overlap.
        everything: as it was for `find_times`.

    >>> report = Report("a", "a", "“We left today,” he said.", published=Published("2024-11-29", "day", "caller"))
    >>> [time.value for time in anchor_speech(report, find_times(report), [(Span(0, 16), date(2024, 11, 27))])]
    ['2024-11-27']
    """
    if not days:
        return tuple(times)
    anchored = {time.evidence.span: time for time in find_times(report, spoken=days, everything=everything)}
    return tuple(anchored.get(time.evidence.span, time) for time in times)


def _tell(phrase: Phrase, seen: Standpoint) -> Told:
    """What a phrase says; a value alone where the calendar has no such day."""
    try:
        return phrase.meaning.tell(seen)
    except (ValueError, OverflowError):  # 30 February; days before the year 1
        return Told("XXXX-XX-XX")


def _remember(seen: Standpoint, phrase: Phrase, told: Told) -> Standpoint:
    """The standpoint of the next phrase: what it may count from."""
    period: Period | None = told.period
    if period is None or phrase.type != "DATE":
        return seen
    return seen._replace(told=period, quarter=period if period.grain in ("quarter", "half") else seen.quarter)


def day_of(published: Published | None) -> date | None:
    """The day of publication; None where it is not known to the day.

    >>> day_of(Published("2024-11-29T15:49", "minute", "page")).isoformat()
    '2024-11-29'
    """
    if published is None or published.grain in ("year", "month"):
        return None
    try:
        return date.fromisoformat(published.iso[:10])
    except ValueError:
        return None
