"""Months and dates: "June", "last June", "June 2016", "Nov. 19", "November 19, 2024", "the 19th of November"."""

from __future__ import annotations

from whence.times.calendar_words import MONTH_LEADS, MONTHS, SHIFTS, WORDLIKE_MONTHS, day_of_month
from whence.times.meanings import Constant
from whence.times.named_periods import Dated
from whence.times.phrases import Phrase
from whence.times.pointed import with_part
from whence.times.sight import Sight
from whence.times.years import read_year_at

_OWNERS = frozenset(["a", "an", "his", "her", "their", "its", "our", "my", "the"])
_NAMES = frozenset(["may", "march", "august", "april", "june"])  # words and first names too
_BETWEEN_DAYS = frozenset(["and", "to", "or", "through", "until"])
_BEHIND_DAYS = frozenset(["in", "at", "for", "on", "with", "to", "from", "and", "by", "near", "as", "after", "before",
                          "when", "the", "but", "it", "he", "she", "they"])  # fmt: skip
_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")


def read_month(sight: Sight, word: int) -> Phrase | None:
    """A month with the day and the year that stand around it.

    >>> from whence.text.words import split_words
    >>> read_month(Sight("on Nov. 19, 2024.", split_words("on Nov. 19, 2024.")), 1).meaning
    Dated(month=11, day=19, year=2024, shift=None)
    """
    month = MONTHS[sight.key(word)]
    if sight.key(word) in ("may", "march", "mar") and not sight.capital(word) and not _day_near(sight, word):
        return None
    return (
        _read_month_first(sight, word, month) or _read_day_first(sight, word, month) or _read_alone(sight, word, month)
    )


def _day_near(sight: Sight, word: int) -> bool:
    """Whether a day or a year stands beside a word, so that "may" and "march" are months in lower case too."""
    ordinal = sight.before(word)[-2:] in _ORDINAL_ENDINGS and day_of_month(sight.before(word)) is not None
    return ordinal or day_of_month(sight.after(word)) is not None or read_year_at(sight, word + 1) is not None


def _read_month_first(sight: Sight, word: int, month: int) -> Phrase | None:
    """ "November 19", "Nov. 19th, 2024"."""
    after = sight.after(word)
    day = day_of_month(after)
    if day is None or sight.gap(word) in (", ", "/", " - ") or sight.sign_after(word + 1) == "%":
        return None
    if after.isdigit() and sight.gap(word) == "-" and not sight.capital(word):
        return None
    last, year = _year_behind(sight, word + 2)
    shift = -1 if year is None and sight.before(word) == "last" else None
    return Phrase(word, last, "DATE", Dated(month, day, year, shift))


def _read_day_first(sight: Sight, word: int, month: int) -> Phrase | None:
    """ "19 November 2024", "the 19th of November"."""
    at = word - 1
    if sight.before(word) == "of" and sight.before(at)[-2:] in _ORDINAL_ENDINGS:
        at -= 1
    if not sight.joined(at) and sight.gap(at) != "/":
        return None
    day = day_of_month(sight.key(at))
    if day is None or sight.sign_before(at) in "$€£#.,":
        return None
    last, year = _year_behind(sight, word + 1)
    first = at - 1 if at < word - 1 and sight.before(at) == "the" else at
    return Phrase(first, last, "DATE", Dated(month, day, year))


def read_second_day(sight: Sight, word: int) -> Phrase | None:
    """The second day of two in one month: the "25" of "April 24 and 25", the "5" of "Jan. 3-5".

    >>> from whence.text.words import split_words
    >>> read_second_day(Sight("on April 24 and 25.", split_words("on April 24 and 25.")), 4).meaning
    Dated(month=4, day=25, year=None, shift=None)
    """
    at = word - 2 if sight.key(word - 1) in _BETWEEN_DAYS else word - 1
    if at == word - 1 and sight.gap(at) not in ("-", "–"):
        return None
    day = day_of_month(sight.key(word))
    if day is None or day_of_month(sight.key(at)) is None or sight.before(at) not in MONTHS:
        return None
    if not sight.linked(word - 1):
        return None
    if sight.joined(word) and sight.key(word + 1) not in _BEHIND_DAYS:
        return None  # "April 24 and 25 people"
    last, year = _year_behind(sight, word + 1)
    return Phrase(word, last, "DATE", Dated(MONTHS[sight.before(at)], day, year))


def _read_alone(sight: Sight, word: int, month: int) -> Phrase | None:
    """A month without a day: with its year, or where its name is nothing else."""
    last, year = _year_behind(sight, word + 1)
    if year is not None:
        return with_part(sight, Phrase(word, last, "DATE", Dated(month, None, year)))
    before, after = sight.before(word), sight.after(word)
    if not _is_month_alone(sight, word, before, after):
        return None
    if before in ("each", "every"):
        return Phrase(word - 1, word + 1, "SET", Constant(f"XXXX-{month:02d}"))
    if before in SHIFTS and before not in ("current", "upcoming"):
        phrase = Phrase(word - 1, word + 1, "DATE", Dated(month, shift=SHIFTS[before] if before != "past" else -1))
        if sight.before(word - 1) == "this" and before in ("past", "coming"):
            phrase = phrase._replace(first=word - 2)
        return phrase
    return with_part(sight, Phrase(word, word + 1, "DATE", Dated(month)))


def _is_month_alone(sight: Sight, word: int, before: str, after: str) -> bool:
    """Whether a month's name alone is the month, not a verb, a name or an adjective."""
    if sight.key(word) not in WORDLIKE_MONTHS:
        return sight.capital(word) or before in MONTH_LEADS or before in SHIFTS
    short = len(sight.key(word)) == 3 and sight.key(word) != "may"
    if not sight.capital(word) or (short and sight.sign_after(word) != "."):
        return False
    if _opens_name(sight, word) and before not in ("last", "next", "this"):
        return False  # "by April Jones"
    if before in _OWNERS and after in ("on", "for", "of"):
        return False  # "a March on Rome"
    return before in MONTH_LEADS or before in SHIFTS or sight.key(word) not in _NAMES


def _opens_name(sight: Sight, word: int) -> bool:
    """Whether a capitalised word follows after nothing but a space."""
    return sight.capital(word + 1) and sight.gap(word) in (" ", "\u00a0")


def _year_behind(sight: Sight, word: int) -> tuple[int, int | None]:
    """A year that follows the words up to `word`, "of" allowed: the word after it, and the year."""
    if not sight.linked(word - 1):
        return word, None
    at = word + 1 if sight.key(word) in ("of", "in") and sight.linked(word) else word
    year = read_year_at(sight, at)
    if year is None or (at > word and sight.key(word) == "in"):
        return word, None
    return year.last, year.number
