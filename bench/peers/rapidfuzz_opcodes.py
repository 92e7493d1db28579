"""rapidfuzz, pairwise on the known pairs: the equal runs of `Indel.opcodes` over words.

Indel (the longest common subsequence) keeps more equal words than Levenshtein, which pays for a change once. Whole
numbers stand for words, so that rapidfuzz hashes nothing. It finds no pairs: its recall is that of a tool which was
told.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from bench.peers.known_pairs import Block, Words, align_known_pairs
from bench.peers.versions import installed

NAME = "rapidfuzz (known pairs)"
INSTALL = "pip install rapidfuzz"


def version() -> str | None:
    """The version of rapidfuzz."""
    return installed("rapidfuzz")


def find_pairs(reports: Path, out: Path) -> None:
    """Align every child with its parents."""
    opcodes = import_module("rapidfuzz.distance.Indel").opcodes

    def align(a: Words, b: Words) -> Iterator[Block]:
        """The equal runs, in order."""
        return ((op.src_start, op.dest_start, op.src_end - op.src_start) for op in opcodes(a, b) if op.tag == "equal")

    align_known_pairs(reports, out, align)
