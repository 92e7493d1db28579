"""The newsroom: one report after another, independent or derived, each with its truth.

Memory is bounded: of all reports made, a pool of some thousands is kept as possible parents, each new one in the place
of one drawn by lot, so that parents may lie far back. Three agency reports are being reprinted at any time, and some
tens of chains (a copy of a copy of a copy) are open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import exp, log
from random import Random

from bench.corpus.chance import make_ids
from bench.corpus.composing import compose, headline
from bench.corpus.kinds import KINDS, Desk, Kind
from bench.corpus.material import Material, Texts
from bench.corpus.outlets import AGENCIES, Outlet, make_outlets, pick_outlet
from bench.corpus.weaving import Paragraph, Printed, SharedRun, Weaver

DERIVED = 0.30  # issue 5: 30 % of the reports are derived
OUTLETS = 600  # an agency's report is reprinted by up to 300
DAYS = 30
LATEST_MINUTES = 5 * 24 * 60  # a copy follows its parent within five days: well inside a window of fourteen
TOGETHER_MINUTES = 7 * 24 * 60  # two parents of one merger: so that it follows the older one within twelve days
FAN_SIZES = (10, 300)  # issue 5: agency fans of 300 reprints
OPEN_FANS = 3
FAN_OPENS = 0.1  # how likely an agency sends another report while one is being reprinted
FAN_MINUTES = 2 * 24 * 60
POOL = 8000  # possible parents kept: about 50 MB
CHAINS = 64
CHAIN_SHARE = 0.4  # of the copies, those whose parent is a copy
DEEPEST = 5  # issue 5: chains of up to five copies
PARENT_SIZE = 700  # characters: shorter reports are nobody's parent
STANDING = 0.85  # how often a report carries its outlet's standing line
ID_BATCH = 4096


@dataclass(frozen=True, slots=True)
class Truth:
    """What a derived report took, from whom and how."""

    child: str
    parents: tuple[str, ...]
    kind: str
    depth: int
    passages: tuple[SharedRun, ...]


@dataclass(slots=True)
class _Fan:
    agency: Printed
    left: int
    printed_by: set[int]


@dataclass(slots=True)
class Newsroom:
    """Makes reports without end; the same for the same seed and texts."""

    texts: Texts
    seed: int
    days: int = DAYS
    outlet_count: int = OUTLETS
    chance: Random = field(init=False)
    outlets: list[Outlet] = field(init=False)
    _bare: frozenset[int] = field(init=False)
    _materials: Iterator[Material] = field(init=False)
    _ids: Iterator[str] = field(init=False)
    _pool: list[Printed] = field(default_factory=list)
    _chains: list[Printed] = field(default_factory=list)
    _fans: list[_Fan] = field(default_factory=list)
    _fans_made: int = 0

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self.outlets = make_outlets(self.outlet_count, Random(self.seed + 1))
        self._bare = frozenset(number for number, outlet in enumerate(self.outlets) if not outlet.lines)
        self._materials = self.texts.materials(self.seed)
        self._ids = _endless_ids(self.seed)

    def reports(self) -> Iterator[tuple[Printed, Truth | None]]:
        """Report after report, a derived one with its truth; parents always come before their children."""
        names, weights = list(KINDS), [kind.share for kind in KINDS]
        while True:
            made: tuple[Printed, Truth | None] | None = None
            if self.chance.random() < DERIVED:
                kind = self.chance.choices(names, weights)[0]
                made = self.reprint(kind) if kind.name == "reprint" else self._copy(kind)
            yield made or (self.independent(), None)

    def independent(self, *, outlet: int | None = None, minute: int | None = None) -> Printed:
        """A report of its own making."""
        weaver = Weaver()
        number = pick_outlet(self.outlets, self.chance) if outlet is None else outlet
        at = int(self.chance.random() * self.days * 24 * 60) if minute is None else minute
        material = next(self._materials)
        self._print_body(weaver, number, compose(material, self.chance))
        title = headline(material.sentences[-1], self.chance)
        printed = Printed(self.next_id(), number, at, title, weaver.text, tuple(weaver.paragraphs), 0)
        if len(printed.text) >= PARENT_SIZE and outlet is None:
            self._keep(printed)
        return printed

    def derive(
        self, kind: Kind, parents: list[Printed], *, outlet: int | None = None, within: int = LATEST_MINUTES
    ) -> tuple[Printed, Truth]:
        """A report of a kind, made from its parents, in another outlet and after them."""
        taken = frozenset(parent.outlet for parent in parents) | (self._bare if kind.furnished else frozenset())
        number = pick_outlet(self.outlets, self.chance, other_than=taken) if outlet is None else outlet
        house = self.outlets[number]
        weaver = Weaver()
        standing = bool(house.lines) and not kind.whole and self.chance.random() < STANDING
        if standing and house.on_top:
            weaver.add_paragraph(house.lines[0], furniture=True)
        kind.weave(weaver, parents, Desk(self.chance, self._materials, self.texts.vocabulary, house.lines))
        if standing and not house.on_top:
            weaver.add_paragraph(house.lines[0], furniture=True)
        minute = max(parent.minute for parent in parents) + int(exp(self.chance.random() * log(within))) + 1
        depth = 1 + max(parent.depth for parent in parents)
        paragraphs = tuple(weaver.paragraphs)
        title = self._headline(kind, parents[0], weaver.text, paragraphs)
        child = Printed(self.next_id(), number, minute, title, weaver.text, paragraphs, depth)
        runs = tuple(weaver.shared_runs())
        return child, Truth(child.id, tuple(parent.id for parent in parents), kind.name, depth, runs)

    def reprint(self, kind: Kind) -> tuple[Printed, Truth | None]:
        """The next reprint of an open fan, or the agency's report that opens one."""
        if not self._fans or (len(self._fans) < OPEN_FANS and self.chance.random() < FAN_OPENS):
            return self._open_fan(), None
        fan = self._fans[int(self.chance.random() * len(self._fans))]
        outlet = pick_outlet(self.outlets, self.chance, other_than=frozenset(fan.printed_by))
        fan.printed_by.add(outlet)
        fan.left -= 1
        if not fan.left:
            self._fans.remove(fan)
        return self.derive(kind, [fan.agency], outlet=outlet, within=FAN_MINUTES)

    def next_id(self) -> str:
        """An id that no report has yet."""
        return next(self._ids)

    def _open_fan(self) -> Printed:
        """An agency's report; the first fan is the widest, so that small corpora have a wide one too."""
        smallest, widest = FAN_SIZES
        size = int(smallest * (widest / smallest) ** self.chance.random()) if self._fans_made else widest
        agency = self.independent(outlet=int(self.chance.random() * len(AGENCIES)))
        self._fans.append(_Fan(agency, size, set()))
        self._fans_made += 1
        return agency

    def _copy(self, kind: Kind) -> tuple[Printed, Truth] | None:
        """A copy of fitting parents, perhaps the next link of a chain; nothing while there are no parents yet."""
        parents = self._find_parents(kind)
        if parents is None:
            return None
        child, truth = self.derive(kind, parents)
        if child.depth < DEEPEST and len(child.text) >= PARENT_SIZE and len(child.body) >= 3:
            _put_in(self._chains, child, CHAINS, self.chance)
        return child, truth

    def _find_parents(self, kind: Kind) -> list[Printed] | None:
        """As many parents as the kind needs; the first may be the end of a chain, which is then used up."""
        parents: list[Printed] = []
        for _ in range(16):
            chained = self._chains and not parents and self.chance.random() < CHAIN_SHARE
            source = self._chains if chained else self._pool
            if not source:
                return None
            place = int(self.chance.random() * len(source))
            parent = source[place]
            together = not parents or abs(parent.minute - parents[0].minute) <= TOGETHER_MINUTES
            if together and kind.fits(parent) and parent not in parents:
                parents.append(source.pop(place) if chained else parent)
                if len(parents) == kind.parents:
                    return parents
        return None

    def _print_body(self, weaver: Weaver, outlet: int, paragraphs: list[str]) -> None:
        """The paragraphs with the outlet's standing line over or under them."""
        house = self.outlets[outlet]
        standing = bool(house.lines) and self.chance.random() < STANDING
        if standing and house.on_top:
            weaver.add_paragraph(house.lines[0], furniture=True)
        for words in paragraphs:
            weaver.add_paragraph(words)
        if standing and not house.on_top:
            weaver.add_paragraph(house.lines[0], furniture=True)

    def _headline(self, kind: Kind, parent: Printed, text: str, paragraphs: tuple[Paragraph, ...]) -> str:
        """The parent's headline, or one from the report's own first paragraph."""
        if not kind.own and self.chance.random() < 0.5:
            return parent.title
        first = next(paragraph for paragraph in paragraphs if not paragraph.furniture)
        return headline(text[first.start : first.end], self.chance)

    def _keep(self, printed: Printed) -> None:
        """Keep a report as a possible parent."""
        _put_in(self._pool, printed, POOL, self.chance)


def _put_in(pool: list[Printed], printed: Printed, limit: int, chance: Random) -> None:
    """Add to a pool, in the place of one drawn by lot where it is full."""
    if len(pool) < limit:
        pool.append(printed)
    else:
        pool[int(chance.random() * limit)] = printed


def _endless_ids(seed: int) -> Iterator[str]:
    """Id after id."""
    first = 0
    while True:
        yield from make_ids(seed, first, ID_BATCH)
        first += ID_BATCH
