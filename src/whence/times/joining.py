"""Joining: two phrases that stand together and say one time: "10 p.m. Wednesday", "June last year", "end of 1994"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from whence.times.calendar_words import DAY_PARTS, EDGES, PART_MODS
from whence.times.clock import Clock
from whence.times.counted_periods import Counted
from whence.times.holidays import Holiday
from whence.times.meanings import Fixed, Part, tell_period
from whence.times.named_periods import Dated, Numbered, OnWeekday
from whence.times.periods import days_of, period_of
from whence.times.phrases import Meaning, Phrase, Standpoint, Told
from whence.times.sight import Sight

Joint = Callable[[Sight, Phrase, Phrase], Phrase | None]


class WeekOf(NamedTuple):
    """The week of a day: "the week of March 6"."""

    day: Meaning

    def tell(self, seen: Standpoint) -> Told:
        """The week from Monday to Sunday."""
        told = self.day.tell(seen)
        return tell_period(period_of("week", told.low)) if told.low else Told("XXXX-WXX")


class InYear(NamedTuple):
    """A month or part of a year in a year that is counted: "June last year", "this year's third quarter"."""

    part: Dated | Numbered
    year: Counted | Fixed

    def tell(self, seen: Standpoint) -> Told:
        """The part in the counted year."""
        told = self.year.tell(seen)
        if told.period is None:
            return self.part.tell(seen)
        return self.part._replace(year=days_of(told.period)[0].year).tell(seen)


def join_phrases(sight: Sight, phrases: Iterable[Phrase]) -> list[Phrase]:
    """Phrases in the order of the text, with those that say one time made one.

    >>> from whence.text.words import split_words
    >>> from whence.times.readers import read_phrases
    >>> sight = Sight("at 10 p.m. on Wednesday", split_words("at 10 p.m. on Wednesday"))
    >>> [phrase[:3] for phrase in join_phrases(sight, read_phrases(sight))]
    [(1, 5, 'TIME')]
    """
    joined: list[Phrase] = []
    for phrase in phrases:
        extended = _with_day_part(sight, phrase)
        one = _join(sight, joined[-1], extended) if joined else None
        if one is None:
            whole = _with_edge(sight, _with_week(sight, extended))
            joined.append(whole if not joined or whole.first >= joined[-1].last else extended)
        else:
            joined[-1] = _with_day_part(sight, one)
    return joined


def _join(sight: Sight, left: Phrase, right: Phrase) -> Phrase | None:
    """Two neighbours as one phrase; None where no joint fits."""
    gap = right.first - left.last
    owned = sight.key(left.last) == "'s"  # "this year's third quarter"
    if gap > 1 or not (owned or sight.linked(left.last - 1)) or not (gap == 0 or sight.linked(left.last)):
        return None
    for joint in _JOINTS:
        one = joint(sight, left, right)
        if one is not None:
            return one
    return None


def _weekday_and_date(_: Sight, left: Phrase, right: Phrase) -> Phrase | None:
    """ "Friday, Nov. 29, 2024": the date tells the day."""
    if isinstance(left.meaning, OnWeekday) and isinstance(right.meaning, Dated) and right.meaning.day:
        return right._replace(first=left.first) if right.first == left.last else None
    return None


def _clock_and_day(sight: Sight, left: Phrase, right: Phrase) -> Phrase | None:
    """ "10 p.m. Wednesday", "noon on Saturday", "5 p.m. EST, Nov. 9"."""
    if not (isinstance(left.meaning, Clock) and left.meaning.day is None and right.type == "DATE"):
        return None
    if right.first > left.last and sight.key(left.last) not in ("on", "of"):
        return None
    if not _is_day(right.meaning):
        return None
    return Phrase(left.first, right.last, "TIME", Clock(left.meaning.time, right.meaning), left.mod)


def _day_and_clock(sight: Sight, left: Phrase, right: Phrase) -> Phrase | None:
    """ "Wednesday at 10 p.m.", "tomorrow night at 8"."""
    if not (isinstance(right.meaning, Clock) and right.meaning.day is None):
        return None
    if right.first > left.last and sight.key(left.last) != "at":
        return None
    day = left.meaning
    if isinstance(day, Clock):
        day = day.day if day.time[1:].isalpha() and day.day else day
    if not _is_day(day):
        return None
    return Phrase(left.first, right.last, "TIME", Clock(right.meaning.time, day), right.mod)


def _part_and_year(sight: Sight, left: Phrase, right: Phrase) -> Phrase | None:
    """ "June last year", "the third quarter of this year"."""
    part, year = left.meaning, right.meaning
    if not (isinstance(part, Dated | Numbered) and isinstance(year, Counted) and year.grain == "year"):
        return None
    if part.year is not None or (isinstance(part, Dated) and (part.day or part.shift)) or right.mod:
        return None
    if right.first > left.last and sight.key(left.last) not in ("of", "in"):
        return None
    return Phrase(left.first, right.last, "DATE", InYear(part, year), left.mod)


def _year_and_part(sight: Sight, left: Phrase, right: Phrase) -> Phrase | None:
    """ "this year's third quarter", "2018's first half"."""
    year, part = left.meaning, right.meaning
    if not isinstance(part, Numbered) or sight.key(left.last) != "'s" or right.first != left.last + 1:
        return None
    if part.year is not None or not isinstance(year, Counted | Fixed) or not _is_one_year(year):
        return None
    return Phrase(left.first, right.last, "DATE", InYear(part, year), left.mod)


_JOINTS: tuple[Joint, ...] = (_weekday_and_date, _clock_and_day, _day_and_clock, _part_and_year, _year_and_part)


def _is_one_year(meaning: Counted | Fixed) -> bool:
    """Whether a meaning is one year."""
    return (meaning.grain if isinstance(meaning, Counted) else meaning.period.grain) == "year"


def _is_day(meaning: Meaning) -> bool:
    """Whether a meaning is one day."""
    if isinstance(meaning, Counted):
        return meaning.grain == "day"
    if isinstance(meaning, Dated):
        return meaning.day is not None
    return isinstance(meaning, OnWeekday)


def _with_day_part(sight: Sight, phrase: Phrase) -> Phrase:
    """A day with the part of the day that follows it: "Monday night", "tomorrow morning", "Nov. 29 evening"."""
    after = sight.key(phrase.last)
    if after not in DAY_PARTS or not sight.joined(phrase.last - 1) or not _is_day(phrase.meaning):
        return phrase
    if sight.capital(phrase.last):
        return phrase
    return phrase._replace(last=phrase.last + 1, type="TIME", meaning=Clock(DAY_PARTS[after], phrase.meaning))


def _with_week(sight: Sight, phrase: Phrase) -> Phrase:
    """A day with "the week of" before it, a holiday with "week" behind it."""
    if isinstance(phrase.meaning, Holiday) and sight.key(phrase.last) == "week" and sight.joined(phrase.last - 1):
        return phrase._replace(last=phrase.last + 1, meaning=WeekOf(phrase.meaning))
    if not _is_day(phrase.meaning) or sight.before(phrase.first) != "of" or sight.before(phrase.first - 1) != "week":
        return phrase
    first = phrase.first - 3 if sight.before(phrase.first - 2) == "the" else phrase.first - 2
    return phrase._replace(first=first, meaning=WeekOf(phrase.meaning))


def _with_edge(sight: Sight, phrase: Phrase) -> Phrase:
    """A period with "the end of", "early" or "mid-" before it."""
    if phrase.type != "DATE" or phrase.mod or not isinstance(phrase.meaning, Counted | Dated | Fixed | Numbered):
        return phrase
    if sight.before(phrase.first) != "of" or sight.before(phrase.first - 1) not in EDGES:
        return phrase
    part = EDGES[sight.key(phrase.first - 2)]
    first = phrase.first - 3 if sight.before(phrase.first - 2) == "the" else phrase.first - 2
    return phrase._replace(first=first, meaning=Part(phrase.meaning, part), mod=PART_MODS[part])
