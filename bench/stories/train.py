"""Train the weights of stories, and write them to whence.resources.

python -m bench.stories.train

Logistic regression with a ridge (Newton's method) on the pairs that grouping looks at, in the streams of AllSides, of
BASIL among AllSides, of shootings (GVA), of both as crowded as a newsroom's, of made-up copies of real
reports, and of made-up reports from templates, none of which tell one story.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.stories.data import SETS, Told, copies, half_of, in_order, templates
from bench.stories.streams import Arriving, Pairs, arriving, crowded, look_at
from whence.stories.pair_clues import clue_places
from whence.stories.story_weights import StoryWeights

RIDGE = 1.0
COUNTS = {"templates": 0.5, "copies": 0.5}  # a made-up pair counts as half a real one
MADE_UP = {"templates": templates, "copies": copies}
CROWDED_DAYS = 30
STEPS = 30
JOIN, SUGGEST = 0.5, 0.15  # of .45, .5 and .55 B-cubed F1 of both halves hardly differs
TARGET = Path(__file__).resolve().parents[2] / "src/whence/resources/story_weights.json"
NO_WEIGHTS = StoryWeights(0.0, 0.0, 0.0, JOIN, SUGGEST)  # looking needs none


def looked() -> dict[str, Pairs]:
    """The pairs of every set: as dated, and crowded into a month, for few streams are as sparse as these sets."""
    return {name: look_at(stream, NO_WEIGHTS) for name, stream in trained_on(arriving).items()}


def trained_on(read: Callable[[Sequence[Told]], list[Arriving]]) -> dict[str, list[Arriving]]:
    """The streams that are trained on.

    Args:
        read: turns reports in order into a stream.
    """
    sets = {name: read(in_order(told())) for name, told in (SETS | MADE_UP).items()}
    crowds = {f"{name}, crowded": crowded(sets[name], CROWDED_DAYS) for name in ("allsides", "gva")}
    return {name: sets[name] for name in ("basil", "gva", *MADE_UP)} | crowds


def train(pairs: Mapping[str, Pairs], half: int | None = None) -> StoryWeights:
    """Weights from pairs.

    Args:
        pairs: of every set, by name.
        half: train only on stories of this half.
    """
    wanted = wanted_rows(pairs, half)
    columns = np.concatenate([one.columns[wanted[name]] for name, one in pairs.items()])
    same = np.concatenate([one.same[wanted[name]] for name, one in pairs.items()]).astype(float)
    counts = np.concatenate([np.full(wanted[name].sum(), COUNTS.get(name, 1.0)) for name in pairs])
    centres, spread = columns.mean(axis=0), columns.std(axis=0)
    spread[spread == 0] = 1.0
    values = _newton((columns - centres) / spread, same, counts)
    return StoryWeights(values[:-1] / spread, centres, float(values[-1]), JOIN, SUGGEST)


def wanted_rows(pairs: Mapping[str, Pairs], half: int | None) -> dict[str, Any]:
    """Which pairs of each set are of one half of the stories; all of them where none is named."""
    return {
        name: np.array([half is None or half_of(a) == half_of(b) == half for a, b in one.stories], bool)
        for name, one in pairs.items()
    }


def _newton(columns: Any, same: Any, counts: Any) -> Any:
    """The values that make the labels likeliest, the bias last; `counts` says as how many each pair counts."""
    design = np.concatenate([columns, np.ones((len(columns), 1))], axis=1)
    ridge = np.diag([RIDGE] * columns.shape[1] + [0.0])
    values = np.zeros(design.shape[1])
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-design @ values))
        slope = design.T @ (counts * (said - same)) + ridge @ values
        curve = (design * (counts * said * (1 - said))[:, None]).T @ design + ridge
        values -= np.linalg.solve(curve, slope)
    return values


def main() -> None:
    """Train on everything, write."""
    pairs = looked()
    weights = train(pairs)
    clues = {
        name: {
            "slopes": np.round(weights.slopes[place], 4).tolist(),
            "centres": np.round(weights.centres[place], 4).tolist(),
        }
        for name, place in clue_places()
    }
    card = {
        "script": "bench/stories/train.py",
        "trained_on": {
            name: {"pairs": len(one.stories), "same_story": int(one.same.sum())} for name, one in pairs.items()
        },
        "scores": "docs/explanation/stories.md; validated on stories not trained on by bench/stories/score.py",
    }
    data = {"join": JOIN, "suggest": SUGGEST, "bias": round(weights.bias, 4), "clues": clues, "card": card}
    TARGET.write_text(json.dumps(data, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
