"""Fit the confidence of attributions on PolNeAR's dev split, and choose what is left out.

    python -m bench.tagger.calibrate quote_tagger.npz [--leniency 0.45]

An attribution counts as right as the shared scorer counts: its content matches gold and the sources share a word.
Everything printed is from folds that the weights of that fold did not see; the file gets weights fitted on all of dev.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bench.quality.quotes.attributions import DEV, ROLES, WORD, fate_of, match_contents, words_of
from bench.quality.shared_data import lines
from whence.quotes.confidence import clues_of_confidence
from whence.quotes.drafts import Draft, drafts_of, kind_of
from whence.quotes.layout import layout_drafts
from whence.quotes.tagger import tag_reports
from whence.quotes.tokens import split_tokens
from whence.quotes.weights import TaggerWeights, load_tagger
from whence.text.marks import quoted_spans

Array = np.ndarray[Any, Any]
FOLDS = 6
RIDGE = 1.0
LEAST = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45)


class Candidates(NamedTuple):
    """One report's attributions: clues (n, 16), which are right, and its number of gold ones."""

    clues: Array
    right: Array
    gold: int


def candidates(weights: TaggerWeights) -> list[Candidates]:
    """All attributions of the dev split before any is left out."""
    found = []
    for row in lines(DEV):
        text = row["text"]
        tokens, marked = split_tokens(text), quoted_spans(text)
        [tagged] = tag_reports([tokens], weights)
        drafts = layout_drafts(text, marked, drafts_of(tokens, tagged, marked, text))
        kinds = [kind_of(draft, marked, text) for draft in drafts]
        clues = np.array([clues_of_confidence(draft, kind) for draft, kind in zip(drafts, kinds, strict=True)])
        words = [match.span() for match in WORD.finditer(text)]
        gold = [{role: words_of(one[role], words) for role in ROLES} for one in row["attributions"] if one["content"]]
        found.append(Candidates(clues.reshape(len(drafts), -1), _right(gold, drafts, words), len(gold)))
    return found


def _right(gold: Sequence[dict[str, frozenset[int]]], drafts: Sequence[Draft], words: list[tuple[int, int]]) -> Array:
    """1 for each draft that the scorer counts, else 0."""
    spans = [{role: [span._asdict() for span in getattr(draft, role)] for role in ROLES} for draft in drafts]
    found = [{role: words_of(one[role], words) for role in ROLES} for one in spans]
    right = np.zeros(len(drafts))
    for number, other in match_contents(gold, found).items():
        right[other] = fate_of(gold[number], found[other]) == "found"
    return right


def fit(clues: Array, right: Array) -> Array:
    """Logistic regression with a small ridge, by Newton's steps."""
    weights = np.zeros(clues.shape[1])
    for _ in range(20):
        chance = 1 / (1 + np.exp(-clues @ weights))
        slope = clues.T @ (right - chance) - RIDGE * weights
        bend = (clues * (chance * (1 - chance))[:, None]).T @ clues + RIDGE * np.eye(len(weights))
        weights += np.linalg.solve(bend, slope)
    return weights


def held_out(found: Sequence[Candidates]) -> list[Array]:
    """The confidence of each report's attributions from weights fitted on other reports."""
    chances: list[Array] = [np.zeros(0)] * len(found)
    for fold in range(FOLDS):
        known = [one for number, one in enumerate(found) if number % FOLDS != fold]
        weights = fit(np.concatenate([one.clues for one in known]), np.concatenate([one.right for one in known]))
        for number in range(fold, len(found), FOLDS):
            chances[number] = 1 / (1 + np.exp(-found[number].clues @ weights))
    return chances


def f1(found: Sequence[Candidates], chances: Sequence[Array], least: float) -> float:
    """The attribution F1 where less sure ones are left out (near the scorer's: matching is not done anew)."""
    right = sum(one.right[chance >= least].sum() for one, chance in zip(found, chances, strict=True))
    kept = sum(int((chance >= least).sum()) for chance in chances)
    return float(2 * right / (kept + sum(one.gold for one in found)))


def reliability(found: Sequence[Candidates], chances: Sequence[Array], least: float) -> tuple[float, list[str]]:
    """The expected calibration error over ten bins of equal width, and a line a bin."""
    chance, right = np.concatenate(chances), np.concatenate([one.right for one in found])
    chance, right = chance[chance >= least], right[chance >= least]
    error, told = 0.0, []
    for low in np.arange(0, 1, 0.1):
        inside = (chance >= low) & (chance < low + 0.1 + 1e-9 * (low > 0.85))
        if inside.any():
            error += inside.mean() * abs(chance[inside].mean() - right[inside].mean())
            told.append(f"{low:.1f}-{low + 0.1:.1f}: {inside.sum():5d}, said {chance[inside].mean():.3f}, "
                        f"right {right[inside].mean():.3f}")  # fmt: skip
    return float(error), told


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--leniency", type=float, default=0.45, help="factor on the odds of being outside")
    parser.add_argument("--least", type=float, help="confidence under which attributions are left out; else the best")
    given = parser.parse_args()
    arrays = dict(np.load(given.weights))
    arrays["leniency"] = np.array([given.leniency, 1, 1, 1, 1, 1, 1], np.float32)
    np.savez(given.weights, **arrays)
    found = candidates(load_tagger(given.weights.read_bytes()))
    chances = held_out(found)
    for least in (0.0, *LEAST):
        print(f"least {least:.2f}: F1 {100 * f1(found, chances, least):.1f}")
    least = given.least or max(LEAST, key=lambda one: f1(found, chances, one))
    error, told = reliability(found, chances, least)
    print("\n".join(told), f"\ncalibration error {error:.3f} among those of at least {least}")
    weights = fit(np.concatenate([one.clues for one in found]), np.concatenate([one.right for one in found]))
    arrays |= {"confidence": weights.astype(np.float32), "least_confidence": np.array(least)}
    np.savez(given.weights, **arrays)
    print("weights", weights.round(2).tolist())


if __name__ == "__main__":
    main()
