"""Columns of one length, a file each: written at the end, read as memory maps, cut back after a crash."""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from weakref import finalize

import numpy as np
from numpy.typing import DTypeLike

Arrays = dict[str, Any]


class Columns:
    """Some columns in a folder, each a raw file of numbers in the machine's order.

    Only the end of a file is ever written. How long the columns are is kept elsewhere (in the index's state), so that
    what a killed run left over is cut off by the next one.
    """

    def __init__(self, folder: Path, dtypes: Mapping[str, DTypeLike]) -> None:
        self._folder = folder
        self.name = folder.name
        self._dtypes = {name: np.dtype(dtype) for name, dtype in dtypes.items()}

    def append(self, columns: Mapping[str, Any]) -> None:
        """Write more entries: an array for every column, all of one length."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for name, dtype in self._dtypes.items():
            with self._path(name).open("ab") as file:
                np.ascontiguousarray(columns[name], dtype).tofile(file)

    def cut(self, length: int) -> None:
        """Make every column so long at most: what a killed run wrote after that is dropped."""
        for name, dtype in self._dtypes.items():
            if self._path(name).exists():
                os.truncate(self._path(name), length * dtype.itemsize)

    def open(self, length: int, *, writable: bool = False) -> Arrays:
        """The first entries of every column as memory maps; what is written to them reaches the file."""
        return {name: self._map(name, dtype, length, writable) for name, dtype in self._dtypes.items()}

    def open_one(self, name: str, length: int) -> Any:
        """The first entries of one column as a memory map."""
        return self._map(name, self._dtypes[name], length, False)

    def open_file(self, name: str) -> ColumnFile:
        """One column, to be read in pieces."""
        return ColumnFile(self._path(name), self._dtypes[name])

    def _map(self, name: str, dtype: np.dtype[Any], length: int, writable: bool) -> Any:
        """One column; an empty file cannot be mapped."""
        if length == 0:
            return np.empty(0, dtype)
        return np.memmap(self._path(name), dtype, "r+" if writable else "r", shape=(length,))

    def _path(self, name: str) -> Path:
        """The file of a column."""
        return self._folder / f"{name}.{self._dtypes[name].name}"


class ColumnFile:
    """A column of which a few entries are read now and then; nothing of it is mapped.

    Args:
        path: its file.
        dtype: of its entries.
    """

    def __init__(self, path: Path, dtype: np.dtype[Any]) -> None:
        self._handle, self._dtype = os.open(path, os.O_RDONLY), dtype
        finalize(self, os.close, self._handle)

    def read(self, first: int, last: int) -> Any:
        """The entries from `first` up to and not including `last`."""
        size = self._dtype.itemsize
        return np.frombuffer(os.pread(self._handle, (last - first) * size, first * size), self._dtype)


def release(arrays: Iterable[Any]) -> None:
    """Give back the memory of mapped pages; they are read again when they are needed."""
    for array in arrays:
        mapped = getattr(array, "_mmap", None)
        if mapped is not None:
            mapped.madvise(mmap.MADV_DONTNEED)


def sync_files(folder: Path) -> None:
    """Wait until the disk has every file below a folder."""
    for path in sorted(folder.rglob("*")):
        sync_file(path)


def sync_file(path: Path) -> None:
    """Wait until the disk has a file, or the names in a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
