"""People: which sightings are one person.

Full names of one surname join where their first names can be one person's. A surname alone joins the one full name
that has it. Where several have it ("Trump" beside Donald and Melania Trump), a title that tells the gender decides;
without one it is the person most often called so in full, at a tie the one named in the report's headline and then the
one first named; two of the same first-name gender with as many full mentions stay apart, and the surname joins neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from whence.names.genders import gender_of
from whence.names.listed import FIRST_NAMES, KNOWN_PEOPLE
from whence.names.sightings import Sighting
from whence.names.spelling import same_firsts, split_name, suffix_of, surname_key

BEARERS = 20  # of one surname who are told apart: at most 5 in a report of PolNeAR train; a bound for hostile text
_LOWER = re.compile(r"\b[a-z]{3,}\b")


@dataclass(slots=True, eq=False)
class Person:
    """A person while the report is read: first names, surname in one spelling, and where they are named."""

    firsts: tuple[str, ...]
    surname: str
    suffix: str = ""
    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    sightings: list[Sighting] = field(default_factory=list)
    full_mentions: int = 0
    gender: str = ""
    listed: str = ""

    @property
    def name(self) -> str:
        """The fullest form met: most words, then the most frequent, then the first met."""
        if self.listed:
            return self.listed
        best = max(self.forms, key=lambda form: (_weight(form), self.forms[form]))
        return " ".join(best)

    def add(self, sighting: Sighting) -> None:
        """Take in one more place where the person is named."""
        self.sightings.append(sighting)
        self.forms[sighting.words] += 1
        self.gender = self.gender or sighting.gender
        if len(sighting.keys) > 1:
            self.full_mentions += 1
            firsts, _ = split_name(sighting.keys)
            self.firsts = max(self.firsts, firsts, key=len)


class People:
    """The people of one report, by surname and by first name."""

    def __init__(self) -> None:
        self.found: list[Person] = []
        self.by_surname: dict[str, list[Person]] = {}
        self.by_first: dict[str, list[Person]] = {}

    def add_full(self, sighting: Sighting) -> Person:
        """A full name joins the person who can bear it, else it is a new person's."""
        firsts, surname = split_name(sighting.keys)
        suffix = suffix_of(sighting.keys)
        bearers = self.by_surname.setdefault(surname, [])
        for person in bearers:
            same_generation = not (suffix and person.suffix) or suffix == person.suffix
            clash = sighting.gender and person.gender and sighting.gender != person.gender
            if same_generation and not clash and same_firsts(person.firsts, firsts):
                person.suffix = person.suffix or suffix
                person.add(sighting)
                self._index_first(person, firsts)
                return person
        person = Person(firsts, surname, suffix)
        person.add(sighting)
        self.found.append(person)
        if len(bearers) < BEARERS:
            bearers.append(person)
        self._index_first(person, firsts)
        return person

    def _index_first(self, person: Person, firsts: tuple[str, ...]) -> None:
        """Make a person known by the first name."""
        if firsts:
            bearers = self.by_first.setdefault(firsts[0], [])
            if person not in bearers and len(bearers) < BEARERS:
                bearers.append(person)

    def bearer(self, sighting: Sighting) -> Person | None:
        """Whom a single name stands for, by the rule above; None where nobody or nobody certain does."""
        key = sighting.keys[-1]
        bearers = self.by_surname.get(surname_key(key), [])
        if not bearers and sighting.titled == sighting.start:
            bearers = self.by_first.get(key, [])
            return bearers[0] if len(bearers) == 1 else None
        if sighting.gender and len(bearers) > 1:
            fitting = [person for person in bearers if _gender(person) in ("", sighting.gender)]
            bearers = [person for person in fitting if _gender(person)] or fitting
        return most_prominent(bearers)

    def add_single(self, sighting: Sighting) -> Person | None:
        """A single name joins its bearer; with a title or other evidence it may be a new person's."""
        person = self.bearer(sighting)
        if person is None and surname_key(sighting.keys[-1]) not in self.by_surname:
            listed = KNOWN_PEOPLE.get(sighting.keys[-1], "")
            if listed or sighting.evidence:
                person = Person((), surname_key(sighting.keys[-1]), listed=listed)
                self.found.append(person)
                self.by_surname.setdefault(person.surname, []).append(person)
        if person is not None:
            person.add(sighting)
        return person


def most_prominent(bearers: list[Person]) -> Person | None:
    """The person a bare surname means, by the rule of this module."""
    if len(bearers) < 2:
        return bearers[0] if bearers else None
    ranked = sorted(bearers, key=lambda person: (-person.full_mentions, person.sightings[0].start))
    first, second = ranked[:2]
    tied = first.full_mentions == second.full_mentions
    if tied and _gender(first) == _gender(second):
        return None
    return first


def gather_people(sightings: Iterable[Sighting], text: str) -> People:
    """The people whom the sightings name: full names first, then what joins them.

    A word that the text also writes in lower case ("Politics") is nobody's name unless a full name holds it.
    """
    people = People()
    persons = [sighting for sighting in sightings if sighting.kind == "person"]
    called = Counter(surname_key(s.keys[-1]) for s in persons if len(s.keys) == 1)
    singles: list[Sighting] = []
    written_small: frozenset[str] | None = None
    for sighting in persons:
        if len(sighting.keys) > 1:
            if sighting.strong or sighting.evidence or split_name(sighting.keys)[1] in called:
                people.add_full(sighting)
        else:
            singles.append(sighting)
    backed = {s.keys[-1] for s in singles if s.evidence > 1 or (s.evidence and called[surname_key(s.keys[-1])] > 1)}
    for sighting in singles:
        key = sighting.keys[-1]
        known = key in backed
        if known and surname_key(key) not in people.by_surname:
            if written_small is None:
                written_small = frozenset(_LOWER.findall(text))
            known = key not in written_small
        people.add_single(sighting if known or not sighting.evidence else sighting._replace(evidence=0))
    return people


def _gender(person: Person) -> str:
    """A person's gender by title or first name."""
    if person.gender:
        return person.gender
    told = [FIRST_NAMES.get(first, "") for first in person.firsts]
    return next((gender for gender in told if gender in ("m", "f")), gender_of(" ".join(person.firsts)))


def _weight(form: tuple[str, ...]) -> int:
    """The words of a form, initials left out: "Donald Trump" before "Trump", "Hillary Rodham Clinton" before both."""
    return sum(2 if len(word.rstrip(".")) > 1 else 1 for word in form)
