"""The word lists of names, in the shape in which they are looked up."""

from __future__ import annotations

from typing import NamedTuple

from whence.text.folding import fold
from whence.text.wordlists import read_word_list


class Role(NamedTuple):
    """What a title or role word stands for ("sen" for "senator"), and the gender that it tells ("m", "f" or "")."""

    role: str
    gender: str


def name_key(word: str) -> str:
    """The form under which a word of a name is looked up: folded, without full stops.

    >>> name_key("Sen."), name_key("Erdoğan")
    ('sen', 'erdogan')
    """
    return fold(word).replace(".", "")


def _roles() -> dict[str, Role]:
    """The titles and roles by their word."""
    rows = ((*line.split("|"), "", "")[:3] for line in read_word_list("titles"))
    return {word: Role(role, gender) for word, role, gender in rows}


def _forms(name: str, *, folded: bool = False) -> dict[str, str]:
    """A list of `shown|other|forms` by each form; keys are exact, or folded without full stops."""
    table: dict[str, str] = {}
    for line in read_word_list(name):
        shown, *others = line.split("|")
        for form in (shown, *others):
            table[name_key(form) if folded else form] = shown
    return table


def _nicknames() -> dict[str, frozenset[int]]:
    """The groups of first names that each first name belongs to."""
    table: dict[str, set[int]] = {}
    for group, line in enumerate(read_word_list("nicknames")):
        for name in line.split():
            table.setdefault(name, set()).add(group)
    return {name: frozenset(groups) for name, groups in table.items()}


ROLES = _roles()
FIRST_NAMES = dict(line.split(" ", 1) for line in read_word_list("first_names"))
PLACES = _forms("places", folded=True)
METONYMS = _forms("metonyms")
OUTLETS = _forms("outlet_names")
AGENCIES = _forms("agencies")
KNOWN_PEOPLE = dict(line.split("|", 1) for line in read_word_list("known_people"))
ORGANISATION_WORDS = frozenset(read_word_list("organisation_words"))
NOT_PEOPLE = frozenset(read_word_list("not_people"))
DATE_WORDS = frozenset(read_word_list("date_words"))
CUES = frozenset(word for line in read_word_list("cues") for word in line.split())
DOCUMENT_WORDS = frozenset(read_word_list("document_words"))
NICKNAMES = _nicknames()
_EXTRA_OPENERS = (
    "according asked said says added still yet despite also later earlier now today yesterday tomorrow last "
    "next many most few several other others another such including perhaps maybe indeed meanwhile moreover "
    "instead overall finally first second third recently currently once twice never always often sometimes "
    "even only just well yes oh please thank thanks let look see read watch photo image video editor related "
    "more share follow click here like unlike both fifty twenty thirty forty hundreds thousands millions "
    "dozens neither either given based speaking noting calling citing saying dear hey ok okay all any each "
    "every much no not one two three four five six seven eight nine ten former new old top senior late fellow "
    "longtime"
)  # words that open sentences of news and captions without being names; compiled by hand
OPENERS = frozenset(
    word
    for entry in (*read_word_list("function_words"), *read_word_list("sentence_openers"), _EXTRA_OPENERS)
    for word in entry.split()
)
