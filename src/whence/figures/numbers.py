"""Numbers in words and digits: enough to see that one changed. The full reading of figures comes with its own issue."""

from __future__ import annotations

from collections.abc import Sequence

from whence.text.wordlists import read_word_list

_VALUES = {word: float(value) for word, value in (line.split() for line in read_word_list("number_words"))}
_MAGNITUDES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen"})
_VAGUE = frozenset({"one", "few", "couple", "several", "half"})
_SUFFIXES = {"m": 1e6, "bn": 1e9, "b": 1e9, "k": 1e3, "tn": 1e12, "th": 1.0, "st": 1.0, "nd": 1.0, "rd": 1.0, "pc": 1.0}
_DIGITS = 30  # more digits are no figure that a report states, and would make float() slow


def is_number(key: str) -> bool:
    """True for a word in digits or a number word; "one" and "several" alone are none.

    >>> is_number("1000"), is_number("eight"), is_number("one")
    (True, True, False)
    """
    return key[0].isdigit() or (key in _VALUES and key not in _VAGUE)


def number_values(keys: Sequence[str]) -> tuple[float, ...]:
    """The values of the numbers in a phrase, number words multiplied up ("two million"), in order.

    >>> number_values(["2.5", "million"]) == number_values(["2.5m"]) == (2500000.0,)
    True
    """
    values: list[float] = []
    open_number = False
    for key in keys:
        value = _value(key)
        if value is None:
            open_number = False
        elif open_number and key in _MAGNITUDES:
            values[-1] *= value
        elif (open_number and _VALUES.get(key) is not None and values[-1] % 100 == 0 and value < values[-1]) or (
            open_number and values[-1] in (20, 30, 40, 50, 60, 70, 80, 90) and value < 10
        ):
            values[-1] += value
        else:
            values.append(value)
            open_number = True
    return tuple(values)


def _value(key: str) -> float | None:
    """The value of one word, None where it is no number."""
    digits = key[: len(key) - len(key.lstrip("0123456789."))]
    if not digits:
        return _VALUES.get(key)
    suffix = key[len(digits) :]
    number = digits.strip(".")
    if len(number) > _DIGITS or number.count(".") > 1 or suffix not in (*_SUFFIXES, "", "s"):
        return None
    return float(number or "0") * _SUFFIXES.get(suffix, 1.0)
