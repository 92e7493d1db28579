"""Counts before a unit: "three", "twenty four", "1,000", "5 1/2", "a few", "a couple of", with the hedges before."""

from __future__ import annotations

from typing import NamedTuple

from whence.text.wordlists import read_word_list
from whence.times.sight import Sight

_LONGEST_WORDS = 6  # "one hundred and twenty five thousand": a longer run of number words is a list
_DIGITS = 9  # more digits count no days that a report tells
_NUMBERS: dict[str, float] = {
    key: float(value) for key, value in (line.split() for line in read_word_list("number_words"))
}
_VAGUE = frozenset([
    "few", "several", "some", "many", "couple", "dozens", "scores", "hundreds", "thousands", "tens", "millions",
    "billions", "countless", "numerous", "various", "multiple",
])  # fmt: skip
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_MAGNITUDES = frozenset(["dozen", "hundred", "thousand", "million", "billion"])
_ARTICLES = frozenset(["a", "an"])
NUMBER_WORDS = frozenset(key for key in _NUMBERS if key not in _VAGUE)
# Hedges and their mod in TIMEX3, by their last word; those that stand in the span are kept with it.
_HEDGES: dict[tuple[str, ...], str] = {
    ("nearly",): "LESS_THAN", ("almost",): "LESS_THAN", ("less", "than"): "LESS_THAN", ("fewer", "than"): "LESS_THAN",
    ("under",): "LESS_THAN", ("close", "to"): "LESS_THAN",
    ("more", "than"): "MORE_THAN", ("over",): "MORE_THAN", ("longer", "than"): "MORE_THAN",
    ("at", "least"): "EQUAL_OR_MORE", ("no", "less", "than"): "EQUAL_OR_MORE", ("no", "fewer", "than"): "EQUAL_OR_MORE",
    ("at", "most"): "EQUAL_OR_LESS", ("up", "to"): "EQUAL_OR_LESS", ("no", "more", "than"): "EQUAL_OR_LESS",
    ("no", "longer", "than"): "EQUAL_OR_LESS", ("as", "much", "as"): "EQUAL_OR_LESS",
    ("as", "long", "as"): "EQUAL_OR_LESS", ("as", "many", "as"): "EQUAL_OR_LESS",
    ("about",): "APPROX", ("around",): "APPROX", ("roughly",): "APPROX", ("approximately",): "APPROX",
    ("some",): "APPROX", ("an", "estimated"): "APPROX",
}  # fmt: skip
_BEFORE_MORE = frozenset(["just", "well", "slightly", "little", "for", "lasting", "lasted", "after", "of", "in"])
_HEDGE_ENDS = frozenset(words[-1] for words in _HEDGES)


class Count(NamedTuple):
    """A count that begins at word `first`: its value, None where it is vague ("a few"); `rough` with "a couple"."""

    first: int
    value: float | None
    rough: bool = False


def read_count(sight: Sight, word: int) -> Count | None:
    """The count that ends with a word; None where the word is no number.

    Args:
        sight: the text.
        word: the number of the word before the unit.

    >>> from whence.text.words import split_words
    >>> read_count(Sight("in twenty four hours", split_words("in twenty four hours")), 2)
    Count(first=1, value=24.0, rough=False)
    """
    key = sight.key(word)
    if key == "of" and sight.joined(word - 1) and sight.before(word) in ("couple", "dozens", "scores", "hundreds",
                                                                        "thousands", "tens", "number"):  # fmt: skip
        return _vague_at(sight, word - 1, word - 1)
    if key in _VAGUE and not (key == "some" and sight.before(word) in _ARTICLES):
        return _vague_at(sight, word, word)
    if key in _ARTICLES:
        return Count(word - 1, 0.5) if sight.before(word) == "half" else Count(word, 1.0)
    first = _first_of_number(sight, word)
    if first > word:
        return None
    value = number_of([sight.key(at) for at in range(first, word + 1)])
    return None if value is None else Count(first, value)


def _vague_at(sight: Sight, word: int, first: int) -> Count:
    """A vague count, with the article before it."""
    if sight.before(first) in _ARTICLES:
        first -= 1
    couple = sight.key(word) == "couple"
    return Count(first, 2.0 if couple else None, couple)


