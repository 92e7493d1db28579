"""The stream of stories of a store: saved from time to time, and brought up to date from what the store holds since.

A writer that starts again has the same stream as one that went on: what was saved, and the reports that came after it,
entered where they were put then.
"""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import orjson

from whence.flow.grouping import REPAIR_EVERY
from whence.flow.saved_grouper import arrays_of, counts_of, restore
from whence.records import Because, Report
from whence.store.protocol import Standing, Store
from whence.stories.grouper import Grouper, Near, Placed
from whence.stories.story_weights import load_story_weights
from whence.stories.terms import read_terms

WINDOW_REPORTS = 20_000  # the latest, among which a report looks for its story; 8,000 saved take 20.5 MB
SNAPSHOT_EVERY = 1_000  # reports: at most as many are entered again
PART_BYTES = 8_000_000  # of a snapshot: what one row of any database takes with ease
LOT = 500  # reports read at a time


def save_stream(grouper: Grouper) -> tuple[int, tuple[bytes, ...]]:
    """What a stream remembers beside what the store holds of its reports: of how many reports, and in parts.

    Args:
        grouper: the stream.
    """
    words = counts_of(grouper) | {"bridged": sorted(grouper.bridged), "touched": sorted(grouper.touched)}
    file = io.BytesIO()
    np.savez_compressed(file, words=np.frombuffer(orjson.dumps(words), np.uint8), **arrays_of(grouper))
    data = file.getvalue()
    parts = tuple(data[start : start + PART_BYTES] for start in range(0, len(data), PART_BYTES))
    return len(grouper.ids), parts


def load_stream(store: Store, standing: Standing) -> Grouper:
    """The stream of a store, up to date.

    Args:
        store: only read.
        standing: how its reports stand.
    """
    grouper, total = Grouper(load_story_weights(), window=WINDOW_REPORTS), len(standing.ids)
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
    restore(grouper, standing.ids[:count], arrays, words)
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
    because: Because | None = "passages" if held is not None else None
    best = Near(story, held - 1, 1.0, 1, 1, None) if held is not None else None
    grouper.enter(report.id, read_terms(report), Placed(number, story, "join", because, best))
    bridges = standing.bridges[number]
    if bridges:
        grouper.bridged |= {(a - 1, b - 1) for a, b in orjson.loads(bridges)}
