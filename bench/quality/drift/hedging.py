"""Hedges in the words of newsrooms, and which of them a figure can bear."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from bench.quality.drift.meaning import Hedge, step_of


class HedgeWords(NamedTuple):
    """Words of a hedge; `after` where they follow the number ("12 or more")."""

    kind: Hedge
    words: str
    after: bool = False


_COUNTED = (
    HedgeWords("about", "about"), HedgeWords("about", "around"), HedgeWords("about", "some"),
    HedgeWords("about", "roughly"), HedgeWords("about", "approximately"),
    HedgeWords("about", "or so", after=True),
    HedgeWords("at least", "at least"), HedgeWords("at least", "at least"), HedgeWords("at least", "at least"),
    HedgeWords("at least", "no fewer than"), HedgeWords("at least", "a minimum of"),
    HedgeWords("at least", "or more", after=True),
    HedgeWords("more than", "more than"), HedgeWords("more than", "more than"), HedgeWords("more than", "over"),
    HedgeWords("more than", "upwards of"), HedgeWords("more than", "in excess of"),
    HedgeWords("less than", "fewer than"), HedgeWords("less than", "under"),
    HedgeWords("at most", "at most"), HedgeWords("at most", "no more than"),
    HedgeWords("up to", "up to"), HedgeWords("up to", "as many as"),
    HedgeWords("nearly", "nearly"), HedgeWords("nearly", "almost"), HedgeWords("nearly", "just under"),
    HedgeWords("just over", "just over"), HedgeWords("just over", "slightly more than"),
)  # fmt: skip
_MEASURED = {"no fewer than": "no less than", "fewer than": "less than", "as many as": "as much as"}
_BEFORE_ADJECTIVE = frozenset(
    ["about", "roughly", "nearly", "almost", "more than", "over", "at least", "just over", "up to"]
)


def hedge_words(kind: Hedge, *, counted: bool, attributive: bool, draw: Random) -> HedgeWords:
    """Words for a kind of hedge that suit what is counted or measured.

    Args:
        kind: what the hedge says.
        counted: things are counted ("fewer than"), not measured ("less than").
        attributive: the figure stands before a noun as an adjective ("a nearly two-year strike").
        draw: chance.
    """
    rows = [row for row in _COUNTED if row.kind == kind and (not attributive or row.words in _BEFORE_ADJECTIVE)]
    row = draw.choice(rows)
    return row if counted else row._replace(words=_MEASURED.get(row.words, row.words))


def bears(value: float, kind: Hedge, *, counted: bool) -> bool:
    """Whether a writer would put such a hedge beside the number: "more than 40", "at least 47", not "more than 1,147".

    Args:
        value: the number.
        kind: the hedge.
        counted: things are counted, not measured.
    """
    if kind == "at least":
        return value >= 3
    digits = f"{value:g}".replace(".", "") if value < 1e6 else f"{value / 1e6:.6g}".replace(".", "")
    if value < 3 or len(digits.rstrip("0")) > 2:
        return False
    return step_of(value) >= 10 if counted else value <= 12 or value % 5 == 0 or value != int(value)
