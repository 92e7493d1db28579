"""A corpus from end to end, on one machine: the stages read, mark, pair and align, each written down when it is done.

The same line serves a first build and reports that come later. What is added is held against what is there through the
index; tables are a function of the set of reports, whatever order they came in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, astuple, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from whence.corpus.index import Index
from whence.corpus.journal import Journal
from whence.corpus.kernels import Kernels
from whence.corpus.state import Part, State, load_state, save_state
from whence.corpus.tables import REJECTS, write_table
from whence.errors import UsageError
from whence.flow.aligning import Least, Wanted, align_blocks
from whence.flow.encoders import Encoder
from whence.flow.families import write_families
from whence.flow.grouping import group_new, use_encoder
from whence.flow.kept_families import save_kept
from whence.flow.linking import (
    ADDED_SHARE,
    Order,
    counting,
    find_touched,
    link_all,
    link_rule,
    link_some,
    order_reports,
)
from whence.flow.manifest import hash_tables, write_manifest
from whence.flow.marking import mark_chunks
from whence.flow.parts import merge_parts, write_part
from whence.flow.publishing import move_tables, write_pairs
from whence.flow.report_table import Fresh, write_reports
from whence.flow.saved_grouper import load_grouper, save_grouper
from whence.flow.settling import settle
from whence.flow.spooling import Spool, Spooled, spool_reports
from whence.flow.story_tables import write_stories
from whence.flow.work import BYTES_A_WORD, Told, Work
from whence.records import Reject, Report

CHUNK_SHARE = 100  # bytes of memory allowed for a character of a chunk: code points, words and postings take some 30
LEAST_CHUNK = 1_000_000
MOST_CHUNK = 4_000_000  # characters: arrays of this size are reused, larger ones are asked of the system each time


@dataclass(frozen=True, slots=True)
class TraceOptions:
    """How a corpus is traced: `memory` bytes, `jobs` threads, days of the window, which pairs; families, stories; for
    stories an encoder, if there is one."""

    memory: int = 2 << 30
    jobs: int = 1
    window_days: int = 14
    least: Least = field(default_factory=Least)
    families: bool = True
    stories: bool = True
    encoder: Encoder | None = None

    @property
    def state(self) -> State:
        """An index with nothing in it yet, and these rules."""
        return State(window_days=self.window_days, least_run=self.least.run, least_aligned=self.least.aligned)


@dataclass(frozen=True, slots=True)
class Traced:
    """What a run did: reports read, added and known before, rejects; how many reports the corpus has now; and what
    else there is to tell."""

    read: int
    added: int
    known: int
    rejects: int
    reports: int
    first_rejects: tuple[Reject, ...]
    remark: str | None = None


SHOWN_REJECTS = 20  # more are in the table


def known_bytes(out: Path) -> int:
    """About how much text a corpus has: with the input it decides whether kernels are worth compiling."""
    state = load_state(out / "index")
    return state.words * BYTES_A_WORD if state else 0


Open = Callable[[], Iterable[Report | Reject]]


class Tracer:
    """The stages of one run, each done once however often the run is killed.

    Args:
        out: the folder of tables and index.
        options: how.
        kernels: plain or compiled.
        tell: is told of progress.
    """

    def __init__(self, out: Path, options: TraceOptions, kernels: Kernels, tell: Told) -> None:
        self.out = out
        self._options, self._kernels, self._tell = options, kernels, tell
        self._folder = out / "index"
        self._journal = Journal(self._folder / "run")

    def run(self, request: dict[str, Any], open_items: Open) -> Traced:
        """Add the reports of a request to the corpus.

        Args:
            request: what is asked for, as plain values: a run that was killed goes on if it is asked for the same.
            open_items: opens the reports and rejects of the request.

        Raises:
            UsageError: the corpus was made by other rules, or another run is at work on it.
        """
        with self._journal.alone():
            return self._run(request, open_items)

    def _run(self, request: dict[str, Any], open_items: Open) -> Traced:
        """The stages, from where the journal stands."""
        found = self._journal.read()
        if "align" in found and found["request"] != request:
            self._publish(found)
            found = self._journal.read()
        self._refuse_other_options()
        if found.get("request") != request:
            self._journal.begin(request)
        self._do("read", partial(self._read, open_items))
        self._do("mark", self._mark)
        self._do("pair", self._pair)
        self._do("align", self._align)
        return self._publish(self._journal.read())

    def _do(self, stage: str, work: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        """Do a stage, unless it is done."""
        found = self._journal.read()
        if stage not in found:
            self._journal.done(stage, work(found))

    def _read(self, open_items: Open, _: dict[str, Any]) -> dict[str, Any]:
        """Read everything into chunks."""
        index = self._index(None)
        index.cut()
        limit = min(MOST_CHUNK, max(LEAST_CHUNK, self._options.memory // CHUNK_SHARE))
        spooled = spool_reports(open_items(), self._journal.place("read"), index, characters=limit, tell=self._tell)
        return asdict(spooled)

    def _mark(self, found: dict[str, Any]) -> dict[str, Any]:
        """Words, standing lines, folds: the new reports stand in the index, though it does not count them yet."""
        index = self._index(None)
        index.cut()
        index.drop_unused()
        spooled = Spooled(**found["read"])
        before = index.load_standing()
        work = self._work(index, "mark")
        done = 0
        for count in mark_chunks(_chunks(self._journal.folder, spooled), index, self._kernels, jobs=self._options.jobs):
            done += count
            self._tell("mark", done, spooled.read)
        added = index.state.reports - len(before.alive)
        if not added:
            np.save(self._journal.folder / "changed.npy", np.empty(0, np.int64))
            return {"state": asdict(index.state), "added": 0, "first": len(before.alive)}
        run = index.state.run + 1
        name = f"{run:04}"
        settled = settle(work, before, name)
        standing = settled.standing
        missing = np.flatnonzero(counting(standing._replace(posted=np.uint8(1) - standing.posted)))
        columns, _ = index.part_columns(name)
        postings = write_part(work, self._kernels.find_fingerprints, missing, columns)
        standing.posted[missing] = 1
        index.state = index.state.with_counts(run=run)
        index.save_standing(run, standing)
        index.state = index.state.with_parts((*index.state.parts, Part(name, postings, settled.sentences)))
        merge_parts(work, f"{name}m")
        np.save(self._journal.folder / "changed.npy", settled.changed)
        index.sync()
        return {"state": asdict(index.state), "added": added, "first": len(before.alive)}

    def _pair(self, found: dict[str, Any]) -> dict[str, Any]:
        """Links, in blocks, between all reports or those that something changed for."""
        index = self._index(found)
        work = self._work(index, "links")
        standing, order, changed = index.load_standing(), self._order(index), self._changed()
        rule = link_rule(self._options.window_days)
        touched = None
        if len(changed) * ADDED_SHARE < index.state.reports:
            touched = find_touched(work, standing, order, rule, changed)
        if touched is None or len(touched) * ADDED_SHARE >= index.state.reports:
            links = link_all(work, standing, order, rule)
            return {"lengths": links.lengths, "all": True}
        np.save(self._journal.folder / "touched.npy", touched)
        return {"lengths": link_some(work, standing, order, rule, touched).lengths, "all": False}

    def _align(self, found: dict[str, Any]) -> dict[str, Any]:
        """Tables of what is new, beside the old ones."""
        index = self._index(found)
        work = self._work(index, "partitions")
        standing, order = index.load_standing(), self._order(index)
        touched = None
        if not found["pair"]["all"]:
            touched = np.zeros(index.state.reports, np.uint8)
            touched[np.load(self._journal.folder / "touched.npy")] = 1
        tables = self._journal.place("tables")
        rows = align_blocks(work, found["pair"]["lengths"], order, Wanted(standing, touched, self._options.least))
        write_pairs(work, rows, order, (standing.alive, touched), tables)
        fresh = _fresh(self._journal.folder, Spooled(**found["read"]), found["mark"]["first"])
        write_reports(work, fresh, (standing, self._changed()), order, tables)
        self._write_rejects(tables)
        return {"tables": hash_tables(tables)}

    def _publish(self, found: dict[str, Any]) -> Traced:
        """Put the tables in place; with the state that names its files the index counts the reports."""
        state = State.of(found["mark"]["state"])
        move_tables(self._journal.folder / "tables", self.out)
        tables = found["align"]["tables"] | self._trace_families(found, state)
        grouped, remark = self._group(found)
        tables |= grouped
        write_manifest(self.out, state, found["request"], tables)
        save_state(self._folder, state)
        first_rejects = tuple(self._rejects()[:SHOWN_REJECTS])
        self._journal.end()
        index = Index(self._folder, state)
        index.drop_unused()
        read = found["read"]
        counts = read["read"], found["mark"]["added"], read["known"], read["rejects"]
        return Traced(*counts, int(index.load_standing().alive.sum()), first_rejects, remark)

    def _trace_families(self, found: dict[str, Any], state: State) -> dict[str, str]:
        """Trace the families that are new, if a report has joined; the hash of each table that is new."""
        done = not found["mark"]["added"] and (self.out / "families.parquet").exists()
        if done or not self._options.families:
            return {}
        tables = self._journal.place("families")
        kept = write_families(self.out, tables, Index(self._folder, state), self._kernels, self._tell)
        hashes = hash_tables(tables)
        move_tables(tables, self.out)
        save_kept(self._folder, kept)
        return hashes

    def _group(self, found: dict[str, Any]) -> tuple[dict[str, str], str | None]:
        """Put new reports into stories, if any has joined; the hash of each table that is new, and what to tell."""
        done = not found["mark"]["added"] and (self.out / "stories.parquet").exists()
        if done or not self._options.stories:
            return {}, None
        tables, encoder = self._journal.place("stories"), self._options.encoder
        grouper = load_grouper(self._folder)
        remark = use_encoder(grouper, encoder)
        write_stories(self.out, tables, grouper, group_new(self.out, grouper, self._tell, encoder))
        hashes = hash_tables(tables)
        move_tables(tables, self.out)
        save_grouper(self._folder, grouper)
        return hashes, remark

    def _index(self, found: dict[str, Any] | None) -> Index:
        """The index as the stages before left it; as it counts where there are none."""
        if found is None:
            return Index(self._folder, load_state(self._folder) or self._options.state)
        return Index(self._folder, State.of(found["mark"]["state"]))

    def _refuse_other_options(self) -> None:
        """Refuse to add to a corpus by other rules than it was made by: its tables would depend on the order.

        Raises:
            UsageError: with the rules that it was made by.
        """
        before, now = load_state(self._folder), self._options.state
        if before is None or _rules(before) == _rules(now):
            return
        words = "" if _rules(before)[1:] == Least() else f" --words {before.least_run}"
        raise UsageError(f"{self.out}: was traced with --window {before.window_days}{words}; add to it with the same")

    def _work(self, index: Index, scratch: str) -> Work:
        """What a stage is handed; its scratch folder is empty."""
        self._journal.place(scratch)
        return Work(index, self._kernels, self._journal.folder, self._options.memory, self._options.jobs, self._tell)

    def _order(self, index: Index) -> Order:
        """The reports in order."""
        reports = index.open_reports()
        return order_reports(reports["minutes"], reports["id_hashes"])

    def _changed(self) -> Any:
        """The reports that joined, left or stand otherwise."""
        return np.load(self._journal.folder / "changed.npy")

    def _rejects(self) -> list[Reject]:
        """The rejects of this run."""
        lines = (self._journal.folder / "read" / "rejects.jsonl").read_bytes().splitlines()
        return [Reject(*orjson.loads(line)) for line in lines]

    def _write_rejects(self, tables: Path) -> None:
        """All rejects of the corpus, each once."""
        rows = {astuple(reject) for reject in self._rejects()}
        path = self.out / "rejects.parquet"
        if path.exists():
            rows |= {tuple(row.values()) for row in pq.read_table(path).to_pylist()}
        columns = list(zip(*sorted(rows), strict=True)) or [()] * 4
        write_table(
            tables / "rejects.parquet", pa.table([pa.array(column, pa.string()) for column in columns], schema=REJECTS)
        )


def _rules(state: State) -> tuple[int, int, int]:
    """What makes two reports a listed pair, apart from their words."""
    return state.window_days, state.least_run, state.least_aligned


def _chunks(folder: Path, spooled: Spooled) -> Iterable[Any]:
    """The spooled chunks without the rows that do not count."""
    for number in range(spooled.chunks):
        spool = Spool(folder / "read")  # opened anew, so that what was read is given back
        table, kept = spool.chunk(number), spool.kept(number, spooled.dropped)
        yield table if len(kept) == table.num_rows else table.take(pa.array(kept))


def _fresh(folder: Path, spooled: Spooled, first: int) -> Fresh:
    """Where each new report is spooled."""
    spool = Spool(folder / "read")
    rows = [np.empty(0, np.int64), *(spool.kept(number, spooled.dropped) for number in range(spooled.chunks))]
    chunks = np.repeat(np.arange(-1, spooled.chunks), [len(kept) for kept in rows])
    return Fresh(first, chunks, np.concatenate(rows))
