"""Numbers as rows of word keys: enough to see that one changed, where two versions are held word against word.

What they are worth, and what they may measure, is told by the same tables from which `find` reads figures.
"""

from __future__ import annotations

from collections.abc import Sequence

from whence.figures.cardinals import SUFFIXES
from whence.figures.digits import MOST_DIGITS
from whence.figures.hedge_table import VAGUE
from whence.figures.money import CURRENCY_NAMES
from whence.figures.numeral_words import ABBREVIATED, TOKENS
from whence.figures.units import NAMES

_MULTIPLIERS = frozenset(["hundred", "magnitude", "dozen"])
_CARDINALS = {
    key: token.value
    for key, token in TOKENS.items()
    if token.kind in ("unit", "teen", "ten", *_MULTIPLIERS) and not token.plural and key not in ABBREVIATED
}
_MAGNITUDES = frozenset(key for key in _CARDINALS if TOKENS[key].kind in _MULTIPLIERS)
# A vague word counts as the least that is meant by it; "a handful" is no number but a phrase for one.
_LEAST = {key: interval.low for key, interval in VAGUE.items() if interval.low and " " not in key and key != "handful"}
_VALUES = {**_CARDINALS, **_LEAST, "half": 0.5}
_VAGUE = frozenset({"one", "few", "couple", "several", "half"})
_ORDINALS = {key: token.value for key, token in TOKENS.items() if token.kind == "ordinal" and not token.plural}
_SHARES = (3.0, 5.0, 10.0)  # the ordinals that news tells parts of a whole in; "a sixth" is mostly the sixth of a row
_FRACTIONS = frozenset(
    key
    for key, token in TOKENS.items()
    if token.kind == "quarter" or (token.kind == "ordinal" and token.value in _SHARES) or key == "half"
)
_GROWN = {suffix: size for suffix, size in SUFFIXES.items() if suffix.islower() and suffix != "mm"} | dict.fromkeys(
    ["", "s", "th", "st", "nd", "rd", "pc"], 1.0
)
_SIGNS = {"%": "percent", "$": "dollar", "£": "pound", "€": "euro", "¥": "yen"}
_UNIT_WORDS = {
    "percent": "percent", "pct": "percent", "per": "percent", "cent": "percent", "points": "points", "yen": "yen",
    "dollar": "dollar", "dollars": "dollar", "pound": "pound", "pounds": "pound", "euro": "euro", "euros": "euro",
}  # fmt: skip
_MEASURES = frozenset(NAMES) | CURRENCY_NAMES | {"per", "cent"}


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
        form.append(f"#{_ORDINALS[key]}" if key in _ORDINALS else key)
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
    number, size = digits.strip("."), _GROWN.get(key[len(digits) :])
    if size is None or len(number) > MOST_DIGITS or number.count(".") > 1:
        return None
    return float(number or "0") * size
