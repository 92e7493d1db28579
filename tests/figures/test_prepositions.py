"""Nouns that a preposition before a figure leads back to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figures.figure_texts import figures_of, head_of

_WORDS = ["of", "at", "to", "by", "rate", "cut", "the", "a", "Roe", "'s", "$5", "40%", "(7%)", "12", ",", "margin"]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The firm made a profit of $3 million.", "profit"),
        ("The town has a population of nearly 40,000.", "population"),
        ("They planned ferry and harbour cuts of $85 million.", "cuts"),
        ("The deficit, at about $845 million, has grown.", "deficit"),
        ("The poll had Roe at 35 percent.", "Roe"),
        ("It cut the top corporate rate to 21 percent.", "rate"),
        ("They raised the minimum wage for porters to $15.", "wage"),
        ("A margin of error of 4.5 percentage points.", "margin"),
        ("They put the toll at 40.", "toll"),
        ("Most bakers (64 percent) agree.", "bakers"),
        ("It was down to Carmody's 45.8 percent.", "Carmody"),
    ],
)
def test_a_preposition_leads_back_to_a_noun(text: str, head: str) -> None:
    assert head_of(figures_of(text)[-1]) == head


@pytest.mark.parametrize(
    "text",
    [
        "They spent a total of $675,000.",
        "She carries one instead of two.",
        "These are pictures of the two together.",
        "Over the course of 24 hours it rained.",
        "Support is as strong, at 73 percent.",
        "They gave the money to 40.",
    ],
)
def test_what_is_no_noun_of_the_figure_is_no_head(text: str) -> None:
    assert head_of(figures_of(text)[-1]) == ""


@pytest.mark.parametrize(
    "text",
    [
        "The rate was cut to 21 percent from 35 percent.",
        "The two-thirds (65%) of pensioners agree.",
        "He must pay $24m (£18m) in damages.",
        "They had 32 inches (81 cm) of rain.",
    ],
)
def test_a_second_value_of_one_thing_has_its_head(text: str) -> None:
    heads = [head_of(figure) for figure in figures_of(text)]
    assert len(heads) == 2 and heads[0] == heads[1] != ""


@given(st.lists(st.sampled_from(_WORDS), max_size=12))
def test_any_row_of_such_words_is_read_with_heads_outside_the_figures(words: list[str]) -> None:
    for figure in figures_of(" ".join(words)):
        assert figure.head is None or not figure.head.span.overlaps(figure.evidence.span)
