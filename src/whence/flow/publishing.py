"""The stage write: rows become tables, a file a day, and the index counts them from one moment to the next.

A day's file is written anew where anything in it changed: rows of other reports are taken over from the old file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from whence.copies.link_kernel import NO_TIME
from whence.copies.share_kernel import PairRows, PassageRows
from whence.corpus.columns import sync_file
from whence.corpus.index import Index
from whence.corpus.tables import (
    PAIRS,
    PASSAGES,
    UNDATED,
    day_path,
    read_day,
    write_table,
)
from whence.flow.aligning import SharedRows
from whence.flow.linking import Order
from whence.flow.settling import DAY_MINUTES
from whence.flow.spooling import KnownIds
from whence.flow.work import Work

NO_DAY = NO_TIME // DAY_MINUTES


def day_name(day: int) -> str:
    """A day counted from 1970 as a name.

    >>> day_name(19723), day_name(NO_DAY)
    ('2024-01-01', 'undated')
    """
    return UNDATED if day >= NO_DAY else (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=day)).date().isoformat()


def write_pairs(
    work: Work, shared: Iterable[SharedRows], order: Order, who: tuple[Any, Any | None], tables: Path
) -> None:
    """Write the days of pairs and passages that have touched reports.

    Args:
        work: the index under work.
        shared: rows by rank of the later report.
        order: the reports by rank.
        who: flags for each report: whether it counts, and whether its pairs are new (None where all are).
        tables: where the files of the run are written; the old ones are in the folder above the index.
    """
    alive, touched = who
    days = order.minutes // DAY_MINUTES
    due = [int(day) for day in np.unique(days[(alive if touched is None else touched) > 0])]
    known = _Known(work.index, order, touched, alive)
    writer = _DayWriter(known, tables, due)
    for rows in shared:
        if len(rows.pairs.later):
            row_days, ids = days[rows.words.reports[rows.pairs.later]], work.index.read_ids(rows.words.reports)
            for start, stop in _stretches(row_days):
                pairs, passages = _pair_table(rows, ids, start, stop), _passage_table(rows, ids, start, stop)
                writer.add(int(row_days[start]), pairs, passages)
    writer.finish()


class _Known:
    """The tables as they are, and which of their rows stay."""

    def __init__(self, index: Index, order: Order, touched: Any | None, alive: Any) -> None:
        self._index, self._order, self._touched = index, order, touched
        self._numbers = None if touched is None else KnownIds(index, alive)

    def merge(self, name: str, day: str, new: Any) -> Any:
        """The rows of a day: old ones of reports that were not touched, and new ones, in order."""
        if self._numbers is None or self._touched is None:
            return new
        old = read_day(self._index.folder.parent, name, day)
        if not old.num_rows:
            return new
        later = self._find(old["b"])
        old = old.filter(pa.array((later >= 0) & (self._touched[later] == 0)))
        rows = pa.concat_tables([old, new])
        ranks = self._order.ranks
        keys = (ranks[self._find(rows["a"])], ranks[self._find(rows["b"])])
        return rows.take(pa.array(np.lexsort(keys)))

    def _find(self, ids: Any) -> Any:
        """The numbers of ids."""
        assert self._numbers is not None
        coded = ids.combine_chunks().dictionary_encode()
        numbers = [self._numbers.find(name) for name in coded.dictionary.to_pylist()]
        return np.array([-1 if number is None else number for number in numbers], np.int64)[coded.indices.to_numpy()]


class _DayWriter:
    """Gathers the rows of a day, and writes each day that is due once its rows are complete."""

    def __init__(self, known: _Known, tables: Path, due: list[int]) -> None:
        self._known, self._tables, self._due = known, tables, due
        self._rows: list[tuple[Any, Any]] = []

    def add(self, day: int, pairs: Any, passages: Any) -> None:
        """More rows; days come in order."""
        while self._due[0] != day:
            self._write()
        self._rows.append((pairs, passages))

    def finish(self) -> None:
        """Write the days that are left."""
        while self._due:
            self._write()

    def _write(self) -> None:
        """Write the first day that is due."""
        day = day_name(self._due.pop(0))
        for place, (name, schema) in enumerate((("pairs", PAIRS), ("passages", PASSAGES))):
            new = pa.concat_tables([rows[place] for rows in self._rows]) if self._rows else schema.empty_table()
            write_table(day_path(self._tables, name, day), self._known.merge(name, day, new))
        self._rows = []


def _pair_table(shared: SharedRows, ids: Any, start: int, stop: int) -> Any:
    """The rows of some pairs, with the ids of the reports that they count."""
    rows = PairRows(*(column[start:stop] for column in shared.pairs))
    a, b = (ids.take(pa.array(reports)) for reports in (rows.earlier, rows.later))
    coverages = [rows.words / np.maximum(1, body) for body in (rows.body_a, rows.body_b)]
    return pa.table([a, b, rows.words, rows.unquoted, rows.longest, *coverages], schema=PAIRS)


def _passage_table(shared: SharedRows, ids: Any, start: int, stop: int) -> Any:
    """The rows of their passages."""
    pairs, words = shared.pairs, shared.words
    first, last = int(pairs.ends[start - 1]) if start else 0, int(pairs.ends[stop - 1])
    rows = PassageRows(*(column[first:last] for column in shared.passages))
    many = np.diff(np.concatenate([[first], pairs.ends[start:stop]]))
    columns, spans = [], []
    for side, places in ((pairs.earlier, rows.a), (pairs.later, rows.b)):
        reports = np.repeat(side[start:stop], many)
        begin = words.columns.bounds[reports] + places
        columns.append(ids.take(pa.array(reports)))
        spans += [words.starts[begin].astype(np.int32), words.ends[begin + rows.words - 1].astype(np.int32)]
    kinds = [pa.array((rows.kinds & bit) > 0) for bit in (1, 2, 4)]
    return pa.table([*columns, *spans, rows.words, *kinds], schema=PASSAGES)


def move_tables(source: Path, target: Path) -> None:
    """Put the files of a run in their places; what is there already was moved before the run was killed."""
    for path in sorted(source.rglob("*.parquet")):
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        sync_file(path)
        path.replace(place)
        sync_file(place.parent)


def _stretches(values: Any) -> Iterator[tuple[int, int]]:
    """Where equal values stand together: first, and one past the last."""
    edges = np.concatenate([[0], np.flatnonzero(np.diff(values)) + 1, [len(values)]])
    yield from zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True)
