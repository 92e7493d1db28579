"""Units with a count: "nearly three years", "the past two months", "every two weeks"; and bare ones: "for years"."""

from __future__ import annotations

from whence.times.calendar_words import GRAINS, SHIFTS
from whence.times.counted_periods import Window
from whence.times.counted_units import BARE, CountedUnit
from whence.times.counting import is_figure, is_number
from whence.times.lengths import UNITS, YEARS, length_value
from whence.times.meanings import Constant
from whence.times.phrases import Meaning, Phrase
from whence.times.sight import Sight

_KINDS_OF_YEAR = frozenset(["fiscal", "calendar", "school", "lunar", "good"])  # "a fiscal year" is a kind, no length
FIRST = frozenset(["first", "final", "opening", "early", "closing", "initial"])
DETERMINERS = frozenset(["the", "these", "those"])
_ARTICLES = frozenset(["a", "an"])
_EVERY = frozenset(["every", "each"])
_TIMES = frozenset(["once", "twice", "thrice", "times"])
_MONEY = frozenset(["percent", "cents", "dollars", "million", "billion", "thousand", "trillion", "pounds", "euros",
                    "yen"])  # fmt: skip
_BEFORE_VERBS = frozenset(["will", "would", "can", "could", "may", "might", "should", "to", "not", "'ll"])
_BARE_LEADS = frozenset([
    "for", "in", "over", "within", "of", "after", "lasted", "last", "take", "took", "takes", "the", "spent", "through",
    "these", "those", "recent", "coming", "past", "during", "and", "or", "many", "future", "from", "by", "until",
    "before", "follows", "since",
])  # fmt: skip


def read_every(sight: Sight, word: int, counted: CountedUnit) -> Phrase | None:
    """ "every two weeks", "three times a day"."""
    value = Constant(length_value(counted.number.value, counted.unit))
    if sight.before(counted.first) in _EVERY:
        return Phrase(counted.first - 1, word + 1, "SET", value)
    if sight.key(counted.first) in _ARTICLES and counted.number.first == counted.first:
        noun = sight.before(counted.first)
        amount = sight.before(counted.first - 1)  # "50,000 ships a year", "hundreds of ships a year"
        counts = noun.endswith("s") and noun not in UNITS and (is_number(amount) or amount == "of")
        if noun in _TIMES or (counts and noun not in _MONEY):
            return Phrase(counted.first, word + 1, "SET", value)
    return None


def read_length(sight: Sight, word: int, counted: CountedUnit) -> Phrase | None:
    """ "five hours", "the past two months", "the first nine months", "a minute and a half", "two years or so"."""
    if _is_no_length(sight, word, counted):
        return None
    value, last = _with_half(sight, word, counted.number.value)
    mod = counted.mod
    if last == word + 1 and sight.after(word) == "or" and sight.key(word + 2) in ("so", "more"):
        mod, last = ("APPROX" if sight.key(word + 2) == "so" else "EQUAL_OR_MORE"), word + 3
    first, meaning = _with_lead(sight, counted, value)
    attribute = sight.gap(word - 1) == "-" and not sight.key(word).endswith("s")  # "the eight-year war"
    if sight.before(first) in DETERMINERS and not attribute:
        first -= 1
    if sight.before(first) == "of" and sight.before(first - 1) == "each":
        first -= 2
    return Phrase(first, last, "DURATION", meaning, mod)


def _with_half(sight: Sight, word: int, value: float | None) -> tuple[float | None, int]:
    """A count with the "and a half" behind its unit, and the word after it all."""
    behind = [sight.key(word + at) for at in (1, 2, 3)]
    if value is not None and behind == ["and", "a", "half"] and sight.joined(word):
        return value + 0.5, word + 4
    return value, word + 1


def _with_lead(sight: Sight, counted: CountedUnit, value: float | None) -> tuple[int, Meaning]:
    """The first word of a length with what leads it ("past", "next", "first"), and its meaning."""
    first, lead = counted.first, sight.before(counted.first)
    plain = Constant(length_value(value, counted.unit))
    if lead == "earlier" and sight.before(first - 1) == "year":
        return first - 2, plain  # "the year-earlier nine months"
    if lead == "last" and sight.before(first - 1) in _BEFORE_VERBS:
        return first, plain  # "it will last two years"
    if lead in SHIFTS and lead not in ("this", "current") and first == counted.number.first:
        return first - 1, _window(counted, value, SHIFTS[lead])
    return (first - 1 if lead in FIRST else first), plain


def _window(counted: CountedUnit, value: float | None, way: int) -> Meaning:
    """The days of "the past two months"; a vague count has none."""
    text = length_value(value, counted.unit)
    grain = "year" if counted.unit in YEARS else GRAINS.get(counted.unit)
    if value is None or grain is None or counted.number.rough:
        return Constant(text)
    return Window(text, grain, way * round(value * YEARS.get(counted.unit, 1)))


def _is_no_length(sight: Sight, word: int, counted: CountedUnit) -> bool:
    """Whether a count and a unit are something else: a fraction, a rate, a kind of year."""
    value, article = counted.number.value, sight.key(counted.first) in _ARTICLES
    if counted.unit == "quarter" and (value in (1.0, 0.5) or (value == 3 and sight.gap(word - 1) == "-")):
        return True  # "a quarter of", "three-quarters"
    if not article:
        return _is_always(sight, word)
    kind = counted.unit in ("second", "night", "weekend") or sight.before(word) in _KINDS_OF_YEAR
    return kind or _is_rate(sight, counted.first)


def _is_always(sight: Sight, word: int) -> bool:
    """Whether a unit behind a unit makes it a manner of speaking: "24 hours a day", "seven days a week"."""
    return sight.after(word) in _ARTICLES and sight.key(word + 2) in UNITS and sight.joined(word)


def _is_rate(sight: Sight, word: int) -> bool:
    """Whether a number stands before "a year", which is then part of a rate: "$500 million a year", "20% a year"."""
    before = sight.key(word - 1)
    counts = is_figure(before) or before in _MONEY or before in UNITS
    return counts and (sight.joined(word - 1) or sight.sign_after(word - 1) == "%")


def read_bare(sight: Sight, word: int) -> Phrase | None:
    """ "for years", "within weeks or months", "the years ahead", "decades-long"."""
    key = sight.key(word)
    if sight.after(word) == "long" and sight.gap(word) == "-" and key == UNITS[key]:
        return Phrase(word, word + 2, "DURATION", Constant(length_value(1, key)))
    if key not in BARE:
        return None
    phrase = Phrase(word, word + 1, "DURATION", Constant(length_value(None, UNITS[key])))
    if sight.after(word) == "long" and sight.gap(word) == "-":
        return phrase._replace(last=word + 2)
    if sight.before(word) not in _BARE_LEADS:
        return None
    phrase = and_unit(sight, with_the(sight, phrase))
    return phrase._replace(last=word + 2) if sight.after(word) == "ahead" else phrase


def and_unit(sight: Sight, phrase: Phrase) -> Phrase:
    """A phrase with a second unit behind it: "weeks and months"."""
    last = phrase.last
    if sight.after(last - 1) in ("and", "or") and sight.key(last + 1) in BARE and sight.joined(last):
        return phrase._replace(last=last + 2)
    return phrase


def with_the(sight: Sight, phrase: Phrase) -> Phrase:
    """A phrase with the article before it."""
    return phrase._replace(first=phrase.first - 1) if sight.before(phrase.first) in DETERMINERS else phrase
