"""Weights of story clues: what training found each to be worth, with the card that says on what."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np

from whence.stories.meaning import MeaningWeights
from whence.stories.pair_clues import clue_places

WEIGHTS, MEANING_WEIGHTS = "story_weights.json", "story_weights_encoder.json"


class StoryWeights(NamedTuple):
    """Log-odds: `slopes` of each column, each from `centres` on, and `bias`; from which probability on a report joins,
    and from which it is suggested; and where there is an encoder, what its clue is worth: that column is the last."""

    slopes: Any
    centres: Any
    bias: float
    join: float
    suggest: float
    meaning: MeaningWeights | None = None

    def with_meaning(self, meaning: MeaningWeights) -> StoryWeights:
        """The same with a column for what reports mean."""
        without = self.slopes if self.meaning is None else self.slopes[:-1]
        centres = self.centres[: len(without)]
        return self._replace(slopes=np.append(without, meaning.slope), centres=np.append(centres, 0.0), meaning=meaning)

    def probabilities(self, columns: Any) -> Any:
        """How probable it is that pairs tell one story (by pair), from their columns."""
        return 1 / (1 + np.exp(-np.clip(self.told(columns).sum(axis=1) + self.bias, -50, 50)))

    def told(self, columns: Any) -> Any:
        """What each column adds to the log-odds of each pair."""
        return (columns - self.centres) * self.slopes

    def by_clue(self, columns: Any) -> dict[str, float]:
        """What each clue adds to the log-odds of one pair, against the average pair that was looked at."""
        told = self.told(columns)
        places = clue_places() if self.meaning is None else [*clue_places(), ("meaning", slice(-1, None))]
        return {name: float(told[place].sum()) for name, place in places}


@cache
def load_story_weights() -> StoryWeights:
    """The weights that ship with whence.

    >>> weights = load_story_weights()
    >>> 0 < weights.suggest < weights.join < 1
    True
    """
    data = _read(WEIGHTS)
    return weights_of(data["clues"], data["bias"], (data["join"], data["suggest"]))


def weights_of(clues: Mapping[str, Any], bias: float, least: tuple[float, float]) -> StoryWeights:
    """Weights from what the file says: of each clue its slopes and centres."""
    rows = [clues[name] for name, _ in clue_places()]
    slopes, centres = (np.concatenate([row[part] for row in rows]) for part in ("slopes", "centres"))
    return StoryWeights(slopes, centres, bias, *least)


@cache
def load_meaning_weights() -> MeaningWeights:
    """What an encoder's clue is worth, beside the weights that ship.

    >>> load_meaning_weights().slope > 0
    True
    """
    data = _read(MEANING_WEIGHTS)
    return MeaningWeights(data["slope"], data["level"])


def load_story_card() -> dict[str, Any]:
    """What the weights were trained on, by which script, and how they scored.

    >>> load_story_card()["script"]
    'bench/stories/train.py'
    """
    card: dict[str, Any] = _read(WEIGHTS)["card"]
    return card


def _read(name: str) -> dict[str, Any]:
    """A file of weights."""
    data: dict[str, Any] = json.loads(files("whence.resources").joinpath(name).read_text("utf-8"))
    return data
