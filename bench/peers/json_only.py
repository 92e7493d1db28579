"""The least that any tool does: `orjson.loads` of every line. Finds nothing."""

from __future__ import annotations

from pathlib import Path

import orjson

from bench.peers.versions import installed

NAME = "json only"
INSTALL = "pip install orjson"


def version() -> str | None:
    """The version of orjson."""
    return installed("orjson")


def find_pairs(reports: Path, out: Path) -> None:
    """Read every line and write no pair."""
    with reports.open("rb") as lines:
        for line in lines:
            orjson.loads(line)
    out.write_bytes(b"")
