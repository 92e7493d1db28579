"""Units: their names and signs, what they measure, and how many base units each is."""

from __future__ import annotations

from typing import NamedTuple, get_args

from whence.records import FigureKind
from whence.text.style import is_function_word
from whence.text.wordlists import read_word_list
from whence.text.words import Words

_KINDS: dict[str, FigureKind] = {kind: kind for kind in get_args(FigureKind)}
_MOST_WORDS = 4
_SQUARE = frozenset(["square", "sq"])
_CUBIC = frozenset(["cubic", "cu"])
_PER = frozenset(["per", "an", "a", "/"])
_SECONDS_A_DAY = 86400.0


class Unit(NamedTuple):
    """A unit: its singular name, what it measures, its base unit and how many of those it is."""

    name: str
    kind: FigureKind
    base: str
    factor: float


class UnitRead(NamedTuple):
    """A unit in the text: which, where its words end, and the word after them."""

    unit: Unit
    end: int
    last: int


def _read_table() -> tuple[dict[str, Unit], dict[str, Unit], dict[str, Unit]]:
    """All units by name as it stands in the text, by sign, and by canonical name."""
    names: dict[str, Unit] = {}
    signs: dict[str, Unit] = {}
    known: dict[str, Unit] = {}
    for line in read_word_list("units"):
        kind, name, base, factor, forms, symbols = (field.strip() for field in line.split("|"))
        unit = Unit(name, _KINDS[kind], base, float(factor))
        known[name] = unit
        names |= {form.replace("_", " "): unit for form in forms.split()}
        signs |= dict.fromkeys(symbols.split(), unit)
    return names, signs, known


NAMES, SIGNS, KNOWN = _read_table()
_NEVER_SINGULAR = frozenset(["second", "point"])  # "two second chances": a unit only where a hyphen joins it


def unit_after(text: str, words: Words, at: int) -> UnitRead | None:
    """The unit whose name begins with a word, composed ones included: "square miles", "kilometers per hour".

    >>> from whence.text.words import split_words
    >>> text = "90 square miles an hour"
    >>> unit_after(text, split_words(text), 1).unit.name
    'square mile'
    """
    key = words.keys[at] if at < len(words.keys) else ""
    if key in _SQUARE or key in _CUBIC:
        inner = _simple(text, words, at + 1)
        if inner is None or inner.unit.kind != "length":
            return None
        return inner._replace(unit=_raised(inner.unit, 2 if key in _SQUARE else 3))
    read = _simple(text, words, at)
    if read and read.unit.kind == "length":
        return _speed(text, words, read) or read
    return read


def _simple(text: str, words: Words, at: int) -> UnitRead | None:
    """The longest listed name that begins with a word."""
    if at >= len(words.keys) or words.keys[at] not in _FIRST:
        return None
    for size in range(min(_MOST_WORDS, len(words.keys) - at), 0, -1):
        unit = NAMES.get(" ".join(words.keys[at : at + size]))
        if unit and _unbroken(text, words, at, size):
            return UnitRead(unit, words.ends[at + size - 1], at + size)
    return None


_FIRST = frozenset(name.split()[0] for name in NAMES)


def _unbroken(text: str, words: Words, at: int, size: int) -> bool:
    """Whether only spaces and hyphens stand between the words of a name."""
    gaps = [text[words.ends[index] : words.starts[index + 1]] for index in range(at, at + size - 1)]
    return all(len(gap) <= 3 and not gap.strip(" -\u00a0‐‑.") for gap in gaps)


def _raised(unit: Unit, power: int) -> Unit:
    """The square or the cube of a length."""
    name = f"{'square' if power == 2 else 'cubic'} {unit.name}"
    return Unit(name, "area" if power == 2 else "volume", f"m{power}", unit.factor**power)


def _speed(text: str, words: Words, length: UnitRead) -> UnitRead | None:
    """A length in a time: "miles an hour", "km/h"."""
    at = length.last
    if at >= len(words.keys):
        return None
    if text[length.end : words.starts[at]] != "/":
        if words.keys[at] not in _PER or text[length.end : words.starts[at]].strip(" -"):
            return None
        at += 1
    key = words.keys[at] if at < len(words.keys) else ""
    time = NAMES.get(key) or _TIME_SIGNS.get(key)
    if time is None or time.kind != "duration" or time.name not in _TIMES or key.endswith("s") != (key in ("ms", "s")):
        return None
    factor = length.unit.factor / (time.factor * _SECONDS_A_DAY)
    return UnitRead(Unit(f"{length.unit.name} per {time.name}", "speed", "m/s", factor), words.ends[at], at + 1)


_TIMES = frozenset(["hour", "second", "millisecond", "minute"])
_TIME_SIGNS = {"h": NAMES["hour"], "s": NAMES["second"], "ms": SIGNS["ms"]}


def sign_after(text: str, words: Words, end: int, at: int) -> UnitRead | None:
    """The unit whose sign stands after digits that end at `end`, grown on to them or not: "75ml", "190 km2", "85°".

    `at` is the word after the digits. Signs are read as they are written: MB is no Mb.
    """
    gap = 1 if text[end : end + 1] in (" ", "\u00a0", "\u202f") else 0
    start = end + gap
    stop = start
    while stop < len(text) and stop - start < 6 and (text[stop].isalnum() or text[stop] in "°%٪％℃℉"):
        stop += 1
    if stop < len(text) and stop - start >= 6 and text[stop].isalnum():
        return None
    unit = SIGNS.get(text[start:stop])
    if unit is None and text[start : start + 1] in ("%", "٪", "％", "°"):
        stop = start + 1
        unit = SIGNS.get(text[start:stop])
    if unit is None or (gap and text[start:stop] in _GROWN_ONLY) or _goes_on(text, stop):
        return None
    if text[start:stop] in ("C", "F") and not _tells_temperature(text, words, at):
        return None
    last = at
    while last < len(words.starts) and words.starts[last] < stop:
        last += 1
    read = UnitRead(unit, stop, last)
    return (_speed(text, words, read) if unit.kind == "length" else None) or read


_GROWN_ONLY = frozenset(
    ["t", "C", "F", "W", "l", "L", "fl", "hp", "kn", "kt"]
)  # apart from their digits they are words


def _tells_temperature(text: str, words: Words, at: int) -> bool:
    """Whether "35C" is a temperature: a word of grammar or a bracket stands before it, as no name does ("777F")."""
    before = words.keys[at - 2] if at > 1 else ""
    bracket = text[words.starts[at - 1] - 1 : words.starts[at - 1]] == "("
    return not before or bracket or (is_function_word(before) and before not in ("the", "a", "must", "or"))


def _goes_on(text: str, stop: int) -> bool:
    """Whether a sign is part of something longer: "173m-2"."""
    return text[stop - 1].isalpha() and text[stop : stop + 1] in ("-", "_", "@") and text[stop + 1 : stop + 2].isdigit()


def in_main_unit(name: str) -> Unit | None:
    """The unit of a canonical name, composed ones included; None for money and for what is not known.

    >>> in_main_unit("square mile").factor
    2589988.110336
    """
    if name in KNOWN:
        return KNOWN[name]
    first, _, rest = name.partition(" ")
    if first in _SQUARE or first in _CUBIC:
        return _raised(KNOWN[rest], 2 if first in _SQUARE else 3) if rest in KNOWN else None
    length, _, time = name.partition(" per ")
    if length in KNOWN and time in KNOWN:
        factor = KNOWN[length].factor / (KNOWN[time].factor * _SECONDS_A_DAY)
        return Unit(name, "speed", "m/s", factor)
    return None
