"""Labelled pairs as signals: what every clue says of them, ready to be weighed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from bench.quality.page_versions import page_of, successive_versions
from bench.quality.shared_data import SHARED, Row, relation_pairs, report_of, reports_by_id
from whence.changes.find import find_changes
from whence.copies.passages import align_reports, find_shared
from whence.lineage.direction_clues import DIRECTION_CLUES
from whence.lineage.facts import PairFacts, ReportFacts
from whence.lineage.kind_clues import KIND_CLUES
from whence.lineage.signal import Clue
from whence.records import Report

SAMPLE = SHARED / "cases" / "sky-news-interview"
SAMPLE_WEIGHT = 3.0  # as the pairs that two readers agree on
PAGE_WEIGHT = 0.2  # some hundred pairs of pages do not outweigh the pairs of news
KIND_PAGE_WEIGHT = 0.03  # and for the kind less, so that a reworked copy of news is not called an edition
LABELS = Path(__file__).with_name("lineage_labels.jsonl")


@dataclass(frozen=True)
class Example:
    """A pair with its label, how sure the reader was, and the value of each clue."""

    a: str
    b: str
    label: str
    parent: str | None
    weight: float
    gold: bool
    kind: dict[str, float]
    direction: dict[str, float]
    bare: dict[str, float] | None = None  # the clues to the kind when neither outlets nor times are known


def facts_of(a: Report, b: Report) -> PairFacts:
    """Two reports aligned and compared."""
    alignment = align_reports(a, b)
    return PairFacts(
        ReportFacts(a, alignment.a, b),
        ReportFacts(b, alignment.b, a),
        alignment,
        find_shared(alignment),
        find_changes(a, b, alignment),
    )


def load_examples() -> list[Example]:
    """The 58 pairs of ../shared/data/relations (gold) and the pairs that we labelled (`lineage_labels.jsonl`)."""
    examples = [_example(pair, pair["reports"], gold=True) for pair in relation_pairs()]
    reports = reports_by_id()
    for line in LABELS.read_text("utf-8").splitlines():
        label = json.loads(line)
        examples.append(_example(label, [reports[label["a"]], reports[label["b"]]], gold=False))
    return examples


@cache
def page_examples(*, held_out: bool = False) -> tuple[Example, ...]:
    """Successive versions of Wikipedia pages, every second pair without its outlet.

    Args:
        held_out: the pages to measure on, instead of every second page, to train on.
    """
    rows = [(page_of(a), a, b, older) for a, b, older in successive_versions(days=False)]
    half = set(sorted({page for page, *_ in rows})[int(held_out) :: 2])
    found = []
    for number, (page, a, b, older) in enumerate(rows):
        if page in half:
            known = {} if number % 2 else {"outlet": None}
            pair = facts_of(report_of(a | known), report_of(b | known))
            values = (_values(pair, KIND_CLUES), _values(pair, DIRECTION_CLUES))
            found.append(Example(a["id"], b["id"], "version", older, PAGE_WEIGHT, False, *values))
    return tuple(found)


def lightly(pages: Iterable[Example]) -> list[Example]:
    """Pages as they count for the kind of relation."""
    return [replace(page, weight=KIND_PAGE_WEIGHT) for page in pages]


def sample_examples() -> list[Example]:
    """The first real case, known to be a copy of A, with the outlets and times that a caller may or may not give."""
    a, b = ((SAMPLE / f"{name}.txt").read_text("utf-8") for name in ("a", "b"))
    known: list[Row] = [{}, {"published": "2024-11-29"}, {"outlet": "New York Post", "published": "2024-11-29"}]
    pair = {"a": "a", "b": "b", "label": "copy", "parent": "a", "confidence": SAMPLE_WEIGHT}
    return [_example(pair, [{"id": "a", "text": a, **more}, {"id": "b", "text": b}], gold=False) for more in known]


def _example(label: Row, rows: list[Row], *, gold: bool) -> Example:
    """One labelled pair with the value of every clue."""
    by_id = {row["id"]: report_of(row) for row in rows}
    pair = facts_of(by_id[label["a"]], by_id[label["b"]])
    kind = "none" if label["label"] == "furniture" else label["label"]
    parent = label["parent"] if kind in ("copy", "version") else None
    values = (_values(pair, KIND_CLUES), _values(pair, DIRECTION_CLUES))
    weight = 1.0 if gold else label["confidence"]
    return Example(
        label["a"], label["b"], kind, parent, weight, gold, *values, _values(without_outlets(pair), KIND_CLUES)
    )


def without_outlets(pair: PairFacts) -> PairFacts:
    """The same pair where nobody says in which outlets the two appeared, or when."""
    a, b = (replace(facts.report, outlet=None, published=None) for facts in (pair.a, pair.b))
    return replace(pair, a=ReportFacts(a, pair.a.tokens, b), b=ReportFacts(b, pair.b.tokens, a))


def _values(pair: PairFacts, clues: tuple[Clue, ...]) -> dict[str, float]:
    """What each clue is worth on this pair, 0 where it says nothing."""
    found = {clue.__name__: clue(pair) for clue in clues}
    return {name: signal.value if signal else 0.0 for name, signal in found.items()}
