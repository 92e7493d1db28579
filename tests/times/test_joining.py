"""Phrases that stand together and say one time."""

from __future__ import annotations

import pytest

from tests.times.told import values


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At 10 p.m. on Wednesday it fell.", [("10 p.m. on Wednesday", "2024-11-27T22:00")]),
        ("On Wednesday at 10 p.m. it fell.", [("Wednesday at 10 p.m.", "2024-11-27T22:00")]),
        ("On Friday, Nov. 22, it fell.", [("Friday, Nov. 22", "2024-11-22")]),
        ("In June last year it fell.", [("June last year", "2023-06")]),
        ("In the third quarter of last year it fell.", [("the third quarter of last year", "2023-Q3")]),
        ("In last year's third quarter it fell.", [("last year's third quarter", "2023-Q3")]),
        ("At the end of 1994 it fell.", [("the end of 1994", "1994")]),
        ("In mid-afternoon yesterday it fell.", [("mid-afternoon yesterday", "2024-11-28TAF")]),
    ],
)
def test_two_phrases_become_one(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


@pytest.mark.parametrize("text", ["It fell in June. Last year it rose.", "It fell on Monday and on Tuesday.",
                                  "It fell at noon and on Tuesday."])  # fmt: skip
def test_phrases_of_two_clauses_stay_two(text: str) -> None:
    assert len(values(text)) == 2
