"""Weights of family clues: what training found each to be worth, with the card that says on what."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, NamedTuple

Columns = Mapping[str, tuple[float, ...]]


class FamilyWeights(NamedTuple):
    """Log-odds of each column of each clue: to edges, to roots, to a lost source, and to who had its text from it."""

    edges: Columns
    roots: Columns
    lost: Columns
    children: Columns
    temperature: float = 1.0


def load_family_weights() -> FamilyWeights:
    """The weights that ship with whence.

    >>> "put_in" in load_family_weights().edges
    True
    """
    data = _read()
    edges, roots, lost, children = (
        {name: tuple(row) for name, row in data[part].items()} for part in ("edges", "roots", "lost", "children")
    )
    return FamilyWeights(edges, roots, lost, children, data["temperature"])


def load_family_card() -> dict[str, Any]:
    """What the weights were trained on, by which script, and how they scored.

    >>> load_family_card()["script"]
    'bench/families/train.py'
    """
    card: dict[str, Any] = _read()["card"]
    return card


def _read() -> dict[str, Any]:
    """The file of weights."""
    data: dict[str, Any] = json.loads(files("whence.resources").joinpath("family_weights.json").read_text("utf-8"))
    return data
