"""Draw what grouping costs as a stream grows, from bench/results/growth.csv, for docs/explanation.

python -m bench.stories.growth_plot
"""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "bench" / "results" / "growth.csv"  # as bench.stories.growth printed it
DRAWING = ROOT / "docs" / "explanation" / "growth.svg"
SIZE, HEIGHT, MARGIN, GAP = 300.0, 180.0, 46.0, 60.0
STYLE = """text{font:12px system-ui,sans-serif;fill:#222}.small{font-size:10.5px;fill:#555}.frame{fill:none;stroke:#bbb}
.line{fill:none;stroke:#2f5f8f;stroke-width:1.6}.dot{fill:#2f5f8f}.back{fill:#fff}
@media (prefers-color-scheme:dark){text{fill:#eee}.small{fill:#bbb}.frame{stroke:#555}.line{stroke:#9db7d6}
.dot{fill:#9db7d6}.back{fill:#15181b}}"""
TITLE = "What grouping costs as a stream grows"


class Panel(NamedTuple):
    """One panel: its title, the column that is drawn, how a value is written, and the end of its scale."""

    title: str
    column: str
    form: str
    most: float


PANELS = (
    Panel("CPU milliseconds a report", "ms_a_report", "{:.1f}", 8.0),
    Panel("memory, MB", "mb", "{:,.0f}", 1_200.0),
)


def draw(rows: Sequence[dict[str, float]]) -> str:
    """The panels side by side; reports on a logarithmic scale, values from nothing.

    Args:
        rows: reports, milliseconds and MB at every mark.
    """
    width, height = MARGIN + len(PANELS) * (SIZE + GAP), HEIGHT + 2 * MARGIN
    pieces = [f'<rect class="back" width="{width:.0f}" height="{height:.0f}"/>']
    for number, panel in enumerate(PANELS):
        pieces += _panel(panel, rows, MARGIN + number * (SIZE + GAP))
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" role="img"><title>{TITLE}</title><style>{STYLE}</style>'
    )
    return "\n".join([opening, *pieces, "</svg>\n"])


def _panel(panel: Panel, rows: Sequence[dict[str, float]], left: float) -> list[str]:
    """One panel, each dot with its value above and its reports below."""
    first, last = (math.log(rows[place]["reports"]) for place in (0, -1))
    inner = SIZE - 2 * GAP / 3
    points = [
        (
            left + GAP / 3 + inner * (math.log(row["reports"]) - first) / (last - first),
            MARGIN + HEIGHT * (1 - row[panel.column] / panel.most),
            row,
        )
        for row in rows
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
    pieces = [
        f'<rect class="frame" x="{left}" y="{MARGIN}" width="{SIZE}" height="{HEIGHT}"/>',
        f'<polyline class="line" points="{line}"/>',
        f'<text x="{left}" y="{MARGIN - 12}">{panel.title}</text>',
        f'<text class="small" x="{left + SIZE / 2}" y="{MARGIN + HEIGHT + 34}" text-anchor="middle">reports</text>',
    ]
    for x, y, row in points:
        value, reports = panel.form.format(row[panel.column]), f"{row['reports'] / 1000:.0f}k"
        pieces += [
            f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="3"/>',
            f'<text class="small" x="{x - 10:.1f}" y="{y - 8:.1f}" text-anchor="middle">{value}</text>',
            f'<text class="small" x="{x:.1f}" y="{MARGIN + HEIGHT + 16}" text-anchor="middle">{reports}</text>',
        ]
    return pieces


def main() -> None:
    """Read, draw, write."""
    with RESULTS.open(encoding="utf-8", newline="") as file:
        rows = [{name: float(value) for name, value in row.items()} for row in csv.DictReader(file)]
    DRAWING.write_text(draw(rows), "utf-8")
    print(f"wrote {DRAWING}")


if __name__ == "__main__":
    main()
