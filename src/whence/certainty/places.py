"""Where in a sentence a cue of certainty stands: after which sort of word, and whether there is a cue at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from whence.certainty.cues import HEDGES, CertaintyClass, Sighting
from whence.text.wordlists import read_word_list

_WORDS_BEFORE: Mapping[str, frozenset[str]] = {
    sort: frozenset(words.split()) for sort, words in (line.split("; ") for line in read_word_list("certainty_places"))
}
_SORTS = ("start", "adverb", "other word", *_WORDS_BEFORE)

PLACED: Mapping[CertaintyClass, str] = dict.fromkeys(HEDGES - {"approximation"}, "hedge") | {"vague": "vague"}
"""How places call the classes of cues; approximations and claims say the same wherever they stand (cross-validated)."""

PLACES = tuple(f"{group} after {sort}" for group in ("hedge", "vague") for sort in sorted(_SORTS))
"""The names of all places, as the resource has them."""


def word_before(keys: Sequence[str], first: int) -> str:
    """The sort of the word before word `first`: after a preposition "many" begins a phrase, after a noun it goes on.

    >>> [word_before("many of many probably old men".split(), first) for first in (0, 2, 3, 4, 5)]
    ['start', 'preposition', 'other word', 'adverb', 'other word']
    """
    if first == 0:
        return "start"
    before = keys[first - 1]
    known = next((sort for sort, words in _WORDS_BEFORE.items() if before in words), "")
    return known or ("adverb" if before.endswith("ly") else "other word")


def cue_places(keys: Sequence[str], seen: Iterable[Sighting]) -> dict[str, Sighting]:
    """The places of cues by name, each with the first cue that stands there; a cue that comes again has no new place.

    >>> from whence.certainty.cues import CUES
    >>> keys = "many say that it may rain".split()
    >>> [(place, sighting.first) for place, sighting in cue_places(keys, CUES.longest(keys)).items()]
    [('hedge after start', 0), ('hedge after other word', 4)]
    """
    places: dict[str, Sighting] = {}
    met = set()
    for sighting in seen:
        if sighting.cue not in met and sighting.cue.kind in PLACED:
            met.add(sighting.cue)
            places.setdefault(f"{PLACED[sighting.cue.kind]} after {word_before(keys, sighting.first)}", sighting)
    return places
