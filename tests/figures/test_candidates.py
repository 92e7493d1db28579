"""A measure where it stands."""

from __future__ import annotations

from tests.figures.figure_texts import measures_of
from whence.figures.candidates import Candidate
from whence.text.words import split_words


def test_the_surroundings_of_a_measure_are_told_and_empty_at_the_edges() -> None:
    text = "about 40 men"
    candidate = Candidate(text, split_words(text), measures_of(text)[0], None)
    assert (candidate.exact, candidate.key_before, candidate.key_after, candidate.gap_after) == (
        "40",
        "about",
        "men",
        " ",
    )
    alone = Candidate("40", split_words("40"), measures_of("40")[0], None)
    assert (alone.key_before, alone.word_after, alone.gap_before, alone.text_after(3)) == ("", "", "", "")
