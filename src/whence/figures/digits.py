"""Numbers in digits, in every grouping that newspapers use: 1,674,200.5, 1 234 567,89, 12,34,567, ½, 1.3x10^6."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

MOST_DIGITS = 30  # more are no figure that a report states, and would make int() and float() slow
_SPACES = " \u00a0\u2009\u202f"
# Each is matched against one run of digits, points and commas as `split_words` cuts it, never against the text.
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d+,\d{1,2}")
_CORE = re.compile(r"\d+(?:[.,:]\d+)*")
_GROUP = re.compile(rf"[{_SPACES}]\d{{3}}(?!\d)")
_TAIL = re.compile(r"[.,]\d{1,6}(?![\d.,]\d)")
_POWER = re.compile(
    r"(\d{1,15}(?:\.\d{1,15})?)(?:[eE]([+-]?\d{1,3})|\^([+-]{0,2}\d{1,3})|[x×]10\^([+-]?\d{1,3}))(?![\w^])"
)
_SLASHED = re.compile(r"[/⁄](\d{1,9})(?![\d/⁄-]|[.,]\d)")
_MIXED = re.compile(rf"[{_SPACES}]{{1,2}}(\d{{1,3}})[/⁄](\d{{1,3}})(?![\d/⁄])")


class Digits(NamedTuple):
    """A number in digits: where it ends, what it is worth, how many decimals it tells, its denominator if any."""

    end: int
    value: float
    decimals: int = 0
    denominator: int = 0


def core_end(text: str, start: int) -> int:
    """Where the run of digits, points, commas and colons that begins at `start` ends.

    >>> core_end("1,000th", 0)
    5
    """
    match = _CORE.match(text, start)
    return match.end() if match else start


def read_core(core: str) -> tuple[float, int] | None:
    """The value and the number of decimals of a run of digits; None where it is no one number ("1.2.3", "3:15").

    >>> read_core("12,34,567.89"), read_core("1.111,11"), read_core("192.168.1.2")
    ((1234567.89, 2), (1111.11, 2), None)
    """
    if len(core) > MOST_DIGITS or not core.isascii():
        return None
    if _PLAIN.fullmatch(core) or _GROUPED.fullmatch(core) or _INDIAN.fullmatch(core):
        plain = core.replace(",", "")
    elif _CONTINENTAL.fullmatch(core):
        plain = core.replace(".", "").replace(",", ".")
    else:
        return None
    return float(plain), len(plain.partition(".")[2])


def read_digits(text: str, start: int) -> Digits | None:
    """The number whose first digit stands at `start`; None where the digits there make no one number.

    >>> read_digits("1 234 567,89 francs", 0)
    Digits(end=12, value=1234567.89, decimals=2, denominator=0)
    >>> read_digits("10 1/2 miles", 0)
    Digits(end=6, value=10.5, decimals=0, denominator=2)
    """
    power = _POWER.match(text, start)
    if power:
        return _read_power(power)
    end = core_end(text, start)
    core = text[start:end]
    if len(core) <= 3 and core.isdigit():
        spaced = _read_spaced(text, start, end)
        if spaced:
            return spaced
    read = read_core(core)
    if read is None:
        return None
    value, decimals = read
    return (None if decimals else _read_fraction(text, start, end, value)) or Digits(end, value, decimals)


def _read_spaced(text: str, start: int, end: int) -> Digits | None:
    """Groups of three digits set apart by single spaces, all the same: 1 234 567."""
    last = end
    space = text[end : end + 1]
    while last - start < MOST_DIGITS and text[last : last + 1] == space and (group := _GROUP.match(text, last)):
        last = group.end()
    if last == end:
        return None
    tail = _TAIL.match(text, last)
    if text[last : last + 1].isalnum() or (tail is None and re.match(r"[.,:/-]\d", text[last : last + 2])):
        return None
    stop = tail.end() if tail else last
    plain = "".join(char for char in text[start:last] if char.isdigit())
    decimals = text[last + 1 : stop] if tail else ""
    return Digits(stop, float(f"{plain}.{decimals or 0}"), len(decimals)) if plain.isascii() else None


def _read_fraction(text: str, start: int, end: int, value: float) -> Digits | None:
    """A whole number over another (4/5), with another (1 4/5), or with a fraction sign (2½)."""
    if end < len(text) and not text[end].isascii() and text[end].isnumeric() and not text[end].isdigit():
        part = unicodedata.numeric(text[end])
        return Digits(end + 1, value + part, denominator=round(1 / part) if 0 < part < 1 else 1)
    mixed = _MIXED.match(text, end)
    if mixed and 0 < int(mixed[1]) < int(mixed[2]):
        return Digits(mixed.end(), value + int(mixed[1]) / int(mixed[2]), denominator=int(mixed[2]))
    over = _SLASHED.match(text, end)
    before = text[start - 1 : start]
    chained = before in ("/", "⁄") or (before == "-" and text[start - 2 : start - 1].isalnum())
    if over and not chained and 0 < value < int(over[1]):
        return Digits(over.end(), value / int(over[1]), denominator=int(over[1]))
    return None


def _read_power(match: re.Match[str]) -> Digits | None:
    """1e10, 1.1^23, 6.23x10^-4."""
    base, exponent = float(match[1]), int((match[2] or match[3] or match[4]).lstrip("+").replace("--", ""))
    try:
        value = base**exponent if match[3] else base * 10.0**exponent
    except (OverflowError, ZeroDivisionError):
        return None
    return Digits(match.end(), value) if value < 1e300 else None
