"""datasketch: MinHash and LSH over runs of three words.

128 permutations and threshold .2, as asked of every MinHash here. The runs are hashed with xxh32 in place of the
default SHA-1 (the documentation names a faster hash as the way to speed); the sketches come from `MinHash.generator`,
which shares one set of permutations. Recall is given the weight .9 of the documented `weights`: 64 bands of two. Pairs
are the candidates of the index, as `query` gives them: an estimate of .2 or more asked of them besides would lose most
reports that share one paragraph.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from bench.peers.rows import Pair, read_reports, shingles, write_whole
from bench.peers.versions import installed

NAME = "datasketch"
INSTALL = "pip install datasketch xxhash"
THRESHOLD = 0.2
PERMUTATIONS = 128
WEIGHTS = (0.1, 0.9)  # of false and of missed pairs


def version() -> str | None:
    """The version of datasketch."""
    return installed("datasketch")


def find_pairs(reports: Path, out: Path) -> None:
    """Ask for every report which reports before it share a band, then add it."""
    datasketch, xxhash = import_module("datasketch"), import_module("xxhash")
    ids, texts = read_reports(reports)
    index = datasketch.MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, weights=WEIGHTS)
    sketches = datasketch.MinHash.generator(
        map(shingles, texts), num_perm=PERMUTATIONS, hashfunc=xxhash.xxh32_intdigest
    )
    pairs: list[Pair] = []
    for number, sketch in enumerate(sketches):
        pairs.extend((before, number) for before in index.query(sketch))
        index.insert(number, sketch, check_duplication=False)
    write_whole(out, ids, pairs)
