"""The finder as a whole: what every figure holds, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figures.figure_texts import figures_of, the_figure

PIECES = st.sampled_from(
    (
        "more than ", "about ", "an estimated ", "nearly ", "11,000 ", "two ", "three-quarters of ", "$5 ", "40% ",
        "miles ", "-year-old ", "men ", "of ", "to ", "and ", "between ", "dozens of ", "a few hundred ", "3-2 ",
        "1/2 ", "years ago ", "half ", "one in ", "£", "5 feet 2 inches ", "first ", "the ", "F-16 ", ", ", ". ", "“",
        "”", "or so ", "10 ", "per cent ", "U.S. ", "million ", "minus ", "according to ", "reportedly ",
    )
)  # fmt: skip


def check(text: str) -> None:
    end = 0
    for figure in figures_of(text):
        for evidence in (figure.evidence, figure.hedge_words, figure.source_hedge, figure.head, *figure.modifiers):
            assert evidence is None or text[evidence.start : evidence.end] == evidence.exact != ""
        assert figure.evidence.start >= end and figure.step > 0
        end = figure.evidence.end


@given(st.lists(PIECES, max_size=25))
def test_evidence_slices_and_figures_do_not_overlap(pieces: list[str]) -> None:
    check("".join(pieces))


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    check(text)


@given(st.integers(2, 10**12))
def test_a_count_is_read_back_with_its_head(number: int) -> None:
    figure = the_figure(f"They counted {number:,} boats.")
    assert (figure.kind, figure.value, figure.head and figure.head.exact) == ("count", number, "boats")


def test_two_wordings_of_one_war() -> None:
    days, years = the_figure("the 1,000-day war"), the_figure("the more than two-year war")
    assert (days.value, days.unit, days.hedge) == (1000, "day", "exact")
    assert (years.value, years.unit, years.hedge, years.soft.open_low) == (2, "year", "more than", True)


def test_evidence_leaves_out_hedges_and_head() -> None:
    figure = the_figure("an estimated 11,000 Norland soldiers")
    assert figure.evidence.exact == "11,000" and figure.step == 1000


@pytest.mark.parametrize(
    "text",
    ["12 " * 50_000, "1," * 50_000, "$" * 100_000, "to " * 50_000, "5 of the " * 3_000, "an estimated 5 " * 3_000,
     "dozens of " * 5_000, "1-" * 50_000, "a few " * 10_000, "@" * 50_000, "5\n" * 20_000],
    ids=lambda text: text[:10],
)  # fmt: skip
def test_hostile_text_is_read_in_step_with_its_length(text: str) -> None:
    assert len(figures_of(text)) <= len(text)
