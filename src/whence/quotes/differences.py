"""Differences: what it means that two wordings of one quotation have other words, or other signs, in one place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from whence.quotes.canonical import PieceKind
from whence.quotes.spelling import same_name, same_spoken, sign_words
from whence.quotes.spoken import Wording
from whence.text.folding import DOUBLE_MARKS, fold
from whence.text.wordlists import read_word_list

EDGE_ALTERED = 3  # other words at the edge of a quotation: up to this many are an alteration, more are other speech

_QUIET = re.compile(rf"[\s{re.escape(DOUBLE_MARKS)}'’‘\[\]()]+|``")
_SUBSTITUTED = "the writer's words for the speaker's, in brackets"
_MORE = "more of it is quoted here"
_NEGATIONS = frozenset(read_word_list("negations"))


class Place(NamedTuple):
    """The words of both sides between two that they share; `first` or `last` at an edge of what they share."""

    a: range
    b: range
    first: bool = False
    last: bool = False


class Told(NamedTuple):
    """What a part of a place is: words of both sides, and the kind of their difference."""

    kind: PieceKind
    a: range
    b: range
    says: str = ""


class _Signs(NamedTuple):
    """The writer's signs in a place, on one side."""

    brackets: list[str]
    omits: bool
    rejoins: bool


def tell_place(place: Place, a: Wording, b: Wording) -> list[Told]:
    """What the words between two shared words are, in parts that follow each other on both sides.

    Args:
        place: the words of both sides, either may have none.
        a: the canonical wording.
        b: the variant.

    Returns:
        The parts; none where nothing differs.
    """
    signs = _signs(a, place.a, place), _signs(b, place.b, place)
    if place.first or place.last:
        return _at_edge(place, a, b, signs)
    if not place.a and not place.b:
        return _between_neighbours(place, a, b, signs)
    joined = [part for part in [_joint(place, signs)] if part]
    if place.a and place.b:
        if signs[0].rejoins or signs[1].rejoins:
            middle = place.b.start
            return [*joined, Told("cut", place.a, range(middle, middle)), _nothing_of_a("more", place)]
    elif (place.a and signs[1].rejoins) or (place.b and signs[0].rejoins):
        return [*joined, Told("cut" if place.a else "more", place.a, place.b)]
    marked = _marked(place, a, b, signs)
    return [*joined, marked or unmarked(place.a, place.b, a, b)]


def unmarked(words_a: range, words_b: range, a: Wording, b: Wording) -> Told:
    """Other words without a sign: the same speech written otherwise, or an alteration."""
    keys_a, keys_b = a.keys[words_a.start : words_a.stop], b.keys[words_b.start : words_b.stop]
    if same_spoken(keys_a, keys_b) or same_spoken(
        [*keys_a, *sign_words(a.between(words_a.stop))], [*keys_b, *sign_words(b.between(words_b.stop))]
    ):
        return Told("house style", words_a, words_b, "the same words, written differently")
    if len(keys_a) == len(keys_b) == 1 and not b.begins_sentence(words_b.start):
        if _masked(a, words_a.start, b, words_b.start) or _masked(b, words_b.start, a, words_a.start):
            return Told("house style", words_a, words_b, "an oath written out in one wording only")
        written = (one.text[one.starts[at.start] : one.ends[at.start]] for one, at in ((a, words_a), (b, words_b)))
        if same_name(*written):
            return Told("house style", words_a, words_b, "a name in another spelling")
    return Told("altered", words_a, words_b, _alteration(keys_a, keys_b))


def _masked(one: Wording, word: int, other: Wording, there: int) -> bool:
    """Whether a word is the beginning of another with dashes or stars for the rest: bulls---."""
    after = one.text[one.ends[word] : one.ends[word] + 2]
    return len(after) == 2 and not after.strip("-*–—") and other.keys[there].startswith(one.keys[word])


def _alteration(keys_a: Sequence[str], keys_b: Sequence[str]) -> str:
    """What was altered, in words."""
    negated = [sum(key in _NEGATIONS or key.endswith("n't") for key in keys) for keys in (keys_a, keys_b)]
    if negated[0] != negated[1]:
        return "a negation is in one wording only"
    if not keys_b:
        return "words left out without a mark"
    return "other words without a mark" if keys_a else "words put in without a mark"


def _signs(one: Wording, words: range, place: Place) -> _Signs:
    """The signs among the words of a side; those at the outer edge of the quotation count too."""
    first, last = words.start, words.stop
    if place.first:  # of a long speech only what stands next to the shared words matters
        first = max(first, last - EDGE_ALTERED)
    if place.last:
        last = min(last, first + EDGE_ALTERED)
    return _Signs(one.brackets_between(first, last), one.omits(first, last), one.rejoins(first, last))


def _between_neighbours(place: Place, a: Wording, b: Wording, signs: tuple[_Signs, _Signs]) -> list[Told]:
    """Signs alone, between two words that follow each other on both sides."""
    found = [part for part in [_joint(place, signs)] if part]
    one, other = signs
    if one.brackets != other.brackets:
        says = "the writer's words in brackets" + ("" if other.brackets else ", in the canonical wording only")
        return [*found, Told("bracket insertion", place.a, place.b, says)]
    if one.brackets:
        found.append(Told("same", place.a, place.b))
    elif one.omits != other.omits:
        found.append(Told("ellipsis", place.a, place.b, "an omission is marked in one wording only"))
    elif not (one.rejoins or other.rejoins) and bare(a.between(place.a.stop)) != bare(b.between(place.b.stop)):
        found.append(Told("house style", place.a, place.b, "punctuation"))
    return found


