"""Weights are read from one file, with the arithmetic that they are stored for."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from tests.quotes.small_weights import BEGINNINGS, CLUES, ENDINGS, ROWS, WORDS, small_arrays, small_weights, stored
from whence.errors import WeightsError
from whence.quotes.chain import LABELS
from whence.quotes.features import COLUMNS
from whence.quotes.weights import load_tagger


def test_the_lists_of_words_come_back() -> None:
    assert tuple(small_weights().lexicon) == (WORDS, ENDINGS, BEGINNINGS)


def test_all_is_in_thirty_two_bits() -> None:
    weights = small_weights()
    layers = [*weights.network.lower, *weights.network.upper]
    links = [weights.cue_of_content, weights.source_of_cue]
    arrays = [table.scale for table in weights.network.tables]
    arrays += [array for group in (*layers, *links) for array in group]
    arrays += [weights.network.labels, weights.network.labels_bias, weights.begin, weights.steps, weights.confidence]
    assert {array.dtype for array in arrays} == {np.dtype(np.float32)}


def test_a_table_is_whole_numbers_times_the_scale_of_their_row() -> None:
    arrays = small_arrays()
    expected = arrays["table0"].astype(np.float32) * arrays["table0.scale"].astype(np.float32)[:, None]
    assert np.array_equal(small_weights().network.tables[0].rows(np.arange(len(expected))), expected)


def test_the_columns_of_the_sigmoid_gates_are_halved_and_those_of_the_new_state_are_not() -> None:
    arrays, layer = small_arrays(), small_weights().network.lower[0]
    cells = layer.states.shape[0]
    for found, name in zip(layer, ("inputs", "states", "bias"), strict=True):
        whole = arrays[f"lower.ahead.{name}"].astype(np.float32)
        factor = np.repeat([0.5, 0.5, 1, 0.5], cells)
        assert np.allclose(found, whole * factor)


def test_a_file_of_weights_runs_no_code() -> None:
    arrays = small_arrays() | {"labels": np.array([{"any": "object"}], dtype=object)}
    with pytest.raises(ValueError, match="allow_pickle"):
        load_tagger(stored(arrays))


@pytest.mark.parametrize("data", [b"", b"not weights", pickle.dumps([1])], ids=["empty", "text", "pickle"])
def test_what_is_no_file_of_weights_is_refused(data: bytes) -> None:
    with pytest.raises((ValueError, EOFError, OSError)):
        load_tagger(data)


def test_a_file_without_an_array_names_it() -> None:
    arrays = small_arrays()
    del arrays["cue_of_content.none"]
    with pytest.raises(KeyError, match=r"cue_of_content\.none"):
        load_tagger(stored(arrays))


def test_the_weights_that_ship_with_whence_fit_the_code() -> None:
    weights = load_tagger()
    network, lexicon = weights.network, weights.lexicon
    assert [len(table.steps) for table in network.tables[3:]] == list(ROWS[3:])
    assert [len(table.steps) for table in network.tables[:3]] == [len(entries) + 2 for entries in lexicon]
    assert len(network.tables) == len(COLUMNS)
    assert network.labels.shape == (2 * network.upper[0].states.shape[0], len(LABELS))
    assert weights.leniency.shape == (len(LABELS),)
    assert weights.begin.shape == (len(LABELS),) and weights.steps.shape == (len(LABELS), len(LABELS))
    assert len(weights.confidence) == CLUES
    assert all(len(set(entries)) == len(entries) for entries in lexicon)


def test_the_weights_that_ship_with_whence_hold_numbers_only() -> None:
    weights = load_tagger()
    assert 0 <= weights.least_confidence < 1 and (weights.leniency > 0).all()
    scales = (table.scale for table in weights.network.tables)
    for array in (*scales, weights.steps, weights.network.labels, weights.cue_of_content.asks):
        assert np.isfinite(array).all()


def test_missing_weights_are_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whence.quotes.weights.WEIGHTS_FILE", "nowhere.npz")
    with pytest.raises(WeightsError, match="missing"):
        load_tagger()
