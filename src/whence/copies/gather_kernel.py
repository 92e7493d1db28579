"""Gathering: the words of some reports side by side, so that what follows reads memory and no longer a whole corpus."""

from __future__ import annotations

from typing import Any


def gather_entries(source: Any, starts: Any, sizes: Any, found: Any) -> int:
    """Copy the entries of some reports from a column.

    Args:
        source: the column of all reports.
        starts: where the entries of each report begin.
        sizes: how many there are.
        found: receives them, report after report.

    Returns:
        How many were copied.
    """
    count = 0
    for report in range(len(starts)):
        entries = source[starts[report] : starts[report] + sizes[report]]
        room = found[count : count + len(entries)]
        for k in range(len(entries)):
            room[k] = entries[k]
        count += len(entries)
    return count
