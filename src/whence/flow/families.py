"""The stage trace over a corpus: families of versions that share prose, each traced, as tables of families, members and
relations. A report that joins may change who came from whom in its whole family: that one is traced anew, no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from whence.copies.winnow_kernel import FURNITURE
from whence.corpus.index import Index, bounds_of
from whence.corpus.kernels import Kernels
from whence.corpus.tables import day_path, read_day, read_days
from whence.families.claims import read_claim, survey_claims
from whence.families.describe import describe_family
from whence.families.family_weights import load_family_weights
from whence.families.members import Member, Printed, Signed, fold_reports, read_marks
from whence.families.texts import Words
from whence.families.trace import Told, Traced, look_at_claims, trace_family
from whence.flow.family_tables import FamilyTables
from whence.flow.kept_families import Kept, digest_of, load_kept
from whence.flow.spooling import KnownIds
from whence.flow.work import Told as Tell
from whence.names.outlets import outlet_stem
from whence.records import Family, Published, Report
from whence.text.side_bits import QUOTED

LINK_WORDS = 20  # of prose that make two reports kin, as families.kinship has it
MOST_REPORTS = 1_000  # of a family: above, weak links are cut until what is left is smaller
STRONGEST_LINK = 640  # words: a family that even such links hold together is listed, not traced
BATCH = 2_000  # families whose rows are held at a time
SURVEYED = 300  # families from which a first look learns how far claimed times can be trusted


class _Facts(NamedTuple):
    """What a table of reports says of one, the text left behind."""

    outlet: str
    published: Published | None
    marks: tuple[Signed, ...]


def write_families(out: Path, tables: Path, index: Index, kernels: Kernels, tell: Tell) -> Kept:
    """Trace the families of a corpus and write their tables; those made from the same as before are kept.

    Args:
        out: the folder of the tables of reports and pairs, complete, and of the families before.
        tables: where the tables are written.
        index: the words of all reports.
        kernels: plain or compiled.
        tell: is told of progress.

    Returns:
        What the tables are made from, to be saved when they are in place.
    """
    groups, too_large = _groups(out)
    texts = _Texts(index)
    tracer = _FamilyTracer(out, texts, kernels.view_pairs)
    digests = [texts.digest(group, tracer.rules) for group in groups]
    last = load_kept(index.folder)
    surveyed = digest_of([digest.encode() for digest in digests[:SURVEYED]])
    before = last.before if last.surveyed == surveyed else tracer.survey(groups[:SURVEYED])
    known = last.families if last.before == before else {}
    tracer.read_facts(group for group, digest in zip(groups, digests, strict=True) if digest not in known)
    families = {}
    with FamilyTables(tables, out) as writer:
        for number, (group, digest) in enumerate(zip(groups, digests, strict=True)):
            if digest in known:
                families[digest] = known[digest]
                writer.keep(known[digest])
            else:
                family, traced = tracer.trace(group, before)
                families[digest] = family.id
                writer.add(family, traced)
            if number % BATCH == BATCH - 1:
                writer.flush()
                tell("trace", number + 1, len(groups))
        for group in too_large:
            writer.add_untraced(group)
    return Kept(families, surveyed, before)


class _FamilyTracer:
    """Families by the ids of their reports, traced with what the tables say of each report."""

    def __init__(self, out: Path, texts: _Texts, kernel: Any) -> None:
        self._out, self._texts, self._kernel = out, texts, kernel
        self._weights = load_family_weights()
        self.rules = repr(self._weights).encode()
        self._facts: dict[str, _Facts] = {}

    def read_facts(self, groups: Iterable[list[str]]) -> None:
        """Read what the tables say of the reports of some families."""
        names = {name for group in groups for name in group if name not in self._facts}
        self._facts |= _read_facts(self._out, names) if names else {}

    def survey(self, groups: Sequence[list[str]]) -> tuple[float, float]:
        """How far claimed times agree with the words and contradict them, over some families."""
        self.read_facts(groups)
        looks = [look_at_claims(self._members(group), self._weights, kernel=self._kernel) for group in groups]
        return survey_claims(lambda before: [look(before) for look in looks])

    def trace(self, group: list[str], before: tuple[float, float]) -> tuple[Family, Traced]:
        """One family."""
        traced = trace_family(self._members(group), self._weights, Told(before=before), kernel=self._kernel)
        return describe_family(traced, reasons="weights"), traced

    def _members(self, names: Sequence[str]) -> list[Member]:
        """The versions of a family."""
        return fold_reports(self._texts.printed(name, self._facts[name]) for name in names)


def _groups(out: Path) -> tuple[list[list[str]], list[list[str]]]:
    """Families by the ids of their reports, in order, and those that are too large to be traced."""
    pairs = [
        read_day(out, "pairs", day).select(["a", "b", "words_outside_quotations"]) for day in read_days(out, "pairs")
    ]
    table = pa.concat_tables(pairs) if pairs else None
    if table is None or not table.num_rows:
        return [], []
    coded = pa.chunked_array([*table["a"].chunks, *table["b"].chunks]).combine_chunks().dictionary_encode()
    names, codes = coded.dictionary.to_pylist(), coded.indices.to_numpy()
    ends = (codes[: table.num_rows], codes[table.num_rows :])
    words = table["words_outside_quotations"].to_numpy()
    small, large = _split(np.arange(len(words)), ends, words, LINK_WORDS)
    return tuple(sorted([sorted(names[code] for code in group) for group in groups]) for groups in (small, large))  # type: ignore[return-value]


def _split(rows: Any, ends: tuple[Any, Any], words: Any, least: int) -> tuple[list[Any], list[Any]]:
    """Connected groups of pairs, by links of so many words and more; too large ones by stronger links."""
    rows = rows[words[rows] >= least]
    small, large = [], []
    for members, own in _components(rows, ends):
        if len(members) <= MOST_REPORTS:
            small.append(members)
        elif least >= STRONGEST_LINK:
            large.append(members)
        else:
            found = _split(own, ends, words, 2 * least)
            small += found[0]
            large += found[1]
    return small, large


def _components(rows: Any, ends: tuple[Any, Any]) -> Iterator[tuple[Any, Any]]:
    """The connected groups of some pairs: their members and their pairs."""
    if not len(rows):
        return
    a, b = ends[0][rows], ends[1][rows]
    nodes, places = np.unique(np.concatenate([a, b]), return_inverse=True)
    first, second = places[: len(rows)], places[len(rows) :]
    label = np.arange(len(nodes))
    while True:
        least = np.minimum(label[first], label[second])
        new = label.copy()
        np.minimum.at(new, first, least)
        np.minimum.at(new, second, least)
        new = np.minimum(new, new[new])
        if (new == label).all():
            break
        label = new
    order = np.argsort(label[first], kind="stable")
    starts = np.flatnonzero(np.diff(np.concatenate([[-1], label[first][order]])))
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        own = rows[order[start:end]]
        yield np.unique(np.concatenate([ends[0][own], ends[1][own]])), own


class _Texts:
    """The words of reports, from the index."""

    def __init__(self, index: Index) -> None:
        self._columns, self._bounds = index.open_words(), bounds_of(index.open_reports()["word_ends"])
        self._known = KnownIds(index, index.load_standing().alive)

    def digest(self, names: Sequence[str], rules: bytes) -> str:
        """What a family is made from: its reports, which of their words are prose (the rest goes with the ids), and the
        rules that it is traced by."""
        bits = (self._columns["bits"][slice(*self._place(name))].tobytes() for name in names)
        return digest_of(
            [rules, *(piece for name, own in zip(names, bits, strict=True) for piece in (name.encode(), own))]
        )

    def printed(self, name: str, facts: _Facts) -> Printed:
        """A report as families see it."""
        first, last = self._place(name)
        bits = self._columns["bits"][first:last]
        words = Words(self._columns["numbers"][first:last], (bits & (QUOTED | FURNITURE)) == 0)
        starts, ends = (self._columns[column][first:last] for column in ("starts", "ends"))
        return Printed(name, facts.outlet, "", words, starts, ends, read_claim(facts.published), facts.marks)

    def _place(self, name: str) -> tuple[int, int]:
        """Where the words of a report are."""
        number = self._known.find(name)
        assert number is not None
        return int(self._bounds[number]), int(self._bounds[number + 1])


def _read_facts(out: Path, names: set[str]) -> dict[str, _Facts]:
    """What the tables say of some reports, day after day."""
    found: dict[str, _Facts] = {}
    columns = ["id", "outlet", "published", "grain", "claimed_by", "text"]
    for day in read_days(out, "reports"):
        file = pq.ParquetFile(day_path(out, "reports", day))
        for group in range(file.num_row_groups):
            wanted = np.flatnonzero([name in names for name in file.read_row_group(group, ["id"])["id"].to_pylist()])
            if len(wanted):
                rows = file.read_row_group(group, columns).take(pa.array(wanted)).to_pylist()
                found |= {row["id"]: _facts_of(row) for row in rows}
    return found


def _facts_of(row: dict[str, Any]) -> _Facts:
    """One row without its text."""
    published = Published(row["published"], row["grain"], row["claimed_by"]) if row["published"] else None
    report = Report(row["id"], "", row["text"], outlet=row["outlet"])
    return _Facts(outlet_stem(row["outlet"]), published, read_marks(report))
