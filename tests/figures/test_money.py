"""Money by sign, code, name and outlet."""

from __future__ import annotations

import pytest

from tests.figures.figure_texts import figures_of, measures_of
from whence.figures.find import find_figures
from whence.records import Report


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$48.2 million", 48_200_000, "USD"),
        ("US$150bn", 150e9, "USD"),
        ("C$16.4 million", 16_400_000, "CAD"),
        ("A$5", 5, "AUD"),
        ("£1.5m", 1_500_000, "GBP"),
        ("€2 million", 2_000_000, "EUR"),
        ("10 €", 10, "EUR"),
        ("Rs 500 crore", 5e9, "INR"),
        ("Rs500", 500, "INR"),
        ("EUR 125", 125, "EUR"),
        ("USD115.5", 115.5, "USD"),
        ("30 MUSD", 30e6, "USD"),
        ("75 USD million", 75e6, "USD"),
        ("50 cents", 50, "cent"),
        ("470 pence", 470, "penny"),
        ("five million dollars", 5e6, "USD"),
        ("528 million francs", 528e6, "franc"),
        ("10,000 Swiss francs", 10_000, "CHF"),
        ("6.65 billion pesetas", 6.65e9, "ESP"),
        ("361 million pounds", 361e6, "GBP"),
        ("35 lakh rupees", 3.5e6, "rupee"),
        ("3 dollars 50 cents", 3.5, "USD"),
        ("-$5", -5, "USD"),
    ],
)
def test_a_sum_has_its_currency(text: str, value: float, unit: str) -> None:
    (measure,) = measures_of(text)
    assert (measure.kind, measure.unit) == ("money", unit) and measure.value == pytest.approx(value)
    assert text[measure.start : measure.end] == text


def test_an_article_before_a_dollar_sign_is_no_country() -> None:
    assert figures_of("A $300 million contract")[0].unit == "USD"


def test_two_pounds_are_a_weight() -> None:
    assert figures_of("It weighs two pounds.")[0].kind == "mass"


def test_a_dollar_is_that_of_the_outlet() -> None:
    text = "It cost $5 and US$4."
    abroad = find_figures(Report("r", "r", text, url="https://www.example.com.au/news"))
    assert [figure.unit for figure in abroad] == ["AUD", "USD"]


@pytest.mark.parametrize("text", ["$" * 10_000, "$ " * 10_000, "US$ C$ " * 5_000, "MUSD " * 5_000])
def test_signs_without_numbers_are_no_money(text: str) -> None:
    assert figures_of(text) == ()
