"""Runs of nouns after a number."""

from __future__ import annotations

import pytest

from tests.figures.figure_texts import figures_of, head_of
from whence.figures.noun_chains import choose_head, noun_chain, stand_together
from whence.text.words import split_words


@pytest.mark.parametrize(
    ("text", "singular", "head"),
    [
        ("police dogs bit him", False, "dogs"),
        ("weapons inspectors", False, "inspectors"),
        ("badly damaged police cars with windows", False, "cars"),
        ("airship landed near", True, "airship"),
        ("officer-involved shooting on Monday", True, "shooting"),
        ("dead in the street", False, "dead"),
    ],
)
def test_the_head_of_a_chain(text: str, singular: bool, head: str) -> None:
    words = split_words(text)
    chosen = choose_head(text, words, noun_chain(text, words, 0), singular=singular)
    assert chosen is not None and words.span(*chosen.head).slice(text) == head


def test_a_verb_alone_is_no_head() -> None:
    words = split_words("opposing it")
    assert choose_head("opposing it", words, noun_chain("opposing it", words, 0), singular=True) is None


def test_a_full_stop_parts_two_words() -> None:
    assert stand_together("a b", 1, 2) and not stand_together("a. b", 1, 3)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("one man's lonely death", "death"),
        ("his 16-year-old brother early this morning", "brother"),
        ("a 13-year-old girl broke a finger", "girl"),
        ("One bullet struck the wall.", "bullet"),
    ],
)
def test_a_singular_noun_ends_before_verbs_and_adverbs(text: str, head: str) -> None:
    assert head_of(figures_of(text)[0]) == head
