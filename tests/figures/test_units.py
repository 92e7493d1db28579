"""Units by name and by sign."""

from __future__ import annotations

import pytest

from tests.figures.figure_texts import measures_of
from whence.figures.units import KNOWN, NAMES, SIGNS, in_main_unit


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("90 square miles", "area", "square mile"),
        ("90-square-mile", "area", "square mile"),
        ("660 sq km", "area", "square kilometer"),
        ("190 km2", "area", "square kilometer"),
        ("12 cubic feet", "volume", "cubic foot"),
        ("500 metres", "length", "meter"),
        ("776-foot", "length", "foot"),
        ("200lbs", "mass", "pound"),
        ("75ml", "volume", "milliliter"),
        ("25 lakh tonnes", "mass", "metric ton"),
        ("188 miles an hour", "speed", "mile per hour"),
        ("10km/h", "speed", "kilometer per hour"),
        ("60 mph", "speed", "mile per hour"),
        ("98.6 degrees Fahrenheit", "temperature", "degree Fahrenheit"),
        ("-5 °C", "temperature", "degree Celsius"),
        ("85 degrees", "temperature", "degree"),
        ("100 MB", "data", "megabyte"),
        ("300 kilowatt-hours", "energy", "kilowatt-hour"),
        ("1,000-day", "duration", "day"),
        ("20 (kg)", "mass", "kilogram"),
        ("40%", "percent", "percent"),
        ("forty per cent", "percent", "percent"),
        ("three percentage points", "percent", "percentage point"),
    ],
)
def test_a_unit_is_found_under_its_canonical_name(text: str, kind: str, unit: str) -> None:
    (measure,) = measures_of(text)
    assert (measure.kind, measure.unit) == (kind, unit)
    assert text[measure.start : measure.end] == text


@pytest.mark.parametrize("text", ["eight U.S. supplied missiles", "two second chances", "three World Cups"])
def test_a_word_that_only_looks_like_a_unit_is_none(text: str) -> None:
    assert measures_of(text)[0].unit == ""


def test_an_angle_is_no_temperature() -> None:
    assert measures_of("rotate it 90 degrees")[0].kind == "number"


def test_every_unit_of_the_table_has_a_base() -> None:
    for unit in {*KNOWN.values(), *NAMES.values(), *SIGNS.values()}:
        main = in_main_unit(unit.name)
        assert main is not None and main.base and main.factor > 0
