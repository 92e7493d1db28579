"""Write a trained tagger as the one file that ships with whence.

python -m bench.tagger.export WORK model.pt quote_tagger.npz
"""

from __future__ import annotations

import argparse
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import torch

Arrays = dict[str, np.ndarray[Any, Any]]
CONFIDENCE_CLUES = 16
STEPS = 127  # a row of a table is stored in whole numbers from -127 to 127 and one scale


def export(state: dict[str, torch.Tensor], lexicon: Any) -> Arrays:
    """The arrays of the file."""
    arrays: Arrays = {
        name: np.frombuffer("\n".join(entries).encode(), np.uint8)
        for name, entries in zip(("words", "endings", "beginnings"), lexicon, strict=True)
    }
    for number in range(6):
        table = state[f"reader.tables.{number}.weight"].numpy()
        scale = np.maximum(np.abs(table).max(axis=1), 1e-8) / STEPS
        arrays[f"table{number}"] = np.round(table / scale[:, None]).astype(np.int8)
        arrays[f"table{number}.scale"] = scale.astype(np.float32)
    for name, prefix in (("lower.", "reader."), ("upper.", "")):
        for way, direction in (("ahead", "forwards"), ("back", "backwards")):
            get = {part: state[f"{prefix}{direction}.{part}_l0"].numpy() for part in
                   ("weight_ih", "weight_hh", "bias_ih", "bias_hh")}  # fmt: skip
            arrays[f"{name}{way}.inputs"] = get["weight_ih"].T.astype(np.float16)
            arrays[f"{name}{way}.states"] = get["weight_hh"].T.astype(np.float16)
            arrays[f"{name}{way}.bias"] = (get["bias_ih"] + get["bias_hh"]).astype(np.float32)
    arrays["labels"] = state["labels.weight"].numpy().T.astype(np.float32)
    arrays["labels.bias"] = state["labels.bias"].numpy().astype(np.float32)
    arrays["begin"] = (state["chain.begin"] + state["chain.barred_begin"]).numpy()
    arrays["steps"] = (state["chain.steps"] + state["chain.barred"]).numpy()
    for name in ("cue_of_content", "source_of_cue"):
        for part in ("asks", "answers"):
            arrays[f"{name}.{part}"] = state[f"{name}.{part}.weight"].numpy().T.astype(np.float16)
            arrays[f"{name}.{part}_bias"] = state[f"{name}.{part}.bias"].numpy()
        for part in ("distance", "between", "breaks"):
            arrays[f"{name}.{part}"] = state[f"{name}.{part}.weight"].numpy()[:, 0]
        arrays[f"{name}.none"] = state[f"{name}.none.weight"].numpy()[0]
        arrays[f"{name}.none_bias"] = state[f"{name}.none.bias"].numpy()
    arrays["confidence"] = np.eye(1, CONFIDENCE_CLUES, dtype=np.float32)[0]  # set by bench.tagger.calibrate
    arrays["leniency"] = np.ones(7, np.float32)
    arrays["least_confidence"] = np.array(0.0)
    return arrays


def main() -> None:
    """Read the model, write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("output", type=Path)
    given = parser.parse_args()
    lexicon = pickle.loads((given.work / "lexicon.pkl").read_bytes())
    saved = torch.load(given.model)
    np.savez(given.output, **export(saved["state"], lexicon))  # type: ignore[arg-type]
    print(f"wrote {given.output} ({given.output.stat().st_size / 1e6:.2f} MB)")


if __name__ == "__main__":
    main()
