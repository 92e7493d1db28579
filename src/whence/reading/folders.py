"""Folders and patterns as sources: the files in them, in one order on every machine."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from whence.records import Reject

SUFFIXES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".json", ".parquet")


def expand_sources(sources: Iterable[str]) -> Iterator[str | Reject]:
    """The files that some sources stand for.

    A folder stands for every file in it that whence reads, however deep, in the order of their paths; hidden files and
    folders are passed over, links to folders not followed. A pattern ("news/*.jsonl") that no shell expanded stands for
    the files that it fits. Anything else is passed on as it is.

    Args:
        sources: paths, folders, patterns, "-".

    Yields:
        Paths; a reject for each file of a folder that has another suffix, and for a folder or pattern without files.
    """
    for source in sources:
        if source != "-" and Path(source).is_dir():
            yield from _files_in(source)
        elif has_magic(source) and not Path(source).exists():
            found = sorted(glob(source, recursive=True))  # noqa: PTH207
            yield from (name for name in found if not Path(name).is_dir())
            if not found:
                yield Reject(source, "", "no_file", "fits no file")
        else:
            yield source


def _files_in(folder: str) -> Iterator[str | Reject]:
    """The files of a folder."""
    found = False
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith("."):
                continue
            found = True
            path = str(Path(place, name))
            if name.lower().removesuffix(".gz").endswith(SUFFIXES):
                yield path
            else:
                yield Reject(path, "", "unknown_suffix", "is of no kind that is read from a folder; name it to read it")
    if not found:
        yield Reject(folder, "", "empty_folder", "holds no file")
