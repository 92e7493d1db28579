"""Looking up hashes in a part finds what a search through the mapped columns finds."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whence.copies.winnow_kernel import Postings
from whence.corpus import lookup
from whence.corpus.columns import Columns
from whence.corpus.index import POSTING_COLUMNS
from whence.corpus.lookup import PartLookup
from whence.corpus.partitions import find_postings, join_postings

HASHES = st.integers(0, 12) | st.sampled_from([2**63, 2**64 - 1])


@pytest.mark.parametrize("sampled", [1, 3, 4_096])
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=st.lists(HASHES, max_size=40), asked=st.sets(HASHES))
def test_every_posting_of_the_hashes_is_found(
    sampled: int, entries: list[int], asked: set[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookup, "SAMPLED", sampled)
    columns = Columns(tmp_path / "part", POSTING_COLUMNS)
    columns.cut(0)
    size = np.arange(len(entries), dtype=np.uint32)
    columns.append(Postings(np.sort(np.array(entries, np.uint64)), size, size + 1, size + 2)._asdict())
    wanted = np.sort(np.array(list(asked), np.uint64))
    expected = find_postings([Postings(**columns.open(len(entries)))], wanted)
    found = PartLookup(columns, len(entries)).find(wanted, most=100)
    for ours, theirs in zip(join_postings(found), expected, strict=True):
        assert ours.tolist() == theirs.tolist()


def test_of_a_hash_in_many_reports_some_are_enough(tmp_path: Path) -> None:
    columns = Columns(tmp_path / "part", POSTING_COLUMNS)
    size = np.arange(10_000, dtype=np.uint32)
    columns.append(Postings(np.full(10_000, 7, np.uint64), size, size, size)._asdict())
    [found] = PartLookup(columns, 10_000).find(np.array([7], np.uint64), most=50)
    assert found.reports.tolist() == list(range(50))
