"""The first line of a story: how many reports, how many independent sources, and what stands behind them."""

from __future__ import annotations

from collections.abc import Sequence

from whence.records import Family, Report, SourceCount


def add_counts(counts: Sequence[SourceCount]) -> SourceCount:
    """The number of sources of several families together; the interval is at least as wide as it must be.

    >>> add_counts([SourceCount(1.2, 1, 2), SourceCount(1.0, 1, 1)])
    SourceCount(expected=2.2, low=2, high=3)
    """
    return SourceCount(
        round(sum(count.expected for count in counts), 3),
        sum(count.low for count in counts),
        sum(count.high for count in counts),
    )


def summarise_story(reports: Sequence[Report], families: Sequence[Family], sources: SourceCount) -> str:
    """What a story comes to, in one or two sentences."""
    count, number = len(reports), round(sources.expected)
    told = [
        f"{count} {_plural('report', count)}, {number} independent {_plural('source', number)} ({_interval(sources)})."
    ]
    named = sorted({origin.name for family in families for origin in family.origins if origin.name})
    lost = sum(origin.name is None and origin.probability >= 0.5 for family in families for origin in family.origins)
    if named:
        told.append(f"Text of {_listed(named)} stands behind them.")
    if lost:
        told.append(f"{'A source' if lost == 1 else f'{lost} sources'} that is not among them stands behind some.")
    return " ".join(told)


def _interval(sources: SourceCount) -> str:
    """The interval in words."""
    if sources.low == sources.high:
        return f"90 % interval {sources.low}"
    return f"90 % interval {sources.low}–{sources.high}"


def _plural(noun: str, number: int) -> str:
    """A noun for a number of things."""
    return noun if number == 1 else f"{noun}s"


def _listed(names: Sequence[str]) -> str:
    """Names in a row."""
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
