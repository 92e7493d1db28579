"""Three kernels for a test: one calls the others, and stands above them."""

from __future__ import annotations

from typing import Any

import numpy as np


def outer(values: Any) -> int:
    """Calls both."""
    return inner(made(values))


def inner(values: Any) -> int:
    """Makes no array."""
    total = 0
    for value in values:
        total += value
    return total


def made(values: Any) -> Any:
    """Hands back an array."""
    return np.full(len(values) + 1, 2)
