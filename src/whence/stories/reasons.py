"""Reasons: why a report is in its story, and why it is not in the nearest other one."""

from __future__ import annotations

import numpy as np

from whence.records import Clue, Membership, Nearest
from whence.stories.grouper import NO_DAY, Grouper, Near, Placed
from whence.stories.pair_clues import PAIR_CLUES
from whence.stories.terms import FULL_NAMES, NAMES, NUMBERS, TITLE, WORDS

LEAST_WEIGHT = 0.1  # log-odds; clues that say less are left out
MOST_CLUES = 6
MOST_TERMS = 4  # that both share, the weightiest
SHARED = {"headline": TITLE, "words": WORDS, "names": NAMES, "full_names": FULL_NAMES, "numbers": NUMBERS}
LABELS = {clue.__name__: (clue.__doc__ or "").rstrip(".") for clue in PAIR_CLUES}


def explain(grouper: Grouper, placed: Placed) -> Membership:
    """Why a report is where it was put.

    Args:
        grouper: the stream, the report taken in.
        placed: where it was put.
    """
    best, other = placed.best, placed.other
    joined = placed.answer == "join" and best is not None
    return Membership(
        report=grouper.ids[placed.report],
        story=grouper.ids[placed.story],
        answer=placed.answer,
        because=placed.because,
        like=grouper.ids[best.report] if joined and best else None,
        probability=round(best.probability, 3) if joined and best and placed.because == "likeness" else None,
        clues=_clues(grouper, placed),
        nearest=_nearest(grouper, placed, other) if other else None,
    )


def _clues(grouper: Grouper, placed: Placed) -> tuple[Clue, ...]:
    """What speaks for the answer: passages where they decided, which have no weight, else the clues to likeness."""
    if placed.kin:
        says = f"{placed.kin.words} words of prose in passages that both have, {placed.kin.coverage:.0%} of one of them"
        return (Clue("passages", says, 0.0),)
    return explain_pair(grouper, placed.report, placed.best) if placed.best else ()


def explain_pair(grouper: Grouper, report: int, near: Near) -> tuple[Clue, ...]:
    """What speaks for and against a report and another telling one story, the weightiest first.

    A clue's weight is what it adds to the log-odds, against the average pair that grouping looks at.
    """
    if near.columns is None:
        return ()
    told = grouper.weights.by_clue(near.columns)
    weighty = sorted((name for name in told if abs(told[name]) >= LEAST_WEIGHT), key=lambda name: -abs(told[name]))
    shown = [name for place, name in enumerate(weighty) if place < MOST_CLUES or name == "meaning"]
    return tuple(Clue(name, _say(grouper, name, (report, near.report)), round(told[name], 2)) for name in shown)


def shared_terms(grouper: Grouper, field: int, pair: tuple[int, int]) -> list[str]:
    """The terms of a field that two reports share, the weightiest first."""
    (mine, weights), (theirs, others) = (grouper.vectors.field(report, field) for report in pair)
    both, first, second = np.intersect1d(mine, theirs, return_indices=True)
    order = np.argsort(-weights[first] * others[second], kind="stable")[:MOST_TERMS]
    return [grouper.counts.name(term) for term in both[order].tolist()]


def _say(grouper: Grouper, name: str, pair: tuple[int, int]) -> str:
    """What a clue says, with the terms that both share."""
    if name == "days":
        return _days(grouper, grouper.days[pair[0]], grouper.days[pair[1]])
    if name == "meaning" and grouper.encoded:
        alike = grouper.encoded.compared(*pair)
        return f"What they mean to {grouper.encoded.encoder}: cosine {alike.cosine:.2f}, on average {alike.usual:.2f}"
    terms = shared_terms(grouper, SHARED[name], pair) if name in SHARED else []
    return f"{LABELS[name]}: {', '.join(terms)}" if terms else LABELS[name]


def _days(grouper: Grouper, first: int, second: int) -> str:
    """How many days lie between two reports, and how many reports the other's day has."""
    if NO_DAY in (first, second):
        return "One of them has no date"
    apart, reports = abs(first - second), grouper.of_day[second]
    told = f"They appeared {apart} day{'s' * (apart > 1)} apart" if apart else "They appeared on the same day"
    return f"{told}, of which {reports:,} report{'s have' if reports > 1 else ' has'} been seen"


def _nearest(grouper: Grouper, placed: Placed, near: Near) -> Nearest:
    """The nearest story not joined, and why it was not."""
    needed = grouper.weights.join
    if near.probability < needed:
        why = f"{near.probability:.2f} that they tell one story, and joining takes {needed:.2f}"
    elif not near.has_quorum:
        why = f"like only {near.passing} of the {near.sampled} of its reports that were looked at"
    elif placed.because in ("passages", "same text"):
        why = "text shared with the story joined decides first"
    else:
        why = "less like than the story joined"
    return Nearest(grouper.ids[near.story], grouper.ids[near.report], round(near.probability, 3), why)
