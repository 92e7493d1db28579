"""Measure quality and hold it against floors.json: floors only go up.

    python -m bench.quality.floors             # measure, compare, exit 1 under a floor
    python -m bench.quality.floors --raise     # also write bench/results/quality.csv, and risen figures as floors

What needs ../shared is left out, saying so, where it is absent. Relations are cross-validated: the pairs of
../shared/data/relations never train the weights that judge them here.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from pathlib import Path

from bench.quality import demo_traps, independent, sample, validate_lineage
from bench.quality.lineage_data import load_examples
from bench.quality.quotes import attributions, sample_quotes, settings, speakers
from bench.quality.shared_data import SHARED

FLOORS = Path(__file__).with_name("floors.json")
RESULTS = Path(__file__).resolve().parents[1] / "results" / "quality.csv"


def measure() -> dict[str, float]:
    """Every figure that can be measured here."""
    figures = demo_traps.measure()
    if not SHARED.is_dir():
        print("../shared is absent: only the built-in example is measured")
        return figures
    gold = validate_lineage.report_scores(load_examples())["gold"]
    names = ("relation_accuracy", "copied_text_accuracy", "direction_accuracy", "direction_decided")
    figures |= {f"relations.{name}": gold[name] for name in names}
    figures |= independent.measure() | sample.measure()
    return figures | attributions.measure() | sample_quotes.measure() | settings.measure() | speakers.measure()


def main() -> None:
    """Print each figure beside its floor; exit 1 where one has fallen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", dest="lift", action="store_true", help="write risen figures as floors")
    arguments = parser.parse_args()
    floors: dict[str, float] = json.loads(FLOORS.read_text("utf-8"))
    figures = measure()
    fallen = [name for name, value in figures.items() if value < floors.get(name, value)]
    for name, value in sorted(figures.items()):
        print(f"{'FALLEN' if name in fallen else 'ok    '} {name:40} {value:8.3f}  floor {floors.get(name, 0):.3f}")
    if arguments.lift and not fallen:
        risen = {name: max(value, floors.get(name, value)) for name, value in figures.items()}
        FLOORS.write_text(json.dumps(floors | risen, indent=1, sort_keys=True) + "\n", "utf-8")
        with RESULTS.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([("figure", "value"), *sorted(figures.items())])
    sys.exit(1 if fallen else 0)


if __name__ == "__main__":
    main()
