"""The stage trace over a corpus: families of versions that share prose, each traced, as tables of families, members and
relations. They are made anew by every run: a report that joins may change who came from whom in its whole family."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from whence.copies.winnow_kernel import FURNITURE
from whence.corpus.index import Index, bounds_of
from whence.corpus.kernels import Kernels
from whence.corpus.tables import FAMILIES, MEMBERS, RELATIONS, day_path, open_table, read_day, read_days
from whence.families.claims import read_claim, survey_claims
from whence.families.describe import describe_family
from whence.families.family_weights import load_family_weights
from whence.families.members import Member, Printed, Signed, fold_reports, read_marks
from whence.families.texts import Words
from whence.families.trace import Told, Traced, trace_family
from whence.flow.spooling import KnownIds
from whence.flow.work import Told as Tell
from whence.names.outlets import outlet_stem
from whence.records import Family, Published, Report, SourceCount
from whence.text.side_bits import QUOTED

LINK_WORDS = 20  # of prose that make two reports kin, as families.kinship has it
MOST_REPORTS = 1_000  # of a family: above, weak links are cut until what is left is smaller
STRONGEST_LINK = 640  # words: a family that even such links hold together is listed, not traced
BATCH = 2_000  # families whose rows are held at a time
SURVEYED = 300  # families from which a first look learns how far claimed times can be trusted


class _Facts(NamedTuple):
    """What a table of reports says of one, the text left behind."""

    number: int
    outlet: str
    published: Published | None
    marks: tuple[Signed, ...]


def write_families(out: Path, tables: Path, index: Index, kernels: Kernels, tell: Tell) -> None:
    """Trace the families of a corpus and write their tables.

    Args:
        out: the folder of the tables of reports and pairs, complete.
        tables: where the tables are written.
        index: the words of all reports.
        kernels: plain or compiled.
        tell: is told of progress.
    """
    groups, too_large = _groups(out)
    texts = _Texts(out, index, {name for group in groups for name in group})
    weights, kernel = load_family_weights(), kernels.view_pairs
    before = _survey([texts.members(group) for group in groups[:SURVEYED]], weights, kernel)
    with _Writers(tables) as writers:
        for number, group in enumerate(groups):
            traced = trace_family(texts.members(group), weights, Told(before=before), kernel=kernel)
            writers.add(describe_family(traced, reasons="weights"), traced)
            if number % BATCH == BATCH - 1:
                writers.flush()
                tell("trace", number + 1, len(groups))
        for group in too_large:
            writers.add_untraced(group)


def _survey(families: Sequence[list[Member]], weights: Any, kernel: Any) -> tuple[float, float]:
    """How far claimed times agree with the words and contradict them, over some families."""
    return survey_claims(
        lambda before: [
            trace_family(members, weights, Told(before=before), kernel=kernel).solved.trust for members in families
        ]
    )


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
    """The members of families, their words from the index, the rest from the tables."""

    def __init__(self, out: Path, index: Index, names: set[str]) -> None:
        self._columns, self._bounds = index.open_words(), bounds_of(index.open_reports()["word_ends"])
        self._facts = dict(_read_facts(out, index, names))

    def members(self, names: Sequence[str]) -> list[Member]:
        """The versions of a family."""
        return fold_reports(self._printed(name) for name in names)

    def _printed(self, name: str) -> Printed:
        """A report as families see it."""
        facts = self._facts[name]
        first, last = int(self._bounds[facts.number]), int(self._bounds[facts.number + 1])
        bits = self._columns["bits"][first:last]
        words = Words(self._columns["numbers"][first:last], (bits & (QUOTED | FURNITURE)) == 0)
        starts, ends = (self._columns[column][first:last] for column in ("starts", "ends"))
        return Printed(name, facts.outlet, "", words, starts, ends, read_claim(facts.published), facts.marks)


def _read_facts(out: Path, index: Index, names: set[str]) -> Iterator[tuple[str, _Facts]]:
    """What the tables say of some reports, day after day."""
    known = KnownIds(index, index.load_standing().alive)
    columns = ["id", "outlet", "published", "grain", "claimed_by", "text"]
    for day in read_days(out, "reports"):
        file = pq.ParquetFile(day_path(out, "reports", day))
        for group in range(file.num_row_groups):
            wanted = np.flatnonzero([name in names for name in file.read_row_group(group, ["id"])["id"].to_pylist()])
            if len(wanted):
                for row in file.read_row_group(group, columns).take(pa.array(wanted)).to_pylist():
                    number = known.find(row["id"])
                    assert number is not None
                    yield row["id"], _facts_of(row, number)


def _facts_of(row: dict[str, Any], number: int) -> _Facts:
    """One row without its text."""
    published = Published(row["published"], row["grain"], row["claimed_by"]) if row["published"] else None
    report = Report(row["id"], "", row["text"], outlet=row["outlet"])
    return _Facts(number, outlet_stem(row["outlet"]), published, read_marks(report))


class _Writers:
    """The three tables, written in pieces."""

    def __init__(self, tables: Path) -> None:
        self._schemas = {"families": FAMILIES, "members": MEMBERS, "relations": RELATIONS}
        self._writers = {name: open_table(tables / f"{name}.parquet", one) for name, one in self._schemas.items()}
        self._rows: dict[str, list[dict[str, Any]]] = {name: [] for name in self._schemas}

    def __enter__(self) -> _Writers:
        return self

    def __exit__(self, *_: object) -> None:
        self.flush()
        for writer in self._writers.values():
            writer.close()

    def add(self, family: Family, traced: Traced) -> None:
        """The rows of a family."""
        self._rows["families"].append(_family_row(family))
        self._rows["members"] += _member_rows(family, traced)
        self._rows["relations"] += _relation_rows(family)

    def add_untraced(self, names: Sequence[str]) -> None:
        """The rows of a family that is too large."""
        row = dict.fromkeys(FAMILIES.names) | {"family": names[0], "reports": len(names), "traced": False}
        self._rows["families"].append(row)
        empty = dict.fromkeys(MEMBERS.names)
        self._rows["members"] += [empty | {"family": names[0], "report": name} for name in names]

    def flush(self) -> None:
        """Write what is held."""
        for name, rows in self._rows.items():
            if rows:
                self._writers[name].write_table(pa.Table.from_pylist(rows, schema=self._schemas[name]))
                rows.clear()


def _family_row(family: Family) -> dict[str, Any]:
    """The row of a family."""
    origin = family.origins[0] if family.origins else None
    passages = [{"report": p.report_id, "start": p.start, "end": p.end} for p in origin.passages] if origin else []
    sources: SourceCount = family.sources
    return {
        "family": family.id,
        "reports": sum(len(version.reports) for version in family.versions),
        "versions": len(family.versions),
        "independent_sources": sources.expected,
        "sources_low": sources.low,
        "sources_high": sources.high,
        "origin": origin.name if origin else None,
        "origin_kind": origin.kind if origin else None,
        "origin_probability": origin.probability if origin else None,
        "origin_passages": passages,
        "trust_in_times": family.trust.weight if family.trust else None,
        "traced": True,
    }


def _member_rows(family: Family, traced: Traced) -> Iterator[dict[str, Any]]:
    """The rows of its reports."""
    shown = {edge.child: edge for edge in family.edges if edge.shown}
    roots = {root.version: root.probability for root in family.roots}
    for version, member in zip(family.versions, traced.members, strict=True):
        edge = shown.get(version.id)
        for report in version.reports:
            yield {
                "family": family.id,
                "report": report,
                "version": version.id,
                "parent": edge.parent if edge else None,
                "parent_probability": edge.probability if edge else None,
                "root_probability": roots.get(version.id, 0.0),
                "agencies": sorted(member.agencies),
            }


def _relation_rows(family: Family) -> Iterator[dict[str, Any]]:
    """The rows of its edges."""
    for edge in family.edges:
        clues = [{"name": clue.name, "weight": clue.weight} for clue in edge.clues]
        yield {
            "family": family.id,
            "parent": edge.parent,
            "child": edge.child,
            "kind": edge.kind,
            "probability": edge.probability,
            "shown": edge.shown,
            "mosaic": edge.mosaic,
            "words": edge.words,
            "clues": clues,
        }
