"""How kernels mix bits: the multipliers of every hash in this project, with their sources.

A hash finds things quickly and decides nothing: what it finds is compared letter by letter or word by word.
"""

from __future__ import annotations

import numpy as np

STEP = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio (Knuth, multiplicative hashing); odd
# The mixer degski64: two multiplications between shifts by half the width; listed in Wellons' "Prospecting for hash
# functions" (2018).
MIX = np.uint64(0xD6E8FEB86659FD93)
HALF = np.uint64(32)
