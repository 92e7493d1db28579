"""Reports of shootings with the records of their incidents, and what a reader found the reports to state."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.quality.shared_data import DATA, lines
from whence.reading.record import read_record
from whence.records import Report

GVA = DATA / "gva"
STATED = Path(__file__).with_name("stated.jsonl")
PARTS = ("development", "second", "third", "held back", "fourth")
"""The parts of the reading, 80 reports each, read before the extractor's answers for them were seen.

Errors on the first three prompted rules; "held back" was scored once, when all but three rules were written, and
"fourth" once, when every rule was, its labels being written first.
"""


class Recorded(NamedTuple):
    """A report with the numbers of killed and injured in the record of its incident."""

    report: Report
    story: str
    killed: int
    injured: int

    def of(self, outcome: str) -> int:
        """The number of the record for an outcome."""
        return self.killed if outcome == "killed" else self.injured


class Stated(NamedTuple):
    """What a reader found a report to state; None where it says nothing, `several` where it tells several events."""

    report: str
    part: str
    killed: int | None
    injured: int | None
    several: bool

    def of(self, outcome: str) -> int | None:
        """The number stated for an outcome."""
        return self.killed if outcome == "killed" else self.injured


def read_stated() -> list[Stated]:
    """What a reader found, report by report."""
    rows = (json.loads(line) for line in STATED.read_text("utf-8").splitlines())
    return [Stated(row["report"], row["part"], row["killed"], row["injured"], row["several"]) for row in rows]


def read_recorded() -> Iterator[Recorded]:
    """Every report whose incident has a record. The headline is put before the text, as a page has it."""
    records = {row["story"]: row.get("record") for row in lines(GVA / "incidents.jsonl.gz")}
    for row in lines(GVA / "articles.jsonl.gz"):
        record = records.get(row["story"])
        if record:
            report = with_headline(row["id"], row["title"] or "", row["text"], row["date"])
            yield Recorded(report, row["story"], record["num_killed"], record["num_injured"])


def with_headline(name: str, title: str, text: str, date: str) -> Report:
    """A report whose text begins with its headline; a text that repeats it is left as it is."""
    whole = text if text[:60].startswith(title[:40]) else f"{title}\n\n{text}"
    return read_record({"id": name, "text": whole, "title": title, "published": date})
