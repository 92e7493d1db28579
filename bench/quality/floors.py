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

from bench.families import measuring as families
from bench.quality import credits, demo_traps, independent, sample, validate_lineage, wiki_versions
from bench.quality.drift import measuring as drift
from bench.quality.figures import recognizers as figures_recognizers
from bench.quality.gva import tolls
from bench.quality.hedges import sentences as hedges
from bench.quality.lineage_data import load_examples
from bench.quality.quotes import attributions, sample_quotes, settings, speakers
from bench.quality.shared_data import SHARED
from bench.quality.times import recognizers as times_recognizers
from bench.quality.times import timex
from bench.stories import measuring as stories

FLOORS = Path(__file__).with_name("floors.json")
_CRIES = "reformatted_conflicts"
RESULTS = Path(__file__).resolve().parents[1] / "results" / "quality.csv"


def measure() -> dict[str, float]:
    """Every figure that can be measured here."""
    figures = demo_traps.measure() | _none_is_best(drift.measure())
    if not SHARED.is_dir():
        print("../shared is absent: only the built-in example is measured")
        return figures
    gold = validate_lineage.report_scores(load_examples())["gold"]
    names = ("relation_accuracy", "copied_text_accuracy", "direction_accuracy", "direction_decided")
    figures |= {f"relations.{name}": gold[name] for name in names}
    figures |= independent.measure() | sample.measure() | credits.measure()
    figures |= wiki_versions.measure() | families.measure() | stories.measure()
    figures |= attributions.measure() | sample_quotes.measure() | settings.measure() | speakers.measure()
    figures |= timex.measure() | times_recognizers.measure() | figures_recognizers.measure()
    return figures | hedges.measure() | tolls.measure()


def _none_is_best(figures: dict[str, float]) -> dict[str, float]:
    """Figures of which none should be counted (conflicts over what is only written differently), as 1 for none."""
    return {
        name.replace("reformatted_conflicts", "no_reformatted_conflict") if _CRIES in name else name: float(not value)
        if _CRIES in name
        else value
        for name, value in figures.items()
    }


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
