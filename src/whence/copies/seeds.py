"""Seeds: places where two word sequences share three words in a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

SEED_WORDS = 3  # the shortest run that alignment builds on (copies-and-lineage.md, step 5)
ALL_PAIRS = 4  # above this many pairs a seed is paired by rank: first with first; a run needs only one seed to be found


def find_seeds(a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int]]:
    """The places (in A, in B) where the same three words begin, at most a few for each place.

    A seed that is frequent on both sides is paired by rank, so that the number of seeds never exceeds
    `ALL_PAIRS` times the shorter text, whatever is repeated in it.

    Args:
        a: word numbers of A (see `text.words.number_keys`).
        b: word numbers of B.

    Returns:
        Pairs of word positions, ordered by diagonal, then by position.

    >>> find_seeds([1, 2, 3, 4], [9, 1, 2, 3])
    [(0, 1)]
    """
    places_a, places_b = _places(a), _places(b)
    seeds: list[tuple[int, int]] = []
    for seed, in_b in places_b.items():
        in_a = places_a.get(seed)
        if in_a is None:
            continue
        if len(in_a) * len(in_b) <= ALL_PAIRS:
            seeds.extend((i, j) for i in in_a for j in in_b)
        else:
            seeds.extend(zip(in_a, in_b, strict=False))
    seeds.sort(key=lambda pair: (pair[1] - pair[0], pair[0]))
    return seeds


def _places(words: Sequence[int]) -> dict[tuple[int, ...], list[int]]:
    """Where each run of three words begins."""
    places: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for position, seed in enumerate(zip(*(words[k:] for k in range(SEED_WORDS)), strict=False)):
        places[seed].append(position)
    return places
