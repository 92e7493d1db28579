"""Figures made by hand from the words of a report, for tests of what is done with them."""

from __future__ import annotations

from typing import Any

from tests.quotes.made import words_in
from whence.records import Figure, FigureKind, Interval, Report, Time


def figure_in(report: Report, words: str, value: float | None, **known: Any) -> Figure:
    """A figure whose number and unit are `words`; `head`, `modifiers`, `hedge_words`, `source_hedge` are words too."""
    kind: FigureKind = known.pop("kind", "count")
    exact = Interval(value, value)
    spoken: dict[str, Any] = {
        name: words_in(report, known.pop(name))[0] for name in ("head", "hedge_words", "source_hedge") if name in known
    }
    modifiers = tuple(words_in(report, *known.pop("modifiers", ())))
    hard, soft = known.pop("hard", exact), known.pop("soft", exact)
    return Figure(
        kind, value, known.pop("unit", ""), known.pop("step", 1.0), known.pop("hedge", "exact"), hard, soft,
        words_in(report, words)[0], modifiers=modifiers, **spoken, **known,
    )  # fmt: skip


def time_in(report: Report, words: str, value: str, low: str | None = None, high: str | None = None) -> Time:
    """A time whose words are `words`."""
    return Time("DATE", value, words_in(report, words)[0], low, high)
