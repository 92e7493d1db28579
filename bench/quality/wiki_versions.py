"""Successive versions of Wikipedia pages: which is the older, from the text alone and with the days known?

python -m bench.quality.wiki_versions
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from bench.quality.lineage_data import facts_of
from bench.quality.shared_data import DATA, Row, lines, report_of
from whence.lineage.relate import relate
from whence.lineage.weights import load_weights

FIRST_DAY = date(2024, 1, 1)
SEED = 5
MOST_CHARACTERS = 20_000  # of a page: longer ones take seconds each
PAIRS = 300


def successive(*, days: bool) -> Iterator[tuple[Row, Row, str]]:
    """Pairs of successive versions of a page that differ, in an order drawn by lot, and which is the older ("a", "b").

    With `days` every version appeared a day after the one before it, in the same outlet.
    """
    chance = random.Random(SEED)
    pages: dict[str, list[Row]] = {}
    for row in lines(DATA / "wikiversions" / "versions.jsonl.gz"):
        if len(row["text"]) <= MOST_CHARACTERS:
            pages.setdefault(row["article"], []).append(row)
    pairs = [
        (first, second)
        for versions in pages.values()
        for first, second in zip(versions, versions[1:], strict=False)
        if second["version"] == first["version"] + 1 and first["text"].split() != second["text"].split()
    ]
    for first, second in chance.sample(pairs, min(PAIRS, len(pairs))):
        both = [_row(row, days=days) for row in (first, second)]
        older = chance.choice("ab")
        yield (*(both if older == "a" else both[::-1]), older)


def _row(row: Row, *, days: bool) -> Row:
    """A version as a report."""
    day = (FIRST_DAY + timedelta(days=row["version"])).isoformat()
    return {"id": row["id"], "text": row["text"], "outlet": "Wikipedia", **({"published": day} if days else {})}


def measure() -> dict[str, float]:
    """How often the older version is told, and how often rightly; printed for text alone and with days."""
    weights, found = load_weights(), {}
    for name, days in (("text", False), ("days", True)):
        decided = right = count = 0
        for a, b, older in successive(days=days):
            relation = relate(facts_of(report_of(a), report_of(b)), weights)
            count += 1
            decided += relation.parent is not None
            right += relation.parent == older
        found |= {f"wiki.{name}_decided": 100 * decided / count, f"wiki.{name}_right": 100 * right / max(1, decided)}
    return found


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name}={value:.1f}")