def _first_of_number(sight: Sight, word: int) -> int:
    """The first word of the number that ends with a word; the word after it where it is none."""
    first = word + 1
    while first > 0 and word - first < _LONGEST_WORDS and _is_number_part(sight, first - 1):
        if first <= word and not _goes_on(sight, first - 1):
            break
        first -= 1
    while first <= word and sight.key(first) == "and":
        first += 1
    if first <= word and sight.before(first) == "a" and sight.key(first) in ("hundred", "thousand", "dozen", "half"):
        first -= 1
    return first


def _goes_on(sight: Sight, word: int) -> bool:
    """Whether a number goes on behind a word: figures do before "thousand" and a fraction only."""
    key, after = sight.key(word), sight.key(word + 1)
    if is_figure(key):
        fraction = sight.gap(word) == "/" or (sight.gap(word) in (" ", "-") and sight.gap(word + 1) == "/")
        return fraction or (sight.gap(word) == " " and after in _MAGNITUDES)
    return sight.gap(word) in (" ", "-")


def _is_number_part(sight: Sight, word: int) -> bool:
    """Whether a word can be part of a written number."""
    key = sight.key(word)
    if key in _ARTICLES:
        return sight.after(word) == "half" and sight.before(word) == "and"
    return key == "and" or key in NUMBER_WORDS or is_figure(key)


def is_figure(key: str) -> bool:
    """Whether a word is a number in figures, with no more digits than a count of days has.

    >>> is_figure("1000"), is_figure("2.5"), is_figure("20th"), is_figure("1" * 40)
    (True, True, False, False)
    """
    whole = key[:-1] if key[-1:] in _FRACTIONS else key
    return whole.isascii() and len(key) <= _DIGITS and whole.count(".") < 2 and whole.replace(".", "").isdigit()


def figure_value(key: str) -> float:
    """The value of a number in figures.

    >>> figure_value("2.5"), figure_value("3½")
    (2.5, 3.5)
    """
    return float(key[:-1]) + _FRACTIONS[key[-1]] if key[-1] in _FRACTIONS else float(key)


def is_number(key: str) -> bool:
    """Whether a word is a number in figures or in words.

    >>> is_number("seven"), is_number("7"), is_number("ship")
    (True, True, False)
    """
    return key in NUMBER_WORDS or is_figure(key)


def number_of(keys: list[str]) -> float | None:
    """The value of a written number; None where the words make none.

    >>> number_of(["a", "hundred", "and", "five"]), number_of(["5", "1", "2"]), number_of(["two", "and", "a", "half"])
    (105.0, 5.5, 2.5)
    >>> number_of(["3", "4"]) is None
    True
    """
    figures = [key for key in keys if is_figure(key)]
    if len(figures) == 3 and len(keys) == 3 and figures[2] in ("2", "4"):
        return figure_value(figures[0]) + figure_value(figures[1]) / figure_value(figures[2])  # 5 1/2
    if len(figures) > 1:
        return None
    total = group = 0.0
    for key in keys:
        if key in ("and", "a", "an"):
            continue
        value = figure_value(key) if is_figure(key) else _NUMBERS.get(key, 0.0)
        if value >= 1000 and not is_figure(key):
            total, group = total + (group or 1.0) * value, 0.0
        elif value in (100, 12) and not is_figure(key) and (group == 0 or key in ("hundred", "dozen")):
            group = (group or 1.0) * value
        else:
            group += value
    return total + group


def _is_hedging_over(sight: Sight, word: int) -> bool:
    """Whether the "over" before a count means more, not the course of: "just over two weeks", "over a week"."""
    return sight.key(word) in _ARTICLES or sight.before(word - 1) in _BEFORE_MORE


class Hedge(NamedTuple):
    """A hedge that begins at word `first`, and its mod."""

    first: int
    mod: str | None


def read_hedge(sight: Sight, word: int) -> Hedge:
    """The hedge that ends just before a word; no mod where there is none.

    >>> from whence.text.words import split_words
    >>> read_hedge(Sight("more than two", split_words("more than two")), 2)
    Hedge(first=0, mod='MORE_THAN')
    """
    if sight.before(word) == "over" and not _is_hedging_over(sight, word):
        return Hedge(word, None)
    if sight.before(word) in _HEDGE_ENDS and sight.joined(word - 1):
        for length in (3, 2, 1):
            words = tuple(sight.key(at) for at in range(word - length, word))
            if words in _HEDGES:
                return Hedge(word - length, _HEDGES[words])
    return Hedge(word, None)
