"""What a figure counts or measures: its head noun, and the words that narrow it.

English puts them after the number ("11,000 North Korean soldiers"), or after "of" or "in" ("30 percent of voters",
"$300 million in damages"). Where nothing follows, a verb of level or change leads back to the subject ("sales rose 6
percent"). Where neither tells, a figure has no head.
"""

from __future__ import annotations

from whence.figures.dates import is_date_word
from whence.figures.measures import Measure
from whence.figures.noun_chains import HEAD_STOPS, Head, choose_head, is_name, noun_chain, stand_together
from whence.figures.nouns import WORD_GROUPS
from whence.figures.numeral_words import NOTHING, TOKENS
from whence.figures.prepositions import noun_before
from whence.figures.subjects import bearer_before, event_before, name_before, subject_before
from whence.text.style import is_function_word
from whence.text.words import Words

_UNIT_KINDS = frozenset(["length", "area", "volume", "mass", "speed", "temperature", "energy", "data", "duration"])


_SPENT_ON = frozenset(["in", "on", "for"])


def head_of(text: str, words: Words, measure: Measure, skipped: int = 0) -> Head | None:
    """The head of a figure: after it, else before it.

    Args:
        text: the text.
        words: its words.
        measure: the figure.
        skipped: how many words of a hedge stand directly after it ("50-plus people": 1).
    """
    if measure.kind == "score":
        return None
    if measure.kind == "age" and text[measure.end - 1].isdigit():
        turned = measure.first > 0 and words.keys[measure.first - 1] in WORD_GROUPS["turning to an age"]
        return (bearer_before if turned else name_before)(text, words, measure)
    after = _after(text, words, measure, measure.last + skipped) or _said_of(text, words, measure)
    if after:
        return after
    if words.keys[measure.last : measure.last + 1] == ["ago"]:
        return event_before(text, words, measure)
    if measure.kind == "age":
        return bearer_before(text, words, measure)
    if measure.kind == "ordinal":
        return None
    return subject_before(text, words, measure) or noun_before(text, words, measure)


def _said_of(text: str, words: Words, measure: Measure) -> Head | None:
    """What a verb says of people without a noun: "5,900 have been injured"."""
    at = measure.last
    if (
        measure.kind != "number"
        or measure.unit
        or words.keys[at : at + 1] not in (["were"], ["was"], ["have"], ["are"])
    ):
        return None
    while at < len(words.keys) and at - measure.last < 3 and words.keys[at] in WORD_GROUPS["passive"]:
        at += 1
    said = at < len(words.keys) and words.keys[at] in WORD_GROUPS["harm"]
    return Head((at, at + 1)) if said and text[measure.end : words.starts[at]].replace(" ", "").isalpha() else None


def _after(text: str, words: Words, measure: Measure, at: int) -> Head | None:
    """The head after a figure, from a word on."""
    end = measure.end if at == measure.last else words.ends[at - 1]
    if at >= len(words.keys) or not stand_together(text, end, words.starts[at]):
        return None
    key = words.keys[at]
    if key == "more" and words.keys[at + 1 : at + 2] != ["than"] and at + 1 < len(words.keys):
        at, key = at + 1, words.keys[at + 1]
        if not stand_together(text, words.ends[at - 1], words.starts[at]) or is_function_word(key):
            return None
    if measure.form == "fraction" and key in WORD_GROUPS["determiners"]:
        return _after_of(text, words, at)
    if key == "worth" and words.keys[at + 1 : at + 2] == ["of"]:
        at, key = at + 1, "of"
    if key == "of" or _in_prison(words, at, measure):
        return _after_of(text, words, at + 1)
    if key in _SPENT_ON and measure.kind == "money":
        return _spent_on(text, words, at)
    if measure.kind == "age" and is_name(text, words, at):
        return _name_after(text, words, at)
    plain = measure.kind == "number" and not measure.unit
    if measure.kind in _UNIT_KINDS and not measure.joined and not _is_attributive(words, measure):
        return None
    if measure.kind == "percent" and key in WORD_GROUPS["told in percent"]:
        return Head((at, at + 1))
    if measure.kind == "percent" and not _is_attributive(words, measure) and not measure.joined:
        return choose_head(text, words, noun_chain(text, words, at), singular=False)
    if plain and text[measure.end : words.starts[at]] == "-" and at == measure.last and words.keys[at].isalpha():
        return Head((at, at + 1))  # "a 1,400-room hotel" counts rooms
    one = measure.high is None and abs(measure.value) <= 1 and measure.form in ("cardinal", "digits")
    if one and key in HEAD_STOPS:
        return None  # "one remains critical"
    singular = not plain or one or measure.form == "fraction"
    chain = noun_chain(text, words, at, counting=not singular)
    return choose_head(text, words, chain, singular=singular)


