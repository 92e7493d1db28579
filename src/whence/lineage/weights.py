"""Weights: what training found each clue to be worth, with the card that says on what (bench/quality/train_lineage)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, NamedTuple

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
    data = _read()
    return LineageWeights(data["kinds"], data["bias"], data["direction"], data["temperature"])


def load_card() -> dict[str, str]:
    """What the weights were trained on, by which script, when, and how they scored.

    >>> load_card()["script"]
    'bench/quality/train_lineage.py'
    """
    card: dict[str, str] = _read()["card"]
    return card


def _read() -> dict[str, Any]:
    """The file of weights."""
    data: dict[str, Any] = json.loads(files("whence.resources").joinpath("lineage_weights.json").read_text("utf-8"))
    return data
