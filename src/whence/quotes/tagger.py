"""The tagger: reports' tokens in, attributions as ranges of tokens out.

Windows of several reports are read together, longest first: a matrix product of many rows costs little more than one of
few.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from whence.quotes.chain import Labels, best_labels, label_marginals
from whence.quotes.features import Codes, Lexicon, encode
from whence.quotes.linking import Linked, WindowPieces, link_pieces
from whence.quotes.links import Piece
from whence.quotes.network import Array, pack, read_windows
from whence.quotes.odds import EVEN, Odds
from whence.quotes.tokens import Tokens
from whence.quotes.weights import TaggerWeights
from whence.quotes.windows import Range, split_windows

GROUP_TOKENS = 10_000  # read side by side; 5,000 is 3 % slower, 20,000 takes 110 MB more (bench/speed/quotes)
ROLES = ("source", "cue", "content")
_SEPARATOR = (1, 0, 0, 11, 0)  # word, ending, beginning, shape and marks of what stands between two paragraphs


class Tagged(NamedTuple):
    """One attribution as ranges of a report's tokens, and how sure the tagger is of it."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    odds: Odds


class Window(NamedTuple):
    """One window of one report: its codes, and the token of each row (-1 between paragraphs)."""

    report: int
    codes: Codes
    places: Labels


def tag_reports(reports: Sequence[Tokens], weights: TaggerWeights) -> list[list[Tagged]]:
    """Find the attributions of several reports.

    Args:
        reports: the tokens of each.
        weights: what the tagger learned.

    Returns:
        For each report its attributions, in the order of their contents.
    """
    windows = sorted(cut_windows(reports, weights.lexicon), key=lambda one: -len(one.codes))
    found: list[list[Tagged]] = [[] for _ in reports]
    for group in _groups(windows):
        for window, told in _tag_windows(group, weights):
            found[window.report] += told
    return [sorted(ones, key=lambda one: one.content) for ones in found]


def _groups(windows: Sequence[Window]) -> Iterator[list[Window]]:
    """Windows in groups of a bounded number of tokens, so that memory does not grow with a report."""
    group: list[Window] = []
    held = 0
    for window in windows:
        group.append(window)
        held += len(window.codes)
        if held >= GROUP_TOKENS:
            yield group
            group, held = [], 0
    if group:
        yield group


def _tag_windows(windows: Sequence[Window], weights: TaggerWeights) -> Iterator[tuple[Window, list[Tagged]]]:
    """The attributions of windows, longest first."""
    states, marginals = read_states(windows, weights)
    labels = best_labels(marginals * weights.leniency, [len(window.codes) for window in windows])
    start = 0
    for window, spelled in zip(windows, labels, strict=True):
        end = start + len(spelled)
        pieces = pieces_of(spelled, np.flatnonzero(window.places < 0).tolist())
        linked = link_pieces(pieces, states[start:end], weights.cue_of_content, weights.source_of_cue)
        odds = marginals[np.arange(start, end), spelled]
        told = (_tagged(one, window.places, odds) for one in linked)
        yield window, [one for one in told if one.content]  # a content may be the separator alone
        start = end


def read_states(windows: Sequence[Window], weights: TaggerWeights) -> tuple[Array, Array]:
    """The states and the label marginals of windows put end to end, longest first."""
    packed = pack([len(window.codes) for window in windows])
    states = read_windows(weights.network, np.concatenate([window.codes for window in windows]), packed)
    scores = states @ weights.network.labels + weights.network.labels_bias
    return states, label_marginals(scores, weights.begin, weights.steps, packed)


def cut_windows(reports: Sequence[Tokens], lexicon: Lexicon) -> Iterator[Window]:
    """The windows of reports, with a separator between paragraphs."""
    numbers = lexicon.numbers()
    for number, tokens in enumerate(reports):
        codes = encode(tokens, numbers)
        for window in split_windows(tokens):
            rows: list[int] = []
            for start, end in window:
                rows += [-1, *range(start, end)] if rows else range(start, end)
            places = np.array(rows, np.int64)
            cut = codes[places]
            between = np.flatnonzero(places < 0)
            cut[between, :5] = _SEPARATOR
            cut[between, 5] = codes[places[between + 1], 5]
            yield Window(number, cut, places)


def pieces_of(labels: Labels, breaks: list[int]) -> WindowPieces:
    """The pieces that labels spell; an inside label without its beginning begins one.

    >>> pieces_of(np.array([1, 2, 3, 0, 5, 6]), []).content
    [Piece(start=4, end=6)]
    """
    found: tuple[list[Piece], list[Piece], list[Piece]] = ([], [], [])
    start, role = 0, 0
    changes = np.flatnonzero(np.diff(labels, append=0, prepend=0)).tolist()
    begins = np.flatnonzero(labels % 2).tolist()
    for place in sorted({*changes, *begins}):
        label = int(labels[place]) if place < len(labels) else 0
        kind = (label + 1) // 2
        if role and (kind != role or label % 2):
            found[role - 1].append(Piece(start, place))
            role = 0
        if kind and not role:
            start, role = place, kind
    return WindowPieces(*found, breaks)


def _tagged(one: Linked, places: Labels, odds: Array) -> Tagged:
    """An attribution in the report's tokens."""
    parts = (() if one.source is None else (one.source,), () if one.cue is None else (one.cue,), one.content)
    source, cue, content = (tuple(r for piece in part for r in _ranges(piece, places)) for part in parts)
    sure = [least for part in parts for least in _least(part, odds)]
    return Tagged(source, cue, content, Odds._make([*sure, one.link_odds]))


def _least(pieces: Sequence[Piece], odds: Array) -> tuple[float, float]:
    """The least probable label of some pieces, and the least probable first label."""
    if not pieces:
        return EVEN, EVEN
    return (
        min(float(odds[piece.start : piece.end].min()) for piece in pieces),
        min(float(odds[piece.start]) for piece in pieces),
    )


def _ranges(piece: Piece, places: Labels) -> Iterator[Range]:
    """A piece as ranges of the report's tokens, cut where a paragraph ends."""
    inside = places[piece.start : piece.end]
    start = 0
    for gap in [*np.flatnonzero(inside < 0).tolist(), len(inside)]:
        if gap > start:
            yield int(inside[start]), int(inside[gap - 1]) + 1
        start = gap + 1
