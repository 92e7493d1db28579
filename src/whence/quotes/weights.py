"""The tagger's weights: one removable file in `whence.resources`, made by bench/tagger, described by its card."""

from __future__ import annotations

import io
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np

from whence.errors import WeightsError
from whence.quotes.features import Lexicon
from whence.quotes.network import Array, Layer, Network, Table

WEIGHTS_FILE = "quote_tagger.npz"  # its card is quote_tagger.md beside it


class LinkWeights(NamedTuple):
    """What scores a pair of pieces: what each asks and answers, scores by place, and the score of "none"."""

    asks: Array
    asks_bias: Array
    answers: Array
    answers_bias: Array
    distance: Array
    between: Array
    breaks: Array
    none: Array
    none_bias: Array


class TaggerWeights(NamedTuple):
    """Everything that was learned.

    `leniency` multiplies the labels' probabilities before they are decoded: what is outside counts less, so that more
    attributions are found than are right, and those whose confidence is under `least_confidence` are left out. That
    finds 2 points of F1 more than decoding alone (docs/decisions/007).
    """

    lexicon: Lexicon
    network: Network
    begin: Array
    steps: Array
    cue_of_content: LinkWeights
    source_of_cue: LinkWeights
    confidence: Array
    leniency: Array
    least_confidence: float


def load_tagger(data: bytes | None = None) -> TaggerWeights:
    """The weights that ship with whence, or those of a file's bytes.

    Returns:
        Matrices as 32-bit floats; they are stored in 16 bits, tables in 8.

    Raises:
        WeightsError: the file that ships with whence is not there.
    """
    raw = data if data is not None else _shipped()
    with np.load(io.BytesIO(raw), allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    words, endings, beginnings = (
        tuple(bytes(arrays[name]).decode().split("\n")) for name in ("words", "endings", "beginnings")
    )
    tables = tuple(_table(arrays, number) for number in range(6))
    network = Network(
        tables,
        (_layer(arrays, "lower.ahead"), _layer(arrays, "lower.back")),
        (_layer(arrays, "upper.ahead"), _layer(arrays, "upper.back")),
        _floats(arrays["labels"]),
        _floats(arrays["labels.bias"]),
    )
    return TaggerWeights(
        Lexicon(words, endings, beginnings),
        network,
        _floats(arrays["begin"]),
        _floats(arrays["steps"]),
        _links(arrays, "cue_of_content"),
        _links(arrays, "source_of_cue"),
        _floats(arrays["confidence"]),
        _floats(arrays["leniency"]),
        float(arrays["least_confidence"]),
    )


def _shipped() -> bytes:
    """The file that ships with whence."""
    try:
        return files("whence.resources").joinpath(WEIGHTS_FILE).read_bytes()
    except OSError:
        raise WeightsError(
            f"resources/{WEIGHTS_FILE}: the weights of the tagger are missing; install whence anew, or train your own "
            "with bench/tagger"
        ) from None


def _floats(array: np.ndarray[Any, Any]) -> Array:
    """An array in 32 bits."""
    return np.ascontiguousarray(array, np.float32)


def _table(arrays: dict[str, Any], number: int) -> Table:
    """A table, left as it is stored: as floats it would take longer to read than a report."""
    return Table(arrays[f"table{number}"], _floats(arrays[f"table{number}.scale"]))


def _layer(arrays: dict[str, Any], name: str) -> Layer:
    """One direction of a layer; the columns of its sigmoid gates are halved (see `network.Layer`)."""
    inputs, states, bias = (_floats(arrays[f"{name}.{part}"]) for part in ("inputs", "states", "bias"))
    cells = states.shape[0]
    half = np.full(4 * cells, 0.5, np.float32)
    half[2 * cells : 3 * cells] = 1
    return Layer(inputs * half, states * half, bias * half)


def _links(arrays: dict[str, Any], name: str) -> LinkWeights:
    """One link scorer."""
    parts = ("asks", "asks_bias", "answers", "answers_bias", "distance", "between", "breaks", "none", "none_bias")
    found = {part: _floats(arrays[f"{name}.{part}"]) for part in parts}
    return LinkWeights(**found)
