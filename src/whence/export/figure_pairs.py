"""Figures and times of two reports side by side: what differs first, and how many are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from whence.changes.figure_retyping import BY_GRAVITY
from whence.records import FigurePair, FigureRelation, Time

AT_ONE: frozenset[FigureRelation] = frozenset({"same", "equivalent"})
"""Relations of figures that say the same."""


def differing(pairs: Sequence[FigurePair]) -> tuple[FigurePair, ...]:
    """The pairs that do not say the same, the gravest first."""
    told = [pair for pair in pairs if pair.relation not in AT_ONE]
    return tuple(sorted(told, key=lambda pair: BY_GRAVITY.index(pair.relation)))


def agreeing_in_words(pairs: Sequence[FigurePair]) -> str:
    """How many figures and times say the same in both: "7 figures and 2 times are the same in both"; "" for none."""
    counted = Counter(isinstance(pair.a, Time) for pair in pairs if pair.relation in AT_ONE)
    told = [
        f"{counted[is_time]} {word}{'' if counted[is_time] == 1 else 's'}"
        for is_time, word in ((False, "figure"), (True, "time"))
        if counted[is_time]
    ]
    return f"{' and '.join(told)} {'is' if counted.total() == 1 else 'are'} the same in both" if told else ""
