"""Templates: sentences as data, with choices and slots, expanded into sentences that hardly ever come twice.

A line such as `The [fire|blaze] on {street} [reached|spread to] {number} [homes|flats].` is one template. Square
brackets hold choices, braces a slot. A slot of the cast (`{chief}`, `{town}`) stays the same inside one report; a slot
of figures (`{number}`, `{money}`) is new each time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from bench.corpus.invented import make_firm, make_person, make_street, make_surname, make_town, pick
from bench.corpus.lists import read_lines, read_list

_CHOICE, _SLOT = re.compile(r"\[([^\]]*)\]"), re.compile(r"\{(\w+)\}")
WORDINGS = 32  # of each line: making its choices anew for each sentence would take twice the time
_WEEKDAYS, _MONTHS = read_list("weekdays"), read_list("months")


class Cast:
    """The people and places of one report, invented when first asked for."""

    def __init__(self, chance: Random, **known: str) -> None:
        self.chance = chance
        self._known = known

    def named(self, slot: str, make: Callable[[Random], str]) -> str:
        """Who or what fills a slot all through the report."""
        found = self._known.get(slot)
        if found is None:
            found = self._known[slot] = make(self.chance)
        return found


Slot = Callable[[Cast], str]


class Wording(NamedTuple):
    """A sentence with gaps, and what fills each."""

    gapped: str
    slots: tuple[Slot, ...]


Template = tuple[Wording, ...]  # wordings of one line, all equally likely


def _number(cast: Cast) -> str:
    """A whole number of two to four digits, small ones more often."""
    return f"{int(11 * 900 ** cast.chance.random()):,}"


def _money(cast: Cast) -> str:
    """A sum of money."""
    amount = 10 ** (cast.chance.random() * 2.5)
    return f"${amount:.2f} million" if cast.chance.random() < 0.6 else f"${int(amount * 1370):,}"


def _percent(cast: Cast) -> str:
    """A percentage with one decimal."""
    return f"{cast.chance.random() * 97 + 1:.1f}%"


def _clock(cast: Cast) -> str:
    """A time of day."""
    chance = cast.chance.random
    return f"{1 + int(chance() * 12)}:{int(chance() * 60):02d} {'am' if chance() < 0.5 else 'pm'}"


def _day(cast: Cast) -> str:
    """A day of the year."""
    return f"{_MONTHS[int(cast.chance.random() * 12)]} {1 + int(cast.chance.random() * 28)}"


def _weekday(cast: Cast) -> str:
    """A day of the week."""
    return _WEEKDAYS[int(cast.chance.random() * 7)]


def _age(cast: Cast) -> str:
    """How old somebody is."""
    return str(18 + int(cast.chance.random() * 75))


def _year(cast: Cast) -> str:
    """A year of the last century or this one."""
    return str(1931 + int(cast.chance.random() * 90))


FIGURES: dict[str, Slot] = {
    "number": _number, "money": _money, "percent": _percent, "clock": _clock, "day": _day, "weekday": _weekday,
    "year": _year, "age": _age,
}  # fmt: skip
CAST: dict[str, Callable[[Random], str]] = {
    "chief": make_person, "witness": make_person, "critic": make_person, "expert": make_person, "Name": make_surname,
    "town": make_town, "village": make_town, "city": make_town, "street": make_street, "road": make_street,
    "firm": make_firm, "rival": make_firm, "outlet": make_town,
}  # fmt: skip
TELLING = frozenset(CAST) | {"number", "money", "percent", "clock"}  # slots with hundreds of fillings or more


def parse_template(line: str) -> Template:
    """The wordings of a line: its choices made at random, the same ones whenever it is read.

    >>> sorted({wording.gapped for wording in parse_template("The [fire|blaze] on {street} grew.")})
    ['The blaze on %s grew.', 'The fire on %s grew.']
    """
    chance = Random(line)
    slots = tuple(_slot(name) for name in _SLOT.findall(line))
    gapped = _SLOT.sub("%s", line.replace("%", "%%"))
    return tuple(
        Wording(_CHOICE.sub(lambda choice: pick(chance, choice[1].split("|")), gapped), slots) for _ in range(WORDINGS)
    )


def expand(template: Template, cast: Cast) -> str:
    """One sentence from a template, with a capital letter where it begins."""
    gapped, slots = template[int(cast.chance.random() * WORDINGS)]
    words = gapped % tuple([slot(cast) for slot in slots])
    return words[0].upper() + words[1:]


def read_templates(name: str) -> list[Template]:
    """The templates of a file in sentences/."""
    return [parse_template(line) for line in read_lines(name)]


def _slot(name: str) -> Slot:
    """The function that fills a slot."""
    if name in FIGURES:
        return FIGURES[name]
    make = CAST[name]
    return lambda cast: cast.named(name, make)
