"""Decades and centuries: "the early 1980s", "the '90s", "the nineties", "the 20th century"."""

from __future__ import annotations

from whence.times.counting import figure_value, is_figure
from whence.times.durations import with_the
from whence.times.meanings import Fixed
from whence.times.periods import Grain, Period, period_at
from whence.times.phrases import Phrase
from whence.times.pointed import with_part
from whence.times.sight import Sight
from whence.times.years import OLD_YEARS

DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
            "eighties": 80, "nineties": 90}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}  # fmt: skip


def read_decade(sight: Sight, word: int) -> Phrase | None:
    """A decade, or a century that is written as one ("the 1800s").

    >>> from whence.text.words import split_words
    >>> read_decade(Sight("in the early 1980s", split_words("in the early 1980s")), 3)[:3]
    (1, 4, 'DATE')
    """
    key = sight.key(word)
    if key in DECADES:
        if sight.before(word) not in ("the", "early", "late", "mid"):
            return None
        year = 1900 + DECADES[key]
    else:
        figures = key[:-1]
        if (
            key[-1] != "s"
            or figures[-1:] != "0"
            or len(figures) not in (2, 4)
            or not (figures.isascii() and figures.isdigit())
        ):
            return None
        if len(figures) == 2 and not _is_short_decade(sight, word):
            return None
        year = int(figures) if len(figures) == 4 else 1900 + int(figures)
        if year not in OLD_YEARS:
            return None
    grain: Grain = "century" if year % 100 == 0 and year < 2000 else "decade"  # "the 1800s"
    return with_the(sight, with_part(sight, Phrase(word, word + 1, "DATE", Fixed(period_at(grain, year)))))


def _is_short_decade(sight: Sight, word: int) -> bool:
    """Whether two figures name a decade: "the '90s", "the late 70s", but not "in her late 70s"."""
    if sight.sign_before(word) and sight.sign_before(word) in "'’‘":
        return True
    lead = sight.before(word - 1) if sight.before(word) in ("early", "late", "mid") else sight.before(word)
    return lead == "the"


def read_century(sight: Sight, word: int) -> Phrase | None:
    """ "the 20th century", "the mid-nineteenth century"; other centuries are read as units."""
    before = sight.before(word)
    number = _ORDINALS.get(before)
    if number is None and before[-2:] in ("th", "st", "nd", "rd") and is_figure(before[:-2]):
        number = int(figure_value(before[:-2]))
    if number is None or not 1 <= number <= 30:
        return None
    first = word - 1
    if sight.before(first) == "twenty" and number < 10:
        first, number = first - 1, number + 20
    phrase = Phrase(first, word + 1, "DATE", Fixed(Period("century", number - 1)))
    return with_the(sight, with_part(sight, phrase))
