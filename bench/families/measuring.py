"""Families measured for bench/quality/floors.json: a small set from a seed of its own.

python -m bench.families.measuring
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.families.generate import write_families
from bench.families.score import score
from bench.families.seen import read_families
from whence.families.family_weights import load_family_weights

COUNT, SIZES, SEED = 60, (2, 40), 101


def measure() -> dict[str, float]:
    """Right parents (percent), calibration (1 less its error), how often the interval holds the number of sources."""
    with tempfile.TemporaryDirectory() as folder:
        write_families(Path(folder), COUNT, SIZES, seed=SEED, texts=None)
        families = list(read_families(Path(folder)))
    found: dict[str, float] = {}
    for times in ("none", "day", "minute"):
        told = score(families, times, load_family_weights())
        found[f"families.{times}_parents"] = 100 * told["parent_accuracy"]
        found[f"families.{times}_calibration"] = 1 - told["calibration_error"]
        found[f"families.{times}_sources_inside"] = told["count_inside"]
    return found


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name}={value:.3f}")
