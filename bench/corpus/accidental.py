"""What independent reports share by accident: pairs with a run of ten or more equal words that nobody copied.

python -m bench.corpus.accidental --texts abp --reports 2000
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import islice
from random import Random

from bench.corpus.composing import compose
from bench.corpus.sources import open_texts
from whence.text.words import number_keys, split_words

SIZES = (10, 12, 16, 25)


def shared_runs(texts: Iterable[str], words: int) -> Counter[tuple[int, int]]:
    """For every pair of texts that share a run of so many words, the length of the longest.

    Every run of `words` words is looked up, so none is missed; time grows with the number of texts and of shared runs.

    >>> dict(shared_runs(["a b c d e", "x b c d y", "q"], 2))
    {(0, 1): 3}
    """
    numbered = number_keys([split_words(text) for text in texts])
    places: defaultdict[tuple[int, ...], list[tuple[int, int]]] = defaultdict(list)
    longest: Counter[tuple[int, int]] = Counter()
    for this, keys in enumerate(numbered):
        before: dict[tuple[int, int], int] = {}
        for at in range(len(keys) - words + 1):
            run = tuple(keys[at : at + words])
            now: dict[tuple[int, int], int] = {}
            for other, there in places[run]:
                if other != this:
                    now[other, there] = before.get((other, there - 1), words - 1) + 1
                    longest[other, this] = max(longest[other, this], now[other, there])
            places[run].append((this, at))
            before = now
    return longest


def main() -> None:
    """Print how many pairs of independent reports share runs of words, by length."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", choices=("abp", "written"), default="abp")
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--show", type=int, default=0, help="print so many of the longest runs")
    given = parser.parse_args()
    chance = Random(given.seed)
    made = islice(open_texts(given.texts).materials(given.seed), given.reports)
    texts = ["\n\n".join(compose(material, chance)) for material in made]
    longest = shared_runs(texts, SIZES[0])
    print(f"{given.reports} independent reports, {sum(len(text.split()) for text in texts) // len(texts)} words each")
    for size in SIZES:
        pairs = [pair for pair, words in longest.items() if words >= size]
        reports = {report for pair in pairs for report in pair}
        share = len(reports) / given.reports
        print(f"pairs that share {size} words or more: {len(pairs)}; reports in such pairs: {share:.2%}")
    for (one, other), words in longest.most_common(given.show):
        print(words, _first_run(texts[one], texts[other], words))


def _first_run(one: str, other: str, words: int) -> str:
    """The shared run of two texts, for a look."""
    a, b = split_words(one), split_words(other)
    known = {tuple(b.keys[at : at + words]) for at in range(len(b.keys) - words + 1)}
    at = next(at for at in range(len(a.keys)) if tuple(a.keys[at : at + words]) in known)
    return one[a.starts[at] : a.ends[at + words - 1]]


if __name__ == "__main__":
    main()
