"""What reports mean, as an encoder tells it: one clue beside the others, never the only evidence.

Every encoder has a scale of its own, so a cosine counts by how far it lies from those that the stream has looked at. It
speaks for one story only where two reports also share words or names beyond chance, and never by more than MOST_WORTH:
a pair that the other clues would not even suggest is not joined by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

LEAST_SEEN = 100  # cosines, before which their mean and deviation say little: the clue counts nothing
MOST_DEVIATIONS = 3.0  # beyond which a cosine says no more
MOST_WORTH = 1.5  # log-odds; from "suggested" (.15) to "joined" (.5) it takes 1.73
SHARED_WORDS, SHARED_NAMES = 0.12, 8.3  # cosine, summed rarity: what pairs that are looked at share on the average


class MeaningWeights(NamedTuple):
    """What the clue is worth: log-odds a deviation (`slope`) above so many deviations over the mean (`level`)."""

    slope: float
    level: float


class Compared(NamedTuple):
    """A pair in an encoder's eyes: its cosine, and the mean of those that the stream has looked at."""

    cosine: float
    usual: float


class Meanings:
    """The vectors that one encoder gave to reports of a stream, and what their cosines were like.

    Args:
        encoder: its name.
    """

    def __init__(self, encoder: str) -> None:
        self.encoder = encoder
        self.seen, self.mean, self.squares = 0, 0.0, 0.0
        self._reports = np.zeros(1 << 8, np.int32)
        self._vectors = np.zeros((1 << 8, 0), np.float16)
        self._size = 0

    def add(self, report: int, vector: Any) -> None:
        """Keep a vector.

        Args:
            report: its number, higher than those before.
            vector: of length 1; all of one encoder have the same number of dimensions.
        """
        if not self._size:
            self._vectors = np.zeros((len(self._reports), len(vector)), np.float16)
        if self._size == len(self._reports):
            self._reports = np.concatenate([self._reports, np.zeros_like(self._reports)])
            self._vectors = np.concatenate([self._vectors, np.zeros_like(self._vectors)])
        self._reports[self._size], self._vectors[self._size] = report, vector
        self._size += 1

    def cosines(self, report: int, others: Any) -> Any:
        """The cosines of a report with others; NaN where either has no vector."""
        found = np.full(len(others), np.nan)
        mine, mine_known = self._places(np.array([report]))
        theirs, known = self._places(np.asarray(others, np.int64))
        if mine_known[0] and known.any():
            rows = self._vectors[theirs[known]].astype(np.float32)
            found[known] = rows @ self._vectors[mine[0]].astype(np.float32)
        return found

    def learn(self, cosines: Any) -> None:
        """Count cosines that were looked at (Welford 1962, in lots)."""
        new = cosines[~np.isnan(cosines)]
        if not len(new):
            return
        total, apart = self.seen + len(new), float(new.mean()) - self.mean
        self.squares += float(((new - new.mean()) ** 2).sum()) + apart**2 * self.seen * len(new) / total
        self.mean += apart * len(new) / total
        self.seen = total

    def deviations(self, cosines: Any) -> Any:
        """How many deviations cosines lie above the mean of those looked at, clipped; NaN where that is not known."""
        if self.seen < LEAST_SEEN or not self.squares:
            return np.full(len(cosines), np.nan)
        spread = np.sqrt(self.squares / self.seen)
        return np.clip((cosines - self.mean) / spread, -MOST_DEVIATIONS, MOST_DEVIATIONS)

    def compared(self, report: int, other: int) -> Compared:
        """Two reports that both have a vector."""
        return Compared(float(self.cosines(report, np.array([other]))[0]), self.mean)

    def forget(self, before: int) -> None:
        """Drop the vectors of the reports before one."""
        first = int(np.searchsorted(self._reports[: self._size], before))
        self._reports = self._reports[first : self._size].copy()
        self._vectors = self._vectors[first : self._size].copy()
        self._size -= first
        if not self._size:
            self._reports = np.zeros(1 << 8, np.int32)

    def arrays(self) -> tuple[Any, Any]:
        """The reports that have a vector, and the vectors."""
        return self._reports[: self._size], self._vectors[: self._size]

    def restore(self, reports: Any, vectors: Any, learned: Mapping[str, Any]) -> None:
        """Take up what an earlier run has kept; `learned` is as `learned()` gave it."""
        if len(reports):
            self._reports, self._vectors, self._size = np.array(reports), np.array(vectors), len(reports)
        self.seen, self.mean, self.squares = learned["seen"], learned["mean"], learned["squares"]

    def learned(self) -> dict[str, Any]:
        """What the cosines were like."""
        return {"encoder": self.encoder, "seen": self.seen, "mean": self.mean, "squares": self.squares}

    def _places(self, reports: Any) -> tuple[Any, Any]:
        """Where the vectors of reports stand, and which have one."""
        own = self._reports[: self._size]
        places = np.searchsorted(own, reports)
        known = places < self._size
        known[known] = own[places[known]] == reports[known]
        return places, known


def meaning(deviations: Any, cosines: Any, rare: Any, weights: MeaningWeights) -> Any:
    """They mean the same, as the encoder has it.

    Args:
        deviations: of each pair's cosine by the encoder.
        cosines: of words of each pair.
        rare: summed rarity of the names that both have.
        weights: what the clue is worth.

    Returns:
        A column: deviations above the level, 0 where nothing is known; times the slope never more than MOST_WORTH.

    >>> weights = MeaningWeights(slope=1.0, level=0.5)
    >>> meaning(np.array([3.0, 1.0, 3.0, -3.0, np.nan]), np.array([0.3, 0.3, 0, 0, 0.3]), np.zeros(5), weights).tolist()
    [1.5, 0.5, 0.0, -1.5, 0.0]
    """
    most = MOST_WORTH / weights.slope
    found = np.clip(np.nan_to_num(deviations - weights.level), -most, most)
    return np.where(beyond_chance(cosines, rare), found, np.minimum(found, 0.0))


def beyond_chance(cosines: Any, rare: Any) -> Any:
    """Whether pairs share words or names beyond chance: more than the average pair that is looked at."""
    return (cosines >= SHARED_WORDS) | (rare >= SHARED_NAMES)
