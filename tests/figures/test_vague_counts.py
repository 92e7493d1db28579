"""Words that stand for a number without telling it."""

from __future__ import annotations

import pytest

from tests.figures.figure_texts import figures_of, head_of, the_figure


@pytest.mark.parametrize(
    ("text", "exact", "kind", "unit", "head"),
    [
        ("Dozens of people fled.", "Dozens", "count", "", "people"),
        ("several houses", "several", "count", "", "houses"),
        ("a few hundred men", "a few hundred", "count", "", "men"),
        ("tens of thousands of Norlanders", "tens of thousands", "count", "", "Norlanders"),
        ("a couple of weeks", "a couple of weeks", "duration", "week", ""),
        ("millions of dollars", "millions of dollars", "money", "USD", ""),
        ("scores of boats", "scores", "count", "", "boats"),
        ("a handful of votes", "a handful", "count", "", "votes"),
    ],
)
def test_a_vague_count_has_bounds_and_no_value(text: str, exact: str, kind: str, unit: str, head: str) -> None:
    figure = the_figure(text)
    assert (figure.evidence.exact, figure.kind, figure.unit, head_of(figure)) == (exact, kind, unit, head)
    assert figure.value is None and figure.hedge == "vague" and figure.soft.low and figure.soft.high


@pytest.mark.parametrize("text", ["Few people came.", "the scores were settled", "a dozen-odd tens"])
def test_words_that_only_look_like_counts_are_none(text: str) -> None:
    assert all(figure.hedge != "vague" for figure in figures_of(text))
