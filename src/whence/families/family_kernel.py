"""What each member of a family has that another lacks, in the subset of Python that Numba compiles.

A text is its word 3-grams. Where a run of them is missing in another text, its length tells what happened: two are a
seam (something was cut out here, or the order changed), up to eight an edit of a few words, more a passage.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

Kernel = Callable[..., Any]
GRAM_WORDS = 3
SEAM_GRAMS = 2  # words missing between two that are there: none
EDIT_GRAMS = 8  # up to six words
KEPT_PROSE, KEPT, SEAMS, EDITS, PASSAGES, PASSAGE_GRAMS, TAIL, LEAD, KNOWN_EDITS, KNOWN_PASSAGES, RARE = range(11)
VIEWS = 11  # numbers a pair


class FamilyTexts(NamedTuple):
    """Texts as grams: `grams` and `prose` of all, one after the other (`bounds`), those that one text alone has being
    PRIVATE; `presence` says which text has which gram, `holders` how many members have it."""

    grams: Any
    prose: Any
    bounds: Any
    presence: Any
    holders: Any

    def of(self, text: int) -> Any:
        """The grams of one text."""
        return self.grams[self.bounds[text] : self.bounds[text + 1]]

    @property
    def sizes(self) -> Any:
        """How many grams each text has."""
        return np.diff(self.bounds)


def view_pairs(texts: FamilyTexts, wanted: Any, views: Any) -> None:
    """Look at every wanted pair from the side of its first member.

    Args:
        texts: the texts.
        wanted: texts by texts: which pairs to look at.
        views: receives VIEWS numbers for each pair (texts by texts by VIEWS): grams of prose and grams that the other
            has too; seams, edits and passages that it lacks; grams in these passages; grams of the passage that ends
            and of the one that begins the text; grams in edits and in passages that some third member has; and the
            grams that it has too, each by how few share it.
    """
    count = len(texts.bounds) - 1
    for i in range(count):
        first, last = texts.bounds[i], texts.bounds[i + 1]
        for j in range(count):
            if i == j or not wanted[i, j]:
                continue
            view = views[i, j]
            run, known = 0, 0
            for place in range(first, last):
                gram = texts.grams[place]
                if texts.presence[j, gram]:
                    if run:
                        note_run(view, run, known, place - run == first, False)
                        run, known = 0, 0
                    view[KEPT] += 1
                    view[KEPT_PROSE] += texts.prose[place]
                    view[RARE] += 1.0 / max(1, texts.holders[gram] - 1)
                else:
                    run += 1
                    known += texts.holders[gram] > 1
            if run:
                note_run(view, run, known, last - run == first, True)


def note_run(view: Any, run: int, known: int, leads: bool, ends: bool) -> None:
    """Count a run of missing grams, `known` of which some third member has."""
    if run <= SEAM_GRAMS:
        view[SEAMS] += 1
    elif run <= EDIT_GRAMS:
        view[EDITS] += 1
        view[KNOWN_EDITS] += known
    else:
        view[PASSAGES] += 1
        view[PASSAGE_GRAMS] += run
        view[KNOWN_PASSAGES] += known
        if leads:
            view[LEAD] += run
        if ends:
            view[TAIL] += run
