"""What an encoder's clue is worth beside the weights that ship: train it, score it, write it to whence.resources.

python -m bench.stories.train_encoder FOLDER [--write] [--undated] [--crowded DAYS]

The slope of `meaning` is fitted by logistic regression, the log-odds by all other clues fixed but for a constant, on
the pairs of FITTED_ON among which it may speak. In streams of one subject (shootings) all reports mean much the same
to an encoder, and there the slope comes out negative; a clue by which likeness speaks against is none.
The level is what undecided pairs have on average, so that the clue moves them neither way as a whole. Scores are of
stories not trained on, as in bench.stories.score: each half of the stories is grouped by weights (and slope and level)
trained on the other half, without the encoder and with it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.stories.data import SETS, Told, half_of, in_order
from bench.stories.score import Scored, score
from bench.stories.streams import Arriving, Pairs, arriving, crowded, encoded, look_at
from bench.stories.train import COUNTS, NO_WEIGHTS, STEPS, train, trained_on, wanted_rows
from whence.flow.encoders import Encoder, load_encoder
from whence.stories.meaning import MeaningWeights
from whence.stories.story_weights import MEANING_WEIGHTS, StoryWeights, load_story_weights

TARGET = Path(__file__).resolve().parents[2] / "src/whence/resources" / MEANING_WEIGHTS
FITTED_ON = ("basil", "allsides, crowded", "copies")
LEAST_SLOPE = 0.01
Halves = Sequence[StoryWeights]


def train_meaning(pairs: Mapping[str, Pairs], weights: StoryWeights, half: int | None = None) -> MeaningWeights:
    """What the clue adds to log-odds that are given.

    Args:
        pairs: of every set, by name; those of FITTED_ON count.
        weights: of all other clues.
        half: train only on stories of this half.
    """
    pairs = {name: pairs[name] for name in FITTED_ON}
    wanted = {name: rows & ~np.isnan(pairs[name].deviations) for name, rows in wanted_rows(pairs, half).items()}
    parts = [(pairs[name], rows) for name, rows in wanted.items()]
    deviations = np.concatenate([one.deviations[rows] for one, rows in parts])
    columns = np.concatenate([one.columns[rows] for one, rows in parts])
    same = np.concatenate([one.same[rows] for one, rows in parts]).astype(float)
    counts = np.concatenate([np.full(rows.sum(), COUNTS.get(name, 1.0)) for name, rows in wanted.items()])
    given = weights.told(columns).sum(axis=1) + weights.bias
    slope, _ = _newton(deviations, given, same, counts)
    said = 1 / (1 + np.exp(-np.clip(given, -50, 50)))
    return MeaningWeights(max(slope, LEAST_SLOPE), float(np.average(deviations, weights=counts * said * (1 - said))))


def _newton(deviations: Any, given: Any, same: Any, counts: Any) -> tuple[float, float]:
    """Slope and bias that make the labels likeliest, beside log-odds that are given."""
    design = np.stack([deviations, np.ones_like(deviations)], axis=1)
    values = np.zeros(2)
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-np.clip(given + design @ values, -50, 50)))
        curve = (design * (counts * said * (1 - said))[:, None]).T @ design
        values -= np.linalg.solve(curve, design.T @ (counts * (said - same)))
    return float(values[0]), float(values[1])


def scores(streams: Mapping[str, Sequence[Arriving]], halves: Halves) -> dict[str, Any]:
    """The mean figures of both halves (percent), by set."""
    found = {}
    for name, stream in streams.items():
        only = "basil/" if name == "basil" else ""
        rows = [
            score(
                [one for one in stream if half_of(one.story) == half],
                weights,
                lambda story, o=only: story.startswith(o),
            )
            for half, weights in enumerate(halves)
        ]
        found[name] = np.array(rows).mean(axis=0) * 100
    return found


def _read_with(encoder: Encoder) -> Any:
    """What turns reports in order into a stream with vectors."""

    def read(told: Sequence[Told]) -> list[Arriving]:
        return encoded(arriving(told), told, encoder)

    return read


def _scored_streams(encoder: Encoder, given: argparse.Namespace) -> dict[str, list[Arriving]]:
    """The sets that are scored, as asked for."""
    streams = {}
    for name, told in SETS.items():
        reports = in_order(told())
        stream = encoded(arriving(reports, shared_text=True), reports, encoder)
        if given.undated:
            stream = [one._replace(terms=one.terms._replace(day=None, named_days=frozenset())) for one in stream]
        streams[name] = crowded(stream, given.crowded) if given.crowded else stream
    return streams


def main() -> None:
    """Train, score, and write where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="of an encoder, as bench.stories.encoder makes one")
    parser.add_argument("--write", action="store_true", help="write slope and level, and score nothing")
    parser.add_argument("--undated", action="store_true", help="take all dates away")
    parser.add_argument("--crowded", type=int, help="move all stories into so many days")
    given = parser.parse_args()
    encoder = load_encoder(given.folder)
    pairs = {name: look_at(stream, NO_WEIGHTS) for name, stream in trained_on(_read_with(encoder)).items()}
    if given.write:
        _write(pairs, encoder)
        return
    without = [train(pairs, 1 - half) for half in (0, 1)]
    told = [train_meaning(pairs, weights, 1 - half) for half, weights in enumerate(without)]
    print("trained", *(f"slope {one.slope:.3f} level {one.level:.3f}" for one in told), flush=True)
    streams = _scored_streams(encoder, given)
    beside = [weights.with_meaning(one) for weights, one in zip(without, told, strict=True)]
    for label, halves in (("without", without), ("with", beside)):
        for name, means in scores(streams, halves).items():
            figures = (f"{figure} {value:.1f}" for figure, value in zip(Scored._fields, means, strict=True))
            print(label, name, *figures, flush=True)


def _write(pairs: Mapping[str, Pairs], encoder: Encoder) -> None:
    """Train on everything, beside the weights that ship, and write."""
    told = train_meaning(pairs, load_story_weights())
    card = {
        "script": "bench/stories/train_encoder.py",
        "encoder": f"{encoder.name}, made by bench/stories/encoder.py; it is not part of whence",
        "trained_on": {
            name: {
                "pairs": int((~np.isnan(one.deviations)).sum()),
                "same_story": int(one.same[~np.isnan(one.deviations)].sum()),
            }
            for name, one in pairs.items()
            if name in FITTED_ON
        },
        "scores": "docs/explanation/stories.md",
    }
    data = {"slope": round(told.slope, 4), "level": round(told.level, 4), "card": card}
    TARGET.write_text(json.dumps(data, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
