"""The tagger around its network: windows in, pieces of whole paragraphs out, several reports side by side."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.quotes.small_weights import small_weights
from whence.quotes.chain import Labels
from whence.quotes.linking import WindowPieces
from whence.quotes.links import Piece
from whence.quotes.tagger import cut_windows, pieces_of, read_states, tag_reports
from whence.quotes.tokens import Tokens, split_tokens
from whence.quotes.weights import TaggerWeights

TEXTS = (
    "“We will open the bridge,” Mayor Jane Roe said.\n\nShe told the council that it was late.\n\n“It was,” said Lund.",
    "Rain fell.",
    "",
    "Jane Roe said the ferry, the one to the island, would sail again.\n\nThe crew said nothing. " * 12,
)


@pytest.fixture(scope="module")
def weights() -> TaggerWeights:
    return small_weights()


def labels(*spelled: int) -> Labels:
    return np.array(spelled, np.int64)


# --- pieces -----------------------------------------------------------------------------------------------------------


def test_labels_spell_pieces_of_their_roles() -> None:
    found = pieces_of(labels(5, 6, 6, 0, 3, 1, 2, 0), [])
    assert found == WindowPieces([Piece(5, 7)], [Piece(4, 5)], [Piece(0, 3)], [])


def test_a_beginning_ends_the_piece_before_it() -> None:
    assert pieces_of(labels(5, 6, 5, 5, 6), []).content == [Piece(0, 2), Piece(2, 3), Piece(3, 5)]


def test_a_piece_may_reach_the_end() -> None:
    assert pieces_of(labels(0, 1, 2), []).source == [Piece(1, 3)]


def test_nothing_spelled_is_nothing_found() -> None:
    assert pieces_of(labels(0, 0), [1]) == WindowPieces([], [], [], [1])
    assert pieces_of(labels(), []) == WindowPieces([], [], [], [])


@given(st.lists(st.integers(0, 6), max_size=40))
def test_pieces_are_those_read_off_one_label_at_a_time(spelled: list[int]) -> None:
    expected: list[list[Piece]] = [[], [], []]
    before = 0
    for place, label in enumerate(spelled):
        role = (label + 1) // 2
        if role and not label % 2 and (before + 1) // 2 == role:
            start = expected[role - 1][-1].start
            expected[role - 1][-1] = Piece(start, place + 1)
        elif role:
            expected[role - 1].append(Piece(place, place + 1))
        before = label
    assert [*pieces_of(labels(*spelled), [])[:3]] == expected


# --- windows ----------------------------------------------------------------------------------------------------------


def test_each_token_stands_in_one_window_in_order_and_a_separator_between_paragraphs(weights: TaggerWeights) -> None:
    reports = [split_tokens(text) for text in TEXTS]
    windows = list(cut_windows(reports, weights.lexicon))
    for number, tokens in enumerate(reports):
        places = [place for window in windows if window.report == number for place in window.places.tolist()]
        assert [place for place in places if place >= 0] == list(range(len(tokens.keys)))
    first = next(window for window in windows if window.report == 0)
    assert [first.places.tolist()[k - 1 : k + 2] for k in np.flatnonzero(first.places < 0)] == [
        [reports[0].first[k] - 1, -1, reports[0].first[k]] for k in (1, 2)
    ]


def test_a_separator_has_the_code_of_a_break_and_the_layout_of_what_follows(weights: TaggerWeights) -> None:
    tokens = split_tokens("Rain fell.\nJANE ROE: It did.")
    (window,) = cut_windows([tokens], weights.lexicon)
    (row,) = window.codes[window.places < 0].tolist()
    assert row == [1, 0, 0, 11, 0, tokens.layouts[tokens.first[1]]]


def test_marginals_are_probabilities(weights: TaggerWeights) -> None:
    windows = sorted(cut_windows([split_tokens(text) for text in TEXTS], weights.lexicon), key=lambda w: -len(w.codes))
    states, marginals = read_states(windows, weights)
    assert len(states) == len(marginals) == sum(len(window.codes) for window in windows)
    assert np.allclose(marginals.sum(axis=1), 1, atol=1e-5) and (marginals >= 0).all()


# --- reports ----------------------------------------------------------------------------------------------------------


def test_reports_side_by_side_give_what_each_gives_alone(weights: TaggerWeights) -> None:
    reports = [split_tokens(text) for text in TEXTS]
    together = tag_reports(reports, weights)
    assert len(together) == len(reports)
    for tokens, found in zip(reports, together, strict=True):
        (alone,) = tag_reports([tokens], weights)
        assert [one[:3] for one in found] == [one[:3] for one in alone]
        assert all(np.allclose(one.odds, other.odds, atol=1e-4) for one, other in zip(found, alone, strict=True))


def test_the_order_of_reports_changes_no_report(weights: TaggerWeights) -> None:
    reports = [split_tokens(text) for text in TEXTS]
    found = tag_reports(reports, weights)
    turned = tag_reports(reports[::-1], weights)[::-1]
    assert [[one[:3] for one in ones] for ones in found] == [[one[:3] for one in ones] for ones in turned]


def test_no_report_and_no_token_give_nothing(weights: TaggerWeights) -> None:
    assert tag_reports([], weights) == []
    assert tag_reports([split_tokens(""), split_tokens(" \n ")], weights) == [[], []]


def test_lenience_finds_more_than_it_takes(weights: TaggerWeights) -> None:
    tokens = [split_tokens(TEXTS[3])]
    strict = weights._replace(leniency=np.array([1e6, 1, 1, 1, 1, 1, 1], np.float32))
    lenient = weights._replace(leniency=np.array([1e-6, 1, 1, 1, 1, 1, 1], np.float32))
    assert tag_reports(tokens, strict) == [[]]
    assert tag_reports(tokens, lenient)[0]


def check(tokens: Tokens, weights: TaggerWeights) -> None:
    """What holds of anything that the tagger finds."""
    (found,) = tag_reports([tokens], weights)
    assert [one.content for one in found] == sorted(one.content for one in found)
    for one in found:
        assert one.content
        for start, end in (*one.source, *one.cue, *one.content):
            assert 0 <= start < end <= len(tokens.keys)
            assert not any(start < first < end for first in tokens.first)
        assert all(0 <= odds <= 1.0001 for odds in one.odds)


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["said", "“", "”", "Jane Roe", "told", "the", ",", ".", "\n", "x"]), max_size=60))
def test_pieces_lie_inside_one_paragraph_of_the_report(words: list[str]) -> None:
    for seed in (1, 2, 6):
        check(split_tokens(" ".join(words)), SMALL[seed])


SMALL = {seed: small_weights(seed) for seed in (1, 2, 6)}


def test_a_paragraph_of_thousands_of_tokens_is_read_in_pieces() -> None:
    check(split_tokens("said the ferry " * 8_000), SMALL[1])
