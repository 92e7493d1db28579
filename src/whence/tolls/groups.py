"""One group of people, read from left to right: an article, a number, words that narrow it, a noun, a name, an age."""

from __future__ import annotations

from typing import NamedTuple

from whence.figures.hedge_table import vague_interval
from whence.figures.numerals import Numeral
from whence.records import HedgeKind
from whence.text.wordlists import read_word_list
from whence.tolls.scene import Scene
from whence.tolls.words import (
    AUXILIARIES,
    CLAUSE_BREAKS,
    DETERMINERS,
    GRAMMAR,
    HEDGES,
    MANY_WORDS,
    PERSON_WORDS,
    PREPOSITIONS,
    PRONOUNS,
)

OTHERS = GRAMMAR["others"]
VAGUE_BEGINNINGS = frozenset(line.split()[0] for line in read_word_list("vague_numbers")) | frozenset(MANY_WORDS)
_MOST_MODIFIERS = 6  # "the two off-duty Ostley police" has four
_MOST_NAMES = 4
_OLDEST = 110
_MOST_PEOPLE = 1e10  # more than live
_ORDINAL_WORDS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINALS = dict(zip(_ORDINAL_WORDS, range(2, 11), strict=True))
_WHOLES = frozenset(["the", "those", "these", "his", "her", "their", "them"])
_BETWEEN_AGES = frozenset(["ages", "age", "aged", "and", "both", "to", "all", "between", "from"])
_FUNCTION_WORDS = frozenset(word for line in read_word_list("function_words") for word in line.split())
_NOT_NAMES = GRAMMAR["not_names"] | _FUNCTION_WORDS | frozenset(["according"])
_NOT_MODIFIERS = (
    AUXILIARIES | PREPOSITIONS | CLAUSE_BREAKS | DETERMINERS | frozenset(PRONOUNS)
    | frozenset(["and", "or", "not", "said", "says", "say", "died", "dies", "dead", "killed", "shot", "there"])
)  # fmt: skip


class People(NamedTuple):
    """Somebody, or several: the words `first` to before `last`, how many, and what the words tell of them.

    `part` is "victim" or "attacker" where the noun says so; `other` where they are others than those before ("three
    others", "a second man", whose `rank` is 2); `counted` where a number is stated, with its `hedge`; `partial` where
    they are some of a whole ("two of the men").
    """

    first: int
    last: int
    low: float
    high: float | None
    sex: str = ""
    stage: str = ""
    age: tuple[float, str] | None = None
    names: tuple[str, ...] = ()
    part: str = ""
    other: bool = False
    definite: bool = False
    pronoun: bool = False
    counted: bool = False
    partial: bool = False
    rank: int = 0
    noun: str = ""
    hedge: HedgeKind | None = None


