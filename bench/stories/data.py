"""Sets of reports with the story that each tells, read where they lie in ../shared/data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import islice
from typing import Any, NamedTuple

from bench.corpus.sources import open_texts
from bench.families.generate import family_lines
from bench.families.growing import Grower
from bench.quality.shared_data import DATA, lines
from bench.stories.templates import template_reports
from whence.reading.record import read_record
from whence.records import Report
from whence.stories.terms import day_of

SEED = 7  # of the split into halves by story
COPIED_FAMILIES, COPIES_SEED = 150, 11
TEMPLATES_EACH = 60


class Told(NamedTuple):
    """A report and its story."""

    report: Report
    story: str


def allsides() -> Iterator[Told]:
    """Reports that editors put side by side as one story."""
    for story in lines(DATA / "allsides" / "stories.jsonl.gz"):
        for row in story["articles"]:
            yield _told(row, story["story"])


def gva() -> Iterator[Told]:
    """Reports of shootings by incident."""
    for row in lines(DATA / "gva" / "articles.jsonl.gz"):
        yield _told(row, row["story"])


def basil() -> Iterator[Told]:
    """Triplets on one event, among the reports of `allsides`."""
    for row in lines(DATA / "basil" / "articles.jsonl.gz"):
        yield _told(row, f"basil/{row['triplet']}")
    yield from allsides()


def templates() -> Iterator[Told]:
    """Made-up reports from templates, each of its own facts."""
    yield from told_of(template_reports(seed=11, each=TEMPLATES_EACH))


def told_of(records: Iterable[Mapping[str, str]]) -> Iterator[Told]:
    """Made-up reports, each a story of its own."""
    for number, record in enumerate(records):
        yield Told(read_record(record, labelled=False), f"template/{number}")


def copies() -> Iterator[Told]:
    """Families of made-up copies of real reports: cut, reworded, merged; each family tells one story."""
    grower = Grower(open_texts("abp"), COPIES_SEED)
    outlets = [outlet.name for outlet in grower.newsroom.outlets]
    for number, family in enumerate(islice(grower.families(2, 6), COPIED_FAMILIES)):
        for line in family_lines(family, outlets, number):
            yield Told(read_record(json.loads(line), labelled=False), f"copies/{number}")


SETS: dict[str, Callable[[], Iterator[Told]]] = {"allsides": allsides, "gva": gva, "basil": basil}


def in_order(told: Iterator[Told]) -> list[Told]:
    """Reports as they would arrive: by day, then id; undated ones last."""
    return sorted(told, key=lambda one: (day_of(one.report) is None, day_of(one.report) or 0, one.report.id))


def half_of(story: str) -> int:
    """In which half a story is: what is scored was not trained on."""
    return blake2b(f"{SEED} {story}".encode(), digest_size=2).digest()[0] % 2


def _told(row: Mapping[str, Any], story: str) -> Told:
    """A report with the fields that whence reads."""
    fields = {"id": row["id"], "title": row["title"], "published": row["date"], "outlet": row.get("source")}
    body = {"text": row["text"]} if "text" in row else {"paragraphs": row["paragraphs"]}
    return Told(read_record(fields | body | {"url": row.get("url")}, labelled=False), story)
