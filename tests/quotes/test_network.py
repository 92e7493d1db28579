"""The network in NumPy against the same arithmetic written out, token by token."""

from typing import Any

import numpy as np
import pytest

from whence.quotes.network import Array, Layer, Network, Table, pack, read_windows

SIZES = (4, 3, 3, 2, 2, 2)
Floats = np.ndarray[Any, Any]


def layer(rng: np.random.Generator, columns: int, cells: int) -> Layer:
    """A layer of small random weights."""
    return Layer(*(rng.normal(0, 0.5, shape).astype(np.float32) for shape in
                   ((columns, 4 * cells), (cells, 4 * cells), (4 * cells,))))  # fmt: skip


@pytest.fixture
def network() -> Network:
    """A network of a few cells."""
    rng = np.random.default_rng(5)
    tables = tuple(Table(rng.integers(-9, 9, (12, size)), np.full(12, 0.1, np.float32)) for size in SIZES)
    lower = (layer(rng, sum(SIZES), 5), layer(rng, sum(SIZES), 5))
    upper = (layer(rng, 10, 3), layer(rng, 10, 3))
    return Network(tables, lower, upper, np.zeros((6, 7), np.float32), np.zeros(7, np.float32))


def slow_layer(one: Layer, vectors: Floats) -> Floats:
    """One direction, a token at a time, with the gates written out."""
    cells = one.states.shape[0]
    state, memory, found = np.zeros(cells), np.zeros(cells), []
    for vector in vectors:
        gates = vector @ one.inputs + state @ one.states + one.bias
        into, forget, new, out = np.split(gates, 4)
        memory = (1 + np.tanh(forget)) / 2 * memory + (1 + np.tanh(into)) / 2 * np.tanh(new)
        state = (1 + np.tanh(out)) / 2 * np.tanh(memory)
        found.append(state)
    return np.array(found)


def slow_window(network: Network, codes: Floats) -> Floats:
    """Both layers, both directions."""
    looked_up = [table.steps[codes[:, k]] * table.scale[codes[:, k], None] for k, table in enumerate(network.tables)]
    vectors = np.concatenate(looked_up, axis=1)
    for ahead, back in (network.lower, network.upper):
        vectors = np.concatenate([slow_layer(ahead, vectors), slow_layer(back, vectors[::-1])[::-1]], axis=1)
    return vectors


def test_windows_side_by_side_give_what_each_gives_alone_written_out(network: Network) -> None:
    rng = np.random.default_rng(6)
    windows = [rng.integers(0, 12, (length, 6)).astype(np.int32) for length in (9, 5, 5, 1)]
    states: Array = read_windows(network, np.concatenate(windows), pack([len(one) for one in windows]))
    expected = np.concatenate([slow_window(network, one) for one in windows])
    assert np.allclose(states, expected, atol=1e-5)


def test_packing_puts_each_row_in_a_place_of_its_own() -> None:
    packed = pack([4, 2, 2])
    assert sorted(packed.order.tolist()) == sorted(packed.turned.tolist()) == list(range(8))
