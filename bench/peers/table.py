"""The table of a run: one row a tool."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench.peers.measure import Use

KINDS = ("verbatim", "lifted", "quotation", "substituted_30")
Cell = str | int | float | None


class Result(NamedTuple):
    """One tool on one corpus; figures are those of the scorer, None where it was not scored."""

    tool: str
    version: str
    reports: int
    use: Use
    pairs: int
    figures: dict[str, Any] | None

    def row(self) -> dict[str, Cell]:
        """The figures of the table by their names."""
        rate = self.reports / self.use.cpu if self.use.cpu else None
        row: dict[str, Cell] = {"tool": self.tool, "version": self.version, "reports": self.reports}
        row |= {"cpu_s": round(self.use.cpu, 2), "reports_per_cpu_s": None, "peak_mb": round(self.use.megabytes)}
        if self.use.code:
            return row | {"remark": f"stopped, code {self.use.code}"}
        row["reports_per_cpu_s"] = round(rate) if rate is not None else None
        return row if self.figures is None else row | self._scores(self.figures)

    def _scores(self, figures: dict[str, Any]) -> dict[str, Cell]:
        """Recall, F1 of passages, pairs found and those of no relation."""
        overall, kinds = figures["overall"], figures["kinds"]
        scores: dict[str, Cell] = {"recall": round(overall["recall"], 4)}
        scores |= {kind: round(kinds[kind]["recall"], 4) if kind in kinds else None for kind in KINDS}
        scores["passage_f1"] = round(overall["passage_f1"], 4) or None
        return scores | {"pairs": self.pairs, "unrelated": figures["others"].get("unrelated", 0)}


COLUMNS = ("tool", "version", "reports", "cpu_s", "reports_per_cpu_s", "peak_mb", "recall", *KINDS, "passage_f1")
COUNTS = ("pairs", "unrelated", "times_whence", "remark")


def table(results: Sequence[Result]) -> list[dict[str, Cell]]:
    """All rows; with whence among them, its rate over that of each (more than one: whence is faster)."""
    rows = [result.row() for result in results]
    own = next((row["reports_per_cpu_s"] for row in rows if row["tool"] == "whence"), None)
    for row in rows:
        theirs = row["reports_per_cpu_s"]
        row["times_whence"] = round(float(own) / float(theirs), 2) if own and theirs else None
    return rows


def print_table(results: Sequence[Result]) -> None:
    """The table in Markdown."""
    columns = [*COLUMNS, *COUNTS]
    print("| " + " | ".join(name.replace("_", " ") for name in columns) + " |")
    print("|" + "---|" * len(columns))
    for row in table(results):
        print("| " + " | ".join(_shown(row.get(name)) for name in columns) + " |")


def write_csv(results: Sequence[Result], file: Path) -> None:
    """The table as CSV."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, [*COLUMNS, *COUNTS], lineterminator="\n")
        writer.writeheader()
        writer.writerows(table(results))


def _shown(cell: Cell) -> str:
    """A cell as it is read."""
    return "" if cell is None else f"{cell:,}" if isinstance(cell, int) else str(cell)
