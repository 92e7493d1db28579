"""The hot loops, in the subset of Python that Numba compiles.

They read and write plain sequences of whole numbers: two reports are compared with lists and the plain functions, a
corpus passes arrays to the compiled ones, and tests/copies/test_kernels.py holds the two equal.
"""

from __future__ import annotations

from typing import Any

GAP_WORDS = 40  # a chain breaks where either report goes on for longer without a shared word (about two sentences)
LOOK_BACK = 50  # predecessors considered for a run: keeps chaining linear (as minimap2, Li 2018)
OVERLAP_WORDS = 2  # two runs of a chain may overlap by a repeated "of the"; the overlap is trimmed later
GAP_COST = 0.1  # per word of the longer gap
SHIFT_COST = 0.15  # per word by which the two gaps differ


def join_seeds(a: Any, b: Any, seeds_a: Any, seeds_b: Any, runs: Any) -> int:
    """Merge seeds of one diagonal into the longest runs of equal words.

    Args:
        a: word numbers of A.
        b: word numbers of B.
        seeds_a: positions in A, ordered by diagonal, then position.
        seeds_b: positions in B, in the same order.
        runs: receives start in A, start in B and length of each run; three numbers a seed are enough.

    Returns:
        How many runs were written.
    """
    count = 0
    size_a, size_b = len(a), len(b)
    last_shift, last_end = 0, -1
    for k in range(len(seeds_a)):
        i, j = seeds_a[k], seeds_b[k]
        if j - i == last_shift and i < last_end:
            continue
        start = i
        floor = last_end if j - i == last_shift else 0
        while start > floor and start + j - i > 0 and a[start - 1] == b[start - 1 + j - i]:
            start -= 1
        end = i + 1
        while end < size_a and end + j - i < size_b and a[end] == b[end + j - i]:
            end += 1
        runs[3 * count], runs[3 * count + 1], runs[3 * count + 2] = start, start + j - i, end - start
        count += 1
        last_shift, last_end = j - i, end
    return count


def chain_runs(starts_a: Any, starts_b: Any, sizes: Any, scores: Any, previous: Any) -> None:
    """Score the best local chain that ends in each run, by dynamic programming over the runs before it.

    Args:
        starts_a: starts in A, rising.
        starts_b: starts in B.
        sizes: words in each run.
        scores: receives the score of the best chain that ends here.
        previous: receives the run before this one in that chain, -1 for none.
    """
    for k in range(len(sizes)):
        best, link = 0.0, -1
        for m in range(k - 1, max(-1, k - 1 - LOOK_BACK), -1):
            gap_a = starts_a[k] - starts_a[m] - sizes[m]
            gap_b = starts_b[k] - starts_b[m] - sizes[m]
            if gap_a < -OVERLAP_WORDS or gap_b < -OVERLAP_WORDS or gap_a > GAP_WORDS or gap_b > GAP_WORDS:
                continue
            overlap = max(0, -min(gap_a, gap_b))
            score = scores[m] - overlap - GAP_COST * max(gap_a, gap_b, 0) - SHIFT_COST * abs(gap_a - gap_b)
            if score > best:
                best, link = score, m
        scores[k] = best + sizes[k]
        previous[k] = link
