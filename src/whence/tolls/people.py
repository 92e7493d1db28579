"""The people of a sentence: "two men", "a 15-year-old boy", "Officer Ann Rowe, 41", "three others", "his wife".

A group of people is read from left to right, a word at a time, by `GroupReading`; here are the groups without a noun:
a number, a name or a pronoun alone.
"""

from __future__ import annotations

from whence.tolls.groups import OTHERS, VAGUE_BEGINNINGS, GroupReading, People
from whence.tolls.scene import Scene
from whence.tolls.words import (
    AUXILIARIES,
    CLAUSE_BREAKS,
    DETERMINERS,
    GRAMMAR,
    PERSON_WORDS,
    PREPOSITIONS,
    PRONOUNS,
)

_BEGINNINGS = frozenset(PERSON_WORDS) | DETERMINERS | frozenset(PRONOUNS) | OTHERS | VAGUE_BEGINNINGS
_ALSO_NOUNS = frozenset(["her", "both", "all"])  # a pronoun, or the beginning of a longer group
_AFTER_BARE = AUXILIARIES | GRAMMAR["after_bare_numbers"]
_PARTS_FOLLOW = frozenset(["including", "two", "three"])
_OLDEST = 110


def find_people(scene: Scene, first: int, last: int, *, names: bool = True) -> list[People]:
    """The people told of from word `first` to before `last`, in order; they do not overlap.

    Args:
        scene: the text.
        first: the first word.
        last: the word after the last.
        names: whether capitals tell names; in headlines they do not.

    >>> from whence.tolls.scene import read_scene
    >>> scene = read_scene("Two men and Ann Rowe, 41, were hurt; a 6-year-old girl died.")
    >>> [(p.low, p.sex, p.age) for p in find_people(scene, 0, len(scene.words.keys))]
    [(2.0, 'm', None), (1, '', (41.0, 'year')), (1, 'f', (6.0, 'year'))]
    """
    found: list[People] = []
    keys, position = scene.words.keys, first
    while position < last:
        begins = keys[position] in _BEGINNINGS or position in scene.numerals or scene.capital(position)
        people = _read_people(scene, position, last, names=names) if begins else None
        if people is not None and people.last > position:
            found.append(people)
            position = people.last
        else:
            position += 1
    return found


def _read_people(scene: Scene, first: int, last: int, *, names: bool) -> People | None:
    """The people whose words begin here, None where none do."""
    key = scene.words.keys[first]
    if key in PRONOUNS and key not in _ALSO_NOUNS:
        return _pronoun(first, key)
    reading = GroupReading(scene, first, last, with_names=names)
    people = reading.read() or _bare_other(reading) or _bare_count(reading) or _bare_name(reading)
    if people is None and key in _ALSO_NOUNS:
        return _pronoun(first, key)
    return people


def _pronoun(first: int, key: str) -> People:
    """Somebody told of by a pronoun."""
    return People(first, first + 1, 1, 1 if PRONOUNS[key] else None, sex=PRONOUNS[key], pronoun=True)


def _bare_other(reading: GroupReading) -> People | None:
    """ "Another", "a fourth" and "more" by themselves: "two were killed and another injured", "and more are hurt"."""
    first = reading.first
    key, following, after = (reading.keys[at] if at < reading.limit else "" for at in range(first, first + 3))
    rank = reading.rank_at(first + 1) if key == "a" else 0
    if rank and (after in _AFTER_BARE or (reading.before() in GRAMMAR["harming"] and not after)):
        return People(first, first + 2, 1, 1, other=True, counted=True, rank=rank, part="victim")
    if following not in _AFTER_BARE and not following.endswith("ly"):
        return None
    if key == "another":
        return People(first, first + 1, 1, 1, other=True, counted=True)
    if key == "more" and following in AUXILIARIES:
        return People(first, first + 1, 1, None, other=True, counted=True)
    return None


def _bare_count(reading: GroupReading) -> People | None:
    """A number that stands for people by itself: "two were killed", "3 dead", "injured 40"."""
    if not reading.counted or reading.determined or 1900 <= reading.low < 2100:
        return None
    people = People(
        reading.first, reading.at, reading.low, reading.high, counted=True, partial=reading.partial,
        other=reading.other, hedge=reading.hedge,
    )  # fmt: skip
    gap = reading.scene.gap(reading.at) if reading.at < reading.limit else ""
    if gap[:1] in tuple("-‑‐"):
        return None
    if reading.partial:
        return people
    if reading.before() in GRAMMAR["before_other_numbers"] or _is_late_age(reading, gap):
        return None
    if reading.before() in GRAMMAR["harming"] and not _noun_follows(reading):
        return people
    if "," in gap and reading.key() not in _PARTS_FOLLOW | {"one"}:
        return None
    if reading.key() == "in" and reading.key(1) not in GRAMMAR["conditions"]:
        return None
    return people if reading.key() in _AFTER_BARE | _PARTS_FOLLOW else None


def _noun_follows(reading: GroupReading) -> bool:
    """Whether what is counted may follow a number: not at the end of a clause, nor before a preposition."""
    key = reading.key()
    if not key or key == "and" or key in PREPOSITIONS or key in CLAUSE_BREAKS:
        return False
    return not reading.scene.broken(reading.at)


def _is_late_age(reading: GroupReading, gap: str) -> bool:
    """Whether a number behind a comma and a name or a noun for people is an age: "Ann Rowe, 24 and from Ostley"."""
    scene, before = reading.scene, reading.first - 1
    if before < 0 or "," not in scene.gap(reading.first) or not 0 < reading.low < _OLDEST:
        return False
    if reading.key() in ("dead", "injured", "others"):
        return False
    known = reading.keys[before] in PERSON_WORDS or scene.capital(before)
    return known and ("," in gap or reading.key() in ("and", "of", "was", "were", "is", "died", "in"))


def _bare_name(reading: GroupReading) -> People | None:
    """A name without a noun: two words or more, or one that an age or a verb of these follows."""
    if not reading.with_names or reading.counted or reading.determined:
        return None
    names = reading.name_at(reading.first)
    reading.at = reading.first + len(names)
    if not names or reading.key() in GRAMMAR["places"] or not GRAMMAR["places"].isdisjoint(names):
        return None
    if reading.key() == "'s":
        reading.at += 1
        reading.determined = reading.definite = True
        return reading.read_described() or People(reading.first, reading.first + len(names), 1, 1, names=names)
    reading.read_late_age()
    told = len(names) > 1 or reading.age or reading.key() in AUXILIARIES or reading.key() in ("died", "shot", "killed")
    if not told and not reading.first:
        return None
    return People(reading.first, reading.at, 1, 1, age=reading.age, names=names)
