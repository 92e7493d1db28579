"""The sentences of CoNLL-2010 (Wikipedia), split once and for all by a hash of their ids."""

from __future__ import annotations

import html
from hashlib import sha256
from typing import NamedTuple

from bench.quality.shared_data import DATA, lines

BLOCK = 20  # sentences; neighbours come from one page, and a page must not train the fold that judges it
FOLDS = 10


class Sentence(NamedTuple):
    """A sentence, whether readers called it uncertain, and its block of neighbours."""

    text: str
    uncertain: bool
    block: int

    def fold(self, seed: int) -> int:
        """The fold in which it is judged; each seed lays the blocks out anew."""
        return int(sha256(f"{seed} block {self.block}".encode()).hexdigest(), 16) % FOLDS


def held_back(name: str) -> bool:
    """Whether a sentence is kept for the report: a third of them, by the hash of the id."""
    return int(sha256(name.encode()).hexdigest(), 16) % 3 == 0


def read_sentences(*, held: bool) -> list[Sentence]:
    """The held-back third, or the other two thirds to learn from."""
    rows = lines(DATA / "hedges" / "sentences.jsonl.gz")
    return [
        Sentence(html.unescape(row["text"]), row["uncertain"], _block(row["id"]))
        for row in rows
        if held_back(row["id"]) == held
    ]


def _block(name: str) -> int:
    """The number of a sentence's block."""
    return int(name.rpartition("/")[2]) // BLOCK
