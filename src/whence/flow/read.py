"""One report from one source, with what the caller knows of it."""

from __future__ import annotations

from pathlib import Path

from whence.errors import SourceError, UsageError
from whence.reading.dates import parse_published
from whence.reading.given import USUAL_LIMITS, Given, Limits
from whence.reading.readers import read_source
from whence.records import Reject, Report


def read(
    source: str | Path,
    *,
    outlet: str | None = None,
    published: str | None = None,
    limits: Limits = USUAL_LIMITS,
) -> Report:
    """Read one report from a file.

    Args:
        source: a path to plain text, HTML or JSON lines, gzipped or not; "-" for standard input.
        outlet: the outlet, where you know it.
        published: when it appeared, where you know it ("2024-11-29", "2024-11-29T15:49+02:00").
        limits: how many bytes are read.

    Returns:
        The report of the source.

    Raises:
        SourceError: the source cannot be opened, or holds no report or more than one.
        UsageError: `published` is no date.

    >>> import tempfile, pathlib
    >>> path = pathlib.Path(tempfile.mkdtemp(), "report.txt")
    >>> _ = path.write_text("Rain fell on Kyiv.")
    >>> read(path, outlet="Example Herald").outlet
    'Example Herald'
    """
    items = read_source(source, given=given(outlet, published), limits=limits)
    first, second = next(items, None), next(items, None)
    if isinstance(first, Reject):
        raise SourceError(str(first))
    if first is None or second is not None:
        raise SourceError(
            f"{source}: holds {'no report' if first is None else 'more than one report'}; give one a file"
        )
    return first


def given(outlet: str | None = None, published: str | None = None) -> Given:
    """What a caller says about a report, checked.

    Raises:
        UsageError: `published` is no date.

    >>> given("Example Herald", "2024-11-29").published.grain
    'day'
    """
    when = parse_published(published, claimed_by="caller") if published else None
    if published and when is None:
        raise UsageError(f"--published {published!r}: not a date; write it as 2024-11-29 or 2024-11-29T15:49")
    return Given(outlet=outlet, published=when)
