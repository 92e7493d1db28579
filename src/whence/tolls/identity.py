"""Who is who among the people of a report: whether words mean somebody told of before, or somebody new."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from whence.tolls.claims import Claim
from whence.tolls.groups import People
from whence.tolls.words import GRAMMAR, Fate

_KIN = GRAMMAR["kin"]
_GROWN_UP = 18  # years
_CHILD_UNTIL = 13  # years; a report may call a teenager of 17 a boy or a man
_PARTS_OF_A_YEAR = {"year": 1, "month": 12, "mo": 12, "week": 52, "day": 365}


@dataclass(eq=False)
class Somebody:
    """One person as a report tells of him: what is known so far, and what became of him.

    `attacker` where he did it, `own` where he did it to himself, `apart` where the words that told of him first tell
    him from others, `other` where they said so outright ("another man").
    """

    fate: Fate
    apart: bool = False
    other: bool = False
    sex: str = ""
    stage: str = ""
    age: tuple[float, str] | None = None
    names: tuple[str, ...] = ()
    kin: str = ""
    attacker: bool = False
    own: bool = False
    claims: list[Claim] = field(default_factory=list)

    def learn(self, one: People, claim: Claim) -> None:
        """Add what words tell of him. Who died is dead; who was shot and wounded is wounded."""
        self.sex = self.sex or one.sex
        self.stage = self.stage or one.stage or _stage(one.age)
        self.age = self.age or one.age
        self.names = one.names if len(one.names) > len(self.names) else self.names
        self.kin = self.kin or (one.noun if one.noun in _KIN else "")
        self.attacker = self.attacker or one.part == "attacker"
        self.own = self.own or claim.own
        self.claims.append(claim)
        if claim.fate == "killed" or self.fate == "struck":
            self.fate = claim.fate


def first_met(one: People, claim: Claim) -> Somebody:
    """Somebody told of for the first time.

    >>> first_met(People(0, 2, 1, 1, age=(6.0, "year")), Claim("struck", (), 0, 2, "state")).apart
    True
    """
    apart = bool(one.other or one.age or len(one.names) > 1 or (one.noun and not one.definite))
    return Somebody(claim.fate, apart, one.other)


def likeness(one: People, claim: Claim, known: Somebody, placed: Container[Somebody]) -> float:
    """How well words fit somebody met before; 0 where they cannot mean him.

    Args:
        one: the words.
        claim: what they claim became of him.
        known: somebody met before.
        placed: who was told of earlier in the same sentence.
    """
    if _contradicts(one, known) or (one.other and known in placed):
        return 0
    same = (claim.fate == "killed") == (known.fate == "killed")
    kin = one.noun in _KIN and known.kin not in ("", one.noun)
    if not same and (one.other or kin):
        return 0
    strong = (one.age is not None and one.age == known.age) or bool(set(one.names) & set(known.names))
    if known in placed and not (strong or one.pronoun or one.definite or (claim.own and known.own)):
        return 0
    if one.counted and not same and not strong and known.fate != "struck":
        return 0
    return 1.0 + 3 * strong + (one.sex != "" and one.sex == known.sex) + same


def _contradicts(one: People, known: Somebody) -> bool:
    """Whether sex, age, name or part in the attack tell two people apart."""
    if one.sex and known.sex and one.sex != known.sex:
        return True
    if one.age and known.age and not _same_age(one.age, known.age):
        return True
    if {one.stage or _stage(one.age), known.stage or _stage(known.age)} == {"child", "adult"}:
        return True
    if one.names and known.names and not _same_name(one.names, known.names):
        return True
    if one.part == "attacker":
        return not known.attacker
    return known.attacker and one.part == "victim"


def _same_name(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two names may be one: they share a word, and where both have several a first name too."""
    if not set(one) & set(two):
        return False
    return len(one) == 1 or len(two) == 1 or one[0] in two or two[0] in one


def _same_age(one: tuple[float, str], two: tuple[float, str]) -> bool:
    """Whether two ages may be one: "20-month-old" and "1-year-old"."""
    if one[1] == two[1]:
        return one[0] == two[0]
    less, more = sorted(value / _PARTS_OF_A_YEAR.get(unit, 1) for value, unit in (one, two))
    return more - less < 1


def _stage(age: tuple[float, str] | None) -> str:
    """Child, teen or adult, by age; "" where none is told."""
    if age is None:
        return ""
    if age[1] != "year" or age[0] < _CHILD_UNTIL:
        return "child"
    return "adult" if age[0] >= _GROWN_UP else "teen"
