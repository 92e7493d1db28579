"""What looks like a figure and is none."""

from __future__ import annotations

import pytest

from tests.figures.figure_texts import figures_of, told
from whence.figures.find import find_figures
from whence.records import Part, Report, Time


@pytest.mark.parametrize(
    "text",
    [
        "It fell in 2014.", "since 1998", "the 2016 elections", "2007-2008", "Feb. 6, 2016", "at 6 pm", "11 a.m.",
        "3:49 PM",
        "the 9/11 attacks", "24/7", "the 9/12 Project", "his half-brother", "no one came", "one of them", "one another",
        "one part or another part", "this one", "at first", "the Third Reich", "the Second Amendment", "zero tolerance",
        "a first class seat", "192.168.1.2", "https://example.org/12/34", "write to desk5@example.org", "version 2.0.1",
        "at 15th and Castle streets", "one wonders", "1. Read this", "call 911 now", "the 1990s", "5G",
    ],
)  # fmt: skip
def test_it_is_no_figure(text: str) -> None:
    assert told(text) == []


def test_a_second_is_a_unit_an_ordinal_or_nothing() -> None:
    assert [f.kind for f in figures_of("It took 30 seconds.")] == ["duration"]
    assert [f.kind for f in figures_of("the second attempt")] == ["ordinal"]
    assert told("She seconded it, then came second.") == []


def test_a_year_that_counts_a_plural_is_a_number() -> None:
    assert told("Some 2000 people came.") == ["2000"]


def test_a_number_inside_a_date_is_none_but_a_distance_in_time_is() -> None:
    text = "On June 4 it began three years ago."
    report = Report("r", "r", text)
    times = [
        Time("DATE", "2024-06-04", report.evidence(3, 9)),
        Time("DATE", "2021", report.evidence(text.index("three"), len(text) - 1)),
    ]
    assert [figure.evidence.exact for figure in find_figures(report, times)] == ["three years"]


def test_bylines_and_furniture_are_not_read() -> None:
    text = "Read 5 more stories\nTwo men came."
    report = Report("r", "r", text, parts=(Part("furniture", 0, 19), Part("paragraph", 20, len(text))))
    assert [figure.evidence.exact for figure in find_figures(report)] == ["Two"]


@pytest.mark.parametrize("text", ["a 4/20 fair", "the best since at least 1937.", "(1) limits the licence"])
def test_days_years_and_items_are_no_figures(text: str) -> None:
    assert figures_of(text) == ()


def test_a_part_in_lowest_terms_and_a_hedged_count_stay() -> None:
    assert [figure.value for figure in figures_of("3/4 of them, in at least 1937 cases")] == [0.75, 1937.0]
