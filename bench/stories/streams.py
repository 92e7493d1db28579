"""Sets as streams: what every report shares with earlier ones, and the columns of clues of all pairs looked at."""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bench.stories.data import Told
from whence.corpus.kernels import choose_kernels
from whence.corpus.tables import read_day, read_days
from whence.flow.encoders import Encoder, text_of
from whence.flow.trace import TraceOptions, Tracer
from whence.stories.grouper import Grouper, Kin
from whence.stories.meaning import Meanings, beyond_chance
from whence.stories.pair_clues import Beside
from whence.stories.story_weights import StoryWeights
from whence.stories.terms import NAMES, WORDS, Terms, read_terms
from whence.stories.vectors import COUNTED

START = 737_000  # a day in 2018
Shared = Mapping[str, Sequence[tuple[str, int, float]]]


class Arriving(NamedTuple):
    """A report that arrives: its story, its terms, which others it shares passages with, and, where there is an
    encoder, what it means to that."""

    id: str
    story: str
    terms: Terms
    shared: Sequence[tuple[str, int, float]]
    vector: Any = None


class Pairs(NamedTuple):
    """Pairs that were looked at: columns of clues, the stories of both, and by how many deviations an encoder finds
    them more alike than others: NaN where nothing is known, or where they share nothing beyond chance."""

    columns: Any
    stories: Sequence[tuple[str, str]]
    deviations: Any

    @property
    def same(self) -> Any:
        """Whether both tell one story."""
        return np.array([a == b for a, b in self.stories])


def arriving(told: Sequence[Told], *, shared_text: bool = False) -> list[Arriving]:
    """Reports in order, with their terms and, if wanted, what they share: clues do not read it, joining does."""
    shared = shared_passages(told) if shared_text else {}
    return [Arriving(one.report.id, one.story, read_terms(one.report), shared.get(one.report.id, ())) for one in told]


def encoded(stream: Sequence[Arriving], told: Sequence[Told], encoder: Encoder) -> list[Arriving]:
    """A stream with what each of its reports means to an encoder."""
    vectors = encoder.encode([text_of(one.report.title, one.report.text) for one in told])
    by_id = {one.report.id: vector for one, vector in zip(told, vectors, strict=True) if vector.any()}
    return [one._replace(vector=by_id.get(one.id)) for one in stream]


def shared_passages(told: Sequence[Told]) -> Shared:
    """For each report the others it shares passages with: id, words of prose, the larger coverage."""
    found: dict[str, list[tuple[str, int, float]]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "reports.jsonl", Path(folder) / "out"
        source.write_text(
            "\n".join(json.dumps({"id": one.report.id, "text": one.report.text}) for one in told), "utf-8"
        )
        reports = (one.report for one in told)
        Tracer(out, TraceOptions(), choose_kernels(None), lambda *_: None).run({}, lambda: reports)
        for day in read_days(out, "pairs"):
            for row in read_day(out, "pairs", day).to_pylist():
                said = row["words_outside_quotations"], max(row["coverage_a"], row["coverage_b"])
                found[row["a"]].append((row["b"], *said))
                found[row["b"]].append((row["a"], *said))
    return found


def kin_of(grouper: Grouper, one: Arriving) -> list[Kin]:
    """The reports that have arrived and share passages with one."""
    return [Kin(grouper.numbers[name], words, cover) for name, words, cover in one.shared if name in grouper.numbers]


def crowded(stream: Sequence[Arriving], days: int) -> list[Arriving]:
    """A stream as busy as a newsroom's: every story is moved, as a whole, into so many days."""
    first: dict[str, int] = {}
    for one in stream:
        if one.terms.day is not None:
            first[one.story] = min(first.get(one.story, one.terms.day), one.terms.day)
    found = []
    for one in stream:
        if one.terms.day is None:
            found.append(one)
            continue
        place = int.from_bytes(blake2b(one.story.encode(), digest_size=4).digest(), "big") % days
        by = START - first[one.story] + place
        named = frozenset(day + by for day in one.terms.named_days)
        found.append(one._replace(terms=one.terms._replace(day=one.terms.day + by, named_days=named)))
    return sorted(found, key=lambda one: (one.terms.day is None, one.terms.day or 0, one.id))


def look_at(stream: Sequence[Arriving], weights: StoryWeights) -> Pairs:
    """The pairs of a stream that grouping looks at."""
    grouper = Grouper(weights)
    if any(one.vector is not None for one in stream):
        grouper.encoded = Meanings("bench")  # looked at, and not weighed
    columns, stories, deviations = [], [], []
    for one in stream:
        looked = grouper.look(one.id, one.terms, kin_of(grouper, one), one.vector)
        columns.append(looked.columns)
        stories += [(one.story, stream[other].story) for other in looked.others.tolist()]
        deviations.append(_speaking(looked.beside))
    return Pairs(np.concatenate([part for part in columns if len(part)]), stories, np.concatenate(deviations))


def _speaking(beside: Beside) -> Any:
    """Deviations of the pairs among which an encoder may speak, NaN for the others."""
    if beside.deviations is None:
        return np.full(len(beside.days), np.nan)
    shares = beyond_chance(beside.cosines[:, WORDS], beside.rare[:, COUNTED.index(NAMES)])
    return np.where(shares, beside.deviations, np.nan)
