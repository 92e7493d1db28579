"""Months, quarters and holidays in any case of letters."""

from __future__ import annotations

import pytest

from tests.spells.spelled import ends


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("back on easter 2018", "easter 2018", "2018-04-01", "2018-04-01"),
        ("seen last christmas", "last christmas", "2023-12-25", "2023-12-25"),
        ("seen the previous easter", "previous easter", "2024-03-31", "2024-03-31"),
        ("off earth day 2010", "earth day 2010", "2010-04-22", "2010-04-22"),
        ("off labor day 2021 weekend", "labor day 2021 weekend", "2021-09-04", "2021-09-06"),
        ("sold in q3 2019", "q3 2019", "2019-07-01", "2019-09-30"),
        ("sold 2019-Q1 stock", "2019-Q1", "2019-01-01", "2019-03-31"),
        ("coffee on mar4", "mar4", "2025-03-04", "2025-03-04"),
        ("coffee this 12/5", "this 12/5", "2024-12-05", "2024-12-05"),
        ("later than 2018", "later than 2018", "2019-01-01", None),
    ],
)
def test_dates_in_lower_case(text: str, words: str, low: str, high: str | None) -> None:
    assert ends(text) == [(words, low, high)]
