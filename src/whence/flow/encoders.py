"""Encoders: models in a local folder that turn a report into a vector of what it means. Nothing is ever fetched.

Each is a function that loads a folder; to add one, write it and list it in ENCODERS. whence ships none, and needs none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from whence.errors import UsageError

READ_CHARACTERS = 4_000  # of a text: more than any encoder that is common reads (512 tokens)
NAMED_BYTES = 1 << 20  # of each file by which a model is known again
NAME_DIGITS = 8
BATCH = 64  # reports
ONNX = ("model_optimized.onnx", "model.onnx", "onnx/model.onnx")
FAILURES = (OSError, ValueError, KeyError, TypeError, RuntimeError, AttributeError)  # of libraries that read a folder
Encode = Callable[[Sequence[str]], Any]


class Encoder(NamedTuple):
    """A model that is loaded: its name, which tells it from others, and what makes texts unit vectors (float32)."""

    name: str
    encode: Encode


class Kind(NamedTuple):
    """A kind of encoder: the module it needs, what to install, how its folder is known, and what loads it."""

    module: str
    package: str
    known_by: Callable[[Path], bool]
    load: Callable[[Path], Encode]


def load_model2vec(folder: Path) -> Encode:
    """A static model of model2vec."""
    from model2vec import StaticModel

    model = StaticModel.from_pretrained(folder, normalize=True, force_download=False)
    return lambda texts: model.encode(list(texts), use_multiprocessing=False)


def load_sentence_transformers(folder: Path) -> Encode:
    """A model of sentence-transformers, on the processor; code that its folder may hold is not run."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True, trust_remote_code=False)
    return lambda texts: model.encode(list(texts), show_progress_bar=False, normalize_embeddings=True)


def load_fastembed(folder: Path) -> Encode:
    """A model in ONNX, run by fastembed; the mean of its tokens is taken."""
    from fastembed import TextEmbedding
    from fastembed.common.model_description import ModelSource, PoolingType

    file = next(name for name in ONNX if (folder / name).is_file())
    name = f"whence/{folder.name}-{_digest(folder)}"
    if name.lower() not in {known["model"].lower() for known in TextEmbedding.list_supported_models()}:
        source = ModelSource(hf=name)  # asked for by fastembed, and never looked at: the folder is given
        TextEmbedding.add_custom_model(
            name, pooling=PoolingType.MEAN, normalization=True, sources=source, dim=1, model_file=file
        )
    model = TextEmbedding(name, specific_model_path=str(folder), local_files_only=True, threads=1)
    return lambda texts: np.stack(list(model.embed(list(texts))))


def _is_model2vec(folder: Path) -> bool:
    """Words and their vectors."""
    return any(
        (folder / file).is_file() and mark in (folder / file).read_text("utf-8", errors="replace")
        for file, mark in (("modules.json", "StaticEmbedding"), ("config.json", "model2vec"))
    )


ENCODERS: tuple[Kind, ...] = (
    Kind("model2vec", "model2vec", _is_model2vec, load_model2vec),
    Kind(
        "sentence_transformers",
        "sentence-transformers",
        lambda folder: (folder / "modules.json").is_file(),
        load_sentence_transformers,
    ),
    Kind("fastembed", "fastembed", lambda folder: any((folder / name).is_file() for name in ONNX), load_fastembed),
)


def load_encoder(path: Path) -> Encoder:
    """Load the encoder that a folder holds.

    Args:
        path: of the folder, as model2vec, sentence-transformers or fastembed (ONNX) write or keep it.

    Raises:
        UsageError: there is no such folder, it holds no encoder, what reads it is not installed, or cannot read it.
    """
    if not path.is_dir():
        raise UsageError(f"{path}: no folder of an encoder is there; give one that is on this machine")
    fitting = [kind for kind in ENCODERS if kind.known_by(path)]
    if not fitting:
        wanted = ", ".join(kind.package for kind in ENCODERS)
        raise UsageError(f"{path}: holds no encoder; whence reads a folder of one of: {wanted}")
    kind = next((kind for kind in fitting if find_spec(kind.module)), None)
    if kind is None:
        install = " or ".join(f"pip install {kind.package}" for kind in fitting)
        raise UsageError(f"{path}: what reads this encoder is not installed: {install}")
    try:
        encode = kind.load(path)
    except FAILURES as error:
        told = str(error).splitlines() or [type(error).__name__]
        raise UsageError(f"{path}: {kind.package} cannot read it: {told[0]}") from None
    return Encoder(f"{path.resolve().name} ({kind.package} {_digest(path)})", lambda texts: _unit(encode(texts)))


def text_of(title: str | None, text: str) -> str:
    """What an encoder reads of a report: its headline and the beginning of its text.

    >>> text_of("Ferry aground", "A ferry ran aground.")
    'Ferry aground\\nA ferry ran aground.'
    """
    return f"{title}\n{text[:READ_CHARACTERS]}" if title else text[:READ_CHARACTERS]


def encode_rows(rows: Iterable[dict[str, Any]], encoder: Encoder | None) -> Iterator[tuple[dict[str, Any], Any]]:
    """Rows of reports, each with its vector; None without an encoder, for an empty report and for a copy.

    Args:
        rows: with `title`, `text` and `same_text_as`.
        encoder: if one is used.
    """
    if encoder is None:
        yield from ((row, None) for row in rows)
        return
    waiting = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        asked = [place for place, row in enumerate(batch) if row["same_text_as"] is None]
        told = encoder.encode([text_of(batch[place]["title"], batch[place]["text"]) for place in asked])
        vectors = {place: vector for place, vector in zip(asked, told, strict=True) if vector.any()}
        yield from ((row, vectors.get(place)) for place, row in enumerate(batch))


def _unit(vectors: Any) -> Any:
    """Vectors of length 1 (float32); one that is nothing, or no number, is nothing."""
    rows = np.nan_to_num(np.asarray(vectors, np.float32), posinf=0.0, neginf=0.0)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)


def _digest(folder: Path) -> str:
    """What tells a model from others: the beginning of a hash of its files' names, sizes and beginnings."""
    digest = sha256()
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        with path.open("rb") as file:
            digest.update(f"{path.relative_to(folder).as_posix()} {path.stat().st_size}\n".encode())
            digest.update(file.read(NAMED_BYTES))
    return digest.hexdigest()[:NAME_DIGITS]
