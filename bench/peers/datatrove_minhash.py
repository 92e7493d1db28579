"""datatrove: the first two steps of its MinHash pipeline, signatures and buckets.

Runs of three words, 64 buckets of two hashes, so as the others. The second step links neighbours of one bucket; every
two reports linked in one bucket are taken as a pair (the third step would join families and unrelated reports into one
cluster). After datatrove's own cleaning, which takes out punctuation, words are cut at spaces: its tokenizers for
English need spaCy, which was not installed.
"""

from __future__ import annotations

import struct
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.peers.rows import SHINGLE_WORDS, Pair, pairs_of_groups, read_reports, write_whole
from bench.peers.versions import installed

NAME = "datatrove"
INSTALL = 'pip install "datatrove[processing]"'
BUCKETS = 64
BUCKET = 2
LINK = struct.Struct("<4I")  # file and number of one report, then of the other


def version() -> str | None:
    """The version of datatrove."""
    return installed("datatrove")


def find_pairs(reports: Path, out: Path) -> None:
    """Write signatures, match buckets, read the links."""
    dedup = import_module("datatrove.pipeline.dedup.minhash")
    document = import_module("datatrove.data").Document
    spaces = _cut_at_spaces(import_module("datatrove.utils.word_tokenizers").WordTokenizer)
    import_module("loguru").logger.remove()
    ids, texts = read_reports(reports)
    config = dedup.MinhashConfig(n_grams=SHINGLE_WORDS, num_buckets=BUCKETS, hashes_per_bucket=BUCKET)
    documents = (document(text=text, id=name) for text, name in zip(texts, ids, strict=True))
    with tempfile.TemporaryDirectory() as folder:
        signatures, links = f"{folder}/signatures", f"{folder}/links"
        dedup.MinhashDedupSignature(signatures, config, language=spaces).run(documents)
        buckets = dedup.MinhashDedupBuckets(signatures, links, config=config)
        for number in range(BUCKETS):
            buckets.run(None, number, BUCKETS)
        groups = (group for file in sorted(Path(links).rglob("*.dups")) for group in _groups(file))
        write_whole(out, ids, pairs_of_groups(groups))


def _cut_at_spaces(base: type) -> Any:
    """A tokenizer of datatrove's class; sentences and spans, which the class asks for too, are not used."""
    cut = {"word_tokenize": lambda _, text: text.split(), "sent_tokenize": None, "span_tokenize": None}
    return type("CutAtSpaces", (base,), cut)()


def _groups(file: Path) -> Iterator[list[int]]:
    """The reports of each bucket, from the chain of links between neighbours."""
    chain: list[int] = []
    for first, second in _links(file.read_bytes()):
        if chain and chain[-1] == first:
            chain.append(second)
            continue
        yield chain
        chain = [first, second]
    yield chain


def _links(data: bytes) -> Iterator[Pair]:
    """Two numbers of reports for each link."""
    rows: Iterator[tuple[Any, ...]] = LINK.iter_unpack(data)
    return ((row[1], row[3]) for row in rows)
