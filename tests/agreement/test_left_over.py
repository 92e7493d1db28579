"""Figures of a retold report that are paired by their place."""

from __future__ import annotations

from tests.agreement.told import told
from whence.agreement.contexts import Context, read_context
from whence.agreement.left_over import pair_left_over
from whence.agreement.likely_pairs import LikelyPair, likely_pair
from whence.agreement.one_thing import ONE_SENTENCE

NEVER = (None, None)
A = "The ferry carried 91 passengers.\n\nThe storm broke 43 lamps.\n\nDivers searched 17 caves."
B = "The ferry carried 91 passengers.\n\nIn the storm 34 lamps went out.\n\nDivers searched 17 caves."


def _known(a: Context, b: Context, *numbers: int) -> list[LikelyPair]:
    """The pairs of figures that have the same place in both."""
    pairs = [likely_pair((at, at), (a.standings[at], b.standings[at]), ONE_SENTENCE, published=NEVER) for at in numbers]
    return [pair for pair in pairs if pair]


def _contexts(a: str, b: str) -> tuple[Context, Context]:
    return read_context(*told("a", a)), read_context(*told("b", b))


def test_a_figure_between_two_that_were_found_again_is_of_what_stands_there() -> None:
    contexts = _contexts(A, B)
    (pair,) = pair_left_over(contexts, _known(*contexts, 0, 2), NEVER)
    assert (pair.a, pair.b, pair.pair.relation) == (1, 1, "conflict")


def test_what_counts_other_things_is_left_alone() -> None:
    contexts = _contexts(A, B.replace("34 lamps", "34 boats"))
    assert not pair_left_over(contexts, _known(*contexts, 0, 2), NEVER)


def test_of_two_in_one_place_none_is_taken() -> None:
    contexts = _contexts(A, B.replace("34 lamps went out", "34 lamps went out and 29 lamps burst"))
    assert all(pair.a != 1 for pair in pair_left_over(contexts, _known(*contexts, 0), NEVER))


def test_sentences_that_share_no_word_are_not_held_against_each_other() -> None:
    contexts = _contexts(A, B.replace("In the storm 34 lamps went out", "By night 34 people slept"))
    assert not pair_left_over(contexts, _known(*contexts, 0, 2), NEVER)
