"""Words that say how often."""

from __future__ import annotations

import pytest

from tests.times.told import typed


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He gives a daily speech.", "daily", "P1D"),
        ("It rises annually.", "annually", "P1Y"),
        ("He writes monthly.", "monthly", "P1M"),
        ("They dance on weekends.", "weekends", "XXXX-WXX-WE"),
    ],
)
def test_frequencies(text: str, words: str, value: str) -> None:
    assert typed(text) == [(words, "SET", value)]


def test_the_name_of_a_paper_is_no_time() -> None:
    assert typed("He reads the Daily News.") == []
