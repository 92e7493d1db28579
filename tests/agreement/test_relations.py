"""How one figure stands to another about the same thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.agreement.told import FIGURES, counted, day, found
from tests.figures.made import figure_in
from whence.agreement.measured import measured
from whence.agreement.relations import relate_figures
from whence.figures.intervals import overlap
from whence.records import Figure, Report

DAY = date(2024, 11, 29)
MIRRORED = {"coarser": "finer", "finer": "coarser", "hedge added": "hedge dropped", "hedge dropped": "hedge added"}


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("1,200 boats", "1,200 boats", "same"),
        ("1,200 boats", "1200 boats", "same"),
        ("1,000 boats", "a thousand boats", "equivalent"),
        ("three boats", "3 boats", "equivalent"),
        ("half of voters", "50 percent of voters", "equivalent"),
        ("one in five voters", "20 percent of voters", "equivalent"),
        ("90 square miles", "233 sq km", "equivalent"),
        ("three miles", "5 km", "equivalent"),
        ("20 degrees Celsius", "68 degrees Fahrenheit", "equivalent"),
        ("11,327 boats", "11,000 boats", "coarser"),
        ("47 boats", "dozens of boats", "coarser"),
        ("47 boats", "more than 40 boats", "coarser"),
        ("more than 40 boats", "47 boats", "finer"),
        ("10 to 12 boats", "11 boats", "finer"),
        ("12 boats", "at least 12 boats", "hedge added"),
        ("over 12 boats", "12 boats", "hedge dropped"),
        ("reportedly 12 boats", "12 boats", "hedge dropped"),
        ("about 300 boats", "more than 300 boats", "hedge changed"),
        ("at least 12 boats", "71 boats", "strained"),
        ("12 boats", "21 boats", "conflict"),
        ("more than 40 boats", "36 boats", "conflict"),
        ("90 square miles", "900 sq km", "conflict"),
        ("$3 million", "€3 million", "incomparable"),
        ("30 percent", "30 boats", "incomparable"),
        ("eight missiles", "eight soldiers", "incomparable"),
        ("1,000 days", "2 weeks", "conflict"),
    ],
)
def test_a_figure_stands_to_another_as_a_reader_takes_it(a: str, b: str, relation: str) -> None:
    assert relate_figures(found(a), found(b)).relation == relation


def test_what_is_rough_on_both_sides_may_be_compatible() -> None:
    assert relate_figures(counted(45, "about"), counted(46, "at least")).relation == "compatible"


def test_a_war_told_in_days_and_in_years_began_on_one_day() -> None:
    pair = relate_figures(found("the 1,000-day war"), found("the more than two-year war"), published=(DAY, DAY))
    assert pair.relation == "coarser"
    assert pair.says == "same fact, less exact; both fit a start between 14 January and 24 April 2022"


def test_lengths_of_reports_of_different_years_are_held_by_their_start() -> None:
    a, b = found("the two-year war"), found("the three-year war")
    assert relate_figures(a, b, published=(DAY, DAY)).relation == "conflict"
    later = relate_figures(a, b, published=(DAY, date(2025, 11, 29)))
    assert later.relation == "compatible"
    assert later.says.startswith("both can hold; both fit a start between")


def test_a_sentence_of_two_years_is_not_the_same_a_year_later_as_one_of_three() -> None:
    a, b = found("a two-year sentence"), found("a three-year sentence")
    assert relate_figures(a, b, published=(DAY, date(2025, 11, 29))).relation == "conflict"


def test_a_count_of_people_that_grew_by_the_next_day_is_an_update() -> None:
    a, b = counted(12, head="people"), counted(15, head="people")
    next_day = date(2024, 11, 30)
    assert relate_figures(a, b, published=(DAY, next_day)).relation == "updated"
    assert relate_figures(a, b, published=(next_day, DAY)).relation == "conflict"
    assert relate_figures(a, b, published=(DAY, DAY)).relation == "conflict"
    assert relate_figures(a, b).relation == "conflict"


def test_a_count_told_for_a_later_time_may_have_grown_on_one_day_of_publication() -> None:
    a = counted(12, head="deaths", as_of=day("Tuesday", "2024-11-26"))
    b = counted(15, head="deaths", as_of=day("Thursday", "2024-11-28"))
    assert relate_figures(a, b, published=(DAY, DAY)).relation == "updated"


def test_a_digit_too_many_is_no_growth() -> None:
    a, b = counted(1700, head="people"), counted(17000, head="people")
    assert relate_figures(a, b, published=(DAY, date(2024, 11, 30))).relation == "conflict"


def test_somebody_who_had_a_birthday_between_two_reports_is_one_person() -> None:
    younger, older = (counted(age, kind="age", unit="year", head="") for age in (34, 35))
    assert relate_figures(younger, older, published=(DAY, DAY)).relation == "conflict"
    assert relate_figures(younger, older, published=(date(2024, 1, 1), DAY)).relation != "conflict"


def test_scores_that_differ_are_no_ranges() -> None:
    report = Report("a", "a", "4-1 and 5-1")
    ends = (("4-1", counted(4).hard), ("5-1", counted(5).hard))
    a, b = (figure_in(report, words, None, kind="score", hard=band, soft=band) for words, band in ends)
    assert relate_figures(a, b).relation == "conflict"
    assert relate_figures(a, a).relation == "same"


@given(FIGURES)
def test_a_figure_is_the_same_as_itself(figure: Figure) -> None:
    assert relate_figures(figure, figure).relation == "same"


@given(FIGURES, FIGURES)
def test_the_other_way_round_coarser_is_finer_and_added_is_dropped(a: Figure, b: Figure) -> None:
    there, back = relate_figures(a, b).relation, relate_figures(b, a).relation
    assert back == MIRRORED.get(there, there)


@given(FIGURES, FIGURES, st.sampled_from(["mile", "kilometer"]), st.sampled_from(["mile", "kilometer", "foot"]))
def test_a_conflict_is_where_no_number_fits_both_in_one_unit(a: Figure, b: Figure, one: str, two: str) -> None:
    lengths = [replace(figure, kind="length", unit=unit) for figure, unit in ((a, one), (b, two))]
    pair = relate_figures(*lengths)
    assert (pair.relation == "conflict") == (not overlap(*(measured(figure).hard for figure in lengths)))


@given(FIGURES, FIGURES)
def test_what_is_said_holds_the_words_of_both_and_no_verdict(a: Figure, b: Figure) -> None:
    says = relate_figures(a, b).says
    assert says
    assert "wrong" not in says
    assert "false" not in says


def test_one_number_in_two_currencies_is_a_conflict_unless_both_are_called_dollar() -> None:
    def sum_of(unit: str) -> Figure:
        return counted(540000, kind="money", unit=unit)

    assert relate_figures(sum_of("EUR"), sum_of("GBP")).relation == "conflict"
    assert relate_figures(sum_of("USD"), sum_of("CAD")).relation == "incomparable"
