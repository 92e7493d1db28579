"""Names of outlets and agencies as bylines and credits write them, and the shape of a person's name."""

from __future__ import annotations

from functools import cache

from whence.text.folding import fold
from whence.text.wordlists import read_word_list

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽ"
_PARTICLE = r"(?:de|del|della|da|di|du|van|von|der|den|la|le|al|el|bin|ibn|ben|dos|ter|y)"
_WORD = rf"[{_UPPER}](?:[^\W\d_]|['’.-]){{0,24}}"
# Two to five words that begin with a capital, particles between them: "Jane Q. Roe", "Ariane de Vogue".
NAME = rf"{_WORD}(?:[ \xa0]+(?:{_PARTICLE}[ \xa0]+){{0,2}}{_WORD}){{1,4}}"
NAMES = rf"{NAME}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*){NAME}){{0,5}}"


@cache
def agency_names() -> frozenset[str]:
    """All forms of the agencies' names, folded."""
    return _forms("agencies")


@cache
def outlet_names() -> frozenset[str]:
    """All forms of outlets' and agencies' names, folded."""
    return _forms("outlets") | agency_names()


@cache
def photo_sources() -> frozenset[str]:
    """Who is credited with photographs, folded."""
    return frozenset(read_word_list("photo_sources")) | agency_names()


def is_agency(name: str) -> bool:
    """True for the name of a news agency.

    >>> is_agency("The Associated Press"), is_agency("Example Herald")
    (True, False)
    """
    return _key(name) in agency_names()


def is_outlet(name: str) -> bool:
    """True for the name of an outlet or agency that is in the lists.

    >>> is_outlet("CNN"), is_outlet("John Doe")
    (True, False)
    """
    return _key(name) in outlet_names()


def is_photo_source(name: str) -> bool:
    """True for a name that stands after the slash of a photo credit.

    >>> is_photo_source("Getty Images")
    True
    """
    return _key(name) in photo_sources()


def _key(name: str) -> str:
    """A name as the lists are looked up."""
    return " ".join(fold(name).split()).strip(" .,|()")


def _forms(list_name: str) -> frozenset[str]:
    """All forms in a list, folded."""
    return frozenset(fold(form) for entry in read_word_list(list_name) for form in entry.split("|"))
