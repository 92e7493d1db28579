"""The tables of a corpus in Parquet: one file a day, rows in one order: the same rows are the same bytes.

Read them with any tool that knows Parquet; `docs/reference/trace-tables.md` says what each column means.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

PLACE = pa.struct([("report", pa.string()), ("start", pa.int32()), ("end", pa.int32())])
CLUE = pa.struct([("name", pa.string()), ("weight", pa.float64())])
REPORTS = pa.schema(
    [
        ("id", pa.string()),
        ("outlet", pa.string()),
        ("title", pa.string()),
        ("url", pa.string()),
        ("byline", pa.string()),
        ("published", pa.string()),
        ("grain", pa.string()),
        ("claimed_by", pa.string()),
        ("language", pa.string()),
        ("source", pa.string()),
        ("flags", pa.list_(pa.string())),
        ("digest", pa.string()),
        ("text", pa.string()),
        ("words", pa.int32()),
        ("same_text_as", pa.string()),
    ]
)
SPOOL = pa.schema([field for field in REPORTS if field.name not in ("words", "same_text_as")])
CHUNK = SPOOL.append(pa.field("serial", pa.int64()))
PAIRS = pa.schema(
    [
        ("a", pa.string()),
        ("b", pa.string()),
        ("words", pa.int32()),
        ("words_outside_quotations", pa.int32()),
        ("longest", pa.int32()),
        ("coverage_a", pa.float64()),
        ("coverage_b", pa.float64()),
    ]
)
PASSAGES = pa.schema(
    [
        ("a", pa.string()),
        ("b", pa.string()),
        ("a_start", pa.int32()),
        ("a_end", pa.int32()),
        ("b_start", pa.int32()),
        ("b_end", pa.int32()),
        ("words", pa.int32()),
        ("quoted_a", pa.bool_()),
        ("quoted_b", pa.bool_()),
        ("furniture", pa.bool_()),
    ]
)
FAMILIES = pa.schema(
    [
        ("family", pa.string()),
        ("reports", pa.int32()),
        ("versions", pa.int32()),
        ("independent_sources", pa.float64()),
        ("sources_low", pa.int32()),
        ("sources_high", pa.int32()),
        ("origin", pa.string()),
        ("origin_kind", pa.string()),
        ("origin_probability", pa.float64()),
        ("origin_passages", pa.list_(PLACE)),
        ("trust_in_times", pa.float64()),
        ("traced", pa.bool_()),
    ]
)
MEMBERS = pa.schema(
    [
        ("family", pa.string()),
        ("report", pa.string()),
        ("version", pa.string()),
        ("parent", pa.string()),
        ("parent_probability", pa.float64()),
        ("root_probability", pa.float64()),
        ("agencies", pa.list_(pa.string())),
    ]
)
RELATIONS = pa.schema(
    [
        ("family", pa.string()),
        ("parent", pa.string()),
        ("child", pa.string()),
        ("kind", pa.string()),
        ("probability", pa.float64()),
        ("shown", pa.bool_()),
        ("mosaic", pa.bool_()),
        ("words", pa.int32()),
        ("clues", pa.list_(CLUE)),
    ]
)
STORIES = pa.schema(
    [
        ("story", pa.string()),
        ("title", pa.string()),
        ("reports", pa.int32()),
        ("first", pa.string()),
        ("last", pa.string()),
        ("outlets", pa.list_(pa.string())),
        ("names", pa.list_(pa.string())),
        ("places", pa.list_(pa.string())),
        ("days", pa.list_(pa.string())),
        ("merged", pa.list_(pa.string())),
    ]
)
SAID = pa.struct([("name", pa.string()), ("weight", pa.float64()), ("says", pa.string())])
MEMBERSHIPS = pa.schema(
    [
        ("report", pa.string()),
        ("story", pa.string()),
        ("answer", pa.string()),
        ("because", pa.string()),
        ("like", pa.string()),
        ("probability", pa.float64()),
        ("nearest_story", pa.string()),
        ("nearest_report", pa.string()),
        ("nearest_probability", pa.float64()),
        ("nearest_why", pa.string()),
        ("clues", pa.list_(SAID)),
    ]
)
REJECTS = pa.schema([(name, pa.string()) for name in ("source", "where", "code", "reason")])
BY_DAY = {"reports": REPORTS, "pairs": PAIRS, "passages": PASSAGES}
UNDATED = "undated"
ROWS_A_GROUP = 100_000  # the same whatever memory is allowed: it is part of the bytes
REPORTS_A_GROUP = 4_096  # so that a few reports are read without all texts of their day


def write_table(path: Path, table: Any) -> None:
    """Write a table to a file; the same rows give the same bytes."""
    with open_table(path, table.schema) as writer:
        writer.write_table(table, row_group_size=ROWS_A_GROUP)


def open_table(path: Path, schema: Any) -> pq.ParquetWriter:
    """A file to write a table to in pieces; the same pieces give the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return pq.ParquetWriter(path, schema, compression="zstd", compression_level=1, store_schema=True)


def read_days(folder: Path, name: str) -> list[str]:
    """The days that a table has a file for, in order; reports without a date last."""
    return sorted((path.stem for path in (folder / name).glob("*.parquet")), key=lambda day: (day == UNDATED, day))


def read_day(folder: Path, name: str, day: str) -> Any:
    """One day of a table; empty where there is no file."""
    path = day_path(folder, name, day)
    schema = BY_DAY[name]
    return pq.read_table(path, schema=schema) if path.exists() else schema.empty_table()


def day_path(folder: Path, name: str, day: str) -> Path:
    """The file of one day of a table."""
    return folder / name / f"{day}.parquet"
