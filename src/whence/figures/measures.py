"""Measures: a numeral with the unit at it, compounds ("5 feet 2 inches") and ranges ("10 to 12 percent") as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from whence.figures.cardinals import tidy
from whence.figures.money import SignRead, money_after, money_sign_after, sign_before
from whence.figures.nouns import WORD_GROUPS, is_plural
from whence.figures.numeral_words import NOTHING, TOKENS
from whence.figures.numerals import Numeral
from whence.figures.units import Unit, UnitRead, sign_after, unit_after
from whence.records import FigureKind
from whence.text.words import Words

_JOINT = re.compile(r"[ \u00a0\u2009\u202f]?[-‐‑]?[ \u00a0]?")
GROWN_HEDGES = frozenset(["plus", "odd", "something"])
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
# After "1.8m" these say that it is metres; before it a sum or a count of people has millions.


class Measure(NamedTuple):
    """A number with its unit: positions, words (`first` to before `last`), value, and what the words around may add.

    `high` is the other end of a range, whose low end is `value`; `joined` says that a hyphen leads on ("1,000-day
    war"), `named` that a unit of money is told by its name or code, not by a sign.
    """

    kind: FigureKind
    value: float
    unit: str
    step: float
    start: int
    end: int
    first: int
    last: int
    form: str
    high: float | None = None
    joined: bool = False
    named: bool = False


def measure_numerals(text: str, words: Words, numerals: Sequence[Numeral], dollar: str) -> list[Measure]:
    """Every numeral with its unit; a sign of money between two numbers belongs to the one that takes it first."""
    found: list[Measure] = []
    for numeral in numerals:
        measure = measure_numeral(text, words, numeral, dollar)
        if measure and found and measure.start < found[-1].end:
            measure = measure_numeral(text, words, numeral, dollar, after=found[-1].end)
        if measure and not (found and measure.start < found[-1].end):
            found.append(measure)
    return found


def measure_numeral(text: str, words: Words, numeral: Numeral, dollar: str, *, after: int = 0) -> Measure | None:
    """A numeral with its unit; None for digits with letters grown on to them that are no unit ("737s", "24703L202")."""
    plain = Measure("number", numeral.value, "", numeral.step, *numeral[:4], numeral.form)
    if numeral.form in ("ordinal", "piece"):
        return plain._replace(kind="ordinal") if numeral.form == "ordinal" else None
    digits = text[numeral.start].isdigit() or text[numeral.start] == "."
    before = sign_before(text, numeral.start) if digits else None
    if before and before.start >= after:
        return _with_sign(text, words, plain, before, dollar)
    if digits and text[numeral.start - 1 : numeral.start].isalpha() and numeral.start:
        return None
    read = _unit_of(text, words, numeral)
    if read is None:
        return None if numeral.tail else _percent_of(words, plain)
    return _with_unit(text, words, plain, read)


def _percent_of(words: Words, plain: Measure) -> Measure:
    """A bare number as it is, or with the "per cent of" before it that belongs to no other number."""
    first = plain.first - 1
    if first < 1 or words.keys[first] != "of" or words.keys[first - 1] not in ("percent", "percents", "cent"):
        return plain
    first -= 1 + (words.keys[first - 1] == "cent")
    if first < 0 or words.keys[first] not in ("percent", "percents", "per"):
        return plain
    before = words.keys[first - 1] if first else ""
    if before in TOKENS or before[:1].isdigit() or before in ("what", "a", "the"):
        return plain
    return plain._replace(kind="percent", unit="percent", start=words.starts[first], first=first)


def _unit_of(text: str, words: Words, numeral: Numeral) -> UnitRead | None:
    """The unit after a numeral, by sign or by name."""
    digits = text[numeral.end - 1].isdigit() or not text[numeral.end - 1].isascii()
    if digits:
        if numeral.tail == "m" and not _is_metre(text, words, numeral):
            return UnitRead(_MILLION, numeral.end + 1, numeral.last)
        read = sign_after(text, words, numeral.end, numeral.last) or money_sign_after(
            text, words, numeral.end, numeral.last
        )
        if read or numeral.tail:
            return read or _grown_name(text, words, numeral)
        read = _bracketed(text, words, numeral)
        if read:
            return read
    elif text[numeral.end : numeral.end + 1] in ("%", "$", "€", "£") or text[numeral.end : numeral.end + 2] in (
        " %",
        " €",
    ):
        return sign_after(text, words, numeral.end, numeral.last) or money_sign_after(
            text, words, numeral.end, numeral.last
        )
    if numeral.last >= len(words.keys) or not _leads_on(text, numeral.end, words.starts[numeral.last]):
        return None
    at = numeral.last + (
        _article_between(words, numeral) or _is_apart(text, words, numeral) or _is_hedged(text, words, numeral)
    )
    read = money_after(text, words, at, abs(numeral.value)) or unit_after(text, words, at)
    return None if read is None or _is_no_unit(text, words, numeral) else read


_MILLION = Unit("", "number", "", 1e6)


def _is_apart(text: str, words: Words, numeral: Numeral) -> bool:
    """Whether one word stands between a number and its unit: "three more months", "five straight days"."""
    at = numeral.last
    spaced = text[numeral.end : words.starts[at]] == " " and at + 1 < len(words.keys)
    return (
        spaced and words.keys[at] in WORD_GROUPS["before a unit"] and text[words.ends[at] : words.starts[at + 1]] == " "
    )


def _is_hedged(text: str, words: Words, numeral: Numeral) -> bool:
    """Whether a hedge grown on to a number stands before its unit: "90-plus percent", "30-odd years"."""
    at = numeral.last
    return text[numeral.end : words.starts[at]] == "-" and words.keys[at] in GROWN_HEDGES


def _article_between(words: Words, numeral: Numeral) -> int:
    """How many words lead from a part to its unit: "half an hour", "a quarter of a mile"."""
    if numeral.form != "fraction":
        return 0
    following = words.keys[numeral.last : numeral.last + 3]
    size = 2 if following[:1] == ["of"] else 1
    return size if following[size - 1 : size] in (["a"], ["an"]) else 0


def _is_metre(text: str, words: Words, numeral: Numeral) -> bool:
    """Whether the "m" at digits is metres: unless a plural follows that is none of the words said of a length."""
    if numeral.last >= len(words.keys) or text[numeral.end + 1 : numeral.end + 2] != " ":
        return True
    key = words.keys[numeral.last]
    following = words.keys[numeral.last + 1 : numeral.last + 2]
    plural = is_plural(key) or (bool(following) and is_plural(following[0]))
    return key in WORD_GROUPS["metric"] or not plural or bool(TOKENS.get(key))


def _grown_name(text: str, words: Words, numeral: Numeral) -> UnitRead | None:
    """A unit in full, grown on to the digits ("10metres"), or with a power ("24703m2")."""
    stop = words.ends[numeral.last - 1]
    if text[stop : stop + 1] in ("2", "3", "²", "³"):
        read = sign_after(text, words, numeral.end, numeral.last)
        if read:
            return read
    if len(numeral.tail) < 3 or text[stop : stop + 1] in ("-", "_") or text[stop : stop + 1].isalnum():
        return None
    one = Words([numeral.end], [stop], [numeral.tail.lower()])
    read = unit_after(text, one, 0)
    return read and UnitRead(read.unit, stop, numeral.last)


def _bracketed(text: str, words: Words, numeral: Numeral) -> UnitRead | None:
    """A unit in brackets of its own: "20 (kg)"."""
    at = numeral.end + (text[numeral.end : numeral.end + 1] == " ")
    closing = _BRACKETS.get(text[at : at + 1])
    if closing is None or numeral.last >= len(words.keys) or words.starts[numeral.last] != at + 1:
        return None
    read = sign_after(text, words, at + 1, numeral.last)
    if read is None or text[read.end : read.end + 1] != closing:
        return None
    return read._replace(end=read.end + 1)


def _leads_on(text: str, end: int, start: int) -> bool:
    """Whether a number and the word after it stand together: a space, a hyphen, or both."""
    return start - end <= 3 and _JOINT.fullmatch(text, end, start) is not None and start > end


def _is_no_unit(text: str, words: Words, numeral: Numeral) -> bool:
    """Whether the word after a number only looks like a unit: "eight U.S. supplied", "two second chances"."""
    key = words.keys[numeral.last]
    hyphened = "-" in text[numeral.end : words.starts[numeral.last]]
    if not hyphened and (key == "point" or (key == "second" and numeral.value != 1)):
        return True
    return key in ("cup", "cups") and text[words.starts[numeral.last]].isupper()


def _with_sign(text: str, words: Words, plain: Measure, before: SignRead, dollar: str) -> Measure:
    """A sum with its sign before it: "$48.2 million"; "$1.5m" is a million and a half."""
    unit, end, last = before.unit, plain.end, plain.last
    name = dollar if text[plain.first and before.start : plain.start].strip() == "$" else unit.name
    times = unit.factor if unit.factor > 1 else 1.0
    if text[end : end + 1] in ("m", "M") and not text[end + 1 : end + 2].isalnum():
        times, end = times * 1e6, end + 1
    elif text[end : end + 1] in ("t", "T") and not text[end + 1 : end + 2].isalnum():
        times, end = times * 1e12, end + 1
    start = before.start - (text[before.start - 1 : before.start] in tuple("-−") and _is_sign(text, before.start - 1))
    value = plain.value * times * (-1 if start < before.start else 1)
    after = money_after(text, words, last, plain.value) if text[end : end + 1] == " " else None
    if (
        after
        and text[end : words.starts[last]] == " "
        and after.unit.base in (name, unit.base)
        and after.unit.factor == 1
    ):
        end, last = after.end, after.last
    step = plain.step * times
    named = text[before.start : plain.start].strip().isalpha()
    first = plain.first
    while first and words.starts[first - 1] >= start:
        first -= 1
    return plain._replace(
        kind="money", value=tidy(value), unit=name, step=step, start=start, end=end, first=first, last=last, named=named
    )


def _is_sign(text: str, at: int) -> bool:
    """Whether the hyphen at a position is a minus sign: after a space or a bracket."""
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "(["


def _is_angle(words: Words, first: int, last: int) -> bool:
    """Whether degrees are those of an angle: something turns, or has one."""
    near = (*words.keys[max(first - 3, 0) : first], *words.keys[last : last + 2])
    return any(key in WORD_GROUPS["turning"] for key in near)


def _with_unit(text: str, words: Words, plain: Measure, read: UnitRead) -> Measure:
    """A number with the unit after it."""
    unit, end, last = read.unit, read.end, read.last
    if unit.name == "degree" and _is_angle(words, plain.first, last):
        unit = unit._replace(kind="number")
    times = 1.0
    if unit is _MILLION:
        return plain._replace(value=tidy(plain.value * 1e6), step=plain.step * 1e6, end=end, last=last)
    if unit.kind == "money":
        times = unit.factor if unit.factor > 1 else 1.0
        token = TOKENS.get(words.keys[last], NOTHING) if last < len(words.keys) else NOTHING
        if token.kind == "magnitude" and not token.plural and text[end : words.starts[last]] == " ":
            times, end, last = token.value, words.ends[last], last + 1
    led = text[plain.end : plain.end + 1] in ("-", "‐", "‑")
    joined = led or (text[end : end + 1] in ("-", "‐", "‑") and text[end + 1 : end + 2].isalpha())
    return plain._replace(
        kind=unit.kind, value=tidy(plain.value * times), unit=unit.name, step=plain.step * times, end=end, last=last,
        joined=joined, named=unit.kind == "money",
    )  # fmt: skip
