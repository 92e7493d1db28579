"""Places of pieces to each other, against the same counted out."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whence.quotes.links import MOST_BETWEEN, MOST_BREAKS, Piece, link_buckets


def buckets(
    asking: Piece, answering: Piece, between: list[int] | None = None, breaks: list[int] | None = None
) -> list[int]:
    starts = sorted(between if between is not None else [answering.start])
    return list(link_buckets([asking], [answering], starts, breaks or []).tolist()[0][0])


def test_before_and_after_have_buckets_of_their_own() -> None:
    assert buckets(Piece(5, 6), Piece(4, 5)) == [0, 0, 0]
    assert buckets(Piece(5, 6), Piece(6, 7)) == [10, 5, 3]


def test_the_further_away_the_higher_the_bucket_up_to_a_last_one() -> None:
    found = [buckets(Piece(0, 1), Piece(1 + gap, 2 + gap))[0] for gap in range(100)]
    assert found == sorted(found)
    assert found[0] == 10 and found[59] == 18 and found[60] == found[99] == 19


def test_pieces_of_the_answering_kind_in_between_are_counted_up_to_four() -> None:
    starts = [10, 20, 30, 40, 50, 60]
    found = [buckets(Piece(0, 5), Piece(start, start + 2), between=starts)[1] - 5 for start in starts]
    assert found == [0, 1, 2, 3, MOST_BETWEEN, MOST_BETWEEN]


def test_paragraph_breaks_in_between_are_counted_up_to_two() -> None:
    found = [buckets(Piece(0, 5), Piece(40, 42), breaks=[7, 9, 11][:count])[2] - 3 for count in range(4)]
    assert found == [0, 1, MOST_BREAKS, MOST_BREAKS]
    assert buckets(Piece(0, 5), Piece(40, 42), breaks=[2, 60])[2] - 3 == 0


def test_nothing_on_one_side_is_an_empty_array() -> None:
    assert link_buckets([], [Piece(0, 1)], [0], []).shape == (0, 1, 3)
    assert link_buckets([Piece(0, 1)], [], [], []).shape == (1, 0, 3)


PIECES = st.lists(st.tuples(st.integers(0, 80), st.integers(1, 9)), max_size=5).map(
    lambda drawn: [Piece(start, start + size) for start, size in drawn]
)


@given(PIECES, PIECES, st.lists(st.integers(0, 90), max_size=4).map(sorted))
def test_any_places_fall_into_the_buckets_that_the_scorer_has(
    asking: list[Piece], answering: list[Piece], breaks: list[int]
) -> None:
    found = link_buckets(asking, answering, sorted(piece.start for piece in answering), breaks)
    assert found.shape == (len(asking), len(answering), 3)
    assert (found >= 0).all() and (found < np.array([20, 10, 6])).all()


@given(PIECES, PIECES, st.integers(0, 50))
def test_moving_all_along_changes_nothing(asking: list[Piece], answering: list[Piece], by: int) -> None:
    def moved(pieces: list[Piece]) -> list[Piece]:
        return [Piece(piece.start + by, piece.end + by) for piece in pieces]

    def found(one: list[Piece], other: list[Piece], at: int) -> list[list[list[int]]]:
        return list(link_buckets(one, other, sorted(piece.start for piece in other), [20 + at]).tolist())

    assert found(asking, answering, 0) == found(moved(asking), moved(answering), by)
