"""The words of tolls: what becomes of people, who people are, and what merely stands around them."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

from whence.records import HedgeKind, Interval
from whence.text.phrases import PhraseTable
from whence.text.wordlists import read_word_list

Outcome = Literal["killed", "injured", "missing"]
Fate = Literal["killed", "injured", "missing", "struck"]
"""What a phrase says of somebody; "struck" (shot, hit, stabbed) leaves open whether he lives."""

Shape = Literal[
    "verb", "active", "state", "self", "noun", "owned", "counted", "toll", "lives", "double", "triple", "quadruple",
    "carried", "nothing",
]  # fmt: skip
"""How a phrase takes its people: before or after it ("killed"), after it ("killing"), before it ("died"), the doer
himself ("took his own life"), after "of" ("death of"), as an owner ("Rowe's death"), counted by the number before it
("12 deaths") or after it ("the toll rose to 12", "claimed 12 lives"), saying the number itself ("double homicide"),
carried to a hospital ("rushed to"), or nothing of the kind ("dead end")."""


class CasualtyWord(NamedTuple):
    """What a phrase says becomes of people, and how it takes them."""

    fate: Fate
    shape: Shape


class PersonWord(NamedTuple):
    """A noun for people: one or many, and what it tells of sex ("m", "f"), age and part in an attack; "" if nothing."""

    many: bool
    sex: str
    stage: str
    part: str


def _casualty_words() -> dict[str, CasualtyWord]:
    """The phrases, and what each says."""
    meanings: dict[str, CasualtyWord] = {}
    for line in read_word_list("casualty_words"):
        phrase, fate, shape = line.split("|")
        meanings[phrase] = CasualtyWord(cast(Fate, fate), cast(Shape, shape))
    return meanings


def _person_words() -> dict[str, PersonWord]:
    """The nouns for people."""
    nouns: dict[str, PersonWord] = {}
    for line in read_word_list("casualty_people"):
        word, number, sex, stage, part = (field.replace("-", "") for field in line.split("|"))
        nouns[word] = PersonWord(number == "many", sex, stage, part)
    return nouns


def _grammar() -> dict[str, frozenset[str]]:
    """The classes of words that stand around people and phrases."""
    lines = (line.partition(":") for line in read_word_list("toll_grammar"))
    return {name: frozenset(words.split()) for name, _, words in lines}


GRAMMAR = _grammar()
CASUALTY_MEANINGS = _casualty_words()
CASUALTY_PHRASES = PhraseTable({tuple(phrase.split()): phrase for phrase in CASUALTY_MEANINGS})
PERSON_WORDS = _person_words()
BE = GRAMMAR["be"]
AUXILIARIES = GRAMMAR["auxiliaries"] | BE
DETERMINERS = GRAMMAR["determiners"]
PREPOSITIONS = GRAMMAR["prepositions"]
CLAUSE_BREAKS = GRAMMAR["clause_breaks"]
HEDGES: dict[tuple[str, ...], HedgeKind] = {
    ("at", "least"): "at least", ("no", "fewer", "than"): "at least", ("no", "less", "than"): "at least",
    ("more", "than"): "more than", ("as", "many", "as"): "up to", ("up", "to"): "up to", ("fewer", "than"): "less than",
    ("less", "than"): "less than", ("nearly",): "nearly", ("almost",): "nearly", ("about",): "about",
    ("some",): "about", ("around",): "about", ("approximately",): "about", ("roughly",): "about",
    ("over",): "more than",
}  # fmt: skip
"""What is said of a number before it, with the kind of hedge that it is."""

MANY_WORDS = {
    word: Interval(low, None)
    for word, low in (("multiple", 2.0), ("many", 3.0), ("numerous", 3.0), ("various", 2.0))
}  # fmt: skip
"""Numbers said so vaguely that the table of hedges has no upper end for them."""

REFLEXIVES = {"himself": "m", "herself": "f", "themselves": "", "itself": "", "self": ""}
PRONOUNS = {"he": "m", "she": "f", "him": "m", "her": "f", "they": "", "them": "", "both": "", "all": ""}
