"""Heads that stand before the number."""

from __future__ import annotations

import pytest

from tests.figures.figure_texts import figures_of, head_of


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Sales rose 6.2 percent.", "Sales"),
        ("Unemployment fell to 5 percent.", "Unemployment"),
        ("The rent for that hall has been about $2,000.", "rent"),
        ("The number of deaths rose to 12,000.", "deaths"),
        ("since the war began nearly three years ago", "war"),
        ("Rovers lost by 54 points.", ""),
        ("It was closed off on Oak Avenue for several hours.", ""),
    ],
)
def test_a_verb_of_level_or_change_leads_to_the_subject(text: str, head: str) -> None:
    assert head_of(figures_of(text)[-1]) == head


def test_what_was_done_so_long_ago_is_the_object_of_the_verb() -> None:
    assert head_of(figures_of("The judge declared a mistrial two weeks ago.")[-1]) == "mistrial"


def test_a_passive_verb_of_setting_leads_to_the_subject() -> None:
    assert head_of(figures_of("His bond is set at $100,000.")[-1]) == "bond"
