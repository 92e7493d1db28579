"""Clues to whether two reports tell one story. Each is a function whose docstring is its label.

A clue looks at one report beside several others at once and returns columns, each with a value for every other.
To add one: write it, list it in PAIR_CLUES, train (`python -m bench.stories.train`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from whence.stories.terms import FULL_NAMES, LEAD, NAMES, NUMBERS, TITLE, WORDS

WEEK, MONTH = 7, 30  # days


class Beside(NamedTuple):
    """A report beside others.

    Cosines by field and rarities as `vectors.Shared` has them; whether both have terms in each of the counted fields;
    days between (NaN where one has no date); how many reports of the other's day there have been; whether both name
    weekdays, and one of the days is the same; how much of their wording both share (0 to 1); terms of the shorter;
    where there is an encoder, deviations of its cosines (`stories.meaning`).
    """

    cosines: Any
    rare: Any
    both_have: Any
    days: Any
    that_day: Any
    both_name_days: Any
    same_named_day: Any
    wording: Any
    shorter: Any
    deviations: Any = None


PairClue = Callable[[Beside], tuple[Any, ...]]


def headline(beside: Beside) -> tuple[Any, ...]:
    """The headlines share words."""
    return (beside.cosines[:, TITLE],)


def lead(beside: Beside) -> tuple[Any, ...]:
    """Headline and opening share words."""
    return beside.cosines[:, LEAD], np.sqrt(beside.cosines[:, LEAD])


def words(beside: Beside) -> tuple[Any, ...]:
    """The texts share words."""
    return beside.cosines[:, WORDS], np.sqrt(beside.cosines[:, WORDS])


def names(beside: Beside) -> tuple[Any, ...]:
    """They name the same people, places and bodies."""
    return beside.cosines[:, NAMES], np.log1p(beside.rare[:, 0])


def full_names(beside: Beside) -> tuple[Any, ...]:
    """They name the same in full."""
    return beside.cosines[:, FULL_NAMES], np.log1p(beside.rare[:, 1])


def numbers(beside: Beside) -> tuple[Any, ...]:
    """They give the same numbers."""
    return beside.cosines[:, NUMBERS], np.log1p(beside.rare[:, 2])


def wording(beside: Beside) -> tuple[Any, ...]:
    """They are worded alike, and tell the same facts or, as texts from one template do, others."""
    other_names = 1 - beside.cosines[:, NAMES]
    other_numbers = np.where(beside.both_have[:, 2], 1 - beside.cosines[:, NUMBERS], 0.0)
    alike = beside.wording
    return alike, alike * other_names, alike * other_numbers, alike * other_names * other_numbers


def days(beside: Beside) -> tuple[Any, ...]:
    """How many days lie between them, and how many reports the other's day has; or that one has no date."""
    apart, busy = np.nan_to_num(beside.days), np.log1p(beside.that_day)
    near = np.nan_to_num(beside.days, nan=MONTH) <= 1
    crowd = busy, near * busy, near / np.maximum(1, beside.that_day), busy * np.sqrt(beside.cosines[:, WORDS])
    return np.log1p(apart), apart > 0, apart > WEEK, apart > MONTH, *crowd, np.isnan(beside.days)


def named_day(beside: Beside) -> tuple[Any, ...]:
    """By their weekdays they tell of the same day, or of others."""
    return beside.both_name_days & beside.same_named_day, beside.both_name_days & ~beside.same_named_day


def length(beside: Beside) -> tuple[Any, ...]:
    """How long the shorter one is."""
    return (np.sqrt(beside.shorter) / 20,)


PAIR_CLUES: tuple[PairClue, ...] = (
    headline,
    lead,
    words,
    names,
    full_names,
    numbers,
    wording,
    days,
    named_day,
    length,
)


def columns_of(beside: Beside) -> Any:
    """All columns of all clues: others by columns (float64)."""
    return np.stack([np.asarray(column, float) for clue in PAIR_CLUES for column in clue(beside)], axis=1)


def clue_places() -> list[tuple[str, slice]]:
    """The name of each clue and which columns are its own."""
    none = np.zeros(1)
    beside = Beside(
        np.zeros((1, 6)), np.zeros((1, 3)), np.zeros((1, 3), bool), none, none, none > 0, none > 0, none, none
    )
    places, start = [], 0
    for clue in PAIR_CLUES:
        end = start + len(clue(beside))
        places.append((clue.__name__, slice(start, end)))
        start = end
    return places
