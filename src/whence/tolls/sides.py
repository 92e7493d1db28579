"""The people on either side of a phrase: who stands before it as its subject, who behind it as its object."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from whence.tolls.groups import People
from whence.tolls.scene import Scene
from whence.tolls.words import (
    AUXILIARIES,
    BE,
    CLAUSE_BREAKS,
    DETERMINERS,
    GRAMMAR,
    HEDGES,
    PREPOSITIONS,
    CasualtyWord,
)

REACH_WORDS = 16  # how far before a verb its people may stand; longer insertions are rare in news prose
_MOST_JOINED = 12
_MOST_HEDGES = 5
_CLAUSE_ENDS = frozenset(".;:?!\n|")  # brackets and dashes only insert something
_BREAKS = frozenset(".;:()?!\n—–|")
_NOT_JOINING = frozenset('.:()?!\n—–|"“”')
_JOINTS = frozenset(
    [(), ("and",), ("as", "well", "as"), ("along", "with"), ("and", "then"), ("and", "at", "least")]
)  # fmt: skip
_GOVERNING = (PREPOSITIONS - CLAUSE_BREAKS) | {"downtown"}
_PASSED = AUXILIARIES | GRAMMAR["subject_adverbs"] | GRAMMAR["carried"]
_PASSED_BREAKS = frozenset(["while", "after", "when"])
_SAYING = frozenset(["said", "says", "say"])
_NOT_ADJECTIVES = PREPOSITIONS | CLAUSE_BREAKS | AUXILIARIES | frozenset(["and", "or", "not", "said", "says", "police"])


class Sentence(NamedTuple):
    """The words of a sentence, with the people and the phrases of fate in it."""

    first: int
    last: int
    people: list[People]
    phrases: list[tuple[int, int, CasualtyWord]]


class Sides:
    """A sentence asked for the people before and behind its phrases."""

    def __init__(self, scene: Scene, sentence: Sentence) -> None:
        self.scene, self.sentence, self.keys = scene, sentence, scene.words.keys
        self.people = sentence.people
        self.ending = {people.last - 1: number for number, people in enumerate(self.people)}
        self.starting = {people.first: number for number, people in enumerate(self.people)}
        self.phrase_words = {word for first, last, _ in sentence.phrases for word in range(first, last)}

    def word_before(self, index: int) -> str:
        """The word before another in its sentence, empty at its beginning."""
        return self.keys[index - 1] if index > self.sentence.first else ""

    # --- behind -------------------------------------------------------------------------------------------------------

    def behind(self, last: int) -> tuple[People, ...]:
        """The people that begin directly behind a phrase, or behind what qualifies their number."""
        index = last
        while index < self.sentence.last and index - last < _MOST_HEDGES:
            gap = self.scene.gap(index)
            if gap != " " and ("," in gap or " -" in gap or not _BREAKS.isdisjoint(gap)):
                return ()
            if index in self.starting:
                return self._joined_behind(self.starting[index])
            step = self._hedge_words(index) or self._adjective_words(index)
            if not step:
                return ()
            index += step
        return ()

    def _hedge_words(self, index: int) -> int:
        """How many words at a place only qualify the number behind them, 0 where none do."""
        for hedge in HEDGES:
            if self.scene.keys_from(index, len(hedge)) == hedge:
                return len(hedge)
        return int(self.keys[index] in GRAMMAR["object_adverbs"] or self.keys[index].endswith("ly"))

    def _adjective_words(self, index: int) -> int:
        """1 where a word only narrows a bare noun that follows it, as headlines have it: "kills older brother"."""
        number = self.starting.get(index + 1)
        if number is None or self.scene.gap(index + 1) != " " or self.keys[index] in _NOT_ADJECTIVES:
            return 0
        people = self.people[number]
        return int(self.keys[people.first] == people.noun and self.keys[index].isalpha())

    def _joined_behind(self, number: int) -> tuple[People, ...]:
        """A group with those joined to it: "a man, a woman and two boys"."""
        end = number + 1
        while (
            end < len(self.people)
            and end - number < _MOST_JOINED
            and self._joins(self.people[end - 1], self.people[end])
        ):
            end += 1
        return self._different(self.people[number:end])

    # --- before -------------------------------------------------------------------------------------------------------

    def before(self, first: int) -> tuple[People, ...]:
        """The people that stand before a phrase as its subject."""
        index, least = first - 1, max(self.sentence.first, first - REACH_WORDS)
        if index > least and self._joins_verbs(index):
            return self.subject_of_clause(least, index)
        while index >= least:
            if index + 1 < self.sentence.last and not _CLAUSE_ENDS.isdisjoint(self.scene.gap(index + 1)):
                return ()
            number = self.ending.get(index)
            if number is None:
                if self._contrasts(index, first):
                    return self.subject_of_clause(least, index)
                step = self._step(index, least)
                if not step:
                    return ()
                index -= step
                continue
            if not self._stands_apart(number, index + 1, first):
                direct = index + 1 == first or self.keys[index + 1] == "who"
                if self._is_head(number, direct=direct):
                    return self._joined_before(number)
                index = self.people[number].first - 1
            else:
                index = self.people[number].first - 2
        return ()

    def _joins_verbs(self, index: int) -> bool:
        """Whether "and" joins a phrase to a verb before it: "fled and was shot"."""
        known = index - 1 in self.ending or index - 1 in self.phrase_words
        return self.keys[index] == "and" and not known

    def _contrasts(self, index: int, first: int) -> bool:
        """Whether a verb goes on from the clause before: "was flown to a hospital but later died", "before dying"."""
        if self.keys[index] == "before":
            return index + 1 == first and self.keys[first] == "dying"
        if self.keys[index] != "but":
            return False
        return all(key in _PASSED or key.endswith("ly") for key in self.keys[index + 1 : first])

    def _step(self, index: int, least: int) -> int:
        """How many words to go on leftwards from a word that belongs to no people; 0 where the search ends."""
        key = self.keys[index]
        if key in ("that", "which") and index - 1 not in self.ending:
            return 0
        if key in _PASSED or key.endswith("ly"):
            return 1
        if key in CLAUSE_BREAKS and key not in _PASSED_BREAKS:
            return 0
        if key in DETERMINERS and key != "that":
            governed = index > least and self.keys[index - 1] in _GOVERNING
            return 2 if governed else 0  # "inside the car" is passed, "the car" is a subject of its own
        return 1

    def _joined_before(self, number: int) -> tuple[People, ...]:
        """A group with those joined to it, backwards."""
        start = number
        while start and number - start < _MOST_JOINED - 1 and self._joins(self.people[start - 1], self.people[start]):
            start -= 1
        return self._different(self.people[start : number + 1])

    def _stands_apart(self, number: int, after: int, first: int) -> bool:
        """Whether a group belongs to another verb than the one whose subject is looked for.

        It does as an object ("who killed two people was caught") and in a clause of place ("where two were killed").
        """
        start = self.people[number].first
        if after >= first or self.keys[after] == "who":
            return False
        if start - 1 in self.phrase_words and after + 1 == first and self.keys[after] == "and":
            return True  # "killed two and hurt ..."
        if BE.isdisjoint(self.keys[after:first]):
            return False
        if self.word_before(start) == "where":
            return not self.phrase_words.isdisjoint(range(after, first))
        return start - 1 in self.phrase_words and self.keys[after] != "and"

    def subject_of_clause(self, least: int, end: int) -> tuple[People, ...]:
        """The first people of the clause before a word, unless a verb of harm or a preposition governs them."""
        start = least
        for index in range(end, least, -1):
            ended = not _BREAKS.isdisjoint(self.scene.gap(index))
            if ended or self.keys[index - 1] in CLAUSE_BREAKS or self.keys[index - 1] in _SAYING:
                start = index
                break
        for index in range(start, end):
            number = self.starting.get(index)
            if number is not None and index - 1 in self.phrase_words:
                return ()
            if number is not None and self._is_head(number, direct=False):
                return self._joined_behind(number)
        return ()

    def _is_head(self, number: int, *, direct: bool) -> bool:
        """Whether a group stands for itself, and does not only narrow what stands before it: "the friend of a man".

        Directly before the phrase several do all the same: "one of three people killed".
        """
        people = self.people[number]
        before = self.word_before(people.first)
        if before == "no":
            return False
        if direct and before != "including":
            own = before == "with" or (before in ("of", "for") and bool(people.noun))
            if own or people.low > 1 or self.keys[people.last] == "who":
                return True
        return before not in _GOVERNING or bool(self.scene.gap(people.first).strip())

    # --- joined people ------------------------------------------------------------------------------------------------

    def _joins(self, one: People, two: People) -> bool:
        """Whether only "and", a comma or "as well as" stands between two groups."""
        if one.pronoun or two.pronoun or two.first - one.last > 3:
            return False
        gap = self.scene.between(one.last, two.first)
        if not _NOT_JOINING.isdisjoint(gap):
            return False
        if one.counted and not one.noun and not one.other and not two.other:
            return False
        if one.first > 1 and self.scene.keys_from(one.first - 2, 2) == ("according", "to"):
            return False
        between = tuple(self.keys[one.last : two.first])
        return between in _JOINTS and (bool(between) or "," in gap or ";" in gap)

    def _different(self, chain: list[People]) -> tuple[People, ...]:
        """A chain without apposition: "the victim, Ann Rowe, 41" is one, "a man, a woman and a boy" are three.

        "Six people, four men and two women" are six; "2 adults, 1 child" in a headline are three; "his
        daughters, Ann Rowe and Bea Rowe" are two.
        """
        for at, whole in enumerate(chain):
            named = len(chain) - at - 1
            if whole.high is None and named > 1 and all(one.names and not one.noun for one in chain[at + 1 :]):
                return (*chain[:at], whole._replace(low=named, high=named, counted=True))
            if whole.counted and whole.low > 1 and whole.low == sum(part.low for part in chain[at + 1 :]):
                return (*chain[:at], whole)
            if at and whole.counted and whole.low > 1 and whole.low == sum(part.low for part in chain[:at]):
                return tuple(chain[:at])
        if any(self.keys[one.last : two.first] for one, two in pairwise(chain)):
            return tuple(chain)
        if all(self._is_listed(one) for one in chain):
            return tuple(chain) if any(one.counted for one in chain) else (chain[0],)
        counted = [one for one in chain if one.counted]
        return (counted[0],) if counted else (_merge(chain),)

    def _is_listed(self, one: People) -> bool:
        """Whether a group may be one of a list without "and": a number with a noun, or a bare noun."""
        described = one.names or one.age or self.keys[one.first] in DETERMINERS
        return bool(one.noun) and (one.counted or not described)


def _merge(chain: list[People]) -> People:
    """Several descriptions of one person as one."""
    merged, *rest = chain
    for other in rest:
        merged = merged._replace(
            last=other.last, sex=merged.sex or other.sex, stage=merged.stage or other.stage,
            age=merged.age or other.age, names=merged.names or other.names, part=merged.part or other.part,
        )  # fmt: skip
    return merged
