"""Figures and times made up for tests of how they stand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from whence.agreement.matching import Told
from whence.figures.cardinals import granularity
from whence.figures.find import find_figures
from whence.figures.hedge_table import intervals
from whence.reading.dates import parse_published
from whence.records import Figure, HedgeKind, Report, Time

SINGLE: tuple[HedgeKind, ...] = (
    "exact", "about", "more than", "at least", "less than", "at most", "up to", "nearly", "just over",
)  # fmt: skip


def counted(value: float, hedge: HedgeKind = "exact", *, head: str = "boats", **known: Any) -> Figure:
    """A count of things, hedged; `known` are other fields of the figure."""
    number = f"{value:g}"
    lead = "" if hedge == "exact" else f"{hedge} "
    report = Report("made", "made", f"{lead}{number} {head}")
    start = len(lead)
    kind, unit = known.pop("kind", "count"), known.pop("unit", "")
    hard, soft = intervals(hedge, value, None, granularity(value), kind=kind)
    return Figure(
        kind, value, unit, granularity(value), hedge, hard, soft, report.evidence(start, start + len(number)),
        hedge_words=report.evidence(0, start - 1) if lead else None,
        head=report.evidence(start + len(number) + 1, len(report.text)) if head else None, **known,
    )  # fmt: skip


def found(words: str) -> Figure:
    """The first figure of a text."""
    return find_figures(Report("found", "found", words))[0]


def told(id: str, text: str, published: str = "", times: Sequence[Time] = ()) -> Told:
    """A report with the figures that are found in it, and the times that are given."""
    report = Report(id, id, text, published=parse_published(published) if published else None)
    return Told(report, [*find_figures(report, times), *times])


def day(words: str, low: str, high: str | None = None, value: str | None = None) -> Time:
    """A time of one or several days."""
    report = Report("made", "made", words)
    return Time("DATE", value or low, report.evidence(0, len(words)), low, high or low)


FIGURES = st.builds(
    counted, st.one_of(st.integers(1, 60), st.sampled_from([100, 1000, 1200, 11000, 11327])), st.sampled_from(SINGLE)
)
