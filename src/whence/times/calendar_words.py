"""Words of the calendar: weekdays, months, units, and the words that move them."""

from __future__ import annotations

from whence.times.periods import Grain

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
SEASONS: dict[str, int] = {"spring": 1, "summer": 2, "fall": 3, "autumn": 3, "winter": 4}
# Parts of a day and their codes in TIMEX3.
DAY_PARTS: dict[str, str] = {
    "morning": "TMO", "midmorning": "TMO", "afternoon": "TAF", "midafternoon": "TAF", "evening": "TEV", "night": "TNI",
    "overnight": "TNI", "daytime": "TDT", "lunchtime": "T12", "noon": "T12:00", "midday": "T12:00",
    "midnight": "T24:00", "dawn": "TMO", "dusk": "TEV",
}  # fmt: skip
# The grain of each unit that a calendar divides; "fortnight" and units of the clock are durations only.
GRAINS: dict[str, Grain] = {
    "day": "day", "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year",
    "decade": "decade", "century": "century",
}  # fmt: skip
# Which way a word before a unit or a name points: "last week", "this week", "next week".
SHIFTS: dict[str, int] = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
    "upcoming": 1, "following": 1,
}  # fmt: skip
# Those that count from the time told before, not from now: "the following week".
FROM_TOLD = frozenset(["previous", "preceding", "following"])
# Words for a third of a period: "late May", "the early 1980s".
PARTS: dict[str, str] = {"early": "early", "earlier": "early", "mid": "mid", "late": "late", "later": "late"}
# The mod of TIMEX3 for each.
PART_MODS: dict[str, str] = {"early": "START", "mid": "MID", "late": "END"}
EDGES: dict[str, str] = {
    "beginning": "early", "start": "early", "middle": "mid", "midst": "mid", "end": "late", "close": "late",
}  # fmt: skip
# A day's name that is part of another name: "Super Tuesday", "Fox News Sunday", "Sunday Times".
NAMED_BEFORE = frozenset([
    "super", "black", "bloody", "cyber", "giant", "good", "ash", "easter", "palm", "holy", "casual", "freaky", "big",
    "ruby", "man",
])  # fmt: skip
NAMED_AFTER = frozenset([
    "times", "telegraph", "mirror", "express", "mail", "herald", "today", "post", "night", "tribune", "star",
])  # fmt: skip
# Months that are also words or first names: read alone only after one of these, with a capital.
WORDLIKE_MONTHS = frozenset(["may", "march", "mar", "august", "april", "june", "jan", "jun", "sep", "dec", "oct", "nov",
                             "feb", "apr", "jul", "aug", "sept"])  # fmt: skip
MONTH_LEADS = frozenset([
    "in", "last", "this", "next", "since", "until", "till", "by", "through", "during", "of", "early", "late", "mid",
    "from", "before", "after", "past", "and", "between", "to", "on", "for", "or", "each", "every", "around", "about",
    "the", "late-", "was", "coming", "than", "if", "a", "our", "his", "her", "their", "its", "s", "'s", "both",
])  # fmt: skip


def day_of_month(key: str) -> int | None:
    """The day of the month that a figure names; None where it names none.

    >>> day_of_month("19"), day_of_month("2nd"), day_of_month("40")
    (19, 2, None)
    """
    figures = key[:-2] if key[-2:] in ("st", "nd", "rd", "th") else key
    if not (0 < len(figures) < 3 and figures.isascii() and figures.isdigit()):
        return None
    return int(figures) if 1 <= int(figures) <= 31 else None
