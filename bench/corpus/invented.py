"""Invented people, towns, streets and firms: put together from syllables, so that there are tens of thousands."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from bench.corpus.lists import read_list

FIRST_NAMES = read_list("first_names")
_HEADS, _SURNAME_TAILS, _TOWN_TAILS = read_list("name_heads"), read_list("surname_tails"), read_list("town_tails")
_MIDDLES = ("", "", "a", "e", "er", "en", "ing", "o", "by", "der")  # none more often: short names are likelier
_STREETS, _FIRMS = read_list("streets"), read_list("firms")


def pick(chance: Random, choices: Sequence[str]) -> str:
    """One of several, all equally likely."""
    return choices[int(chance.random() * len(choices))]


def make_surname(chance: Random) -> str:
    """One of about 9,000 surnames.

    >>> make_surname(Random(1))
    'Claybymarsh'
    """
    return pick(chance, _HEADS) + pick(chance, _MIDDLES) + pick(chance, _SURNAME_TAILS)


def make_person(chance: Random) -> str:
    """A first name and a surname."""
    return f"{pick(chance, FIRST_NAMES)} {make_surname(chance)}"


def make_town(chance: Random) -> str:
    """One of about 9,000 towns."""
    return pick(chance, _HEADS) + pick(chance, _MIDDLES) + pick(chance, _TOWN_TAILS)


def make_street(chance: Random) -> str:
    """A street."""
    return f"{make_surname(chance)} {pick(chance, _STREETS)}"


def make_firm(chance: Random) -> str:
    """A firm."""
    return f"{make_surname(chance)} {pick(chance, _FIRMS)}"
