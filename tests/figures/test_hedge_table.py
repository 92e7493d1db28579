"""The table of hedges: every row, round and plain numbers, zero and below."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.figures.hedge_table import VAGUE, intervals, vague_interval
from whence.figures.intervals import contains, holds, is_empty
from whence.records import HedgeKind, Interval
from whence.text.wordlists import read_word_list

HEDGES: tuple[HedgeKind, ...] = get_args(HedgeKind)
# hedge, number, step: the hard and the soft interval as a reader writes them
ROWS = [
    ("exact", 8, 1, "[7.5 8.5)", "[7.5 8.5)"),
    ("exact", 2.5, 0.1, "[2.45 2.55)", "[2.45 2.55)"),
    ("exact", 90, 10, "[85 95)", "[85.5 94.5)"),
    ("exact", 10, 10, "[9.5 10.5)", "[9.5 10.5)"),
    ("exact", 11000, 1000, "[10500 11500)", "[10500 11500)"),
    ("exact", 1000, 1000, "[875 1125)", "[950 1050)"),
    ("exact", 0, 1, "[-0.5 0.5)", "[-0.5 0.5)"),
    ("exact", -5, 1, "[-5.5 -4.5)", "[-5.5 -4.5)"),
    ("about", 8, 1, "[7 9]", "[7.5 8.5]"),
    ("about", 25, 1, "[20 30]", "[22.5 27.5]"),
    ("about", 1000, 1000, "[750 1250]", "[875 1125]"),
    ("about", 11000, 1000, "[9900 12100]", "[10450 11550]"),
    ("about", 0, 1, "[-1 1]", "[-0.5 0.5]"),
    ("about", -20, 10, "[-25 -15]", "[-22.5 -17.5]"),
    ("more than", 2, 1, "(2 -)", "(2 3)"),
    ("more than", 23, 1, "(23 -)", "(23 25.3)"),
    ("more than", 100, 100, "(100 -)", "(100 200)"),
    ("more than", 0, 1, "(0 -)", "(0 1)"),
    ("more than", -5, 1, "(-5 -)", "(-5 -4)"),
    ("at least", 8, 1, "[8 -)", "[8 10]"),
    ("at least", 100, 100, "[100 -)", "[100 300]"),
    ("at least", 0, 1, "[0 -)", "[0 2]"),
    ("at least", -5, 1, "[-5 -)", "[-5 -3]"),
    ("less than", 5, 1, "[0 5)", "[4 5)"),
    ("less than", 100, 100, "[0 100)", "[50 100)"),
    ("less than", 0, 1, "(- 0)", "[-1 0)"),
    ("less than", -5, 1, "(- -5)", "[-6 -5)"),
    ("at most", 5, 1, "[0 5]", "[3 5]"),
    ("at most", 1, 1, "[0 1]", "[0 1]"),
    ("at most", 90, 10, "[0 90]", "[70 90]"),
    ("at most", 0, 1, "(- 0]", "[-2 0]"),
    ("up to", 12, 1, "(0 12]", "[9.6 12]"),
    ("up to", 100, 100, "(0 100]", "(0 100]"),
    ("up to", 12000, 1000, "(0 12000]", "[9600 12000]"),
    ("up to", 0, 1, "(- 0]", "[-2 0]"),
    ("nearly", 3, 1, "[2 3)", "[2.75 3)"),
    ("nearly", 50, 10, "[40 50)", "[45 50)"),
    ("nearly", 100, 100, "[50 100)", "[75 100)"),
    ("nearly", 2500000, 100000, "[2000000 2500000)", "[2250000 2500000)"),
    ("nearly", 0, 1, "(0 1]", "(0 0.25]"),
    ("nearly", -5, 1, "(-5 -4]", "(-5 -4.75]"),
    ("just over", 2, 1, "(2 3]", "(2 2.25]"),
    ("just over", 100, 100, "(100 150]", "(100 125]"),
    ("just over", 0, 1, "(0 1]", "(0 0.25]"),
    ("just over", -5, 1, "[-6 -5)", "[-5.25 -5)"),
]


def _written(interval: Interval) -> str:
    """An interval as a reader writes it: ( and ) where the end is not in it, - where there is none."""
    low = "(-" if interval.low is None else f"{'(' if interval.open_low else '['}{interval.low:.10g}"
    high = "-)" if interval.high is None else f"{interval.high:.10g}{')' if interval.open_high else ']'}"
    return f"{low} {high}"


@pytest.mark.parametrize(("hedge", "number", "step", "hard", "soft"), ROWS)
def test_a_row_of_the_table(hedge: HedgeKind, number: float, step: float, hard: str, soft: str) -> None:
    found = intervals(hedge, number, None, step, kind="count")
    assert [_written(interval) for interval in found] == [hard, soft]


def test_every_hedge_has_a_row_that_is_tested() -> None:
    assert {row[0] for row in ROWS} | {"range", "vague"} == set(HEDGES)


def test_a_range_is_its_ends_and_what_lies_between_in_either_order() -> None:
    assert [_written(i) for i in intervals("range", 10, 12, 1)] == ["[10 12]", "[10 12]"]
    assert intervals("range", 12, 10, 1) == intervals("range", 10, 12, 1)


def test_a_range_without_an_upper_end_is_open() -> None:
    assert [_written(i) for i in intervals("range", 10, None, 1)] == ["[10 -)", "[10 -)"]


def test_vague_words_allow_half_the_least_and_twice_the_most() -> None:
    assert [_written(i) for i in intervals("vague", 24, 99, 12)] == ["(12 198]", "[24 99]"]
    assert [_written(i) for i in intervals("vague", 2000, None, 1000)] == ["(1000 -)", "[2000 -)"]


def test_percentages_and_ages_are_told_exactly_however_round_they_are() -> None:
    assert [_written(i) for i in intervals("exact", 50, None, 10, kind="age")] == ["[49.5 50.5)", "[49.5 50.5)"]
    assert [_written(i) for i in intervals("exact", 50, None, 10, kind="percent")] == ["[47.5 52.5)", "[49.5 50.5)"]
    assert [_written(i) for i in intervals("about", 50, None, 10, kind="percent")] == ["[40 60]", "[45 55]"]


def test_temperatures_under_a_number_go_below_zero() -> None:
    assert _written(intervals("less than", 5, None, 1, kind="temperature")[0]) == "(- 5)"


def test_more_than_two_years_is_meant_of_less_than_three() -> None:
    hard, soft = intervals("more than", 2, None, 1, kind="duration")
    assert holds(soft, 2.9)
    assert not holds(soft, 3.1)
    assert holds(hard, 3.1)


@pytest.mark.parametrize("line", read_word_list("vague_numbers"))
def test_a_row_of_vague_words_is_an_interval_of_numbers_above_one(line: str) -> None:
    words, low, high = line.split(" | ")
    assert vague_interval(words) == Interval(float(low), float(high))
    assert 2 <= float(low) < float(high)


def test_vague_words_of_one_kind_grow_with_their_unit() -> None:
    lows = [VAGUE[words].low for words in ("dozens", "hundreds", "thousands", "tens of thousands", "millions")]
    assert lows == sorted(lows, key=lambda low: low or 0)
    assert vague_interval("many") is None


@given(
    st.sampled_from(HEDGES),
    st.one_of(st.integers(-2000, 2000).map(float), st.floats(-1e40, 1e40, allow_nan=False)),
    st.sampled_from([0.0, 0.01, 0.25, 1.0, 10.0, 1000.0, 1e6]),
)
def test_any_number_gets_intervals_that_are_not_empty_the_soft_one_inside_the_hard_one(
    hedge: HedgeKind, number: float, step: float
) -> None:
    hard, soft = intervals(hedge, number, number + abs(number), step, kind="count")
    assert not is_empty(soft)
    assert contains(hard, soft)
