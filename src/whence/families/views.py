"""Views: what every member of a family has that every other lacks, and what is known of each beside its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from whence.families import family_kernel
from whence.families.family_kernel import VIEWS, FamilyTexts, Kernel
from whence.families.texts import Piece, Words, add_lost_source, number_grams

ALL_COMPARED = 150  # members up to which every pair is looked at; of more, each with its nearest
NEAREST = 24
SAMPLED_GRAMS = 2048  # shared grams by which the nearest are found


class Marks(NamedTuple):
    """What is known of members beside their words: who carries an agency's mark, who is the agency, who is earlier than
    whom by any time, and how far apart they are (`claims.distances`; members by members)."""

    marked: Any
    is_agency: Any
    earlier: Any
    distances: Any


class Views(NamedTuple):
    """A family as clues see it. `numbers[i, j]` is the view of text i against text j (`family_kernel.view_pairs`); the
    last text is the lost source. `wanted` says which pairs were looked at, `sizes` how many grams each text has,
    `known` how many of each member's some other member has."""

    texts: FamilyTexts
    pieces: tuple[Piece, ...]
    numbers: Any
    wanted: Any
    sizes: Any
    known: Any
    marks: Marks

    @property
    def members(self) -> int:
        """How many members there are, the lost source left out."""
        return len(self.known)

    def childs(self, number: int) -> Any:
        """A number of the child's view of its parent (texts by members: row the parent, column the child)."""
        return self.numbers[:, :, number].T[:, : self.members]

    def parents(self, number: int) -> Any:
        """A number of the parent's view of its child."""
        return self.numbers[:, : self.members, number]


def view_family(texts: Sequence[Words], marks: Marks, view_pairs: Kernel = family_kernel.view_pairs) -> Views:
    """Look at every pair of a family's members, and at each beside the source that they may have lost.

    Args:
        texts: the members' words, no two of them the same; at least one.
        marks: what else is known of them.
        view_pairs: the kernel, plain or compiled.
    """
    members = number_grams(texts)
    known = np.add.reduceat(np.append(members.holders[members.grams] > 1, 0), members.bounds[:-1]).astype(np.int64)
    known[members.sizes == 0] = 0
    everybody, pieces = add_lost_source(members)
    count = len(texts) + 1
    wanted = _wanted(members)
    numbers = np.zeros((count, count, VIEWS), np.float32)
    view_pairs(everybody, wanted, numbers)
    return Views(everybody, pieces, numbers, wanted, everybody.sizes, known, marks)


def _wanted(members: FamilyTexts) -> Any:
    """Which pairs to look at: all of a small family; in a large one each member with its nearest."""
    count = len(members.presence)
    wanted = np.ones((count + 1, count + 1), bool)
    if count <= ALL_COMPARED:
        return wanted
    step = max(1, members.presence.shape[1] // SAMPLED_GRAMS)
    sampled = members.presence[:, 1::step].astype(np.float32)
    likeness = sampled @ sampled.T
    size = sampled.sum(axis=1)
    likeness = likeness / np.maximum(1, np.minimum(size[:, None], size[None, :])) + likeness / SAMPLED_GRAMS
    np.fill_diagonal(likeness, -1)
    nearest = np.argpartition(-likeness, NEAREST, axis=1)[:, :NEAREST]
    wanted[:count, :count] = False
    wanted[np.arange(count)[:, None], nearest] = True
    wanted[:count, :count] |= wanted[:count, :count].T
    return wanted
