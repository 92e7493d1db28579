"""The reader of Parquet: one report a row, the columns as the fields of JSON lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

from whence.errors import SourceError
from whence.reading.given import Given, Limits
from whence.reading.reader import Reader
from whence.reading.record import read_record
from whence.reading.sources import Opened, read_all
from whence.reading.strict_json import BadRecordError
from whence.records import Reject, Report

MAGIC = b"PAR1\x15"  # the name of the format, and the first field of any Thrift struct that can follow it
COLUMNS = (
    "id", "text", "paragraphs", "title", "outlet", "url", "byline", "language", "published", "dct", "first_seen",
)  # fmt: skip
ROWS = 32  # read at a time: a small file can hold one long text in each of thousands of rows
UNREADABLE = "?"  # stands for a moment that no calendar has: the record is flagged `bad_date`


def read_parquet(opened: Opened, given: Given, limits: Limits) -> Iterator[Report | Reject]:
    """The reports of a Parquet file, a few rows at a time, and a reject for each row that holds none.

    Raises:
        SourceError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise SourceError(f"{opened.name}: Parquet needs pyarrow: pip install pyarrow") from None
    try:
        source = str(opened.path) if opened.path else BytesIO(read_all(opened, limits.document_bytes))
        file = pq.ParquetFile(source)
        names = [name for name in file.schema_arrow.names if name in COLUMNS]
        if not {"text", "paragraphs"} & set(names):
            yield Reject(opened.name, "", "no_text_column", "has neither a column text nor a column paragraphs")
            return
        number = 0
        for batch in file.iter_batches(batch_size=ROWS, columns=names):
            for record in _records_of(batch, pa):
                number += 1
                yield _read_row(record, f"row {number}", opened.name, (given, limits))
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        reason = str(error).splitlines()[0][:200] if str(error) else "cannot be read"
        yield Reject(opened.name, "", "bad_parquet", f"is damaged: {reason}")
        return
    for flag in opened.flags:
        yield Reject(opened.name, "", flag, "bytes after the end of the gzip stream were left out")
    if not number:
        yield Reject(opened.name, "", "empty_document", "holds no record")


def _records_of(batch: Any, pa: Any) -> Iterator[dict[str, object]]:
    """The rows of a batch as records; where one cannot be read at a stroke, value by value."""
    try:
        rows = batch.to_pylist()
    except (pa.ArrowException, ValueError, OverflowError, KeyError):  # a bad letter, a far year, an unknown zone
        names = batch.schema.names
        rows = [{name: _value(batch.column(name), row, pa) for name in names} for row in range(batch.num_rows)]
    for row in rows:
        yield {name: _plain(value) for name, value in row.items()}


def _value(column: Any, row: int, pa: Any) -> object:
    """One value; an error for a text that is none, and for a moment that is none a sign that is no date."""
    if pa.types.is_timestamp(column.type) and column.type.unit == "ns":
        column = column.cast(pa.timestamp("us", column.type.tz), safe=False)
    try:
        return column[row].as_py()
    except UnicodeDecodeError as error:
        return error
    except (pa.ArrowException, ValueError, OverflowError, KeyError):
        return UNREADABLE


def _plain(value: object) -> object:
    """A value as JSON would have it: moments and days in ISO 8601."""
    return value.isoformat() if isinstance(value, datetime | date) else value


def _read_row(record: dict[str, object], where: str, source: str, rest: tuple[Given, Limits]) -> Report | Reject:
    """One row as a report or a reject."""
    given, limits = rest
    if any(isinstance(value, UnicodeDecodeError) for value in record.values()):
        return Reject(source, where, "not_utf8", "is not UTF-8")
    if any(isinstance(value, str) and len(value) > limits.line_bytes for value in record.values()):
        return Reject(source, where, "line_too_long", f"is longer than {limits.line_bytes:,} bytes")
    try:
        return read_record(record, given=given, source=source, labelled=limits.labelled)
    except BadRecordError as error:
        return Reject(source, where, error.code, str(error))


def _looks_like_parquet(head: bytes) -> bool:
    """Parquet begins with its name."""
    return head.startswith(MAGIC)


def _tolerates(_head: bytes) -> bool:
    """A file that only its name calls Parquet is none."""
    return False


READER = Reader("parquet", (".parquet",), _looks_like_parquet, _tolerates, read_parquet)
