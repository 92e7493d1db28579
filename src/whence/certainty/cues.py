"""Cues of certainty: the phrases of `resources/certainty.txt`, and where in a row of word keys they count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, cast, get_args

from whence.figures.numbers import is_number
from whence.text.wordlists import read_word_list
from whence.text.words import split_words

CertaintyClass = Literal["source", "likelihood", "approximation", "weasel", "claim", "vague"]
"""Who vouches ("reportedly"), how likely ("may"), how exact ("about 40"), an authority without a name ("critics say");
then what is no hedge by itself: a claim laid on somebody ("argues"), and vague wording ("several", "often")."""

HEDGES: frozenset[CertaintyClass] = frozenset({"source", "likelihood", "approximation", "weasel"})
"""The classes that hold a statement back: to drop one changes what is told."""

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s"])
_DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "no", "of"]
)
_BEFORE_A_MONTH = frozenset(
    ["in", "on", "of", "since", "until", "till", "by", "before", "after", "during", "through", "from", "to", "between",
     "last", "next", "early", "late", "mid"]
)  # fmt: skip
_PLACES = frozenset(["in", "on", "at", "with", "for", "before", "alongside", "from", "by", "during", "opposite"])


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase in its forms ("appears to", "appear to"), what it says about certainty, and its weight as evidence.

    `weight` is in log-odds that a sentence is hedged; `when` names the condition under which the words are this cue.
    """

    forms: tuple[tuple[str, ...], ...]
    kind: CertaintyClass
    family: str
    weight: float
    when: str = ""

    @property
    def phrase(self) -> str:
        """The first form, which stands for all."""
        return " ".join(self.forms[0])


class Sighting(NamedTuple):
    """A cue among word keys: from word `first` up to and not including word `last`."""

    first: int
    last: int
    cue: Cue


def read_cue(line: str) -> Cue:
    """A cue from its line in the resource.

    >>> read_cue("about|around; approximation; number; 0.25; number")
    Cue(forms=(('about',), ('around',)), kind='approximation', family='number', weight=0.25, when='number')
    """
    forms, kind, family, weight, *when = line.split("; ")
    if kind not in get_args(CertaintyClass) or (when and when[0] not in _CONDITIONS):
        raise ValueError(f"no such class or condition: {line}")
    keys = tuple(tuple(split_words(form).keys) for form in forms.split("|"))
    return Cue(keys, cast(CertaintyClass, kind), family, float(weight), *when)


def read_cues() -> tuple[Cue, ...]:
    """All cues of the resource, in its order."""
    return tuple(read_cue(line) for line in read_word_list("certainty") if not line.startswith("="))


def read_constants() -> dict[str, float]:
    """The numbers of the sentence model that belong to no cue: bias, length, heading, threshold."""
    lines = (line for line in read_word_list("certainty") if line.startswith("="))
    return {name: float(value) for name, value in (line.removeprefix("= ").split("; ") for line in lines)}


def _before_number(keys: Sequence[str], _first: int, last: int) -> bool:
    """ "about 40", not "about peace"."""
    return last < len(keys) and is_number(keys[last])


def _modal(keys: Sequence[str], first: int, last: int) -> bool:
    """ "it may rain", not "in May", "May 9", "May's speech"."""
    if last < len(keys) and (is_number(keys[last]) or keys[last] in ("'s", "day", "of")):
        return False
    return first == 0 or keys[first - 1] not in _BEFORE_A_MONTH


def _noun_before(keys: Sequence[str], first: int, last: int) -> bool:
    """ "he might come", not "its might", "the military might of"."""
    after = keys[last] if last < len(keys) else "come"
    return not (first and keys[first - 1] in _DETERMINERS) and after not in ("of", "and", "is", "was")


def _passive(keys: Sequence[str], first: int, last: int) -> bool:
    """ "he is said to know", "said to have known", not "he said to them"."""
    if first == 0 or (last < len(keys) and keys[last] in ("be", "have")):
        return True
    return not _BE.isdisjoint(keys[max(0, first - 3) : first])


def _verb(keys: Sequence[str], first: int, _last: int) -> bool:
    """ "she suspects", not "the suspects", "two suspects"."""
    return first == 0 or not (keys[first - 1] in _DETERMINERS or is_number(keys[first - 1]))


def _statement(keys: Sequence[str], first: int, last: int) -> bool:
    """ "suggests that", "appeared calm", not "suggests going", "appeared in court"."""
    following = keys[last] if last < len(keys) else ""
    return _verb(keys, first, last) and following not in _PLACES and not (following.endswith("ing"))


def _no_infinitive(keys: Sequence[str], _first: int, last: int) -> bool:
    """ "it seems that", not "it seems to": there "seems to" is the cue."""
    return last == len(keys) or keys[last] != "to"


_CONDITIONS: dict[str, Callable[[Sequence[str], int, int], bool]] = {
    "number": _before_number,
    "modal": _modal,
    "no noun": _noun_before,
    "passive": _passive,
    "verb": _verb,
    "statement": _statement,
    "no infinitive": _no_infinitive,
}
"""What must hold around the words; each condition's docstring is its example."""


class CueTable:
    """Cues by their forms; finding them takes time in step with the number of words."""

    __slots__ = ("_by_form", "_lengths")

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._by_form: dict[tuple[str, ...], list[Cue]] = {}
        lengths: dict[str, set[int]] = {}
        for cue in cues:
            for form in cue.forms:
                self._by_form.setdefault(form, []).append(cue)
                lengths.setdefault(form[0], set()).add(len(form))
        self._lengths = {first: sorted(counts, reverse=True) for first, counts in lengths.items()}

    def at(self, keys: Sequence[str], first: int) -> Iterator[Sighting]:
        """The cues that begin at one word, longest first."""
        for length in self._lengths.get(keys[first], ()):
            last = first + length
            for cue in self._by_form.get(tuple(keys[first:last]), ()) if last <= len(keys) else ():
                if not cue.when or _CONDITIONS[cue.when](keys, first, last):
                    yield Sighting(first, last, cue)

    def all(self, keys: Sequence[str]) -> list[Sighting]:
        """Every cue, also those inside others: "may have" and "may"."""
        return [sighting for first in range(len(keys)) for sighting in self.at(keys, first)]

    def longest(self, keys: Sequence[str]) -> list[Sighting]:
        """The cues from left to right, longest first: they do not overlap."""
        found: list[Sighting] = []
        first = 0
        while first < len(keys):
            sighting = next(self.at(keys, first), None)
            if sighting:
                found.append(sighting)
            first = sighting.last if sighting else first + 1
        return found


CUES = CueTable(read_cues())
"""The cues of the resource."""

_HEDGE_CUES = CueTable(cue for cue in read_cues() if cue.kind in HEDGES or cue.family == "unhedged")


def hedges_among(keys: Sequence[str]) -> list[Sighting]:
    """The hedges from left to right, longest first: they do not overlap; "could not" is none, though "could" is.

    >>> [seen.cue.phrase for seen in hedges_among("he could not say that it may have sunk".split())]
    ['may have']
    """
    return [seen for seen in _HEDGE_CUES.longest(keys) if seen.cue.kind in HEDGES]
