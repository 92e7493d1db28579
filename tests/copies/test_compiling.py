"""Kernels are compiled callee first; what neither makes an array nor is handed one does without counted references."""

from __future__ import annotations

import numpy as np

from tests.copies import example_kernels
from whence.copies.compiling import compile_kernels


def test_a_function_may_stand_above_the_ones_that_it_calls() -> None:
    compiled = compile_kernels((example_kernels,))
    assert list(compiled) == ["inner", "made", "outer"]
    assert compiled["outer"](np.ones(3, np.int64)) == example_kernels.outer(np.ones(3)) == 8


def test_references_are_counted_where_an_array_is_made_or_handed_back() -> None:
    compiled = compile_kernels((example_kernels,))
    counts = {name: kernel.targetoptions.get("_nrt") for name, kernel in compiled.items()}  # type: ignore[attr-defined]
    assert counts == {"inner": False, "made": True, "outer": True}
