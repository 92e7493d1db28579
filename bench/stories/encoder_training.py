"""Train the vectors of words so that the two parts of a report find each other among those of other reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

LEAST_WORDS = 120  # of a report that is parted
BATCH = 512
CUT = 0.3, 0.6  # shares between which a report is parted
LEFT_OUT = 0.3  # of the words of a part, each time others
WARMTH = 0.05  # by which cosines are divided
RATE, FIRST, SECOND = 0.02, 0.9, 0.999  # of Adam (Kingma and Ba 2015)
SEED = 7


def train_vectors(texts: Sequence[Any], start: Any, epochs: int) -> Any:
    """Vectors after some epochs (words by dimensions).

    Args:
        texts: the numbers of their words.
        start: vectors to begin with.
        epochs: in every second one a batch holds reports that are alike, which are harder to tell apart.
    """
    vectors, texts = start.copy(), [text for text in texts if len(text) >= LEAST_WORDS]
    first, second, step, chance = np.zeros_like(vectors), np.zeros_like(vectors), 0, np.random.default_rng(SEED)
    for epoch in range(epochs):
        order = chance.permutation(len(texts))
        if epoch % 2:
            means = np.array([vectors[text].mean(axis=0) for text in texts])
            order = np.argsort(_unit(means)[0] @ chance.normal(size=vectors.shape[1]))
        for begin in range(0, len(order) - BATCH + 1, BATCH):
            slope = _slope(vectors, *_parted([texts[place] for place in order[begin : begin + BATCH]], chance))
            step += 1
            first, second = FIRST * first + (1 - FIRST) * slope, SECOND * second + (1 - SECOND) * slope**2
            vectors -= RATE * first / (1 - FIRST**step) / (np.sqrt(second / (1 - SECOND**step)) + 1e-8)
    return vectors


def _parted(texts: Sequence[Any], chance: np.random.Generator) -> tuple[list[Any], list[Any]]:
    """Both parts of some reports, some of their words left out."""
    parts: tuple[list[Any], list[Any]] = [], []
    for text in texts:
        cut = int(len(text) * chance.uniform(*CUT))
        for part, words in zip(parts, (text[:cut], text[cut:]), strict=True):
            part.append(words[chance.random(len(words)) > LEFT_OUT])
    return parts


def _slope(vectors: Any, ones: Sequence[Any], others: Sequence[Any]) -> Any:
    """How the loss changes with each vector."""
    bags = [_bag(part, len(vectors)) for part in (ones, others)]
    (mine, my_lengths), (theirs, their_lengths) = (_unit(bag @ vectors) for bag in bags)
    said = mine @ theirs.T / WARMTH
    wrong = (_softmax(said) + _softmax(said.T).T - 2 * np.eye(len(ones), dtype=np.float32)) / (2 * len(ones) * WARMTH)
    turned = (wrong @ theirs, mine, my_lengths), (wrong.T @ mine, theirs, their_lengths)
    slopes = [(by - unit * (by * unit).sum(axis=1, keepdims=True)) / length for by, unit, length in turned]
    return bags[0].T @ slopes[0] + bags[1].T @ slopes[1]


def _bag(texts: Sequence[Any], words: int) -> Any:
    """How often each word stands in each text (texts by words, sparse)."""
    rows = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    return csr_matrix((np.ones(len(rows), np.float32), (rows, np.concatenate(texts))), (len(texts), words))


def _unit(rows: Any) -> tuple[Any, Any]:
    """Rows of length 1, and their lengths."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9
    return rows / lengths, lengths


def _softmax(rows: Any) -> Any:
    """Rows as probabilities."""
    powers = np.exp(rows - rows.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
