"""Hedges dropped or added between two wordings of one statement, also where the verb changes its form with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from whence.certainty.cues import Sighting
from whence.certainty.hedges import find_negations, place_hedges
from whence.text.style import is_function_word
from whence.text.wordlists import read_word_list

_VERBS = {form: line.split()[0] for line in read_word_list("verb_forms") for form in line.split()[1:]}
_ENDINGS = (("ied", "y"), ("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))
_SHORTEST = 3  # letters that must remain of a word without its ending: shorter words share too much


@dataclass(frozen=True, slots=True)
class HedgeChange:
    """The hedges that only one of two wordings has, as places among its words.

    A hedge that took another's place ("may" for "reportedly") is dropped and added. `same_besides` is true where the
    wordings say the same but for their hedges: what was dropped is the certainty alone.
    """

    dropped: tuple[Sighting, ...]
    added: tuple[Sighting, ...]
    same_besides: bool


def compare_hedges(a: Sequence[str], b: Sequence[str], *, after: tuple[str, str] = ("", "")) -> HedgeChange:
    """Which hedges of A's wording B has not, and the other way round; forms of one hedge count as one.

    Two hedges are partners where they stand before the same word, else after the same word, else wherever they stand.

    Args:
        a: word keys of a sentence or phrase (certainty_keys, where the text is at hand: they know the month May).
        b: word keys of what stands for it in the other report.
        after: the keys that follow on each side; "about" is a hedge only before a number.

    >>> change = compare_hedges("he may have fled on Friday".split(), "he fled on Friday".split())
    >>> [(seen.first, seen.last, seen.cue.phrase) for seen in change.dropped], change.added, change.same_besides
    ([(1, 3, 'may have')], (), True)
    >>> compare_hedges("it appears to be a bomb".split(), "it is a bomb".split()).same_besides
    True
    """
    hedges_a, hedges_b = place_hedges(a, after[0]), place_hedges(b, after[1])
    same = _statement(a, hedges_a) == _statement(b, hedges_b)
    for place in (_before, _behind, _alone):
        places_a, places_b = [place(seen, a) for seen in hedges_a], [place(seen, b) for seen in hedges_b]
        partners = Counter(places_a) & Counter(places_b)
        hedges_a, hedges_b = _less(hedges_a, places_a, partners), _less(hedges_b, places_b, partners)
    return HedgeChange(hedges_a, hedges_b, same)


_Place = tuple[str, ...]


def _before(seen: Sighting, keys: Sequence[str]) -> _Place:
    """A hedge by the word that it stands before."""
    return _head(seen), _root(keys[seen.last]) if seen.last < len(keys) else ""


def _behind(seen: Sighting, keys: Sequence[str]) -> _Place:
    """A hedge by the word that it stands after."""
    return _head(seen), _root(keys[seen.first - 1]) if seen.first else ""


def _alone(seen: Sighting, _keys: Sequence[str]) -> _Place:
    """A hedge wherever it stands."""
    return (_head(seen),)


def _less(hedges: Sequence[Sighting], places: Sequence[_Place], partners: Counter[_Place]) -> tuple[Sighting, ...]:
    """The hedges that have no partner, first come first matched."""
    free, left = Counter(partners), []
    for seen, place in zip(hedges, places, strict=True):
        if free[place]:
            free[place] -= 1
        else:
            left.append(seen)
    return tuple(left)


def _head(seen: Sighting) -> str:
    """What makes two hedges one: "may" of "may have", "believed" of "is believed" and of "believed to"."""
    words = seen.cue.forms[0]
    return next((word for word in words if not is_function_word(word)), words[0])


def _statement(keys: Sequence[str], hedges: Sequence[Sighting]) -> tuple[list[str], int]:
    """The words of content without the hedges, each as its verb or noun, and the number of negations."""
    held = {word for seen in hedges for word in range(seen.first, seen.last)}
    rest = [key for word, key in enumerate(keys) if word not in held]
    negations = len(find_negations(rest))
    return [_root(key) for key in rest if not is_function_word(key) and not find_negations([key])], negations


def _root(key: str) -> str:
    """A form that "flee" and "fled", "carry" and "carries", "stop" and "stopping" share."""
    key = _VERBS.get(key, key)
    for ending, instead in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST:
            key = key.removesuffix(ending) + instead
            break
    doubled = len(key) > _SHORTEST and key[-1] == key[-2] and key[-1] not in "aeiou"
    return key[:-1] if doubled else key
