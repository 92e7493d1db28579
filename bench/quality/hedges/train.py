"""Learn the weights of resources/certainty.txt from two thirds of the sentences, and write them there.

    python -m bench.quality.hedges.train            # cross-validate, fit, write the weights into the resource
    python -m bench.quality.hedges.train --dry      # only cross-validate

A logistic model. A cue's weight is its family's plus its own deviation from it; a ridge holds the deviation near 0 and
the family's weight near what its class leads one to expect. A cue that never occurs here has the weight of its family.
Places of cues ("vague after preposition") and the shape of the sentence are features like others. A hedge is never
evidence against hedging. Nothing is drawn at random. The held-back third is not read.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import whence.resources
from bench.quality.hedges.data import FOLDS, Sentence, read_sentences
from whence.certainty.cues import Cue, read_cues
from whence.certainty.find import find_clues
from whence.certainty.places import PLACES

RIDGE = 3.0  # chosen by cross-validation among 2, 3, 5, 10
PLACE_RIDGE = 4.0  # chosen by cross-validation among 4, 8, 16, all alike
SEEDS = range(5)  # how often the blocks are laid out anew: F1 goes up and down by half a point with the layout
EXPECTED = {"source": 1.0, "likelihood": 1.0, "weasel": 1.0, "approximation": 0.0, "claim": 0.3, "vague": 0.3}
NEVER_AGAINST = frozenset(["source", "likelihood", "weasel"])
SHAPE = ("length", "heading", "pointing", "defining", "cueless", "bias")  # the bias last, which is not held
NAMED = (*PLACES, *SHAPE)  # what has a weight by its name
STEPS = 400  # the loss no longer falls in its sixth decimal
THRESHOLDS = tuple(round(0.3 + 0.01 * step, 2) for step in range(31))
RESOURCE = Path(str(whence.resources.__path__[0])) / "certainty.txt"

Floats = NDArray[np.float64]


def features(sentences: list[Sentence], cues: tuple[Cue, ...]) -> Floats:
    """One row a sentence: which cues it has, how many of each family, where they stand, and its shape."""
    families, place = sorted({cue.family for cue in cues}), {cue: index for index, cue in enumerate(cues)}
    rows = np.zeros((len(sentences), len(cues) + len(families) + len(NAMED)))
    for row, sentence in zip(rows, sentences, strict=True):
        clues = find_clues(sentence.text)
        for cue in {seen.cue for seen in clues.cues}:
            row[place[cue]] = 1
            row[len(cues) + families.index(cue.family)] += 1
        values = dict.fromkeys(clues.places, 1.0) | dict(clues.shape)
        row[-len(NAMED) :] = [values.get(name, 0.0) for name in NAMED]
    return rows


def fit(rows: Floats, labels: Floats, cues: tuple[Cue, ...]) -> Floats:
    """One weight a cue, then those by name: the least penalised loss, by accelerated gradient steps."""
    places, shape = [PLACE_RIDGE] * len(PLACES), [RIDGE] * (len(SHAPE) - 1) + [0.0]
    expected, ridge = expectations(cues), np.array([RIDGE] * (rows.shape[1] - len(NAMED)) + places + shape)
    step = 1 / (0.25 * np.linalg.norm(rows, 2) ** 2 + PLACE_RIDGE)
    weights = ahead = expected
    pace = 1.0
    for _ in range(STEPS):
        slope = rows.T @ (1 / (1 + np.exp(-rows @ ahead)) - labels) + ridge * (ahead - expected)
        moved = ahead - step * slope
        faster = (1 + (1 + 4 * pace**2) ** 0.5) / 2
        ahead = moved + (pace - 1) / faster * (moved - weights)
        weights, pace = moved, faster
    return _totals(weights, cues)


def expectations(cues: tuple[Cue, ...]) -> Floats:
    """The weights before any sentence is seen: none of the cues, those of their classes for the families."""
    classes = {cue.family: EXPECTED[cue.kind] for cue in cues}
    return np.array([0.0] * len(cues) + [classes[family] for family in sorted(classes)] + [0.0] * len(NAMED))


def _totals(weights: Floats, cues: tuple[Cue, ...]) -> Floats:
    """Each cue's weight with its family's, then those by name."""
    families = sorted({cue.family for cue in cues})
    totals = [float(weights[k] + weights[len(cues) + families.index(cue.family)]) for k, cue in enumerate(cues)]
    held = [max(0.0, t) if cue.kind in NEVER_AGAINST else t for t, cue in zip(totals, cues, strict=True)]
    return np.array([*held, *weights[-len(NAMED) :]])


def cross_validated(sentences: list[Sentence], rows: Floats, cues: tuple[Cue, ...], seed: int) -> Floats:
    """The probability of each sentence by a model that saw none of its block."""
    folds, labels = np.array([s.fold(seed) for s in sentences]), np.array([float(s.uncertain) for s in sentences])
    odds = np.zeros(len(sentences))
    seen = np.hstack([rows[:, : len(cues)], rows[:, -len(NAMED) :]])
    for fold in range(FOLDS):
        judged = folds == fold
        odds[judged] = seen[judged] @ fit(rows[~judged], labels[~judged], cues)
    return np.asarray(1 / (1 + np.exp(-odds)))


def f1(labels: Floats, hedged: NDArray[np.bool_]) -> float:
    """F1 of the hedged class."""
    return float(2 * (labels * hedged).sum() / (labels.sum() + hedged.sum()))


def best_threshold(labels: Floats, layouts: list[Floats]) -> float:
    """Half the best F1: where probabilities are true, F1 is best there (Lipton et al. 2014); luck has no say."""
    scores = [[f1(labels, chances >= threshold) for chances in layouts] for threshold in THRESHOLDS]
    return round(float(np.max(np.mean(scores, 1))) / 2, 2)


def write(weights: Floats, threshold: float) -> None:
    """Put the weights into the resource, line by line."""
    constants = dict(zip(NAMED, weights[-len(NAMED) :].tolist(), strict=True)) | {"threshold": threshold}
    lines = RESOURCE.read_text("utf-8").rstrip("\n").split("\n")
    remaining = iter(weights)
    RESOURCE.write_text("".join(_weighted(line, remaining, constants) + "\n" for line in lines), "utf-8")


def _weighted(line: str, weights: Iterator[float], constants: dict[str, float]) -> str:
    """A line of the resource with its new weight."""
    if line.startswith("#") or not line:
        return line
    columns = line.split("; ")
    if line.startswith("="):
        return f"{columns[0]}; {constants[columns[0].removeprefix('= ')]:.2f}"
    columns[3] = f"{round(next(weights), 2) + 0.0:.2f}"
    return "; ".join(columns)


def main() -> None:
    """Cross-validate, fit on all that may be learnt from, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry", action="store_true", help="do not write the resource")
    arguments = parser.parse_args()
    sentences, cues = read_sentences(held=False), read_cues()
    rows = features(sentences, cues)
    labels = np.array([float(s.uncertain) for s in sentences])
    layouts = [cross_validated(sentences, rows, cues, seed) for seed in SEEDS]
    threshold = best_threshold(labels, layouts)
    scores = [f1(labels, chances >= threshold) for chances in layouts]
    print(f"{len(sentences)} sentences, {len(cues)} cues; at threshold {threshold} cross-validated F1")
    print(f"{np.mean(scores):.3f} in the mean of {len(scores)} layouts, {min(scores):.3f} to {max(scores):.3f}")
    if not arguments.dry:
        write(fit(rows, labels, cues), threshold)


if __name__ == "__main__":
    main()
