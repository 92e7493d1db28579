"""Lengths of time: the units that measure them, and their values in TIMEX3 ("P3Y", "PT5H30M", "PXW")."""

from __future__ import annotations

# The years of units that are told in years.
YEARS = {"decade": 10, "century": 100, "millennium": 1000}
# Units by every written form; decades and centuries are told in years, as TimeBank has them ("two decades": P20Y).
_FORMS: dict[str, tuple[str, ...]] = {
    "second": ("second", "seconds", "sec", "secs"),
    "minute": ("minute", "minutes", "min", "mins"),
    "hour": ("hour", "hours", "hr", "hrs"),
    "day": ("day", "days"),
    "night": ("night", "nights"),
    "week": ("week", "weeks", "wk", "wks"),
    "weekend": ("weekend", "weekends"),
    "fortnight": ("fortnight", "fortnights"),
    "month": ("month", "months"),
    "quarter": ("quarter", "quarters"),
    "year": ("year", "years", "yr", "yrs"),
    "decade": ("decade", "decades"),
    "century": ("century", "centuries"),
    "millennium": ("millennium", "millennia"),
}
UNITS: dict[str, str] = {form: unit for unit, forms in _FORMS.items() for form in forms}
# Short forms are units only after a number in figures: "5 min".
SHORT_UNITS = frozenset(["sec", "secs", "min", "mins", "hr", "hrs", "wk", "wks", "yr", "yrs"])
_CODES: dict[str, tuple[str, int, str]] = {
    "second": ("PT", 1, "S"), "minute": ("PT", 1, "M"), "hour": ("PT", 1, "H"), "day": ("P", 1, "D"),
    "night": ("P", 1, "D"), "week": ("P", 1, "W"), "weekend": ("P", 1, "WE"), "fortnight": ("P", 2, "W"),
    "month": ("P", 1, "M"), "quarter": ("P", 1, "Q"), "year": ("P", 1, "Y"), "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"), "millennium": ("P", 1000, "Y"),
}  # fmt: skip
# A half of these is told in the unit below: "5 1/2 hours" is PT5H30M.
_BELOW: dict[str, tuple[int, str]] = {"minute": (60, "S"), "hour": (60, "M"), "year": (12, "M")}


def length_value(count: float | None, unit: str) -> str:
    """The value of a duration; a vague count is X.

    >>> length_value(3, "year"), length_value(5.5, "hour"), length_value(None, "week"), length_value(2, "decade")
    ('P3Y', 'PT5H30M', 'PXW', 'P20Y')
    """
    head, size, code = _CODES[unit]
    if count is None:
        return f"{head}X{code}"
    count *= size
    if unit == "day" and count == 0.5:
        return "PT12H"
    if unit in _BELOW and count != int(count):
        parts, below = _BELOW[unit]
        whole, rest = int(count), round((count - int(count)) * parts)
        return f"{head}{f'{whole}{code}' if whole else ''}{rest}{below}"
    return f"{head}{int(count) if count == int(count) else round(count, 2)}{code}"
