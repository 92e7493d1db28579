"""Facts: what is read of a pair once, so that every clue can be a short function."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from whence.changes.find import Changes
from whence.copies.passages import Alignment, Tokens
from whence.names.agencies import AgencyMark, find_agency_marks
from whence.names.outlets import outlet_mentions, outlet_stem
from whence.records import Evidence, Passage, Report, Shared, Side
from whence.text.marks import Quotation, find_quotations
from whence.text.spans import Span, merge_spans, span_at

_TOLD = re.compile(r"\b(?:told|tells|interview with|obtained by|provided to|statement to|reviewed by)\W+(?:the )?$", re.I)


@dataclass(frozen=True)
class ReportFacts:
    """One report as lineage sees it."""

    report: Report
    tokens: Tokens
    other: Report

    @cached_property
    def agencies(self) -> tuple[AgencyMark, ...]:
        """The agencies' marks in its text, and the agency that it is."""
        return find_agency_marks(self.report)

    @cached_property
    def outlet(self) -> str:
        """The stem of its outlet's name, empty where unknown."""
        return outlet_stem(self.report.outlet)

    @cached_property
    def mentions_other(self) -> tuple[Span, ...]:
        """Where its prose names the other report's outlet."""
        other = outlet_stem(self.other.outlet)
        if not other or other == self.outlet:
            return ()
        found = outlet_mentions(self.report, self.tokens.words, other)
        set_apart = merge_spans(
            (*self.report.spans_of("caption", "furniture", "credit", "dateline", "byline"), *(m.span for m in self._printed))
        )
        text = self.report.text
        return tuple(s for s in found if span_at(set_apart, s.start) is None and text[s.start - 1 : s.start] != "(")

    @property
    def _printed(self) -> list[AgencyMark]:
        """The marks that say whose text is printed, without mere mentions."""
        return [mark for mark in self.agencies if mark.kind != "mention"]

    @cached_property
    def own_reporting(self) -> tuple[Span, ...]:
        """Where it says that somebody told this very outlet."""
        text = self.report.text
        found = outlet_mentions(self.report, self.tokens.words, self.outlet) if self.outlet else ()
        return tuple(span for span in found if _TOLD.search(text[max(0, span.start - 30) : span.start]))

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Its quotations."""
        return find_quotations(self.report.text)

    def evidence(self, span: Span) -> Evidence:
        """A span of it as evidence."""
        return self.report.evidence(span.start, span.end)


@dataclass(frozen=True)
class PairFacts:
    """Two reports, aligned and compared."""

    a: ReportFacts
    b: ReportFacts
    alignment: Alignment
    shared: Shared
    changes: Changes

    def side(self, side: Side) -> ReportFacts:
        """One of the two."""
        return self.a if side == "a" else self.b

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """The shared passages outside quotation marks and furniture."""
        return tuple(passage for passage in self.shared.passages if not passage.quoted and not passage.furniture)

    @cached_property
    def speech(self) -> tuple[Passage, ...]:
        """The shared passages inside quotation marks."""
        return tuple(passage for passage in self.shared.passages if passage.quoted and not passage.furniture)

    @cached_property
    def same_outlet(self) -> bool:
        """Whether both come from one outlet."""
        return bool(self.a.outlet) and self.a.outlet == self.b.outlet

    @cached_property
    def agencies(self) -> tuple[set[str], set[str]]:
        """The agencies that each report prints or is: marks, without mere mentions."""
        a, b = ({m.agency for m in facts.agencies if m.kind != "mention"} for facts in (self.a, self.b))
        return a, b

    @cached_property
    def minutes_apart(self) -> float | None:
        """How much later B claims to be than A, in minutes; None where either time is unknown."""
        a, b = _moment(self.a.report), _moment(self.b.report)
        if a is None or b is None:
            return None
        if a.tzinfo is None or b.tzinfo is None:
            a, b = a.replace(tzinfo=None), b.replace(tzinfo=None)
        return (b - a).total_seconds() / 60

    @cached_property
    def grain_minutes(self) -> float:
        """The coarser grain of the two times, in minutes: nothing within it is decided by time."""
        sizes = {"second": 1, "minute": 1, "hour": 60, "day": 1440, "month": 43_200, "year": 525_600}
        grains = [facts.report.published.grain for facts in (self.a, self.b) if facts.report.published]
        return float(max((sizes[grain] for grain in grains), default=525_600))


def _moment(report: Report) -> datetime | None:
    """The claimed time of a report."""
    if report.published is None:
        return None
    iso = report.published.iso
    return datetime.fromisoformat(iso + {4: "-01-01", 7: "-01"}.get(len(iso), ""))
