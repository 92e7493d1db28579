"""Short lists of words, kept as data in sentences/lists.txt: parts of names, days, months, newspapers."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "sentences"


def read_lines(name: str) -> list[str]:
    """The lines of a file in sentences/, without its first (what it is)."""
    return (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()[1:]


def read_list(name: str) -> tuple[str, ...]:
    """The words of one of the lists.

    >>> read_list("weekdays")[0]
    'Monday'
    """
    lists = dict(line.split(": ", 1) for line in read_lines("lists"))
    return tuple(lists[name].split())
