"""The first real case (../shared/cases/sky-news-interview) held against its expected.json.

python -m bench.quality.sample
"""

from __future__ import annotations

import json
from typing import Any

from bench.quality.shared_data import SHARED
from whence.flow.compare import compare
from whence.flow.read import read
from whence.records import Comparison, Evidence

CASE = SHARED / "cases" / "sky-news-interview"
BORNE_OUT = frozenset({"subset_in_order", "tail_dropped", "no_quotation_of_its_own", "vaguer_figure", "contained"})
OVERLAP = 0.5  # a change is found where kind and side agree and spans overlap by half (intersection over union)
ROLES = {"date": "timestamp"}


def measure() -> dict[str, float]:
    """How much of what the case expects is found; each miss is printed."""
    found = compare(read(CASE / "a.txt"), read(CASE / "b.txt"))
    expected = json.loads((CASE / "expected.json").read_text("utf-8"))
    missed = [change for change in expected["changes"] if not _is_found(change, found)]
    for change in missed:
        print("missed:", change["kind"], change.get("a"), change.get("b"))
    parts = {(part.role, part.start, part.end) for part in found.b.parts}
    furniture = expected["reports"]["b"]["furniture"]
    labelled = sum((ROLES.get(f["kind"], f["kind"]), f["span"]["start"], f["span"]["end"]) in parts for f in furniture)
    clues = {clue.name for clue in found.relation.clues if clue.weight > 0}
    right = found.relation.kind == "copy" and found.relation.parent == "a"
    return {
        "sample.changes_found": len(expected["changes"]) - len(missed),
        "sample.direction_clues": len(clues & BORNE_OUT),
        "sample.confidence": found.relation.confidence if right else 0.0,
        "sample.quotations_unaltered": float(not found.findings(["quotation"])),
        "sample.furniture_labelled": labelled,
    }


def _is_found(change: dict[str, Any], found: Comparison) -> bool:
    """Whether some change of the kind stands where the case says."""
    return any(
        one.kind == change["kind"] and all(_overlaps(change.get(side), getattr(one, side)) for side in ("a", "b"))
        for one in found.changes
    )


def _overlaps(expected: dict[str, Any] | None, evidence: Evidence | None) -> bool:
    """Whether evidence covers half of what is expected and not much more; a side that is not given matches anything."""
    if expected is None:
        return True
    if evidence is None:
        return False
    shared = min(expected["end"], evidence.end) - max(expected["start"], evidence.start)
    whole = max(expected["end"], evidence.end) - min(expected["start"], evidence.start)
    return bool(shared >= OVERLAP * whole)


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name}={value}")
