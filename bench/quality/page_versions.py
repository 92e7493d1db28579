"""Successive versions of Wikipedia pages in a known order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from bench.quality.shared_data import DATA, Row, lines

FIRST_DAY = date(2024, 1, 1)
SEED = 5
MOST_CHARACTERS = 20_000  # of a page: longer ones take seconds each
PAIRS = 600


def successive_versions(*, days: bool) -> Iterator[tuple[Row, Row, str]]:
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
        for first, second in pairwise(versions)
        if second["version"] == first["version"] + 1 and first["text"].split() != second["text"].split()
    ]
    for first, second in chance.sample(pairs, min(PAIRS, len(pairs))):
        one, two = _row(first, days=days), _row(second, days=days)
        older = chance.choice("ab")
        yield (one, two, older) if older == "a" else (two, one, older)


def _row(row: Row, *, days: bool) -> Row:
    """A version as a report."""
    day = (FIRST_DAY + timedelta(days=row["version"])).isoformat()
    return {"id": row["id"], "text": row["text"], "outlet": "Wikipedia", **({"published": day} if days else {})}


def page_of(row: Row) -> str:
    """The page that a version is of."""
    return str(row["id"]).rsplit("/", 1)[0]
