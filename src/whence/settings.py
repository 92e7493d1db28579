"""Settings: one frozen record, built by the command line (later by flow and web), handed down piece by piece."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from whence.errors import UsageError
from whence.reading.given import Limits


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set, in `whence.toml` or as `WHENCE_<NAME>`; the environment wins.

    `db` is the store that is meant where none is named. Sizes are in bytes. The limits are promises of
    docs/reference/limits.md: 20 MB a document, 16 MB a JSONL line.
    """

    document_bytes: int = 20_000_000
    line_bytes: int = 16_000_000
    width_columns: int = 0
    db: str = "whence.db"

    @property
    def limits(self) -> Limits:
        """The part that reading needs."""
        return Limits(self.document_bytes, self.line_bytes)


def load_settings(environ: Mapping[str, str], folder: Path) -> Settings:
    """The settings in force in a folder.

    Args:
        environ: environment variables; those named `WHENCE_<SETTING>` count.
        folder: where `whence.toml` is looked for.

    Returns:
        The defaults, overlaid by the file, overlaid by the environment.

    Raises:
        UsageError: a value is not a whole number or too small, or the file is not TOML.

    >>> load_settings({"WHENCE_LINE_BYTES": "1000"}, Path("/nowhere")).line_bytes
    1000
    """
    path = folder / "whence.toml"
    try:
        found: dict[str, object] = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not readable as TOML: {error}") from None
    names = {field.name for field in fields(Settings)}
    found |= {name: environ[key] for name in names if (key := f"WHENCE_{name.upper()}") in environ}
    values = {
        name: str(value) if name == "db" else _whole(name, value) for name, value in found.items() if name in names
    }
    return replace(Settings(), **values)  # type: ignore[arg-type]


def _whole(name: str, value: object) -> int:
    """A setting as a whole number; a limit in bytes is at least one."""
    try:
        number = int(str(value))
    except ValueError:
        raise UsageError(f"setting {name}: {value!r} is not a whole number") from None
    if number < (1 if name.endswith("_bytes") else 0):
        raise UsageError(f"setting {name}: {number} is too small")
    return number
