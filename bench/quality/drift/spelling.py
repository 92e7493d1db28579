"""Numbers in English words: what a desk writes instead of digits."""

from __future__ import annotations

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def spelled(number: int) -> str:
    """A whole number below a million in words.

    >>> spelled(12), spelled(47), spelled(1204)
    ('twelve', 'forty-seven', 'one thousand two hundred and four')
    """
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_SMALL[hundreds]} hundred" + (f" and {spelled(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    return f"{spelled(thousands)} thousand" + (f" {spelled(rest)}" if rest else "")


def spelled_ordinal(number: int) -> str:
    """An ordinal below a hundred in words.

    >>> spelled_ordinal(3), spelled_ordinal(21), spelled_ordinal(20)
    ('third', 'twenty-first', 'twentieth')
    """
    head, dash, last = spelled(number).rpartition("-")
    if last in _ORDINALS:
        return head + dash + _ORDINALS[last]
    return head + dash + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def ordinal_digits(number: int) -> str:
    """An ordinal in digits.

    >>> ordinal_digits(3), ordinal_digits(12), ordinal_digits(22)
    ('3rd', '12th', '22nd')
    """
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
