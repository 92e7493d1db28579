"""Sets that spells read."""

from __future__ import annotations

import pytest

from tests.spells.spelled import sets, spells_of


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("We meet every other Friday.", "every other Friday", "XXXX-WXX-5"),
        ("We meet every other day.", "every other day", "P2D"),
        ("Free all weekends.", "all weekends", "XXXX-WXX-WE"),
        ("We run everyday.", "everyday", "P1D"),
        ("A bi-monthly drill.", "bi-monthly", "P2M"),
        ("We pay quarterly.", "quarterly", "P3M"),
    ],
)
def test_how_often(text: str, words: str, value: str) -> None:
    assert sets(text) == [(words, value)]


def test_in_the_press_an_adjective_of_how_often_names_a_kind() -> None:
    assert spells_of("The annual review is out.", manner="press") == ()
