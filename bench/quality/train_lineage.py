"""Train the weights of lineage and write them with their card.

    python -m bench.quality.train_lineage            # cross-validate, then train on all and write the weights
    python -m bench.quality.train_lineage --dry      # cross-validate only

Two models, both sums of clues: a softmax over kinds, and a logistic for the direction of copies and of versions, drawn
towards hand-set weights (`PRIOR`) because directed pairs are few. Deterministic: no random start, folds by seed.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from bench.quality.lineage_data import Example, load_examples, sample_examples
from whence.lineage.direction_clues import DIRECTION_CLUES
from whence.lineage.kind_clues import KIND_CLUES
from whence.lineage.relate import COPIED, DECIDED, choose_kind
from whence.records import RelationKind

WEIGHTS = Path(__file__).resolve().parents[2] / "src" / "whence" / "resources" / "lineage_weights.json"
KINDS: tuple[RelationKind, ...] = ("copy", "version", "common", "quotes", "none")
KIND_PENALTY = 0.001  # the best of .001, .003, .01, .03 by cross-validation
GOLD_WEIGHT = 3.0  # a pair that two readers agree on counts as three of ours
PULL = 0.06  # how strongly direction weights are drawn to the prior: about 16 pairs' worth of evidence a clue
TIME_WEIGHT = 0.405  # logit(.6): a claimed time alone never says more (copies-and-lineage.md)
SEED = 20261122
PRIOR = {
    "copy": {
        "earlier_time": TIME_WEIGHT, "credits_the_other": 1.5, "is_the_agency": 1.5, "told_the_outlet": 1.0,
        "quotes_prose": 1.2, "tail_dropped": 0.8, "subset_in_order": 1.0, "contained": 0.5,
        "no_quotation_of_its_own": 0.4, "vaguer_figure": 1.0, "connective_at_a_cut": 0.8, "qualifier_lost": 0.2,
        "words_trimmed": 0.2, "sentences_merged": 0.3, "name_without_introduction": 0.6, "update_mark": 0.8,
        "provisional_wording": 0.4, "new_lead": 0.3,
    },
    "version": {
        "earlier_time": TIME_WEIGHT, "credits_the_other": 0.0, "is_the_agency": 0.0, "told_the_outlet": 0.0,
        "quotes_prose": 0.2, "tail_dropped": 0.3, "subset_in_order": -0.6, "contained": -0.8,
        "no_quotation_of_its_own": -0.8, "vaguer_figure": 0.0, "connective_at_a_cut": 0.6, "qualifier_lost": 0.0,
        "words_trimmed": 0.0, "sentences_merged": 0.0, "name_without_introduction": 0.0, "update_mark": 1.0,
        "provisional_wording": 0.6, "new_lead": 1.0,
    },
}  # fmt: skip
Array = np.ndarray[Any, np.dtype[np.float64]]
KIND_NAMES = [clue.__name__ for clue in KIND_CLUES]
DIRECTION_NAMES = [clue.__name__ for clue in DIRECTION_CLUES]


def kind_matrix(examples: Sequence[Example]) -> Array:
    """Clue values by example, with a last column of ones."""
    return np.array([[*(e.kind[name] for name in KIND_NAMES), 1.0] for e in examples])


def train_kinds(examples: Sequence[Example]) -> Array:
    """Softmax weights (clues and bias by kinds), by full-batch descent with momentum."""
    values = kind_matrix(examples)
    wanted = np.eye(len(KINDS))[[KINDS.index(e.label) for e in examples]]
    share = np.array([e.weight * (GOLD_WEIGHT if e.gold else 1.0) for e in examples])
    share /= share.sum()
    weights = np.zeros((values.shape[1], len(KINDS)))
    speed = np.zeros_like(weights)
    for _ in range(4000):
        penalty = KIND_PENALTY * weights
        penalty[-1] = 0
        slope = values.T @ ((softmax(values @ weights) - wanted) * share[:, None]) + penalty
        speed = 0.9 * speed - 0.5 * slope
        weights = weights + speed
    return weights


def softmax(sums: Array) -> Array:
    """Rows of probabilities."""
    raised = np.exp(sums - sums.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def train_direction(examples: Sequence[Example], kind: str) -> Array:
    """Logistic weights of the direction clues, drawn towards the prior; the weight of time stays fixed."""
    prior = np.array([PRIOR[kind][name] for name in DIRECTION_NAMES])
    directed = [e for e in examples if e.label == kind and e.parent]
    if not directed:
        return prior
    sign = np.array([1.0 if e.parent == "a" else -1.0 for e in directed])
    values = np.array([[e.direction[name] for name in DIRECTION_NAMES] for e in directed]) * sign[:, None]
    share = np.array([e.weight * (GOLD_WEIGHT if e.gold else 1.0) for e in directed])
    share /= share.sum()
    weights = prior.copy()
    free = np.array([name != "earlier_time" for name in DIRECTION_NAMES])
    for _ in range(3000):
        wrong = 1 / (1 + np.exp(values @ weights))
        slope = -(values * (wrong * share)[:, None]).sum(axis=0) + PULL * (weights - prior)
        weights = weights - 0.5 * np.where(free, slope, 0.0)
    return np.asarray(weights)


def direction_sums(examples: Sequence[Example], weights: Array) -> Array:
    """Log-odds that A is the parent."""
    return np.array([[e.direction[name] for name in DIRECTION_NAMES] for e in examples]) @ weights


def best_temperature(sums: Array, right: Array) -> float:
    """The factor on log-odds under which held-out pairs are most likely: calibration with one number."""
    grid = np.arange(0.3, 1.55, 0.05)
    losses = [np.log1p(np.exp(-factor * np.where(right, sums, -sums))).mean() for factor in grid]
    return round(float(grid[int(np.argmin(losses))]), 2)


def cross_validate(examples: Sequence[Example], folds: int = 5) -> dict[str, Any]:
    """Held-out probabilities for every gold pair (ours always train), and for all pairs in folds of all."""
    order = list(range(len(examples)))
    random.Random(SEED).shuffle(order)
    kinds = np.zeros((len(examples), len(KINDS)))
    sums = {kind: np.zeros(len(examples)) for kind in PRIOR}
    for fold in range(folds):
        held = [k for place, k in enumerate(order) if place % folds == fold]
        training = [examples[k] for k in order if k not in set(held)]
        test = [examples[k] for k in held]
        kinds[held] = kind_matrix(test) @ train_kinds(training)
        for kind in PRIOR:
            sums[kind][held] = direction_sums(test, train_direction(training, kind))
    return {"kinds": kinds, "direction": sums}


def kind_temperature(sums: Array, examples: Sequence[Example]) -> float:
    """The factor on kind sums under which the held-out kinds are most likely."""
    grid = np.arange(0.4, 1.55, 0.05)
    index = [KINDS.index(e.label) for e in examples]
    losses = [-np.log(softmax(factor * sums)[range(len(index)), index]).mean() for factor in grid]
    return round(float(grid[int(np.argmin(losses))]), 2)


def report_scores(examples: Sequence[Example], found: dict[str, Any]) -> dict[str, Any]:
    """Scores on the held-out gold pairs, printed and returned for the card."""
    directed = {kind: [k for k, e in enumerate(examples) if e.label == kind and e.parent] for kind in PRIOR}
    temperature = {"kind": kind_temperature(found["kinds"], examples)} | {
        kind: best_temperature(found["direction"][kind][rows], np.array([examples[k].parent == "a" for k in rows]))
        for kind, rows in directed.items()
    }
    scores: dict[str, Any] = {"temperature": temperature}
    for name, rows in (
        ("gold", [k for k, e in enumerate(examples) if e.gold]),
        ("all", list(range(len(examples)))),
    ):
        chances = softmax(temperature["kind"] * found["kinds"][rows])
        guesses = [choose_kind(dict(zip(KINDS, map(float, row), strict=True))) for row in chances]
        labels = [examples[k].label for k in rows]
        right = np.mean([a == b for a, b in zip(guesses, labels, strict=True)])
        copied = np.mean([(a in COPIED) == (b in COPIED) for a, b in zip(guesses, labels, strict=True)])
        decided = correct = wanted = 0
        for k, guess in zip(rows, guesses, strict=True):
            if not examples[k].parent:
                continue
            wanted += 1
            if guess in PRIOR:
                chance = 1 / (1 + np.exp(-temperature[guess] * found["direction"][guess][k]))
                if max(chance, 1 - chance) >= DECIDED:
                    decided += 1
                    correct += ("a" if chance > 0.5 else "b") == examples[k].parent
        scores[name] = {
            "pairs": len(rows), "relation_accuracy": round(100 * float(right), 1),
            "copied_text_accuracy": round(100 * float(copied), 1), "directed_pairs": wanted,
            "direction_decided": round(100 * decided / max(1, wanted), 1),
            "direction_accuracy": round(100 * correct / max(1, decided), 1),
        }  # fmt: skip
        print(name, scores[name])
    print("temperature", temperature)
    return scores


def main() -> None:
    """Cross-validate; unless dry, train on all pairs and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry", action="store_true", help="cross-validate only")
    arguments = parser.parse_args()
    examples = load_examples()
    scores = report_scores(examples, cross_validate(examples))
    pairs = len(examples)
    if arguments.dry:
        return
    examples += sample_examples()
    kinds = train_kinds(examples)
    card = {
        "what": "weights of whence.lineage: log-odds a clue, by kind and for direction",
        "trained_on": f"{pairs} pairs of real reports: 58 of shared/data/relations (two readers), {pairs - 58} of "
        "shared/data labelled by one careful reader each (bench/quality/lineage_labels.jsonl); and the sample of "
        "shared/cases",
        "script": "bench/quality/train_lineage.py", "seed": SEED, "date": datetime.now(UTC).date().isoformat(),
        "cross_validated": {name: scores[name] for name in ("gold", "all")},
    }  # fmt: skip
    document = {
        "card": card,
        "temperature": scores["temperature"],
        "bias": {kind: round(float(kinds[-1, k]), 3) for k, kind in enumerate(KINDS)},
        "kinds": {
            kind: {name: round(float(kinds[row, k]), 3) for row, name in enumerate(KIND_NAMES)}
            for k, kind in enumerate(KINDS)
        },
        "direction": {
            kind: dict(zip(DIRECTION_NAMES, map(_rounded, train_direction(examples, kind)), strict=True))
            for kind in PRIOR
        },
    }
    WEIGHTS.write_text(json.dumps(document, indent=1) + "\n", "utf-8")
    print(f"wrote {WEIGHTS}")


def _rounded(value: float) -> float:
    """A weight as it is written."""
    return round(float(value), 3)


if __name__ == "__main__":
    main()
