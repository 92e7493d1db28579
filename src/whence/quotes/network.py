"""The tagger's network in NumPy: tables of codes, then two layers of bidirectional LSTM (Hochreiter, Schmidhuber 1997).

Windows of different lengths run side by side, longest first, so that each step multiplies only the rows that are still
running and nothing is padded.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from whence.quotes.features import Codes

Array = np.ndarray[Any, np.dtype[np.float32]]
Order = np.ndarray[Any, np.dtype[np.int64]]


class Layer(NamedTuple):
    """One direction of one layer: weights of the input (columns, 4 cells), of the state (cells, 4 cells), and bias.

    The columns are the gates in, forget, new, out; those of the three sigmoid gates are halved, for
    sigmoid(x) = (1 + tanh(x / 2)) / 2 lets one call of tanh serve all four.
    """

    inputs: Array
    states: Array
    bias: Array


class Table(NamedTuple):
    """A table as it is stored: whole numbers, and one scale a row; a report needs few of its rows."""

    steps: np.ndarray[Any, Any]
    scale: Array

    def rows(self, numbers: np.ndarray[Any, Any]) -> Array:
        """Some rows as 32-bit floats."""
        return np.asarray(self.steps[numbers] * self.scale[numbers, None], np.float32)


class Network(NamedTuple):
    """All that the network multiplies with."""

    tables: tuple[Table, ...]
    lower: tuple[Layer, Layer]
    upper: tuple[Layer, Layer]
    labels: Array
    labels_bias: Array


class Packed(NamedTuple):
    """Windows laid side by side by step: rows `offsets[t] : offsets[t + 1]` of an array are the windows' step `t`.

    `order` gives for each row of the windows put end to end its place in the packed array, `turned` the same with each
    window turned round.
    """

    offsets: list[int]
    order: Order
    turned: Order


def pack(lengths: Sequence[int]) -> Packed:
    """How windows of these lengths, longest first, are laid side by side.

    >>> pack([2, 1]).order.tolist(), pack([2, 1]).turned.tolist()
    ([0, 2, 1], [2, 0, 1])
    """
    running = np.bincount(np.asarray(lengths, np.int64))[::-1].cumsum()[::-1][1:]  # windows with a step t
    offsets = np.concatenate(([0], np.cumsum(running)))
    order = np.concatenate([offsets[:length] + window for window, length in enumerate(lengths)])
    turned = np.concatenate([offsets[:length][::-1] + window for window, length in enumerate(lengths)])
    return Packed(offsets.tolist(), order, turned)


def read_windows(network: Network, codes: Codes, packed: Packed) -> Array:
    """The states of the upper layer for windows put end to end.

    Args:
        network: the weights.
        codes: the codes of all windows' tokens, shape (tokens, 6).
        packed: how the windows lie.

    Returns:
        Shape (tokens, 2 x cells).
    """
    kinds, rows = np.unique(codes @ _PLACES, return_index=True, return_inverse=True)[1:]
    vectors = np.concatenate([table.rows(codes[kinds, k]) for k, table in enumerate(network.tables)], axis=1)
    lower = _both(network.lower, vectors, packed, rows)
    return _both(network.upper, lower, packed)


_PLACES = np.array([10**12, 10**8, 10**4, 300, 20, 1], np.int64)  # a token's six codes as one number, none too large


def _both(layers: tuple[Layer, Layer], vectors: Array, packed: Packed, rows: Order | None = None) -> Array:
    """Both directions of a layer, side by side; `rows` tells which of the vectors each token has, by default its own.

    Half of a report's tokens have been there before: their product with the weights is worked out once.
    """
    cells = layers[0].states.shape[0]
    found = np.empty((len(packed.order), 2 * cells), np.float32)
    for number, (layer, order) in enumerate(zip(layers, (packed.order, packed.turned), strict=True)):
        inputs = np.empty((len(order), 4 * cells), np.float32)
        product = vectors @ layer.inputs + layer.bias
        inputs[order] = product if rows is None else product[rows]
        found[:, number * cells : (number + 1) * cells] = _run(layer.states, inputs, packed.offsets)[order]
    return found


def _run(weights: Array, inputs: Array, offsets: Sequence[int]) -> Array:
    """The states of one direction, packed."""
    cells = weights.shape[0]
    found = np.empty((len(inputs), cells), np.float32)
    most = offsets[1] if len(offsets) > 1 else 0
    state, memory = np.zeros((most, cells), np.float32), np.zeros((most, cells), np.float32)
    for start, end in pairwise(offsets):
        size = end - start
        gates = inputs[start:end]
        gates += state[:size] @ weights
        np.tanh(gates, out=gates)
        memory = (0.5 + 0.5 * gates[:, cells : 2 * cells]) * memory[:size]
        memory += (0.5 + 0.5 * gates[:, :cells]) * gates[:, 2 * cells : 3 * cells]
        state = (0.5 + 0.5 * gates[:, 3 * cells :]) * np.tanh(memory)
        found[start:end] = state
    return found
