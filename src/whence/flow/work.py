"""What every stage over a corpus is handed: the index, the kernels, and how much of the machine it may use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from whence.corpus.index import Index
from whence.corpus.kernels import Kernels

Told = Callable[[str, int, int | None], None]

BYTES_A_WORD = 6  # of text in news, with the space


@dataclass(frozen=True, slots=True)
class Work:
    """An index under work.

    `folder` is for files of the run, `memory` bytes, `jobs` threads; `tell` is told of progress: the stage, how much is
    done, and of how much, where that is known.
    """

    index: Index
    kernels: Kernels
    folder: Path
    memory: int
    jobs: int
    tell: Told
