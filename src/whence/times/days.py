"""Days: the phrases of time in a report, tied to the calendar by its day of publication.

The rules are those of newsroom style books and of TIMEX3 (ISO 24617-1): a bare weekday is the latest such day on or
before publication, unless the words around it speak of what is to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from whence.records import Published, Report, Role, Time
from whence.text.marks import quoted_spans
from whence.text.spans import merge_spans, span_at
from whence.text.words import split_words
from whence.times.calendar_days import resolve
from whence.times.day_phrases import TRIGGERS, Phrase, Sight, read_phrase
from whence.times.leaning import REACH_WORDS, leans_forward

_NOT_PROSE: tuple[Role, ...] = ("byline", "timestamp", "caption", "credit", "furniture")
GAP_CHARACTERS = 20  # more than marks and spaces between two words of one sentence take
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s|[\n;:]")


def find_days(report: Report) -> tuple[Time, ...]:
    """The phrases of time in a report's prose that point at days, in the order of the text.

    Args:
        report: the report; captions, bylines, timestamps, credits and furniture are not read.

    Returns:
        Phrases without their preposition. `first` and `last` are None where the days cannot be told: no day of
        publication and no whole date, a vague phrase ("recently"), or "today" inside quotation marks, which counts
        from a day of speaking that is not known here. Phrases never overlap.

    >>> report = Report("a", "a", "He told Fox News last week.", published=Published("2024-11-29", "day", "caller"))
    >>> [(days.evidence.exact, days.low, days.high) for days in find_days(report)]
    [('last week', '2024-11-18', '2024-11-24')]
    """
    published = _day_of(report.published)
    skipped = merge_spans(report.spans_of(*_NOT_PROSE))
    quoted = merge_spans(quoted_spans(report.text))
    found: list[Time] = []
    sight = Sight(report.text, split_words(report.text))
    for phrase in _phrases(sight):
        span = sight.words.span(phrase.first, phrase.last)
        if span_at(skipped, span.start) is None:
            anchor = published if span_at(quoted, span.start) is None else None
            coming = _is_coming(sight, phrase) if anchor and phrase.meaning.shift in (None, 0) else None
            days = resolve(phrase.meaning, anchor, coming=coming)
            first, last = (days[0].isoformat(), days[1].isoformat()) if days else (None, None)
            found.append(Time("DATE", first or "", report.evidence(span.start, span.end), first, last))
    return tuple(found)


def _phrases(sight: Sight) -> Iterator[Phrase]:
    """The phrases of a text in order, none overlapping the one before."""
    taken = 0
    for word, key in enumerate(sight.words.keys):
        if key in TRIGGERS and word >= taken:
            phrase = read_phrase(sight, word)
            if phrase and phrase.first >= taken:
                taken = phrase.last
                yield phrase


def _is_coming(sight: Sight, phrase: Phrase) -> bool | None:
    """Whether the words around a phrase, within its sentence, speak of what is to come; None where none tells."""
    words, text = sight.words, sight.text
    first, last = phrase.first, phrase.last
    low, high = max(0, first - REACH_WORDS), min(len(words.keys), last + REACH_WORDS)
    for word in range(first - 1, low - 1, -1):
        if _ends_sentence(text, words.ends[word], words.starts[word + 1]):
            low = word + 1
            break
    for word in range(last - 1, high - 1):
        if _ends_sentence(text, words.ends[word], words.starts[word + 1]):
            high = word + 1
            break
    return leans_forward(words.keys[low:first], words.keys[last:high])


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether what stands between two words ends a sentence."""
    return end - start > GAP_CHARACTERS or _SENTENCE_END.search(text, start, end) is not None


def _day_of(published: Published | None) -> date | None:
    """The day of publication; None where it is not known to the day."""
    if published is None or published.grain in ("year", "month"):
        return None
    try:
        return date.fromisoformat(published.iso[:10])
    except ValueError:
        return None
