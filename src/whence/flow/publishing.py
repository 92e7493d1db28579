"""The stage write: rows become tables, a file a day, and the index counts them from one moment to the next.

A day's file is written anew where anything in it changed: rows of other reports are taken over from the old file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from whence.copies.link_kernel import NO_TIME
from whence.copies.share_kernel import PairRows, PassageRows
from whence.corpus.columns import sync_file
from whence.corpus.index import Index, Standing, bounds_of
from whence.corpus.tables import PAIRS, PASSAGES, REPORTS, SPOOL, UNDATED, day_path, read_day, write_table
from whence.flow.aligning import SharedRows
from whence.flow.linking import Order
from whence.flow.settling import DAY_MINUTES
from whence.flow.spooling import KnownIds, read_chunk
from whence.flow.work import Work

NO_DAY = NO_TIME // DAY_MINUTES


class Fresh(NamedTuple):
    """The new reports: the chunk and the row where each number stands, and the first number."""

    first: int
    chunks: Any
    rows: Any


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
    columns = _Columns(work.index)
    for rows in shared:
        if len(rows.pairs.later):
            row_days = days[rows.words.reports[rows.pairs.later]]
            for start, stop in _stretches(row_days):
                writer.add(int(row_days[start]), columns.pairs(rows, start, stop), columns.passages(rows, start, stop))
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


class _Columns:
    """Rows of kernels as tables."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def pairs(self, shared: SharedRows, start: int, stop: int) -> Any:
        """The rows of some pairs."""
        rows = PairRows(*(column[start:stop] for column in shared.pairs))
        a, b = self._ids(shared, rows.earlier), self._ids(shared, rows.later)
        coverages = [rows.words / np.maximum(1, body) for body in (rows.body_a, rows.body_b)]
        return pa.table([a, b, rows.words, rows.unquoted, rows.longest, *coverages], schema=PAIRS)

    def passages(self, shared: SharedRows, start: int, stop: int) -> Any:
        """The rows of their passages."""
        pairs, words = shared.pairs, shared.words
        first, last = int(pairs.ends[start - 1]) if start else 0, int(pairs.ends[stop - 1])
        rows = PassageRows(*(column[first:last] for column in shared.passages))
        many = np.diff(np.concatenate([[first], pairs.ends[start:stop]]))
        spans = []
        for reports, places in ((pairs.earlier, rows.a), (pairs.later, rows.b)):
            begin = words.columns.bounds[np.repeat(reports[start:stop], many)] + places
            spans += [words.starts[begin].astype(np.int32), words.ends[begin + rows.words - 1].astype(np.int32)]
        kinds = [pa.array((rows.kinds & bit) > 0) for bit in (1, 2, 4)]
        ids = [self._ids(shared, np.repeat(side[start:stop], many)) for side in (pairs.earlier, pairs.later)]
        return pa.table([*ids, *spans, rows.words, *kinds], schema=PASSAGES)

    def _ids(self, shared: SharedRows, reports: Any) -> Any:
        """The ids of reports."""
        unique, places = np.unique(reports, return_inverse=True)
        return pa.array(self._index.read_ids(shared.words.reports[unique])).take(pa.array(places))


def write_reports(work: Work, fresh: Fresh, now: tuple[Standing, Any], order: Order, tables: Path) -> None:
    """Write the days of the table of reports that have changed reports.

    Args:
        work: the index under work.
        fresh: where the new reports are spooled.
        now: which report stands for which, and the reports that are new or whose facts are others now.
        order: the reports by rank.
        tables: where the files of the run are written.
    """
    standing, changed = now
    days = order.minutes // DAY_MINUTES
    members = order.reports[standing.alive[order.reports] > 0]
    by_day = days[members]
    sizes = np.diff(bounds_of(work.index.open_reports()["word_ends"]))
    for day in np.unique(days[changed]).tolist():
        numbers = members[np.searchsorted(by_day, day) : np.searchsorted(by_day, day, "right")]
        old = read_day(work.index.folder.parent, "reports", day_name(day))
        table = _day_of_reports(
            numbers, fresh, work.folder / "read", (old, work.index.read_ids(numbers) if old.num_rows else [])
        )
        first = standing.folds[numbers]
        same = np.array(work.index.read_ids(first), object)
        same[first == numbers] = None
        table = table.append_column(REPORTS.field("words"), pa.array(sizes[numbers].astype(np.int32)))
        table = table.append_column(REPORTS.field("same_text_as"), pa.array(same, pa.string()))
        write_table(day_path(tables, "reports", day_name(day)), table)


def _day_of_reports(numbers: Any, fresh: Fresh, spool: Path, old: tuple[Any, list[str]]) -> Any:
    """The rows of some reports, from their chunks or from the old table, in the order of `numbers`."""
    table, ids = old
    place_of = {name: place for place, name in enumerate(ids)}
    kept = np.array([place_of.get(name, -1) for name in table["id"].to_pylist()], np.int64)
    new = np.flatnonzero((numbers >= fresh.first) & (numbers < fresh.first + len(fresh.chunks)))
    taken = np.setdiff1d(kept[kept >= 0], new, assume_unique=True)
    pieces = [table.filter(pa.array(np.isin(kept, taken))).select(SPOOL.names)]
    places = [kept[np.isin(kept, taken)]]
    where = fresh.chunks[numbers[new] - fresh.first]
    for chunk in np.unique(where).tolist():
        these = new[where == chunk]
        pieces.append(read_chunk(spool, chunk).take(pa.array(fresh.rows[numbers[these] - fresh.first])))
        places.append(these)
    return pa.concat_tables(pieces).take(pa.array(np.argsort(np.concatenate(places))))


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
