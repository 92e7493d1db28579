"""Runs of nouns and adjectives after a number, and which word of them is the head.

After a number above one the head is the first plural, because nouns before nouns stay singular ("12 police dogs");
after "1,000-day" it is the last noun before a verb or a preposition. There is no tagger here: closed classes, lists and
endings tell words apart.
"""

from __future__ import annotations

from typing import NamedTuple

from whence.figures.dates import is_date_word
from whence.figures.joining import CHANGE_VERBS
from whence.figures.nouns import WORD_GROUPS, is_plural, read_words
from whence.figures.numeral_words import TOKENS
from whence.text.style import is_function_word
from whence.text.words import Words

LEVEL_VERBS = read_words("level_verbs")
PAST_VERBS = read_words("past_verbs")
_VICTIMS = read_words("victim_words")
HEAD_STOPS = read_words("head_stops")
_OPENING = " -\u00a0“\"‘'(["
_MOST_WORDS = 8

Range = tuple[int, int]


class Head(NamedTuple):
    """The words of a head (first, word after the last), and those of its modifiers."""

    head: Range
    modifiers: tuple[Range, ...] = ()


def noun_chain(text: str, words: Words, at: int, *, counting: bool = False) -> Range:
    """The run of words from `at` that can be adjectives and nouns of one phrase.

    Args:
        text: the text.
        words: its words.
        at: the first of them.
        counting: whether a number above one stands before, so that the phrase goes on to a plural ("exit votes").
    """
    last = at
    while last < len(words.keys) and last - at < _MOST_WORDS:
        key = words.keys[last]
        if key == "'s" and last > at:
            last += 1
            continue
        titled = words.keys[last - 1] in WORD_GROUPS["titles"]  # the stop of "Ms." ends nothing
        if last > at and not titled and not stand_together(text, words.ends[last - 1], words.starts[last]):
            break
        if _hyphened(text, words, last, len(words.keys)):
            last += 1  # whatever it is, "long-range" and "off-duty" are adjectives
            continue
        written = text[words.starts[last]]
        if is_function_word(key) and key not in ("other", "such", "own") and not (key == "us" and written == "U"):
            break
        if key in HEAD_STOPS and not written.isupper() and not _may_be_noun(words, at, last, counting=counting):
            break
        named = written.isupper() and last > at and text[words.starts[last - 1]].isupper()
        narrows = last == at and is_plural("".join(words.keys[last + 1 : last + 2]))  # "summer analysts"
        if key[0].isdigit() or (is_date_word(key) and not (named or narrows)):
            break
        if last > at and (key in CHANGE_VERBS or key in LEVEL_VERBS) and is_plural(words.keys[last - 1]):
            break
        last += 1
    return at, last


def _may_be_noun(words: Words, at: int, last: int, *, counting: bool) -> bool:
    """Whether a word that is mostly a verb is a noun here: "two dead", "146 votes", "100 confirmation votes"."""
    key = words.keys[last]
    if last == at:
        return key in _VICTIMS or is_plural(key)
    return counting and is_plural(key) and not is_plural(words.keys[last - 1])


def choose_head(text: str, words: Words, chain: Range, *, singular: bool) -> Head | None:
    """The head among the words of a chain, and what stands before it as its modifiers."""
    first, last = chain
    keys = words.keys
    owner = next((at for at in range(last - 1, first, -1) if keys[at] == "'s"), first - 1)  # the head is what it owns
    candidates = range(owner + 1, last)
    plural = next((at for at in candidates if is_plural(keys[at]) and not _hyphened(text, words, at, last)), None)
    while plural is not None and plural + 1 < last and is_plural(keys[plural + 1]):
        plural += 1
    if plural is not None and not (singular and plural + 1 < last):
        head = plural
    elif singular and last > first:
        head = _last_noun(text, words, first, last)
        if head == first and (_is_verb(keys[head]) or keys[head] in WORD_GROUPS["no last noun"]):
            return None
    elif last > first and keys[first] in _VICTIMS:
        head = first
    else:
        return None
    return Head((head, head + 1), _modifiers(text, words, first, head)) if len(keys[head]) > 1 else None


def _is_verb(key: str) -> bool:
    """Whether a word that stands alone after a number is a verb rather than a noun."""
    return (key.endswith(("ed", "ing")) or key in PAST_VERBS) and key not in WORD_GROUPS["nouns like verbs"]


def _hyphened(text: str, words: Words, at: int, last: int) -> bool:
    """Whether a word is grown by a hyphen on to the next one: "weapons-grade"."""
    return at + 1 < last and text[words.ends[at] : words.starts[at + 1]] == "-"


def _last_noun(text: str, words: Words, first: int, last: int) -> int:
    """The last word of a singular chain that is no verb: it ends before "-ed", "-ing" and "-ly" words.

    What a hyphen joins ("officer-involved") and what a superlative narrows ("highest grossing") goes on.
    """
    while last - first > 1 and words.keys[last - 1] in WORD_GROUPS["no last noun"]:
        last -= 1  # "his brother early this morning"
    for at in range(first + 1, last):
        joined = text[words.ends[at - 1] : words.starts[at]] == "-"
        key = words.keys[at]
        told = (key.endswith(("ed", "ing", "ly")) and key not in WORD_GROUPS["adjectives in -ly"]) or (
            key in PAST_VERBS and not _is_noun_too(words, at)
        )
        ending = told and key not in WORD_GROUPS["nouns like verbs"]
        if ending and not joined and not words.keys[at - 1].endswith(("est", "ly")):
            return at - 1
    return min(last, first + 6) - 1


def _is_noun_too(words: Words, at: int) -> bool:
    """Whether a past form can be a noun where it stands: "a 9 percent cut", not "a convention set to open"."""
    return words.keys[at] in WORD_GROUPS["past or noun"] and words.keys[at + 1 : at + 2] != ["to"]


def _modifiers(text: str, words: Words, first: int, head: int) -> tuple[Range, ...]:
    """The words before a head; what a hyphen joins is one of them, and so is a run of capitals ("North Korean")."""
    groups: list[Range] = []
    for at in range(first, head):
        names = at > first and text[words.starts[at]].isupper() and text[words.starts[at - 1]].isupper()
        if at > first and (names or text[words.ends[at - 1] : words.starts[at]] in ("-", "")):
            groups[-1] = (groups[-1][0], at + 1)
        else:
            groups.append((at, at + 1))
    return tuple(group for group in groups if words.keys[group[0]] not in TOKENS)


def stand_together(text: str, end: int, start: int) -> bool:
    """Whether two words stand in one phrase: spaces, a hyphen, an opening mark between them."""
    return 0 < start - end <= 3 and not text[end:start].strip(_OPENING)


def is_name(text: str, words: Words, at: int) -> bool:
    """Whether a word is written as a name."""
    return text[words.starts[at]].isupper() and not is_function_word(words.keys[at])
