"""Outlets: invented newspapers, their standing lines of furniture, and the agencies that all of them print."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from bench.corpus.invented import make_town, pick
from bench.corpus.lists import read_list
from bench.corpus.templates import Cast, expand, read_templates

PAPERS = read_list("papers")
AGENCIES = ("Northwire", "Allied Despatch", "Meridian Press", "Continental Telegraph")
FURNISHED = 0.6  # the share of outlets with furniture: most news sites have some
STANDING_LINES = 4
CROWDING = 2.2  # the few big outlets print most reports, as everywhere


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet: its name, the lines it prints under or over its reports, and whether they stand on top."""

    name: str
    lines: tuple[str, ...]
    on_top: bool


def make_outlets(count: int, chance: Random) -> list[Outlet]:
    """The agencies, then `count` papers; names are never twice the same."""
    templates = read_templates("furniture")
    names: dict[str, None] = {}
    while len(names) < count:
        names[f"{make_town(chance)} {pick(chance, PAPERS)}"] = None
    outlets = [Outlet(name, (), False) for name in AGENCIES]
    for name in names:
        cast = Cast(chance, outlet=name)
        picked = chance.sample(templates, STANDING_LINES)
        lines = tuple(expand(template, cast) for template in picked) if chance.random() < FURNISHED else ()
        outlets.append(Outlet(name, lines, chance.random() < 0.3))
    return outlets


def pick_outlet(outlets: list[Outlet], chance: Random, *, other_than: frozenset[int] = frozenset()) -> int:
    """A paper, big ones more often; never one that stands in `other_than`."""
    papers = len(outlets) - len(AGENCIES)
    while True:
        number = len(AGENCIES) + int(papers * chance.random() ** CROWDING)
        if number not in other_than:
            return number
