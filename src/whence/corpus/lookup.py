"""Looking up a few hashes in a large part of an index, without mapping it.

Each place that is touched in a mapped file counts as memory with sixteen pages or more around it; a search touches
some twenty. So a sample of the hashes is kept, and what lies between two of them is read when it is asked for.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from whence.copies.winnow_kernel import Postings
from whence.corpus.columns import Columns

SAMPLED = 4_096  # entries for which one hash is kept: 256 kB of a part of 133,000,000, and 32 kB read for each hash


class PartLookup:
    """Postings sorted by hash, in files.

    Args:
        columns: the files of the part.
        length: how many entries there are.
    """

    def __init__(self, columns: Columns, length: int) -> None:
        self._length = length
        self._files = Postings(*map(columns.open_file, Postings._fields)) if length else None
        places = range(0, length, SAMPLED)
        self._sample = np.array([self._hashes(place, place + 1)[0] for place in places], np.uint64)

    def find(self, hashes: Any, most: int) -> list[Postings]:
        """The postings of some hashes, at most so many of each."""
        if self._files is None:
            return []
        blocks = np.maximum(np.searchsorted(self._sample, hashes) - 1, 0).tolist()
        ranges = [self._range(hashed, block * SAMPLED, most) for hashed, block in zip(hashes, blocks, strict=True)]
        return [Postings(*(file.read(first, last) for file in self._files)) for first, last in ranges if first < last]

    def _range(self, hashed: Any, start: int, most: int) -> tuple[int, int]:
        """Where the entries of a hash begin and end, counting at most so many; `start` is no further than `SAMPLED`."""
        first = start + int(np.searchsorted(self._hashes(start, start + SAMPLED + 1), hashed))
        return first, first + int(np.searchsorted(self._hashes(first, first + most), hashed, "right"))

    def _hashes(self, first: int, last: int) -> Any:
        """The hashes from `first` to `last`, or to the end."""
        assert self._files is not None
        return self._files.hashes.read(first, min(last, self._length))
