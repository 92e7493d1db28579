"""Reasons: what each clue to an edge is worth, in words, with the words of the reports that bear it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from whence.families.edge_clues import EDGE_CLUES
from whence.families.family_kernel import (
    EDIT_GRAMS,
    EDITS,
    GRAM_WORDS,
    KEPT,
    KEPT_PROSE,
    KNOWN_EDITS,
    KNOWN_PASSAGES,
    PASSAGES,
    SEAM_GRAMS,
    SEAMS,
)
from whence.families.source_clues import CHILD_CLUES
from whence.families.texts import runs_of
from whence.families.trace import Traced
from whence.records import Clue, Evidence

LEAST_WEIGHT = 0.1  # log-odds; clues that say less are left out
MOST_CLUES = 8
LIKELY_RIVAL = 0.1  # a parent less likely is no rival: the edge is weighed against itself turned round
Pair = tuple[int, int]


class _Seen(NamedTuple):
    """Both views of an edge, in counts."""

    child: Any
    parent: Any
    rare: int


_SAYS: dict[str, Callable[[_Seen], str]] = {
    "shared_prose": lambda seen: f"about {_words(seen.child[KEPT_PROSE])} words of prose are the same in both",
    "put_in": lambda seen: f"the later has {_count(seen.child[EDITS], 'edit')} that the earlier lacks",
    "passages_put_in": lambda seen: f"the later has {_count(seen.child[PASSAGES], 'passage')} that the earlier lacks",
    "cut_out": lambda seen: (
        f"{_count(seen.parent[EDITS], 'wording')} of the earlier changed, {_count(seen.child[SEAMS], 'seam')} of cuts"
    ),
    "passages_cut": lambda seen: f"the later lacks {_count(seen.parent[PASSAGES], 'passage')} of the earlier",
    "wordings_of_others": lambda seen: (
        f"the later has {_words(seen.child[KNOWN_EDITS])} changed words as others have them and the earlier has not"
        if seen.child[KNOWN_EDITS]
        else "every wording that the later shares with others stands in the earlier"
    ),
    "passages_of_others": lambda seen: (
        f"passages of {_words(seen.child[KNOWN_PASSAGES])} words stand in others and not in the earlier"
        if seen.child[KNOWN_PASSAGES]
        else "every passage that the later shares with others stands in the earlier"
    ),
    "kept_by_others": lambda seen: f"others keep {_words(seen.parent[KNOWN_EDITS])} words that the later has changed",
    "passages_kept_by_others": lambda seen: (
        f"others keep passages of {_words(seen.parent[KNOWN_PASSAGES])} words that the later has dropped"
    ),
    "rare_wording": lambda seen: f"{_words(seen.rare)} words in both that hardly another has",
    "coverage": lambda seen: f"{_words(seen.child[KEPT])} words of the later stand in the earlier",
    "explains_most": lambda _: "how much of the later this one explains, against the best of the others",
    "fewest_steps": lambda _: "how many edits lie between them, against the nearest of the others",
    "parent_is_agency": lambda _: "the earlier is an agency",
    "near_in_time": lambda _: "how near in time they appeared, by the times that they claim",
}


def explain_edges(traced: Traced, edges: Sequence[Pair], *, words: bool = True) -> list[tuple[Clue, ...]]:
    """Why each of some edges is likely or not.

    A clue's weight is what it adds to the edge beyond the next likeliest parent of the same child; where there is no
    other, beyond the same edge turned round.

    Args:
        traced: the family.
        edges: parent and child of each.
        words: say each in words, with evidence.

    Returns:
        For each edge its clues, the weightiest first.
    """
    if not edges:
        return []
    rivals = [_rival(traced, parent, child) for parent, child in edges]
    alone = np.array([rival is None for rival in rivals])
    places = tuple(np.array(edges).T)
    against = tuple(np.array([rival or edge for rival, edge in zip(rivals, edges, strict=True)]).T)
    found: list[list[Clue]] = [[] for _ in edges]
    for clue in (*EDGE_CLUES, *CHILD_CLUES):
        name, values = clue.__name__, traced.sums.parts[clue.__name__]
        weights = values[places] - np.where(alone, 0.0, values[against])
        for place in np.flatnonzero(np.abs(weights) >= LEAST_WEIGHT).tolist():
            edge, rounded = edges[place], round(float(weights[place]), 2)
            said = (_say(traced, name, edge), rounded, _evidence(traced, name, edge)) if words else ("", rounded)
            found[place].append(Clue(name, *said))
    return [tuple(sorted(clues, key=lambda clue: -abs(clue.weight))[:MOST_CLUES]) for clues in found]


def _rival(traced: Traced, parent: int, child: int) -> Pair | None:
    """What an edge is weighed against."""
    chances = traced.solved.edges[:, child].copy()
    chances[[parent, child]] = -1.0
    best = int(chances.argmax())
    if chances[best] >= LIKELY_RIVAL or parent == traced.lost:
        return (best, child) if chances[best] > 0 else None
    return child, parent


def _say(traced: Traced, name: str, edge: Pair) -> str:
    """What a clue says of an edge."""
    parent, child = edge
    if name == "has_the_mark":
        carries = traced.members[child].agencies
        return f"the later carries the mark of {min(carries)}" if carries else "the later carries no agency's mark"
    texts = traced.views.texts
    rare = int(((texts.holders[texts.of(child)] == 2) & texts.presence[parent, texts.of(child)]).sum())
    return _SAYS[name](_Seen(traced.views.numbers[child, parent], traced.views.numbers[parent, child], rare))


def _evidence(traced: Traced, name: str, edge: Pair) -> tuple[Evidence, ...]:
    """The words that bear a clue out: the longest run that both have, or the longest edit or passage that one lacks."""
    parent, child = edge
    if name in ("shared_prose", "rare_wording"):
        return _shared(traced, child, parent)
    if name in ("put_in", "wordings_of_others"):
        return _lacking(traced, child, parent, _EDIT)
    if name in ("passages_put_in", "passages_of_others"):
        return _lacking(traced, child, parent, _PASSAGE)
    if name in ("passages_cut", "passages_kept_by_others") and parent < traced.lost:
        return _lacking(traced, parent, child, _PASSAGE)
    return ()


_EDIT = range(SEAM_GRAMS + 1, EDIT_GRAMS + 1)  # grams of a run, as the kernel counts it
_PASSAGE = range(EDIT_GRAMS + 1, 1 << 31)


def _shared(traced: Traced, text: int, other: int) -> tuple[Evidence, ...]:
    """The longest run of a text's grams that another has, as words."""
    runs = runs_of(traced.views.texts.presence[other, traced.views.texts.of(text)])
    start, end = max(runs, key=_length, default=(0, 0))
    return (traced.members[text].first.evidence(start, end + GRAM_WORDS - 1),) if end > start else ()


def _lacking(traced: Traced, text: int, other: int, lengths: range) -> tuple[Evidence, ...]:
    """The longest run of a text's grams, of some lengths, that another lacks, as the words that no shared gram has."""
    grams, overlap = traced.views.texts.of(text), GRAM_WORDS - 1
    runs = [run for run in runs_of(~traced.views.texts.presence[other, grams]) if _length(run) in lengths]
    if not runs:
        return ()
    start, end = max(runs, key=_length)
    start, end = start + overlap if start else 0, end + overlap if end == len(grams) else end
    return (traced.members[text].first.evidence(start, end),) if end > start else ()


def _length(run: tuple[int, int]) -> int:
    """How many grams are in a run."""
    return run[1] - run[0]


def _words(grams: float) -> int:
    """Grams as words, roughly."""
    return int(grams) + GRAM_WORDS - 1 if grams else 0


def _count(number: float, noun: str) -> str:
    """A number with its noun."""
    return f"{int(number) or 'no'} {noun}{'' if int(number) == 1 else 's'}"
