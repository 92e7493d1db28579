"""Hedges and negations."""

from __future__ import annotations

import pytest

from whence.certainty.hedges import find_hedges, find_negations, place_hedges


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
        ("he may have gone", ("may have",)),
        ("they met in may 2031", ()),
        ("the fleet of may", ()),
        ("he could not be reached", ()),
        ("he could be abroad", ("could",)),
        ("he was said to be ill", ("was said",)),
        ("he said to them", ()),
        ("she was believed to have left", ("was believed",)),
        ("two suspects fled", ()),
        ("she suggested going home", ()),
        ("she suggested that he go", ("suggested that",)),
        ("it seems to rain", ("seems to",)),
        ("critics say it leaks", ("critics say",)),
        ("some experts doubt it", ("some experts",)),
        ("some 40 ships", ("some",)),
        ("the suspected killer", ("suspected",)),
    ],
)
def test_hedges_in_a_phrase(phrase: str, expected: tuple[str, ...]) -> None:
    assert find_hedges(phrase.split()) == expected


def test_a_hedge_may_belong_to_the_number_after_the_phrase() -> None:
    assert find_hedges(["over"], following="40") == ("over",)
    assert find_hedges(["over"], following="there") == ()


def test_hedges_are_placed_inside_the_phrase_alone() -> None:
    assert [(seen.first, seen.last) for seen in place_hedges(["he", "may", "have"], "left")] == [(1, 3)]
    assert not place_hedges(["an"], "estimated")


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
