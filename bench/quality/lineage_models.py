"""The two models of lineage as they are trained: a softmax over kinds, a logistic for direction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from bench.quality.lineage_data import Example
from whence.lineage.direction_clues import DIRECTION_CLUES
from whence.lineage.kind_clues import KIND_CLUES
from whence.records import RelationKind

KINDS: tuple[RelationKind, ...] = ("copy", "version", "common", "quotes", "none")
KIND_PENALTY = 0.0007  # the best of .0002, .0003, .0005, .0007, .001, .002, .004 by cross-validation, in log-likelihood
BARE_WEIGHT = 0.2  # of a pair with outlets and times left out: without them 66 % of kinds are right, 60 % at 0
BIAS_PENALTY = 1e-6  # only so that the sums are determined
MOST_STEPS, CLOSE = 20, 1e-6  # Newton's method is there in about eight steps
GOLD_WEIGHT = 3.0  # a pair that two readers agree on counts as three of ours
PULL = 0.06  # how strongly direction weights are drawn to the prior: about 16 pairs' worth of evidence a clue
TIME_WEIGHT = 0.405  # logit(.6): a claimed time alone never says more (copies-and-lineage.md)
CLOCK_WEIGHT = 4.0  # one outlet's own clock tells which of its own editions is older; copies it does not concern
FIXED = {
    "copy": {"earlier_time": TIME_WEIGHT, "own_clock": 0.0},
    "version": {"earlier_time": TIME_WEIGHT, "own_clock": CLOCK_WEIGHT},
}  # log-odds that are set, not learned, and that no temperature changes
SEED = 20261122
PRIOR = {
    "copy": {
        "earlier_time": 0.0, "own_clock": 0.0, "credits_the_other": 1.5, "is_the_agency": 1.5, "told_the_outlet": 1.0,
        "quotes_prose": 1.2, "tail_dropped": 0.8, "subset_in_order": 1.0, "contained": 0.5,
        "no_quotation_of_its_own": 0.4, "vaguer_figure": 1.0, "connective_at_a_cut": 0.8, "qualifier_lost": 0.2,
        "words_trimmed": 0.2, "sentences_merged": 0.3, "name_without_introduction": 0.6, "update_mark": 0.8,
        "provisional_wording": 0.4, "new_lead": 0.3,
    },
    "version": {
        "earlier_time": 0.0, "own_clock": 0.0, "credits_the_other": 0.0, "is_the_agency": 0.0, "told_the_outlet": 0.0,
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
    """Softmax weights (clues and bias by kinds), by Newton's method."""
    bare = [replace(e, kind=e.bare, weight=BARE_WEIGHT * e.weight) for e in examples if e.bare]
    examples = [*examples, *bare]
    values = kind_matrix(examples)
    wanted = np.eye(len(KINDS))[[KINDS.index(e.label) for e in examples]]
    share = np.array([e.weight * (GOLD_WEIGHT if e.gold else 1.0) for e in examples])
    share /= share.sum()
    clues, kinds = values.shape[1], len(KINDS)
    penalty = np.full(clues, KIND_PENALTY)
    penalty[-1] = BIAS_PENALTY
    weights = np.zeros((clues, kinds))
    for _ in range(MOST_STEPS):
        chances = softmax(values @ weights)
        slope = values.T @ ((chances - wanted) * share[:, None]) + penalty[:, None] * weights
        bend = np.diag(np.tile(penalty, kinds))
        for i in range(kinds):
            for j in range(kinds):
                part = share * chances[:, i] * ((i == j) - chances[:, j])
                bend[i * clues : (i + 1) * clues, j * clues : (j + 1) * clues] += (values * part[:, None]).T @ values
        step = np.linalg.solve(bend, slope.T.ravel()).reshape(kinds, clues).T
        weights = weights - step
        if np.abs(step).max() < CLOSE:
            break
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
    free = np.array([name not in FIXED[kind] for name in DIRECTION_NAMES])
    for _ in range(3000):
        wrong = 1 / (1 + np.exp(values @ weights))
        slope = -(values * (wrong * share)[:, None]).sum(axis=0) + PULL * (weights - prior)
        weights = weights - 0.5 * np.where(free, slope, 0.0)
    return np.asarray(weights)


def fixed_sums(examples: Sequence[Example], kind: str) -> Array:
    """The log-odds of what is set, not learned: times."""
    return np.array([sum(weight * e.direction[name] for name, weight in FIXED[kind].items()) for e in examples])


def direction_sums(examples: Sequence[Example], weights: Array) -> Array:
    """Log-odds that A is the parent."""
    return np.array([[e.direction[name] for name in DIRECTION_NAMES] for e in examples]) @ weights
