"""Words that point at the present, the past or the future without a date: "now", "recently", "the near future"."""

from __future__ import annotations

from whence.records import TimeType
from whence.times.counting import is_number
from whence.times.lengths import UNITS
from whence.times.meanings import Constant
from whence.times.phrases import Phrase
from whence.times.sight import Sight

# Phrases by their first word, longest first. Words that mostly tell order, not time ("already", "yet", "once", "then",
# "previously"), are left out: the corpora annotate fewer than one in five of them.
_PHRASES: dict[tuple[str, ...], str] = {
    ("right", "now"): "PRESENT_REF", ("just", "now"): "PAST_REF", ("now",): "PRESENT_REF",
    ("currently",): "PRESENT_REF", ("presently",): "PRESENT_REF", ("nowadays",): "PRESENT_REF",
    ("current",): "PRESENT_REF", ("at", "present"): "PRESENT_REF", ("at", "this", "time"): "PRESENT_REF",
    ("at", "this", "moment"): "PRESENT_REF", ("at", "the", "moment"): "PRESENT_REF", ("these", "days"): "PRESENT_REF",
    ("more", "recently"): "PAST_REF", ("recently",): "PAST_REF", ("lately",): "PAST_REF", ("long", "ago"): "PAST_REF",
    ("a", "long", "time", "ago"): "PAST_REF", ("a", "while", "ago"): "PAST_REF",
    ("one", "day"): "FUTURE_REF", ("some", "day"): "FUTURE_REF", ("someday",): "FUTURE_REF", ("soon",): "FUTURE_REF",
    ("sometime", "soon"): "FUTURE_REF", ("from", "time", "to", "time"): "PRESENT_REF",
    ("some", "time"): "PXM", ("a", "while"): "PXX", ("a", "long", "time"): "PXX",
}  # fmt: skip
# By their first two words, so that a common first word ("a") costs one look-up.
_BY_START: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {
    start: tuple(sorted((words for words in _PHRASES if words[:2] == start), key=len, reverse=True))
    for start in sorted({words[:2] for words in _PHRASES})
}
REFERENCE_WORDS = frozenset(words[0] for words in _PHRASES)
# Nouns that name the past or the future, with what may stand between them and their article.
NOUNS: dict[str, str] = {"past": "PAST_REF", "future": "FUTURE_REF", "term": "FUTURE_REF"}
_NEAR = frozenset(["near", "nearer", "foreseeable", "distant", "immediate", "recent", "short", "long", "medium"])
_MODALS = frozenset(["will", "would", "could", "may", "might", "should", "can", "'ll", "to", "hope", "hopes", "hoped"])


def read_reference(sight: Sight, word: int) -> Phrase | None:
    """The longest listed phrase that begins with a word.

    >>> from whence.text.words import split_words
    >>> read_reference(Sight("right now.", split_words("right now.")), 0)[:3]
    (0, 2, 'DATE')
    """
    start = (sight.key(word), sight.key(word + 1))
    for words in (*_BY_START.get(start, ()), *_BY_START.get(start[:1], ())):
        last = word + len(words)
        if all(sight.key(word + at) == key for at, key in enumerate(words)) and _stands(sight, word, last):
            value = _PHRASES[words]
            if value.startswith("PX") and sight.before(word) != "for":
                continue
            kind: TimeType = "DURATION" if value.startswith("PX") else "DATE"
            return Phrase(word, last, kind, Constant(value))
    return None


def _stands(sight: Sight, word: int, last: int) -> bool:
    """Whether the words stand together, and mean a time: not "as soon as", "soon after", "one day later"."""
    if any(sight.gap(at) not in (" ", "\u00a0") for at in range(word, last - 1)) or sight.inside_name(word):
        return False
    key, after = sight.key(word), sight.after(last - 1)
    if key == "soon":
        return sight.before(word) not in ("as", "too", "so", "how", "that") and after not in ("after", "as", "became")
    if key == "one":
        return any(sight.key(word - back) in _MODALS for back in (1, 2, 3)) or after in _MODALS
    if key == "current":
        return sight.joined(word) and not sight.capital(word) and after not in UNITS
    return not (key == "recently" and sight.before(word) in ("most", "as"))


def read_past_or_future(sight: Sight, word: int) -> Phrase | None:
    """ "the past", "the near future", "the long term"; not "the past year", "the future of the bridge".

    >>> from whence.text.words import split_words
    >>> read_past_or_future(Sight("in the near future.", split_words("in the near future.")), 3)[:3]
    (1, 4, 'DATE')
    """
    key, after = sight.key(word), sight.after(word)
    first = word - 1
    while sight.key(first) in _NEAR and word - first < 3 and sight.gap(first) == " ":
        first -= 1
    if sight.key(first) != "the" or sight.gap(first) != " " or sight.capital(word) or sight.gap(word) == "-":
        return None
    if key == "term" and first == word - 1:
        return None
    if key == "past" and (is_number(after) or after in UNITS or after in ("few", "several", "couple", "many", "and")):
        return None
    return None if after == "of" else Phrase(first, word + 1, "DATE", Constant(NOUNS[key]))
