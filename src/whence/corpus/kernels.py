"""The kernels that a corpus runs on: compiled for many reports, plain functions for few."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np

from whence.copies import (
    align_kernel,
    candidate_kernel,
    furniture_kernel,
    gather_kernel,
    kernels,
    link_kernel,
    number_kernel,
    posting_kernel,
    share_kernel,
    winnow_kernel,
)
from whence.copies.compiling import Kernel, compile_kernels
from whence.families import family_kernel
from whence.text import mark_kernel, utf8_kernel, word_kernel

MODULES = (
    utf8_kernel,
    word_kernel,
    mark_kernel,
    number_kernel,
    kernels,
    winnow_kernel,
    furniture_kernel,
    posting_kernel,
    link_kernel,
    candidate_kernel,
    align_kernel,
    share_kernel,
    gather_kernel,
    family_kernel,
)
SMALL_BYTES = 70_000  # measured: 30 reports take plain functions as long as loading the compiled ones does


class Kernels(Protocol):
    """All kernels by name."""

    def __getattr__(self, name: str) -> Kernel:
        """The kernel of a name."""


class _Compiled:
    """Kernels compiled by Numba."""

    def __init__(self) -> None:
        self._kernels = compile_kernels(MODULES)

    def __getattr__(self, name: str) -> Kernel:
        return self._kernels[name]


class _Plain:
    """The kernels as they are written; hashes wrap around, as they should."""

    def __getattr__(self, name: str) -> Kernel:
        kernel = next(vars(module)[name] for module in MODULES if name in vars(module))

        def run(*arguments: Any) -> Any:
            with np.errstate(over="ignore"):
                return kernel(*arguments)

        return run


def choose_kernels(input_bytes: int | None) -> Kernels:
    """Compiled kernels, unless so little is to be read that loading them would cost more.

    Args:
        input_bytes: the size of the input and of what it joins, None where it is not known.
    """
    return _Plain() if input_bytes is not None and input_bytes <= SMALL_BYTES else _Compiled()
