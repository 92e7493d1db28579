"""A tagger of a few random cells, for tests that need one and do not ask what it finds.

The weights are spread wide enough for labels to change from word to word: seeds 1, 2 and 6 find pieces in prose.
"""

from __future__ import annotations

import io
from typing import Any

import numpy as np

from whence.quotes.chain import LABELS
from whence.quotes.confidence import clues_of_confidence
from whence.quotes.drafts import Draft
from whence.quotes.network import Array
from whence.quotes.odds import Odds
from whence.quotes.tokens import LAYOUTS, MARKS, SHAPES
from whence.quotes.weights import TaggerWeights, load_tagger

WORDS = ("said", "told", "the", '"', ",", ".")
ENDINGS, BEGINNINGS = ("aid", "old"), ("sai", "tol")
LOWER_CELLS, UPPER_CELLS, LINK_COLUMNS = 3, 2, 4
ROWS = (len(WORDS) + 2, len(ENDINGS) + 2, len(BEGINNINGS) + 2, SHAPES, MARKS, LAYOUTS)
COLUMNS = (4, 2, 2, 2, 2, 2)
CLUES = len(clues_of_confidence(Draft((), (), (), Odds()), "direct"))


def small_arrays(seed: int = 1) -> dict[str, Any]:
    """The arrays of a file of weights, as `bench/tagger` stores them."""
    rng = np.random.default_rng(seed)

    def draw(*shape: int, spread: float = 0.6) -> Array:
        return rng.normal(0, spread, shape).astype(np.float16)

    arrays: dict[str, Any] = {
        "words": _bytes(WORDS), "endings": _bytes(ENDINGS), "beginnings": _bytes(BEGINNINGS),
        "labels": draw(2 * UPPER_CELLS, len(LABELS), spread=4.0), "labels.bias": draw(len(LABELS)),
        "begin": draw(len(LABELS)), "steps": draw(len(LABELS), len(LABELS)),
        "confidence": draw(CLUES), "least_confidence": np.array(0.0),
        "leniency": np.array([0.05] + [1] * 6, np.float32),
    }  # fmt: skip
    for number, (rows, columns) in enumerate(zip(ROWS, COLUMNS, strict=True)):
        arrays[f"table{number}"] = rng.integers(-127, 128, (rows, columns)).astype(np.int8)
        arrays[f"table{number}.scale"] = np.full(rows, 0.02, np.float16)
    for name, columns, cells in (("lower", sum(COLUMNS), LOWER_CELLS), ("upper", 2 * LOWER_CELLS, UPPER_CELLS)):
        for way in ("ahead", "back"):
            arrays[f"{name}.{way}.inputs"] = draw(columns, 4 * cells, spread=1.5)
            arrays[f"{name}.{way}.states"] = draw(cells, 4 * cells, spread=1.5)
            arrays[f"{name}.{way}.bias"] = draw(4 * cells, spread=1.5)
    for name in ("cue_of_content", "source_of_cue"):
        for part in ("asks", "answers"):
            arrays[f"{name}.{part}"] = draw(4 * UPPER_CELLS, LINK_COLUMNS)
            arrays[f"{name}.{part}_bias"] = draw(LINK_COLUMNS)
        for part, size in (("distance", 20), ("between", 10), ("breaks", 6), ("none", 4 * UPPER_CELLS)):
            arrays[f"{name}.{part}"] = draw(size)
        arrays[f"{name}.none_bias"] = draw(1)
    return arrays


def _bytes(entries: tuple[str, ...]) -> np.ndarray[Any, Any]:
    """A list of words as it is stored."""
    return np.frombuffer("\n".join(entries).encode(), np.uint8)


def stored(arrays: dict[str, Any]) -> bytes:
    """Arrays as the bytes of a file."""
    out = io.BytesIO()
    np.savez(out, **arrays)
    return out.getvalue()


def small_weights(seed: int = 1) -> TaggerWeights:
    """The weights of a small random tagger."""
    return load_tagger(stored(small_arrays(seed)))
