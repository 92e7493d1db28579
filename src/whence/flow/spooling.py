"""The stage read over a corpus: reports in chunks on disk, rejects beside them, every id once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import pyarrow as pa

from whence.corpus.index import Index
from whence.corpus.tables import CHUNK
from whence.flow.work import Told
from whence.records import Reject, Report

TOLD_EVERY = 1_000
SPOOL_FILE = "reports.arrow"  # Arrow's own format, which can be mapped; a chunk is a record batch


@dataclass(slots=True)
class Spooled:
    """What the stage read left behind: chunks, the serial numbers of rows that do not count, and counts for people."""

    chunks: int = 0
    read: int = 0
    known: int = 0
    rejects: int = 0
    characters: int = 0
    dropped: list[int] = field(default_factory=list)


class KnownIds:
    """The ids of an index, found without loading them.

    Args:
        index: the index.
        counts: a flag for each report: whether it counts.
    """

    def __init__(self, index: Index, counts: Any) -> None:
        columns = index.open_reports()
        alive = np.flatnonzero(counts)
        hashes = columns["id_hashes"][alive]
        order = np.argsort(hashes, kind="stable")
        self._columns, self._ids = columns, index.open_ids()
        self._hashes, self._reports = hashes[order], alive[order]

    def find(self, name: str) -> int | None:
        """The number of the report with an id."""
        if not len(self._hashes):
            return None
        hashed = hash_id(name)
        place = int(np.searchsorted(self._hashes, np.uint64(hashed)))
        while place < len(self._hashes) and int(self._hashes[place]) == hashed:
            report = int(self._reports[place])
            if self._name(report) == name:
                return report
            place += 1
        return None

    def _name(self, report: int) -> str:
        """The id of a report."""
        ends = self._columns["id_ends"]
        return str(self._ids[int(ends[report - 1]) if report else 0 : int(ends[report])].tobytes(), "utf-8")

    def has(self, report: Report) -> bool:
        """Whether a report with this id is there, the same or another."""
        return self.find(report.id) is not None

    def same(self, report: Report) -> bool:
        """Whether the report with this id is this one."""
        found = self.find(report.id)
        return found is not None and int(self._columns["digests"][found]) == number_of(report.digest)


def hash_id(name: str) -> int:
    """The 64-bit hash of an id, by which reports of one minute are ordered."""
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def number_of(digest: str) -> int:
    """The first 64 bits of a digest in hexadecimal."""
    return int(digest[:16], 16)


def spool_reports(
    items: Iterable[Report | Reject], folder: Path, index: Index, *, characters: int, tell: Told
) -> Spooled:
    """Write reports to chunks of one file, in the order in which they come.

    A report that is in the index already, or twice in the input, counts once. Where two different reports have one id,
    the one with the smaller digest stays, so that their order does not matter, and the other is a reject; one that is
    in the index stays.

    Args:
        items: reports and rejects.
        folder: where chunks and rejects are written.
        index: the reports known.
        characters: how much text a chunk holds.
        tell: is told of progress.
    """
    spooled = Spooled()
    known = KnownIds(index, index.load_standing().alive)
    taken: dict[str, tuple[int, str, str]] = {}
    with (folder / "rejects.jsonl").open("wb") as rejects:

        def refuse(reject: Reject) -> None:
            spooled.rejects += 1
            rejects.write(orjson.dumps(astuple(reject)) + b"\n")

        for serial, report in enumerate(
            _write_chunks(_kept(items, known, taken, (spooled, refuse)), folder, spooled, characters)
        ):
            if serial % TOLD_EVERY == 0:
                tell("read", serial, None)
            taken[report.id] = (serial, report.digest, report.source)
    return spooled


def _kept(
    items: Iterable[Report | Reject], known: KnownIds, taken: dict[str, tuple[int, str, str]], told: Any
) -> Iterator[Report]:
    """The reports that count, so far; `taken` holds serial number, digest and source of each id."""
    spooled, refuse = told
    for item in items:
        if isinstance(item, Reject):
            refuse(item)
            continue
        spooled.read += 1
        before = taken.get(item.id)
        if known.has(item):
            spooled.known += 1
            if not known.same(item):
                refuse(_taken(item.source, item.id))
        elif before is None or item.digest < before[1]:
            if before is not None:
                spooled.dropped.append(before[0])
                refuse(_taken(before[2], item.id))
            yield item
        elif item.digest > before[1]:
            refuse(_taken(item.source, item.id))
        else:
            spooled.known += 1


def _taken(source: str, name: str) -> Reject:
    """The reject for an id that another report has."""
    return Reject(source, name, "id_taken", "has the id of another report")


def _write_chunks(reports: Iterable[Report], folder: Path, spooled: Spooled, limit: int) -> Iterator[Report]:
    """Write the reports of a stream to chunks of a bounded size, and hand them on."""
    rows: list[Report] = []
    held = 0
    serial = 0
    with pa.OSFile(str(folder / SPOOL_FILE), "wb") as sink, pa.ipc.new_file(sink, CHUNK) as writer:
        for report in reports:
            rows.append(report)
            held += len(report.text)
            yield report
            if held >= limit:
                serial = _write_chunk(rows, writer, spooled, serial)
                rows, held = [], 0
        if rows:
            _write_chunk(rows, writer, spooled, serial)


def _write_chunk(given: list[Report], writer: Any, spooled: Spooled, serial: int) -> int:
    """Write one chunk, its reports about in order of time, as the tables of days will read them; `serial` goes on."""
    order = sorted(range(len(given)), key=lambda row: one.iso if (one := given[row].published) else "")
    reports = [given[row] for row in order]
    columns: dict[str, list[Any]] = {
        name: [getattr(report, name) for report in reports]
        for name in ("id", "outlet", "title", "url", "byline", "language", "source", "flags", "digest", "text")
    }
    published = [report.published for report in reports]
    columns["published"] = [one.iso if one else None for one in published]
    columns["grain"] = [one.grain if one else None for one in published]
    columns["claimed_by"] = [one.claimed_by if one else None for one in published]
    columns["serial"] = [serial + row for row in order]
    arrays = {field.name: pa.array(columns[field.name], field.type) for field in CHUNK}
    writer.write_table(pa.table(arrays, schema=CHUNK))
    spooled.chunks += 1
    spooled.characters += sum(len(report.text) for report in reports)
    return serial + len(reports)


class Spool:
    """The chunks that the stage read wrote, mapped; all of it is given back with the object.

    Args:
        folder: where they are.
    """

    def __init__(self, folder: Path) -> None:
        self._reader = pa.ipc.open_file(pa.memory_map(str(folder / SPOOL_FILE)))

    def chunk(self, number: int) -> Any:
        """One chunk as a table."""
        return pa.Table.from_batches([self._reader.get_batch(number)])

    def kept(self, number: int, dropped: Any) -> Any:
        """The rows of a chunk that count."""
        serials = self._reader.get_batch(number).column("serial").to_numpy()
        return np.flatnonzero(~np.isin(serials, dropped))
