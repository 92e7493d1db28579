"""Terms of a report: the words that tell a story, in fields that each count for themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np

from whence.records import Report
from whence.text.mixing import HALF, MIX, STEP
from whence.text.wordlists import read_word_list

FIELDS = ("title", "lead", "words", "names", "full_names", "numbers")
TITLE, LEAD, WORDS, NAMES, FULL_NAMES, NUMBERS = range(len(FIELDS))
READ_CHARACTERS = 8_000  # news says first what it is about
LEAD_WORDS = 80
DAY_WORDS = 150  # in which a bare weekday dates the event
SAMPLED_PHRASES = 64
LONGEST_NAME = 3  # words of a full name that are kept

_WORD = re.compile(r"(?:\d+(?:[.,]\d+)+|[^\W_]+)(?:[-’'][^\W_]+)*")  # 1,000-day  O’Brien
_NAME = re.compile(r"[A-Z][\w’'-]*\.?(?: (?:of |the |de |al-|bin )?[A-Z][\w’'-]*\.?)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]['\"”’)]?\s+|[\n\"“‘(•—–]\s*)$")
_DIGIT = re.compile(r"\d")
_BEFORE = 4  # characters in which the end of the sentence before is seen
_DAYS = {"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6}
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "said", "says"})


_FUNCTION_WORDS = {word for line in read_word_list("function_words") for word in line.split()}
_NO_NAMES = frozenset(_FUNCTION_WORDS | _TITLES | set(read_word_list("date_words")))


class Terms(NamedTuple):
    """What a report is about: how often each term stands in each of FIELDS; the day (proleptic ordinal) on which it
    claims to have appeared; the days that its weekdays name; and a sample of its wording: the least SAMPLED_PHRASES of
    the hashes of its runs of three words, sorted (uint32)."""

    counts: tuple[Mapping[str, int], ...]
    day: int | None
    named_days: frozenset[int]
    phrases: Any


def read_terms(report: Report) -> Terms:
    """The terms of a report.

    Args:
        report: with a title or without.

    >>> report = Report("a", "a", "The mayor, Jane Roe, said on Friday that 12 people had left Springfield.")
    >>> terms = read_terms(report)
    >>> sorted(terms.counts[FULL_NAMES]), sorted(terms.counts[NUMBERS])
    (['Jane Roe'], ['12'])
    """
    title, text = report.title or "", report.text[:READ_CHARACTERS]
    title_words = [word_stem(word) for word in _WORD.findall(title)]
    words = [word_stem(word) for word in _WORD.findall(text)]
    names, full_names = _read_names(text)
    names.update(word.lower() for word in _WORD.findall(title) if _is_acronym(word) and not title.isupper())
    day = day_of(report)
    numbers = {word for word in {*title_words, *words} if _DIGIT.search(word)}
    counts = (
        Counter(title_words),
        Counter(title_words + words[:LEAD_WORDS]),
        Counter(2 * title_words + words),
        names,
        full_names,
        Counter(word for word in title_words + words if word in numbers),
    )
    return Terms(counts, day, _named_days(words[:DAY_WORDS], day), _sample_phrases(words))


def day_of(report: Report) -> int | None:
    """The day on which a report claims to have appeared; None where it gives none, or only a month or a year."""
    published = report.published
    if published is None or len(published.iso) < len("2024-11-29"):
        return None
    return date.fromisoformat(published.iso[:10]).toordinal()


@lru_cache(maxsize=1 << 16)
def word_stem(word: str) -> str:
    """A word in lower case, without a plain plural or a genitive.

    >>> word_stem("Shootings"), word_stem("mayor’s"), word_stem("Congress")
    ('shooting', 'mayor', 'congress')
    """
    word = word.lower().replace("’", "'")
    word = word.removesuffix("'s")
    return word[:-1] if len(word) > 4 and word[-1] == "s" and word[-2] not in "su" else word


def _read_names(text: str) -> tuple[Counter[str], Counter[str]]:
    """Words of names in lower case, and names of several words as written: capitals that begin no sentence."""
    words: Counter[str] = Counter()
    full: Counter[str] = Counter()
    for found in _NAME.finditer(text):
        parts = found.group().split()
        at_start = _SENTENCE_START.search(text, max(0, found.start() - _BEFORE), found.start())
        if at_start and (len(parts) == 1 or parts[0].lower() in _NO_NAMES):
            parts = parts[1:]
        parts = [part.rstrip(".").removesuffix("’s").removesuffix("'s") for part in parts]
        parts = [part for part in parts if len(part) > 1 and part.lower() not in _NO_NAMES]
        words.update(part.lower() for part in parts)
        if len(parts) > 1:
            full[" ".join(parts[:LONGEST_NAME])] += 1
    return words, full


def _sample_phrases(words: list[str]) -> Any:
    """The least hashes of runs of three words (bottom-k sketch; Broder 1997)."""
    hashes = np.array([crc32(word.encode()) for word in words], np.uint64)
    runs = ((hashes[:-2] * STEP + hashes[1:-1]) * STEP + hashes[2:]) * MIX
    return np.unique((runs >> HALF).astype(np.uint32))[:SAMPLED_PHRASES]


def _is_acronym(word: str) -> bool:
    """Whether a word is written in capitals."""
    return len(word) > 1 and word.isupper()


def _named_days(words: list[str], day: int | None) -> frozenset[int]:
    """The latest day on or before publication for each weekday that is named."""
    if day is None:
        return frozenset()
    weekday = (day - 1) % 7  # the first day of the calendar was a Monday
    return frozenset(day - (weekday - _DAYS[word]) % 7 for word in words if word in _DAYS)
