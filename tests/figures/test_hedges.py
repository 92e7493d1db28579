"""Hedges and negations."""

from __future__ import annotations

import pytest

from whence.figures.hedges import find_hedges, find_negations


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("he reportedly left", ("reportedly",)),
        ("an estimated 40 ships", ("an estimated",)),
        ("more than 40 ships", ("more than",)),
        ("more than enough", ()),
        ("about 40", ("about",)),
        ("talks about peace", ()),
        ("it appears to have begun", ("appears to",)),
        ("as many as 40", ("as many as",)),
        ("it is over", ()),
    ],
)
def test_hedges_in_a_phrase(phrase: str, expected: tuple[str, ...]) -> None:
    assert find_hedges(phrase.split()) == expected


def test_a_hedge_may_belong_to_the_number_after_the_phrase() -> None:
    assert find_hedges(["over"], following="40") == ("over",)
    assert find_hedges(["over"], following="there") == ()


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("it does not give", ("not",)),
        ("it doesn't give", ("not",)),
        ("nobody ever came", ("nobody",)),
        ("he failed to come", ("not",)),
        ("the plan failed", ()),
        ("it gives", ()),
    ],
)
def test_negations_in_a_phrase(phrase: str, expected: tuple[str, ...]) -> None:
    assert find_negations(phrase.split()) == expected
