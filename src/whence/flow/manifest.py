"""The manifest of a corpus: which version made it, how, from what, and the hash of every table."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from whence.corpus.state import State, write_whole

NAME = "manifest.json"


def write_manifest(out: Path, state: State, request: dict[str, Any], tables: dict[str, str]) -> None:
    """Write the manifest beside the tables.

    Args:
        out: the folder of tables.
        state: what the index counts now.
        request: what was asked for; inputs of earlier runs are kept.
        tables: the hash of each table file that is new; the others are as they were.
    """
    path = out / NAME
    before = orjson.loads(path.read_bytes()) if path.exists() else {"inputs": {}, "tables": {}}
    document = {
        "schema": "whence.trace/1",
        "made_by": {"whence": state.whence, "format": state.format},
        "parameters": {
            "gram_words": state.gram_words,
            "window_grams": state.window_grams,
            "window_days": state.window_days,
            **request.get("parameters", {}),
        },
        "inputs": dict(sorted((before["inputs"] | request.get("inputs", {})).items())),
        "tables": dict(sorted((before["tables"] | tables).items())),
    }
    write_whole(path, orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def hash_tables(folder: Path) -> dict[str, str]:
    """The SHA-256 of every table file in a folder, by its path there."""
    return {path.relative_to(folder).as_posix(): file_hash(path) for path in sorted(folder.rglob("*.parquet"))}


def file_hash(path: Path) -> str:
    """The SHA-256 of a file."""
    digest = sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()
