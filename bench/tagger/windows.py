"""Windows as training examples: codes, labels, pieces, and which piece belongs to which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from bench.tagger.corpus import ROLES, Labelled
from whence.quotes.links import Piece
from whence.quotes.windows import split_windows

Array = np.ndarray[Any, np.dtype[Any]]
FIRST_LABEL = {"source": 1, "cue": 3, "content": 5}
SEPARATOR = (1, 0, 0, 11, 0)  # word, ending, beginning, shape, marks of the token between paragraphs; layout is added


class Example(NamedTuple):
    """One window: codes (n, 6), labels (n), the pieces of each role, and the links between them.

    `cues_of[i]` is the number of the cue of content piece `i`, `sources_of[i]` that of the source of cue `i`; -1 none,
    -2 not known. `breaks` are the places of the separators.
    """

    codes: Array
    labels: Array
    pieces: dict[str, list[Piece]]
    cues_of: list[int]
    sources_of: list[int]
    breaks: list[int]


def window_codes(codes: Array, window: Sequence[tuple[int, int]]) -> tuple[Array, Array]:
    """The codes of a window with a separator before each paragraph but the first, and each row's token (-1: none)."""
    rows, places = [], []
    for number, (start, end) in enumerate(window):
        if number:
            rows.append(np.array([[*SEPARATOR, codes[start, 5]]], np.int32))
            places.append(np.array([-1]))
        rows.append(codes[start:end])
        places.append(np.arange(start, end))
    return np.concatenate(rows), np.concatenate(places)


def merged(pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces of one attribution that touch, as one."""
    found: list[tuple[int, int]] = []
    for start, end in pieces:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def label_tokens(report: Labelled) -> Array:
    """One label a token; where pieces overlap, the shorter wins."""
    labels = np.zeros(len(report.tokens.keys), np.int64)
    spans = [(end - start, start, end, role) for one in report.attributions for role in ROLES
             for start, end in merged(one[role])]  # fmt: skip
    for _, start, end, role in sorted(spans, reverse=True):
        labels[start] = FIRST_LABEL[role]
        labels[start + 1 : end] = FIRST_LABEL[role] + 1
    before = np.concatenate(([0], labels[:-1]))
    broken = (labels > 0) & (labels % 2 == 0) & (before != labels) & (before != labels - 1)
    return labels - broken  # what a shorter piece cut off begins anew


def pieces_of(labels: Sequence[int]) -> dict[str, list[Piece]]:
    """The pieces that labels spell; an inside label without its beginning begins one."""
    found: dict[str, list[Piece]] = {role: [] for role in ROLES}
    start, role = 0, 0
    for place, label in enumerate([*labels, 0]):
        kind = (label + 1) // 2
        if role and (kind != role or label % 2 == 1):
            found[ROLES[role - 1]].append(Piece(start, place))
            role = 0
        if kind and not role:
            start, role = place, kind
    return found


def examples(report: Labelled, codes: Array, first_tokens: int) -> Iterator[Example]:
    """The windows of a labelled report."""
    all_labels = label_tokens(report)
    owners = _owners(report)
    for window in split_windows(report.tokens, first_tokens=first_tokens):
        rows, places = window_codes(codes, window)
        labels = _across(np.where(places >= 0, all_labels[np.maximum(places, 0)], 0), places)
        pieces = pieces_of(labels.tolist())
        at = {role: [(int(places[p.start]), int(places[p.end - 1]) + 1) for p in pieces[role]] for role in ROLES}
        cues_of = [_answer(owners["content"].get(span), at["cue"], report, "cue") for span in at["content"]]
        sources_of = [_answer(owners["cue"].get(span), at["source"], report, "source") for span in at["cue"]]
        yield Example(rows, labels, pieces, cues_of, sources_of, np.flatnonzero(places < 0).tolist())


def _across(labels: Array, places: Array) -> Array:
    """Labels in which a piece that goes on in the next paragraph covers the separator, and a cut one begins anew."""
    for gap in np.flatnonzero(places < 0):
        if labels[gap + 1] and labels[gap + 1] % 2 == 0:
            labels[gap] = labels[gap + 1]
    if labels[0] and labels[0] % 2 == 0:
        labels[0] -= 1
    return labels


def _owners(report: Labelled) -> dict[str, dict[tuple[int, int], int]]:
    """Which attribution each whole piece belongs to."""
    return {
        role: {span: number for number, one in enumerate(report.attributions) for span in merged(one[role])}
        for role in ROLES
    }


def _answer(owner: int | None, places: list[tuple[int, int]], report: Labelled, role: str) -> int:
    """Which of a window's pieces belongs to an attribution: its number, -1 none, -2 not known."""
    if owner is None:
        return -2
    wanted = set(merged(report.attributions[owner][role]))
    if not wanted:
        return -1
    return next((number for number, span in enumerate(places) if span in wanted), -1)
