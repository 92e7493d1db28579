"""`whence compare --pairs`: a list of pairs with their reports embedded, one line of JSON each."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from whence.cli.output import print_json
from whence.cli.screen import rejects
from whence.errors import SourceError
from whence.export.json_documents import pair_line
from whence.flow.compare import compare
from whence.lineage.weights import load_weights
from whence.reading.record import read_record
from whence.reading.strict_json import BadRecordError
from whence.records import Reject, Report


def compare_pairs(source: str) -> int:
    """Compare every pair of a file and print a line for each.

    Args:
        source: JSON lines `{"a": id, "b": id, "reports": [{"id", "text", ...}, ...]}`, gzipped or not.

    Returns:
        The exit code: 0, or 3 where lines could not be read (listed on standard error).
    """
    weights = load_weights()
    refused: list[Reject] = []
    for number, line in enumerate(_lines(source), start=1):
        if not line.strip():
            continue
        try:
            a, b = _read_pair(line)
        except (ValueError, KeyError, TypeError, BadRecordError) as error:
            refused.append(Reject(source, str(number), "bad_pair", f"no pair of reports: {error}"))
            continue
        print_json(pair_line(a.id, b.id, compare(a, b, weights=weights).relation), indent=False)
    return 3 if rejects(refused) else 0


def _lines(source: str) -> Iterator[bytes]:
    """The lines of a file, gzipped or not."""
    try:
        with _open(source) as file:
            yield from file
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise SourceError(f"{source}: cannot be read to its end: {reason}") from None


def _open(source: str) -> gzip.GzipFile | BinaryIO:
    """The file as bytes."""
    path = Path(source)
    with path.open("rb") as head:
        zipped = head.read(2) == b"\x1f\x8b"
    return gzip.open(path, "rb") if zipped else path.open("rb")


def _read_pair(line: bytes) -> tuple[Report, Report]:
    """The two reports of a line, in the order of its `a` and `b`."""
    import orjson

    pair = orjson.loads(line)
    by_id = {row["id"]: read_record(row) for row in pair["reports"]}
    return by_id[pair["a"]], by_id[pair["b"]]
