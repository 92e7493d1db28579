"""What a reader of a format is: how it knows its format, and how it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from whence.reading.given import Given, Limits
from whence.reading.sources import Opened
from whence.records import Reject, Report


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name, the suffixes that break a tie, how its first bytes look, and how it is read."""

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    tolerates: Callable[[bytes], bool]
    read: Callable[[Opened, Given, Limits], Iterator[Report | Reject]]
