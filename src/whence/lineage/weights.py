"""Weights: what training found each clue to be worth, with the card that says on what (bench/quality/train_lineage)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import NamedTuple

from whence.records import RelationKind


class LineageWeights(NamedTuple):
    """Log-odds by kind and clue, and by clue for the direction of copies and of versions."""

    kinds: Mapping[RelationKind, Mapping[str, float]]
    bias: Mapping[RelationKind, float]
    direction: Mapping[str, Mapping[str, float]]
    temperature: Mapping[str, float]


def load_weights() -> LineageWeights:
    """The weights that ship with whence.

    >>> sorted(load_weights().direction)
    ['copy', 'version']
    """
    data = json.loads(files("whence.resources").joinpath("lineage_weights.json").read_text("utf-8"))
    return LineageWeights(data["kinds"], data["bias"], data["direction"], data["temperature"])
