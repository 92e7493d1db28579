"""What `find_spells` tells of a text, in short: the words, from when, and to when."""

from __future__ import annotations

from whence.records import Published, Report
from whence.spells.days import Manner
from whence.spells.find import find_spells
from whence.spells.telling import Spell

FRIDAY_NOON = Published("2024-11-29T12:00", "minute", "caller")


def spells_of(text: str, *, manner: Manner = "diary", published: Published | None = FRIDAY_NOON) -> tuple[Spell, ...]:
    return find_spells(Report("a", "a", text, published=published), manner=manner)


def ends(text: str, *, manner: Manner = "diary") -> list[tuple[str, str | None, str | None]]:
    return [(spell.evidence.exact, spell.low, spell.high) for spell in spells_of(text, manner=manner)]


def sets(text: str) -> list[tuple[str, str]]:
    return [(spell.evidence.exact, spell.value) for spell in spells_of(text)]
