"""Linking: contents find their cue, cues their source, and the arithmetic is that of a bilinear scorer."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quotes.small_weights import UPPER_CELLS, small_weights
from whence.quotes.linking import LINK_COLUMNS, Linked, WindowPieces, link_pieces, link_probabilities
from whence.quotes.links import Piece, link_buckets
from whence.quotes.network import Array
from whence.quotes.weights import LinkWeights

STATES = np.zeros((100, 4), np.float32)


def nearest(none_bias: float) -> LinkWeights:
    """A scorer that knows only how far two pieces stand from each other: nearer is better, "none" has this score."""
    zeros = np.zeros((8, 2), np.float32)
    distance = np.concatenate([-np.arange(10), -np.arange(10)]).astype(np.float32)
    none = np.array([none_bias], np.float32)
    between, breaks = np.zeros(10, np.float32), np.zeros(6, np.float32)
    return LinkWeights(zeros, zeros[0], zeros, zeros[0], distance, between, breaks, zeros[:, 0], none)


def linked(source: list[Piece], cue: list[Piece], content: list[Piece], none_bias: float = -20) -> list[Linked]:
    return link_pieces(WindowPieces(source, cue, content, []), STATES, nearest(none_bias), nearest(none_bias))


def test_a_content_takes_the_cue_and_the_cue_the_source_that_score_best() -> None:
    found = linked(
        [Piece(6, 8), Piece(30, 31)], [Piece(5, 6), Piece(31, 32)], [Piece(0, 5), Piece(32, 40)]
    )  # fmt: skip
    assert [one[:3] for one in found] == [
        (Piece(6, 8), Piece(5, 6), (Piece(0, 5),)),
        (Piece(30, 31), Piece(31, 32), (Piece(32, 40),)),
    ]


def test_contents_of_one_cue_are_one_attribution() -> None:
    (found,) = linked([Piece(6, 7)], [Piece(5, 6)], [Piece(0, 5), Piece(7, 12)])
    assert found.content == (Piece(0, 5), Piece(7, 12))


def test_a_content_that_no_cue_suits_stands_alone() -> None:
    (found,) = linked([Piece(40, 41)], [Piece(41, 42)], [Piece(0, 5)], none_bias=20)
    assert (found.source, found.cue, found.content) == (None, None, (Piece(0, 5),))
    assert found.link_odds == pytest.approx(1, abs=1e-4)


def test_a_cue_that_no_source_suits_keeps_its_content() -> None:
    pieces = WindowPieces([Piece(60, 61)], [Piece(5, 6)], [Piece(0, 5)], [])
    (found,) = link_pieces(pieces, STATES, nearest(-20), nearest(20))
    assert (found.source, found.cue) == (None, Piece(5, 6))


def test_a_cue_or_source_without_content_is_left_out() -> None:
    assert linked([Piece(0, 1)], [Piece(1, 2)], []) == []
    (found,) = linked([Piece(0, 1)], [Piece(1, 2), Piece(50, 51)], [Piece(2, 9)])
    assert found.cue == Piece(1, 2)


def test_attributions_come_in_the_order_of_their_contents() -> None:
    found = linked([], [Piece(31, 32), Piece(5, 6)], [Piece(32, 40), Piece(0, 5)])
    assert [one.content[0].start for one in found] == [0, 32]


def test_the_odds_of_links_are_the_mean_over_contents_times_that_of_the_source() -> None:
    pieces = WindowPieces([Piece(6, 7)], [Piece(5, 6)], [Piece(0, 5), Piece(7, 12)], [])
    content_links, cue_links = nearest(-3), nearest(-0.5)
    cues = link_probabilities(pieces.content, pieces.cue, [], STATES, content_links)
    sources = link_probabilities(pieces.cue, pieces.source, [], STATES, cue_links)
    (found,) = link_pieces(pieces, STATES, content_links, cue_links)
    assert found.link_odds == pytest.approx(float(cues[:, 1].mean() * sources[0, 1]))


def test_probabilities_are_the_same_arithmetic_written_out() -> None:
    rng = np.random.default_rng(2)
    states = rng.normal(0, 1, (30, 2 * UPPER_CELLS)).astype(np.float32)
    links = small_weights().cue_of_content
    asking, answering, breaks = [Piece(3, 6), Piece(20, 24)], [Piece(1, 3), Piece(8, 9), Piece(28, 30)], [10]
    found = link_probabilities(asking, answering, breaks, states, links)
    buckets = link_buckets(asking, answering, [piece.start for piece in answering], breaks)
    for i, one in enumerate(asking):
        ask = ends(states, one)
        scores = [float(ask @ links.none + links.none_bias[0])]
        for j, other in enumerate(answering):
            asks, answers = ask @ links.asks + links.asks_bias, ends(states, other) @ links.answers + links.answers_bias
            distance, between, broken = buckets[i, j]
            place = links.distance[distance] + links.between[between] + links.breaks[broken]
            scores.append(float(asks @ answers / LINK_COLUMNS**0.5 + place))
        expected = np.exp(scores) / np.exp(scores).sum()
        assert np.allclose(found[i], expected, atol=1e-5)


def ends(states: Array, piece: Piece) -> Array:
    return np.concatenate([states[piece.start], states[piece.end - 1]])


def test_nothing_that_asks_or_answers_is_no_error() -> None:
    assert link_probabilities([], [Piece(0, 1)], [], STATES, nearest(0)).shape == (0, 2)
    assert link_probabilities([Piece(0, 1)], [], [], STATES, nearest(0)).tolist() == [[1.0]]


PLACES = st.lists(st.integers(0, 30), max_size=6, unique=True).map(
    lambda drawn: [Piece(3 * k, 3 * k + 2) for k in drawn]
)


@given(PLACES.map(sorted), PLACES.map(sorted), PLACES.map(sorted), st.floats(-5, 5))
def test_every_content_is_in_exactly_one_attribution(
    source: list[Piece], cue: list[Piece], content: list[Piece], none_bias: float
) -> None:
    found = linked(source, cue, content, none_bias)
    assert sorted(piece for one in found for piece in one.content) == content
    cues = [one.cue for one in found if one.cue]
    assert len(set(cues)) == len(cues)
    assert all(0 <= one.link_odds <= 1.0001 for one in found)
    assert all(one.source is None or one.cue is not None for one in found)
