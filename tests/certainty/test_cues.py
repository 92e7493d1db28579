"""Cues of certainty: the resource, the conditions, and finding in linear time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.certainty.cues import CUES, HEDGES, CueTable, hedges_among, read_constants, read_cue, read_cues
from whence.certainty.places import PLACES
from whence.text.wordlists import read_word_list
from whence.text.words import split_words


def test_no_form_stands_in_the_resource_twice_under_one_condition() -> None:
    forms = [(form, cue.when) for cue in read_cues() for form in cue.forms]
    assert len(forms) == len(set(forms))


def test_the_members_of_a_family_are_of_one_class() -> None:
    kinds: dict[str, set[str]] = {}
    for cue in read_cues():
        kinds.setdefault(cue.family, set()).add(cue.kind)
    assert all(len(kind) == 1 for kind in kinds.values())


def test_a_hedge_is_never_evidence_against_hedging() -> None:
    assert all(cue.weight >= 0 for cue in read_cues() if cue.kind in HEDGES - {"approximation"})


def test_every_line_is_a_cue_or_a_constant() -> None:
    assert len(read_word_list("certainty")) == len(read_cues()) + len(read_constants())
    shape = {"bias", "length", "heading", "pointing", "defining", "cueless"}
    assert set(read_constants()) == shape | {"threshold"} | set(PLACES)


@pytest.mark.parametrize("line", ["may; mood; may; 0.5", "may; likelihood; may; 0.5; on Sundays"])
def test_an_unknown_class_or_condition_is_an_error(line: str) -> None:
    with pytest.raises(ValueError, match="no such class or condition"):
        read_cue(line)


@pytest.mark.parametrize(
    ("cue", "phrase", "counts"),
    [
        ("about; approximation; n; 0; number", "about 40", True),
        ("about; approximation; n; 0; number", "about peace", False),
        ("about; approximation; n; 0; number", "about", False),
        ("may; likelihood; m; 0; modal", "it may rain", True),
        ("may; likelihood; m; 0; modal", "since may", False),
        ("may; likelihood; m; 0; modal", "may 9", False),
        ("might; likelihood; m; 0; no noun", "they might come", True),
        ("might; likelihood; m; 0; no noun", "its might", False),
        ("said to; source; s; 0; passive", "is widely said to know", True),
        ("said to; source; s; 0; passive", "men said to have known", True),
        ("said to; source; s; 0; passive", "she said to them", False),
        ("suspects; claim; t; 0; verb", "she suspects him", True),
        ("suspects; claim; t; 0; verb", "the suspects", False),
        ("appeared; claim; s; 0; statement", "he appeared calm", True),
        ("appeared; claim; s; 0; statement", "he appeared in court", False),
        ("suggest; likelihood; s; 0; statement", "they suggest waiting", False),
        ("it seems; likelihood; s; 0; no infinitive", "it seems so", True),
        ("it seems; likelihood; s; 0; no infinitive", "it seems to work", False),
    ],
)
def test_words_are_a_cue_only_under_their_condition(cue: str, phrase: str, counts: bool) -> None:
    assert bool(CueTable([read_cue(cue)]).all(phrase.split())) is counts


def test_all_cues_include_those_inside_others_and_the_longest_do_not_overlap() -> None:
    table = CueTable([read_cue("may have; likelihood; m; 0"), read_cue("may; likelihood; m; 0")])
    keys = ["it", "may", "have", "sunk"]
    assert [(seen.first, seen.last) for seen in table.all(keys)] == [(1, 3), (1, 2)]
    assert [(seen.first, seen.last) for seen in table.longest(keys)] == [(1, 3)]


WORDS = st.sampled_from(split_words("may have been said to some critics it is could not about 40 believed one of").keys)


@given(st.lists(WORDS | st.text(min_size=1, max_size=5), max_size=40))
def test_cues_lie_inside_the_words_and_hedges_do_not_overlap(keys: list[str]) -> None:
    assert all(0 <= seen.first < seen.last <= len(keys) for seen in CUES.all(keys))
    hedges = hedges_among(keys)
    assert all(left.last <= right.first for left, right in pairwise(hedges))


@pytest.mark.parametrize("word", ["may", "some", "it", "said to", "one of the", "is"])
def test_a_hundred_thousand_repeats_are_read(word: str) -> None:
    assert len(CUES.longest((f"{word} " * 100_000).split())) <= 300_000
