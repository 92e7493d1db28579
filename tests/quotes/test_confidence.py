"""Confidence: a probability, weighed from what the tagger and the page show."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quotes.small_weights import CLUES, small_weights
from whence.quotes.confidence import clues_of_confidence, confidence_of
from whence.quotes.drafts import Draft
from whence.quotes.odds import EVEN, Odds
from whence.quotes.weights import TaggerWeights
from whence.text.spans import Span

EVERY_ODDS = len(Odds())


def weighed(*weights: float) -> TaggerWeights:
    """Weights whose confidence is this sum; what is not named weighs nothing."""
    found = np.zeros(CLUES, np.float32)
    found[: len(weights)] = weights
    return small_weights()._replace(confidence=found)


def draft(*odds: float, rule: str = "") -> Draft:
    return Draft((Span(0, 2),), (Span(3, 7),), (Span(8, 20),), Odds(*odds), rule)


def test_no_weights_say_one_half() -> None:
    assert confidence_of(draft(), "direct", weighed()) == 0.5


def test_the_confidence_is_the_logistic_of_the_weighed_sum() -> None:
    assert confidence_of(draft(), "direct", weighed(2.0)) == pytest.approx(1 / (1 + math.exp(-2)), abs=1e-4)


def test_even_odds_say_nothing() -> None:
    assert clues_of_confidence(draft(*[EVEN] * EVERY_ODDS), "indirect")[1 : 1 + EVERY_ODDS] == (0,) * EVERY_ODDS


@pytest.mark.parametrize("number", range(EVERY_ODDS))
def test_surer_pieces_and_links_make_a_surer_attribution(number: int) -> None:
    weights = weighed(0, *[1.0] * EVERY_ODDS)
    found = [
        confidence_of(draft(*[odds if k == number else 0.5 for k in range(EVERY_ODDS)]), "direct", weights)
        for odds in (0.1, 0.5, 0.9)
    ]
    assert found == sorted(found) and len(set(found)) == 3


def test_certainty_is_cut_so_that_one_clue_cannot_decide_alone() -> None:
    sure, surest = (clues_of_confidence(draft(odds), "direct")[1] for odds in (0.999, 1.0))
    assert sure == surest < 10


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((draft(), "direct"), (draft(), "mixed")),
        ((draft(), "direct"), (draft(), "indirect")),
        ((draft(), "direct"), (draft(rule="turn"), "direct")),
        ((draft(), "direct"), (draft(rule="bare"), "direct")),
        ((draft(), "direct"), (draft()._replace(source=()), "direct")),
        ((draft(), "direct"), (draft()._replace(cue=()), "direct")),
        ((draft(), "direct"), (draft()._replace(content=(Span(0, 400),)), "direct")),
    ],
)
def test_marks_rules_lengths_and_what_is_absent_are_told_apart(one: tuple, other: tuple) -> None:  # type: ignore[type-arg]
    assert clues_of_confidence(*one) != clues_of_confidence(*other)


@given(
    st.lists(st.floats(0, 1), min_size=EVERY_ODDS, max_size=EVERY_ODDS),
    st.sampled_from(["direct", "mixed", "indirect"]),
    st.sampled_from(["", "turn", "signature", "bare"]),
    st.integers(0, 20),
)
def test_any_clues_give_a_probability(odds: list[float], kind: str, rule: str, seed: int) -> None:
    found = confidence_of(draft(*odds, rule=rule), kind, small_weights(seed))  # type: ignore[arg-type]
    assert 0 <= found <= 1 and round(found, 4) == found
