"""What an index holds for certain: one small file, replaced in one step, that says how far every other file counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import orjson

from whence import __version__
from whence.copies.share_kernel import LEAST_ALIGNED
from whence.copies.winnow_kernel import GRAM_WORDS, RUN_WORDS, WINDOW_GRAMS
from whence.corpus.columns import sync_file
from whence.errors import CorpusError

FORMAT = 1  # of the files of an index; another number means that it must be built again


@dataclass(frozen=True, slots=True)
class Part:
    """A sorted run of postings: its folder, how many fingerprints, how many sentences."""

    name: str
    postings: int
    sentences: int


@dataclass(frozen=True, slots=True)
class State:
    """How long every column of an index is, and what it was built with."""

    format: int = FORMAT
    whence: str = __version__
    gram_words: int = GRAM_WORDS
    window_grams: int = WINDOW_GRAMS
    window_days: int = 14
    least_run: int = RUN_WORDS
    least_aligned: int = LEAST_ALIGNED
    run: int = 0
    reports: int = 0
    words: int = 0
    forms: int = 0
    letters: int = 0
    id_bytes: int = 0
    parts: tuple[Part, ...] = field(default=())

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> State:
        """The state that was written as plain values."""
        return cls(**(dict(found) | {"parts": tuple(Part(**part) for part in found["parts"])}))

    def with_counts(self, **counts: int) -> State:
        """The state with other lengths."""
        return replace(self, **counts)  # type: ignore[arg-type]

    def with_parts(self, parts: tuple[Part, ...]) -> State:
        """The state with other parts."""
        return replace(self, parts=parts)


def load_state(folder: Path) -> State | None:
    """The state of an index, None where there is none.

    Raises:
        CorpusError: it was written by a version that keeps other files.
    """
    path = folder / "state.json"
    if not path.exists():
        return None
    try:
        state = State.of(orjson.loads(path.read_bytes()))
    except (orjson.JSONDecodeError, TypeError, KeyError, AttributeError):
        raise CorpusError(f"{path}: is not the state of an index; build the corpus again") from None
    if (state.format, state.gram_words, state.window_grams) != (FORMAT, GRAM_WORDS, WINDOW_GRAMS):
        raise CorpusError(f"{path}: was built by whence {state.whence} in another format; build the corpus again")
    return state


def save_state(folder: Path, state: State) -> None:
    """Replace the state of an index: from this moment on it counts."""
    write_whole(folder / "state.json", orjson.dumps(asdict(state), option=orjson.OPT_INDENT_2))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, power loss included."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.draft")
    draft.write_bytes(data)
    sync_file(draft)
    draft.replace(path)
    sync_file(path.parent)
