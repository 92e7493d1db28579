"""A figure as one report states it: the number and unit in words, their hedge, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from bench.quality.drift.hedging import hedge_words
from bench.quality.drift.meaning import VAGUE, Bounds, Hedge, bounds_of, meant
from bench.quality.drift.spelling import ordinal_digits, spelled, spelled_ordinal
from bench.quality.drift.styles import Style
from bench.quality.drift.units import SIGNS, UNITS

_SHORT = {"million": "m", "billion": "bn"}
_NAMED = {12: "a dozen", 24: "two dozen", 500_000: "half a million", 36: "three dozen"}
_FRACTIONS = {50: "half", 25: "a quarter", 75: "three-quarters", 20: "a fifth", 40: "two-fifths", 80: "four-fifths"}
_RATIOS = {50: "one in two", 25: "one in four", 20: "one in five", 10: "one in 10", 40: "two in five"}


@dataclass(frozen=True, slots=True)
class Stated:
    """What stands in a report. `number` and `unit_words` are the evidence, `hedge_words` stand before or `after` it.

    `value` is in `unit`; `given` are the bounds of words that state no single number ("dozens", "10 to 12").
    `join` is what leads to the noun that is counted, `adjective` the unit before a noun ("day" in "12-day").
    """

    number: str
    unit: str
    value: float | None
    unit_words: str = ""
    hedge: Hedge = "exact"
    hedge_words: str = ""
    after: bool = False
    given: Bounds | None = None
    join: str = " "
    adjective: str = ""
    whole: bool = True

    @property
    def words(self) -> str:
        """The number with its unit."""
        return self.number + self.unit_words

    @property
    def bounds(self) -> Bounds:
        """What the words allow, in `unit`."""
        if self.given or self.value is None:
            return self.given or Bounds(0, 0)
        return bounds_of(self.value, self.hedge, whole=self.whole)

    @property
    def soft(self) -> Bounds:
        """What a writer means by the words, in `unit`."""
        if self.given or self.value is None:
            return self.bounds
        return meant(self.value, self.hedge, whole=self.whole)

    def hedged(self, kind: Hedge, draw: Random, *, counted: bool, attributive: bool = False) -> Stated:
        """The same under a hedge, in words of chance."""
        row = hedge_words(kind, counted=counted, attributive=attributive, draw=draw)
        return replace(self, hedge=kind, hedge_words=row.words, after=row.after)


def numeral(value: float, style: Style) -> str:
    """A number as a desk writes it."""
    if value != int(value) and value < 1_000_000:
        return f"{value:,.3f}".rstrip("0")
    for scale, name in ((10**9, "billion"), (10**6, "million")):
        if value >= scale:
            return f"{value / scale:.6g} {name}"
    whole = int(value)
    return spelled(whole) if whole <= style.words_to else f"{whole:,}".replace(",", style.separator)


def count(value: float, style: Style) -> Stated:
    """A count: "1,200"."""
    return Stated(numeral(value, style), "", value)


def vague(words: str, unit: str = "") -> Stated:
    """A vague count: "dozens"."""
    low, high, join = VAGUE[words]
    return Stated(words, unit, None, hedge="vague", given=Bounds(low, high), join=join)


def measure(value: float, unit: str, style: Style) -> Stated:
    """A measure: "90 square miles"."""
    forms = UNITS[unit].written
    singular, plural = forms[style.form % len(forms)]
    number = numeral(value, style) if unit in ("year", "month", "week", "day", "hour") else _digits(value, style)
    glue = "" if plural.startswith("°") or (plural in ("mph", "km", "kg", "ha", "C", "F") and style.form == 2) else " "
    return Stated(
        number, unit, value, glue + (singular if value == 1 else plural), adjective=singular.replace(" ", "-"),
        whole=False,
    )  # fmt: skip


def percent(value: float, style: Style) -> Stated:
    """A percentage: "4.2 percent"."""
    return Stated(_digits(value, style), "%", value, style.percent, whole=False)


def money(value: float, currency: str, style: Style) -> Stated:
    """An amount: "$3 million", "$3m", "3 million dollars", "US$3 million"."""
    number, sign = _digits(value, style), SIGNS[currency]
    plural = UNITS[currency].written[0][1]
    if style.money == "words":
        return Stated(number, currency, value, f" {plural}", adjective=plural[:-1], whole=False)
    if style.money == "sign short":
        head, _, scale = number.partition(" ")
        number = head + _SHORT.get(scale, scale)
    code = "US" if style.money == "sign code" and currency == "USD" else ""
    return Stated(code + sign + number, currency, value, whole=False)


def age(value: float, style: Style) -> Stated:
    """An age in years."""
    return Stated(numeral(value, style), "year old", value, adjective="year-old")


def ordinal(value: float, style: Style) -> Stated:
    """A rank: "fourth", "4th"."""
    number = int(value)
    short = style.ordinal_digits or number > 12
    return Stated(ordinal_digits(number) if short else spelled_ordinal(number), "", value)


def between(low: float, high: float, shape: Stated, style: Style) -> Stated:
    """A range in the shape of a single figure: "10 to 12 days"."""
    return replace(
        shape, number=f"{_digits(low, style)} to {_digits(high, style)}", value=None, hedge="range",
        given=Bounds(low, high), hedge_words="", after=False,
    )  # fmt: skip


def other_forms(stated: Stated) -> list[Stated]:
    """The same figure in forms that no house style gives: "a dozen", "twelve hundred", "half", "one in five"."""
    value, unit = stated.value, stated.unit
    if value is None or value != int(value) or stated.hedge not in ("exact", "at least", "more than", "nearly"):
        return []
    whole, found = int(value), list[Stated]()
    if unit == "" and not stated.adjective:
        if whole in _NAMED:
            found.append(replace(stated, number=_NAMED[whole]))
        if 1000 < whole < 10_000 and whole % 100 == 0 and whole % 1000:
            found.append(replace(stated, number=f"{spelled(whole // 100)} hundred"))
        if 1000 <= whole <= 20_000 and whole % 1000 == 0:
            found.append(replace(stated, number=f"{spelled(whole // 1000)} thousand"))
        if 12 < whole < 100:
            found.append(replace(stated, number=spelled(whole)))
    if unit == "%" and whole in _FRACTIONS:
        found += [replace(stated, number=_FRACTIONS[whole], unit_words="")] * 2
    if unit == "%" and whole in _RATIOS and stated.hedge == "exact":
        found.append(replace(stated, number=_RATIOS[whole], unit_words="", join=" in "))
    return found


def _digits(value: float, style: Style) -> str:
    """A number in digits, with a word for its scale from a million up."""
    return numeral(value, replace(style, words_to=0))
