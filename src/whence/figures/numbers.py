"""Numbers in words and digits: enough to see that one changed. The full reading of figures comes with its own issue."""

from __future__ import annotations

from collections.abc import Sequence

from whence.text.wordlists import read_word_list

_VALUES = {word: float(value) for word, value in (line.split() for line in read_word_list("number_words"))}
_MAGNITUDES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen"})
_VAGUE = frozenset({"one", "few", "couple", "several", "half"})
_SUFFIXES = {"m": 1e6, "bn": 1e9, "b": 1e9, "k": 1e3, "tn": 1e12, "th": 1.0, "st": 1.0, "nd": 1.0, "rd": 1.0, "pc": 1.0}
_ORDINALS = dict(
    zip(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
        range(1, 11),
        strict=True,
    )
)
_FRACTIONS = frozenset(["half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths"])
_SIGNS = {"%": "percent", "$": "dollar", "£": "pound", "€": "euro", "¥": "yen"}
_UNIT_WORDS = {
    "percent": "percent", "pct": "percent", "per": "percent", "cent": "percent", "points": "points", "yen": "yen",
    "dollar": "dollar", "dollars": "dollar", "pound": "pound", "pounds": "pound", "euro": "euro", "euros": "euro",
}  # fmt: skip
_MEASURES = frozenset(word for line in read_word_list("measures") for word in line.split())
_DIGITS = 30  # more digits are no figure that a report states, and would make float() slow


def is_number(key: str) -> bool:
    """True for a word in digits or a number word; "one" and "several" alone are none.

    >>> is_number("1000"), is_number("eight"), is_number("one")
    (True, True, False)
    """
    return key[0].isdigit() or (key in _VALUES and key not in _VAGUE)


def is_numeral(key: str) -> bool:
    """True for every word that is part of a written number, "one" and "half" included.

    >>> is_numeral("one"), is_numeral("12th"), is_numeral("ship")
    (True, True, False)
    """
    return _value(key) is not None


def is_fraction(key: str) -> bool:
    """True for a named part of a whole; "third" may also be an ordinal.

    >>> is_fraction("quarter"), is_fraction("three")
    (True, False)
    """
    return key in _FRACTIONS


def is_unit(key: str) -> bool:
    """True for what a number may measure: time, length, weight, money, percent.

    >>> is_unit("weeks"), is_unit("ships")
    (True, False)
    """
    return key in _MEASURES


def number_form(keys: Sequence[str]) -> tuple[str, ...]:
    """The words with every number, in digits or in words, cardinal or ordinal, in one form.

    >>> number_form(["two", "in", "three"]) == number_form(["2", "in", "3"])
    True
    >>> number_form(["third", "march"]) == number_form(["3rd", "march"])
    True
    """
    form: list[str] = []
    run: list[str] = []
    for key in [*keys, ""]:
        if key and is_numeral(key):
            run.append(key)
            continue
        form += [f"#{value}" for value in number_values(run)]
        run = []
        form.append(f"#{float(_ORDINALS[key])}" if key in _ORDINALS else key)
    return tuple(form[:-1])


def units_of(signs: str, following: str = "") -> frozenset[str]:
    """What a number counts, by the signs around it and the word after it.

    >>> units_of("$") == units_of("", "dollars")
    True
    """
    found = {_SIGNS[char] for char in signs if char in _SIGNS}
    return frozenset(found | ({_UNIT_WORDS[following]} if following in _UNIT_WORDS else set()))


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
    digits = key[: len(key) - len(key.lstrip("0123456789."))] if key else ""
    if not digits:
        return _VALUES.get(key)
    suffix = key[len(digits) :]
    number = digits.strip(".")
    if len(number) > _DIGITS or number.count(".") > 1 or suffix not in (*_SUFFIXES, "", "s"):
        return None
    return float(number or "0") * _SUFFIXES.get(suffix, 1.0)
