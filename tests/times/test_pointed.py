"""Units that a word points at."""

from __future__ import annotations

import pytest

from tests.times.told import days


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It fell last week.", "2024-11-18", "2024-11-24"),
        ("It fell this week.", "2024-11-25", "2024-11-29"),
        ("It will fall later this week.", "2024-11-29", "2024-12-01"),
        ("It fell over the past two months.", "2024-09-29", "2024-11-29"),
        ("It fell over the past week.", "2024-11-22", "2024-11-29"),
        ("It will fall over the next three years.", "2024-11-29", "2027-11-29"),
        ("It fell last weekend.", "2024-11-23", "2024-11-24"),
        ("It falls next month.", "2024-12-01", "2024-12-31"),
    ],
)
def test_periods_and_windows_have_their_days(text: str, first: str, last: str) -> None:
    assert days(text) == (first, last)
