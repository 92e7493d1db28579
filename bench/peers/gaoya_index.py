"""gaoya: MinHash index over runs of three words, cut by its own analyser in Rust.

Threshold .2, 128 hashes of 32 bits in 64 bands of two; `vec` buckets, as documented where nothing is removed. Bulk
calls on one thread. gaoya holds every candidate against the threshold itself, so its pairs are surer and fewer than the
bare candidates of datasketch and rensa; `gaoya_lower` asks for less.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from bench.peers.rows import batches, read_reports, write_whole
from bench.peers.versions import installed

NAME = "gaoya, .2"
INSTALL = "pip install gaoya"
THRESHOLD = 0.2
BANDS = 64
BAND = 2
WORDS = (3, 3)


def version() -> str | None:
    """The version of gaoya."""
    return installed("gaoya")


def find_pairs(reports: Path, out: Path) -> None:
    """Pairs above the threshold that every MinHash here was asked for."""
    find_above(THRESHOLD, reports, out)


def find_above(threshold: float, reports: Path, out: Path) -> None:
    """Index all reports in one call, then ask for them in batches."""
    ids, texts = read_reports(reports)
    index = import_module("gaoya.minhash").MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=threshold,
        num_bands=BANDS,
        band_size=BAND,
        analyzer="word",
        lowercase=True,
        ngram_range=WORDS,
        id_container="vec",
    )
    index.par_bulk_insert_docs(list(range(len(texts))), texts)
    answers = (answer for some in batches(texts) for answer in index.par_bulk_query(list(some)))
    found = enumerate(answers)
    write_whole(out, ids, ((number, other) for number, others in found for other in others if other > number))
