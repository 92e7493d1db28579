"""Leaning: whether the words around a phrase of time speak of what was or of what is to come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from whence.text.wordlists import read_word_list
from whence.times.phrases import Phrase
from whence.times.sight import Sight

# "is expected to act at its final meeting of the year in December" needs ten. On 400 reports of PolNeAR train 8 changes
# 25 of 3,184 phrases of time, 16 changes 14.
REACH_WORDS = 12
_COMING = frozenset(read_word_list("coming_words"))
_PAST = frozenset(read_word_list("past_verbs"))
# A clause that tells something else begins with one of these: tense before it decides nothing.
_RELATIVES = frozenset(["who", "which", "where", "whom", "whose"])
_ARTICLES = frozenset(["the", "a", "an", "its", "his", "her", "their", "this", "that", "our"])
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s|[\n;:]")
_GAP_CHARACTERS = 20  # more than marks and spaces between two words of one sentence take
# "agreed to meet Friday": what was promised is still to come.
_PROMISES = frozenset(["agreed", "promised", "vowed", "pledged", "ordered", "invited", "urged", "proposed", "intended",
                       "offered", "threatened", "prepared", "supposed", "set", "ready"])  # fmt: skip
_PUT_OFF = frozenset(["postponed", "delayed", "moved", "adjourned", "deferred", "pushed"])  # "postponed to May"
_NOUNS = frozenset(["plan", "plans", "hope", "hopes"])  # of _COMING, nouns too: "the plan"
_NOT_VERBS = frozenset(["united", "hundred", "need", "indeed", "speed", "unprecedented"])


def leans_forward(before: Sequence[str], after: Sequence[str]) -> bool | None:
    """Whether the nearest verb before a phrase of time, else the first after it, speaks of what is to come.

    Args:
        before: the keys of the words before the phrase, in their order, of its own sentence.
        after: those after it.

    Returns:
        True for what is to come, False for what was, None where no word near tells.

    >>> leans_forward(["she", "will", "speak", "on"], []), leans_forward(["he", "said"], ["he", "will", "go"])
    (True, False)
    """
    lead = _read_lead(before)
    if lead is not None:
        return lead
    found = _read_back(before[-REACH_WORDS:])
    return _read_on(after[:REACH_WORDS]) if found is None else found


class Leaning:
    """The tense around the phrases of one text.

    >>> from whence.text.words import split_words
    >>> from whence.times.readers import read_phrases
    >>> sight = Sight("He left. He will speak Friday.", split_words("He left. He will speak Friday."))
    >>> Leaning(sight).is_coming(read_phrases(sight)[0])
    True
    """

    __slots__ = ("_ends", "_keys")

    def __init__(self, sight: Sight) -> None:
        words, text = sight.words, sight.text
        self._keys = words.keys
        # ends[i] is 1 where a sentence ends between word i and the next: found once, looked up for each phrase.
        gaps = zip(words.ends, words.starts[1:], strict=False)
        self._ends = bytearray(text[start:end] != " " and _ends_sentence(text, start, end) for start, end in gaps)

    def is_coming(self, phrase: Phrase) -> bool | None:
        """Whether the words around a phrase, within its sentence, speak of what is to come; None where none tells."""
        low, high = max(0, phrase.first - REACH_WORDS), phrase.last + REACH_WORDS
        low = max(low, self._ends.rfind(1, low, phrase.first) + 1)
        end = self._ends.find(1, phrase.last - 1, high - 1)
        high = end + 1 if end >= 0 else high
        return leans_forward(self._keys[low : phrase.first], self._keys[phrase.last : high])


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether what stands between two words ends a sentence."""
    return end - start > _GAP_CHARACTERS or _SENTENCE_END.search(text, start, end) is not None


def _read_lead(before: Sequence[str]) -> bool | None:
    """What the word just before a phrase tells: "until Tuesday" is to come, "since March" was."""
    last, rest = before[-1:], before[-3:-1]
    if last in (["next"], ["coming"]) or (last == ["as"] and rest in (["as", "early"], ["as", "soon"])):
        return True
    if last in (["until"], ["till"]) and rest[-1:] not in ([], ["not"]):
        return True
    if last == ["to"] and not _PUT_OFF.isdisjoint(rest[-1:]):
        return True
    return False if last == ["since"] else None


def _read_on(keys: Iterable[str]) -> bool | None:
    """The first sign of tense."""
    for key in keys:
        if key in _COMING:
            return True
        if key in _PAST or _is_participle(key):
            return False
    return None


def _read_back(keys: Sequence[str]) -> bool | None:
    """The last sign of tense; a participle waits for the word before it, for "will be filed" is no past."""
    for place in range(len(keys) - 1, -1, -1):
        key = keys[place]
        if key in _RELATIVES:
            return None
        if key in _NOUNS and place and keys[place - 1] in _ARTICLES:
            continue
        if key in _COMING and _is_over(keys[:place]):
            return False
        if key in _COMING or (key == "set" and keys[place + 1 : place + 2] in (["for"], ["to"])):
            return True
        if key in _PROMISES and "to" in keys[place + 1 : place + 4]:
            return True
        if key in _PAST and keys[place - 1 : place] in (["is"], ["are"]):
            continue  # "is heard in May": a passive of the present tells nothing
        if key in _PAST or (_is_participle(key) and not _is_adjective(keys[:place])):
            return _is_passive_to_come(keys[:place])
    return None


def _is_over(keys: Sequence[str]) -> bool:
    """Whether the words before one of what is to come set it back: "had been scheduled", "as previously planned"."""
    rest = list(keys[-2:])
    return rest[-1:] in (["had"], ["previously"], ["originally"]) or rest == ["had", "been"]


def _is_adjective(keys: Sequence[str]) -> bool:
    """Whether the words before a participle make it an adjective: "the disputed", "a newly built"."""
    rest = list(keys[-2:])
    while rest and (rest[-1] in ("still", "newly") or rest[-1].endswith("ly")):
        rest.pop()
    return bool(rest) and rest[-1] in _ARTICLES


def _is_passive_to_come(keys: Sequence[str]) -> bool:
    """Whether the words before a participle make it one of what is to come: "will be formally", "is to be"."""
    rest = list(keys)
    while rest and (rest[-1] in ("not", "also") or rest[-1].endswith("ly")):
        rest.pop()
    return len(rest) > 1 and rest[-1] == "be" and (rest[-2] in _COMING or rest[-2] in ("to", "not", "can", "must"))


def _is_participle(key: str) -> bool:
    """Whether a word looks like the past of a regular verb."""
    return key.endswith("ed") and len(key) > 4 and key not in _NOT_VERBS
