"""Units that a word points at: "last week", "earlier this month", "the following day", "that year", "recent years"."""

from __future__ import annotations

from whence.times.calendar_words import FROM_TOLD, GRAINS, PART_MODS, PARTS, SHIFTS
from whence.times.counted_periods import Counted, LastQuarter, Weekend, Window
from whence.times.durations import FIRST, and_unit, with_the
from whence.times.lengths import UNITS, length_value
from whence.times.meanings import Constant, Part
from whence.times.phrases import Meaning, Phrase
from whence.times.sight import Sight

_KINDS_OF_YEAR = frozenset(["fiscal", "full", "calendar", "financial"])
_VAGUE = frozenset(["recent", "coming", "future"])
_SAME = frozenset(["that", "same"])
_EVERY = frozenset(["every", "each"])
_WINDOWS = frozenset(["day", "week", "month", "year", "decade", "century"])
_RUNNING = frozenset(["year", "quarter", "weekend", "week", "month"])  # "the year" is the running one
_BEHIND = {"before": -1, "earlier": -1, "previous": -1, "after": 1, "later": 1}  # "the year before"


def read_pointed(sight: Sight, word: int) -> Phrase | None:
    """The phrase of a unit without a count, by the word before it; None where no word points at it.

    >>> from whence.text.words import split_words
    >>> read_pointed(Sight("earlier this month", split_words("earlier this month")), 2)[:3]
    (0, 3, 'DATE')
    """
    key, before, first = sight.key(word), sight.before(word), word - 1
    if not sight.joined(first):
        return None
    fiscal = before in _KINDS_OF_YEAR
    if fiscal:
        before, first = sight.before(first), first - 1
    if key != UNITS[key]:
        return _read_several(sight, first, word, before)
    if key not in GRAINS or (key == "day" and before == "this"):
        return None
    recent = before == "past" or (before == "last" and sight.before(first) == "the")  # "over the last week"
    if recent and key in _WINDOWS:
        window = Window(length_value(1, key), GRAINS[key], -1)
        return _with_so(sight, with_the(sight, Phrase(first, word + 1, "DURATION", window)))
    if before in SHIFTS:
        return _read_shift(sight, Phrase(first, word + 1, "DATE", _shift(key, before)))
    if key == "week" and before == "the" and sight.after(word) == "of":
        return None  # "the week of March 6" is joined to its day
    if before in _SAME or (before == "the" and (fiscal or key in _RUNNING)):
        return _read_same(sight, first, word)
    return Phrase(first, word + 1, "SET", Constant(length_value(1, key))) if before in _EVERY else None


def _read_several(sight: Sight, first: int, word: int, before: str) -> Phrase | None:
    """ "recent years", "the coming weeks", "future quarters", "the first hours", "past months"."""
    key = sight.key(word)
    value = length_value(None, UNITS[key])
    if before in FIRST and (before != "early" or key == "years"):
        return with_the(sight, Phrase(first, word + 1, "DURATION", Constant(value)))
    if before == "future":
        return Phrase(first, word + 1, "DATE", Constant("FUTURE_REF"))
    if not (before in _VAGUE or before in SHIFTS) or before == "this" or UNITS[key] in ("second", "minute", "hour"):
        return None
    return and_unit(sight, with_the(sight, Phrase(first, word + 1, "DURATION", Constant(value))))


def _shift(unit: str, before: str) -> Meaning:
    """A period counted by a word before it."""
    if unit == "weekend":
        return Weekend(None if before == "past" else SHIFTS[before])
    return Counted(GRAINS[unit], SHIFTS[before], "told" if before in FROM_TOLD else "now")


def _read_shift(sight: Sight, phrase: Phrase) -> Phrase:
    """ "last week" with what belongs to it: "early", "earlier", "the", "this past", "or so"."""
    phrase = with_the(sight, phrase)
    if sight.before(phrase.first) == "this" and sight.key(phrase.first) in ("past", "coming"):
        phrase = phrase._replace(first=phrase.first - 1)
    return with_part(sight, _with_so(sight, phrase))


def _with_so(sight: Sight, phrase: Phrase) -> Phrase:
    """A phrase with the "or so" behind it."""
    if sight.after(phrase.last - 1) == "or" and sight.key(phrase.last + 1) == "so":
        return phrase._replace(last=phrase.last + 2, mod="APPROX")
    return phrase


def _read_same(sight: Sight, first: int, word: int) -> Phrase | None:
    """ "that year", "the same day", "the quarter", "the weekend": the one told before, or the running one."""
    key = sight.key(word)
    if sight.key(first) == "same" and sight.before(first) in ("the", "that"):
        first -= 1
    phrase = Phrase(first, word + 1, "DATE", Counted(GRAINS[key], 0, "told"))
    if key == "quarter":
        return phrase._replace(meaning=LastQuarter())
    if key == "weekend":
        return phrase._replace(meaning=Weekend(None))
    if key in ("week", "month", "year") and sight.key(first) == "the" and sight.key(first + 1) != "same":
        if sight.after(word) in _BEHIND and sight.gap(word + 1) != " ":
            steps = _BEHIND[sight.after(word)]
            return phrase._replace(last=word + 2, meaning=Counted(GRAINS[key], steps, "told"))
        if sight.after(word) in ("ended", "ending"):  # a year told by its end is not that of the calendar
            return phrase._replace(type="DURATION", meaning=Constant("P1Y"))
        return phrase._replace(meaning=Counted(GRAINS[key], 0))
    return with_part(sight, phrase)


def with_part(sight: Sight, phrase: Phrase) -> Phrase:
    """A phrase with the "early", "mid", "late", "earlier" or "later" before it.

    >>> from whence.text.words import split_words
    >>> from whence.times.meanings import Fixed
    >>> from whence.times.periods import period_at
    >>> june = Phrase(1, 2, "DATE", Fixed(period_at("month", 2016, 6)))
    >>> with_part(Sight("late June", split_words("late June")), june).mod
    'END'
    """
    before = sight.before(phrase.first)
    if before not in PARTS or not sight.joined(phrase.first - 1):
        return phrase
    part, meaning = PARTS[before], phrase.meaning
    if before.endswith("er") and isinstance(meaning, Counted):
        meaning = meaning._replace(part=before)
    else:
        meaning = Part(meaning, part)
    return phrase._replace(first=phrase.first - 1, meaning=meaning, mod=PART_MODS[part])
