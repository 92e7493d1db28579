"""The texts of a family as numbers: word 3-grams, who has which, and the text that a lost source must have had."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from whence.families.family_kernel import EDIT_GRAMS, GRAM_WORDS, FamilyTexts

WORD_BITS = 21  # three word numbers fit a 64-bit integer
PRIVATE = 0  # the number of every gram that one text alone has
NEIGHBOURHOOD = 15  # grams on either side among which a wording is compared with the best-kept one
MINOR_SHARE = 0.34  # a wording that fewer than a third of those around it have is somebody's edit, not the source's
MAJOR_SHARE = 0.6  # where two wordings compete, the member that the text begins with is followed, unless so many differ
SAMPLED_GRAMS = 4096  # grams of a very large family by which kin is found
LEAST_GROUP = 2  # a source that is lost stands before two members at least
KIN_GRAMS = 25  # a text belongs to a reconstruction if it has so many of its grams


class Words(NamedTuple):
    """A text: the number of each word, and whether it is prose (outside quotation marks and furniture)."""

    numbers: Any
    prose: Any


class Piece(NamedTuple):
    """A stretch of a member's grams, half-open."""

    member: int
    start: int
    end: int


def number_grams(texts: Sequence[Words]) -> FamilyTexts:
    """The grams of texts.

    Args:
        texts: the members; word numbers must be equal where words are.

    >>> found = number_grams([Words([1, 2, 3, 4], [True] * 4), Words([1, 2, 3], [True] * 3)])
    >>> found.grams.tolist(), found.bounds.tolist()
    ([1, 0, 1], [0, 2, 3])
    """
    lengths = np.array([len(text.numbers) for text in texts])
    numbers = np.concatenate([np.asarray(text.numbers, np.int64) for text in texts])
    prose = np.concatenate([np.asarray(text.prose, bool) for text in texts])
    local = numbers
    if numbers.max(initial=0) >> WORD_BITS:
        local = np.unique(numbers, return_inverse=True)[1].astype(np.int64)
    starts = np.cumsum(lengths) - lengths
    sizes = np.maximum(0, lengths - (GRAM_WORDS - 1))
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    places = np.arange(bounds[-1]) + np.repeat(starts - bounds[:-1], sizes)
    keys = (local[places] << 2 * WORD_BITS) | (local[places + 1] << WORD_BITS) | local[places + 2]
    distinct, grams = np.unique(keys, return_inverse=True)
    owners = np.repeat(np.arange(len(texts)), sizes)
    pairs = np.unique(owners * np.int64(len(distinct) + 1) + grams)
    shared = np.bincount(pairs % (len(distinct) + 1), minlength=len(distinct)) > 1
    renumbered = np.where(shared, np.cumsum(shared), PRIVATE)
    grams = renumbered[grams].astype(np.int32)
    presence = np.zeros((len(texts), int(shared.sum()) + 1), bool)
    presence[owners, grams] = True
    presence[:, PRIVATE] = False
    holders = np.maximum(1, presence.sum(axis=0)).astype(np.int32)
    return FamilyTexts(grams, prose[places] & prose[places + 1] & prose[places + 2], bounds, presence, holders)


def add_lost_source(texts: FamilyTexts) -> tuple[FamilyTexts, tuple[Piece, ...]]:
    """The texts and, last, the text that a lost source of them must have had.

    It has the wordings that several members share, but for those that only a few of the members who have the place
    share (somebody's edits, handed on). It begins with the member that has most of them, and takes in what others
    share and this one lacks: passages alone, and of texts alone that have much else of it.

    Args:
        texts: the members.

    Returns:
        The texts with one more, and the pieces that it is put together from.
    """
    most = _best_kept(texts)
    core = _shared_by(texts, most, MINOR_SHARE)
    counts = np.add.reduceat(np.append(core[texts.grams], 0), np.minimum(texts.bounds[:-1], len(texts.grams)))
    counts[texts.sizes == 0] = 0
    base = _beginning(counts, _share_much(texts))
    taken = np.zeros(len(core), bool)
    pieces = [Piece(base, start, end) for start, end in runs_of(core[texts.of(base)])]
    taken[texts.of(base)] = core[texts.of(base)]
    kin = (texts.presence & taken).sum(axis=1) >= KIN_GRAMS
    for member in np.argsort(-counts, kind="stable").tolist():
        own = texts.of(member)
        for start, end in runs_of(core[own] & ~taken[own]) if kin[member] else ():
            holders = texts.presence[:, own[start:end]].mean(axis=1) > 0.5
            if end - start > EDIT_GRAMS and kin[holders].all():
                pieces.append(Piece(member, start, end))
                taken[own[start:end]] = True
    major = _shared_by(texts, most, MAJOR_SHARE) & texts.presence[kin].any(axis=0)
    return _with_text(texts, pieces, major), tuple(pieces)


