"""Reports from a day on: what is older is left out, and counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from whence.records import Reject, Report


class Since:
    """Keeps the reports of a day and later.

    Args:
        day: the first day; None for all reports.
    """

    def __init__(self, day: date | None) -> None:
        self._first = day.isoformat() if day else ""
        self.left_out = 0

    def keep(self, items: Iterable[Report | Reject]) -> Iterator[Report | Reject]:
        """Pass on rejects, reports without a date, and reports whose date may be the first day or later.

        >>> from whence.reading.record import read_record
        >>> old, new = (read_record({"text": "Rain.", "published": day}) for day in ("2024-01-31", "2024-02"))
        >>> since = Since(date(2024, 2, 10))
        >>> [report.published.iso for report in since.keep([old, new])], since.left_out
        (['2024-02'], 1)
        """
        for item in items:
            if isinstance(item, Report) and item.published:
                iso = item.published.iso[:10]
                if iso < self._first[: len(iso)]:
                    self.left_out += 1
                    continue
            yield item
