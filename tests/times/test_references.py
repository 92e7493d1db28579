"""Words that point at the present, the past or the future."""

from __future__ import annotations

import pytest

from tests.times.told import typed


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He is now here.", "now", "PRESENT_REF"),
        ("He is right now here.", "right now", "PRESENT_REF"),
        ("He currently leads.", "currently", "PRESENT_REF"),
        ("He recently left.", "recently", "PAST_REF"),
        ("It was so in the past.", "the past", "PAST_REF"),
        ("He will soon leave.", "soon", "FUTURE_REF"),
        ("It will be so in the near future.", "the near future", "FUTURE_REF"),
        ("It will fall in the long term.", "the long term", "FUTURE_REF"),
        ("He hopes to return one day.", "one day", "FUTURE_REF"),
    ],
)
def test_references(text: str, words: str, value: str) -> None:
    assert typed(text) == [(words, "DATE", value)]


@pytest.mark.parametrize(
    "text",
    ["He left as soon as he could.", "Soon after, he left.", "The future of the bridge is dim.",
     "It is a long-term loan."],
)  # fmt: skip
def test_words_that_only_look_like_references_are_left_alone(text: str) -> None:
    assert typed(text) == []


def test_the_past_before_a_count_is_a_length() -> None:
    assert typed("In the past two months it fell.") == [("the past two months", "DURATION", "P2M")]
