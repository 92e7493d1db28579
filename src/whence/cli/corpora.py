"""Corpora that commands make: the folder of one that is only needed for a while, and how large its input is."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def passing_folder() -> Iterator[Path]:
    """A folder that is gone when the command ends."""
    folder = Path(tempfile.mkdtemp(prefix="whence-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def size_of(files: Sequence[str]) -> int | None:
    """The bytes of all files; None where standard input is one."""
    return None if "-" in files else sum(Path(name).stat().st_size for name in files if Path(name).is_file())
