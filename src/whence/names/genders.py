"""Whether a person is spoken of as he or she: from titles, roles and first names, never from looks of a surname."""

from __future__ import annotations

from collections.abc import Iterable

from whence.names.listed import FIRST_NAMES, ROLES, name_key


def gender_of_words(words: Iterable[str]) -> str:
    """The gender that titles and roles among some words tell: "m", "f", or "" where none or both do.

    >>> gender_of_words(["Mrs.", "Clinton"]), gender_of_words(["President"])
    ('f', '')
    """
    told = {ROLES[key].gender for key in map(name_key, words) if key in ROLES} - {""}
    return told.pop() if len(told) == 1 else ""


def gender_of(name: str, also: Iterable[str] = ()) -> str:
    """The gender that a full name and its other forms tell: a title beats the first name.

    >>> gender_of("Jane Roe"), gender_of("Kim Roe", ["spokeswoman Kim Roe"]), gender_of("Roe")
    ('f', 'f', '')
    """
    told = gender_of_words(word for form in also for word in form.split())
    if told:
        return told
    words = [name_key(word) for word in name.split()]
    for word in words[:-1]:
        gender = FIRST_NAMES.get(word, "")
        if gender in ("m", "f"):
            return gender
    return FIRST_NAMES.get(words[0], "").replace("u", "") if len(words) == 1 and words else ""
