"""What the tagger learns from: PolNeAR's labels, and unlabelled news of ../shared/data, as arrays of codes.

Texts are read where they lie; the arrays hold numbers of words, never the texts.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np

from bench.quality.shared_data import DATA, Row, lines, reports_by_id
from whence.quotes.features import Lexicon, encode
from whence.quotes.tokens import Tokens, split_tokens

LEXICON_WORDS = 25_000  # words seen in at least 3 reports, the most frequent of them
AFFIXES = 2_000  # of each kind; rarer ones say little
LEAST_REPORTS = 3
ROLES = ("source", "cue", "content")
Codes = np.ndarray[Any, np.dtype[np.int32]]


class Labelled(NamedTuple):
    """One report of PolNeAR: its tokens, and the attributions as (source, cue, content) pieces of token ranges."""

    id: str
    text: str
    tokens: Tokens
    attributions: list[dict[str, list[tuple[int, int]]]]


def polnear(split: str) -> list[Labelled]:
    """The labelled reports of a split, "train" or "dev"."""
    return [_labelled(row) for row in lines(DATA / "polnear" / f"{split}.jsonl.gz")]


def _labelled(row: Row) -> Labelled:
    """A record with its spans as token ranges; a piece that holds no whole token takes those it touches."""
    tokens = split_tokens(row["text"])
    starts, ends = np.array(tokens.starts), np.array(tokens.ends)

    def pieces(spans: list[Row]) -> list[tuple[int, int]]:
        found = []
        for span in spans:
            first = int(np.searchsorted(ends, span["start"], side="right"))
            last = int(np.searchsorted(starts, span["end"], side="left"))
            if last > first:
                found.append((first, last))
        return sorted(found)

    attributions = [{role: pieces(one[role]) for role in ROLES} for one in row["attributions"]]
    return Labelled(row["id"], row["text"], tokens, attributions)


def unlabelled() -> Iterator[str]:
    """The texts of abp, allsides, asprout, basil, gva and PolNeAR's train split; never PolNeAR's dev split."""
    seen: set[str] = set()
    for row in reports_by_id().values():
        digest = hashlib.sha256(row["text"].encode()).hexdigest()
        if digest not in seen:
            seen.add(digest)
            yield row["text"]


def build_lexicon(reports: Iterable[Tokens]) -> Lexicon:
    """The words and affixes that the tagger knows, most frequent first; words of fewer than 3 reports are left out."""
    counts: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for tokens in reports:
        counts.update(tokens.keys)
        spread.update(set(tokens.keys))
    known = [word for word, _ in counts.most_common() if spread[word] >= LEAST_REPORTS]
    endings: Counter[str] = Counter()
    beginnings: Counter[str] = Counter()
    for word in known:
        if word[0].isalpha():
            endings[word[-3:]] += 1
            beginnings[word[:3]] += 1
    return Lexicon(
        tuple(known[:LEXICON_WORDS]),
        tuple(ending for ending, _ in endings.most_common(AFFIXES)),
        tuple(beginning for beginning, _ in beginnings.most_common(AFFIXES)),
    )


def codes_of(tokens: Tokens, lexicon: Lexicon) -> Codes:
    """A report's tokens as an array of shape (tokens, 6)."""
    return encode(tokens, lexicon.numbers())


def data_hash(texts: Iterable[str]) -> str:
    """One SHA-256 over texts, for the card of the weights."""
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode())
    return digest.hexdigest()
