"""Encoders from a local folder: the kind is told by what the folder holds, errors are one line, nothing is fetched."""

from __future__ import annotations

import socket
from pathlib import Path

import numpy as np
import pytest

from whence.errors import UsageError
from whence.flow import encoders
from whence.flow.encoders import Encoder, encode_rows, load_encoder, text_of


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A real model of four words."""
    return make_model(tmp_path / "tiny")


def make_model(folder: Path, scale: float = 1.0) -> Path:
    """A model2vec model of four words in a folder."""
    model2vec = pytest.importorskip("model2vec")
    tokenizers = pytest.importorskip("tokenizers")
    words = {"ferry": 0, "aground": 1, "merger": 2, "[UNK]": 3}
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(words, unk_token="[UNK]"))
    tokenizer.normalizer = tokenizers.normalizers.Lowercase()
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    vectors = np.array([[2, 0, 0], [1, 1, 0], [0, 0, 3], [0, 0, 0]], np.float32) * scale
    model2vec.StaticModel(vectors, tokenizer, normalize=False).save_pretrained(folder)
    return folder


def test_a_local_model_gives_unit_vectors_without_a_network(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("an encoder asked for a network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    encoder = load_encoder(model)
    vectors = encoder.encode(["Ferry aground", "ferry", "merger", "nothing known"])
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1, 0])
    assert vectors[0] @ vectors[1] > 0.9
    assert vectors[0] @ vectors[2] < 0.1


def test_a_model_is_named_by_its_folder_and_what_is_in_it(model: Path, tmp_path: Path) -> None:
    again, other = make_model(tmp_path / "again" / "tiny"), make_model(tmp_path / "other" / "tiny", 2.0)
    assert load_encoder(model).name.startswith("tiny (model2vec ")
    assert load_encoder(again).name == load_encoder(model).name != load_encoder(other).name


def test_a_path_that_is_no_folder_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder of an encoder is there"):
        load_encoder(tmp_path / "nowhere")


def test_a_folder_without_an_encoder_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"holds no encoder; .* model2vec, sentence-transformers, fastembed"):
        load_encoder(tmp_path)


@pytest.mark.parametrize(
    ("file", "content", "install"),
    [
        ("config.json", '{"model_type": "model2vec"}', "pip install model2vec"),
        ("modules.json", "[]", "pip install sentence-transformers"),
        ("modules.json", '[{"type": "StaticEmbedding"}]', "pip install model2vec or pip install sentence-transformers"),
        ("model.onnx", "", "pip install fastembed"),
    ],
)
def test_what_is_not_installed_is_named(
    file: str, content: str, install: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoders, "find_spec", lambda _: None)
    (tmp_path / file).write_text(content, "utf-8")
    with pytest.raises(UsageError, match=f"not installed: {install}$"):
        load_encoder(tmp_path)


def test_a_broken_model_is_one_line(tmp_path: Path) -> None:
    pytest.importorskip("model2vec")
    (tmp_path / "config.json").write_text('{"model_type": "model2vec"}', "utf-8")
    with pytest.raises(UsageError, match="model2vec cannot read it") as error:
        load_encoder(tmp_path)
    assert "\n" not in str(error.value)


def test_rows_have_vectors_where_there_is_something_to_read_and_it_is_no_copy() -> None:
    rows = [{"title": None, "text": text, "same_text_as": same} for text, same in (("a", None), ("", None), ("a", "x"))]
    encoder = Encoder("lengths", lambda texts: np.array([[float(bool(text))] for text in texts], np.float32))
    assert [None if vector is None else vector.tolist() for _, vector in encode_rows(rows, encoder)] == [
        [1.0],
        None,
        None,
    ]
    assert [vector for _, vector in encode_rows(rows, None)] == [None] * 3


def test_a_text_is_read_up_to_a_length() -> None:
    assert len(text_of("Headline", "a" * 100_000)) < 5_000
