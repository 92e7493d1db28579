"""Run one rival in this process: `python -m bench.peers.one MODULE [REPORTS OUT]`; without files, print its version."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast


class Rival(Protocol):
    """What a module of a rival has."""

    NAME: str
    INSTALL: str

    def version(self) -> str | None:
        """The installed version, or None."""
        ...

    def find_pairs(self, reports: Path, out: Path) -> None:
        """Write the pairs of a file of reports."""
        ...


def load(module: str) -> Rival:
    """A rival by the name of its module; imports nothing of the rival itself."""
    return cast(Rival, import_module(f"bench.peers.{module}"))


def main() -> None:
    """Print a version, or write pairs."""
    rival = load(sys.argv[1])
    if len(sys.argv) == 2:
        print(rival.version() or "")
    else:
        rival.find_pairs(Path(sys.argv[2]), Path(sys.argv[3]))


if __name__ == "__main__":
    main()
