"""The figures that are held against floors."""

from __future__ import annotations

from pathlib import Path

from bench.quality.drift.generate import make_pairs
from bench.quality.drift.pairs import read_pairs
from bench.quality.drift.score import figures_of, score_pairs
from bench.quality.drift.written import SET as WRITTEN

SET = Path(__file__).with_name("set.jsonl")
SET_SEED, SET_PAIRS = 1, 200  # less than 1.5 MB
FRESH_SEED, FRESH_PAIRS = (
    86_243,
    200,
)  # nobody is to read this set: it tells what was learned from what only sits in SET


def measure() -> dict[str, float]:
    """Figures of the committed set, of the pairs written by hand, and of a set made afresh."""
    sets = {
        "drift": read_pairs(SET),
        "drift.written": read_pairs(WRITTEN),
        "drift.fresh": list(make_pairs(FRESH_SEED, FRESH_PAIRS)),
    }
    return {
        f"{name}.{figure}": value
        for name, pairs in sets.items()
        for figure, value in figures_of(score_pairs(pairs)).items()
    }
