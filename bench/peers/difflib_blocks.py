"""difflib, pairwise on the known pairs: `SequenceMatcher.get_matching_blocks` over words, without the junk heuristic.

`autojunk=False`: the heuristic drops the commonest words of texts of 200 words or more, which breaks passages apart.
"""

from __future__ import annotations

import platform
from difflib import SequenceMatcher
from pathlib import Path

from bench.peers.known_pairs import Block, Words, align_known_pairs

NAME = "difflib (known pairs)"
INSTALL = "part of Python"


def version() -> str | None:
    """The version of Python."""
    return platform.python_version()


def find_pairs(reports: Path, out: Path) -> None:
    """Align every child with its parents."""
    align_known_pairs(reports, out, _blocks)


def _blocks(a: Words, b: Words) -> list[Block]:
    """The longest equal run, then those on both sides of it, and so on."""
    return [
        (block.a, block.b, block.size) for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    ]
