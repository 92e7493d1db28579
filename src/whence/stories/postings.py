"""Candidates: which earlier reports have rare terms in common with one, at a cost that does not grow."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from whence.stories.terms import FULL_NAMES, NAMES, WORDS
from whence.stories.vectors import Vector

LAST_POSTED = 100  # reports that a term leads to, the latest
POSTED = (
    (WORDS, 40),
    (NAMES, 12),
    (FULL_NAMES, 8),
)  # terms of each field, the weightiest, under which a report is filed
ASKED = ((WORDS, 30), (NAMES, 10), (FULL_NAMES, 6))
MOST_CANDIDATES = 24


class Postings:
    """Reports by their weightiest terms."""

    def __init__(self) -> None:
        self._filed: dict[tuple[int, int], tuple[array[int], array[float]]] = {}

    def file(self, report: int, vector: Vector) -> None:
        """File a report under its weightiest terms."""
        for key, weight in _weightiest(vector, POSTED):
            filed = self._filed.get(key)
            if filed is None:
                filed = self._filed[key] = array("i"), array("f")
            filed[0].append(report)
            filed[1].append(weight)
            if len(filed[0]) >= 2 * LAST_POSTED:
                del filed[0][:-LAST_POSTED], filed[1][:-LAST_POSTED]

    def candidates(self, vector: Vector, oldest: int = 0) -> Any:
        """The reports that share most with one: at most MOST_CANDIDATES numbers (int64), the likeliest first.

        Args:
            vector: of the report.
            oldest: reports of lower numbers are left out.
        """
        found, weights = [], []
        for key, weight in _weightiest(vector, ASKED):
            filed = self._filed.get(key)
            if filed:
                found.append(np.array(filed[0][-LAST_POSTED:], np.int64))
                weights.append(np.array(filed[1][-LAST_POSTED:]) * weight)
        if not found:
            return np.empty(0, np.int64)
        reports, places = np.unique(np.concatenate(found), return_inverse=True)
        scores = np.bincount(places, np.concatenate(weights))
        scores[reports < oldest] = -1
        best = np.argsort(-scores, kind="stable")[:MOST_CANDIDATES]
        return reports[best[scores[best] > 0]]

    def arrays(self) -> dict[str, Any]:
        """What is filed, as arrays."""
        keys = np.array(list(self._filed), np.int64).reshape(-1, 2)
        reports = [np.array(filed[0], np.int32) for filed in self._filed.values()]
        weights = [np.array(filed[1], np.float32) for filed in self._filed.values()]
        return {
            "keys": keys,
            "ends": np.cumsum([len(one) for one in reports], dtype=np.int64),
            "reports": np.concatenate([*reports, np.empty(0, np.int32)]),
            "post_weights": np.concatenate([*weights, np.empty(0, np.float32)]),
        }

    def restore(self, arrays: Mapping[str, Any]) -> None:
        """Take up what an earlier run has filed."""
        start = 0
        for (field, term), end in zip(arrays["keys"].tolist(), arrays["ends"].tolist(), strict=True):
            reports, weights = arrays["reports"][start:end], arrays["post_weights"][start:end]
            self._filed[field, term] = array("i", reports.tobytes()), array("f", weights.tobytes())
            start = end


def _weightiest(vector: Vector, wanted: tuple[tuple[int, int], ...]) -> Iterator[tuple[tuple[int, int], float]]:
    """The weightiest terms of some fields, by field and number."""
    for field, most in wanted:
        terms, weights = vector.terms[field], vector.weights[field]
        for place in np.argsort(-weights, kind="stable")[:most].tolist():
            yield (field, int(terms[place])), float(weights[place])
