"""Places of pieces: how two pieces of an attribution stand to each other, in the buckets that the scorer learns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

Buckets = np.ndarray[Any, np.dtype[np.int64]]
_STEPS = (1, 2, 3, 5, 8, 13, 21, 34, 60)  # tokens between two pieces: upper ends of the buckets
MOST_BETWEEN, MOST_BREAKS = 4, 2


class Piece(NamedTuple):
    """A run of tokens with one role, inside one window; `end` is the token after it."""

    start: int
    end: int


def link_buckets(
    asking: Sequence[Piece], answering: Sequence[Piece], between: Sequence[int], breaks: Sequence[int]
) -> Buckets:
    """The buckets of each pair of pieces: distance, pieces between, paragraph breaks between.

    Args:
        asking: the pieces that look for one.
        answering: the pieces that may be found.
        between: the starts of all pieces of the answering kind, rising.
        breaks: the tokens at which paragraphs begin, rising.

    Returns:
        An array of shape (asking, answering, 3); before and after count in buckets of their own.

    >>> link_buckets([Piece(5, 6)], [Piece(3, 4)], [3], [0]).tolist()
    [[[1, 0, 0]]]
    """
    buckets = np.zeros((len(asking), len(answering), 3), np.int64)
    for i, one in enumerate(asking):
        for j, other in enumerate(answering):
            after = other.start >= one.start
            gap = other.start - one.end if after else one.start - other.end
            low, high = (one.end, other.start) if after else (other.end, one.start)
            passed = bisect_right(between, high - 1) - bisect_right(between, low - 1) if high > low else 0
            broken = bisect_right(breaks, max(high, low)) - bisect_right(breaks, low)
            buckets[i, j] = (
                bisect_right(_STEPS, max(gap, 0)) + 10 * after,
                min(passed, MOST_BETWEEN) + 5 * after,
                min(broken, MOST_BREAKS) + 3 * after,
            )
    return buckets
