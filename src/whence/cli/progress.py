"""Progress of a long run: one line on standard error, only on a terminal, with the rate and the time left."""

from __future__ import annotations

import sys
import time
from typing import TextIO

SECONDS_BETWEEN = 0.25


class Progress:
    """Tells how far a stage is.

    Args:
        stream: where the line is written; nothing is where it is no terminal.
        quiet: say nothing at all.
    """

    def __init__(self, stream: TextIO = sys.stderr, *, quiet: bool = False) -> None:
        self._stream = stream
        self._shown = stream.isatty() and not quiet
        self._stage, self._began, self._told = "", 0.0, 0.0

    def tell(self, stage: str, done: int, of: int | None) -> None:
        """How much of a stage is done, and of how much, where that is known."""
        if not self._shown:
            return
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._began = stage, now
        elif now - self._told < SECONDS_BETWEEN:
            return
        self._told = now
        self._stream.write(f"\r\x1b[K{progress_line(stage, done, of, now - self._began)}")
        self._stream.flush()

    def end(self) -> None:
        """Clear the line."""
        if self._shown and self._stage:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


def progress_line(stage: str, done: int, of: int | None, seconds: float) -> str:
    """One line of progress.

    >>> progress_line("mark", 20_000, 100_000, 10)
    'mark   20,000 of 100,000, 2,000 a second, 40 s left'
    """
    line = f"{stage:<6} {done:,}"
    if of:
        line += f" of {of:,}"
    if seconds < 1 or not done:
        return line
    rate = done / seconds
    line += f", {rate:,.0f} a second"
    return f"{line}, {_duration((of - done) / rate)} left" if of and of > done else line


def _duration(seconds: float) -> str:
    """Seconds in words."""
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"
