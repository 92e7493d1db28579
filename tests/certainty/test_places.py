"""Where cues of certainty stand: the sort of the word before them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.certainty.cues import CUES
from whence.certainty.places import PLACED, PLACES, cue_places, word_before
from whence.text.wordlists import read_word_list


@pytest.mark.parametrize(
    ("phrase", "sort"),
    [
        ("many", "start"),
        ("in many", "preposition"),
        ("and many", "conjunction"),
        ("has many", "auxiliary"),
        ("the many", "determiner"),
        ("probably many", "adverb"),
        ("wells many", "other word"),
    ],
)
def test_a_word_is_of_one_sort(phrase: str, sort: str) -> None:
    keys = phrase.split()
    assert word_before(keys, len(keys) - 1) == sort


def test_no_word_is_of_two_sorts() -> None:
    words = [word for line in read_word_list("certainty_places") for word in line.split("; ")[1].split()]
    assert len(words) == len(set(words))


def test_a_place_is_named_once_by_its_first_cue() -> None:
    keys = ["in", "many", "towns", "and", "in", "several", "villages"]
    places = cue_places(keys, CUES.longest(keys))
    assert {name: seen.first for name, seen in places.items()} == {"vague after preposition": 1}


def test_claims_and_approximations_have_no_place() -> None:
    keys = ["critics", "argue", "about", "40"]
    assert cue_places(keys, [seen for seen in CUES.all(keys) if seen.cue.kind in ("claim", "approximation")]) == {}


@given(
    st.lists(
        st.sampled_from(
            [
                "may",
                "many",
                "in",
                "and",
                "has",
                "the",
                "probably",
                "wells",
                "it",
                "some",
                "critics",
                "say",
                "about",
                "40",
            ]
        )
    )
)
def test_every_place_has_a_name_of_the_resource_and_a_cue_that_may_have_it(keys: list[str]) -> None:
    places = cue_places(keys, CUES.longest(keys))
    assert set(places) <= set(PLACES)
    assert all(seen.cue.kind in PLACED for seen in places.values())
