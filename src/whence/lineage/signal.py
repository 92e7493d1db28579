"""Signals: what a clue function returns, before it is weighed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from whence.lineage.facts import PairFacts
from whence.records import Evidence


class Signal(NamedTuple):
    """How strongly a clue speaks (about -1 to 1), what it says in words, and the words that bear it out."""

    value: float
    says: str
    evidence: tuple[Evidence, ...] = ()


Clue = Callable[[PairFacts], Signal | None]
"""A clue: None where it has nothing to say. Its docstring is the label shown to people."""


def label_of(clue: Clue) -> str:
    """The label of a clue: the first line of its docstring, without the full stop."""
    return (clue.__doc__ or "").strip().split("\n")[0].rstrip(".")
