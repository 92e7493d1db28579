"""What the words of a figure allow: the truth's own reading of the hedge table, written without whence.

The table is that of the design (stories-and-figures): for a value v told in steps of s.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from bench.quality.drift.units import UNITS

Hedge = Literal[
    "exact", "about", "more than", "at least", "less than", "at most", "up to", "nearly", "just over", "range", "vague",
]  # fmt: skip
ABOUT_SHARE = 0.1  # "about" allows a step or a tenth, whichever is more: the design's table

VAGUE: dict[str, tuple[float, float, str]] = {
    "a couple": (2, 3, " of "),
    "a few": (3, 6, " "),
    "several": (3, 9, " "),
    "dozens": (24, 99, " of "),
    "scores": (40, 99, " of "),
    "hundreds": (200, 999, " of "),
    "thousands": (2_000, 9_999, " of "),
    "tens of thousands": (20_000, 99_999, " of "),
    "hundreds of thousands": (200_000, 999_999, " of "),
    "millions": (2_000_000, 9_999_999, " of "),
}
"""Vague counts: from, to, and what joins them to what is counted."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """From `low` to `high`, ends included unless open."""

    low: float
    high: float
    open_low: bool = False
    open_high: bool = False

    def disjoint(self, other: Bounds) -> bool:
        """Whether no number lies within both."""
        return self._ends_before(other) or other._ends_before(self)

    def holds(self, other: Bounds, slack: float) -> bool:
        """Whether the other lies within, give or take a share for rounded units."""
        give = slack * max(abs(bound) for bound in (other.low, self.low, 1e-9) if math.isfinite(bound))
        return self.low <= other.low + give and other.high <= self.high + give

    def _ends_before(self, other: Bounds) -> bool:
        return self.high < other.low or (self.high == other.low and (self.open_high or other.open_low))


def step_of(value: float) -> float:
    """How finely a number is told.

    >>> step_of(8), step_of(90), step_of(11000), step_of(1_500_000), step_of(4.2)
    (1.0, 10.0, 1000.0, 100000.0, 0.1)
    """
    if value != int(value):
        return float(10 ** -len(f"{value:g}".partition(".")[2]))
    digits = str(int(value))
    return float(10 ** (len(digits) - len(digits.rstrip("0")))) if digits.strip("-0") else 1.0


def bounds_of(value: float, hedge: Hedge, *, whole: bool = True) -> Bounds:
    """What a hedged value allows, in its own unit.

    Args:
        value: the number of the words.
        hedge: what kind of hedge stands beside it.
        whole: things are counted: a number in steps of one is that number alone.
    """
    step = step_of(value)
    about = max(step, ABOUT_SHARE * abs(value))
    exact = 0.0 if whole and step == 1 else step / 2
    table: dict[str, Bounds] = {
        "exact": Bounds(value - exact, value + exact),
        "about": Bounds(value - about, value + about),
        "more than": Bounds(value, math.inf, open_low=True),
        "at least": Bounds(value, math.inf),
        "less than": Bounds(0, value, open_high=True),
        "at most": Bounds(0, value),
        "up to": Bounds(0, value, open_low=True),
        "nearly": Bounds(value - step, value, open_high=True),
        "just over": Bounds(value, value + step, open_low=True),
    }
    return table[hedge]


def meant(value: float, hedge: Hedge, *, whole: bool = True) -> Bounds:
    """What a writer means by a hedged value; "just over" is read as the mirror of "nearly", "less than" as "up to"."""
    step = step_of(value)
    about = min(step / 2, ABOUT_SHARE * abs(value))
    table: dict[str, Bounds] = {
        "about": Bounds(value - about, value + about),
        "more than": Bounds(value, value + step, open_low=True),
        "at least": Bounds(value, value + 2 * step),
        "less than": Bounds(value - 2 * step, value, open_high=True),
        "at most": Bounds(value - 2 * step, value),
        "up to": Bounds(value - 2 * step, value),
        "nearly": Bounds(value - step / 4, value, open_high=True),
        "just over": Bounds(value, value + step / 4, open_low=True),
    }
    return table.get(hedge) or bounds_of(value, hedge, whole=whole)


def compared(bounds: Bounds, unit: str) -> Bounds:
    """Bounds in the unit of comparison."""
    turn = UNITS[unit].compared
    return Bounds(turn(bounds.low), turn(bounds.high), bounds.open_low, bounds.open_high)
