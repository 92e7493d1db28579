"""Lots: as many values at a time as one condition, or one transaction, takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
MANY = 500  # numbers in one condition


def in_lots(values: Iterable[T], size: int = MANY) -> Iterator[tuple[T, ...]]:
    """Values some at a time.

    Args:
        values: any number.
        size: of a lot; the last may be smaller.

    >>> list(in_lots("abc", 2))
    [('a', 'b'), ('c',)]
    """
    left = iter(values)
    while lot := tuple(islice(left, size)):
        yield lot
