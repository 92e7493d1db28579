"""Figures brought to one unit, so that their numbers can be held side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from whence.figures.conversion import in_base
from whence.figures.intervals import holds, scale
from whence.records import Figure, Interval

BARE = frozenset(["count", "number"])
AS_PERCENT = 100.0
_SLACK = 1 + 1e-9  # the rounding of floats


class Measured(NamedTuple):
    """A figure in the unit that its kind is compared in: what it measures, its number and its intervals."""

    dimension: str
    value: float | None
    hard: Interval
    soft: Interval


def measured(figure: Figure) -> Measured:
    """A figure in the unit of comparison: meters, days, percent, the currency itself; a share of one as a percentage.

    >>> from whence.records import Report
    >>> mile = Figure("length", 2.0, "mile", 1.0, "exact", Interval(1.5, 2.5), Interval(1.5, 2.5),
    ...               Report("a", "a", "two miles").evidence(0, 9))
    >>> measured(mile)[:2]
    ('m', 3218.688)
    """
    value, hard, soft, unit = in_base(figure)
    if figure.kind == "ratio":
        top = figure.value if figure.value is not None else figure.soft.high
        if top is None or not 0 <= top <= 1:
            return Measured("ratio", value, hard, soft)
        value = None if value is None else value * AS_PERCENT
        return Measured("percent", value, scale(hard, AS_PERCENT), scale(soft, AS_PERCENT))
    dimension = "C" if unit == "K" else unit
    return Measured(dimension or ("count" if figure.kind in BARE else figure.kind), value, hard, soft)


def dimension_of(figure: Figure) -> str:
    """What a figure measures, by the unit that it is compared in."""
    return measured(figure).dimension


def converts_to(a: Figure, b: Figure) -> bool:
    """Whether A's number in B's unit rounds to B's, as B's step has it: 90 square miles are 233 square kilometers."""
    if b.value is None:
        return False
    half = b.step / 2 * _SLACK
    rounding = replace(b, hard=Interval(b.value - half, b.value + half))
    value = measured(a).value
    return value is not None and holds(measured(rounding).hard, value)
