"""Train the weights of families, and write them to whence.resources.

python -m bench.families.train FAMILIES HELD_OUT

Trained on generated families (a third each with times to the minute, to the day, and without), on the labelled pairs of
real reports (`real_pairs`), and on every second of BASIL's independent pairs; the temperature is set on families held
out.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import numpy as np

from bench.families.learning import Design, design, loss, minimise, vector_of, weights_of
from bench.families.real_pairs import independent_pairs, judged_pairs
from bench.families.score import score
from bench.families.seen import compiled_kernel, read_families, see, write_json
from whence.families.family_weights import FamilyWeights, load_family_weights

STEPS = 300
GOLD_WEIGHT = 3.0  # a pair that two readers agree on counts as three of ours, as in bench/quality/lineage_models.py
REAL_WEIGHT = 0.15  # so that they do not outweigh the generated families, which alone have more than two members
TEMPERATURES = (0.8, 0.9, 1.0, 1.1, 1.2, 1.3)
WEIGHTS = Path(__file__).resolve().parents[2] / "src/whence/resources/family_weights.json"


def designs(folder: Path, kernel: Any) -> Iterator[Design]:
    """Every family that is trained on, as columns of clues."""
    for (members, truth), times in zip(read_families(folder), cycle(("none", "day", "minute")), strict=False):
        yield design(see(members, times, kernel), truth)
    for members, truth, gold in judged_pairs():
        yield design(see(members, "day", kernel), truth, REAL_WEIGHT * (GOLD_WEIGHT if gold else 1.0))
    for _, members, truth in list(independent_pairs())[::2]:
        yield design(see(members, "day", kernel), truth, REAL_WEIGHT)


def main() -> None:
    """Train, set the temperature, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("families", type=Path)
    parser.add_argument("held_out", type=Path)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--go-on", action="store_true", help="start from the weights that are there")
    given = parser.parse_args()
    kernel = compiled_kernel()
    all_designs = list(designs(given.families, kernel))
    held_out = list(read_families(given.held_out))
    views = see(held_out[0][0], "none", kernel)
    size = all_designs[0].edges.shape[-1] + all_designs[0].roots.shape[-1] + len(all_designs[0].lost)
    start = vector_of(load_family_weights(), views) if given.go_on else np.zeros(size)
    values = minimise(lambda point: loss(all_designs, point), start, given.steps)
    print("loss", loss(all_designs, values)[0], "families", len(all_designs))
    errors = {}
    for temperature in TEMPERATURES:
        weights = weights_of(values, views, temperature)
        errors[temperature] = float(
            np.mean([score(held_out, t, weights)["calibration_error"] for t in ("none", "day", "minute")])
        )
    best = min(errors, key=lambda one: errors[one])
    print("calibration error by temperature", errors)
    weights = weights_of(values, views, best)
    write_json(WEIGHTS, {"card": card(given, len(all_designs), errors[best]), **_rows(weights)})
    for times in ("none", "day", "minute"):
        print(times, score(held_out, times, weights))


def card(given: argparse.Namespace, families: int, error: float) -> dict[str, Any]:
    """What the weights were trained on."""
    return {
        "script": "bench/families/train.py",
        "trained_on": f"{families} families: generated ones ({given.families.name}), labelled pairs of real reports, "
        "half of BASIL's independent pairs",
        "temperature_set_on": f"generated families ({given.held_out.name})",
        "calibration_error_held_out": round(error, 4),
    }


def _rows(weights: FamilyWeights) -> dict[str, Any]:
    """The weights as they are written."""
    return weights._asdict()


if __name__ == "__main__":
    main()
