"""Reliability: what is said against what holds, drawn for docs/explanation.

python -m bench.quality.reliability FAMILIES

Probabilities of kinds and directions are those of held-out pairs (cross-validation); those of parents, of generated
families that nothing was trained on.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bench.families.score import judge_all
from bench.families.seen import read_families
from bench.quality.lineage_data import load_examples
from bench.quality.validate_lineage import judgements
from whence.families.family_weights import load_family_weights

DRAWING = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "reliability.svg"
SIZE, MARGIN, GAP = 230.0, 46.0, 40.0
BINS = np.linspace(0, 1, 11)
STYLE = """text{font:12px system-ui,sans-serif;fill:#222}.small{font-size:10.5px;fill:#555}.frame{fill:none;stroke:#bbb}
.even{stroke:#999;stroke-dasharray:4 3}.line{fill:none;stroke:#2f5f8f;stroke-width:1.6}.dot{fill:#2f5f8f}
.back{fill:#fff}
@media (prefers-color-scheme:dark){text{fill:#eee}.small{fill:#bbb}.frame{stroke:#555}.line{stroke:#9db7d6}
.dot{fill:#9db7d6}.back{fill:#15181b}}"""


class Curve(NamedTuple):
    """One panel: its title, what was said and whether it held, judgement by judgement."""

    title: str
    said: Any
    held: Any


def draw(curves: Sequence[Curve]) -> str:
    """Panels side by side: what is said, and the share of it that holds, in each tenth; dots grow with the count."""
    width = MARGIN + len(curves) * (SIZE + GAP)
    height = SIZE + 2 * MARGIN
    pieces = [f'<rect class="back" width="{width:.0f}" height="{height:.0f}"/>']
    for number, curve in enumerate(curves):
        pieces += _panel(curve, MARGIN + number * (SIZE + GAP))
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" role="img"><title>What is said against what holds</title><style>{STYLE}</style>'
    )
    return "\n".join([opening, *pieces, "</svg>\n"])


def _panel(curve: Curve, left: float) -> list[str]:
    """One panel."""
    top = MARGIN
    place = np.clip(np.digitize(curve.said, BINS) - 1, 0, 9)
    points = [
        (float(curve.said[place == k].mean()), float(curve.held[place == k].mean()), int((place == k).sum()))
        for k in range(10)
        if (place == k).sum() >= 5
    ]
    error = sum(count * abs(said - held) for said, held, count in points) / max(1, sum(count for *_, count in points))
    at = [(left + SIZE * said, top + SIZE * (1 - held), count) for said, held, count in points]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in at)
    dots = [
        f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{2 + min(5, count**0.5 / 8):.1f}"/>' for x, y, count in at
    ]
    return [
        f'<rect class="frame" x="{left}" y="{top}" width="{SIZE}" height="{SIZE}"/>',
        f'<path class="even" d="M{left} {top + SIZE}L{left + SIZE} {top}"/>',
        f'<polyline class="line" points="{line}"/>', *dots,
        f'<text x="{left}" y="{top - 22}">{curve.title}</text>',
        f'<text class="small" x="{left}" y="{top - 8}">{len(curve.said):,} judgements, mean error {error:.3f}</text>',
        f'<text class="small" x="{left}" y="{top + SIZE + 16}">0</text>',
        f'<text class="small" x="{left + SIZE / 2 - 10}" y="{top + SIZE + 16}">said</text>',
        f'<text class="small" x="{left + SIZE - 6}" y="{top + SIZE + 16}">1</text>',
    ]  # fmt: skip


def main() -> None:
    """Draw the panels."""
    found = judgements(load_examples())
    titles = {"kind": "the kind of a relation", "copy": "which is the copy", "version": "which version is older"}
    curves = [Curve(title, *found[name]) for name, title in titles.items()]
    families = list(read_families(Path(sys.argv[1])))
    for times, title in (("none", "parents in a family, no times"), ("minute", "parents, times to the minute")):
        judged, _ = judge_all(families, times, load_family_weights())
        curves.append(Curve(title, np.array([j.probability for j in judged]), np.array([j.right for j in judged])))
    DRAWING.write_text(draw(curves), "utf-8")
    print(f"wrote {DRAWING}")


if __name__ == "__main__":
    main()
