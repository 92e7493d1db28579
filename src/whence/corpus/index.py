"""An index: what is kept of every report so that others can be held against it, in columns on disk."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import orjson
import pyarrow as pa

from whence.copies.winnow_kernel import Postings, WordColumns
from whence.corpus.columns import Columns, sync_files
from whence.corpus.kernels import Kernels
from whence.corpus.state import Part, State, write_whole
from whence.corpus.vocabulary import Vocabulary, form_columns, letter_columns

WORD_COLUMNS = {"numbers": np.uint32, "starts": np.uint32, "ends": np.uint32, "bits": np.uint8}
REPORT_COLUMNS = {
    "word_ends": np.int64,
    "id_ends": np.int64,
    "minutes": np.int64,
    "id_hashes": np.uint64,
    "outlets": np.int32,
    "digests": np.uint64,
    "texts": np.uint64,
    "text_tails": np.uint64,
}
POSTING_COLUMNS = {"hashes": np.uint64, "reports": np.uint32, "places": np.uint32, "neighbours": np.uint32}


class Standing(NamedTuple):
    """What may change about a report when others join: whether it counts still (a copy with other side bits may have
    taken its place), the first report with its text, whether its fingerprints are in a part; and the standing lines."""

    alive: Any
    folds: Any
    posted: Any
    lines: Any


class Index:
    """The files of an index, read and written.

    Args:
        folder: where they are.
        state: how far they count.
    """

    def __init__(self, folder: Path, state: State) -> None:
        self.folder = folder
        self.state = state
        self.words = Columns(folder / "words", WORD_COLUMNS)
        self.reports = Columns(folder / "reports", REPORT_COLUMNS)
        self.ids = Columns(folder / "reports", {"id_bytes": np.uint8})
        self.forms = form_columns(folder)
        self.letters = letter_columns(folder)
        self.outlets: list[str] = self.load_outlets()

    def cut(self) -> None:
        """Drop what a run wrote beyond the state."""
        state = self.state
        self.words.cut(state.words)
        self.reports.cut(state.reports)
        self.ids.cut(state.id_bytes)
        self.forms.cut(state.forms)
        self.letters.cut(state.letters)

    def sync(self) -> None:
        """Wait until the disk has all that the state names."""
        for folder in ("words", "reports", "vocabulary", f"standing/{self.state.run:04}"):
            sync_files(self.folder / folder)
        if self.state.parts:
            sync_files(self.folder / "postings" / self.state.parts[-1].name)

    def vocabulary(self, kernels: Kernels) -> Vocabulary:
        """The word forms known."""
        letters = self.letters.open(self.state.letters)["letters"]
        return Vocabulary(kernels, self.forms.open(self.state.forms), letters)

    def word_hashes(self) -> Any:
        """The hash of each word number."""
        return self.forms.open(self.state.forms)["hashes"]

    def open_words(self, *, writable: bool = False) -> dict[str, Any]:
        """The columns of words."""
        return self.words.open(self.state.words, writable=writable)

    def open_reports(self) -> dict[str, Any]:
        """The columns of reports."""
        return self.reports.open(self.state.reports)

    def word_columns(self, words: dict[str, Any], reports: dict[str, Any]) -> WordColumns:
        """The words as the kernels read them."""
        return WordColumns(words["numbers"], words["bits"], bounds_of(reports["word_ends"]))

    def open_ids(self) -> Any:
        """The letters of the ids of all reports, one after the other, in UTF-8."""
        return self.ids.open(self.state.id_bytes)["id_bytes"]

    def read_ids(self, reports: Any) -> pa.StringArray:
        """The ids of some reports."""
        ends = self.reports.open_one("id_ends", self.state.reports)
        starts = starts_of(ends, reports)
        own = bounds_of(np.cumsum(ends[reports] - starts))
        places = np.arange(own[-1]) + np.repeat(starts - own[:-1], np.diff(own))
        letters = np.asarray(self.open_ids()[places])
        return pa.StringArray.from_buffers(len(starts), pa.py_buffer(own.astype(np.int32)), pa.py_buffer(letters))

    def load_standing(self) -> Standing:
        """What is kept anew by every run."""
        if not self.state.run:
            return Standing(
                np.empty(0, np.uint8), np.empty(0, np.uint32), np.empty(0, np.uint8), np.empty(0, np.uint64)
            )
        folder = self.folder / "standing" / f"{self.state.run:04}"
        return Standing(*(np.load(folder / f"{name}.npy") for name in Standing._fields))

    def save_standing(self, run: int, standing: Standing) -> None:
        """Keep it for a run that is not committed yet."""
        folder = self.folder / "standing" / f"{run:04}"
        folder.mkdir(parents=True, exist_ok=True)
        for name, array in standing._asdict().items():
            np.save(folder / f"{name}.npy", array)
        write_whole(folder / "outlets.json", orjson.dumps(self.outlets))

    def load_outlets(self) -> list[str]:
        """The names of outlets, by number."""
        path = self.folder / "standing" / f"{self.state.run:04}" / "outlets.json"
        return list(orjson.loads(path.read_bytes())) if self.state.run else []

    def part_columns(self, name: str) -> tuple[Columns, Columns]:
        """Fingerprints and sentences of a part."""
        folder = self.folder / "postings" / name
        return Columns(folder / "fingerprints", POSTING_COLUMNS), Columns(folder / "sentences", POSTING_COLUMNS)

    def open_part(self, part: Part) -> tuple[Postings, Postings]:
        """The postings of a part."""
        fingerprints, sentences = self.part_columns(part.name)
        return Postings(**fingerprints.open(part.postings)), Postings(**sentences.open(part.sentences))

    def drop_unused(self) -> None:
        """Remove the parts and standing files that the state does not name."""
        used = {"postings": {part.name for part in self.state.parts}, "standing": {f"{self.state.run:04}"}}
        for kind, names in used.items():
            for folder in sorted((self.folder / kind).glob("*")):
                if folder.name not in names:
                    shutil.rmtree(folder)


def starts_of(ends: Any, places: Any) -> Any:
    """Where some of the things that end there begin."""
    return np.where(places > 0, ends[np.maximum(places, 1) - 1], 0)


def bounds_of(ends: Any) -> Any:
    """Where things that end there begin and end: one entry more, 0 first."""
    bounds = np.zeros(len(ends) + 1, np.int64)
    bounds[1:] = ends
    return bounds
