"""Units as news reports write them, and what one is in the unit that its kind is compared in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: value * scale + offset is the same in the unit of comparison; `written` are (singular, plural) forms."""

    scale: float
    written: tuple[tuple[str, str], ...]
    offset: float = 0.0
    turns_into: tuple[str, ...] = ()

    def compared(self, value: float) -> float:
        """A value of this unit in the unit of comparison."""
        return value * self.scale + self.offset


def _same(*forms: str) -> tuple[tuple[str, str], ...]:
    """Forms that are their own plural: abbreviations."""
    return tuple((form, form) for form in forms)


_AMERICAN, _BRITISH = "kilometers", "kilometres"
UNITS: dict[str, Unit] = {
    "": Unit(1, (("", ""),)),
    "%": Unit(1, _same("%", " percent", " per cent")),
    "square mile": Unit(2.589988, (("square mile", "square miles"), *_same("sq miles")), 0, ("square kilometer",)),
    "square kilometer": Unit(
        1, (("square kilometer", f"square {_AMERICAN}"), ("square kilometre", f"square {_BRITISH}"), *_same("sq km")),
        0, ("square mile",),
    ),
    "acre": Unit(0.00404686, (("acre", "acres"),), 0, ("hectare",)),
    "hectare": Unit(0.01, (("hectare", "hectares"), *_same("ha")), 0, ("acre",)),
    "mile": Unit(1609.344, (("mile", "miles"),), 0, ("kilometer",)),
    "kilometer": Unit(1000, (("kilometer", _AMERICAN), ("kilometre", _BRITISH), *_same("km")), 0, ("mile",)),
    "foot": Unit(0.3048, (("foot", "feet"), *_same("ft")), 0, ("meter",)),
    "meter": Unit(1, (("meter", "meters"), ("metre", "metres")), 0, ("foot",)),
    "inch": Unit(0.0254, (("inch", "inches"),), 0, ("centimeter", "millimeter")),
    "centimeter": Unit(
        0.01, (("centimeter", "centimeters"), ("centimetre", "centimetres"), *_same("cm")), 0, ("inch",)
    ),
    "millimeter": Unit(
        0.001, (("millimeter", "millimeters"), ("millimetre", "millimetres"), *_same("mm")), 0, ("inch",)
    ),
    "pound": Unit(0.45359237, (("pound", "pounds"), *_same("lb")), 0, ("kilogram",)),
    "kilogram": Unit(1, (("kilogram", "kilograms"), ("kilo", "kilos"), *_same("kg")), 0, ("pound",)),
    "tonne": Unit(1000, (("tonne", "tonnes"), ("metric ton", "metric tons"))),
    "mile per hour": Unit(
        1.609344, (("mile per hour", "miles per hour"), *_same("mph")), 0, ("kilometer per hour",)
    ),
    "kilometer per hour": Unit(
        1, (("kilometer per hour", "kilometers per hour"), ("kilometre per hour", "kilometres per hour"),
            *_same("km/h", "kph")),
        0, ("mile per hour",),
    ),
    "degree Celsius": Unit(
        1, (("degree Celsius", "degrees Celsius"), *_same("°C", "C")), 0, ("degree Fahrenheit",)
    ),
    "degree Fahrenheit": Unit(
        5 / 9, (("degree Fahrenheit", "degrees Fahrenheit"), *_same("°F", "F")), -160 / 9, ("degree Celsius",)
    ),
    "minute": Unit(1 / 1440, (("minute", "minutes"),), 0, ("hour",)),
    "hour": Unit(1 / 24, (("hour", "hours"),), 0, ("day", "minute")),
    "day": Unit(1, (("day", "days"),), 0, ("week", "hour")),
    "week": Unit(7, (("week", "weeks"),), 0, ("day",)),
    "month": Unit(30.4375, (("month", "months"),), 0, ("year",)),
    "year": Unit(365.25, (("year", "years"),), 0, ("month",)),
    "year old": Unit(1, (("", ""),)),
    "USD": Unit(1, (("dollar", "dollars"),)),
    "EUR": Unit(1, (("euro", "euros"),)),
    "GBP": Unit(1, (("pound", "pounds"),)),
    "JPY": Unit(1, (("yen", "yen"),)),
    "INR": Unit(1, (("rupee", "rupees"),)),
}  # fmt: skip
"""Scales are the international definitions (NIST SP 811); a month is a twelfth of 365.25 days."""

SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
CURRENCIES = tuple(SIGNS)
MOST_COUNTED = {"minute": 180, "hour": 96, "day": 84, "week": 12, "month": 48, "year": 99}
"""Beyond so many nobody counts in such a unit: no court gives 216 months."""
WHOLE = frozenset(["minute", "hour", "day", "week", "month", "year"])
"""Units between which only whole numbers are turned into whole numbers: 21 days are three weeks, 20 are not."""


def turned(value: float, unit: str, into: str) -> float | None:
    """A value in another unit as a desk would print it, None where it would not.

    >>> turned(90, "square mile", "square kilometer"), turned(3, "week", "day"), turned(20, "day", "week")
    (233.0, 21.0, None)
    """
    exact = (UNITS[unit].compared(value) - UNITS[into].offset) / UNITS[into].scale
    if unit in WHOLE:
        near = round(exact)
        return float(near) if 2 <= near <= MOST_COUNTED[into] and abs(exact - near) < 1e-6 else None
    if abs(exact) >= 10:
        return float(round(exact))
    return round(exact, 1) if exact >= 1 else None
