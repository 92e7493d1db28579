"""Words of the calendar: weekdays, months, units, and the words that move them."""

from __future__ import annotations

_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip

WEEKDAYS: dict[str, int] = {name: number for number, name in enumerate(_DAY_NAMES)}
SHORT_WEEKDAYS: dict[str, int] = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
MONTHS: dict[str, int] = {
    **{name: number for number, name in enumerate(_MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)},
    "sept": 9,
}
SEASONS = frozenset(["spring", "summer", "fall", "autumn", "winter"])
DAY_PARTS = frozenset(["morning", "afternoon", "evening", "night"])
UNITS: dict[str, str] = {
    unit + ending: unit for unit in ("day", "week", "month", "year", "weekend") for ending in ("", "s")
}
SMALL_NUMBERS: dict[str, int] = dict(
    zip(
        ("a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        (1, 1, *range(1, 13)),
        strict=True,
    )
)
VAGUE_NUMBERS = frozenset(["few", "several", "couple", "some", "many"])
# Which way a word before a unit or a name points: "last week", "this week", "next week".
SHIFTS: dict[str, int] = {
    "last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1,
}  # fmt: skip
# May, March and August are also words or names: alone they are months only after one of these.
MONTH_LEADS = frozenset([
    "in", "last", "this", "next", "since", "until", "till", "by", "through", "during", "of", "early", "late", "mid",
    "from", "before", "after", "past", "and", "between",
])  # fmt: skip
SURE_MONTHS = frozenset(["january", "february", "september", "october", "november", "december"])
YEAR_LEADS = frozenset([
    "in", "since", "by", "of", "during", "until", "till", "from", "through", "to", "before", "after", "early",
    "late", "mid", "a", "an", "the", "that", "his", "her", "their", "its", "'s", "and", "or", "summer", "spring",
    "fall", "autumn", "winter", "between", "back", "around", "our",
])  # fmt: skip
# A day's name that is part of another name: "Super Tuesday", "Fox News Sunday", "Sunday Times".
NAMED_BEFORE = frozenset([
    "super", "black", "bloody", "cyber", "giant", "good", "ash", "easter", "palm", "holy", "casual", "freaky", "big",
])  # fmt: skip
NAMED_AFTER = frozenset(["times", "telegraph", "mirror", "express", "mail", "herald", "today"])


def is_year(key: str) -> bool:
    """True for the years that reports speak of by number alone, 1900 to 2099.

    >>> is_year("2008"), is_year("1000")
    (True, False)
    """
    return len(key) == 4 and key.isascii() and key.isdigit() and key[:2] in ("19", "20")


def day_of_month(key: str) -> int | None:
    """The day of the month that a figure names; None where it names none.

    >>> day_of_month("19"), day_of_month("2nd"), day_of_month("40")
    (19, 2, None)
    """
    figures = key[:-2] if key[-2:] in ("st", "nd", "rd", "th") else key
    if not (0 < len(figures) < 3 and figures.isascii() and figures.isdigit()):
        return None
    return int(figures) if 1 <= int(figures) <= 31 else None
