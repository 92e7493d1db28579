"""The values of durations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.times.lengths import UNITS, length_value


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (3, "year", "P3Y"), (90, "minute", "PT90M"), (1.5, "minute", "PT1M30S"), (0.5, "hour", "PT30M"),
        (0.5, "day", "PT12H"), (2.5, "year", "P2Y6M"), (2, "decade", "P20Y"), (2, "fortnight", "P4W"),
        (None, "week", "PXW"), (None, "hour", "PTXH"), (0.5, "century", "P50Y"),
    ],
)  # fmt: skip
def test_values_are_those_of_timex3(count: float | None, unit: str, value: str) -> None:
    assert length_value(count, unit) == value


@given(st.none() | st.floats(0, 1e9), st.sampled_from(sorted(UNITS.values())))
def test_every_length_has_a_value(count: float | None, unit: str) -> None:
    assert length_value(count, unit).startswith("P")
