"""The chain over labels (a linear-chain conditional random field, Lafferty et al. 2001): marginals and the best labels.

An inside label follows only its own beginning or itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from whence.quotes.network import Array, Packed, pack

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
Labels = np.ndarray[Any, np.dtype[np.int64]]
_LEAST = np.float32(1e-30)


def allowed_steps() -> Array:
    """1 where a label (column) may follow another (row), else 0."""
    allowed = np.ones((len(LABELS), len(LABELS)), np.float32)
    for inside in (2, 4, 6):
        allowed[:, inside] = 0
        allowed[inside - 1, inside] = allowed[inside, inside] = 1
    return allowed


def label_marginals(scores: Array, begin: Array, steps: Array, packed: Packed) -> Array:
    """The probability of each label at each token, by the forward-backward algorithm.

    Args:
        scores: each token's score for each label, of windows put end to end, shape (tokens, 7).
        begin: the score of each label at the first token.
        steps: the score of each label (column) after each other (row); large negative ones are barred.
        packed: how the windows lie.

    Returns:
        Shape (tokens, 7); rows sum to 1.
    """
    odds = np.empty_like(scores)
    odds[packed.order] = np.exp(scores - scores.max(axis=1, keepdims=True))
    ahead, back = np.empty_like(odds), np.empty_like(odds)
    moves = np.exp(steps)
    spans = list(pairwise(packed.offsets))
    last = np.exp(begin)[None, :]
    for number, (start, end) in enumerate(spans):
        here = odds[start:end] * (last[: end - start] @ moves if number else last)
        last = ahead[start:end] = here / np.maximum(here.sum(axis=1, keepdims=True), _LEAST)
    after = np.ones((0, len(LABELS)), np.float32)
    for start, end in reversed(spans):
        here = np.ones((end - start, len(LABELS)), np.float32)
        if len(after):
            here[: len(after)] = after
        back[start:end] = here
        carried = (odds[start:end] * here) @ moves.T
        after = carried / np.maximum(carried.sum(axis=1, keepdims=True), _LEAST)
    both = (ahead * back)[packed.order]
    return np.asarray(both / np.maximum(both.sum(axis=1, keepdims=True), _LEAST), np.float32)


def best_labels(marginals: Array, lengths: Sequence[int]) -> list[Labels]:
    """The labelling of each window with the greatest product of marginals among those that the chain allows.

    Args:
        marginals: of windows put end to end, longest first, shape (tokens, 7).
        lengths: of the windows.

    Returns:
        One array of labels a window.
    """
    packed = pack(lengths)
    scores = np.empty_like(marginals)
    scores[packed.order] = np.log(np.maximum(marginals, _LEAST))
    barred = (1 - allowed_steps()) * np.float32(-1e4)
    spans = list(pairwise(packed.offsets))
    came = np.zeros(scores.shape, np.int64)
    best = scores[: packed.offsets[1]] + barred[0]
    ends = np.empty((len(lengths), len(LABELS)), np.float32)
    ends[: len(best)] = best
    for start, end in spans[1:]:
        routes = best[: end - start, :, None] + barred
        came[start:end] = routes.argmax(axis=1)
        best = routes.max(axis=1) + scores[start:end]
        ends[: end - start] = best
    labels = _walk_back(ends.argmax(axis=1), came, packed.offsets)[packed.order]
    return np.split(labels, np.cumsum(lengths)[:-1])


def _walk_back(last: Labels, came: Labels, offsets: Sequence[int]) -> Labels:
    """The labels of all windows from their last ones, packed."""
    labels = np.zeros(len(came), np.int64)
    now = last.copy()
    for start, end in reversed(list(pairwise(offsets))):
        rows = np.arange(end - start)
        labels[start:end] = now[: end - start]
        now[: end - start] = came[start + rows, now[: end - start]]
    return labels