def _name_after(text: str, words: Words, at: int) -> Head | None:
    """A name after an age ("22-year-old Kyle Carney"), or the noun that capitals narrow ("a 5-year-old Leeds boy")."""
    last = at
    while last < len(words.keys) and last - at < 4 and is_name(text, words, last):
        if (
            last > at
            and not stand_together(text, words.ends[last - 1], words.starts[last])
            and words.keys[last - 1] not in ("jr", "st")
        ):
            break
        last += 1
    if last - at == 1:
        return choose_head(text, words, noun_chain(text, words, at), singular=True)
    return Head((at, last))


def _in_prison(words: Words, at: int, measure: Measure) -> bool:
    """Whether a length of time is one in prison, in jail, in office."""
    following = words.keys[at : at + 2]
    places = ("prison", "jail", "custody", "office", "captivity", "exile", "detention", "power")
    return measure.kind == "duration" and len(following) == 2 and following[0] == "in" and following[1] in places


def _spent_on(text: str, words: Words, at: int) -> Head | None:
    """What money is for: "$3 million in damages", "$60,000 on videos", "$1.4 billion for a barrier"."""
    inside = at + 1
    if words.keys[at] != "in" and words.keys[inside : inside + 1] in (["a"], ["an"], ["the"], ["its"], ["their"]):
        inside += 1
    if not _names_a_thing(text, words, inside) or words.keys[inside] in WORD_GROUPS["no purchase"]:
        return None
    head = _after_of(text, words, inside)
    if head is None or words.keys[at] == "in":
        return head
    key = words.keys[head.head[0]]
    period = any(part in WORD_GROUPS["spans of time"] for part in words.keys[inside : head.head[1]])
    return None if period or key.endswith("ing") else head


def _names_a_thing(text: str, words: Words, at: int) -> bool:
    """Whether the word after "in" can be what money went into: no year, no name of a place, no time."""
    if at >= len(words.keys):
        return False
    key = words.keys[at]
    return (
        text[words.starts[at]].islower() and not is_function_word(key) and not is_date_word(key)
    ) or key == "federal"


def _after_of(text: str, words: Words, at: int) -> Head | None:
    """The head after "of": determiners first, then nouns, a plural before others."""
    skipped = 0
    while at < len(words.keys) and skipped < 3 and _may_be_skipped(words.keys[at]):
        at, skipped = at + 1, skipped + 1
    if at >= len(words.keys) or not stand_together(text, words.ends[at - 1], words.starts[at]):
        return None
    chain = noun_chain(text, words, at)
    return choose_head(text, words, chain, singular=False) or choose_head(text, words, chain, singular=True)


def _may_be_skipped(key: str) -> bool:
    """Whether a word after "of" only leads on: "three of the six people"."""
    return key in WORD_GROUPS["determiners"] or key[0].isdigit() or TOKENS.get(key, NOTHING).kind not in ("", "ordinal")


def _is_attributive(words: Words, measure: Measure) -> bool:
    """Whether a unit in the singular stands before a noun: "a 10 mile run", "a 5 percent rise"."""
    before = words.keys[measure.first - 1] if measure.first else ""
    singular = not words.keys[measure.last - 1].endswith("s") and words.keys[measure.last - 1] != "feet"
    if measure.kind == "percent":
        owner = words.keys[measure.first - 2] if measure.first > 1 else ""
        if before == "'s":
            return owner not in WORD_GROUPS["short for is"]  # "she's 100 percent sure"
        return before in ("a", "an", "the", "another", "its", "his", "their", "this")
    return singular and (before in WORD_GROUPS["determiners"] or measure.value > 1)