def _beginning(counts: Any, kin: Any) -> int:
    """The member with which a lost source's text begins: the one with most of the core, unless it is all that holds two
    groups of others together. Then it was merged from both, and only the larger group has had one source."""
    among = counts > 0
    among[counts.argmax()] = True
    while True:
        base = int(np.where(among, counts, -1).argmax())
        rest = among.copy()
        rest[base] = False
        groups = connected_groups(kin & rest[:, None] & rest[None, :])
        groups = [group for group in groups if rest[group[0]]]
        largest = max(groups, key=len, default=[])
        if len(largest) < LEAST_GROUP or len(largest) == rest.sum():
            return base
        apart = [group for group in groups if len(group) >= LEAST_GROUP]
        if len(apart) < LEAST_GROUP:
            return base
        among = np.zeros(len(counts), bool)
        among[largest] = True


def _share_much(texts: FamilyTexts) -> Any:
    """Which members share as much as texts of one source do (members by members)."""
    step = max(1, texts.presence.shape[1] // SAMPLED_GRAMS)
    sampled = texts.presence[:, 1::step].astype(np.float32)
    return (sampled @ sampled.T) * step >= KIN_GRAMS


def connected_groups(linked: Any) -> list[list[int]]:
    """The connected groups of a symmetric relation, each in order.

    >>> connected_groups(np.array([[0, 0, 1], [0, 0, 0], [1, 0, 0]], bool))
    [[0, 2], [1]]
    """
    left = np.ones(len(linked), bool)
    groups = []
    for start in range(len(linked)):
        if left[start]:
            group = np.zeros(len(linked), bool)
            group[start] = True
            edge = group
            while edge.any():
                edge = linked[edge].any(axis=0) & ~group
                group |= edge
            left &= ~group
            groups.append(np.flatnonzero(group).tolist())
    return groups


def _best_kept(texts: FamilyTexts) -> Any:
    """For each gram of the texts, by how many members the best-kept gram around it is shared."""
    most = texts.holders[texts.grams]
    reach = 1
    while reach <= NEIGHBOURHOOD:  # steps of 1, 2, 4, 8: together as far as the neighbourhood
        wider = most.copy()
        wider[reach:] = np.maximum(wider[reach:], most[:-reach])
        wider[:-reach] = np.maximum(wider[:-reach], most[reach:])
        most, reach = wider, 2 * reach
    return most


def _shared_by(texts: FamilyTexts, most: Any, share: float) -> Any:
    """Which grams several members have, and no smaller share of those who have the words around them."""
    having = texts.holders[texts.grams]
    core = np.zeros(len(texts.holders), bool)
    core[texts.grams[(having > 1) & (having >= share * most)]] = True
    core[PRIVATE] = False
    return core


def runs_of(flags: Any) -> list[tuple[int, int]]:
    """Where runs of true begin and end.

    >>> runs_of(np.array([True, True, False, True]))
    [(0, 2), (3, 4)]
    """
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(np.int8), [0]])))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _with_text(texts: FamilyTexts, pieces: Sequence[Piece], also: Any) -> FamilyTexts:
    """The texts with one more, put together from pieces; it also has the wordings of others at the same places."""
    places = [np.arange(piece.start, piece.end) + texts.bounds[piece.member] for piece in pieces]
    chosen = np.concatenate(places) if places else np.empty(0, np.int64)
    row = also.copy()
    row[texts.grams[chosen]] = True
    row[PRIVATE] = False
    return FamilyTexts(
        np.concatenate([texts.grams, texts.grams[chosen]]),
        np.concatenate([texts.prose, texts.prose[chosen]]),
        np.append(texts.bounds, texts.bounds[-1] + len(chosen)),
        np.concatenate([texts.presence, row[None]]),
        texts.holders,
    )