def bare(between: str) -> str:
    """What stands between two words without spaces, marks and brackets."""
    return _QUIET.sub("", fold(between))


def _joint(place: Place, signs: tuple[_Signs, _Signs]) -> Told | None:
    """The marks close and open again on one side only: takes no words."""
    if signs[0].rejoins == signs[1].rejoins:
        return None
    nothing = range(place.a.start, place.a.start), range(place.b.start, place.b.start)
    if signs[1].rejoins:
        return Told("split", *nothing, "in two pairs of marks")
    return Told("merged", *nothing, "in one pair of marks, in two in the canonical wording")


def _nothing_of_a(kind: PieceKind, place: Place) -> Told:
    """The rest of a place whose canonical words are told already."""
    return Told(kind, range(place.a.stop, place.a.stop), place.b)


def _marked(place: Place, a: Wording, b: Wording, signs: tuple[_Signs, _Signs]) -> Told | None:
    """A difference that the writer's signs explain."""
    keys_a, keys_b = a.keys[place.a.start : place.a.stop], b.keys[place.b.start : place.b.stop]
    one, other = signs
    less_b, less_a = _is_less(keys_b, keys_a), _is_less(keys_a, keys_b)
    if (other.brackets and less_b) or (one.brackets and less_a):
        where = "" if other.brackets else ", in the canonical wording"
        return Told("bracket substitution", place.a, place.b, _SUBSTITUTED + where)
    if (other.omits and less_b) or (one.omits and less_a) or (one.omits and other.omits):
        return Told("ellipsis", place.a, place.b, "left out, and marked as left out")
    glued = any(word in a.glued for word in place.a) or any(word in b.glued for word in place.b)
    if glued and len(place.a) == len(place.b):
        return Told("bracket substitution", place.a, place.b, "a form of the word, in brackets")
    return None


def _is_less(less: Sequence[str], more: Sequence[str]) -> bool:
    """Whether one row of words is another with some left out, contractions written out."""
    rest = iter(part for key in more for part in (key, *key.split("'"), *(("is", "has") if key == "'s" else ())))
    return len(less) < len(more) and all(key in rest for key in less)


def _at_edge(place: Place, a: Wording, b: Wording, signs: tuple[_Signs, _Signs]) -> list[Told]:
    """What one wording has before the first or after the last word that both have."""
    one, other = signs
    if not place.a and not place.b:
        if one.brackets == other.brackets:
            return [Told("same", place.a, place.b)] if one.brackets else []
        return [Told("bracket insertion", place.a, place.b, "the writer's words in brackets")]
    if not place.b:
        return [_cut(place, other)]
    if not place.a:
        return [Told("more", place.a, place.b, _MORE)]
    marked = _marked(place, a, b, signs) if min(len(place.a), len(place.b)) <= EDGE_ALTERED else None
    if marked and marked.kind != "ellipsis" and len(place.a) <= EDGE_ALTERED:
        return [marked]
    return _other_words(place, a, b)


def _cut(place: Place, signs: _Signs) -> Told:
    """Canonical words that the variant has not, at its edge."""
    if signs.brackets and len(place.a) <= EDGE_ALTERED:
        return Told("bracket substitution", place.a, place.b, _SUBSTITUTED)
    if signs.omits:
        return Told("ellipsis", place.a, place.b, "left out, and marked as left out")
    return Told("cut", place.a, place.b, "cut at the start" if place.first else "cut at the end")


def _other_words(place: Place, a: Wording, b: Wording) -> list[Told]:
    """Other words at the edge on both sides: altered where they are few, else other speech of the two."""
    whole = unmarked(place.a, place.b, a, b)
    if whole.kind == "house style":
        return [whole]
    size = len(place.b)
    signs = _signs(a, place.a, place), _signs(b, place.b, place)
    signed = any(one.rejoins or one.omits for one in signs)
    gaps = (place.a.stop, place.b.stop) if place.first else (place.a.start, place.b.start)
    sentence = a.begins_sentence(gaps[0]) and b.begins_sentence(gaps[1])
    if size > EDGE_ALTERED or signed or (sentence and size > 1):
        empty = range(place.b.start, place.b.start)
        return [Told("cut", place.a, empty, "cut"), _nothing_of_a("more", place)._replace(says=_MORE)]
    if place.first:
        middle = max(place.a.start, place.a.stop - size)
        if middle > place.a.start and same_spoken(a.keys[middle - 1 : place.a.stop], b.keys[: place.b.stop]):
            middle -= 1  # "I have seen" -> "I've seen"
        rest, near = range(place.a.start, middle), range(middle, place.a.stop)
        cut = Told("cut", rest, range(place.b.start, place.b.start), "cut at the start")
        return [*([cut] if rest else []), unmarked(near, place.b, a, b)]
    middle = min(place.a.stop, place.a.start + size)
    near, rest = range(place.a.start, middle), range(middle, place.a.stop)
    cut = Told("cut", rest, range(place.b.stop, place.b.stop), "cut at the end")
    return [unmarked(near, place.b, a, b), *([cut] if rest else [])]
