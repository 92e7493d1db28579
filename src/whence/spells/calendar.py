"""Dates, months, quarters and holidays that spells read in any case of letters."""

from __future__ import annotations

import re

from whence.spells.days import weekend_near
from whence.spells.lifting import date_term
from whence.spells.terms import Term
from whence.spells.view import View
from whence.times.calendar_words import MONTHS
from whence.times.figure_dates import read_figure_date, read_short_figure_date
from whence.times.holidays import Holiday, read_holiday
from whence.times.meanings import Fixed
from whence.times.named_periods import Dated, Numbered
from whence.times.periods import period_at
from whence.times.phrases import Phrase
from whence.times.sight import Sight
from whence.times.worded_dates import read_worded_date
from whence.times.year_parts import read_short_quarter
from whence.times.years import read_year_at

GLUED_MONTH = re.compile(r"([a-z]{3,4})(\d{1,2})")
# Days that `holidays` leaves out, by month and day; from general knowledge.
FIXED_DAYS = {
    ("earth", "day"): (4, 22), ("new", "year"): (1, 1), ("saint", "patrick"): (3, 17), ("workers", "day"): (5, 1),
    ("labour", "day"): (5, 1), ("xmas",): (12, 25), ("xmas", "day"): (12, 25), ("all", "saints", "day"): (11, 1),
    ("women", "'s", "day"): (3, 8),
}  # fmt: skip


class _Capitals(Sight):
    """A text seen as if every word began with a capital, for readers that ask for one."""

    def capital(self, word: int) -> bool:
        """Every word."""
        return 0 <= word < len(self.words.keys)


def full_date(view: View, word: int) -> Term | None:
    """ "23.04.2022"."""
    return date_term(view, read_figure_date(view.sight, word))


def short_date(view: View, word: int) -> Term | None:
    """ "on 22/04", "this 5/12"."""
    phrase = read_short_figure_date(view.sight, word)
    shift = {"this": 0, "next": 1}.get(view.sight.before(word))
    if phrase and isinstance(phrase.meaning, Dated) and shift is not None:
        phrase = phrase._replace(first=word - 1, meaning=phrase.meaning._replace(shift=shift))
    return date_term(view, phrase)


def month(view: View, word: int) -> Term | None:
    """ "June 22nd", "in may"."""
    return date_term(view, read_worded_date(view.sight, word))


def glued_month(view: View, word: int) -> Term | None:
    """ "mar4"."""
    found = GLUED_MONTH.fullmatch(view.sight.key(word))
    month = MONTHS.get(found.group(1)) if found else None
    if found is None or month is None:
        return None
    return date_term(view, Phrase(word, word + 1, "DATE", Dated(month, int(found.group(2)))))


def holiday(view: View, word: int) -> Term | None:
    """ "christmas", "last easter", "labor day weekend"."""
    phrase = read_holiday(_Capitals(*view.sight), word)
    term = date_term(view, phrase)
    if phrase is None or term is None or not isinstance(phrase.meaning, Holiday):
        return term
    shift = {"previous": -1, "following": 1, "coming": 1}.get(view.sight.before(phrase.first))
    if phrase.meaning.year is None and shift:
        meaning = phrase.meaning._replace(shift=shift)
        term = date_term(view, phrase._replace(first=phrase.first - 1, meaning=meaning))
    if term and term.days and view.sight.after(term.last - 1) == "weekend":
        return term._replace(last=term.last + 1, days=weekend_near(term.days.low))
    return term


def fixed_day(view: View, word: int) -> Term | None:
    """Days that `holidays` leaves out."""
    for words, (month, day) in FIXED_DAYS.items():
        if words == tuple(view.sight.words.keys[word : word + len(words)]):
            year = read_year_at(view.sight, word + len(words))
            last = year.last if year else word + len(words)
            return date_term(view, Phrase(word, last, "DATE", Dated(month, day, year.number if year else None)))
    return None


def quarter(view: View, word: int) -> Term | None:
    """ "2017-q1"."""
    phrase = read_short_quarter(_Capitals(*view.sight), word)
    year = read_year_at(view.sight, word - 1) if view.sight.gap(word - 1) in (" ", "-", "/") else None
    if phrase and year and year.last == word and isinstance(phrase.meaning, Numbered) and not phrase.meaning.year:
        phrase = phrase._replace(first=word - 1, meaning=phrase.meaning._replace(year=year.number))
    return date_term(view, phrase)


def year_than(view: View, word: int) -> Term | None:
    """ "later than 2018"."""
    if view.sight.before(word) != "than" or view.sight.before(word - 1) not in ("later", "earlier"):
        return None
    year = read_year_at(view.sight, word)
    return date_term(view, Phrase(word, year.last, "DATE", Fixed(period_at("year", year.number)))) if year else None
