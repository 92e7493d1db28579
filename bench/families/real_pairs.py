"""Pairs of real reports as families of two: what readers judged, and what is known to be independent."""

from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np

from bench.families.seen import Member, Truth, fold
from bench.quality.lineage_data import LABELS
from bench.quality.shared_data import DATA, lines, relation_pairs, report_of, reports_by_id
from whence.records import Report


def judged_pairs() -> Iterator[tuple[list[Member], Truth, bool]]:
    """The 58 pairs of ../shared/data/relations (true) and those that we labelled (false), where the label says enough:
    a copy or version whose parent is known, a common source, or nothing but speech, furniture, chance."""
    for pair in relation_pairs():
        by_id = {row["id"]: row for row in pair["reports"]}
        yield from _one([report_of(by_id[pair["a"]]), report_of(by_id[pair["b"]])], pair, gold=True)
    reports = reports_by_id()
    for line in LABELS.read_text("utf-8").splitlines():
        label = json.loads(line)
        yield from _one([report_of(reports[label[side]]) for side in ("a", "b")], label, gold=False)


def _one(
    reports: list[Report], label: dict[str, str | None], *, gold: bool
) -> Iterator[tuple[list[Member], Truth, bool]]:
    """A labelled pair, if the label says enough."""
    kind, parent = label["label"], label["parent"]
    parents, roots = np.zeros((3, 2), bool), np.zeros(2, bool)
    if kind in ("copy", "version"):
        if parent not in ("a", "b"):
            return
        first = 0 if parent == "a" else 1
        parents[first, 1 - first] = roots[first] = True
    elif kind == "common":
        parents[2] = True
    else:
        roots[:] = True
    yield fold(reports, alike=False), Truth(parents, roots, kind == "common", 2 if roots.all() else 1), gold


def independent_pairs() -> Iterator[tuple[str, list[Member], Truth]]:
    """BASIL's 300 pairs: reports of one event by different outlets."""
    triplets: dict[str, list[Report]] = {}
    for row in lines(DATA / "basil" / "articles.jsonl.gz"):
        text = row.get("text") or "\n\n".join(row["paragraphs"])
        known = {"id": row["id"], "text": text, "outlet": row["source"], "published": row["date"]}
        triplets.setdefault(row["id"].rsplit("_", 1)[0], []).append(report_of(known))
    nobody = Truth(np.zeros((3, 2), bool), np.ones(2, bool), False, 2)
    for name, (a, b, c) in sorted(triplets.items()):
        for pair in ([a, b], [a, c], [b, c]):
            yield name, fold(pair, alike=False), nobody
