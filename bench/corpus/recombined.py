"""Material from real news text: short runs of words from many reports, joined where two words agree.

A walk through a pool of real sentences: four to nine words are read, then the walk goes on at another place where the
same two words stand (the same one word, where two are rare), until a full stop. Each sentence reads like news for a few
words at a time, no run of the pool is longer than about a dozen words, and two walks that stood at one place part at
the next jump: that is how a million independent reports come from ten thousand real ones. It is the order-2 Markov
text of Shannon, "A Mathematical Theory of Communication" (1948), section 3, walked for many reports at once.
"""

from __future__ import annotations

import gzip
import json
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import compress
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bench.corpus.chance import GOLDEN, Lots, lots, mix
from bench.corpus.lists import read_list
from bench.corpus.material import Material, fits_speech

Places = NDArray[np.int32]
ABP = Path(__file__).resolve().parents[3] / "shared" / "data" / "abp" / "articles.jsonl.gz"
POOL_WORDS = 5_000_000  # half of abp: more gains little and costs memory and time to start (README.md)
COMMON = 100  # places that must have the same two words, or the same one, for the walk to go on at one of them
REPEATED_WORDS = 7  # sentences of the pool that share so many words in a row are stock: all but the first are left out
NEAR_OPENINGS = 20_000  # a report opens its sentences within so many neighbours: texts of its topic, or of the next one
SHORTEST_RUN, RUN_SPREAD, RUN_SLACK = 3, 3, 2
SENTENCE_LIMIT = 44  # words after which a walk that finds no full stop is cut
REPORT_WORDS = (150, 650)  # abp's reports have 900 words, those of the prototype's corpus 400
BATCH = 2048  # walks at once: their arrays stay in the processor's cache
STEP_LIMIT = 400
_UNWANTED = re.compile("[\ufeff“”\"‘\\[\\](){}*_<>|]|[’'](?=\\s|$)|(?<!\\S)[’']|\u200b")
_STOPS = (".", "?", "!")
_ABBREVIATIONS = frozenset(read_list("abbreviations"))


class Pool(NamedTuple):
    """Real sentences as one string, and for every word where a walk may go from it."""

    text: str
    starts: Places  # where each word begins in the text; one more than there are words
    sentence_ends: Places  # for each word, the number after the last word of its sentence
    openings: Places  # the words that begin a sentence, topic by topic
    cuts: Places  # for each word, the best word near it to leave a run after
    order: Places  # places grouped by pair of words, then places grouped by word
    group_first: Places  # for each word, its group in `order`
    group_size: Places


def ends_sentence(word: str) -> bool:
    """Whether a word closes a sentence, told from the word alone so that it is the same wherever the word stands.

    >>> [ends_sentence(word) for word in ("over.", "Dr.", "U.S.", "J.", "why?")]
    [True, False, False, False, True]
    """
    if not word.endswith(_STOPS):
        return False
    return word[-1] != "." or (len(word) > 2 and "." not in word[:-1] and word not in _ABBREVIATIONS)


