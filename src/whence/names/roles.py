"""Roles: what a report calls its people, and where it then calls them only so.

"Ukrainian President Volodymyr Zelensky" ties "the Ukrainian president"; "Bernie Sanders (I-Vt.)" and "Sen. Bernie
Sanders of Vermont" tie "the Vermont senator"; "Jane Roe, a Republican strategist" ties "the strategist".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from whence.names.listed import CUES, OPENERS, PLACES, ROLES, name_key
from whence.names.people import Person
from whence.names.sightings import Sighting

_BEFORE = re.compile(r"((?:[\w.’'-]{1,20} ){1,5})$")
_BEFORE_CHARACTERS = 70
_APPOSITION = re.compile(
    r"(?: \([^()\n]{1,30}\))?,? (?:who is |who was |is )?(?:an?|the|one of the|his|her) ([\w’'-][\w ’'.-]{2,70})"
)
_ROLE_FIRST = re.compile(r", ((?:[a-z][\w-]{1,20} ){0,4}[a-z][\w-]{1,20}) (?:of|for|at|with|in|and) ")
_PARTY = re.compile(r",? \(?([RDI])(?:[-–—]|, )([A-Z][\w. ]{1,14}?)[),]")
_PLACE = re.compile(r",? (?:of|from) ((?:[A-Z][\w.]{1,15} ?){1,2})")
_THE = re.compile(r"\b[Tt]he ((?:[\w.’'-]{1,20} ){0,3}[\w-]{1,20})\b(?! [A-Z])")
_PREPOSITIONS = frozenset(
    ["of", "for", "at", "in", "on", "with", "from", "to", "who", "whose", "which", "that", "and", "by", "as"]
)
# Words that add nothing by which one president is told from another.
_PLAIN = frozenset(
    [
        "former",
        "presumptive",
        "likely",
        "leading",
        "veteran",
        "longtime",
        "own",
        "current",
        "then",
        "2016",
        "fellow",
        "top",
        "senior",
        "presidential",
        "party's",
        "controversial",
        "outspoken",
        "old",
        "year",
        "real",
        "estate",
        "two-time",
        "one-time",
        "onetime",
        "first-term",
    ]
)
_MODIFYING = frozenset(
    [
        "republican",
        "democrat",
        "conservative",
        "liberal",
        "independent",
        "libertarian",
        "general",
        "executive",
        "chief",
        "marine",
    ]
)
_PAST = frozenset(
    [
        "left",
        "won",
        "lost",
        "went",
        "came",
        "met",
        "took",
        "gave",
        "made",
        "held",
        "ran",
        "spoke",
        "sat",
        "stood",
        "kept",
        "began",
        "got",
        "knew",
    ]
)
_PARTIES = {"R": "republican", "D": "democratic", "I": "independent"}
_ALIKE = {"gop": "republican", "democrat": "democratic", "candidate": "candidate"}
_ALSO_CALLED = {
    "nominee": ("candidate",), "hopeful": ("candidate",), "contender": ("candidate",), "front-runner": ("candidate",),
    "president-elect": ("president",), "senator": ("lawmaker",), "mogul": ("businessman", "billionaire"),
    "representative": ("congressman", "congresswoman", "lawmaker"), "congressman": ("lawmaker", "representative"),
    "congresswoman": ("lawmaker", "representative"),
    "ceo": ("executive",), "spokesman": ("spokesperson",), "spokeswoman": ("spokesperson",), "attorney": ("lawyer",),
    "lawyer": ("attorney",), "prime minister": ("premier",), "businessman": ("businessperson",),
}  # fmt: skip


TIES = 60  # of one role that are told apart; a bound for hostile text
_BREATH = 60  # characters: two people named closer together are named in the same breath


class Tie(NamedTuple):
    """A role that a report gives to a person, the words that tell it from others' roles, and how firmly (1 or 2)."""

    person: int
    modifiers: frozenset[str]
    firm: int


class Description(NamedTuple):
    """Words such as "the Vermont senator", and the person they stand for."""

    start: int
    end: int
    person: int


def tie_roles(text: str, people: list[Person]) -> tuple[dict[str, list[Tie]], list[set[str]]]:
    """The roles by which a report calls its people.

    Returns:
        The ties by role, and for each person the phrases ("campaign manager") in which a role was given.
    """
    ties: dict[str, list[Tie]] = {}
    phrases: list[set[str]] = [set() for _ in people]
    for number, person in enumerate(people):
        places = {name for s in person.sightings if len(s.keys) > 1 or s.titled < s.start for name in _places(text, s)}
        for sighting in person.sightings:
            if len(sighting.keys) == 1 and sighting.titled == sighting.start and sighting.evidence < 2:
                continue
            for phrase, firm in _phrases(text, sighting):
                words = _words(phrase)
                head = max((i for i, word in enumerate(words) if word in ROLES), default=None)
                if head is None:
                    continue
                if ROLES[words[head]].gender or firm == 1:
                    phrases[number].add(words[head])
                role = _role(words, head)
                modifiers = frozenset(words[:head]) | places | frozenset(words[head + 1 :])
                for called in (role, *_ALSO_CALLED.get(role, ())):
                    given = ties.setdefault(called, [])
                    if len(given) < TIES:
                        given.append(Tie(number, modifiers, firm))
    return ties, phrases


