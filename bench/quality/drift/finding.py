"""What is tested, in one place: the figures and times that whence pairs in two reports, and how they stand."""

from __future__ import annotations

from bench.quality.drift.pairs import Record
from whence.agreement.matching import Told, match_figures
from whence.certainty.find import find_certainty
from whence.figures.find import find_figures
from whence.reading.record import read_record
from whence.records import Evidence, FigurePair, Report
from whence.times.find import find_times


def find_pairs(pair: Record) -> tuple[FigurePair, ...]:
    """The figures and times of a pair of reports that whence holds to be about one thing."""
    return match_figures(_told(pair, "a"), _told(pair, "b"))


def find_hedges(pair: Record, side: str) -> tuple[Evidence, ...]:
    """The hedges of certainty that whence sees in one report of a pair."""
    return tuple(hedge.evidence for hedge in find_certainty(_report(pair, side)))


def _told(pair: Record, side: str) -> Told:
    report = _report(pair, side)
    times = find_times(report)
    return Told(report, [*find_figures(report, times), *times])


def _report(pair: Record, side: str) -> Report:
    fields = {"id": f"{pair['id']}-{side}", "text": pair[side], "published": pair[f"published_{side}"]}
    return read_record(fields)
