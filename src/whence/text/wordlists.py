"""Reading the word lists of `whence.resources`."""

from __future__ import annotations

from importlib.resources import files


def read_word_list(name: str) -> tuple[str, ...]:
    """The entries of a list in `whence.resources`, one a line; empty lines and lines that begin with # are left out.

    >>> "mr" in read_word_list("abbreviations")
    True
    """
    lines = files("whence.resources").joinpath(f"{name}.txt").read_text("utf-8").split("\n")
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
