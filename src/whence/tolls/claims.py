"""What a sentence says became of whom: one claim for each phrase of killing, wounding or missing, with its people."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from whence.tolls.groups import People
from whence.tolls.people import find_people
from whence.tolls.scene import Scene
from whence.tolls.sides import REACH_WORDS, Sentence, Sides
from whence.tolls.words import (
    AUXILIARIES,
    BE,
    CASUALTY_MEANINGS,
    CASUALTY_PHRASES,
    GRAMMAR,
    REFLEXIVES,
    CasualtyWord,
    Fate,
    Shape,
)

_TITLE_SHARE = 0.7  # of the words with a capital, from which on capitals tell no names: a headline
_HOSPITAL_WORDS = 9  # how far behind "taken to" a hospital may be named
_TOLL_WORDS = 7  # how far behind "the death toll" its number may stand
_UNREAL_WORDS = 4
_MOST_PEOPLE = 1e10
_MULTIPLES = {"double": 2, "triple": 3, "quadruple": 4}
_DEADLY_ADVERBS = frozenset(["fatally", "mortally"])
_DEADLY = frozenset(["fatal", "deadly"])
_INTO = frozenset(["into", "through", "toward", "towards"])  # what is shot into is no person
_QUALIFYING = _DEADLY_ADVERBS | {"critically"}
_FEARED = frozenset(["feared", "presumed", "believed"])
_UNRESTRICTED = frozenset(["no", "other", "serious", "further", "were", "reported", "there", "additional"])
_CLAUSE_ENDS = frozenset(".;:()?!\n")
_PASSED = AUXILIARIES | GRAMMAR["subject_adverbs"] | {"else", "other"}
_Phrase = tuple[int, int, CasualtyWord]


class Claim(NamedTuple):
    """Words that say what became of somebody. `people` is empty where the words tell a number alone (`number`).

    `active` where somebody else did it, `own` where he did it himself, `none` where it happened to no one; `first` and
    `last` are the words of the phrase with its people.
    """

    fate: Fate
    people: tuple[People, ...]
    first: int
    last: int
    shape: Shape
    number: float | None = None
    active: bool = False
    none: bool = False
    own: bool = False


def read_sentence(scene: Scene, first: int, last: int) -> Sentence:
    """The people and the phrases of fate between two words.

    >>> from whence.tolls.scene import read_scene
    >>> [word.fate for _, _, word in read_sentence(read_scene("Two men died"), 0, 3).phrases]
    ['killed']
    """
    keys = scene.words.keys[first:last]
    found = CASUALTY_PHRASES.find(keys)
    if not found:
        return Sentence(first, last, [], [])
    phrases = [(first + start, first + end, CASUALTY_MEANINGS[phrase]) for start, end, phrase in found]
    capitals = sum(scene.capital(index) for index in range(first, last))
    return Sentence(first, last, find_people(scene, first, last, names=capitals <= _TITLE_SHARE * len(keys)), phrases)


def find_claims(scene: Scene, sentence: Sentence) -> list[Claim]:
    """The claims of a sentence, in order.

    >>> from whence.tolls.scene import read_scene
    >>> scene = read_scene("A blast killed two men and hurt a third.")
    >>> [(claim.fate, sum(one.low for one in claim.people)) for claim in find_claims(scene, read_sentence(scene, 0, 9))]
    [('killed', 2.0), ('injured', 1)]
    """
    reading = _Claims(scene, sentence)
    claims: list[Claim] = []
    done = sentence.first
    for number, (first, _, meaning) in enumerate(sentence.phrases):
        if first < done or meaning.shape == "nothing" or reading.qualifies(number):
            continue
        fate, done = reading.fate_of(number)
        if reading.is_unreal(first):
            continue
        claim = reading.claim((first, done, CasualtyWord(fate, meaning.shape)))
        if claim is not None:
            claims.append(reading.by_another(claim, claims) if claim.own else claim)
    return claims


class _Claims:
    """A sentence while its claims are read."""

    def __init__(self, scene: Scene, sentence: Sentence) -> None:
        self.scene, self.sentence, self.keys = scene, sentence, scene.words.keys
        self.sides = Sides(scene, sentence)
        self.around = {word: one for one in sentence.people for word in range(one.first, one.last)}

    def key(self, index: int) -> str:
        """A word, empty beyond the end of the sentence."""
        return self.keys[index] if index < self.sentence.last else ""

    # --- which fate ---------------------------------------------------------------------------------------------------

    def qualifies(self, number: int) -> bool:
        """Whether a phrase only qualifies the next one: "fatally shot", "critically injured", "fatally wounding"."""
        _, last, _ = self.sentence.phrases[number]
        if self.keys[last - 1] not in _QUALIFYING or number + 1 == len(self.sentence.phrases):
            return False
        following, _, other = self.sentence.phrases[number + 1]
        return following == last and other.shape in ("verb", "active") and not self._crosses(last, following)

    def fate_of(self, number: int) -> tuple[Fate, int]:
        """The fate of a phrase with what goes with it, and where that ends: "shot and killed", "fatally wounded"."""
        first, last, word = self.sentence.phrases[number]
        if word.fate == "struck" and self.sides.word_before(first) in _DEADLY:
            return "killed", last  # "the fatal shooting of a teen"
        if word.shape not in ("verb", "active") or word.fate not in ("struck", "injured"):
            return word.fate, last
        if not _DEADLY_ADVERBS.isdisjoint(self.keys[max(first - 2, self.sentence.first) : first]):
            return "killed", last
        if word.fate == "injured":
            return word.fate, last
        for following, after, other in self.sentence.phrases[number + 1 : number + 3]:
            between = set(self.keys[last:following])
            if following - last > 2 or not between <= {"and", "then"} or self._crosses(last, following):
                continue
            if other.fate == "killed" and other.shape in ("verb", "state", "active"):
                return "killed", after
            if other.fate == "injured" and other.shape in ("verb", "active") and between:
                return "struck", after
        return word.fate, last

    def _crosses(self, last: int, following: int) -> bool:
        """Whether a mark that ends a clause stands between two words."""
        return not _CLAUSE_ENDS.isdisjoint(self.scene.between(last, following))

    def is_unreal(self, first: int) -> bool:
        """Whether the words before a phrase say that it did not happen, or may happen."""
        if self.sides.word_before(first) == "to" or self.sides.word_before(first) in _FEARED:
            return True
        for index in range(first - 1, max(self.sentence.first, first - _UNREAL_WORDS) - 1, -1):
            key = self.keys[index]
            if index in self.sides.ending and key not in ("none", "nobody"):
                return False
            if key in GRAMMAR["negations"] or key in GRAMMAR["unreal"] or key.endswith(("n't", "n’t")):
                return True
        return False

    # --- whose fate ---------------------------------------------------------------------------------------------------

    def claim(self, phrase: _Phrase) -> Claim | None:
        """The claim of one phrase, by its shape."""
        return _READERS[phrase[2].shape](self, phrase)

    def by_another(self, claim: Claim, earlier: Sequence[Claim]) -> Claim:
        """A claim of self-harm without its people where another harmed them: "killed a girl and then himself"."""
        victims = {one.first for other in earlier if other.active for one in other.people}
        sex = REFLEXIVES.get(self.keys[claim.last - 1], "")
        if any(one.first in victims or (sex and one.sex and sex != one.sex) for one in claim.people):
            return claim._replace(people=())
        return claim

    def verb(self, phrase: _Phrase) -> Claim | None:
        """A verb whose people stand before it or after it: "was killed", "killed a man", "two killed"."""
        first, last, word = phrase
        if self.key(last) in REFLEXIVES:
            return self._reflexive(phrase)
        around = self.around.get(first)
        if around is not None and around.last > last:
            return self._made(phrase, (around,))  # "the wounded man"
        if word.fate == "struck" and self.sides.word_before(first) in GRAMMAR["things_shot"]:
            return None  # "a shot"
        if word.fate == "struck" and self.key(last) in _INTO and not self._is_passive(first):
            return None  # "two men shot into a house"
        people = () if self._is_passive(first) else self.sides.behind(last)
        if people:
            return self._made(phrase, people)._replace(active=True)
        return self.subject(phrase)

    def _reflexive(self, phrase: _Phrase) -> Claim | None:
        """Somebody who did it to himself."""
        first, last, word = phrase
        claim = self.doer((first, last + 1, word))
        single = self.keys[last] != "themselves"
        return claim._replace(people=claim.people[:1]) if claim is not None and single else claim

    def _is_passive(self, first: int) -> bool:
        """Whether a form of "be" or "get" leads to the verb."""
        for index in range(first - 1, max(self.sentence.first, first - _UNREAL_WORDS) - 1, -1):
            key = self.keys[index]
            if key in BE:
                return True
            if key not in GRAMMAR["subject_adverbs"] and not key.endswith("ly"):
                return False
        return False

    def active(self, phrase: _Phrase) -> Claim | None:
        """A verb or noun whose people stand behind it: "killing two", "death of a boy"."""
        _, last, word = phrase
        if word.shape == "active" and self.key(last) in REFLEXIVES:
            return self._reflexive(phrase)
        people = self.sides.behind(last)
        if not people:
            return None
        compound = people[0].first == last and people[0].part == "attacker" and not people[0].counted
        if word.fate == "struck" and compound:
            return None  # "the shooting suspect"
        return self._made(phrase, people)._replace(active=word.shape == "active")

    def subject(self, phrase: _Phrase) -> Claim | None:
        """A claim about who stands before the phrase, or behind it where nobody does ("killed was Ann Rowe")."""
        first, last, word = phrase
        nobody = self._nobody(first)
        if nobody is not None:
            return Claim(word.fate, (), nobody, last, word.shape, number=0, none=True)
        people = self.sides.before(first)
        if not people and (self.key(last) in BE or self.key(last) in ("including", "included")):
            people = self.sides.behind(last + 1)
        if len(people) == 1 and people[0].pronoun and self.sides.word_before(people[0].first) == "where":
            least = max(self.sentence.first, first - 2 * REACH_WORDS)
            clause = self.sides.subject_of_clause(least, people[0].first - 1)
            single = people[0].high == 1
            people = clause if clause and not (single and sum(one.low for one in clause) > 1) else people
        return self._made(phrase, people) if people else None

    def doer(self, phrase: _Phrase) -> Claim | None:
        """A claim about who did it to himself, perhaps without saying who that is."""
        first, last, word = phrase
        claim = self.subject(phrase)
        if claim is None:
            return Claim(word.fate, (), first, last, word.shape, own=True)
        return claim._replace(own=not claim.none)

    def carried(self, phrase: _Phrase) -> Claim | None:
        """Somebody taken to a hospital."""
        behind = self.keys[phrase[1] : min(phrase[1] + _HOSPITAL_WORDS, self.sentence.last)]
        return None if GRAMMAR["hospitals"].isdisjoint(behind) else self.subject(phrase)

    def _nobody(self, first: int) -> int | None:
        """Where "no one", "nobody" or "none" begins as the subject of a phrase."""
        for index in range(first - 1, max(self.sentence.first, first - 6) - 1, -1):
            key, before = self.keys[index], self.sides.word_before(index)
            if key in ("nobody", "none"):
                return index
            if key in ("one", "people", "others", "injuries") and before == "no":
                return index - 1
            if key not in _PASSED and not key.endswith("ly"):
                return None
        return None

    # --- numbers ------------------------------------------------------------------------------------------------------

    def multiple(self, phrase: _Phrase) -> Claim | None:
        """A phrase that says its number: "double homicide"."""
        first, last, word = phrase
        return Claim(word.fate, (), first, last, word.shape, number=_MULTIPLES[word.shape])

    def counted(self, phrase: _Phrase) -> Claim | None:
        """A number of deaths or injuries before the noun: "12 deaths", "no injuries were reported"."""
        first, last, word = phrase
        before = self.keys[max(first - 3, self.sentence.first) : first]
        if "no" in before:
            if "serious" in before or len(set(before) - _UNRESTRICTED) > 2:
                return None
            return Claim(word.fate, (), first - 1, last, word.shape, number=0, none=True)
        reach = 1 if word.fate == "injured" else 2
        return self._number(phrase, range(first - 1, max(first - 1 - reach, self.sentence.first - 1), -1))

    def toll(self, phrase: _Phrase) -> Claim | None:
        """A number behind the phrase: "the death toll rose to 12"."""
        return self._number(phrase, range(phrase[1], min(phrase[1] + _TOLL_WORDS, self.sentence.last)))

    def lives(self, phrase: _Phrase) -> Claim | None:
        """ "Claimed 38 lives"."""
        claim = self._number(phrase, range(phrase[1], min(phrase[1] + 3, self.sentence.last)))
        return claim if claim is not None and self.key(claim.last) == "lives" else None

    def _number(self, phrase: _Phrase, indexes: range) -> Claim | None:
        """The claim with the first number of people at some words."""
        first, last, word = phrase
        for index in indexes:
            numeral = self.scene.numerals.get(index)
            if numeral is not None and numeral.form == "cardinal" and 0 < numeral.value < _MOST_PEOPLE:
                end = max(last, min(numeral.last, self.sentence.last))
                return Claim(word.fate, (), min(index, first), end, word.shape, number=numeral.value)
        return None

    def owned(self, phrase: _Phrase) -> Claim | None:
        """The death of who owns the noun: "Rowe's death", "the boy's shooting death"."""
        first = phrase[0]
        for index in range(first - 1, max(first - 3, self.sentence.first) - 1, -1):
            if self.keys[index] == "'s":
                number = self.sides.ending.get(index - 1)
                return None if number is None else self._made(phrase, (self.sentence.people[number],))
        return None

    def _made(self, phrase: _Phrase, people: tuple[People, ...]) -> Claim:
        """A claim about people; "a woman also was hurt" tells of another than those before."""
        first, last, word = phrase
        only = people[0]
        unknown = not (only.definite or only.pronoun or only.names)
        if len(people) == 1 and unknown and "also" in self.keys[only.last : first]:
            people = (only._replace(other=True),)
        return Claim(word.fate, people, min(first, only.first), max(last, people[-1].last), word.shape)


_READERS: Mapping[Shape, Callable[[_Claims, _Phrase], Claim | None]] = {
    "verb": _Claims.verb, "active": _Claims.active, "noun": _Claims.active, "state": _Claims.subject,
    "self": _Claims.doer, "owned": _Claims.owned, "carried": _Claims.carried, "counted": _Claims.counted,
    "toll": _Claims.toll, "lives": _Claims.lives, "double": _Claims.multiple, "triple": _Claims.multiple,
    "quadruple": _Claims.multiple,
}  # fmt: skip
