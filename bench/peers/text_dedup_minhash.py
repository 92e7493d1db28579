"""text-dedup: its MinHash fingerprints (`text_dedup.minhash.embed_func`) and its hash tables.

The command keeps one of each group and writes no pairs, so its own fingerprint function is called on every report, the
bands are grouped as its command groups them, and every two reports of a group are a pair. Runs of three words, 128
permutations in 64 bands of two, 32-bit xxh3 (its fastest documented hash).
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.peers.rows import SHINGLE_WORDS, pairs_of_groups, read_reports, write_whole
from bench.peers.versions import installed

NAME = "text-dedup"
INSTALL = "pip install text-dedup"
PERMUTATIONS = 128
BANDS = 64
BAND = 2
SEED = 42
MOST = (1 << 32) - 1
PRIME = (1 << 32) - 5  # text-dedup's own for hashes of 32 bits


def version() -> str | None:
    """The version of text-dedup."""
    return installed("text-dedup")


def find_pairs(reports: Path, out: Path) -> None:
    """Put every band of every fingerprint into its table; those that meet are pairs."""
    ids, texts = read_reports(reports)
    fingerprint = _fingerprint()
    tables: list[defaultdict[bytes, list[int]]] = [defaultdict(list) for _ in range(BANDS)]
    for number, text in enumerate(texts):
        for table, band in zip(tables, fingerprint(text, number)["__signatures__"], strict=True):
            table[band].append(number)
    groups = (group for table in tables for group in table.values() if len(group) > 1)
    write_whole(out, ids, pairs_of_groups(groups))


def _fingerprint() -> Any:
    """text-dedup's function with its arguments filled in."""
    numpy, minhash = import_module("numpy"), import_module("text_dedup.minhash")
    draw = numpy.random.RandomState(SEED).randint
    return partial(
        minhash.embed_func,
        num_perm=PERMUTATIONS,
        ngram_size=SHINGLE_WORDS,
        min_length=0,
        hashranges=[(start, start + BAND) for start in range(0, BANDS * BAND, BAND)],
        permutations=tuple(draw(low, PRIME, size=PERMUTATIONS, dtype=numpy.uint32) for low in (1, 0)),
        hash_func=minhash.xxh3_32hash,
        dtype=numpy.uint32,
        max_hash=numpy.uint32(MOST),
        modulo_prime=numpy.uint32(PRIME),
    )
