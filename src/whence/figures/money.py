"""Money: the currency of a sum, by the sign, code or name at it, and by the outlet where "$" alone tells little."""

from __future__ import annotations

import re
from typing import NamedTuple

from whence.figures.units import Unit, UnitRead
from whence.records import Report
from whence.text.wordlists import read_word_list
from whence.text.words import Words

_LETTERS = re.compile(r"[A-Za-z]+")
_MOST_BEFORE = 14


class _Tables(NamedTuple):
    signs: dict[str, str]
    prefixes: dict[str, str]
    names: dict[str, str]
    units: dict[str, Unit]


def _read_tables() -> _Tables:
    """Signs, the letters before "$", names, and every unit of money by its name."""
    tables = _Tables({}, {}, {}, {})
    for line in read_word_list("currencies"):
        name, main, factor, signs, prefixes, names = (field.strip() for field in line.split("|"))
        tables.units[name] = Unit(name, "money", main, float(factor))
        tables.signs.update(dict.fromkeys(signs.split(), name))
        tables.prefixes.update(dict.fromkeys(prefixes.split(), name))
        tables.names.update({form.replace("_", " "): name for form in names.split()})
    return tables


_TABLES = _read_tables()
CURRENCY_NAMES = frozenset(name for name in _TABLES.names if " " not in name)
_CODES = {code: name for code, name in _TABLES.prefixes.items() if len(code) >= 3 or code in ("Rs", "RS")}
_CODES |= {code.lower(): name for code, name in _CODES.items() if code.isupper() and len(code) == 3} | {"rmb": "CNY"}
_ALSO_WORDS = frozenset(["all", "try", "can", "top", "gel", "php", "eth", "aud", "cop", "pen", "thb", "lak"])
_FIRST = frozenset(name.split()[0] for name in _TABLES.names)
_DOLLARS = tuple((key, code) for key, _, code in (line.rpartition(" ") for line in read_word_list("dollar_outlets")))
# A name that is also a word or another unit is money only beside a sum that cannot be anything else.
_LARGE = {
    "won": ("KRW", 1000.0),
    "pounds": ("GBP", 1e6),
    "pound": ("GBP", 1e6),
    "marks": ("DEM", 1e5),
    "sen": ("MYR", 1e9),
}


class SignRead(NamedTuple):
    """A sign of money before a number: which unit, and where it begins."""

    unit: Unit
    start: int


def money_unit(name: str) -> Unit | None:
    """The unit of money with a canonical name: a currency, or a cent or penny of it.

    >>> money_unit("cent").factor
    0.01
    """
    return _TABLES.units.get(name)


def dollar_of(report: Report) -> str:
    """The currency that "$" alone means in a report: by its outlet or address, else US dollars.

    >>> from whence.records import Report
    >>> dollar_of(Report("1", "1", "text", url="https://www.smh.com.au/a")), dollar_of(Report("1", "1", "text"))
    ('AUD', 'USD')
    """
    host = (report.url or "").lower().partition("//")[2].partition("/")[0]
    outlet = (report.outlet or "").lower().strip()
    for key, code in _DOLLARS:
        if key.startswith("."):
            if host.endswith(key) or outlet.endswith(key):
                return code
        elif key == outlet or key in host or (" " in key and len(key) > 8 and key in outlet):
            return code
    return "USD"


def sign_before(text: str, start: int) -> SignRead | None:
    """The sign or code that stands directly before a number: "$", "US$", "c $ ", "EUR ", "Rs".

    >>> sign_before("pays US$ 150", 9).unit.name
    'USD'
    """
    at = start - 1
    at -= 1 if text[at : at + 1] in (" ", "\u00a0", "\u202f") and at > 0 else 0
    if at < 0:
        return None
    name = _TABLES.signs.get(text[at])
    if name is None:
        return _code_before(text, start, at)
    if text[at] != "$":
        return SignRead(_TABLES.units[name], at)
    return _dollar_before(text, at, spaced=at < start - 1)


