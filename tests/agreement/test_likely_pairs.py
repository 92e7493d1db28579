"""Pairs that are likely about one thing, and the best choice among them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.agreement.told import counted, day, told
from whence.agreement.contexts import Standing, read_context
from whence.agreement.likely_pairs import MOST_ABREAST, LikelyPair, abreast, choose, likely_pair
from whence.agreement.one_thing import ONE_SENTENCE, Kinship
from whence.agreement.relations import relate_figures
from whence.records import Figure, Time

PAIR = relate_figures(counted(3), counted(3))
NEVER = (None, None)


def _time(time: Time) -> Standing:
    words = frozenset(["sank"])
    return Standing(time, words, 0, "", frozenset(), words)


def _figures(text: str) -> tuple[Standing, ...]:
    return read_context(*told("a", text)).standings


def test_a_figure_and_a_time_are_no_pair() -> None:
    (figure,) = _figures("The ferry carried 90 passengers.")
    assert likely_pair((0, 0), (figure, _time(day("Tuesday", "2024-11-26"))), ONE_SENTENCE, published=NEVER) is None


def test_the_same_number_is_a_better_pair_than_another() -> None:
    (ninety,) = _figures("The ferry carried 90 passengers.")
    (other,) = _figures("The ferry carried 120 passengers.")
    same = likely_pair((0, 0), (ninety, ninety), ONE_SENTENCE, published=NEVER)
    differs = likely_pair((0, 1), (ninety, other), ONE_SENTENCE, published=NEVER)
    assert same
    assert differs
    assert same.score > differs.score


def test_the_same_words_for_other_days_are_not_held_to_disagree() -> None:
    a, b = day("yesterday", "2024-11-26"), day("yesterday", "2024-11-27")
    pair = likely_pair((0, 0), (_time(a), _time(b)), Kinship(0.9, 5), published=NEVER)
    assert pair
    assert pair.pair.relation == "incomparable"


def test_what_is_counted_from_the_text_is_not_held_to_disagree() -> None:
    a, b = day("a year earlier", "2023-01-01", "2023-12-31", "2023"), day("in 2021", "2021-01-01", "2021-12-31", "2021")
    pair = likely_pair((0, 0), (_time(a), _time(b)), Kinship(0.9, 5), published=NEVER)
    assert pair
    assert pair.pair.relation == "incomparable"


def test_long_lists_are_held_against_their_neighbours_only() -> None:
    (one,) = _figures("The ferry carried 90 passengers.")
    many = [one] * (MOST_ABREAST + 20)
    assert len(list(abreast(many, many))) < 4 * len(many)
    assert len(list(abreast(many[:5], many[:4]))) == 20


@given(st.lists(st.tuples(st.floats(0, 9), st.integers(0, 4), st.integers(0, 4)), max_size=20))
def test_no_figure_is_chosen_twice_and_the_best_pair_always_is(scores: list[tuple[float, int, int]]) -> None:
    likely = [LikelyPair(score, a, b, PAIR) for score, a, b in scores]
    chosen = choose(likely)
    assert len({one.a for one in chosen}) == len({one.b for one in chosen}) == len(chosen)
    assert [one.a for one in chosen] == sorted(one.a for one in chosen)
    if likely:
        assert max(one.score for one in chosen) == max(one.score for one in likely)


def test_a_pair_keeps_the_figures_that_it_was_made_of() -> None:
    (ninety,) = _figures("The ferry carried 90 passengers.")
    pair = likely_pair((4, 7), (ninety, ninety), ONE_SENTENCE, published=NEVER)
    assert pair
    assert (pair.a, pair.b) == (4, 7)
    assert isinstance(pair.pair.a, Figure)
