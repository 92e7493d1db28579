"""Chance that is the same everywhere: a counter mixed into 64 bits, for arrays and for ids.

NumPy does not promise that its generators give the same numbers in every version; a mixed counter does, and it needs
no state: the numbers of report 7 are the same whatever was drawn before it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Lots = NDArray[np.uint64]

# SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
GOLDEN = 0x9E3779B97F4A7C15
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_MASK = 2**64 - 1


def mix(counters: Lots) -> Lots:
    """Well-mixed 64-bit numbers from counters; different counters give different numbers.

    >>> mix(np.arange(2, dtype=np.uint64)).tolist()
    [16294208416658607535, 10451216379200822465]
    """
    mixed = counters + np.uint64(GOLDEN)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * _FIRST
    mixed = (mixed ^ (mixed >> np.uint64(27))) * _SECOND
    return mixed ^ (mixed >> np.uint64(31))


def lots(seed: int, first: int, count: int) -> Lots:
    """One number for each of the counters from `first` on, different for each seed.

    >>> bool(lots(7, 0, 3)[2] == lots(7, 2, 1)[0])
    True
    """
    start = int(mix(np.array([seed & _MASK], dtype=np.uint64))[0])
    return mix(np.arange(first, first + count, dtype=np.uint64) + np.uint64(start))


def make_ids(seed: int, first: int, count: int) -> list[str]:
    """Ids that say nothing of the order in which reports were made, never twice the same under one seed.

    >>> make_ids(7, 0, 1)
    ['b8b4c2977eabce45']
    """
    return [f"{lot:016x}" for lot in lots(seed, first, count).tolist()]
