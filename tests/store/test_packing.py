"""Records pack and come back equal; evidence that is not the report's words is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.made_up_reports import demo_reports
from whence.errors import StoreError
from whence.flow.find import find
from whence.flow.story import story
from whence.records import Change, Evidence, Family, Findings, Report
from whence.store.packing import pack, unpack
from whence.store.rows import pack_findings, unpack_findings


def test_everything_found_in_reports_comes_back_equal() -> None:
    for one in find(demo_reports()):
        assert isinstance(one, Findings)
        assert unpack_findings(pack_findings(one), one.report) == one


def test_families_and_changes_come_back_equal() -> None:
    told = story(demo_reports())
    reports = {report.id: report for report in told.reports}
    for family in told.families:
        assert unpack(pack(family, Family, reports), Family, reports) == family
    for hop in told.hops:
        assert unpack(pack(hop.changes, tuple[Change, ...], reports), tuple[Change, ...], reports) == hop.changes


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_evidence_slices_to_its_words(text: str, start: int, size: int) -> None:
    report = Report("a", "a", text)
    evidence = report.evidence(min(start, len(text)), min(start + size, len(text)))
    assert unpack(pack(evidence, Evidence, {"a": report}), Evidence, {"a": report}) == evidence


def test_evidence_that_is_not_the_words_is_refused() -> None:
    with pytest.raises(StoreError, match="does not slice"):
        pack(Evidence("a", 0, 4, "Snow"), Evidence, {"a": Report("a", "a", "Rain fell.")})