def read_pool(path: Path = ABP, *, words: int = POOL_WORDS) -> Pool:
    """The pool of a file of reports (`text`, `topic`), about as many words as asked for, topics together."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [(row["topic"], row["text"]) for row in map(json.loads, file)]
    total = sum(text.count(" ") for _, text in rows)
    step = max(1.0, total / words)
    kept = [rows[int(k * step)] for k in range(int(len(rows) / step))]
    kept.sort(key=lambda row: str(row[0]))  # stable: the order of the file inside a topic
    return build_pool(kept)


def build_pool(rows: Iterable[tuple[str, str]]) -> Pool:
    """The pool of some texts, each with its topic; stock sentences are left out, texts of one topic stand together."""
    numbers: dict[str, int] = {}
    keys, lengths, sizes = (array("i") for _ in range(3))
    texts: list[str] = []
    for _, text in rows:
        for sentence in split_sentences(text):
            texts.append(" ".join(sentence))
            keys.extend(numbers.setdefault(word, len(numbers)) for word in sentence)
            lengths.extend(len(word) + 1 for word in sentence)
            sizes.append(len(sentence))
    fresh = _find_fresh(_as_places(keys), _as_places(sizes))
    kept = np.repeat(fresh, _as_places(sizes))
    sentence_sizes = _as_places(sizes)[fresh]
    sentence_ends = np.cumsum(sentence_sizes, dtype=np.int32)
    order, group_first, group_size, common = _group_places(_as_places(keys)[kept])
    return Pool(
        text=" ".join(compress(texts, fresh.tolist())) + " ",
        starts=np.concatenate([[0], np.cumsum(_as_places(lengths)[kept])]).astype(np.int32),
        sentence_ends=np.repeat(sentence_ends, sentence_sizes),
        openings=sentence_ends - sentence_sizes,
        cuts=_choose_cuts(common),
        order=order,
        group_first=group_first,
        group_size=group_size,
    )


def _as_places(numbers: array[int]) -> Places:
    """An array of Python's as one of NumPy's, without a copy."""
    return np.frombuffer(numbers, dtype=np.int32)


def _find_fresh(keys: Places, sizes: Places) -> NDArray[np.bool_]:
    """For each sentence whether no run of `REPEATED_WORDS` of its words stands anywhere before it.

    Runs are told apart by a hash: the odd sentence lost to a collision is no loss.
    """
    mixed = mix(keys.astype(np.uint64))
    runs = np.zeros(max(0, len(keys) - REPEATED_WORDS + 1), np.uint64)
    for step in range(REPEATED_WORDS):
        runs = runs * np.uint64(GOLDEN) + mixed[step : step + len(runs)]
    _, first = np.unique(runs, return_index=True)
    repeated = np.ones(len(runs), bool)
    repeated[first] = False
    sentence = np.repeat(np.arange(len(sizes)), sizes)
    inside = sentence[: len(runs)] == sentence[REPEATED_WORDS - 1 :]
    fresh = np.ones(len(sizes), bool)
    fresh[sentence[: len(runs)][repeated & inside]] = False
    return fresh


def split_sentences(text: str) -> Iterator[list[str]]:
    """The sentences of 4 to 80 words, as words without quotation marks and brackets.

    Paragraphs that do not end with a full stop are captions, headings and menus: they are left out.
    """
    for line in text.splitlines():
        words = _UNWANTED.sub("", line).split()
        if not words or not ends_sentence(words[-1]):
            continue
        first = 0
        for place, word in enumerate(words):
            if ends_sentence(word):
                if 4 <= place + 1 - first <= 80 and words[first][0].isupper():
                    yield words[first : place + 1]
                first = place + 1


def _group_places(keys: Places) -> tuple[Places, Places, Places, NDArray[np.bool_]]:
    """All places by pair of words and by word; for each place where a walk goes on, and whether from a pair.

    After a rare word a walk goes on anywhere: else all walks that meet there would go on together.
    """
    pairs = keys.astype(np.int64)
    pairs[1:] |= keys[:-1].astype(np.int64) << 32
    by_pair, pair_first, pair_size = _grouped(pairs)
    by_word, word_first, word_size = _grouped(keys)
    common = pair_size >= COMMON
    first = np.where(common, pair_first, word_first + len(keys))
    size = np.where(common, pair_size, word_size)
    rare = size < COMMON
    first[rare], size[rare] = 0, len(keys)
    return np.concatenate([by_pair, by_word]), first.astype(np.int32), size, common


def _grouped(keys: NDArray[np.int64] | Places) -> tuple[Places, Places, Places]:
    """The places in the order of their keys, and for each place where its group begins there and how many it holds."""
    order = np.argsort(keys, kind="stable").astype(np.int32)
    ordered = keys[order]
    begins = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    sizes = np.diff(np.append(begins, len(keys)))
    first, size = np.empty(len(keys), np.int32), np.empty(len(keys), np.int32)
    first[order] = np.repeat(begins, sizes)
    size[order] = np.repeat(sizes, sizes)
    return order, first, size


def _choose_cuts(common: NDArray[np.bool_]) -> Places:
    """For each place the first at or just after it where the pair of words is common; itself where there is none."""
    places = np.arange(len(common), dtype=np.int32)
    cuts = places.copy()
    for step in range(RUN_SLACK, -1, -1):
        later = np.minimum(places + step, len(common) - 1)
        cuts = np.where(common[later], later, cuts)
    return cuts


class Recombined:
    """Real news text, recombined."""

    name = "abp"

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        counted = Counter(pool.text[: 6 * 10**6].split())
        plain = [word for word, _ in counted.most_common(6000) if word.isalpha() and word.islower() and len(word) > 2]
        self.vocabulary = sorted(plain)

    def materials(self, seed: int) -> Iterator[Material]:
        """Material for report after report, walked in batches; the batches change nothing in it."""
        first = 0
        while True:
            yield from self.walk(lots(seed, first, BATCH))
            first += BATCH

    def walk(self, lanes: Lots) -> Iterator[Material]:
        """One material for each of the numbers drawn."""
        begins, ends, closes = _walk_pool(self._pool, lanes)
        text = self._pool.text
        for row_begins, row_ends, row_closes in zip(begins, ends, closes, strict=True):
            pieces = [text[a:b] for a, b in zip(row_begins.tolist(), row_ends.tolist(), strict=True)]
            sentences: list[str] = []
            before = 0
            for last in np.flatnonzero(row_closes).tolist():
                sentences.append(_as_sentence("".join(pieces[before : last + 1])))
                before = last + 1
            speeches = [sentence for sentence in sentences if fits_speech(sentence)]
            spoken = speeches[1:7:2] or speeches[:1]
            yield Material([sentence for sentence in sentences if sentence not in spoken], spoken)


def _walk_pool(pool: Pool, lanes: Lots) -> tuple[Places, Places, NDArray[np.bool_]]:
    """The runs of each walk: where they begin and end in the pool's text, and whether they close a sentence.

    Returns:
        Three arrays of one row a walk and one column a run; runs after the end of a walk are empty and close nothing.
    """
    spread = REPORT_WORDS[1] - REPORT_WORDS[0]
    wanted = REPORT_WORDS[0] + ((lanes & np.uint64(1023)) + (lanes >> np.uint64(54))).astype(np.int64) * spread // 2046
    home = (mix(lanes) % np.uint64(len(pool.openings))).astype(np.int64)
    near = min(NEAR_OPENINGS, len(pool.openings))
    home = np.minimum(home, len(pool.openings) - near)
    at = pool.openings[home + (lanes % np.uint64(near)).astype(np.int64)].astype(np.int64)
    made, spoken = np.zeros(len(lanes), np.int64), np.zeros(len(lanes), np.int64)
    going = np.ones(len(lanes), bool)
    begins, ends, closes = [], [], []
    for step in range(1, STEP_LIMIT + 1):
        drawn = mix(lanes + np.uint64(step * GOLDEN & (2**64 - 1)))
        last = at + SHORTEST_RUN - 1 + (drawn % np.uint64(RUN_SPREAD)).astype(np.int64)
        stop = pool.sentence_ends[at]
        end = np.minimum(pool.cuts[np.minimum(last, len(pool.cuts) - 1)] + 1, stop)
        spoken += end - at
        close = (end == stop) | (spoken >= SENTENCE_LIMIT)
        begins.append(pool.starts[at])
        ends.append(np.where(going, pool.starts[end], pool.starts[at]))
        closes.append(close & going)
        made += np.where(close, spoken, 0)
        going &= ~(close & (made >= wanted))
        if not going.any():
            break
        spoken[close] = 0
        fate = drawn >> np.uint64(16)
        size = pool.group_size[end - 1].astype(np.uint64)
        jump = pool.order[pool.group_first[end - 1] + (fate % size).astype(np.int64)].astype(np.int64) + 1
        opening = pool.openings[home + (fate % np.uint64(near)).astype(np.int64)]
        at = np.where(close, opening, np.minimum(jump, len(pool.cuts) - 1))
    return np.array(begins).T, np.array(ends).T, np.array(closes).T


def _as_sentence(words: str) -> str:
    """A walked sentence with a full stop."""
    tidy = words.rstrip(" ,;:—–-")
    return tidy if tidy.endswith(_STOPS) else tidy + "."
