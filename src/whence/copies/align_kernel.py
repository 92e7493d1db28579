"""Alignment for corpora: the algorithm of `copies.alignment` on arrays, for one pair after the other.

Seeds of three words, runs, chains, the best chain first, its words masked: the same chains as `align_words`, which is
the oracle. Pairs come ordered by their later report, whose table of seeds is built once for all of them.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from whence.copies.alignment import CHAIN_WORDS
from whence.copies.kernels import chain_runs
from whence.copies.seeds import ALL_PAIRS, SEED_WORDS
from whence.text.mixing import MIX, STEP

FEW_RUNS = 64  # runs up to which insertion beats a general sort


class SeedTable(NamedTuple):
    """Where each three words of one report begin: an open-addressed table of seeds, then their places, seed by seed.

    `slots` holds a seed's number or -1; of each seed `first` is one of its places, `starts` where its places begin in
    `places`, `counts` how many there are. `seeds` is the seed that begins at each word. `others` and `met` count the
    places in the report that it is held against: all, and those gone through.
    """

    slots: Any
    first: Any
    starts: Any
    counts: Any
    places: Any
    seeds: Any
    others: Any
    met: Any


class Scratch(NamedTuple):
    """Room for one alignment: `runs` (start in A, start in B, size), `chosen` (the same, of the chains taken)."""

    diagonals: Any
    runs: Any
    scores: Any
    previous: Any
    taken: Any
    used_a: Any
    used_b: Any
    chosen: Any
    seen: Any
    order: Any


def make_seed_table(size: int) -> SeedTable:
    """Room for a report of at most `size` words."""
    slots = 16
    while slots < 2 * size:
        slots *= 2
    room = size + 1
    return SeedTable(
        np.full(slots, -1, np.int32),
        np.empty(room, np.int32),
        np.empty(room, np.int32),
        np.empty(room, np.int32),
        np.empty(room, np.int32),
        np.empty(room, np.int32),
        np.empty(room, np.int32),
        np.empty(room, np.int32),
    )


def make_scratch(size_a: int, size_b: int) -> Scratch:
    """Room for reports of at most so many words."""
    room = ALL_PAIRS * min(size_a, size_b) + size_a + 1
    return Scratch(
        np.zeros(size_a + size_b + 1, np.int32),
        np.empty((room, 3), np.int32),
        np.empty(room, np.float64),
        np.empty(room, np.int32),
        np.empty(room, np.uint8),
        np.empty(size_a + 1, np.uint8),
        np.empty(size_b + 1, np.uint8),
        np.empty((min(size_a, size_b) + 1, 3), np.int32),
        np.empty(size_a + 1, np.int32),
        np.empty(room, np.int64),
    )


def slot_of(words: Any, place: int, size: int) -> int:
    """The slot that three words belong to, in a table of `size` slots (a power of two)."""
    mixed = np.uint64(words[place]) * STEP
    mixed = (mixed ^ np.uint64(words[place + 1])) * MIX
    mixed = (mixed ^ np.uint64(words[place + 2])) * STEP
    return np.int64(mixed >> np.uint64(33)) & (size - 1)


def fill_seed_table(b: Any, table: SeedTable) -> int:
    """Enter the seeds of a report; returns how many slots of the table are in use."""
    size = 16
    while size < 2 * len(b):
        size *= 2
    for slot in range(size):
        table.slots[slot] = -1
    count = 0
    places = len(b) - SEED_WORDS + 1
    for place in range(places):
        slot = slot_of(b, place, size)
        while table.slots[slot] >= 0 and not same_seed(b, table.first[table.slots[slot]], b, place):
            slot = (slot + 1) & (size - 1)
        if table.slots[slot] < 0:
            table.slots[slot] = count
            table.first[count] = place
            table.counts[count] = 0
            count += 1
        seed = table.slots[slot]
        table.seeds[place] = seed
        table.counts[seed] += 1
    start = 0
    for seed in range(count):
        table.starts[seed] = start
        start += table.counts[seed]
        table.counts[seed] = 0
    for place in range(places):
        seed = table.seeds[place]
        table.places[table.starts[seed] + table.counts[seed]] = place
        table.counts[seed] += 1
    return size


def same_seed(a: Any, i: int, b: Any, j: int) -> bool:
    """Whether the same three words stand at i and at j."""
    return bool(a[i] == b[j] and a[i + 1] == b[j + 1] and a[i + 2] == b[j + 2])


def find_seed(a: Any, i: int, b: Any, table: SeedTable, size: int) -> int:
    """The number of the seed of B that stands at word i of A, or -1."""
    slot = slot_of(a, i, size)
    while table.slots[slot] >= 0:
        seed = table.slots[slot]
        if same_seed(a, i, b, table.first[seed]):
            return int(seed)
        slot = (slot + 1) & (size - 1)
    return -1


def find_runs(a: Any, b: Any, table: SeedTable, size: int, scratch: Scratch) -> int:
    """All longest runs that seeds lead to, in the order of A; returns how many."""
    places = len(a) - SEED_WORDS + 1
    seeds = scratch.seen
    scratch.diagonals[: len(a) + len(b)] = 0
    for i in range(places):
        seeds[i] = find_seed(a, i, b, table, size)
        if seeds[i] >= 0:
            table.others[seeds[i]] = 0
            table.met[seeds[i]] = 0
    for i in range(places):
        if seeds[i] >= 0:
            table.others[seeds[i]] += 1
    count = 0
    for i in range(places):
        seed = seeds[i]
        if seed < 0:
            continue
        start, many = table.starts[seed], table.counts[seed]
        if table.others[seed] * many <= ALL_PAIRS:
            for k in range(many):
                count = grow_run(a, b, (i, table.places[start + k]), scratch, count)
        elif table.met[seed] < many:
            count = grow_run(a, b, (i, table.places[start + table.met[seed]]), scratch, count)
            table.met[seed] += 1
    sort_runs(scratch.runs[:count])
    return count


def grow_run(a: Any, b: Any, seed: Any, scratch: Scratch, count: int) -> int:
    """The longest run around a seed, unless one before it on its diagonal covers it; returns the new count."""
    i, j = seed
    shift = j - i
    floor = scratch.diagonals[shift + len(a)]
    if i < floor:
        return count
    start = i
    while start > floor and start + shift > 0 and a[start - 1] == b[start - 1 + shift]:
        start -= 1
    end = i + SEED_WORDS
    while end < len(a) and end + shift < len(b) and a[end] == b[end + shift]:
        end += 1
    scratch.diagonals[shift + len(a)] = end
    scratch.runs[count, 0], scratch.runs[count, 1], scratch.runs[count, 2] = start, start + shift, end - start
    return count + 1


def sort_runs(runs: Any) -> None:
    """Runs by their start in A, then in B; they come almost in this order."""
    if len(runs) > FEW_RUNS:
        keys = np.empty(len(runs), np.int64)
        for k in range(len(runs)):
            keys[k] = (np.int64(runs[k, 0]) << 32) | runs[k, 1]
        runs[:] = runs[np.argsort(keys, kind="mergesort")]
        return
    for k in range(1, len(runs)):
        a, b, size = runs[k, 0], runs[k, 1], runs[k, 2]
        hole = k
        while hole > 0 and (runs[hole - 1, 0] > a or (runs[hole - 1, 0] == a and runs[hole - 1, 1] > b)):
            runs[hole, 0], runs[hole, 1], runs[hole, 2] = runs[hole - 1, 0], runs[hole - 1, 1], runs[hole - 1, 2]
            hole -= 1
        runs[hole, 0], runs[hole, 1], runs[hole, 2] = a, b, size


def order_by_score(scores: Any, order: Any) -> None:
    """Write the numbers of runs, those that end the best chains first."""
    if len(scores) > FEW_RUNS:
        order[:] = np.argsort(-scores, kind="mergesort")
        return
    for k in range(len(scores)):
        hole = k
        while hole > 0 and scores[order[hole - 1]] < scores[k]:
            order[hole] = order[hole - 1]
            hole -= 1
        order[hole] = k


def take_chains(size_a: int, size_b: int, count: int, scratch: Scratch) -> int:
    """Choose chains, the best first, each word once.

    Returns:
        How many runs were chosen. They stand in `scratch.chosen`, chain after chain; the first run of a chain has a
        negative size.
    """
    runs = scratch.runs[:count]
    scores, previous = scratch.scores[:count], scratch.previous[:count]
    chain_runs(runs[:, 0], runs[:, 1], runs[:, 2], scores, previous)
    scratch.used_a[:size_a] = 0
    scratch.used_b[:size_b] = 0
    scratch.taken[:count] = 0
    chosen = 0
    links = scratch.seen
    order = scratch.order[:count]
    order_by_score(scores, order)
    for last in order:
        length = 0
        link = last
        while link >= 0 and not scratch.taken[link]:
            scratch.taken[link] = 1
            links[length] = link
            length += 1
            link = previous[link]
        kept, words = trim_chain(links[:length], scratch, chosen)
        if words >= CHAIN_WORDS:
            mask_chain(scratch, chosen, kept)
            scratch.chosen[chosen, 2] = -scratch.chosen[chosen, 2]
            chosen = kept
    return chosen


def trim_chain(links: Any, scratch: Scratch, chosen: int) -> Any:
    """The free stretches of a chain's runs, written from `chosen` on; their new end, and how many words."""
    end_a, end_b, words, count = 0, 0, 0, chosen
    for step in range(len(links) - 1, -1, -1):
        run = links[step]
        a, b, size = scratch.runs[run, 0], scratch.runs[run, 1], scratch.runs[run, 2]
        start = max(0, end_a - a, end_b - b)
        for k in range(start, size + 1):
            if k == size or scratch.used_a[a + k] or scratch.used_b[b + k]:
                if k - start >= SEED_WORDS:
                    put_run(scratch.chosen, count, a + start, b + start, k - start)
                    count += 1
                    words += k - start
                    end_a, end_b = a + k, b + k
                start = k + 1
    return count, words


def put_run(runs: Any, place: int, a: int, b: int, size: int) -> None:
    """Write a run."""
    runs[place, 0], runs[place, 1], runs[place, 2] = a, b, size


def mask_chain(scratch: Scratch, first: int, last: int) -> None:
    """Mark the words of the runs chosen from `first` to `last` as used."""
    for k in range(first, last):
        a, b, size = scratch.chosen[k, 0], scratch.chosen[k, 1], scratch.chosen[k, 2]
        scratch.used_a[a : a + size] = 1
        scratch.used_b[b : b + size] = 1
