"""Growing families: sources, copies of copies, agencies that nobody sees, members that are lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import exp, log
from random import Random
from typing import NamedTuple

from bench.corpus.invented import make_town
from bench.corpus.kinds import KINDS, Kind
from bench.corpus.material import Texts
from bench.corpus.newsroom import DEEPEST, PARENT_SIZE, Newsroom
from bench.corpus.substitution import substitute_words
from bench.corpus.weaving import Printed, Weaver

WIRED = 0.3  # families whose first text is an agency's
WIRE_SEEN = 0.3  # of these, those in which the agency's own report is among the members
CREDITED = 0.7  # how often a reprint carries the agency's mark
CREDIT_KEPT = 0.4  # how often a copy of a reprint does
AGENCIES = {"AP": "Associated Press", "Reuters": "Reuters", "AFP": "Agence France-Presse"}
MORE_SOURCES = (0.75, 0.2, 0.05)  # families with one, two, three independent sources
FIRST_LOST = 0.15  # how often the first report of all is not among the members
INNER_LOST = 0.1  # how often a report that others copied is not
ORIGINAL_COPIED = 0.5  # how often the next copy is of a source rather than of any member
WIRE_COPIED = 0.85  # and where the source is an agency, whose customers have its text themselves
TOUCHES = (0.01, 0.05)  # the share of words that a desk changes in what it copies, whatever else it does
COPYING = tuple(kind for kind in KINDS if kind.name not in ("quotation", "reprint"))
REPRINT = next(kind for kind in KINDS if kind.name == "reprint")


class Member(NamedTuple):
    """A report of a family: its text as printed, what it was made from, how; `wire` is the agency whose text it is."""

    printed: Printed
    text: str
    parents: tuple[str, ...]
    kind: str
    wire: str | None
    lost: bool


class Family(NamedTuple):
    """A family with its truth: members that are there, nearest parents that are there (none: it came from outside),
    and how many sources it has, lost ones too."""

    members: list[Member]
    parents: dict[str, frozenset[str]]
    outside: frozenset[str]
    sources: int


@dataclass(slots=True)
class Grower:
    """Makes family after family; the same for the same seed and texts."""

    texts: Texts
    seed: int
    chance: Random = field(init=False)
    newsroom: Newsroom = field(init=False)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self.newsroom = Newsroom(self.texts, self.seed)

    def families(self, smallest: int, largest: int) -> Iterator[Family]:
        """Families of about so many members, log-uniform."""
        while True:
            size = round(exp(self.chance.uniform(log(smallest), log(largest))))
            family = self.grow(size)
            if family is not None:
                yield family

    def grow(self, size: int) -> Family | None:
        """A family of this many reports, before some are lost; nothing where too few are left."""
        wire = self.chance.choice(list(AGENCIES)) if self.chance.random() < WIRED else None
        made = self._sources(wire)
        while len(made) < size:
            made.append(self._copy(made, wire))
        return _settle([self._lose(member, made, wire) for member in made], size)

    def _sources(self, wire: str | None) -> list[Member]:
        """The independent reports."""
        count = 1 if wire else self.chance.choices((1, 2, 3), MORE_SOURCES)[0]
        found: list[Member] = []
        while len(found) < count:
            printed = self.newsroom.independent(minute=int(self.chance.random() * 2 * 24 * 60))
            if len(printed.text) >= PARENT_SIZE and len(printed.body) >= 3:
                found.append(Member(printed, self._credit(printed.text, wire), (), "source", wire, False))
        return found

    def _copy(self, made: list[Member], wire: str | None) -> Member:
        """One more copy; sources that nobody copied yet come in through mergers."""
        sources = [member for member in made if member.kind == "source"]
        used = {name for member in made for name in member.parents}
        unused = [member for member in sources if member.printed.id not in used]
        if len(sources) > 1 and unused:
            others = [member for member in made if member is not unused[0] and _fit(member)]
            return self._derive(_kind("merged"), [unused[0], self.chance.choice(others)], None)
        while True:
            near = sources if self.chance.random() < (WIRE_COPIED if wire else ORIGINAL_COPIED) else made
            parents = [self.chance.choice(near)]
            reprints = wire and parents[0].kind == "source"
            kind = REPRINT if reprints else self.chance.choices(COPYING, [kind.share for kind in COPYING])[0]
            if kind.parents == 2:
                parents.append(self.chance.choice(made))
            fit = all(_fit(parent) and kind.fits(parent.printed) for parent in parents)
            if fit and (parents[0] is not parents[-1] or kind.parents == 1):
                keeps = reprints or (any(p.wire for p in parents) and self.chance.random() < CREDIT_KEPT)
                return self._derive(kind, parents, wire if keeps else None)

    def _derive(self, kind: Kind, parents: list[Member], wire: str | None) -> Member:
        """A copy, with the agency's mark where it keeps it."""
        plain = kind.whole or kind is REPRINT
        printed, _ = self.newsroom.derive(kind, [one.printed if plain else self._touched(one) for one in parents])
        names = tuple(one.printed.id for one in parents)
        return Member(printed, self._credit(printed.text, wire), names, kind.name, wire, False)

    def _touched(self, member: Member) -> Printed:
        """The text as the desk that copies it has gone over it: a word here and there is another."""
        weaver = Weaver()
        share = self.chance.uniform(*TOUCHES)
        for paragraph in member.printed.body:
            desk = (self.chance, self.texts.vocabulary)
            substitute_words(weaver, member.printed, paragraph, share=share, desk=desk)
            weaver.end_paragraph()
        return replace(member.printed, text=weaver.text, paragraphs=tuple(weaver.paragraphs))

    def _credit(self, text: str, wire: str | None) -> str:
        """The text under the agency's dateline, mostly."""
        if wire is None or self.chance.random() > CREDITED:
            return text
        return f"{make_town(self.chance).upper()} ({wire}) — {text}"

    def _lose(self, member: Member, made: list[Member], wire: str | None) -> Member:
        """The member, perhaps lost: others must have copied it, and none to the letter, or its text were there."""
        copies = [other for other in made if member.printed.id in other.parents]
        copied = bool(copies) and all(other.kind != "verbatim" for other in copies)
        share = (1 - WIRE_SEEN if wire else FIRST_LOST) if member.kind == "source" else INNER_LOST
        return member._replace(lost=copied and len(made) > 2 and self.chance.random() < share)


def _kind(name: str) -> Kind:
    """The kind of this name."""
    return next(kind for kind in KINDS if kind.name == name)


def _fit(member: Member) -> bool:
    """Whether a member may be copied."""
    return len(member.printed.text) >= PARENT_SIZE and len(member.printed.body) >= 3 and member.printed.depth < DEEPEST


def _settle(made: list[Member], size: int) -> Family | None:
    """The family as it is seen: lost members are passed over, and children of lost sources came from outside."""
    by_name = {member.printed.id: member for member in made}
    there = [member for member in made if not member.lost]
    if len(there) < 2 or len(there) < size / 2:
        return None
    parents: dict[str, frozenset[str]] = {}
    outside: set[str] = set()
    origins: set[str] = set()
    for member in there:
        seen: set[str] = set()
        waiting = [member.printed.id]
        while waiting:
            one = by_name[waiting.pop()]
            if one.printed.id != member.printed.id and not one.lost:
                seen.add(one.printed.id)
            elif one.kind == "source":
                outside.add(member.printed.id)
                origins.add(one.printed.id)
            else:
                waiting.extend(one.parents)
        parents[member.printed.id] = frozenset(seen)
    return Family(there, parents, frozenset(outside), len(origins))