def _dollar_before(text: str, at: int, *, spaced: bool) -> SignRead:
    """A dollar sign with the letters that tell whose: "C$", "u.s $", "Mex$ "."""
    stop = at - (1 if text[at - 1 : at] == " " and spaced and at else 0)
    begin = stop
    while begin > 0 and stop - begin < 4 and (text[begin - 1].isalpha() or (text[begin - 1] == "." and begin > 1)):
        begin -= 1
    exact = text[begin:stop]
    letters = exact.strip(".").replace(".", "")
    prefix = _PREFIXES.get(letters) or (_PREFIXES.get(letters.upper()) if letters.islower() else None)
    free = begin == 0 or not text[begin - 1].isalnum()
    clear = stop == at and not (len(letters) == 1 and letters.islower())  # "A $5 million deal" is in US dollars
    if prefix and free and (clear or letters.lower() in _SET_APART):
        return SignRead(_TABLES.units[prefix], begin + len(exact) - len(exact.lstrip(".")))
    return SignRead(_TABLES.units["USD"], at)


_SET_APART = frozenset(["us", "c", "hk", "nz", "au", "can", "cdn", "nt", "usd", "cad", "aud"])
_PREFIXES = _TABLES.prefixes | {code.upper(): name for code, name in _TABLES.prefixes.items()}


def _code_before(text: str, start: int, at: int) -> SignRead | None:
    """A code before a number: "USD 200", "rmb 10", "Rs. 500", "MAUD 60"."""
    stop = at + 1 - (text[at] == ".")
    begin = stop
    while begin > 0 and stop - begin < 6 and text[begin - 1].isalpha():
        begin -= 1
    word = text[begin:stop]
    if not word or (begin and (text[begin - 1].isalnum() or text[begin - 1] in "-/")) or not text[start].isdigit():
        return None
    name = _CODES.get(word) or ((word[0] == "M" and len(word) == 4 and _CODES.get(word[1:])) or "")
    if not name or (word.islower() and word in _ALSO_WORDS):
        return None
    unit = _TABLES.units[name]
    return SignRead(unit._replace(factor=1e6) if word[1:] in _CODES and len(word) == 4 else unit, begin)


def money_after(text: str, words: Words, at: int, value: float) -> UnitRead | None:
    """The currency whose name or code is the word after a number: "Swiss francs", "yen", "pence", "USD", "MUSD"."""
    if at >= len(words.keys):
        return None
    key = words.keys[at]
    if key in _LARGE:
        name, least = _LARGE[key]
        sterling = words.keys[at + 1 : at + 2] == ["sterling"]
        if value >= least or sterling:
            return UnitRead(_TABLES.units[name], words.ends[at + sterling], at + 1 + sterling)
        return None
    if key in _FIRST:
        for size in (3, 2, 1):
            found = _TABLES.names.get(" ".join(words.keys[at : at + size]))
            if found and len(words.keys) >= at + size:
                return UnitRead(_TABLES.units[found], words.ends[at + size - 1], at + size)
    word = text[words.starts[at] : words.ends[at]]
    name = _CODES.get(word, "")
    if name and not (word.islower() and word in _ALSO_WORDS):
        return UnitRead(_TABLES.units[name], words.ends[at], at + 1)
    if len(word) == 4 and word[0] == "M" and word[1:] in _CODES:
        return UnitRead(_TABLES.units[_CODES[word[1:]]]._replace(factor=1e6), words.ends[at], at + 1)
    return None


def money_sign_after(text: str, words: Words, end: int, at: int) -> UnitRead | None:
    """The currency whose sign or code stands directly after digits: "10 €", "100元", "115USD", "50p"."""
    start = end + (text[end : end + 1] in (" ", "\u00a0"))
    match = _LETTERS.match(text, start, start + 6)
    grown = match.group() if match else text[start : start + (2 if text[start : start + 2] in _TABLES.signs else 1)]
    stop = start + len(grown)
    name = _TABLES.signs.get(grown) or _CODES.get(grown)
    if start == end and grown in ("p", "c"):
        name = "penny" if grown == "p" else "cent"
    if not name or text[stop : stop + 1].isalnum() or (grown in _TABLES.signs and text[stop : stop + 1].isdigit()):
        return None
    if grown in ("$", "£", "€", "¥") and (text[stop : stop + 2].strip()[:1].isdigit() and start == end):
        return None
    last = at
    while last < len(words.starts) and words.starts[last] < stop:
        last += 1
    return UnitRead(_TABLES.units[name], stop, last)


def glued_code(word: str) -> int:
    """How many letters of a word are a code of money grown on to digits ("USD115" -> 3); 0 where none are.

    >>> glued_code("USD115"), glued_code("Rs500"), glued_code("G7")
    (3, 2, 0)
    """
    match = _LETTERS.match(word)
    return match.end() if match and match.end() < len(word) and match.group() in _CODES else 0
