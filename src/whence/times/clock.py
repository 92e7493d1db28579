"""Times of the clock: "10 p.m.", "10:30 a.m. EST", "10pm", "1300 GMT", "5 o'clock", "14:30"."""

from __future__ import annotations

from typing import NamedTuple

from whence.times.counted_periods import Counted
from whence.times.counting import is_figure
from whence.times.meanings import tell_period
from whence.times.phrases import Meaning, Phrase, Standpoint, Told
from whence.times.sight import Sight

_ZONES = frozenset(["est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt", "gmt", "utc", "bst",
                    "cet", "cest", "ist", "jst", "msk"])  # fmt: skip
# Figures with a colon alone are a time after one of these: not "3:16", a score or a verse.
_LEADS = frozenset([
    "at", "by", "until", "till", "from", "to", "since", "before", "after", "around", "about", "and", "between", "past",
    "only",
])  # fmt: skip
_HALVES = frozenset(["am", "pm"])
_OCLOCK = frozenset(["o", "o'clock", "o’clock", "oclock"])
_BEHIND_HOURS = frozenset([*_HALVES, *_ZONES, *_OCLOCK, "in"])
_PART_HALVES = {"morning": "am", "afternoon": "pm", "evening": "pm"}  # "4 in the morning"


class Clock(NamedTuple):
    """A time of day on the day that another phrase names, else on the day of the standpoint."""

    time: str
    day: Meaning | None = None

    def tell(self, seen: Standpoint) -> Told:
        """The day's value with the time."""
        if self.day is not None:
            told = self.day.tell(seen)
        elif seen.told and seen.told.grain == "day":
            told = tell_period(seen.told)
        else:
            told = Counted("day", 0).tell(seen)
        return told._replace(value=told.value + self.time)


class _Hour(NamedTuple):
    """A time of the clock from word `first` up to and not including word `last`."""

    first: int
    last: int
    value: str


def read_clock(sight: Sight, word: int) -> Phrase | None:
    """ "10 p.m.", "10:30 a.m. EST", "10pm", "1300 GMT", "5 o'clock", "14:30"."""
    hour = _read_hour(sight, word)
    if hour is None:
        return None
    last = hour.last
    while sight.linked(last - 1) and sight.key(last) in _ZONES and sight.capital(last):
        last += 1
    zone = "Z" if last > hour.last and sight.key(last - 1) in ("gmt", "utc") else ""
    mod = "APPROX" if sight.before(word) in ("around", "about", "approximately") else None
    first = word - 1 if sight.before(word) == "around" else word
    return Phrase(first, last, "TIME", Clock(hour.value + zone), mod)


def _read_hour(sight: Sight, word: int) -> _Hour | None:
    """The time of the clock that begins with a figure."""
    key = sight.key(word)
    if key.isdigit() and sight.key(word + 1) not in _BEHIND_HOURS:
        return None  # most numbers are no hours
    after = sight.after(word)
    figures, half = (key[:-2], key[-2:]) if key[-2:] in _HALVES else (key, after if after in _HALVES else "")
    last = word + (1 if figures != key else 2 if half else 1)
    hours, colon, minutes = figures.partition(":")
    part = sight.key(word + 3) if [after, sight.key(word + 2)] == ["in", "the"] else ""
    if not half and part in _PART_HALVES:
        return _as_hour(word, word + 4, (hours, minutes), _PART_HALVES[part])
    if not half and after in _OCLOCK:
        return _as_hour(word, word + 2, (hours, minutes), "")
    if not half and not colon:
        return _read_military(sight, word)
    if not half and sight.before(word) not in _LEADS and after not in _ZONES:
        return None
    if not colon and "." in hours:
        hours, _, minutes = hours.partition(".")
    if not half and sight.sign_after(word) in (".", ":") and sight.gap(word)[:1] in (".", ":") and after.isdigit():
        return None
    return _as_hour(word, last, (hours, minutes), half)


def _as_hour(word: int, last: int, time: tuple[str, str], half: str) -> _Hour | None:
    """Figures as a time of the clock; None where the clock has no such time."""
    hours, minutes = time
    if not (0 < len(hours) < 3 and hours.isascii() and hours.isdigit()) or (minutes and len(minutes) not in (2, 5)):
        return None
    hour = int(hours)
    if (minutes and not is_figure(minutes.replace(":", ""))) or hour > (12 if half else 23) or minutes > "59:59":
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return _Hour(word, last, f"T{hour:02d}:{minutes or '00'}")


def _read_military(sight: Sight, word: int) -> _Hour | None:
    """ "1300 GMT"."""
    key = sight.key(word)
    if not (len(key) == 4 and is_figure(key) and sight.after(word) in _ZONES and sight.capital(word + 1)):
        return None
    return _as_hour(word, word + 1, (key[:2], key[2:]), "")
