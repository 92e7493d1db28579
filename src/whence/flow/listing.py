"""The pairs of a corpus one after the other, with their passages, and with the reports that were folded unfolded."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from whence.copies.link_kernel import ALL_LINKS, NEAREST
from whence.corpus.tables import day_path, read_day, read_days

Pair = dict[str, Any]


def list_pairs(out: Path) -> Iterator[Pair]:
    """The pairs of a corpus with their passages, in the order of the later report.

    A report that has the text of another is listed as that one is: pairs of reports with one text are told all where
    they are few, else with the first and the nearest; the same where both sides of a pair have several reports.

    Args:
        out: the folder of the tables.

    Yields:
        `{"a", "b", "words", "words_outside_quotations", "coverage_a", "coverage_b", "passages": [{"a": {"start",
        "end"}, "b": {"start", "end"}, "words", "quoted_a", "quoted_b", "furniture"}]}`.
    """
    members = read_members(out)
    for day in read_days(out, "pairs"):
        pairs, passages = read_day(out, "pairs", day), read_day(out, "passages", day)
        rows = _passages_of(pairs, passages)
        for pair, found in zip(pairs.drop_columns("longest").to_pylist(), rows, strict=True):
            for a, b in unfold(pair["a"], pair["b"], members):
                yield pair | {"a": a, "b": b, "passages": found}


def read_members(out: Path) -> dict[str, list[str]]:
    """For each report that others have the text of, all of them, itself first."""
    members: dict[str, list[str]] = {}
    for day in read_days(out, "reports"):
        table = pq.read_table(day_path(out, "reports", day), columns=["id", "same_text_as"])
        for row in table.filter(pc.is_valid(table["same_text_as"])).to_pylist():
            members.setdefault(row["same_text_as"], [row["same_text_as"]]).append(row["id"])
    return members


def unfold(a: str, b: str, members: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """The pairs of reports that one pair of texts stands for.

    >>> list(unfold("r1", "r2", {"r2": ["r2", "r3"]}))
    [('r1', 'r2'), ('r1', 'r3')]
    """
    one, other = members.get(a, [a]), members.get(b, [b])
    if b in one:
        few = len(one) * (len(one) - 1) // 2 <= ALL_LINKS
        place = one.index(b)
        yield from (
            (name, b) for name in (one[:place] if few else {a: 0} | dict.fromkeys(one[max(1, place - NEAREST) : place]))
        )
    elif len(one) * len(other) <= ALL_LINKS:
        yield from product(one, other)
    else:
        yield from ((a, name) for name in other)
        yield from ((name, b) for name in one[1:])


def _passages_of(pairs: Any, passages: Any) -> Iterator[list[dict[str, Any]]]:
    """The passages of each pair: they stand in the order of the pairs."""
    ends = _ends(pairs, passages)
    columns = [passages[name].to_pylist() for name in passages.schema.names[2:]]
    rows = [
        {
            "a": {"start": a_start, "end": a_end},
            "b": {"start": b_start, "end": b_end},
            "words": words,
            "quoted_a": quoted_a,
            "quoted_b": quoted_b,
            "furniture": furniture,
        }
        for a_start, a_end, b_start, b_end, words, quoted_a, quoted_b, furniture in zip(*columns, strict=True)
    ]
    start = 0
    for end in ends:
        yield rows[start:end]
        start = end


def _ends(pairs: Any, passages: Any) -> list[int]:
    """Where the passages of each pair end."""
    import numpy as np

    if not pairs.num_rows:
        return []
    a, b = (passages[name].combine_chunks().dictionary_encode().indices.to_numpy() for name in ("a", "b"))
    edges = np.flatnonzero((np.diff(a) != 0) | (np.diff(b) != 0)) + 1
    return [*edges.tolist(), passages.num_rows]
