"""All that the sentences of a report say of killed, injured and missing people: numbers, and single people."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from whence.tolls.claims import Claim
from whence.tolls.groups import People
from whence.tolls.identity import Somebody, first_met, likeness
from whence.tolls.scene import Scene
from whence.tolls.scope import Told
from whence.tolls.words import GRAMMAR, PERSON_WORDS, Fate

_RECENT_PEOPLE = 24  # so many are looked through for whom words may mean: those told of last
_MOST_PEOPLE = 5000
_INCLUDING_WORDS = 12  # how far behind a number "including the gunman" may stand
_GENERAL = GRAMMAR["general_people"] | {""}
_Part = tuple[Claim, tuple[People, ...]]


class Count(NamedTuple):
    """A number of people that words state for a fate, and the claims that state it.

    `lead` where it stands at the head of the report; `general` where no role narrows it ("three people", not "three
    officers"); `weak` where it may be a part of all or a least number; `complete` where it has who did it in it.
    """

    fate: Fate
    low: float
    high: float | None
    claims: tuple[Claim, ...]
    lead: bool
    order: int
    general: bool = True
    weak: bool = False
    complete: bool = False


class _Here(NamedTuple):
    """Who was told of so far in a sentence: in words that tell whom, and by the first word."""

    placed: set[Somebody]
    by_word: dict[int, Somebody]


class Tally:
    """All that a report's claims say: numbers, people, who is said to be nobody, and deeds done to oneself by no one
    named.

    >>> from whence.tolls.scene import read_scene
    >>> Tally(read_scene("")).is_empty
    True
    """

    def __init__(self, scene: Scene) -> None:
        self.scene, self.keys = scene, scene.words.keys
        self.counts: list[Count] = []
        self.people: list[Somebody] = []
        self.zeros: list[Claim] = []
        self.unnamed_own: list[Claim] = []

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said of anybody."""
        return not (self.counts or self.people)

    def add_sentence(self, told: Told, claims: list[Claim]) -> None:
        """Take the claims of one sentence."""
        sums: defaultdict[Fate, list[_Part]] = defaultdict(list)
        seen: set[tuple[int, Fate]] = set()
        here = _Here(set(), {})
        gone = {one.first for claim in claims if claim.fate == "killed" for one in claim.people}
        for claim in claims:
            if claim.none:
                self.zeros.append(claim)
            elif claim.own and not claim.people:
                self.unnamed_own.append(claim)
            elif claim.number is not None:
                self._add_number(claim, claim.number, told)
            else:
                fresh = tuple(one for one in claim.people if (one.first, claim.fate) not in seen)
                seen.update((one.first, claim.fate) for one in fresh)
                if claim.fate == "injured":  # "the two were taken to a hospital, where they died"
                    fresh = tuple(one for one in fresh if one.first not in gone)
                if len(fresh) > 1 or any(one.counted or one.high != 1 for one in fresh):
                    sums[claim.fate].append((claim, fresh))
                self._place_all(claim, told, here)
        for fate, parts in sums.items():
            self._add_sum(fate, parts, told)

    # --- numbers ------------------------------------------------------------------------------------------------------

    def _add_number(self, claim: Claim, number: float, told: Told) -> None:
        """A number said without people: "the death toll rose to 12", "double homicide"."""
        weak = self.keys[claim.last - 1] == "suicide"  # a murder-suicide has two dead at least
        self.counts.append(Count(claim.fate, number, number, (claim,), told.lead, told.order, weak=weak))

    def _add_sum(self, fate: Fate, parts: list[_Part], told: Told) -> None:
        """The people of one fate in one sentence, together; the state of some ("one critically") is a part of all."""
        parts = [part for part in parts if self._is_total(part[0])][-1:] or parts
        whole = [part for part in parts if _is_whole(part)]
        parts = whole or parts
        people = self._counted_once(parts)
        if not people:
            return
        highs = [one.high for one in people]
        high = None if None in highs else sum(high for high in highs if high is not None)
        general = all(one.noun in _GENERAL and not one.other for one in people)
        complete = fate == "killed" and any(self._includes_attacker(*part) for part in parts)
        weak = fate == "injured" and not whole
        claims = tuple(claim for claim, _ in parts)
        low = sum(one.low for one in people)
        self.counts.append(Count(fate, low, high, claims, told.lead, told.order, general, weak, complete))

    def _counted_once(self, parts: list[_Part]) -> list[People]:
        """The people of several claims that can be counted; the same words for several others count once."""
        found: list[People] = []
        said: set[tuple[str, ...]] = set()
        for _, people in parts:
            for one in people:
                words = tuple(self.keys[one.first : one.last])
                repeated = one.low > 1 and one.other and words in said
                said.add(words)
                if not repeated and (one.high == 1 or one.counted or len(people) > 1):
                    found.append(one)
        return found

    def _is_total(self, claim: Claim) -> bool:
        """Whether a claim sums up its sentence: "leaving four dead", "the three dead"."""
        one = claim.people[0]
        if claim.fate != "killed" or not one.counted or one.low <= 1:
            return False
        return one.definite or (one.first > 0 and self.keys[one.first - 1] in ("leaving", "left", "leaves"))

    def _includes_attacker(self, claim: Claim, people: tuple[People, ...]) -> bool:
        """Whether a number has who did it in it: "seven people died, including the gunman"."""
        if len(people) > 1 and any(one.part == "attacker" for one in people):
            return True
        for end in (claim.people[-1].last, claim.last):
            near = self.keys[end : end + _INCLUDING_WORDS]
            included = "including" in near or "counting" in near
            if included and any(PERSON_WORDS[key].part == "attacker" for key in near if key in PERSON_WORDS):
                return True
        return False

    # --- single people ------------------------------------------------------------------------------------------------

    def _place_all(self, claim: Claim, told: Told, here: _Here) -> None:
        """Find for each single person of a claim who it is; those of one claim are different people."""
        found: set[Somebody] = set()
        for one in claim.people:
            self._add_rank(one, claim, told)
            if one.high != 1:
                continue
            somebody = here.by_word.get(one.first) or self._find(one, claim, here.placed, found)
            if somebody is None:
                somebody = self._meet(one, claim, told)
            if somebody is None:
                continue
            somebody.learn(one, claim)
            here.by_word[one.first] = somebody
            if not one.pronoun:
                found.add(somebody)
        here.placed.update(found)

    def _add_rank(self, one: People, claim: Claim, told: Told) -> None:
        """ "A third victim" says that there are three, "a second man dies" that two are dead."""
        told_of = one.part == "victim" or (not one.definite and one.part != "attacker")
        if one.rank > 1 and one.high == 1 and told_of:
            dead = claim.fate == "killed"
            fate: Fate = "killed" if dead else "struck"
            self.counts.append(Count(fate, one.rank, one.rank, (claim,), told.lead, told.order, weak=dead))

    def _find(self, one: People, claim: Claim, placed: set[Somebody], found: set[Somebody]) -> Somebody | None:
        """The one met before whom words fit best, the latest where several do."""
        best, most = None, 0.0
        for known in self.people[-_RECENT_PEOPLE:]:
            score = 0.0 if known in found else likeness(one, claim, known, placed)
            if score and score >= most:
                best, most = known, score
        return best

    def _meet(self, one: People, claim: Claim, told: Told) -> Somebody | None:
        """Somebody new, unless the words are too vague to tell that he is."""
        telling = bool(one.age) or len(one.names) > 1 or one.other or told.lead
        described = claim.fate != "killed" and bool(one.noun) and not one.definite and not one.counted
        if (one.pronoun or not (telling or described)) and not self.is_empty:
            return None
        if len(self.people) >= _MOST_PEOPLE:
            return None
        somebody = first_met(one, claim)
        self.people.append(somebody)
        return somebody


def _is_whole(part: _Part) -> bool:
    """Whether a claim tells of all who met a fate, and not of the state that some are in."""
    claim, people = part
    return claim.shape in ("verb", "active") and any(one.low > 1 for one in people)
