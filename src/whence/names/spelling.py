"""When two spellings of a name are one: accents, transliterations, initials, short forms of first names."""

from __future__ import annotations

import re

from whence.names.listed import FIRST_NAMES, NICKNAMES
from whence.names.pieces import is_particle, is_suffix

_DOUBLED = re.compile(r"(.)\1")
_Y_FORMS = re.compile(r"(?:iy|yy|ii|ij|yi)")
_PREFIX = 3  # "Ben" for Benjamin, "Tim" for Timothy: the shortest short forms of first names in use


def surname_key(key: str) -> str:
    """A surname in one spelling: transliterated endings alike, no doubled letters.

    >>> surname_key("zelenskyy") == surname_key("zelenskiy") == surname_key("zelensky")
    True
    """
    return _DOUBLED.sub(r"\1", _Y_FORMS.sub("y", key)) if len(key) > 4 else key


def split_name(keys: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """First and middle names, and the surname in one spelling, of a name's folded words.

    >>> split_name(("bill", "de", "blasio")), split_name(("donald", "j", "trump", "jr"))
    ((('bill',), 'blasio'), (('donald', 'j'), 'trump'))
    """
    while len(keys) > 1 and is_suffix(keys[-1]):
        keys = keys[:-1]
    firsts = keys[:-1]
    while firsts and is_particle(firsts[-1]):
        firsts = firsts[:-1]
    return firsts, surname_key(keys[-1])


def same_first(a: str, b: str) -> bool:
    """Whether two first names can be one person's: equal, an initial, a short form.

    >>> same_first("don", "donald"), same_first("bill", "william"), same_first("bill", "hillary")
    (True, True, False)
    """
    if a == b or (1 in (len(a), len(b)) and a[0] == b[0]):
        return True
    if NICKNAMES.get(a, frozenset()) & NICKNAMES.get(b, frozenset()):
        return True
    short, long = sorted((a, b), key=len)
    if surname_key(a) == surname_key(b):
        return True
    if short in FIRST_NAMES and long in FIRST_NAMES and FIRST_NAMES[short] not in (FIRST_NAMES[long], "u"):
        return False
    return len(short) >= _PREFIX and long.startswith(short)


def suffix_of(keys: tuple[str, ...]) -> str:
    """The generation that a name states ("jr"), or nothing: father and son of one name are two."""
    return keys[-1] if len(keys) > 1 and is_suffix(keys[-1]) else ""


def same_firsts(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two rows of first and middle names can be one person's; a middle name may be left out.

    >>> same_firsts(("donald", "j"), ("donald",)), same_firsts(("recep", "tayyip"), ("tayyip",))
    (True, True)
    """
    if not a or not b or same_first(a[0], b[0]):
        return True
    short, long = sorted((a, b), key=len)
    return len(long) > 1 and len(short) == 1 and len(short[0]) > 1 and short[0] in long[1:]
