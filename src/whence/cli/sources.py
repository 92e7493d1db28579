"""The sources named on a command line, read one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whence.errors import SourceError
from whence.reading.folders import expand_sources
from whence.reading.given import Given, Limits
from whence.reading.readers import read_source
from whence.records import Reject, Report


def read_all(sources: Iterable[str], known: Given, limits: Limits) -> Iterator[Report | Reject]:
    """All reports and rejects of all sources, folders included; one that cannot be opened is a reject, no more."""
    for source in expand_sources(sources):
        if isinstance(source, Reject):
            yield source
            continue
        try:
            yield from read_source(source, given=known, limits=limits)
        except SourceError as error:
            yield Reject(source, "", "unreadable", str(error).removeprefix(f"{source}: "))
