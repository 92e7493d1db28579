"""Postings in order of their hashes, those of one hash in the order given."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.copies import posting_kernel
from whence.copies.winnow_kernel import Postings
from whence.corpus.kernels import SMALL_BYTES, Kernels, choose_kernels
from whence.corpus.partitions import empty_postings, sort_postings

HASHES = st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 3) | st.just(2**64 - 1), max_size=80)


def postings_of(hashes: list[int]) -> Postings:
    """Postings whose other columns tell where each stood."""
    place = np.arange(len(hashes), dtype=np.uint32)
    return Postings(np.array(hashes, np.uint64), place, place + 1, place + 2)


def is_sorted(given: Postings, found: Postings) -> bool:
    """Whether one is the other in a stable order."""
    order = np.argsort(given.hashes, kind="stable")
    return all((ours == theirs[order]).all() for ours, theirs in zip(found, given, strict=True))


def test_a_stable_order_by_hash(kernels: Kernels) -> None:
    @given(HASHES, st.integers(0, 10))
    def holds(hashes: list[int], skipped: int) -> None:
        alike = [hashed >> skipped for hashed in hashes]
        postings = postings_of(alike)
        assert is_sorted(postings, sort_postings(postings, kernels, skipped_bits=skipped))

    holds()


@pytest.mark.parametrize("kind", ["spread", "one hash", "one end"])
def test_many_entries_are_sorted_in_pieces(kind: str) -> None:
    count = 3 * posting_kernel.PIECE
    hashes = np.random.default_rng(5).integers(0, 2**64, count, dtype=np.uint64)
    if kind == "one hash":
        hashes[: count // 2] = 77
    elif kind == "one end":
        hashes >>= np.uint64(40)
    postings = postings_of(hashes.tolist())
    assert is_sorted(postings, sort_postings(postings, choose_kernels(SMALL_BYTES + 1)))


def test_partitions_hold_every_entry_by_its_first_bits(kernels: Kernels) -> None:
    @given(HASHES, st.integers(0, 4))
    def holds(hashes: list[int], bits: int) -> None:
        given, found = postings_of(hashes), empty_postings(len(hashes))
        starts = kernels.split_postings(given, 0, bits, found).tolist()
        expected = sorted(range(len(hashes)), key=lambda k: hashes[k] >> (64 - bits) if bits else 0)
        assert found.reports.tolist() == expected
        assert [starts[0], starts[-1], len(starts)] == [0, len(hashes), (1 << bits) + 1]
        for partition in range(1 << bits):
            inside = found.hashes[starts[partition] : starts[partition + 1]].tolist()
            assert all(bits == 0 or hashed >> (64 - bits) == partition for hashed in inside)

    holds()
