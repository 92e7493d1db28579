"""The readers of phrases of time, by the word that triggers them: one table, one pass.

To read a new form, write a reader `(Sight, word) -> Phrase | None` in the module of its family, or a new module, and
name its trigger words here. The trigger is the head of the phrase ("week" of "last week", "November" of "19 November"):
the reader looks to both sides of it. Forms made of two phrases ("10 p.m. on Wednesday") are joints in `joining`.
"""

from __future__ import annotations

from whence.times.calendar_words import DAY_PARTS, MONTHS, SEASONS, SHORT_WEEKDAYS, WEEKDAYS
from whence.times.clock import read_clock
from whence.times.day_parts import read_day_part, read_tonight
from whence.times.decades import DECADES, read_century, read_decade
from whence.times.figure_dates import read_figure_date
from whence.times.holidays import HOLIDAY_WORDS, read_holiday, read_nine_eleven
from whence.times.lengths import UNITS
from whence.times.months import read_month, read_second_day
from whence.times.phrases import Phrase, Reader
from whence.times.references import NOUNS, REFERENCE_WORDS, read_past_or_future, read_reference
from whence.times.sets import FREQUENCIES, read_frequency
from whence.times.sight import Sight
from whence.times.units import read_unit
from whence.times.weekdays import TODAY, read_today, read_weekday, read_weekdays
from whence.times.worded_dates import read_day_in_words
from whence.times.year_compounds import read_year_word
from whence.times.year_parts import (
    SHORT_PARTS,
    read_half,
    read_period,
    read_quarter,
    read_season,
    read_short_quarter,
)
from whence.times.years import read_year

_TABLE: tuple[tuple[Reader, tuple[str, ...]], ...] = (
    (read_holiday, tuple(HOLIDAY_WORDS)),
    (read_weekday, (*WEEKDAYS, *SHORT_WEEKDAYS)),
    (read_weekdays, tuple(f"{name}s" for name in WEEKDAYS)),
    (read_today, tuple(TODAY)),
    (read_tonight, ("tonight",)),
    (read_day_part, tuple(DAY_PARTS)),
    (read_day_in_words, tuple(MONTHS)),
    (read_month, tuple(MONTHS)),
    (read_season, tuple(SEASONS)),
    (read_quarter, ("quarter",)),
    (read_short_quarter, tuple(SHORT_PARTS)),
    (read_half, ("half",)),
    (read_period, ("period",)),
    (read_century, ("century",)),
    (read_year_word, ("year",)),
    (read_unit, tuple(UNITS)),
    (read_year, ("nineteen", "eighteen", "seventeen", "twenty", "two")),
    (read_decade, tuple(DECADES)),
    (read_frequency, tuple(FREQUENCIES)),
    (read_past_or_future, tuple(NOUNS)),
    (read_reference, tuple(REFERENCE_WORDS)),
)
# Words in figures, by their shape: a digit at the start.
_FIGURES: tuple[Reader, ...] = (read_figure_date, read_clock, read_year, read_decade, read_second_day, read_nine_eleven)


def _by_trigger() -> dict[str, tuple[Reader, ...]]:
    """The readers of each trigger word, in the order of the table."""
    found: dict[str, tuple[Reader, ...]] = {}
    for reader, words in _TABLE:
        for word in words:
            found[word] = (*found.get(word, ()), reader)
    return found


READERS = _by_trigger()


def read_phrases(sight: Sight) -> list[Phrase]:
    """The phrases of a text in order, none overlapping another; one that covers those before it replaces them.

    >>> from whence.text.words import split_words
    >>> text = "It rained last week and for two days in June."
    >>> [sight.words.span(*phrase[:2]).slice(text) for sight in [Sight(text, split_words(text))]
    ...  for phrase in read_phrases(sight)]
    ['last week', 'two days', 'June']
    """
    found: list[Phrase] = []
    taken = 0
    for word, key in enumerate(sight.words.keys):
        if word < taken:
            continue
        for reader in READERS.get(key) or (_FIGURES if key[0].isdigit() else ()):
            phrase = reader(sight, word)
            if phrase is None:
                continue
            while found and found[-1].first >= phrase.first:
                found.pop()
            if not found or found[-1].last <= phrase.first:
                found.append(phrase)
                break
        taken = found[-1].last if found else 0
    return found
