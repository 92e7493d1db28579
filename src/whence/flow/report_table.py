"""The table of reports: a file a day, written some thousand reports at a time, however many a day has.

Reports without a date are one day, and a column of strings in Arrow's memory ends at two gigabytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from whence.corpus.index import Standing, bounds_of
from whence.corpus.tables import REPORTS, REPORTS_A_GROUP, SPOOL, day_path, open_table
from whence.flow.linking import Order
from whence.flow.publishing import day_name
from whence.flow.settling import DAY_MINUTES
from whence.flow.spooling import Spool
from whence.flow.work import BYTES_A_WORD, Work

MEMORY_SHARE = 64  # of the memory allowed, for the texts of some lots: more are slower to put in order
MAPPED_CHUNKS = 64  # of the spool at a time: a few rows of a chunk map some two megabytes of it


class Fresh(NamedTuple):
    """The new reports: the chunk and the row where each number stands, and the first number."""

    first: int
    chunks: Any
    rows: Any

    def has(self, numbers: Any) -> Any:
        """Whether each of some reports is new."""
        return (numbers >= self.first) & (numbers < self.first + len(self.chunks))


class _Lot(NamedTuple):
    """Reports of one day that make a group of rows, in order."""

    day: str
    numbers: Any


def write_reports(work: Work, fresh: Fresh, now: tuple[Standing, Any], order: Order, tables: Path) -> None:
    """Write the days of the table of reports that have changed reports.

    Args:
        work: the index under work.
        fresh: where the new reports are spooled.
        now: which report stands for which, and the reports that are new or whose facts are others now.
        order: the reports by rank.
        tables: where the files of the run are written; the old ones are in the folder above the index.
    """
    standing, changed = now
    members = order.reports[standing.alive[order.reports] > 0]
    sizes = np.diff(bounds_of(work.index.open_reports()["word_ends"]))
    lots = _lots(members, order.minutes // DAY_MINUTES, changed)
    with _DayFiles(work.index.folder.parent, tables) as files:
        for group in _groups(lots, sizes, work.memory // MEMORY_SHARE // BYTES_A_WORD):
            new = [lot.numbers[fresh.has(lot.numbers)] for lot in group]
            rows = _fresh_rows(np.concatenate(new), fresh, work.folder / "read")
            ends = bounds_of(np.cumsum([len(numbers) for numbers in new]))
            for lot, start, end in zip(group, ends[:-1], ends[1:], strict=True):
                table = files.complete(lot, work.index.read_ids(lot.numbers), (fresh, rows.slice(start, end - start)))
                first = standing.folds[lot.numbers]
                same = pc.if_else(pa.array(first == lot.numbers), None, work.index.read_ids(first))
                table = table.append_column(REPORTS.field("words"), pa.array(sizes[lot.numbers].astype(np.int32)))
                files.write(lot.day, table.append_column(REPORTS.field("same_text_as"), same))


def _lots(members: Any, days: Any, changed: Any) -> Iterator[_Lot]:
    """The days that have changed reports, in lots."""
    by_day = days[members]
    for day in np.unique(days[changed]).tolist():
        first, last = np.searchsorted(by_day, day), np.searchsorted(by_day, day, "right")
        for start in range(first, max(last, first + 1), REPORTS_A_GROUP):
            yield _Lot(day_name(day), members[start : min(start + REPORTS_A_GROUP, last)])


def _groups(lots: Iterable[_Lot], sizes: Any, most: int) -> Iterator[list[_Lot]]:
    """Lots whose reports have so many words together at most; one lot at least."""
    group: list[_Lot] = []
    held = 0
    for lot in lots:
        size = int(sizes[lot.numbers].sum())
        if group and held + size > most:
            yield group
            group, held = [], 0
        group.append(lot)
        held += size
    if group:
        yield group


def _fresh_rows(numbers: Any, fresh: Fresh, folder: Path) -> Any:
    """The rows of some new reports, from their chunks, in the order of `numbers`."""
    chunks, rows = (column[numbers - fresh.first] for column in (fresh.chunks, fresh.rows))
    pieces, places = [SPOOL.empty_table()], [np.empty(0, np.int64)]
    unique = np.unique(chunks)
    for start in range(0, len(unique), MAPPED_CHUNKS):
        spool = Spool(folder)
        for chunk in unique[start : start + MAPPED_CHUNKS].tolist():
            these = np.flatnonzero(chunks == chunk)
            pieces.append(spool.chunk(chunk).select(SPOOL.names).take(pa.array(rows[these])))
            places.append(these)
    return pa.concat_tables(pieces).take(pa.array(np.argsort(np.concatenate(places)))).combine_chunks()


class _DayFiles:
    """The files of days, one after the other: what the old one has, and the new one as it is written."""

    def __init__(self, old: Path, new: Path) -> None:
        self._old_folder, self._new_folder = old, new
        self._day = ""
        self._writer: Any = None
        self._old: _OldDay | None = None

    def __enter__(self) -> _DayFiles:
        return self

    def __exit__(self, *_: object) -> None:
        if self._writer is not None:
            self._writer.close()

    def complete(self, lot: _Lot, ids: Any, new: tuple[Fresh, Any]) -> Any:
        """The rows of a lot: new ones as they are given, the others from the old file."""
        self._turn_to(lot.day)
        fresh, rows = new
        old = np.flatnonzero(~fresh.has(lot.numbers))
        if not len(old) or self._old is None:
            return rows
        places = np.concatenate([np.flatnonzero(fresh.has(lot.numbers)), old])
        every = pa.concat_tables([rows, self._old.rows(ids.take(pa.array(old)).to_pylist())])
        return every.take(pa.array(np.argsort(places))).combine_chunks()

    def write(self, day: str, table: Any) -> None:
        """Write rows as a group of their own."""
        self._turn_to(day)
        self._writer.write_table(table, row_group_size=REPORTS_A_GROUP)

    def _turn_to(self, day: str) -> None:
        """Close the file of the day before."""
        if day != self._day:
            if self._writer is not None:
                self._writer.close()
            path = day_path(self._old_folder, "reports", day)
            self._day, self._old = day, _OldDay(path) if path.exists() else None
            self._writer = open_table(day_path(self._new_folder, "reports", day), REPORTS)


class _OldDay:
    """A day of the table as it was; its rows stand in the order in which they are asked for."""

    def __init__(self, path: Path) -> None:
        self._file = pq.ParquetFile(path)
        groups = range(self._file.num_row_groups)
        self._bounds = bounds_of(np.cumsum([self._file.metadata.row_group(group).num_rows for group in groups]))
        self._places = {name: place for place, name in enumerate(self._file.read(["id"])["id"].to_pylist())}

    def rows(self, ids: list[str]) -> Any:
        """The rows of some reports."""
        places = np.array([self._places[name] for name in ids], np.int64)
        of_group = np.searchsorted(self._bounds, places, "right") - 1
        pieces = []
        for group in np.unique(of_group).tolist():
            table = self._file.read_row_group(group, SPOOL.names)
            pieces.append(table.take(pa.array(places[of_group == group] - self._bounds[group])))
        order = np.argsort(np.argsort(of_group, kind="stable"), kind="stable")
        return pa.concat_tables(pieces).take(pa.array(order))
