"""Hedges dropped and added, also where the verb changes its form with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.certainty.compared import HedgeChange, compare_hedges
from whence.text.words import split_words


def _compared(a: str, b: str) -> HedgeChange:
    """Two wordings, compared."""
    return compare_hedges(split_words(a).keys, split_words(b).keys)


@pytest.mark.parametrize(
    ("hedged", "plain", "hedge"),
    [
        ("the clerk may have fled", "the clerk fled", "may have"),
        ("it appears to be a forgery", "it is a forgery", "appears to"),
        ("she is believed to have died", "she died", "is believed"),
        ("the suspected arsonist", "the arsonist", "suspected"),
        ("he allegedly stole a boat", "he stole a boat", "allegedly"),
        ("he was said to have lied", "he lied", "was said"),
        ("the dam might be leaking", "the dam is leaking", "might"),
        ("they could carry arms", "they carry arms", "could"),
        ("it seems that rain stopped trains", "rain stopped trains", "it seems"),
        ("trains may stop", "trains stopped", "may"),
        ("an estimated 40 boats sank", "40 boats sank", "an estimated"),
        ("some critics say it leaks", "it leaks", "some critics"),
    ],
)
def test_a_hedge_is_dropped_though_the_verb_moves_with_it(hedged: str, plain: str, hedge: str) -> None:
    a, b = hedged.split(), plain.split()
    there, back = compare_hedges(a, b), compare_hedges(b, a)
    assert [" ".join(a[seen.first : seen.last]) for seen in there.dropped] == [hedge]
    assert not there.added
    assert (back.added, back.dropped) == (there.dropped, ())
    assert there.same_besides == back.same_besides


@pytest.mark.parametrize(
    ("hedged", "plain"),
    [
        ("the clerk may have fled", "the clerk fled"),
        ("it appears to be a forgery", "it is a forgery"),
        ("she is believed to have died", "she died"),
        ("they may carry arms", "they carried arms"),
        ("the ship may sink", "the ship sank"),
    ],
)
def test_the_statement_is_the_same_besides(hedged: str, plain: str) -> None:
    assert compare_hedges(hedged.split(), plain.split()).same_besides


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the clerk may have fled", "the clerk stayed"),
        ("the clerk may not have fled", "the clerk fled"),
        ("the clerk may have fled", "the mayor fled"),
    ],
)
def test_another_statement_is_not_the_same_besides(a: str, b: str) -> None:
    assert not compare_hedges(a.split(), b.split()).same_besides


def test_of_two_equal_hedges_the_one_that_is_gone_is_named() -> None:
    change = _compared("he may stay and she may go", "he stays and she may go")
    assert [(seen.first, seen.last) for seen in change.dropped] == [(1, 2)]


def test_forms_of_one_hedge_are_one() -> None:
    change = _compared("it appears to work", "it appeared to work")
    assert (change.dropped, change.added, change.same_besides) == ((), (), True)
    assert not _compared("he may flee", "he may have fled").dropped


def test_a_hedge_in_place_of_another_is_dropped_and_added() -> None:
    change = _compared("he reportedly left", "he may have left")
    assert [seen.cue.phrase for seen in (*change.dropped, *change.added)] == ["reportedly", "may have"]
    assert change.same_besides


def test_a_number_after_the_phrase_makes_a_hedge() -> None:
    assert compare_hedges(["about"], [], after=("40", "40")).dropped
    assert not compare_hedges(["about"], [], after=("peace", "peace")).dropped


WORDS = split_words("he may have fled is believed to some 40 reportedly not critics say seems").keys
PHRASES = st.lists(st.sampled_from(WORDS))


@given(PHRASES)
def test_nothing_changes_between_a_wording_and_itself(keys: list[str]) -> None:
    change = compare_hedges(keys, keys)
    assert (change.dropped, change.added, change.same_besides) == ((), (), True)


@given(PHRASES, PHRASES)
def test_what_is_dropped_one_way_is_added_the_other(a: list[str], b: list[str]) -> None:
    there, back = compare_hedges(a, b), compare_hedges(b, a)
    assert (there.dropped, there.added) == (back.added, back.dropped)


def test_a_hundred_thousand_hedges_are_compared() -> None:
    change = compare_hedges(["may"] * 100_000, ["may"] * 50_000)
    assert len(change.dropped) <= 50_001
