"""Ages."""

from __future__ import annotations

import pytest

from tests.figures.figure_texts import figures_of, head_of, the_figure


@pytest.mark.parametrize(
    ("text", "value", "unit", "exact", "head"),
    [
        ("The girl is five years old.", 5, "year", "five years old", "girl"),
        ("a 34-year-old man", 34, "year", "34-year-old", "man"),
        ("a man aged 34", 34, "year", "aged 34", "man"),
        ("John Marsh, 34, of Leeds", 34, "year", "34", "John Marsh"),
        ("Ann Lee, 52", 52, "year", "52", "Ann Lee"),
        ("Ann Lee (52) said so.", 52, "year", "52", "Ann Lee"),
        ("at 3 years of age", 3, "year", "3 years of age", ""),
        ("the 17-year-old died", 17, "year", "17-year-old", ""),
        ("22-year-old Kit Rowe shot at it", 22, "year", "22-year-old", "Kit Rowe"),
        ("She was 41.", 41, "year", "41", ""),
        ("a 7-month-old daughter", 7, "month", "7-month-old", "daughter"),
        ("an 87 yo patient", 87, "year", "87 yo", "patient"),
    ],
)
def test_an_age_is_found_with_who_is_so_old(text: str, value: float, unit: str, exact: str, head: str) -> None:
    figure = the_figure(text)
    assert (figure.kind, figure.value, figure.unit, figure.evidence.exact) == ("age", value, unit, exact)
    assert head_of(figure) == head


def test_several_ages_in_a_row_are_all_ages() -> None:
    assert [f.value for f in figures_of("two boys, ages five and 11") if f.kind == "age"] == [5, 11]


@pytest.mark.parametrize("text", ["They are 33, 18 and 12 years old.", "a 33-, an 18- and a 12-year-old"])
def test_numbers_before_an_age_are_ages_too(text: str) -> None:
    assert [f.value for f in figures_of(text) if f.kind == "age"][-1] == 12
    assert [f.kind for f in figures_of("They are 33, 18 and 12 years old.")] == ["age"] * 3


@pytest.mark.parametrize("text", ["On Friday, 34, or so they said", "a 30-year sentence", "It lost 34, 35 and 36."])
def test_what_is_no_age_is_none(text: str) -> None:
    assert all(figure.kind != "age" for figure in figures_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe is turning 55 in June.", "as young as 18 to vote", "They raised the age limit to 21.",
        "a pension age of 66", "The pension age is to rise to 67.", "people older than 60", "I am 51, and happy.",
        "between the ages of 12 and 17", "ages ranging from 14 to 20",
    ],
)  # fmt: skip
def test_an_age_that_is_come_to_or_is_a_bound(text: str) -> None:
    assert [figure.kind for figure in figures_of(text)] == ["age"]


def test_who_turns_an_age_is_its_head() -> None:
    (figure,) = figures_of("Jane Roe will turn 60 in June.")
    assert figure.head is not None and figure.head.exact == "Jane Roe"


@pytest.mark.parametrize("text", ["The club turned 40 people away.", "They were older than 60 ships."])
def test_what_is_counted_after_such_words_is_no_age(text: str) -> None:
    assert [figure.kind for figure in figures_of(text)] == ["count"]
