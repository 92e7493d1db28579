"""What is said of two figures, one clear sentence each: evidence for a fact-checker, never a verdict."""

from __future__ import annotations

from whence.figures.source_hedges import vouches_for_number
from whence.records import Evidence, Figure, FigureKind, FigureRelation, Time

_KINDS: dict[FigureKind, str] = {
    "count": "a count", "number": "a number", "ordinal": "a rank", "ratio": "a ratio", "percent": "a percentage",
    "money": "a sum of money", "duration": "a length of time", "age": "an age", "length": "a length", "area": "an area",
    "volume": "a volume", "mass": "a weight", "speed": "a speed", "temperature": "a temperature",
    "energy": "an amount of energy", "data": "an amount of data", "score": "a score", "date": "a date",
}  # fmt: skip


def told(stated: Figure | Time) -> str:
    """The words of a figure with its hedges, or of a time, on one line.

    >>> from whence.records import Interval, Report
    >>> r = Report("a", "a", "more than 90 boats")
    >>> told(Figure("count", 90, "", 10, "more than", Interval(90, None), Interval(90, 100), r.evidence(10, 12),
    ...             hedge_words=r.evidence(0, 9)))
    'more than 90'
    """
    pieces: list[Evidence] = [stated.evidence]
    if isinstance(stated, Figure):
        pieces += _hedging(stated)
    spoken: list[str] = []
    end = -1
    for piece in sorted(pieces, key=lambda words: (words.start, -words.end)):
        if piece.start >= end:
            spoken.append(piece.exact)
            end = piece.end
    return " ".join(" ".join(spoken).split())


def is_vouched(figure: Figure) -> bool:
    """Whether a number is told as somebody's ("reportedly 40", "an estimated 40"); naming who says it is no hedge."""
    return vouches_for_number(figure)


def _hedging(figure: Figure) -> list[Evidence]:
    """The words that hedge a figure, in the order of the text."""
    source = figure.source_hedge if is_vouched(figure) else None
    return sorted({words for words in (figure.hedge_words, source) if words}, key=lambda words: words.start)


def same_in_words(a: Figure | Time, b: Figure | Time, *, same: bool) -> str:
    """Of two that are one."""
    return f"both have “{told(a)}”" if same else f"the same in other words: “{told(a)}” and “{told(b)}”"


def other_unit_in_words(a: Figure, b: Figure) -> str:
    """Of one number in two units."""
    return f"the same in another unit: “{told(a)}” and “{told(b)}”"


def other_currency_in_words(a: Figure, b: Figure) -> str:
    """Of one number told in two currencies."""
    return f"the same number in another currency: “{told(a)}” and “{told(b)}”"


def hedge_in_words(a: Figure, b: Figure, change: FigureRelation) -> str:
    """Of one number whose hedge came, went or changed."""
    first, second = _hedges(a), _hedges(b)
    if change == "hedge dropped":
        return f"the same number, without “{_lost(first, second)}”"
    if change == "hedge added":
        return f"the same number, now with “{_lost(second, first)}”"
    return f"the same number, “{' '.join(second) or b.hedge}” in place of “{' '.join(first) or a.hedge}”"


def _hedges(figure: Figure) -> list[str]:
    """The hedging words of a figure; a hedge without words of its own by its kind."""
    words = [" ".join(piece.exact.split()) for piece in _hedging(figure)]
    return words or ([figure.hedge] if figure.hedge != "exact" else [])


def _lost(before: list[str], after: list[str]) -> str:
    """The hedges of one side that the other does not have."""
    return " ".join(words for words in before if words not in after) or " ".join(before)


def apart_in_words(a: Figure, b: Figure, *, later: str = "") -> str:
    """Of two that no number fits; `later` is the side that was told for, or appeared at, a later time."""
    if later:
        newer, older = (b, a) if later == "b" else (a, b)
        return f"“{told(newer)}” is told for a later time than “{told(older)}”"
    return f"no number fits both “{told(a)}” and “{told(b)}”"


def unlike_in_words(a: Figure, b: Figure) -> str:
    """Of two that cannot be held side by side."""
    if a.kind != b.kind and not {a.kind, b.kind} <= {"count", "number"}:
        return f"not comparable: {_KINDS[a.kind]} and {_KINDS[b.kind]}"
    if a.kind == "money":
        return f"not comparable without a rate of exchange: {a.unit} and {b.unit}"
    if a.unit != b.unit:
        return f"not comparable: {a.unit or 'a number'} and {b.unit or 'a number'}"
    heads = [" ".join(figure.head.exact.split()) if figure.head else "things" for figure in (a, b)]
    return f"not comparable: {heads[0]} and {heads[1]}"
