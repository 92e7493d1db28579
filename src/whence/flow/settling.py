"""What depends on all reports together: standing lines, and which report stands for all with its text.

Part of the stage mark. A report that others change (a sentence of its own turns out to be a standing line) is entered
again with other side bits, and the old entry counts no longer: nothing on disk is ever altered.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from whence.copies.furniture_kernel import LEAST_REPORTS
from whence.copies.winnow_kernel import Postings
from whence.corpus.columns import release
from whence.corpus.index import Standing
from whence.corpus.partitions import find_postings, join_postings, slice_postings, sort_postings
from whence.flow.parts import BLOCK_WORDS, blocks, open_words, stretches, write_part
from whence.flow.work import Work

FOLD_MINUTES = 2 * 24 * 60  # the same text within two days is one version; later ones stand for themselves
DAY_MINUTES = 24 * 60


class Settled(NamedTuple):
    """What is known of every report now; the reports that joined, left or stand otherwise than before, with those that
    were entered again; and how many sentences were sorted into the new part."""

    standing: Standing
    changed: Any
    sentences: int


def settle(work: Work, before: Standing, name: str) -> Settled:
    """Find standing lines, enter anew the reports that they change, and fold the same texts.

    Args:
        work: the index, with the new reports appended.
        before: what stood before them.
        name: the new part, which receives the sentences of the new reports.
    """
    index = work.index
    known, total = len(before.alive), index.state.reports
    _, columns = index.part_columns(name)
    sentences = write_part(work, work.kernels.hash_sentences, np.arange(known, total), columns)
    old = [index.open_part(part)[1] for part in index.state.parts]
    new = Postings(**columns.open(sentences))
    alive = np.concatenate([before.alive, np.ones(total - known, np.uint8)])
    lines, moved = learn_lines(work, old, new, (alive, before.lines))
    again = np.unique(moved[moved < known])
    if len(again):
        enter_again(work, again)
        alive[again] = 0
        alive = np.concatenate([alive, np.ones(len(again), np.uint8)])
        columns.cut(0)
        sentences = write_part(work, work.kernels.hash_sentences, np.arange(known, index.state.reports), columns)
    mark_lines(work, np.arange(known, index.state.reports), lines)
    folds = fold_texts(work, before.folds, alive)
    old_folds = np.full(len(folds), -1, np.int64)
    old_folds[:known] = before.folds
    changed = np.union1d(np.flatnonzero((old_folds != folds) & (alive > 0)), again)
    posted = np.concatenate([before.posted, np.zeros(len(folds) - known, np.uint8)])
    return Settled(Standing(alive, folds, posted, lines), changed, sentences)


def learn_lines(work: Work, old: list[Postings], new: Postings, known: tuple[Any, Any]) -> tuple[Any, Any]:
    """The standing lines now, and the reports that have a sentence which became one or is none any more.

    Args:
        work: the index under work.
        old: sentences of the parts before.
        new: sentences of the new reports.
        known: which reports count, and the standing lines before.
    """
    alive, lines = known
    reports = work.index.open_reports()
    outlets = np.asarray(reports["outlets"])
    days = np.asarray(reports["minutes"]) // DAY_MINUTES
    found, moved = [], []
    for first, last in _whole_groups(new.hashes):
        group = slice_postings(new, first, last)
        looked = np.unique(group.hashes) if old else group.hashes[:0]
        if old:
            group = join_postings([find_postings(old, looked), group])
            group = Postings(*(column[alive[group.reports] > 0] for column in group))
            group = sort_postings(group, work.kernels)
        learned = np.empty(len(group.hashes) // LEAST_REPORTS + 1, np.uint64)
        learned = learned[: work.kernels.learn_furniture(group.hashes, group.reports, outlets, days, learned)]
        found.append(learned)
        if old:
            flipped = np.setxor1d(learned, lines[np.isin(lines, looked)])
            moved.append(group.reports[np.isin(group.hashes, flipped)])
            lines = lines[~np.isin(lines, looked)]
    empty = np.empty(0, np.uint32)
    return np.sort(np.concatenate([lines, *found])), np.concatenate([empty, *moved])


def _whole_groups(hashes: Any) -> list[tuple[int, int]]:
    """Stretches of sorted hashes of a bounded size that part no group."""
    cuts = [0]
    while cuts[-1] < len(hashes):
        end = min(cuts[-1] + BLOCK_WORDS, len(hashes))
        while end < len(hashes) and hashes[end] == hashes[end - 1]:
            end += 1
        cuts.append(end)
    return list(pairwise(cuts))


def mark_lines(work: Work, reports: Any, lines: Any) -> None:
    """Set the side bits of words in standing lines, in reports that are not committed yet."""
    words = open_words(work)
    written = work.index.open_words(writable=True)
    columns = words._replace(bits=written["bits"])
    hashes = work.index.word_hashes()
    for block in blocks(reports, words.bounds):
        for first, last in stretches(block):
            work.kernels.mark_furniture(columns, hashes, lines, first, last)
        release([words.numbers, columns.bits])


def enter_again(work: Work, reports: Any) -> None:
    """Append copies of the entries of some reports, whose side bits may then be set anew."""
    index = work.index
    words, columns = index.open_words(), index.open_reports()
    ids = index.open_ids()
    for report in reports.tolist():
        state = index.state
        first, last = _range(columns["word_ends"], report)
        start, end = _range(columns["id_ends"], report)
        index.words.append({name: column[first:last] for name, column in words.items()})
        index.ids.append({"id_bytes": ids[start:end]})
        state = state.with_counts(
            reports=state.reports + 1, words=state.words + last - first, id_bytes=state.id_bytes + end - start
        )
        facts = {name: column[report : report + 1] for name, column in columns.items()}
        index.reports.append(facts | {"word_ends": [state.words], "id_ends": [state.id_bytes]})
        index.state = state


def _range(ends: Any, place: int) -> tuple[int, int]:
    """Where the entry at a place starts and ends."""
    return int(ends[place - 1]) if place else 0, int(ends[place])


def fold_texts(work: Work, before: Any, alive: Any) -> Any:
    """For each report the one that stands for its text: the first to print it, within two days.

    Args:
        work: the index under work.
        before: the folds before this run, one for each report that there was.
        alive: which reports count.
    """
    columns = work.index.open_reports()
    folds = np.arange(len(alive), dtype=np.uint32)
    folds[: len(before)] = before
    texts = np.asarray(columns["texts"])
    new = texts[len(before) :]
    touched = np.flatnonzero((alive > 0) & np.isin(texts, new)) if len(before) else np.flatnonzero(alive)
    keys = (columns["id_hashes"][touched], columns["minutes"][touched], columns["text_tails"][touched], texts[touched])
    order = touched[np.lexsort(keys)]
    same = (texts[order][1:] == texts[order][:-1]) & (
        columns["text_tails"][order][1:] == columns["text_tails"][order][:-1]
    )
    folds[touched] = touched
    for start, stop in _runs(same):
        _fold_group(order[start:stop], columns["minutes"], folds)
    return folds


def _runs(same: Any) -> list[tuple[int, int]]:
    """Where entries that are the same as the one before them stand together: first, and one past the last."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], same.astype(np.int8), [0]])))
    return [(int(start), int(stop) + 1) for start, stop in zip(edges[::2], edges[1::2], strict=True)]


def _fold_group(reports: Any, minutes: Any, folds: Any) -> None:
    """Fold the reports of one text, in order of time, into the first of each two days."""
    first = reports[0]
    for report in reports.tolist():
        if minutes[report] - minutes[first] > FOLD_MINUTES:
            first = report
        folds[report] = first
