"""Weekdays and days named from now: "Friday", "last Friday", "today", "tomorrow"."""

from __future__ import annotations

from whence.times.calendar_words import (
    DAY_PARTS,
    FROM_TOLD,
    MONTHS,
    NAMED_AFTER,
    NAMED_BEFORE,
    SHIFTS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    day_of_month,
)
from whence.times.counted_periods import Counted
from whence.times.meanings import Constant
from whence.times.named_periods import OnWeekday
from whence.times.phrases import Phrase
from whence.times.pointed import with_part
from whence.times.sight import Sight

TODAY = {"today": 0, "yesterday": -1, "tomorrow": 1}
_MARKS = frozenset("“”\"'‘’")
_PLURAL_PARTS = frozenset(["mornings", "afternoons", "evenings", "nights"])
_EVERY = frozenset(["every", "each"])


def read_weekday(sight: Sight, word: int) -> Phrase | None:
    """ "Friday", "last Friday", "this past Sunday", "every Friday"; a date behind it is joined to it later.

    >>> from whence.text.words import split_words
    >>> read_weekday(Sight("on last Friday", split_words("on last Friday")), 2)[:3]
    (1, 3, 'DATE')
    """
    key, before, after = sight.key(word), sight.before(word), sight.after(word)
    if _is_named(sight, word):
        return None
    if key in SHORT_WEEKDAYS and not (sight.capital(word) and (after in MONTHS or day_of_month(after))):
        return None
    weekday = WEEKDAYS.get(key, SHORT_WEEKDAYS.get(key, 0))
    if before in _EVERY:
        return Phrase(word - 1, word + 1, "SET", Constant(f"XXXX-WXX-{weekday + 1}"))
    if sight.after(word) in _PLURAL_PARTS and sight.joined(word):
        time = DAY_PARTS[sight.after(word)[:-1]]
        return Phrase(word, word + 2, "SET", Constant(f"XXXX-WXX-{weekday + 1}{time}"))
    if before in FROM_TOLD and sight.before(word - 1) == "the":
        return Phrase(word - 2, word + 1, "DATE", OnWeekday(weekday, SHIFTS[before], "told"))
    if before not in SHIFTS or before in FROM_TOLD or before == "current":
        return Phrase(word, word + 1, "DATE", OnWeekday(weekday))
    shift = SHIFTS[before] or None
    first = word - 1
    if before in ("past", "coming") and sight.before(first) in ("this", "the"):
        first -= 1
    return Phrase(first, word + 1, "DATE", OnWeekday(weekday, shift))


def read_weekdays(sight: Sight, word: int) -> Phrase | None:
    """ "Fridays"."""
    if sight.inside_name(word):
        return None
    return Phrase(word, word + 1, "SET", Constant(f"XXXX-WXX-{WEEKDAYS[sight.key(word)[:-1]] + 1}"))


def read_today(sight: Sight, word: int) -> Phrase | None:
    """ "today", "yesterday"; capitals within a sentence make a name of it ("USA Today")."""
    key = sight.key(word)
    titled = sight.capital(word) and sight.sign_before(word) in _MARKS and sight.sign_after(word) in _MARKS
    if titled or sight.before(word) == "usa" or sight.inside_name(word):
        return None
    if key == "tomorrow" and sight.before(word) == "after" and sight.before(word - 1) == "day":
        return _day_but_one(sight, word, 2)
    if key == "yesterday" and sight.before(word) == "before" and sight.before(word - 1) == "day":
        return _day_but_one(sight, word, -2)
    return with_part(sight, Phrase(word, word + 1, "DATE", Counted("day", TODAY[key])))


def _day_but_one(sight: Sight, word: int, count: int) -> Phrase:
    """ "the day after tomorrow"."""
    first = word - 3 if sight.before(word - 2) == "the" else word - 2
    return Phrase(first, word + 1, "DATE", Counted("day", count))


def _is_named(sight: Sight, word: int) -> bool:
    """Whether a weekday is part of another name: "Super Tuesday", "the Sunday Times", "Fox News Sunday"."""
    if sight.before(word) in NAMED_BEFORE and sight.capital(word - 1):
        return True
    if sight.after(word) in NAMED_AFTER and sight.capital(word + 1):
        return True
    return sight.before(word) == "news" and sight.key(word - 2) == "fox"
