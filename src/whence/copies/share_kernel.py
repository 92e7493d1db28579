"""Passages of many pairs: alignments with their gaps filled in, cut at quotation marks and standing lines, counted."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from whence.copies.align_kernel import Scratch, fill_seed_table, find_runs, make_scratch, make_seed_table, take_chains
from whence.copies.kernels import GAP_WORDS
from whence.copies.winnow_kernel import FURNITURE, RUN_WORDS, WordColumns
from whence.text.side_bits import QUOTED

LEAST_ALIGNED = 2 * RUN_WORDS  # words of a listed pair without a long run; keeps .967 of pairs with 30 % substituted
LONG_GAP = GAP_WORDS + 8  # room for what trimming adds to a gap


class PairRows(NamedTuple):
    """What two reports share, a row a pair: earlier and later report, words outside standing lines, of these outside
    quotation marks, words of the longest passage, where its passages end in the table of passages, and the words of
    each report outside standing lines."""

    earlier: Any
    later: Any
    words: Any
    unquoted: Any
    longest: Any
    ends: Any
    body_a: Any
    body_b: Any


class PassageRows(NamedTuple):
    """Equal words in a row: first word in the earlier and in the later report, how many, and kind bits (1 quoted in the
    earlier, 2 quoted in the later, 4 a standing line)."""

    a: Any
    b: Any
    words: Any
    kinds: Any


def share_pairs(words: WordColumns, pairs: Any, least: Any, rows: PairRows, passages: PassageRows) -> Any:
    """Align pairs and write down what they share.

    Args:
        words: the words of all reports.
        pairs: earlier and later report of each pair; those with one later report stand together.
        least: the fewest words of a listed pair: in its longest passage, or else in all passages together.
        rows: receives the listed pairs; as many rows as pairs are enough.
        passages: receives their passages.

    Returns:
        How many pairs were gone through, rows and passages written. It stops early where passages run out of room;
        room for as many passages as the longest report has words is always enough to go on.
    """
    size_a, size_b = longest_reports(words.bounds, pairs)
    scratch, table = make_scratch(size_a, size_b), make_seed_table(size_b)
    found = np.empty((min(size_a, size_b) + 1, 3), np.int32)
    grid = np.zeros((LONG_GAP + 1, LONG_GAP + 1), np.int16)
    count, total, slots, before = 0, 0, 0, -1
    for k in range(len(pairs)):
        earlier, later = pairs[k, 0], pairs[k, 1]
        start_a, start_b = words.bounds[earlier], words.bounds[later]
        a, b = words.numbers[start_a : words.bounds[earlier + 1]], words.numbers[start_b : words.bounds[later + 1]]
        if total + min(len(a), len(b)) > len(passages.a):
            return k, count, total
        if later != before:
            slots, before = fill_seed_table(b, table), later
        chosen = take_chains(len(a), len(b), find_runs(a, b, table, slots, scratch), scratch)
        size = fill_gaps(a, b, chosen, scratch, (found, grid))
        bits = words.bits[start_a : words.bounds[earlier + 1]], words.bits[start_b : words.bounds[later + 1]]
        end = cut_passages(found[:size], bits, passages, total)
        if count_shared(passages, total, end, rows, count) and (
            rows.longest[count] >= least[0] or rows.words[count] >= least[1]
        ):
            rows.earlier[count], rows.later[count], rows.ends[count] = earlier, later, end
            rows.body_a[count], rows.body_b[count] = count_body(bits[0]), count_body(bits[1])
            count, total = count + 1, end
    return len(pairs), count, total


def longest_reports(bounds: Any, pairs: Any) -> Any:
    """The words of the longest earlier and of the longest later report of some pairs."""
    size_a, size_b = 1, 1
    for k in range(len(pairs)):
        size_a = max(size_a, bounds[pairs[k, 0] + 1] - bounds[pairs[k, 0]])
        size_b = max(size_b, bounds[pairs[k, 1] + 1] - bounds[pairs[k, 1]])
    return size_a, size_b


def fill_gaps(a: Any, b: Any, chosen: int, scratch: Scratch, room: Any) -> int:
    """The runs of all chains, with the equal words in the gaps of each: runs too short to be seeds.

    Args:
        a: word numbers of A.
        b: word numbers of B.
        chosen: how many runs `take_chains` chose.
        scratch: what it left.
        room: receives the runs, and a grid for the longest common subsequence.

    Returns:
        How many runs there are now, in the order of A.
    """
    found, grid = room
    count = 0
    for k in range(chosen):
        start_a, start_b, size = scratch.chosen[k, 0], scratch.chosen[k, 1], scratch.chosen[k, 2]
        if size > 0:
            last = count - 1
            gap_a, gap_b = found[last, 0] + found[last, 2], found[last, 1] + found[last, 2]
            if start_a > gap_a and start_b > gap_b:
                count = fill_gap(a[:start_a], b[:start_b], (gap_a, gap_b), scratch, (found, grid, count))
        found[count, 0], found[count, 1], found[count, 2] = start_a, start_b, abs(size)
        count += 1
    sort_by_a(found[:count])
    return count


def fill_gap(a: Any, b: Any, gap: Any, scratch: Scratch, written: Any) -> int:
    """The longest common subsequence of what stands between two runs, where no other chain has used it."""
    found, grid, count = written
    first_a, first_b = gap
    size_a, size_b = len(a) - first_a, len(b) - first_b
    if size_a > LONG_GAP or size_b > LONG_GAP:
        return int(count)
    for i in range(size_a - 1, -1, -1):
        for j in range(size_b - 1, -1, -1):
            best = max(grid[i + 1, j], grid[i, j + 1])
            if is_free_match(a, b, first_a + i, first_b + j, scratch):
                best = max(best, grid[i + 1, j + 1] + 1)
            grid[i, j] = best
    i, j, run = 0, 0, -1
    while i < size_a and j < size_b:
        if grid[i, j] == grid[i + 1, j + 1] + 1 and is_free_match(a, b, first_a + i, first_b + j, scratch):
            if (
                run >= 0
                and found[run, 0] + found[run, 2] == first_a + i
                and found[run, 1] + found[run, 2] == first_b + j
            ):
                found[run, 2] += 1
            else:
                found[count, 0], found[count, 1], found[count, 2] = first_a + i, first_b + j, 1
                run = count
                count += 1
            i, j = i + 1, j + 1
        elif grid[i + 1, j] >= grid[i, j + 1]:
            i += 1
        else:
            j += 1
    for i in range(size_a + 1):
        grid[i, size_b] = 0
    for j in range(size_b + 1):
        grid[size_a, j] = 0
    for i in range(size_a):
        for j in range(size_b):
            grid[i, j] = 0
    return int(count)


def is_free_match(a: Any, b: Any, i: int, j: int, scratch: Scratch) -> bool:
    """Whether the same word stands at both places, used by no chain."""
    return bool(a[i] == b[j] and not scratch.used_a[i] and not scratch.used_b[j])


def sort_by_a(runs: Any) -> None:
    """Runs by their start in A: chains come one after the other, each in order."""
    for k in range(1, len(runs)):
        if runs[k, 0] < runs[k - 1, 0]:
            keys = runs[:, 0].copy()
            runs[:] = runs[np.argsort(keys, kind="mergesort")]
            return


def cut_passages(runs: Any, bits: Any, passages: PassageRows, total: int) -> int:
    """The runs, cut where they pass a quotation mark or the edge of a standing line; returns the new end."""
    bits_a, bits_b = bits
    for k in range(len(runs)):
        a, b, size = runs[k, 0], runs[k, 1], runs[k, 2]
        start, kind = 0, kind_of(bits_a[a], bits_b[b])
        for step in range(1, size + 1):
            after = -1 if step == size else kind_of(bits_a[a + step], bits_b[b + step])
            if after != kind:
                passages.a[total], passages.b[total] = a + start, b + start
                passages.words[total], passages.kinds[total] = step - start, kind
                total += 1
                start, kind = step, after
    return total


def count_body(bits: Any) -> int:
    """The words of a report outside standing lines."""
    words = 0
    for k in range(len(bits)):
        if not bits[k] & FURNITURE:
            words += 1
    return words


def kind_of(bits_a: int, bits_b: int) -> int:
    """The kind bits of one aligned word."""
    kind = (bits_a & QUOTED) | (bits_b & QUOTED) << 1
    return kind | 4 if (bits_a | bits_b) & FURNITURE else kind


def count_shared(passages: PassageRows, first: int, last: int, rows: PairRows, row: int) -> bool:
    """Count the words of a pair's passages; whether any stand outside standing lines."""
    words, unquoted, longest, run = 0, 0, 0, 0
    for k in range(first, last):
        size, kind = passages.words[k], passages.kinds[k]
        if kind & 4:
            run = 0
            continue
        joined = k > first and passages.a[k - 1] + passages.words[k - 1] == passages.a[k]
        joined = joined and passages.b[k - 1] + passages.words[k - 1] == passages.b[k]
        run = run + size if joined else size
        longest = max(longest, run)
        words += size
        unquoted += 0 if kind & 3 else size
    rows.words[row], rows.unquoted[row], rows.longest[row] = words, unquoted, longest
    return words > 0
