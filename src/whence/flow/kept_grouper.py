"""The stream of stories of a store: saved from time to time, and brought up to date from what the store holds since.

A writer that starts again has the same stream as one that went on: what was saved, and the reports that came after it,
entered where they were put then.
"""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

import numpy as np
import orjson

from whence.flow.saved_grouper import parts_of
from whence.records import Report
from whence.store.protocol import Standing, Store
from whence.stories.grouper import NO_PHRASES, Grouper, Near, Placed
from whence.stories.story_weights import load_story_weights
from whence.stories.terms import read_terms

WINDOW_REPORTS = 20_000  # the latest, among which a report looks for its story; saved they take 30 MB
SNAPSHOT_EVERY = 1_000  # reports; to enter as many again takes some 2 s
REPAIR_EVERY = 500  # reports, as in trace
PART_BYTES = 8_000_000  # of a snapshot: what one row of any database takes with ease
LOT = 500  # reports read at a time


def new_grouper() -> Grouper:
    """A stream with nothing in it."""
    return Grouper(load_story_weights(), window=WINDOW_REPORTS)


def save_stream(grouper: Grouper) -> tuple[int, tuple[bytes, ...]]:
    """What a stream remembers beside what the store holds of its reports: of how many reports, and in parts.

    Args:
        grouper: the stream.
    """
    base = grouper.vectors.base
    phrases, named = grouper.phrases[base:], [sorted(days) for days in grouper.named_days[base:]]
    arrays = {
        **grouper.vectors.arrays(),
        **grouper.postings.arrays(),
        "seen": grouper.counts.seen,
        "days": np.array(grouper.days, np.int32),
        "phrases": np.concatenate([*phrases, NO_PHRASES]),
        "phrase_sizes": np.array([len(one) for one in phrases], np.int32),
        "named_days": np.array([day for days in named for day in days], np.int32),
        "named_sizes": np.array([len(days) for days in named], np.int32),
    }
    words = {"terms": grouper.counts.names, "counted": grouper.counts.reports, "base": base}
    words |= {"bridged": sorted(grouper.bridged), "touched": sorted(grouper.touched)}
    file = io.BytesIO()
    np.savez_compressed(file, words=np.frombuffer(orjson.dumps(words), np.uint8), **arrays)
    data = file.getvalue()
    parts = tuple(data[start : start + PART_BYTES] for start in range(0, len(data), PART_BYTES))
    return len(grouper.ids), parts


def load_stream(store: Store, standing: Standing) -> Grouper:
    """The stream of a store, up to date.

    Args:
        store: only read.
        standing: how its reports stand.
    """
    grouper, total = new_grouper(), len(standing.ids)
    saved = store.snapshot()
    if saved and saved[0] <= total:
        _restore(grouper, saved, standing)
    for first in range(len(grouper.ids), total, LOT):
        numbers = range(first, min(first + LOT, total))
        reports = store.reports(number + 1 for number in numbers)
        for number in numbers:
            _enter(grouper, number, reports[number + 1], standing)
            if (number + 1) % REPAIR_EVERY == 0:  # what was to be repaired then stands repaired in the store
                grouper.bridged.clear()
                grouper.touched.clear()
    return grouper


def _restore(grouper: Grouper, saved: tuple[int, tuple[bytes, ...]], standing: Standing) -> None:
    """Take up what was saved."""
    count, parts = saved
    with np.load(io.BytesIO(b"".join(parts))) as file:
        arrays: dict[str, Any] = {name: file[name] for name in file.files}
    words = orjson.loads(arrays.pop("words").tobytes())
    base = words["base"]
    grouper.ids = list(standing.ids[:count])
    grouper.numbers = {name: number for number, name in enumerate(grouper.ids)}
    grouper.counts.restore(words["terms"], arrays["seen"], words["counted"])
    grouper.vectors.restore(arrays, base)
    grouper.postings.restore(arrays)
    grouper.days = arrays["days"].tolist()
    grouper.of_day = Counter(grouper.days)
    grouper.phrases = [NO_PHRASES] * base + parts_of(arrays["phrases"], arrays["phrase_sizes"])
    named = parts_of(arrays["named_days"], arrays["named_sizes"])
    grouper.named_days = [frozenset[int]()] * base + [frozenset(days.tolist()) for days in named]
    for number in range(count):
        _place(grouper, number, standing)
    _follow(grouper, standing, count)
    grouper.bridged = {(a, b) for a, b in words["bridged"]}
    grouper.touched = set(words["touched"])


def _place(grouper: Grouper, number: int, standing: Standing) -> None:
    """Put a report where the store has it; numbers of a stream count from 0."""
    story, original, held = standing.stories[number] - 1, standing.same_text_as[number], standing.held[number]
    grouper.story_of.append(story)
    if original is not None:
        grouper.copy_of[number] = original - 1
    else:
        grouper.members.setdefault(story, []).append(number)
    if held is not None:
        grouper.held[number] = held - 1


def _follow(grouper: Grouper, standing: Standing, count: int) -> None:
    """Let the numbers of stories that are no more lead to those that their first reports are in."""
    for number in range(count):
        if standing.same_text_as[number] is None and number not in grouper.members:
            grouper.moved[number] = grouper.story_of[number]


def _enter(grouper: Grouper, number: int, report: Report, standing: Standing) -> None:
    """Take in a report that came after the stream was saved."""
    original, story, held = standing.same_text_as[number], standing.stories[number] - 1, standing.held[number]
    if original is not None:
        grouper.add_copy(report.id, original - 1)
        return
    best = Near(story, held - 1, 1.0, 1, 1, None) if held is not None else None
    because = "passages" if held is not None else None
    grouper.enter(report.id, read_terms(report), Placed(number, story, "join", because, best))  # type: ignore[arg-type]
    bridges = standing.bridges[number]
    if bridges:
        grouper.bridged |= {(a - 1, b - 1) for a, b in orjson.loads(bridges)}
