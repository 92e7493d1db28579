"""Members: what a family is traced from, one for each version, identical reports folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from whence.families.claims import Claim, distances, earliest
from whence.families.texts import Words
from whence.families.views import Marks
from whence.names.agencies import find_agency_marks
from whence.records import Evidence, Report


class Signed(NamedTuple):
    """An agency's mark in a report: whose it is, where it stands; no words where the report is the agency's own."""

    agency: str
    words: Evidence | None


class Printed(NamedTuple):
    """A report as a family sees it: id and outlet, its words and where they stand in its text (half-open code points),
    when it claims to have appeared, whose marks it carries."""

    id: str
    outlet: str
    text: str
    words: Words
    starts: Sequence[int]
    ends: Sequence[int]
    claim: Claim
    marks: tuple[Signed, ...]

    def evidence(self, first: int, last: int) -> Evidence:
        """Its words from `first` up to and not including `last`."""
        start, end = int(self.starts[first]), int(self.ends[last - 1])
        return Evidence(self.id, start, end, self.text[start:end])


class Member(NamedTuple):
    """A version: the reports that print it, the earliest first; they speak for it together."""

    reports: tuple[Printed, ...]

    @property
    def first(self) -> Printed:
        """The report that stands for it."""
        return self.reports[0]

    @property
    def claim(self) -> Claim:
        """The earliest claim."""
        return earliest([report.claim for report in self.reports])

    @property
    def agencies(self) -> frozenset[str]:
        """The agencies whose marks it carries."""
        return frozenset(mark.agency for report in self.reports for mark in report.marks)

    @property
    def is_agency(self) -> frozenset[str]:
        """The agencies that it is."""
        return frozenset(mark.agency for report in self.reports for mark in report.marks if mark.words is None)


def read_marks(report: Report) -> tuple[Signed, ...]:
    """The marks that say whose text a report prints; mere mentions are none.

    >>> [mark.agency for mark in read_marks(Report("a", "a", "KYIV (Reuters) - Rain fell."))]
    ['Reuters']
    """
    return tuple(
        Signed(mark.agency, report.evidence(*mark.span) if mark.kind != "outlet" else None)
        for mark in find_agency_marks(report)
        if mark.kind != "mention"
    )


def fold_reports(reports: Iterable[Printed]) -> list[Member]:
    """Versions of reports: those of the same words are one, in the order of what they claim, then of their ids."""
    groups: dict[bytes, list[Printed]] = {}
    for report in sorted(reports, key=lambda report: (report.claim.high, report.claim.low, report.id)):
        groups.setdefault(np.asarray(report.words.numbers, np.int64).tobytes(), []).append(report)
    return [Member(tuple(group)) for group in groups.values()]


def marks_of(members: Sequence[Member], earlier: object) -> Marks:
    """What clues read of members beside their words."""
    return Marks(
        np.array([bool(member.agencies) for member in members]),
        np.array([bool(member.is_agency) for member in members]),
        earlier,
        distances([member.claim for member in members]),
    )
