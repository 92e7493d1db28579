"""The journal of a run: which stages are done, so that a run that was killed goes on where it stood."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import Any

import orjson

from whence.corpus.state import write_whole
from whence.errors import UsageError


class Journal:
    """The stages done of one run, and what each left behind, in a folder that is removed when the run is over.

    Args:
        folder: where the run keeps its files.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / "journal.json"

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other runs away from this corpus; a killed run lets go by dying.

        Raises:
            UsageError: another run is at work.
        """
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with (self.folder.parent / "lock").open("w") as lock:
            try:
                flock(lock, LOCK_EX | LOCK_NB)
            except BlockingIOError:
                raise UsageError(f"{self.folder.parent}: another run is at work there; wait for it") from None
            yield

    def read(self) -> dict[str, Any]:
        """What is written so far: the request, and a result for each stage done."""
        return dict(orjson.loads(self._path.read_bytes())) if self._path.exists() else {}

    def begin(self, request: dict[str, Any]) -> None:
        """Start a run: nothing of an earlier one is left."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        write_whole(self._path, orjson.dumps({"request": request}, option=orjson.OPT_INDENT_2))

    def done(self, stage: str, result: dict[str, Any]) -> None:
        """Write down that a stage is done, with what the next ones need to know."""
        write_whole(self._path, orjson.dumps(self.read() | {stage: result}, option=orjson.OPT_INDENT_2))

    def end(self) -> None:
        """Remove everything."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def place(self, stage: str) -> Path:
        """An empty folder for the files of a stage that is not done."""
        folder = self.folder / stage
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder
