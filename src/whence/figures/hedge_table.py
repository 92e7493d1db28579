"""The one table of hedges: what the words around a number allow (hard), and what a writer means by them (soft).

Each row is one function of the number v, the step in which it is told (11,000: thousands) and its kind. It rests on
Krifka, "Approximate interpretation of number words" (2007), and Jansen & Pollmann, "On round numbers" (2001): an
unhedged v stands for what rounds to it, a bound for one step on its side.

Three things narrow a step. A very round number (10, 100, 1,000) is not told in steps as large as itself: unhedged it
stands for a twentieth of itself on each side at most (1,000 days: 950 to 1,050), an eighth where words are stretched.
A number that ends in 5 (25, 150) is told in fives where a hedge says that it is rough. Percentages, ages, scores,
ordinals, ratios and dates are never rounded to tens without a word that says so.

Below zero "nearly" and "just over" look towards zero and away from it, as they do above; every other row keeps the
order of the numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from whence.figures.intervals import scale
from whence.records import FigureKind, HedgeKind, Interval
from whence.text.wordlists import read_word_list

Intervals = tuple[Interval, Interval]
"""A hard and a soft interval."""

TOLD_EXACTLY = frozenset(["percent", "age", "score", "ordinal", "ratio", "date"])
ROUNDED_AT_A_STRETCH = frozenset(["percent", "ratio"])  # "40 percent" of 38.5
MAY_BE_NEGATIVE = frozenset(["temperature", "money", "number", "score"])
EXACT_SHARE = 0.1  # an unhedged number is told in steps of at most a tenth of itself: 1,000 days are 950 to 1,050
STRETCHED_SHARE = 0.25  # and at a stretch of a quarter: "1,000 people" of 880 or 1,120
SMALLEST_STRETCHED = 20  # fewer are counted one by one: "10 killed" does not stand for 11
ROUGH_SHARE = 0.1  # "about 11,327" stands for a tenth on each side, however finely it is told
_FINEST = 1e-12  # of a number: finer than floats can tell
ROUND = 10  # a step from here up comes from rounding; smaller ones are those of digits
CLOSE = 0.25  # "nearly" and "just over": a quarter of a step ("nearly three years": from two years and nine months)
CLOSE_TO_ROUND = 0.5  # half a step of a round number: "nearly 24,000" of 23,600, "nearly 50" of 46


def intervals(
    hedge: HedgeKind, low: float, high: float | None, step: float, *, kind: FigureKind = "number"
) -> Intervals:
    """What a number with its hedge allows, and what a writer means by it, in the unit of the figure.

    Args:
        hedge: the kind of hedge.
        low: the number; for "range" and "vague" the lower of the two ends.
        high: the upper end of "range" and "vague", None where there is none; no other hedge looks at it.
        step: how finely the number is told (11,000 -> 1,000).
        kind: what the number is; percentages and ages are told exactly, temperatures go below zero.

    Returns:
        The hard and the soft interval; every number of the soft one lies in the hard one.

    >>> intervals("more than", 2, None, 1)
    (Interval(low=2, high=None, open_low=True, open_high=False), Interval(low=2, high=3, open_low=True, open_high=True))
    >>> intervals("nearly", 3, None, 1)[1]
    Interval(low=2.75, high=3, open_low=False, open_high=True)
    >>> intervals("exact", 1000, None, 1000)[1]
    Interval(low=950.0, high=1050.0, open_low=False, open_high=True)
    """
    step = max(abs(step) or 1.0, abs(low) * _FINEST)
    if hedge in ("range", "vague"):
        return _RANGES[hedge](low, high)
    return _ROWS[hedge](_Told(low, step, kind))


def vague_interval(words: str) -> Interval | None:
    """What a writer means by a word that tells no number; None where it is no such word.

    Args:
        words: the words without an article, keys joined by a space ("few", "couple of dozen", "tens of thousands").

    >>> vague_interval("dozens")
    Interval(low=24.0, high=99.0, open_low=False, open_high=False)
    """
    return VAGUE.get(words)


def _read_vague() -> dict[str, Interval]:
    """The table of vague words."""
    rows = (line.split(" | ") for line in read_word_list("vague_numbers"))
    return {words: Interval(float(low), float(high)) for words, low, high in rows}


VAGUE: dict[str, Interval] = _read_vague()
"""Words that stand for a number without telling it, and what a writer means by each."""


class _Told(NamedTuple):
    """A number as it is told: v, its step, its kind."""

    v: float
    step: float
    kind: FigureKind

    @property
    def rough_step(self) -> float:
        """The step where a hedge calls the number rough: 25 and 150 are told in fives."""
        count = round(abs(self.v) / self.step, 3)
        return self.step * 5 if count > 5 and count % 10 == 5 else self.step

    @property
    def room_above(self) -> float:
        """How much more than v "more than v" means: a step, and a tenth of a number that is told finely."""
        return max(self.rough_step, ROUGH_SHARE * abs(self.v))

    @property
    def room_below(self) -> float:
        """How much less than v "less than v" means; a very round number is not left by all of itself."""
        return min(self.room_above, abs(self.v) / 2) if self.step >= ROUND else self.room_above

    @property
    def close(self) -> float:
        """The step that "nearly" and "just over" look at."""
        return min(self.rough_step, abs(self.v) / 2 if self.step >= ROUND else abs(self.v) or self.step)

    @property
    def very_close(self) -> float:
        """How near "nearly" and "just over" mean."""
        return self.close * (CLOSE_TO_ROUND if self.step >= ROUND else CLOSE)

    @property
    def least(self) -> float | None:
        """The least that a number of this kind can be; None where nothing bounds it."""
        return None if self.kind in MAY_BE_NEGATIVE or self.v <= 0 else 0.0


def _capped(v: float, step: float, share: float) -> float:
    """A step that is no larger than a share of a round number."""
    return min(step, abs(v) * share) if step >= ROUND else step


def _around(v: float, half: float, *, open_high: bool = False) -> Interval:
    """So much on each side; never empty, however large v is."""
    return Interval(v - half, v + half, open_high=open_high and v + half > v - half)


def _exact(told: _Told) -> Intervals:
    """8 · 90 · 11,000: what rounds to it."""
    stretched = STRETCHED_SHARE if abs(told.v) >= SMALLEST_STRETCHED else EXACT_SHARE
    hard, soft = (_capped(told.v, told.step, share) / 2 for share in (stretched, EXACT_SHARE))
    if told.kind in TOLD_EXACTLY:
        soft = min(told.step, 1.0) / 2
        hard = min(hard, max(soft, EXACT_SHARE / 2 * abs(told.v))) if told.kind in ROUNDED_AT_A_STRETCH else soft
    return _around(told.v, hard, open_high=True), _around(told.v, soft, open_high=True)


def _about(told: _Told) -> Intervals:
    """About, some, around, an estimated, -odd: a step or a tenth on each side; meant is half of that."""
    reach = max(_capped(told.v, told.rough_step, STRETCHED_SHARE), ROUGH_SHARE * abs(told.v))
    return _around(told.v, reach), _around(told.v, reach / 2)


def _more_than(told: _Told) -> Intervals:
    """More than, over, upwards of: any number above; meant is less than the next step."""
    soft = Interval(told.v, told.v + told.room_above, open_low=True, open_high=True)
    return Interval(told.v, None, open_low=True), soft


def _at_least(told: _Told) -> Intervals:
    """At least, no fewer than, or more: v or any number above; a count that may still grow, so two steps."""
    return Interval(told.v, None), Interval(told.v, told.v + 2 * told.room_above)


def _less_than(told: _Told) -> Intervals:
    """Less than, fewer than, under, below: any number under it; meant is the last step before it."""
    soft = Interval(told.v - told.room_below, told.v, open_high=True)
    return Interval(told.least, told.v, open_high=True), soft


def _at_most(told: _Told) -> Intervals:
    """At most, no more than, a maximum of: v or any number under it; two steps."""
    low = told.v - 2 * told.room_below
    return Interval(told.least, told.v), Interval(low if told.least is None else max(low, told.least), told.v)


def _up_to(told: _Told) -> Intervals:
    """Up to, as many as: something, and v at most."""
    if told.v <= 0:
        return _at_most(told)
    low = max(told.v - 2 * told.room_below, 0.0)
    return Interval(0.0, told.v, open_low=True), Interval(low, told.v, open_low=low == 0)


def _nearly(told: _Told) -> Intervals:
    """Nearly, almost, close to, just under: a step before it; meant is the last quarter or half of it.

    Nearly nothing is a little of something.
    """
    v = told.v
    if v <= 0:
        return _just_over(told) if v == 0 else _mirrored(_nearly(told._replace(v=-v)))
    return Interval(v - told.close, v, open_high=True), Interval(v - told.very_close, v, open_high=True)


def _just_over(told: _Told) -> Intervals:
    """Just over, a little more than: up to a step after it; meant is the first quarter or half of it."""
    v = told.v
    if v < 0:
        return _mirrored(_just_over(told._replace(v=-v)))
    return Interval(v, v + told.close, open_low=True), Interval(v, v + told.very_close, open_low=True)


def _mirrored(pair: Intervals) -> Intervals:
    """The intervals of the number on the other side of zero."""
    return scale(pair[0], -1.0), scale(pair[1], -1.0)


def _range(low: float, high: float | None) -> Intervals:
    """10 to 12, between 10 and 12: the ends and what lies between them."""
    ends = Interval(low, high) if high is None or low <= high else Interval(high, low)
    return ends, ends


def _vague(low: float, high: float | None) -> Intervals:
    """Dozens, hundreds, a few: from half of the least meant (dozens: more than one dozen) to twice the most."""
    meant, _ = _range(low, high)
    assert meant.low is not None
    if meant.low < 0:
        return meant, meant
    return Interval(meant.low / 2, None if meant.high is None else meant.high * 2, open_low=meant.low > 0), meant


_RANGES: dict[str, Callable[[float, float | None], Intervals]] = {"range": _range, "vague": _vague}

_ROWS: dict[HedgeKind, Callable[[_Told], Intervals]] = {
    "exact": _exact,
    "about": _about,
    "more than": _more_than,
    "at least": _at_least,
    "less than": _less_than,
    "at most": _at_most,
    "up to": _up_to,
    "nearly": _nearly,
    "just over": _just_over,
}