def _role(words: list[str], head: int) -> str:
    """The role at a head word: "prime minister" is one role, "minister" another."""
    role = ROLES[words[head]].role or words[head]
    if role == "minister" and head and words[head - 1] == "prime":
        return "prime minister"
    if role == "president" and head and words[head - 1] == "vice":
        return "vice president"
    return "general attorney" if role == "general" and head and words[head - 1] == "attorney" else role


def _phrases(text: str, sighting: Sighting) -> Iterator[tuple[str, int]]:
    """The role phrases around one sighting: the title in capitals, lower-case words before it, the apposition after."""
    if sighting.titled < sighting.start:
        yield text[sighting.titled : sighting.start], 2
    before = _BEFORE.search(text, max(0, sighting.titled - _BEFORE_CHARACTERS), sighting.titled)
    if before:
        words = before.group(1).split()
        if name_key(words[-1]) in ROLES or sighting.titled < sighting.start:
            kept = len(words)
            while kept and name_key(words[kept - 1]) not in OPENERS and words[kept - 1][-1] not in ".,":
                kept -= 1
            phrase = " ".join(words[kept:])
            yield (phrase + " " + text[sighting.titled : sighting.start], 2)
    after = _APPOSITION.match(text, sighting.end)
    phrase = after.group(1) if after else ""
    if not phrase:
        bare = _ROLE_FIRST.match(text, sighting.end)
        phrase = bare.group(1) + " of" if bare else ""
    if phrase:
        words = phrase.split()
        cut = next((i for i, word in enumerate(words) if word in _PREPOSITIONS), len(words))
        place = words[cut + 1 : cut + 3] if cut < len(words) and words[cut] in ("of", "from") else []
        known = any(name_key(" ".join(place[:size])) in PLACES for size in (1, 2))
        yield " ".join([*words[:cut], *(place if known else [])]), 1


def _places(text: str, sighting: Sighting) -> Iterator[str]:
    """The party and the place after a name: "(R-Fla.)", "of Vermont"."""
    party = _PARTY.match(text, sighting.end)
    if party:
        yield _PARTIES[party.group(1)]
        yield PLACES.get(name_key(party.group(2)), name_key(party.group(2)))
    place = _PLACE.match(text, sighting.end)
    if place:
        name = name_key(place.group(1).strip())
        yield PLACES.get(name) or PLACES.get(name.split()[0], "")


def _words(phrase: str) -> list[str]:
    """The folded words of a phrase, places and peoples in one form: "Ukrainian" is "ukraine"."""
    keys = [name_key(word.strip(",")).removesuffix("'s") for word in phrase.split()]
    words: list[str] = []
    i = 0
    while i < len(keys):
        pair = PLACES.get(" ".join(keys[i : i + 2])) if i + 1 < len(keys) else None
        words.append(pair or PLACES.get(keys[i]) or _ALIKE.get(keys[i], keys[i]))
        i += 2 if pair else 1
    return words


def find_descriptions(text: str, people: list[Person], ties: dict[str, list[Tie]]) -> list[Description]:
    """Where the report calls one of its people by a tied role only.

    The words that narrow the role down must all have been given to the person; among several who fit, a title beats
    an apposition, and then the person named last decides, unless two are named in the same breath.
    """
    found: list[Description] = []
    if not ties:
        return found
    starts = [sorted(sighting.start for sighting in person.sightings) for person in people]
    for match in _THE.finditer(text):
        phrase = match.group(1)
        words = _words(phrase)
        head = next((i for i, word in enumerate(words) if word in ROLES), None)
        if head is not None and head + 1 < len(words) and words[head + 1] in ROLES:
            head += 1
        if head is None or not _ends_phrase(words, head):
            continue
        if name_key(phrase.split(" ")[_raw_head(phrase, head, words) - 1]) not in ROLES:
            continue  # "the GOP" stands for no Republican
        fitting = [tie for tie in ties.get(_role(words, head), ()) if _fits(words[:head], tie)]
        person = _choose(fitting, starts, match.start())
        if person is not None:
            exact = " ".join(phrase.split(" ")[: _raw_head(phrase, head, words)])
            found.append(Description(match.start(), match.start() + 4 + len(exact), person))
    return found


def _ends_phrase(words: list[str], head: int) -> bool:
    """Whether a role is the noun of its phrase: what follows is no noun, and no "of" that would name another office."""
    if head + 1 == len(words):
        return len(words) < 4 or words[head] not in _MODIFYING
    following = words[head + 1]
    return following != "of" and (
        following in OPENERS or following in CUES or following in _PAST or following.endswith("ed")
    )


def _raw_head(phrase: str, head: int, words: list[str]) -> int:
    """How many raw words of a phrase the first `head + 1` folded ones take: places of two words fold to one."""
    return len(phrase.split(" ")) - (len(words) - head - 1)


def _fits(modifiers: Iterable[str], tie: Tie) -> bool:
    """Whether a tie explains all the words that narrow a role down."""
    return all(word in tie.modifiers or word in _PLAIN for word in modifiers)


def _choose(ties: list[Tie], starts: list[list[int]], position: int) -> int | None:
    """The person whom fitting ties mean at a position."""
    firm = max((tie.firm for tie in ties), default=0)
    numbers = list(dict.fromkeys(tie.person for tie in ties if tie.firm == firm))
    if len(numbers) < 2:
        return numbers[0] if numbers else None
    places = {n: bisect_left(starts[n], position) for n in numbers}
    last = sorted((starts[n][place - 1] if place else -1, n) for n, place in places.items())
    return last[-1][1] if last[-1][0] >= 0 and last[-1][0] - last[-2][0] > _BREATH else None
