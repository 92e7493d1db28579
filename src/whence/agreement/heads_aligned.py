"""Whether two figures count the same things: their heads, what narrows them, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from whence.records import Evidence, Figure
from whence.text.wordlists import read_word_list
from whence.text.words import split_words, stem

SAME_HEAD = 1.0
LIKE_HEAD = 0.8  # "troops" for "soldiers"
UNKNOWN_HEAD = 0.5  # one of them tells none: "12 were killed"
GENERAL_HEAD = 0.4  # "people" for "soldiers"
OTHER_HEAD = 0.0
_OPPOSITES = tuple(
    frozenset(pair.split())
    for pair in (
        "male female", "men women", "man woman", "boys girls", "adult child", "new old", "first second", "high low",
        "foreign domestic", "public private", "young old", "dead injured", "killed wounded", "civilian military",
        "federal state", "northern southern", "eastern western", "daily weekly", "daily monthly", "daily annual",
        "monthly annual", "monthly weekly", "annual weekly", "quarterly annual", "minimum maximum", "gross net",
        "democratic republican", "democrat republican", "black white", "likely registered", "confirmed suspected",
        "confirmed probable", "short long", "short-range long-range", "primary secondary",
    )
)  # fmt: skip


def _read_heads() -> tuple[dict[str, str], frozenset[str], str]:
    """The group of each noun; the groups that the general one may stand for, and that one."""
    groups: dict[str, str] = {}
    special: list[str] = []
    for line in read_word_list("figure_heads"):
        forms = [stem(form.strip().lower()) for form in line.removeprefix(">").split("|")]
        if line.startswith(">"):
            special = forms
        else:
            groups.update((form, forms[0]) for form in forms)
    return groups, frozenset(groups.get(form, form) for form in special[1:]), special[0]


def _read_predicates() -> tuple[dict[str, str], frozenset[str]]:
    """The class of each word that says something of what is counted, and the classes that only grow."""
    rows = [[field.strip() for field in line.split("|")] for line in read_word_list("figure_predicates")]
    return {word: name for name, _, words in rows for word in words.split()}, frozenset(
        name for name, grows, _ in rows if grows
    )


_GROUPS, _SPECIAL, GENERAL_NOUN = _read_heads()
PREDICATES, GROWING = _read_predicates()
OF_PEOPLE = frozenset(["injured", "arrested", "charged", "missing", "rescued", "infected", "kidnapped", "vaccinated"])
"""Predicates that grow where people are counted: hospitals that took in the wounded do not."""
_LASTING = frozenset(stem(word) for word in read_word_list("lasting_things"))


def group_of(noun: str) -> str:
    """The group that a noun belongs to, by stem; a noun of none is one by itself.

    >>> group_of("troops") == group_of("soldiers"), group_of("boats") == group_of("soldiers")
    (True, False)
    """
    key = stem(noun)
    return _GROUPS.get(key, key)


def head_key(figure: Figure) -> str:
    """The group of nouns that a figure's head is one of; empty where it tells none, or only what is said of it.

    >>> from whence.records import Interval, Report
    >>> r = Report("a", "a", "12 North Korean troops")
    >>> head_key(Figure("count", 12, "", 1, "exact", Interval(12, 12), Interval(12, 12), r.evidence(0, 2),
    ...                 head=r.evidence(16, 22)))
    'soldi'
    """
    if figure.head is None:
        return ""
    keys = split_words(figure.head.exact).keys
    if not keys or keys[-1] in PREDICATES:
        return ""
    return group_of(keys[-1])


def heads_agree(a: str, b: str) -> float:
    """How well two head keys agree, from other things (0) to the same (1).

    >>> heads_agree("soldi", "soldi"), heads_agree("", "soldi"), heads_agree("soldi", "missil")
    (1.0, 0.5, 0.0)
    """
    if not a or not b:
        return SAME_HEAD if a == b else UNKNOWN_HEAD
    if a == b:
        return SAME_HEAD
    if (a == GENERAL_NOUN and b in _SPECIAL) or (b == GENERAL_NOUN and a in _SPECIAL):
        return GENERAL_HEAD
    return OTHER_HEAD


def is_of_people(figure: Figure) -> bool:
    """Whether people of any kind are counted."""
    return head_key(figure) in _SPECIAL | {GENERAL_NOUN}


def only_grows(figure: Figure, predicates: frozenset[str]) -> bool:
    """Whether what is counted under these predicates only grows.

    >>> from whence.records import Interval, Report
    >>> r = Report("a", "a", "4 hospitals")
    >>> hospitals = Figure("count", 4, "", 1, "exact", Interval(4, 4), Interval(4, 4), r.evidence(0, 1),
    ...                    head=r.evidence(2, 11))
    >>> only_grows(hospitals, frozenset(["injured"])), only_grows(hospitals, frozenset(["destroyed"]))
    (False, True)
    """
    people = head_key(figure) == "" or is_of_people(figure)
    return bool(predicates & (GROWING if people else GROWING - OF_PEOPLE))


def modifiers_contradict(a: Figure, b: Figure) -> bool:
    """Whether what narrows one figure cannot narrow the other: "North Korean" and "Russian" soldiers.

    >>> from whence.records import Interval, Report
    >>> r = Report("a", "a", "12 Danish ships, 12 Dutch ships")
    >>> one, two = (Figure("count", 12, "", 1, "exact", Interval(12, 12), Interval(12, 12), r.evidence(0, 2),
    ...             modifiers=(r.evidence(*at),)) for at in ((3, 9), (20, 25)))
    >>> modifiers_contradict(one, two), modifiers_contradict(one, one)
    (True, False)
    """
    if not a.modifiers or not b.modifiers:
        return False
    names = _names(a.modifiers), _names(b.modifiers)
    if names[0] and names[1] and not names[0] & names[1]:
        return True
    keys = _keys(a.modifiers), _keys(b.modifiers)
    apart = keys[0] ^ keys[1]
    return any(len(pair & apart) == 2 and pair & keys[0] and pair & keys[1] for pair in _OPPOSITES)


def _names(modifiers: Iterable[Evidence]) -> set[str]:
    """The capitalised words among modifiers, by stem: "U.S." and the first half of "American-supplied" are one."""
    words = (word for modifier in modifiers for word in modifier.exact.replace("-", " ").split())
    known = {word.strip(".,-").lower().replace(".", "") for word in words if word[:1].isupper()}
    return {_NATIONS.get(word, stem(word)) for word in known}


_NATIONS = {"us": "american", "u.s": "american", "united": "american", "uk": "british", "americans": "american",
            "america": "american", "eu": "european"}  # fmt: skip


def _keys(modifiers: Iterable[Evidence]) -> frozenset[str]:
    """The words of modifiers."""
    return reduce(frozenset.union, (frozenset(modifier.exact.lower().split()) for modifier in modifiers), frozenset())


def said_of(figure: Figure) -> frozenset[str]:
    """The classes of what a figure's own head and modifiers say of it: "killed", "injured"."""
    words = [*figure.modifiers, *([figure.head] if figure.head else [])]
    keys = (key for word in words for key in split_words(word.exact).keys)
    return frozenset(PREDICATES[key] for key in keys if key in PREDICATES)


def lasts_until_now(figure: Figure) -> bool:
    """Whether a length of time is told of something that still goes on: "the 1,000-day war"."""
    if figure.kind != "duration" or figure.head is None:
        return False
    keys = split_words(figure.head.exact).keys
    return bool(keys) and stem(keys[-1]) in _LASTING
