"""rensa: R-MinHash and LSH over runs of three words.

R-MinHash is the sketch that its documentation puts first, and the one its index takes; 128 permutations, threshold .2,
64 bands of two (rensa has no weights; datasketch's come to the same bands). Only bulk calls: `from_token_sets`,
`insert_many`, `query_all`. Full sets, not "rho", which samples positions and loses recall. Pairs are the candidates.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from bench.peers.rows import batches, read_reports, shingles, write_whole
from bench.peers.versions import installed

NAME = "rensa"
INSTALL = "pip install rensa"
THRESHOLD = 0.2
PERMUTATIONS = 128
BANDS = 64
SEED = 42


def version() -> str | None:
    """The version of rensa."""
    return installed("rensa")


def find_pairs(reports: Path, out: Path) -> None:
    """Sketch in batches, index once, ask for all reports at once."""
    rensa = import_module("rensa")
    ids, texts = read_reports(reports)
    sketches: list[Any] = []
    for some in batches(texts):
        sketches += rensa.RMinHash.from_token_sets(list(map(list, map(shingles, some))), PERMUTATIONS, SEED)
    index = rensa.RMinHashLSH(THRESHOLD, PERMUTATIONS, BANDS)
    index.insert_many(sketches)
    found = enumerate(index.query_all(sketches))
    write_whole(out, ids, ((number, other) for number, others in found for other in others if other > number))
