"""What each clue is worth: cross-validation without it, and families judged without it. Written to bench/results.

python -m bench.quality.ablation [FAMILIES]

Clues to the kind and the direction of a pair are left out and the rest trained anew (one round of five folds); a clue
of families is only silenced, because training them takes minutes.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.families.score import score
from bench.families.seen import read_families
from bench.quality.lineage_data import Example, load_examples
from bench.quality.lineage_models import DIRECTION_NAMES, KIND_NAMES, SEED
from bench.quality.validate_lineage import cross_validate, figures_of
from whence.families.family_weights import FamilyWeights, load_family_weights

RESULTS = Path(__file__).resolve().parents[1] / "results" / "ablation.csv"
Row = tuple[str, str, float, float]
FAMILIES_JUDGED = 80


def pair_rows(examples: Sequence[Example]) -> Iterator[Row]:
    """Clues to pairs: relation accuracy and copied-text accuracy (kinds), accuracy and share decided (direction)."""
    whole = figures_of(examples, cross_validate(examples, SEED))
    yield "kind", "(all clues)", whole["relation_accuracy"], whole["copied_text_accuracy"]
    for name in KIND_NAMES:
        found = figures_of(examples, cross_validate([_without(e, kind=name) for e in examples], SEED))
        yield "kind", name, found["relation_accuracy"], found["copied_text_accuracy"]
    yield "direction", "(all clues)", whole["direction_accuracy"], whole["direction_decided"]
    for name in DIRECTION_NAMES:
        found = figures_of(examples, cross_validate([_without(e, direction=name) for e in examples], SEED))
        yield "direction", name, found["direction_accuracy"], found["direction_decided"]


def _without(example: Example, *, kind: str = "", direction: str = "") -> Example:
    """An example on which one clue says nothing."""
    kinds = {name: 0.0 if name == kind else value for name, value in example.kind.items()}
    directions = {name: 0.0 if name == direction else value for name, value in example.direction.items()}
    return replace(example, kind=kinds, direction=directions)


def family_rows(folder: Path) -> Iterator[Row]:
    """Clues to families: parent accuracy without times and calibration error, each clue silenced."""
    families = list(read_families(folder))[:FAMILIES_JUDGED]
    weights = load_family_weights()
    for part, name, silenced in [("families", "(all clues)", weights), *_silenced(weights)]:
        found = score(families, "none", silenced)
        yield part, name, 100 * found["parent_accuracy"], 100 * found["calibration_error"]


def _silenced(weights: FamilyWeights) -> Iterator[tuple[str, str, FamilyWeights]]:
    """The weights with one clue after the other at 0."""
    for part in ("edges", "roots", "lost", "children"):
        columns = getattr(weights, part)
        for name, row in columns.items():
            silent: dict[str, Any] = {part: dict(columns) | {name: (0.0,) * len(row)}}
            yield f"families, {part}", name, weights._replace(**silent)


def main() -> None:
    """Write the table, and print it."""
    rows = list(pair_rows(load_examples()))
    if len(sys.argv) > 1:
        rows += family_rows(Path(sys.argv[1]))
    with RESULTS.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("part", "without", "accuracy", "second"))
        writer.writerows((part, name, f"{one:.1f}", f"{other:.1f}") for part, name, one, other in rows)
    for part, name, one, other in rows:
        print(f"{part:20} {name:28} {one:6.1f} {other:6.1f}")


if __name__ == "__main__":
    main()
