"""The corpora of ../shared/data as reports, by id. The texts are read where they lie and never copied here."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whence.reading.record import read_record
from whence.records import Report

SHARED = Path(__file__).resolve().parents[3] / "shared"
DATA = SHARED / "data"
Row = dict[str, Any]


def lines(path: Path) -> Iterator[Row]:
    """The records of a gzipped JSON lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def report_of(row: Row) -> Report:
    """A record with the fields of ../shared/data/relations as a report."""
    names = ("id", "text", "title", "outlet", "published", "first_seen", "url")
    return read_record({name: row[name] for name in names if row.get(name) is not None})


def relation_pairs() -> list[Row]:
    """The 58 pairs judged by careful readers, their reports embedded."""
    pairs = list(lines(DATA / "relations" / "pairs.jsonl.gz"))
    for pair in pairs:
        pair["parent"] = pair["parent"] or pair["older"]
    return pairs


def reports_by_id() -> dict[str, Row]:
    """Every report of abp, asprout, polnear, basil, allsides and gva, in the fields that `report_of` reads."""
    found: dict[str, Row] = {}
    for row in lines(DATA / "abp" / "articles.jsonl.gz"):
        found[row["id"]] = _row(row, outlet=row["source"], published=row["date"])
    for name in ("census", "spotify"):
        for row in lines(DATA / "asprout" / f"{name}.jsonl.gz"):
            found[row["id"]] = _row(row, outlet=row["publisher"], first_seen=row["scrape_time"], title=None)
    for row in lines(DATA / "polnear" / "train.jsonl.gz"):
        found[row["id"]] = _row(row, outlet=row["publisher"], published=row["date"])
    for row in lines(DATA / "basil" / "articles.jsonl.gz"):
        found[row["id"]] = _row(row, outlet=row["source"], published=row["date"])
    for story in lines(DATA / "allsides" / "stories.jsonl.gz"):
        for row in story["articles"]:
            if row.get("text"):
                found.setdefault(row["id"], _row(row, outlet=row.get("source"), published=row.get("date")))
    for row in lines(DATA / "gva" / "articles.jsonl.gz"):
        host = row["url"].split("/")[2] if "//" in row["url"] else None
        found[row["id"]] = _row(row, outlet=host, published=row["date"])
    return found


def _row(row: Row, **known: str | None) -> Row:
    """One report's record in common fields."""
    text = row.get("text") or "\n\n".join(row["paragraphs"])
    return {"id": row["id"], "text": text, "title": row.get("title"), **known}
