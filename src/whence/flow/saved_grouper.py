"""A stream of stories on disk: a run that comes later loads it and goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from whence.corpus.columns import sync_file
from whence.corpus.state import write_whole
from whence.stories.grouper import NO_PHRASES, Grouper
from whence.stories.meaning import Meanings
from whence.stories.story_weights import load_meaning_weights, load_story_weights

ARRAYS, NAMES = "stories.npz", "stories.json"


def save_grouper(folder: Path, grouper: Grouper) -> None:
    """Write a stream; the second of its two files counts, and says how many reports the first must have.

    Args:
        folder: of the index.
        grouper: repaired.
    """
    arrays = {**arrays_of(grouper), "story_of": np.array(grouper.story_of, np.int32)}
    for place, kept in enumerate(grouper.meanings.values()):
        arrays[f"encoded_{place}"], arrays[f"meaning_{place}"] = kept.arrays()
    draft = folder / f"draft-{ARRAYS}"
    np.savez(draft, **arrays)
    sync_file(draft)
    draft.replace(folder / ARRAYS)
    names = {
        **counts_of(grouper),
        "ids": grouper.ids,
        "moved": list(grouper.moved.items()),
        "copy_of": list(grouper.copy_of.items()),
        "held": list(grouper.held.items()),
    }
    if grouper.encoded is not None:
        names["meanings"] = [kept.learned() for kept in grouper.meanings.values()]
        names["encoder"] = grouper.encoded.encoder
    write_whole(folder / NAMES, orjson.dumps(names))


def load_grouper(folder: Path) -> Grouper:
    """The stream as it was saved; a new one where there is none, or a run was killed between its two files."""
    grouper = Grouper(load_story_weights())
    if not (folder / NAMES).exists():
        return grouper
    names = orjson.loads((folder / NAMES).read_bytes())
    with np.load(folder / ARRAYS) as file:
        arrays = {name: file[name] for name in file.files}
    if len(arrays["days"]) != len(names["ids"]):
        return grouper
    restore(grouper, names["ids"], arrays, names)
    grouper.moved, grouper.copy_of, grouper.held = (dict(names[name]) for name in ("moved", "copy_of", "held"))
    grouper.story_of = arrays["story_of"].tolist()
    for report, story in enumerate(grouper.story_of):
        if report not in grouper.copy_of:
            grouper.members.setdefault(story, []).append(report)
    _restore_meanings(grouper, names, arrays)
    return grouper


def arrays_of(grouper: Grouper) -> dict[str, Any]:
    """The arrays of a stream: vectors and postings, of each report in them its wording and the days that it names, and
    the days of all reports."""
    base = grouper.vectors.base
    phrases, named = grouper.phrases[base:], [sorted(days) for days in grouper.named_days[base:]]
    return {
        **grouper.vectors.arrays(),
        **grouper.postings.arrays(),
        "seen": grouper.counts.seen,
        "days": np.array(grouper.days, np.int32),
        "phrases": np.concatenate([*phrases, NO_PHRASES]),
        "phrase_sizes": np.array([len(one) for one in phrases], np.int32),
        "named_days": np.array([day for days in named for day in days], np.int32),
        "named_sizes": np.array([len(days) for days in named], np.int32),
    }


def counts_of(grouper: Grouper) -> dict[str, Any]:
    """What of a stream is no array: terms, how many reports were counted, the first report that has a vector."""
    return {"terms": grouper.counts.names, "counted": grouper.counts.reports, "base": grouper.vectors.base}


def restore(grouper: Grouper, ids: Sequence[str], arrays: Mapping[str, Any], counts: Mapping[str, Any]) -> None:
    """Take up what a stream was, all but the stories that its reports are in.

    Args:
        grouper: a new one.
        ids: of its reports.
        arrays: as `arrays_of` gave them.
        counts: as `counts_of` gave them.
    """
    base = counts["base"]
    grouper.ids = list(ids)
    grouper.numbers = {name: number for number, name in enumerate(grouper.ids)}
    grouper.counts.restore(counts["terms"], arrays["seen"], counts["counted"])
    grouper.vectors.restore(arrays, base)
    grouper.postings.restore(arrays)
    grouper.days = arrays["days"].tolist()
    grouper.of_day = Counter(grouper.days)
    grouper.phrases = [NO_PHRASES] * base + _parts(arrays["phrases"], arrays["phrase_sizes"])
    named = _parts(arrays["named_days"], arrays["named_sizes"])
    grouper.named_days = [frozenset[int]()] * base + [frozenset(days.tolist()) for days in named]


def _restore_meanings(grouper: Grouper, names: dict[str, Any], arrays: dict[str, Any]) -> None:
    """Take up what encoders have said, if any was used."""
    for place, learned in enumerate(names.get("meanings", ())):
        kept = grouper.meanings[learned["encoder"]] = Meanings(learned["encoder"])
        kept.restore(arrays[f"encoded_{place}"], arrays[f"meaning_{place}"], learned)
    if "encoder" in names:
        grouper.use(names["encoder"], load_meaning_weights())


def _parts(values: Any, sizes: Any) -> list[Any]:
    """An array in parts of some sizes."""
    return np.split(values, np.cumsum(sizes)[:-1]) if len(sizes) else []
