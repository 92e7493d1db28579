"""Folders and patterns as sources: the files in them, in one order on every machine."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from whence.records import Reject

# A lone .json is seldom a file of reports (settings, results): it is read where it is named.
SUFFIXES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".parquet")


def expand_sources(sources: Iterable[str]) -> Iterator[str | Reject]:
    """The files that some sources stand for.

    A folder stands for every file in it that whence reads, however deep, in the order of their paths; hidden files and
    folders are passed over. A pattern ("news/*.jsonl") that no shell expanded stands for the files and folders that it
    fits. Anything else is passed on as it is.

    Args:
        sources: paths, folders, patterns, "-".

    Yields:
        Paths; a reject for each file of a folder that has another suffix, for a folder that cannot be read or is a
        link, and for a folder or pattern without files.
    """
    for source in sources:
        if source == "-" or not has_magic(source) or _exists(source):
            yield from _files_of(source)
            continue
        found = sorted(glob(source, recursive=True))  # noqa: PTH207
        for name in found:
            yield from _files_of(name)
        if not found:
            yield Reject(source, "", "no_file", "fits no file")


def _files_of(source: str) -> Iterator[str | Reject]:
    """A file as it is, a folder as the files in it."""
    if not _is_folder(source):
        yield source
        return
    found: list[str | Reject] = []
    refused: list[OSError] = []
    for place, folders, names in os.walk(source, onerror=refused.append):
        links = [name for name in folders if Path(place, name).is_symlink()]
        found += [
            Reject(str(Path(place, name)), "", "link", "is a link to a folder; name it to read it") for name in links
        ]
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [_file(Path(place, name)) for name in names if not name.startswith(".")]
    found += map(_unreadable, refused)
    if not found:
        yield Reject(source, "", "empty_folder", "holds no file")
    yield from sorted(found, key=lambda one: one if isinstance(one, str) else one.source)


def _file(path: Path) -> str | Reject:
    """A file of a folder, if it is one that is read."""
    if not path.is_file():
        return Reject(str(path), "", "no_file", "is no file")
    if path.name.lower().removesuffix(".gz").endswith(SUFFIXES):
        return str(path)
    return Reject(str(path), "", "unknown_suffix", "is of no kind that is read from a folder; name it to read it")


def _unreadable(error: OSError) -> Reject:
    """A folder that cannot be listed."""
    return Reject(str(error.filename), "", "unreadable", f"cannot be listed: {error.strerror}")


def _is_folder(source: str) -> bool:
    """Whether a name is that of a folder; one that can be no name is none."""
    try:
        return source != "-" and Path(source).is_dir()
    except (OSError, ValueError):
        return False


def _exists(source: str) -> bool:
    """Whether there is a file of that name, signs of a pattern and all."""
    try:
        return Path(source).exists()
    except (OSError, ValueError):
        return False
