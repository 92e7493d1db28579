"""The chain over labels against every labelling counted out."""

from itertools import pairwise, product

import numpy as np
import pytest

from whence.quotes.chain import LABELS, allowed_steps, best_labels, label_marginals
from whence.quotes.network import Array, pack

SIZE = len(LABELS)


def counted_out(scores: Array, begin: Array, steps: Array) -> Array:
    """The marginals of one window, from all labellings."""
    total = np.zeros((len(scores), SIZE))
    for labels in product(range(SIZE), repeat=len(scores)):
        score = begin[labels[0]] + sum(scores[k, label] for k, label in enumerate(labels))
        score += sum(steps[one, other] for one, other in pairwise(labels))
        for k, label in enumerate(labels):
            total[k, label] += np.exp(score)
    return np.asarray(total / total.sum(axis=1, keepdims=True), np.float32)


@pytest.mark.parametrize("lengths", [[4], [3, 2], [4, 4, 1]])
def test_marginals_are_those_of_all_labellings_counted_out(lengths: list[int]) -> None:
    rng = np.random.default_rng(len(lengths))
    steps = (rng.normal(0, 1, (SIZE, SIZE)) - 1e4 * (1 - allowed_steps())).astype(np.float32)
    begin = rng.normal(0, 1, SIZE).astype(np.float32)
    windows = [rng.normal(0, 1, (length, SIZE)).astype(np.float32) for length in lengths]
    found = label_marginals(np.concatenate(windows), begin, steps, pack(lengths))
    expected = np.concatenate([counted_out(one, begin, steps) for one in windows])
    assert np.allclose(found, expected, atol=1e-4)


def test_the_best_labels_are_the_best_of_all_that_the_chain_allows() -> None:
    rng = np.random.default_rng(3)
    odds = rng.dirichlet(np.ones(SIZE) * 0.4, 5).astype(np.float32)
    allowed = allowed_steps()

    def worth(labels: tuple[int, ...]) -> float:
        steps = [allowed[one, other] for one, other in zip((0, *labels), labels, strict=False)]
        return float(np.prod(odds[range(5), labels])) if all(steps) else 0.0

    best = max(product(range(SIZE), repeat=5), key=worth)
    assert best_labels(odds, [5])[0].tolist() == list(best)


def test_an_inside_label_never_stands_without_its_beginning() -> None:
    odds = np.tile(np.array([0, 0, 0.6, 0, 0, 0.1, 0.3], np.float32), (4, 1))
    labels = best_labels(odds, [3, 1])
    for one in labels:
        assert all(label % 2 or not label or before in (label, label - 1)
                   for before, label in zip([0, *one.tolist()], one.tolist(), strict=False))  # fmt: skip
