"""Parquet: the same reports as JSON lines, and a reject for what is none; nothing it holds raises."""

from __future__ import annotations

import datetime as dt
import gzip
import random
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from whence.reading.given import Limits
from whence.reading.readers import read_bytes, read_source
from whence.records import Reject, Report

ROWS = [
    {"id": "r1", "text": "Talks began.", "outlet": "Example Herald", "title": None, "published": "2024-11-29T18:00Z"},
    {"id": "r2", "text": "“Never,” she said.", "outlet": None, "title": "No talks", "published": None},
    {"id": "r3", "text": "", "outlet": None, "title": "Nothing", "published": None},
]


def packed(columns: dict[str, Any]) -> bytes:
    buffer = BytesIO()
    pq.write_table(pa.table(columns), buffer)
    return buffer.getvalue()


def read(data: bytes, *, name: str = "reports.parquet", limits: Limits | None = None) -> list[Report | Reject]:
    return list(read_bytes(data, name=name, limits=limits or Limits()))


def codes(items: list[Report | Reject]) -> list[str]:
    return [item.code if isinstance(item, Reject) else item.text for item in items]


@pytest.mark.parametrize("labelled", [True, False])
def test_a_row_is_read_as_the_line_with_the_same_fields(labelled: bool) -> None:
    limits = Limits(labelled=labelled)
    lines = b"\n".join(orjson.dumps(row) for row in ROWS)
    buffer = BytesIO()
    pq.write_table(pa.Table.from_pylist(ROWS), buffer)
    found, expected = read(buffer.getvalue(), limits=limits), read(lines, name="reports.parquet", limits=limits)
    assert found[:2] == expected[:2]
    assert codes(found)[2] == codes(expected)[2] == "empty_document"


def test_bytes_are_read_and_no_file_of_that_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.parquet").write_bytes(packed({"text": ["In the file."]}))
    assert codes(read(packed({"text": ["In the bytes."]}), name="a.parquet")) == ["In the bytes."]
    assert codes(list(read_source("a.parquet"))) == ["In the file."]


def test_a_compressed_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet.gz"
    path.write_bytes(gzip.compress(packed({"text": ["One."]})) + b"more")
    assert codes(list(read_source(path))) == ["One.", "trailing_garbage"]


@pytest.mark.parametrize(
    ("column", "iso"),
    [
        (pa.array([dt.date(2024, 2, 3)]), "2024-02-03"),
        (pa.array([1_700_000_000_000_000_001], pa.timestamp("ns")), "2023-11-14T22:13:20"),
        (pa.array([1_700_000_000], pa.timestamp("s", tz="UTC")), "2023-11-14T22:13:20+00:00"),
        (pa.array([2**60], pa.timestamp("us")), None),
        (pa.array([2**30], pa.date32()), None),
        (pa.array([0], pa.timestamp("us", tz="Mars/Base")), None),
    ],
)
def test_a_moment_is_read_whatever_its_type_or_flagged(column: Any, iso: str | None) -> None:
    [report] = read(packed({"text": ["One."], "published": column}))
    assert isinstance(report, Report)
    assert (report.published.iso if report.published else None) == iso
    assert ("bad_date" in report.flags) == (iso is None)


def test_a_row_that_is_no_text_costs_no_other_row() -> None:
    offsets = pa.array([0, 4, 6, 10], pa.int32()).buffers()[1]
    column = pa.Array.from_buffers(pa.string(), 3, [None, offsets, pa.py_buffer(b"One.\xff\xfeTwo.")])
    found = read(packed({"text": column}))
    assert codes(found) == ["One.", "not_utf8", "Two."]
    assert isinstance(found[1], Reject) and found[1].where == "row 2"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (packed({"body": ["x"]}), "no_text_column"),
        (packed({"text": pa.array([], pa.string())}), "empty_document"),
        (packed({"text": ["One."]})[:-20], "bad_parquet"),
    ],
)
def test_a_file_that_holds_no_reports_is_one_reject(data: bytes, code: str) -> None:
    assert codes(read(data)) == [code]


def test_damaged_bytes_never_raise() -> None:
    good = packed({"text": [f"Report {k}." for k in range(200)], "published": pa.array(range(200), pa.timestamp("ms"))})
    rng = random.Random(5)
    for _ in range(120):
        data = bytearray(good)
        for _ in range(rng.choice([1, 3, 20])):
            data[rng.randrange(5, len(data))] = rng.randrange(256)
        assert read(bytes(data))


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell a process's peak memory")
def test_one_long_text_in_every_row_is_not_held_all_at_once(tmp_path: Path) -> None:
    path = tmp_path / "bomb.parquet"
    column = pa.DictionaryArray.from_arrays(pa.array([0] * 400, pa.int32()), pa.array(["ab " * 1_400_000]))
    pq.write_table(pa.table({"text": column}), path)
    code = f"""
import itertools
from whence.reading.given import Limits
from whence.reading.readers import read_source
list(itertools.islice(read_source({str(path)!r}, limits=Limits(labelled=False)), 3))
[peak] = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]  # ru_maxrss holds the parent's
print(int(peak.split()[1]) // 1024)
"""
    peak = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert int(peak.stdout) < 1_000
