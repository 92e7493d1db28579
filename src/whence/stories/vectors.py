"""Vectors: the weighted terms of many reports, by field, in arrays that grow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from whence.stories.terms import FIELDS, FULL_NAMES, NAMES, NUMBERS, Terms
from whence.text.wordlists import read_word_list

MOST_TERMS = 300  # of a field, the weightiest
BACKGROUND = 2_000  # reports for which the frequencies of `term_frequencies` stand: a stream of three knows nothing yet
COUNTED = (NAMES, FULL_NAMES, NUMBERS)  # fields whose shared terms are also counted by how rare they are


class Vector(NamedTuple):
    """The terms of one report: for each field their numbers (int32) and their weights (float32), of length 1."""

    terms: tuple[Any, ...]
    weights: tuple[Any, ...]


class Shared(NamedTuple):
    """What one report shares with others: cosines by field (others by fields), and the summed rarity of the terms that
    both have in COUNTED fields (others by those)."""

    cosines: Any
    rare: Any


class TermCounts:
    """Terms by number, and in how many reports each has been seen: a stream learns as it goes.

    Weights are (1 + ln tf) ln(1 + (N + 1) / (df + .5)), df as it stood when the report came.
    """

    def __init__(self) -> None:
        background = [line.rsplit(" ", 1) for line in read_word_list("term_frequencies")]
        self.names = [term for term, _ in background]
        self.numbers = {term: number for number, term in enumerate(self.names)}
        self._seen = np.zeros(max(1 << 14, 2 * len(background)), np.float32)
        self._seen[: len(background)] = [float(share) * BACKGROUND for _, share in background]
        self.reports = 0

    def add(self, terms: Terms) -> Vector:
        """Count the terms of a report, and weigh them.

        Args:
            terms: of the report.
        """
        numbered = [self._number(counts) for counts in terms.counts]
        self.reports += 1
        known = np.concatenate([ids for ids, _ in numbered])
        self._seen[np.unique(known)] += 1
        found = [_strongest(ids, (1 + np.log(tf)) * self.rarity(ids)) for ids, tf in numbered]
        return Vector(tuple(ids for ids, _ in found), tuple(weights for _, weights in found))

    def rarity(self, terms: Any) -> Any:
        """How rare some terms are, by number."""
        total = self.reports + BACKGROUND
        return np.log(1 + (total + 1) / (self._seen[terms] + 0.5))

    def name(self, term: int) -> str:
        """A term by its number."""
        return self.names[term]

    @property
    def seen(self) -> Any:
        """In how many reports each term has been seen."""
        return self._seen[: len(self.numbers)]

    def restore(self, terms: Sequence[str], seen: Any, reports: int) -> None:
        """Take up what an earlier run has counted."""
        self.names = list(terms)
        self.numbers = {term: number for number, term in enumerate(self.names)}
        self._seen, self.reports = np.array(seen, np.float32), reports

    def _number(self, counts: Mapping[str, int]) -> tuple[Any, Any]:
        """Terms by number, new ones numbered."""
        numbers = self.numbers
        for term in counts:
            if term not in numbers:
                numbers[term] = len(self.names)
                self.names.append(term)
        ids = np.fromiter((numbers[term] for term in counts), np.int32, len(counts))
        self._seen = _grown(self._seen, len(self.names))
        return ids, np.fromiter(counts.values(), np.float32, len(counts))


class Vectors:
    """The vectors of reports by number."""

    def __init__(self) -> None:
        self.terms, self.weights = np.zeros(1 << 12, np.int32), np.zeros(1 << 12, np.float32)
        self.bounds = np.zeros(1 << 8, np.int64)
        self.reports, self.base = 0, 0
        self._dense = np.zeros((len(FIELDS), 1 << 14), np.float32)

    def add(self, vector: Vector) -> int:
        """Keep a vector; its number."""
        at = (self.reports - self.base) * len(FIELDS)
        end = int(self.bounds[at]) + sum(map(len, vector.terms))
        self.terms, self.weights = _grown(self.terms, end), _grown(self.weights, end)
        self.bounds = _grown(self.bounds, at + len(FIELDS) + 1)
        for field, (terms, weights) in enumerate(zip(vector.terms, vector.weights, strict=True)):
            start = int(self.bounds[at + field])
            stop = start + len(terms)
            self.terms[start:stop], self.weights[start:stop] = terms, weights
            self.bounds[at + field + 1] = stop
        self.reports += 1
        return self.reports - 1

    def field(self, report: int, field: int) -> tuple[Any, Any]:
        """The terms of one field of a report, and their weights."""
        at = (report - self.base) * len(FIELDS) + field
        start, end = self.bounds[at : at + 2]
        return self.terms[start:end], self.weights[start:end]

    def of(self, report: int) -> Vector:
        """The vector of a report."""
        fields = [self.field(report, field) for field in range(len(FIELDS))]
        return Vector(tuple(terms for terms, _ in fields), tuple(weights for _, weights in fields))

    def compare(self, vector: Vector, others: Any, counts: TermCounts) -> Shared:
        """What a report shares with others.

        Args:
            vector: of the report.
            others: numbers of reports.
            counts: how rare terms are.
        """
        self._dense = _wide(self._dense, len(counts.numbers))
        cosines = np.zeros((len(others), len(FIELDS)), np.float32)
        rare = np.zeros((len(others), len(COUNTED)), np.float32)
        for field in range(len(FIELDS)):
            dense = self._dense[field]
            dense[vector.terms[field]] = vector.weights[field]
            at, rows = self._gather(others, field)
            terms = self.terms[at]
            hits = dense[terms]
            both = np.flatnonzero(hits)
            cosines[:, field] = np.bincount(rows[both], hits[both] * self.weights[at[both]], len(others))
            if field in COUNTED:
                worth = counts.rarity(terms[both])
                rare[:, COUNTED.index(field)] = np.bincount(rows[both], worth, len(others))
            dense[vector.terms[field]] = 0
        return Shared(cosines, rare)

    def contained(self, report: int, other: int, field: int) -> float:
        """How much of a field of the one of two reports that has fewer terms stands in the other's: 0 to 1 by weight, 1
        where it has none."""
        (few, weights), (many, _) = sorted(
            (self.field(report, field), self.field(other, field)), key=lambda one: len(one[0])
        )
        return float((weights[np.isin(few, many)] ** 2).sum()) if len(few) else 1.0

    def sizes(self, others: Any, field: int) -> Any:
        """How many terms some reports have in a field."""
        first = (np.asarray(others, np.int64) - self.base) * len(FIELDS) + field
        return self.bounds[first + 1] - self.bounds[first]

    def forget(self, before: int) -> None:
        """Drop the vectors of the reports before one; numbers stay as they are."""
        first, last = ((number - self.base) * len(FIELDS) for number in (before, self.reports))
        start, end = int(self.bounds[first]), int(self.bounds[last])
        self.terms, self.weights = self.terms[start:end].copy(), self.weights[start:end].copy()
        self.bounds = self.bounds[first : last + 1] - start
        self.base = before

    def arrays(self) -> dict[str, Any]:
        """What is kept, as arrays of their true size."""
        bounds = self.bounds[: (self.reports - self.base) * len(FIELDS) + 1]
        return {"terms": self.terms[: bounds[-1]], "weights": self.weights[: bounds[-1]], "bounds": bounds}

    def restore(self, arrays: Mapping[str, Any], base: int) -> None:
        """Take up the vectors of an earlier run, the first of them of number `base`."""
        self.terms, self.weights, self.bounds = (np.array(arrays[name]) for name in ("terms", "weights", "bounds"))
        self.base, self.reports = base, base + (len(self.bounds) - 1) // len(FIELDS)

    def _gather(self, others: Any, field: int) -> tuple[Any, Any]:
        """Where the terms of one field of some reports stand, and whose each is, by place among them."""
        first = (np.asarray(others, np.int64) - self.base) * len(FIELDS) + field
        starts = self.bounds[first]
        sizes = self.bounds[first + 1] - starts
        rows = np.repeat(np.arange(len(first)), sizes)
        before = np.cumsum(sizes) - sizes
        return np.arange(int(sizes.sum())) + (starts - before)[rows], rows


def _strongest(ids: Any, weights: Any) -> tuple[Any, Any]:
    """The weightiest terms, their weights brought to length 1."""
    if len(ids) > MOST_TERMS:
        kept = np.sort(np.argpartition(-weights, MOST_TERMS)[:MOST_TERMS])
        ids, weights = ids[kept], weights[kept]
    length = float(np.sqrt((weights * weights).sum()))
    return ids, (weights / length if length else weights).astype(np.float32)


def _grown(array: Any, size: int) -> Any:
    """An array of at least some size, twice as large when it is full."""
    if size <= len(array):
        return array
    found = np.zeros(max(2 * len(array), size), array.dtype)  # what is not written yet takes no memory
    found[: len(array)] = array
    return found


def _wide(table: Any, columns: int) -> Any:
    """A table with at least so many columns; what was in it is nothing."""
    return table if columns <= table.shape[1] else np.zeros((len(table), 2 * columns), np.float32)
