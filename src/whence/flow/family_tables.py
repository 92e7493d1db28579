"""The tables of families, members and relations, written in pieces: what is new, and what stays as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from whence.corpus.tables import FAMILIES, MEMBERS, RELATIONS, open_table
from whence.families.trace import Traced
from whence.records import Family, SourceCount

SCHEMAS = {"families": FAMILIES, "members": MEMBERS, "relations": RELATIONS}


class FamilyTables:
    """The three tables, written in pieces: rows of new families and of those that an earlier run has left.

    Args:
        tables: where they are written.
        before: where those of the run before are.
    """

    def __init__(self, tables: Path, before: Path) -> None:
        self._writers = {name: open_table(tables / f"{name}.parquet", one) for name, one in SCHEMAS.items()}
        self._before = before
        self._rows: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
        self._order: list[str] = []
        self._kept: list[str] = []

    def __enter__(self) -> FamilyTables:
        return self

    def __exit__(self, *_: object) -> None:
        self.flush()
        for writer in self._writers.values():
            writer.close()

    def add(self, family: Family, traced: Traced) -> None:
        """The rows of a family."""
        self._order.append(family.id)
        self._rows["families"].append(_family_row(family))
        self._rows["members"] += _member_rows(family, traced)
        self._rows["relations"] += _relation_rows(family)

    def add_untraced(self, names: Sequence[str]) -> None:
        """The rows of a family that is too large."""
        self._order.append(names[0])
        row = dict.fromkeys(FAMILIES.names) | {"family": names[0], "reports": len(names), "traced": False}
        self._rows["families"].append(row)
        empty = dict.fromkeys(MEMBERS.names)
        self._rows["members"] += [empty | {"family": names[0], "report": name} for name in names]

    def keep(self, family: str) -> None:
        """The rows of a family as they were."""
        self._order.append(family)
        self._kept.append(family)

    def flush(self) -> None:
        """Write what is held, in the order in which it came."""
        for name, schema in SCHEMAS.items():
            rows = pa.Table.from_pylist(self._rows[name], schema=schema)
            self._rows[name].clear()
            if self._kept:
                rows = self._in_order(pa.concat_tables([rows, self._read_kept(name)]))
            if rows.num_rows:
                self._writers[name].write_table(rows)
        self._order.clear()
        self._kept.clear()

    def _read_kept(self, name: str) -> Any:
        """The rows of the kept families in one of the tables before."""
        path = self._before / f"{name}.parquet"
        return pq.read_table(path, schema=SCHEMAS[name], filters=[("family", "in", self._kept)])

    def _in_order(self, rows: Any) -> Any:
        """Rows by the order of their families; those of one family stay as they are."""
        places = {family: place for place, family in enumerate(self._order)}
        order = np.array([places[family] for family in rows["family"].to_pylist()], np.int64)
        return rows.take(pa.array(np.argsort(order, kind="stable"))).combine_chunks()


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
