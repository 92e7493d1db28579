"""Linking: which cue a piece of content belongs to, and which source a cue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from whence.quotes.links import Piece, link_buckets
from whence.quotes.network import Array
from whence.quotes.weights import LinkWeights

LINK_COLUMNS = 64  # of the product of asking and answering


class Linked(NamedTuple):
    """One attribution of a window as places of its pieces, and how probable its links are."""

    source: Piece | None
    cue: Piece | None
    content: tuple[Piece, ...]
    link_odds: float


class WindowPieces(NamedTuple):
    """The pieces found in a window, in order, and the places of the separators between its paragraphs."""

    source: list[Piece]
    cue: list[Piece]
    content: list[Piece]
    breaks: list[int]


def link_pieces(
    pieces: WindowPieces, states: Array, content_links: LinkWeights, cue_links: LinkWeights
) -> list[Linked]:
    """Join the pieces of a window into attributions.

    Args:
        pieces: what was found.
        states: the upper layer's states of the window, shape (tokens, columns).
        content_links: scores of cues for contents.
        cue_links: scores of sources for cues.

    Returns:
        One attribution for each cue that has content, and one for each content without a cue, in the order of content.
        A source without a cue and a cue without content are left out.
    """
    if not pieces.content:
        return []
    cues = link_probabilities(pieces.content, pieces.cue, pieces.breaks, states, content_links)
    sources = link_probabilities(pieces.cue, pieces.source, pieces.breaks, states, cue_links)
    chosen = cues.argmax(axis=1)
    found: list[Linked] = []
    by_cue: dict[int, list[int]] = {}
    for content, cue in enumerate(chosen.tolist()):
        if cue:
            by_cue.setdefault(cue - 1, []).append(content)
        else:
            found.append(Linked(None, None, (pieces.content[content],), float(cues[content, 0])))
    for cue, contents in by_cue.items():
        source = int(sources[cue].argmax())
        odds = float(np.mean([cues[content, cue + 1] for content in contents]) * sources[cue, source])
        who = pieces.source[source - 1] if source else None
        found.append(Linked(who, pieces.cue[cue], tuple(pieces.content[c] for c in contents), odds))
    return sorted(found, key=lambda one: one.content[0].start)


def link_probabilities(
    asking: Sequence[Piece], answering: Sequence[Piece], breaks: Sequence[int], states: Array, links: LinkWeights
) -> Array:
    """The probability of each answer to each asking piece, shape (asking, 1 + answering); column 0 is none of them."""
    if not asking:
        return np.zeros((0, 1 + len(answering)), np.float32)
    asks = _ends(states, asking)
    scores = np.empty((len(asking), 1 + len(answering)), np.float32)
    scores[:, 0] = asks @ links.none + links.none_bias
    if answering:
        buckets = link_buckets(asking, answering, [piece.start for piece in answering], breaks)
        product = (asks @ links.asks + links.asks_bias) @ (
            _ends(states, answering) @ links.answers + links.answers_bias
        ).T
        place = links.distance[buckets[..., 0]] + links.between[buckets[..., 1]] + links.breaks[buckets[..., 2]]
        scores[:, 1:] = product / LINK_COLUMNS**0.5 + place
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True), np.float32)


def _ends(states: Array, pieces: Sequence[Piece]) -> Array:
    """What a piece is to the link scorer: the states of its first and its last token."""
    first = states[[piece.start for piece in pieces]]
    last = states[[piece.end - 1 for piece in pieces]]
    return np.concatenate([first, last], axis=1)
