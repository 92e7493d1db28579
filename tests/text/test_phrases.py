"""Phrases: the longest listed one wins, and no word is used twice."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from whence.text.phrases import PhraseTable, phrase_groups, replace_phrases

KEYS = st.lists(st.sampled_from("abc"), max_size=12)
TABLE = PhraseTable({("a",): "one", ("a", "b"): "two", ("b", "c", "a"): "three"})


def test_the_longest_phrase_wins() -> None:
    assert TABLE.find(["a", "b"]) == [(0, 2, "two")]


@given(KEYS)
def test_found_phrases_do_not_overlap_and_are_listed(keys: list[str]) -> None:
    found = TABLE.find(keys)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(found))
    assert all(tuple(keys[start:end]) in {("a",), ("a", "b"), ("b", "c", "a")} for start, end, _ in found)


@given(KEYS)
def test_what_is_in_no_phrase_stays(keys: list[str]) -> None:
    assert replace_phrases(keys, phrase_groups(["z|q"])) == tuple(keys)


def test_all_forms_of_a_group_stand_for_the_first() -> None:
    table = phrase_groups(["united states|u.s|america"])
    assert {replace_phrases(keys, table) for keys in (["us"], ["america"], ["united", "states"])} == {
        ("united states",)
    }
