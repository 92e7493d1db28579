"""Words that place something in time: enough to see that a date changed."""

from __future__ import annotations

from whence.text.wordlists import read_word_list

_DATE_WORDS = frozenset(read_word_list("date_words"))
_DURATION_UNITS = frozenset(
    ["day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "decade", "decades"]
)
_ALSO_WORDS = frozenset(["may", "march", "mar", "sat", "sun", "wed", "dec"])  # dates only where written as names


def is_date_word(key: str) -> bool:
    """True for weekdays, months, "yesterday", "morning"; not for units of duration alone.

    >>> is_date_word("friday"), is_date_word("years")
    (True, False)
    """
    return key in _DATE_WORDS and key not in _DURATION_UNITS


def is_year(key: str) -> bool:
    """True for 1800 to 2099 in digits.

    >>> is_year("2022"), is_year("3000")
    (True, False)
    """
    return len(key) == 4 and key.isdigit() and "1800" <= key < "2100"


def is_also_word(key: str) -> bool:
    """True for dates that are ordinary words in lower case: "may", "march", "sat".

    >>> is_also_word("may"), is_also_word("june")
    (True, False)
    """
    return key in _ALSO_WORDS


def is_clock_time(key: str) -> bool:
    """True for a time of day in digits.

    >>> is_clock_time("3:49")
    True
    """
    hours, colon, minutes = key.partition(":")
    return bool(colon) and hours.isdigit() and minutes[:2].isdigit()
