"""What several reports state about one thing, where the copies of one text count once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from whence.agreement.joint import FigureGroup, read_jointly
from whence.agreement.matching import Told
from whence.copies.passages import align_reports, find_shared
from whence.records import Findings, Report

COPIED = 0.5  # of the shorter body stands in the other: one text (independent reports of ../shared basil share < .2)
MOST_COMPARED = 40  # reports of one disagreement held against each other; beyond, the first of them stand for all


def read_together(findings: Sequence[Findings]) -> tuple[FigureGroup, ...]:
    """What the reports of one story say of each thing that two of them give a figure for.

    Args:
        findings: what was found in each report.

    Returns:
        Groups with the numbers that fit all, or the statements that rule each other out. Reports that are copies of
        one text count as one statement: only the reports of a disagreement are held against each other for that.

    >>> from whence.flow.find import find
    >>> from whence.reading.plain import read_text
    >>> told = ("The blast at Ter Mill killed 12 workers.", "The Ter Mill blast killed 21 workers.")
    >>> [group.conflicts[0].says for group in read_together(list(find(map(read_text, told))))]
    ['no number fits both “12” and “21”']
    """
    told = [Told(one.report, one.figures) for one in findings]
    groups = read_jointly(told)
    disagreeing = {report for group in groups if group.conflicts for one in group.statements for report in one.reports}
    reports = [one.report for one in findings if one.report.id in disagreeing]
    copies = find_copies(reports[:MOST_COMPARED])
    return read_jointly(told, copies=copies) if copies else groups


def find_copies(reports: Sequence[Report]) -> list[frozenset[str]]:
    """The groups of reports that carry one text, by id: each shares half of its body with another of its group."""
    group_of = {report.id: frozenset([report.id]) for report in reports}
    for a, b in combinations(reports, 2):
        if group_of[a.id] is not group_of[b.id]:
            shared = find_shared(align_reports(a, b))
            if max(shared.coverage_a, shared.coverage_b) >= COPIED and shared.words_outside_quotations:
                joined = group_of[a.id] | group_of[b.id]
                group_of |= dict.fromkeys(joined, joined)
    return [group for group in dict.fromkeys(group_of.values()) if len(group) > 1]