class GroupReading:
    """One group of people while it is read; `at` is the word reached."""

    def __init__(self, scene: Scene, first: int, limit: int, *, with_names: bool) -> None:
        self.scene, self.keys, self.first, self.limit = scene, scene.words.keys, first, limit
        self.at, self.with_names = first, with_names
        self.low: float = 1
        self.high: float | None = 1
        self.counted = self.partial = self.determined = self.definite = self.other = self.noun_many = False
        self.sex = self.stage = self.part = self.noun = ""
        self.age: tuple[float, str] | None = None
        self.names: tuple[str, ...] = ()
        self.rank = 0
        self.hedge: HedgeKind | None = None

    def key(self, ahead: int = 0) -> str:
        """The word `ahead` of the one reached, empty beyond the end of the sentence."""
        return self.keys[self.at + ahead] if self.at + ahead < self.limit else ""

    def before(self) -> str:
        """The word before the group, empty at the beginning of the text."""
        return self.keys[self.first - 1] if self.first else ""

    def read(self) -> People | None:
        """The group with a noun or an age that begins here, None where none does."""
        self._read_determiner()
        self._read_count()
        return self.read_described()

    def read_described(self) -> People | None:
        """What follows an article and a number: the noun, a name, an age."""
        if not self._read_noun() and not self.age:
            return None
        self._read_name()
        self.read_late_age()
        return self._people()

    def _people(self) -> People:
        """The group that was read."""
        if self.noun == "couple" and not self.counted:
            self.low = self.high = 2
        elif not self.counted and self.noun_many and not (self.age and self.noun):
            self.low, self.high = 2, None
        return People(
            self.first, self.at, self.low, self.high, self.sex, self.stage, self.age, self.names, self.part, self.other,
            self.definite, False, self.counted, self.partial, self.rank, self.noun, self.hedge,
        )  # fmt: skip

    # --- how many -----------------------------------------------------------------------------------------------------

    def _read_determiner(self) -> None:
        """An article, a possessive, "another"."""
        if self.key() in DETERMINERS:
            self.determined = True
            self.definite = self.key() not in ("a", "an")
            self.at += 1
        elif self.key() in ("another", "other"):
            self.determined = self.other = True
            self.at += 1

    def _read_count(self) -> None:
        """A number, in digits or words or vague, unless it is an age."""
        if self.determined and self.key() in GRAMMAR["before_numbers"]:
            self.at += 2 if self.key(1) == "of" else 1
        numeral = self.scene.numerals.get(self.at)
        if numeral is not None:
            if self._counts(numeral):
                self.low = self.high = numeral.value
                self.hedge = self._hedge_before(self.at)
                self.counted, self.at = True, numeral.last
                self._read_whole()
        elif self.key() == "both":
            self.low = self.high = 2
            self.counted, self.at = True, self.at + 1
        elif self.key() in VAGUE_BEGINNINGS:
            self._read_vague()

    def _counts(self, numeral: Numeral) -> bool:
        """Whether a number can count people: a whole one, none of money, of a list, of a clock, no age."""
        text, value = self.scene.text, numeral.value
        if numeral.form != "cardinal" or numeral.tail or self.scene.is_age(numeral):
            return False
        if not 0 < value < _MOST_PEOPLE or value != int(value):
            return False
        before, after = text[max(numeral.start - 1, 0) : numeral.start], text[numeral.end : numeral.end + 1]
        return (not before or before not in "$£€#@:/.-") and (not after or after not in "%:/$")

    def _hedge_before(self, index: int) -> HedgeKind | None:
        """What is said of a number directly before it: "at least", "more than", "up to"; None if nothing."""
        for hedge, kind in HEDGES.items():
            if index >= len(hedge) and self.scene.keys_from(index - len(hedge), len(hedge)) == hedge:
                return kind
        return None

    def _read_whole(self) -> None:
        """What a number is a part of: "two of the four men"; of "2 of the 11 wounded" the whole counts."""
        if self.key() != "of" or self.key(1) not in _WHOLES:
            return
        self.partial = True
        self.at += 2
        whole = self.scene.numerals.get(self.at)
        if whole is None or whole.form != "cardinal" or self.scene.is_age(whole):
            return
        self.at = min(whole.last, self.limit)
        if self.key() in GRAMMAR["harmed"]:
            self.low = self.high = whole.value
            self.partial = False

    def _read_vague(self) -> None:
        """A number said vaguely: "dozens of", "several", "tens of thousands of", "a couple of"."""
        for size in (3, 2, 1):
            interval = vague_interval(" ".join(self.keys[self.at : min(self.at + size, self.limit)]))
            interval = interval or (MANY_WORDS.get(self.key()) if size == 1 else None)
            if interval is not None and interval.low is not None:
                self.low, self.high = interval.low, interval.high
                self.counted, self.hedge = True, "vague"
                self.at = min(self.at + size, self.limit)
                self.at += self.key() == "of"
                return

    # --- who ----------------------------------------------------------------------------------------------------------

    def _read_noun(self) -> bool:
        """The words that narrow the group, and its noun; where no noun comes, nothing is read but an age."""
        start, reached = self.at, 0
        for _ in range(_MOST_MODIFIERS):
            if not self.key() or (self.at > start and self.scene.broken(self.at)):
                break
            if self._read_age():
                reached = self.at
            elif self.key() in PERSON_WORDS:
                reached = self._take_noun()
                if reached and not self._compounds():
                    break
            elif self.key() in OTHERS or self.rank_at(self.at):
                reached = self._take_other() or reached
                if reached:
                    break
            elif self._narrows():
                self.at += 1
            else:
                break
        self.at = reached or start
        if not reached:
            self.other = self.other and self.before() == "another"
        return bool(reached) and bool(self.noun or self.other or self.age)

    def _take_other(self) -> int:
        """ "Other" and ordinals, which tell people from those before; "others" is a noun, and where it ends is told."""
        self.other, self.rank = True, self.rank_at(self.at)
        self.noun_many = self.key() == "others"
        self.at += 1
        return self.at if self.noun_many else 0

    def rank_at(self, index: int) -> int:
        """The place that an ordinal gives somebody: 3 of "a third victim", 0 where a word is none."""
        numeral = self.scene.numerals.get(index)
        if numeral is not None and numeral.form == "ordinal" and numeral.last == index + 1 and 2 <= numeral.value < 100:
            return int(numeral.value)
        return _ORDINALS.get(self.keys[index], 0) if index < self.limit else 0

    def _narrows(self) -> bool:
        """Whether a word may narrow a group: after an article or a number, or where it begins with a capital."""
        key = self.key()
        if key == "'s":
            return self.determined
        if key in _NOT_MODIFIERS or key.endswith("ly") or not key.isalpha() or self.at in self.scene.numerals:
            return False
        named = self.with_names and self.scene.capital(self.at) and key not in _NOT_NAMES
        return self.determined or self.counted or named

    def _take_noun(self) -> int:
        """Take a noun for people and tell where it ends; 0 where it only owns the next ("the man's wife")."""
        key = self.key()
        word = PERSON_WORDS[key]
        if self.key(1) == "'s":
            self.at += 2
            self.determined = self.definite = True
            return 0
        if self.counted and self.high != 1 and not word.many:
            self.at += 1
            return self.at if self.noun else 0
        if key == "family" and self._take_family():
            return self.at
        self.noun, self.noun_many = key, word.many
        self.sex, self.stage = word.sex or self.sex, word.stage or self.stage
        self.part = word.part or self.part
        self.at += 3 if (self.key(1), self.key(2)) == ("in", "law") else 1
        return self.at

    def _take_family(self) -> bool:
        """ "A family of five" is five people; "the family of a 5-year-old" is no number."""
        size = self.scene.numerals.get(self.at + 2)
        if self.key(1) != "of" or size is None or self.scene.is_age(size) or not 1 < size.value < 30:
            return False
        self.low = self.high = size.value
        self.counted, self.noun, self.noun_many, self.at = True, "family", True, min(size.last, self.limit)
        return True

    def _compounds(self) -> bool:
        """Whether another noun for people follows at once: "police officer", "teen boy"."""
        return self.key() in PERSON_WORDS and not self.scene.broken(self.at) and not self.noun_many

    def _read_name(self) -> None:
        """A name behind a noun: "Officer Ann Rowe", "his wife, Ann Rowe"."""
        if self.noun_many or not self.with_names or not self.key():
            return
        if self.scene.gap(self.at).strip() in ("", ","):
            self.names = self.name_at(self.at)
            self.at += len(self.names)

    def name_at(self, index: int) -> tuple[str, ...]:
        """The capitalised words that begin at a word, at most four."""
        found: list[str] = []
        while index < self.limit and len(found) < _MOST_NAMES and self._is_name(index):
            gap = self.scene.gap(index)
            ended = "." in gap and found and len(found[-1]) > 2  # "J. Rowe" is one name, "Main St. Police" is none
            if found and (ended or gap.strip(" .-\"“”‘’'")):
                break
            found.append(self.keys[index])
            index += 1
        return tuple(found)

    def _is_name(self, index: int) -> bool:
        """Whether a word may be part of a name."""
        key = self.keys[index]
        if not self.scene.capital(index) or key in _NOT_NAMES or index in self.scene.numerals:
            return False
        return key not in PERSON_WORDS and key not in PRONOUNS

    # --- ages ---------------------------------------------------------------------------------------------------------

    def _read_age(self) -> bool:
        """An age before the noun: "15-year-old"."""
        numeral = self.scene.numerals.get(self.at)
        if numeral is None or not self.scene.is_age(numeral) or numeral.last + 2 > self.limit:
            return False
        unit = self.keys[numeral.last].rstrip("s")
        self.age = (numeral.value, "year" if unit in ("year", "yr") else unit)
        self.at = numeral.last + 2
        self.noun_many = self.keys[self.at - 1] == "olds"
        return True

    def read_late_age(self) -> None:
        """An age behind a comma: "Ann Rowe, 41,", "boy, 3,", "a man, age 30"; those of several are passed over."""
        if self.at >= self.limit or not {",", "("} & set(self.scene.gap(self.at)):
            return
        if self.noun_many:
            self._skip_ages()
            return
        ahead = int(self.key() in ("age", "aged"))
        numeral = self.scene.numerals.get(self.at + ahead)
        if (
            numeral is None
            or not 0 < numeral.value < _OLDEST
            or numeral.form != "cardinal"
            or numeral.last > self.limit
        ):
            return
        if self.scene.is_age(numeral):
            self.at += ahead
            self._read_age()
        elif ahead or self.scene.text[numeral.end : numeral.end + 1] in (",", ".", ";", ")", ""):
            self.age = self.age or (numeral.value, "year")
            self.at = numeral.last

    def _skip_ages(self) -> None:
        """The ages of several behind a comma: "two boys, 15 and 16," and "four men, aged 20 to 27,"."""
        at, last = self.at, 0
        for _ in range(3 * _MOST_NAMES):
            numeral = self.scene.numerals.get(at)
            if numeral is not None and 0 < numeral.value < _OLDEST and not self.scene.is_age(numeral):
                last = at = numeral.last
            elif at < self.limit and self.keys[at] in _BETWEEN_AGES:
                at += 1
            else:
                break
        if 0 < last < self.limit and ({",", "."} & set(self.scene.gap(last)) or self.keys[last] in AUXILIARIES):
            self.at = last
