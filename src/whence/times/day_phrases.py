"""Phrases of time: the words that point at days, and what they say.

Read: weekdays ("Friday", "last Friday", "Monday night", "Friday, Nov. 29, 2024"), today, yesterday, tomorrow, tonight,
"last night", weeks, weekends, months and years counted from now ("last week", "earlier this month", "over the weekend",
"three days ago"), months ("June", "last June", "June 2016"), dates ("Nov. 19", "19 November 2024", "2024-11-19") and
years ("in 2008"). A new kind of phrase is one function and one line in `_READERS`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from whence.text.words import Words
from whence.times.calendar_days import THIRDS, Meaning, Unit
from whence.times.calendar_words import (
    DAY_PARTS,
    MONTH_LEADS,
    MONTHS,
    NAMED_AFTER,
    NAMED_BEFORE,
    SEASONS,
    SHIFTS,
    SHORT_WEEKDAYS,
    SMALL_NUMBERS,
    SURE_MONTHS,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAYS,
    YEAR_LEADS,
    day_of_month,
    is_year,
)

_LINKS = frozenset([" ", ", ", "-", ". ", "., ", ".", "–", "\u00a0"])  # what may stand between words of one phrase
_MARKS = frozenset("“”\"'‘’")
_ROUGH = frozenset(["nearly", "almost", "about", "some", "roughly", "than", "over", "around", "least", "under"])
_OWNERS = frozenset(["a", "an", "his", "her", "their", "its", "our", "my"])
_TODAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_WINDOWS = {"day": 1, "week": 7, "month": 30, "year": 365}  # days of "the past month": round, as the words are
_WHOLE: dict[str, Unit] = {"day": "day", "week": "week", "weekend": "weekend", "month": "month", "year": "year"}


class Phrase(NamedTuple):
    """A phrase of time from word `first` up to and not including word `last`, and its meaning."""

    first: int
    last: int
    meaning: Meaning


class Sight(NamedTuple):
    """A text and its words, as the readers of phrases look at them."""

    text: str
    words: Words

    def key(self, word: int) -> str:
        """The key of a word; empty beyond the text."""
        keys = self.words.keys
        return keys[word] if 0 <= word < len(keys) else ""

    def capital(self, word: int) -> bool:
        """Whether a word begins with a capital."""
        return self.text[self.words.starts[word]].isupper()

    def linked(self, word: int) -> bool:
        """Whether a word and the next one may belong to one phrase: nothing but a space, comma or hyphen between."""
        starts, ends = self.words.starts, self.words.ends
        return 0 <= word < len(starts) - 1 and self.text[ends[word] : min(starts[word + 1], ends[word] + 4)] in _LINKS

    def after(self, word: int) -> str:
        """The key of the next word if it is linked to this one, else nothing."""
        return self.key(word + 1) if self.linked(word) else ""

    def before(self, word: int) -> str:
        """The key of the word before if it is linked to this one, else nothing."""
        return self.key(word - 1) if self.linked(word - 1) else ""


def read_phrase(sight: Sight, word: int) -> Phrase | None:
    """The phrase of time that a trigger word belongs to; None where the word points at no days.

    Args:
        sight: the text.
        word: the number of a word whose key is in `TRIGGERS`.

    >>> from whence.text.words import split_words
    >>> read_phrase(Sight("He left last week.", split_words("He left last week.")), 3)[:2]
    (2, 4)
    """
    return _READERS[sight.key(word)](sight, word)


def _read_weekday(sight: Sight, word: int) -> Phrase | None:
    """ "Friday", "last Friday", "Monday night", "Friday, November 29, 2024"."""
    before, after = sight.before(word), sight.after(word)
    if not sight.capital(word) or (before in NAMED_BEFORE and sight.capital(word - 1)):
        return None
    if (after in NAMED_AFTER and sight.capital(word + 1)) or (before == "news" and sight.key(word - 2) == "fox"):
        return None
    if after in MONTHS and sight.capital(word + 1):
        dated = _read_month(sight, word + 1)
        if dated and dated.meaning.day:
            return dated._replace(first=word)
    if sight.key(word) in SHORT_WEEKDAYS:
        return None
    meaning = Meaning("weekday", weekday=WEEKDAYS[sight.key(word)])
    first, last = word, word + 1
    if before in SHIFTS and before not in ("previous", "current", "upcoming"):
        shift = -1 if before == "past" else SHIFTS[before]
        first, meaning = word - 1, meaning._replace(shift=shift or None)
        if before == "past" and sight.before(first) == "this":
            first -= 1
    if after in DAY_PARTS:
        last += 1
    return Phrase(first, last, meaning)


def _read_today(sight: Sight, word: int) -> Phrase | None:
    """ "today", "yesterday"; capitals within a sentence make a name of it ("USA Today")."""
    if sight.capital(word) and sight.linked(word - 1) and sight.text[sight.words.ends[word - 1]] != ".":
        return None
    start, end = sight.words.starts[word], sight.words.ends[word]
    if sight.capital(word) and start and sight.text[start - 1] in _MARKS and sight.text[end : end + 1] in _MARKS:
        return None  # “Today”, a programme
    if sight.key(word + 1) == "'s" and sight.key(word) != "yesterday":
        return None  # "today's youth": an age, not a day
    last = word + 2 if sight.after(word) in DAY_PARTS else word + 1
    return Phrase(word, last, Meaning("day", _TODAY[sight.key(word)]))


def _read_day_part(sight: Sight, word: int) -> Phrase | None:
    """ "this morning", "last night"; a weekday before it has been read with it."""
    before = sight.before(word)
    if before == "last" and sight.key(word) in ("night", "evening"):
        return Phrase(word - 1, word + 1, Meaning("day", -1))
    if before == "this" and sight.key(word) != "night":
        return Phrase(word - 1, word + 1, Meaning("day", 0))
    return None


def _read_unit(sight: Sight, word: int) -> Phrase | None:
    """ "last week", "earlier this month", "the past year", "over the weekend", "three days ago"."""
    key, before = sight.key(word), sight.before(word)
    unit = UNITS[key]
    if sight.capital(word):
        return None  # "This Week", a programme
    if sight.after(word) == "ago":
        return _read_ago(sight, word, unit)
    if unit == "weekend" and before == "the" and sight.before(word - 1) in ("over", "during"):
        return Phrase(word - 1, word + 1, Meaning("weekend"))
    if before == "recent":
        return Phrase(word - 1, word + 1, Meaning("vague"))
    if before not in ("last", "past", "this", "next") or key != unit or unit == "day":
        return None
    if before == "past" or (before == "last" and sight.before(word - 1) in ("the", "over")):
        return _read_window(word, unit)
    meaning = Meaning(_WHOLE[unit], SHIFTS[before])
    first = word - 1
    part = sight.before(first)
    if before == "this" and part in ("earlier", "later"):
        first, meaning = first - 1, meaning._replace(part=part)
    phrase = Phrase(first, word + 1, meaning)
    return _with_third(sight, phrase) if unit == "month" and not meaning.part else phrase


def _read_window(word: int, unit: str) -> Phrase:
    """ "the past week", "this past weekend": days up to the publication."""
    if unit == "weekend":
        return Phrase(word - 1, word + 1, Meaning("weekend", None))
    return Phrase(word - 1, word + 1, Meaning("window", -_WINDOWS[unit]))


def _read_ago(sight: Sight, word: int, unit: str) -> Phrase | None:
    """ "three days ago", "a week ago"; "a few days ago" points at no day that can be told."""
    count = sight.before(word)
    number = int(count) if count.isascii() and count.isdigit() and len(count) < 4 else SMALL_NUMBERS.get(count)
    if number is not None and sight.before(word - 1) not in _ROUGH:
        return Phrase(word - 1, word + 2, Meaning(_WHOLE[unit], -number))
    first = word - 1 if number is not None or count in VAGUE_NUMBERS else word
    if count in VAGUE_NUMBERS and sight.before(first) == "a":
        first -= 1
    return Phrase(first, word + 2, Meaning("vague"))


def _read_month(sight: Sight, word: int) -> Phrase | None:
    """ "June", "last June", "June 2016", "Nov. 19", "November 19, 2024", "19 November"."""
    if not sight.capital(word):
        return None
    month, after, before = MONTHS[sight.key(word)], sight.after(word), sight.before(word)
    day = day_of_month(after)
    if day is not None and not (after.isdigit() and sight.text[sight.words.ends[word]] == "-"):
        last, year = _read_year_behind(sight, word + 2)
        return Phrase(word, last, Meaning("date", year=year, month=month, day=day))
    day = day_of_month(before)
    if day is None and before == "of":
        day = day_of_month(sight.before(word - 1)) if sight.before(word - 1)[-2:] in ("st", "nd", "rd", "th") else None
        first = word - 2
    else:
        first = word - 1
    last, year = _read_year_behind(sight, word + 1)
    if day is not None:
        return Phrase(first, last, Meaning("date", year=year, month=month, day=day))
    if year is not None:
        return _with_third(sight, Phrase(word, last, Meaning("date", year=year, month=month)))
    return _read_bare_month(sight, word, month)


def _read_bare_month(sight: Sight, word: int, month: int) -> Phrase | None:
    """A month alone: after a word that leads to months, or where its name is nothing else."""
    before = sight.before(word)
    if len(sight.key(word)) < 4 and sight.key(word) != "may":
        return None
    sure = sight.key(word) in SURE_MONTHS and not sight.after(word)[:1].isdigit()
    owned = before in _OWNERS and sight.after(word) not in ("on", "for", "of")  # "a July interview"; "a March on Rome"
    if not (sure or owned or before in MONTH_LEADS):
        return None
    if sight.key(word) not in SURE_MONTHS and _opens_name(sight, word):
        return None  # "by April Jones"
    shift = SHIFTS.get(before)
    first = word - (shift is not None)
    return _with_third(sight, Phrase(first, word + 1, Meaning("date", shift, month=month)))


def _with_third(sight: Sight, phrase: Phrase) -> Phrase:
    """A month with the "early", "mid" or "late" before it."""
    before = sight.before(phrase.first)
    if before not in THIRDS:
        return phrase
    return phrase._replace(first=phrase.first - 1, meaning=phrase.meaning._replace(part=before))


def _opens_name(sight: Sight, word: int) -> bool:
    """Whether a capitalised word follows after nothing but a space."""
    words = sight.words
    if word + 1 >= len(words.keys) or not sight.capital(word + 1):
        return False
    return sight.text[words.ends[word] : min(words.starts[word + 1], words.ends[word] + 2)].isspace()


def _read_year_behind(sight: Sight, word: int) -> tuple[int, int | None]:
    """A year that follows the words up to `word`, "of" allowed: the word after it, and the year."""
    after = sight.after(word - 1)
    if is_year(after):
        return word + 1, int(after)
    if after == "of" and is_year(sight.after(word)):
        return word + 2, int(sight.key(word + 1))
    return word, None


def _read_year(sight: Sight, word: int) -> Phrase | None:
    """ "in 2008", "a 2014 interview", "2024-11-19"."""
    year, end = int(sight.key(word)), sight.words.ends[word]
    if sight.words.ends[word] - sight.words.starts[word] != 4:
        return None  # 2,008
    month, day = day_of_month(sight.key(word + 1)), day_of_month(sight.key(word + 2))
    if month and day and month <= 12 and sight.text[end : end + 6][::3] == "--" and len(sight.key(word + 1)) == 2:
        return Phrase(word, word + 3, Meaning("date", year=year, month=month, day=day))
    if sight.before(word) not in YEAR_LEADS or sight.after(word) in ("percent", "people", "votes", "dollars"):
        return None
    return Phrase(word, word + 1, Meaning("date", year=year))


def _read_season(sight: Sight, word: int) -> Phrase | None:
    """ "last summer": which days it means depends on the hemisphere, so none are named."""
    if sight.before(word) not in ("last", "this", "next", "past"):
        return None
    first = word - 2 if sight.before(word - 1) in ("earlier", "later") else word - 1
    return Phrase(first, word + 1, Meaning("vague"))


def _read_vague(sight: Sight, word: int) -> Phrase | None:
    """ "recently", "Recently": a time that cannot be told."""
    if sight.before(word) == "most" or (sight.capital(word) and sight.before(word)):
        return None
    return Phrase(word, word + 1, Meaning("vague"))


Reader = Callable[[Sight, int], Phrase | None]
_READERS: dict[str, Reader] = {
    **dict.fromkeys([*WEEKDAYS, *SHORT_WEEKDAYS], _read_weekday),
    **dict.fromkeys(_TODAY, _read_today),
    **dict.fromkeys(DAY_PARTS, _read_day_part),
    **dict.fromkeys(UNITS, _read_unit),
    **dict.fromkeys(MONTHS, _read_month),
    **dict.fromkeys(SEASONS, _read_season),
    **{str(year): _read_year for year in range(1900, 2100)},
    "recently": _read_vague,
}
TRIGGERS = frozenset(_READERS)
