"""Numbers that are names."""

from __future__ import annotations

import pytest

from tests.figures.figure_texts import figures_of, told


@pytest.mark.parametrize(
    "text",
    [
        "an F-16", "COVID-19", "AK-47", "the G7", "a Boeing 737", "the iPhone 6", "Interstate 95", "Route 66", "No. 10",
        "type 2 diabetes", "chapter 11", "Psalm 23", "section 8", "flight 370", "555-1234", "+1-222-2222-2222",
        "(555) 123-4567", "123 Main Street", "22nd Street", "the 3400 block of Elm", "Hide Caption 5 of 7 Photos",
        "SCP-173m", "off U.S. 129", "he told 69 News", "a 5.56×45 round", "#1", "instruction [3.6(f)]",
        "an eight-figure sum", "a two-way street",
    ],
)  # fmt: skip
def test_it_is_a_name(text: str) -> None:
    assert told(text) == []


def test_a_capital_at_the_beginning_of_a_sentence_is_no_name() -> None:
    assert told("Another 12 men came. Roughly 40 left.") == ["12", "40"]


def test_a_number_after_a_name_that_counts_a_plural_is_a_figure() -> None:
    assert figures_of("Police in Norland 12 hours later found Kerr 40 votes short.")[-1].value == 40


@pytest.mark.parametrize(
    "text",
    ["Web 2.0 is over.", "the Group of 20 met", "the Gang of Eight met", "KBQ 6's reporter", "He saw Gull 4: The End.",
     "a fire at 9780 Elmhurst"],
)  # fmt: skip
def test_versions_clubs_channels_and_doors_are_names(text: str) -> None:
    assert figures_of(text) == ()


def test_a_group_in_lower_case_is_counted() -> None:
    assert [figure.value for figure in figures_of("A group of 20 met.")] == [20.0]
