"""Scores and votes."""

from __future__ import annotations

import pytest

from tests.figures.figure_texts import figures_of, the_figure


@pytest.mark.parametrize("text", ["Rovers won 3-2.", "a 52-48 vote", "a 5-to-4 ruling", "They lost 0-4."])
def test_the_two_sides_of_a_result_are_one_score(text: str) -> None:
    figure = the_figure(text)
    assert figure.kind == "score" and figure.value is None


@pytest.mark.parametrize("text", ["10-12 people", "call 555-1234", "2014-2015"])
def test_other_pairs_with_a_hyphen_are_no_score(text: str) -> None:
    assert all(figure.kind != "score" for figure in figures_of(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [("a six-to-one ratio", 6.0), ("odds of 20-1", 20.0), ("Clerks outnumber porters six to four.", 1.5)],
)
def test_how_many_times_as_many_is_a_ratio(text: str, value: float) -> None:
    (figure,) = figures_of(text)
    assert (figure.kind, figure.value) == ("ratio", value)
