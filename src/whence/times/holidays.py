"""Holidays: "Christmas", "Thanksgiving Day", "New Year's Eve", "Easter", and the days that they fall on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from whence.times.meanings import Fixed, tell_period
from whence.times.periods import period_of
from whence.times.phrases import Phrase, Standpoint, Told
from whence.times.sight import Sight
from whence.times.years import read_year_at

DayOf = Callable[[int], date]


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the algorithm of Meeus, Jones and Butcher).

    >>> easter(2000).isoformat()
    '2000-04-23'
    """
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _on(month: int, day: int) -> DayOf:
    """A holiday with a fixed date."""
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, number: int) -> DayOf:
    """The `number`-th such weekday of a month; the last one with -1."""

    def day_of(year: int) -> date:
        if number < 0:
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            return last - timedelta(days=(last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))

    return day_of


def _from_easter(days: int) -> DayOf:
    """A holiday so many days from Easter."""
    return lambda year: easter(year) + timedelta(days=days)


# Holidays of the United States and those that English-language reports name most; written from general knowledge.
_HOLIDAYS: dict[tuple[str, ...], DayOf] = {
    ("christmas",): _on(12, 25), ("christmas", "day"): _on(12, 25), ("christmas", "eve"): _on(12, 24),
    ("boxing", "day"): _on(12, 26), ("new", "year", "'s", "eve"): _on(12, 31), ("new", "year", "'s", "day"): _on(1, 1),
    ("new", "year", "'s"): _on(1, 1), ("new", "years", "eve"): _on(12, 31), ("new", "years", "day"): _on(1, 1),
    ("valentine", "'s", "day"): _on(2, 14), ("st", "patrick", "'s", "day"): _on(3, 17),
    ("april", "fools", "day"): _on(4, 1), ("halloween",): _on(10, 31), ("independence", "day"): _on(7, 4),
    ("fourth", "of", "july"): _on(7, 4), ("july", "fourth"): _on(7, 4), ("veterans", "day"): _on(11, 11),
    ("armistice", "day"): _on(11, 11), ("may", "day"): _on(5, 1), ("juneteenth",): _on(6, 19),
    ("bastille", "day"): _on(7, 14), ("columbus", "day"): _nth(10, 0, 2), ("labor", "day"): _nth(9, 0, 1),
    ("memorial", "day"): _nth(5, 0, -1), ("thanksgiving",): _nth(11, 3, 4), ("thanksgiving", "day"): _nth(11, 3, 4),
    ("martin", "luther", "king", "day"): _nth(1, 0, 3), ("presidents", "day"): _nth(2, 0, 3),
    ("mother", "'s", "day"): _nth(5, 6, 2), ("father", "'s", "day"): _nth(6, 6, 3),
    ("black", "friday"): lambda year: _nth(11, 3, 4)(year) + timedelta(days=1),
    ("cyber", "monday"): lambda year: _nth(11, 3, 4)(year) + timedelta(days=4),
    ("easter",): _from_easter(0), ("easter", "sunday"): _from_easter(0), ("easter", "monday"): _from_easter(1),
    ("good", "friday"): _from_easter(-2), ("holy", "saturday"): _from_easter(-1), ("palm", "sunday"): _from_easter(-7),
    ("election", "day"): lambda year: _nth(11, 0, 1)(year) + timedelta(days=1),
    ("ash", "wednesday"): _from_easter(-46), ("pentecost",): _from_easter(49),
}  # fmt: skip
_BY_FIRST: dict[str, tuple[tuple[str, ...], ...]] = {
    first: tuple(sorted((words for words in _HOLIDAYS if words[0] == first), key=len, reverse=True))
    for first in sorted({words[0] for words in _HOLIDAYS})
}
HOLIDAY_WORDS = frozenset(_BY_FIRST)


_NEAR = timedelta(days=14)


class Holiday(NamedTuple):
    """A holiday, in a year where one is written; else the nearest, or the one ahead for what is to come."""

    words: tuple[str, ...]
    year: int | None = None
    shift: int | None = None

    def tell(self, seen: Standpoint) -> Told:
        """The day."""
        day_of = _HOLIDAYS[self.words]
        if self.year is not None:
            day = day_of(self.year)
        elif seen.day is None:
            return Told("XXXX-XX-XX")
        else:
            days = [day_of(seen.day.year + step) for step in (-1, 0, 1)]
            past = max(one for one in days if one <= seen.day)
            ahead = min(one for one in days if one >= seen.day)
            day = ahead if self._is_ahead(seen, seen.day - past, ahead - seen.day) else past
        return tell_period(period_of("day", day))

    def _is_ahead(self, seen: Standpoint, gap: timedelta, wait: timedelta) -> bool:
        """Whether the coming day is meant; what was ("prayed as Easter began") may be about a day that is near."""
        if self.shift is not None:
            return self.shift > 0
        coming = seen.coming()
        return bool(coming) or wait < (gap if coming is None else _NEAR)


def read_holiday(sight: Sight, word: int) -> Phrase | None:
    """The longest holiday that begins with a word in capitals.

    >>> from whence.text.words import split_words
    >>> read_holiday(Sight("on Christmas Day", split_words("on Christmas Day")), 1)[:3]
    (1, 3, 'DATE')
    """
    if not sight.capital(word):
        return None
    for words in _BY_FIRST[sight.key(word)]:
        last = word + len(words)
        if all(sight.key(word + at) == key for at, key in enumerate(words)):
            year = read_year_at(sight, last) if sight.linked(last - 1) else None
            if year:
                return Phrase(word, year.last, "DATE", Holiday(words, year.number))
            shift = {"last": -1, "next": 1}.get(sight.before(word))
            return Phrase(word - (shift is not None), last, "DATE", Holiday(words, None, shift))
    return None


def read_nine_eleven(sight: Sight, word: int) -> Phrase | None:
    """ "9/11", the one day that reports name by its figures.

    >>> from whence.text.words import split_words
    >>> read_nine_eleven(Sight("since 9/11", split_words("since 9/11")), 1)[:3]
    (1, 3, 'DATE')
    """
    if sight.key(word) != "9" or sight.key(word + 1) != "11" or sight.gap(word) != "/":
        return None
    if sight.sign_after(word + 1) == "/" or sight.sign_before(word) == "/":
        return None
    return Phrase(word, word + 2, "DATE", Fixed(period_of("day", date(2001, 9, 11))))
