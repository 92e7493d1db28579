"""Times as intervals, and how far they are believed."""

from __future__ import annotations

from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.families.claims import ALONE, MOST_BELIEVED, Claim, believe, earliest, order_claims, read_claim
from whence.records import Published


def test_a_day_is_an_interval_and_decides_nothing_within_itself() -> None:
    day = read_claim(Published("2024-03-12", "day", "record"))
    noon = read_claim(Published("2024-03-12T12:00Z", "minute", "record"))
    next_day = read_claim(Published("2024-03-13", "day", "record"))
    claimed, _ = order_claims([day, noon, next_day])
    assert not claimed[0, 1] and not claimed[1, 0]
    assert claimed[0, 2] and claimed[1, 2]


def test_a_time_without_a_zone_may_be_hours_off_where_others_have_one() -> None:
    zoned = read_claim(Published("2024-03-12T12:00Z", "minute", "record"), zoned=True)
    bare = read_claim(Published("2024-03-12T15:00", "minute", "record"), zoned=True)
    assert not order_claims([zoned, bare])[0].any()


def test_a_time_that_is_not_known_decides_nothing() -> None:
    claimed, seen = order_claims([read_claim(None), Claim(0, 1)])
    assert not claimed.any() and not seen.any()


def test_what_others_saw_is_not_a_claim() -> None:
    claimed, seen = order_claims([Claim(0, 1, True), Claim(5, 6, True), Claim(9, 10)])
    assert seen[0, 1] and not claimed[0, 1]
    assert claimed[0, 2] and not seen[0, 2]


def test_a_claim_alone_is_believed_at_three_to_two() -> None:
    assert believe(np.zeros((2, 2)), np.array([[False, True], [False, False]])).log_odds == pytest.approx(log(1.5))


def test_claims_that_agree_with_the_words_are_believed_more() -> None:
    edges = np.triu(np.full((6, 6), 0.9), 1)
    earlier = np.triu(np.ones((6, 6), bool), 1)
    assert believe(edges, earlier).log_odds > 2
    assert believe(edges.T, earlier).log_odds == 0


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_no_claims_are_believed_without_limit(agree: float, contradict: float) -> None:
    trust = believe(np.zeros((2, 2)), np.zeros((2, 2), bool), (ALONE[0] + agree, ALONE[1] + contradict))
    assert 0 <= trust.log_odds <= log(MOST_BELIEVED / (1 - MOST_BELIEVED)) + 1e-9


def test_a_version_is_as_old_as_the_earliest_report_that_prints_it() -> None:
    assert earliest([Claim(5, 6), Claim(1, 2), Claim(3, 4)]) == Claim(1, 2)
