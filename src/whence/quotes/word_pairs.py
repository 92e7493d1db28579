"""Word pairs: which words of two wordings of one quotation stand for each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from whence.quotes.spoken import Wording
from whence.text.style import is_function_word

SHINGLE_WORDS = 3  # as copies/seeds: of two wordings with every fourth word altered the runs of 3 still meet
GAP_WORDS = 40  # more words than this between two runs, and no sign that any were left out, and they are two places
GAP_CELLS = 250_000  # a gap of more word pairs is not looked into: keeps time and memory bounded
EDGE_WORDS = 12  # words looked at beyond the first and the last run; a longer rest is other speech
ISLAND_WORDS = 2  # fewer kept words between two altered places are one altered place, as in changes.edits


class WordPair(NamedTuple):
    """Word `a` of the one wording stands where word `b` of the other stands."""

    a: int
    b: int


def pair_words(a: Wording, b: Wording, places: Sequence[WordPair]) -> list[WordPair]:
    """The words that two wordings share, rising in both.

    Args:
        a: one wording.
        b: the other.
        places: where the same `SHINGLE_WORDS` words begin in both, in the order of `b`.

    Returns:
        Pairs of one place of `a`; n log n in the places, whatever they are.

    >>> from whence.quotes.spoken import read_wording
    >>> from whence.text.spans import Span
    >>> one, two = ("“we will not go home now”", "“we will never go home now”")
    >>> wordings = [read_wording(text, [Span(0, len(text))]) for text in (one, two)]
    >>> pair_words(*wordings, [WordPair(3, 3)])[:3]
    [WordPair(a=0, b=0), WordPair(a=1, b=1), WordPair(a=3, b=3)]
    """
    if a.keys == b.keys:
        return [WordPair(k, k) for k in range(len(a.keys))]
    kept = _largest_cluster(_words_of(_longest_rising(places)), a, b)
    if not kept:
        return []
    filled = [kept[0]]
    for before, after in pairwise(kept):
        filled += _common(a, b, range(before.a + 1, after.a), range(before.b + 1, after.b))
        filled.append(after)
    whole = _without_islands([*_leading(a, b, kept[0]), *filled, *_trailing(a, b, kept[-1])], a, b)
    return _settle(_settle(whole, a, -1)[::-1], a, 1)[::-1]


def _longest_rising(places: Sequence[WordPair]) -> list[WordPair]:
    """The longest choice of places that rises in both wordings (patience sorting)."""
    ordered = sorted(places, key=lambda pair: (pair.b, -pair.a))
    tails: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for number, pair in enumerate(ordered):
        at = bisect_left(tails, pair.a)
        previous.append(last[at - 1] if at else -1)
        tails[at : at + 1] = [pair.a]
        last[at : at + 1] = [number]
    chosen: list[WordPair] = []
    number = last[-1] if last else -1
    while number >= 0:
        chosen.append(ordered[number])
        number = previous[number]
    return chosen[::-1]


def _words_of(places: Sequence[WordPair]) -> list[WordPair]:
    """The words of shingles, each once."""
    pairs: list[WordPair] = []
    for a, b in places:
        for k in range(SHINGLE_WORDS):
            if not pairs or (a + k > pairs[-1].a and b + k > pairs[-1].b):
                pairs.append(WordPair(a + k, b + k))
    return pairs


def _largest_cluster(pairs: Sequence[WordPair], a: Wording, b: Wording) -> list[WordPair]:
    """The pairs of the place where most of them are."""
    best: list[WordPair] = []
    cluster: list[WordPair] = []
    for pair in pairs:
        if cluster and not _near(cluster[-1], pair, a, b):
            best, cluster = max(best, cluster, key=len), []
        cluster.append(pair)
    return max(best, cluster, key=len)


def _near(before: WordPair, after: WordPair, a: Wording, b: Wording) -> bool:
    """Whether two pairs lie in one place, or a sign tells that words were left out between them."""
    if max(after.a - before.a, after.b - before.b) <= GAP_WORDS:
        return True
    shorter, first, last = (b, before.b + 1, after.b) if after.a - before.a > after.b - before.b else (
        a, before.a + 1, after.a,
    )  # fmt: skip
    return last - first <= EDGE_WORDS and (shorter.omits(first, last) or shorter.rejoins(first, last))


def _common(a: Wording, b: Wording, words_a: range, words_b: range) -> Iterator[WordPair]:
    """A longest common subsequence of two gaps."""
    if words_a and words_b and len(words_a) * len(words_b) <= GAP_CELLS:
        keys_a, keys_b = a.keys[words_a.start : words_a.stop], b.keys[words_b.start : words_b.stop]
        for code in LCSseq.opcodes(keys_a, keys_b):
            if code.tag == "equal":
                for k in range(code.src_end - code.src_start):
                    yield WordPair(words_a.start + code.src_start + k, words_b.start + code.dest_start + k)


def _leading(a: Wording, b: Wording, first: WordPair) -> list[WordPair]:
    """The pairs before the first run."""
    found: list[WordPair] = []
    at_a, at_b = first
    while at_a and at_b and a.keys[at_a - 1] == b.keys[at_b - 1]:
        at_a, at_b = at_a - 1, at_b - 1
        found.append(WordPair(at_a, at_b))
    window = min(at_a, at_b)
    if 0 < window <= EDGE_WORDS:
        near = range(max(0, at_a - window - 2), at_a), range(max(0, at_b - window - 2), at_b)
        more = list(_common(a, b, *near))
        if 2 * len(more) >= window:
            return more + found[::-1]
    return found[::-1]


def _trailing(a: Wording, b: Wording, last: WordPair) -> list[WordPair]:
    """The pairs after the last run."""
    found: list[WordPair] = []
    at_a, at_b = last.a + 1, last.b + 1
    while at_a < len(a.keys) and at_b < len(b.keys) and a.keys[at_a] == b.keys[at_b]:
        found.append(WordPair(at_a, at_b))
        at_a, at_b = at_a + 1, at_b + 1
    window = min(len(a.keys) - at_a, len(b.keys) - at_b)
    if 0 < window <= EDGE_WORDS:
        near = range(at_a, min(len(a.keys), at_a + window + 2)), range(at_b, min(len(b.keys), at_b + window + 2))
        more = list(_common(a, b, *near))
        if 2 * len(more) >= window:
            return found + more
    return found


def _without_islands(pairs: Sequence[WordPair], a: Wording, b: Wording) -> list[WordPair]:
    """The pairs without lone little words between two places that were both replaced."""
    runs: list[list[WordPair]] = []
    for pair in pairs:
        if runs and runs[-1][-1] == (pair.a - 1, pair.b - 1):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    kept = [
        run
        for number, run in enumerate(runs)
        if not (
            0 < number < len(runs) - 1
            and len(run) < ISLAND_WORDS
            and is_function_word(a.keys[run[0].a])
            and _replaced(runs[number - 1][-1], run[0], a, b)
            and _replaced(run[-1], runs[number + 1][0], a, b)
        )
    ]
    return [pair for run in kept for pair in run]


def _settle(pairs: list[WordPair], a: Wording, step: int) -> list[WordPair]:
    """The pairs, their outermost run next to the others where its words stand there too: then nothing is left out.

    "I have not lied. I have not stolen" against "I have not stolen" is cut at the start, not altered within.
    """
    size = next((k for k in range(1, len(pairs)) if abs(pairs[k].a - pairs[k - 1].a) > 1), 0)
    if not size or abs(pairs[size].b - pairs[size - 1].b) != 1:
        return pairs
    shift = pairs[size].a + step - pairs[size - 1].a
    if any(a.keys[pair.a + shift] != a.keys[pair.a] for pair in pairs[:size]):
        return pairs
    return [*(WordPair(pair.a + shift, pair.b) for pair in pairs[:size]), *pairs[size:]]


def _replaced(before: WordPair, after: WordPair, a: Wording, b: Wording) -> bool:
    """Whether words stand between two pairs on both sides, and no sign explains it."""
    words = after.a - before.a > 1 and after.b - before.b > 1
    return words and not any(
        one.omits(first + 1, last) or one.rejoins(first + 1, last) or one.count_brackets(first + 1, last)
        for one, first, last in ((a, before.a, after.a), (b, before.b, after.b))
    )
