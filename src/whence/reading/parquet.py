"""The reader of Parquet: one report a row, the columns as the fields of JSON lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from whence.errors import SourceError
from whence.reading.given import Given, Limits
from whence.reading.jsonl import read_record
from whence.reading.reader import Reader
from whence.reading.sources import Opened, read_all
from whence.reading.strict_json import BadRecordError
from whence.records import Reject, Report

MAGIC = b"PAR1"
COLUMNS = (
    "id", "text", "paragraphs", "title", "outlet", "url", "byline", "language", "published", "dct", "first_seen",
)  # fmt: skip
ROWS = 512  # read at a time


def read_parquet(opened: Opened, given: Given, limits: Limits) -> Iterator[Report | Reject]:
    """The reports of a Parquet file, a few hundred rows at a time, and a reject for each row that holds none.

    Raises:
        SourceError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise SourceError(f'{opened.name}: Parquet needs pyarrow: pip install "whence[corpus]"') from None
    try:
        file = pq.ParquetFile(_seekable(opened, limits), memory_map=False)
        names = [name for name in file.schema_arrow.names if name in COLUMNS]
        if not {"text", "paragraphs"} & set(names):
            yield Reject(opened.name, "", "no_text_column", "has neither a column text nor a column paragraphs")
            return
        number = 0
        for batch in file.iter_batches(batch_size=ROWS, columns=names):
            for row in batch.to_pylist():
                number += 1
                yield _read_row(row, f"row {number}", opened.name, (given, limits))
        if not number:
            yield Reject(opened.name, "", "empty_document", "holds no record")
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        reason = str(error).splitlines()[0][:200] if str(error) else "cannot be read"
        yield Reject(opened.name, "", "bad_parquet", f"is damaged: {reason}")


def _seekable(opened: Opened, limits: Limits) -> Any:
    """The file itself where it is one, else its bytes in memory, up to the limit of a document."""
    path = Path(opened.name)
    if opened.name != "-" and path.is_file():
        with path.open("rb") as file:
            if file.read(len(MAGIC)) == MAGIC:
                return str(path)
    return BytesIO(read_all(opened, limits.document_bytes))


def _read_row(row: dict[str, Any], where: str, source: str, rest: tuple[Given, Limits]) -> Report | Reject:
    """One row as a report or a reject."""
    given, limits = rest
    record = {name: _plain(value) for name, value in row.items()}
    try:
        return read_record(record, given=given, source=source, labelled=limits.labelled)
    except BadRecordError as error:
        return Reject(source, where, error.code, str(error))


def _plain(value: object) -> object:
    """A value as JSON would have it: moments and days in ISO 8601."""
    return value.isoformat() if isinstance(value, datetime | date) else value


def _looks_like_parquet(head: bytes) -> bool:
    """Parquet begins with its name."""
    return head.startswith(MAGIC)


def _tolerates(_head: bytes) -> bool:
    """A file that only its name calls Parquet is none."""
    return False


READER = Reader("parquet", (".parquet",), _looks_like_parquet, _tolerates, read_parquet)
