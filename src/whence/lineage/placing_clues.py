"""Clues to the kind of relation: where in the two reports the shared words stand, and what stands above them."""

from __future__ import annotations

from math import log2

from whence.lineage.facts import PairFacts
from whence.lineage.precedence_clues import new_lead
from whence.lineage.signal import Signal

TITLE_STEMS = 3  # a headline of fewer content words says too little
PASSAGE_WORDS = 5  # shorter ones stand anywhere by chance
RUN_WORDS = 6  # runs up to here are stock phrases as often as copied words
SENTENCE_CHARACTERS = 50  # shorter sentences are alike by chance
LEAST_WORDS = 15  # of shared prose, to ask whether it stands close together
WORD_CHARACTERS = 6  # a word of English news with its space
LITTLE = 0.15  # of a report's prose: what independent reports of one event share by chance (BASIL)


def titles_alike(pair: PairFacts) -> Signal | None:
    """The headlines share words."""
    a, b = pair.a.title_stems, pair.b.title_stems
    if min(len(a), len(b)) < TITLE_STEMS or not a & b:
        return None
    part = 2 * len(a & b) / (len(a) + len(b))
    return Signal(part, f"{part:.0%} of the words of the headlines agree")


def new_opening(pair: PairFacts) -> Signal | None:
    """One opens with sentences of its own above the other's opening."""
    found = new_lead(pair)
    return Signal(abs(found.value), found.says, found.evidence) if found else None


def only_further_down(pair: PairFacts) -> Signal | None:
    """What is shared begins only further down."""
    passages = [passage for passage in pair.shared.passages if not passage.furniture and passage.words >= PASSAGE_WORDS]
    if not passages:
        return None
    first = min(
        min(passage.a.start for passage in passages) / len(pair.a.report.text),
        min(passage.b.start for passage in passages) / len(pair.b.report.text),
    )
    return Signal(first, f"what they share begins after {first:.0%} of the text") if first else None


def one_outlet_further_down(pair: PairFacts) -> Signal | None:
    """One outlet, and what is shared begins only further down: background that it keeps ready."""
    found = only_further_down(pair)
    return Signal(found.value, f"one outlet, and {found.says}") if found and pair.same_outlet else None


def prose_close_together(pair: PairFacts) -> Signal | None:
    """The shared prose stands close together in one of the two."""
    words = pair.shared.words_outside_quotations
    passages = [passage for passage in pair.prose if passage.words > 2]
    if words < LEAST_WORDS or not passages:
        return None
    stretch = min(
        max(passage.a.end for passage in passages) - min(passage.a.start for passage in passages),
        max(passage.b.end for passage in passages) - min(passage.b.start for passage in passages),
    )
    part = min(1.0, words * WORD_CHARACTERS / stretch)
    return Signal(part, f"of the stretch where the shared prose stands, it is {part:.0%}", pair.longest(pair.prose)[:2])


def short_runs(pair: PairFacts) -> Signal | None:
    """The shared prose stands in runs of a few words."""
    words = sum(passage.words for passage in pair.prose if passage.words <= RUN_WORDS)
    if not words:
        return None
    part = words / pair.shared.words_outside_quotations
    return Signal(part, f"{part:.0%} of the shared prose stands in runs of {RUN_WORDS} words or fewer")


def whole_sentences(pair: PairFacts) -> Signal | None:
    """Whole sentences are the same."""
    same = [
        row
        for row in pair.body_rows
        if row.kind in ("kept", "moved")
        and sum(unit.end - unit.start for unit in row.a) >= SENTENCE_CHARACTERS
        and all(change.kind in ("punctuation", "house style", "moved") for change in row.changes)
    ]
    if not same:
        return None
    says = f"{len(same)} whole {'sentence is' if len(same) == 1 else 'sentences are'} the same"
    return Signal(min(1.0, log2(1 + len(same)) / 4), says, tuple(pair.a.evidence(row.a[0]) for row in same[:2]))


def little_covered(pair: PairFacts) -> Signal | None:
    """Little of the prose of either stands in the other."""
    covered = max(pair.prose_coverage)
    if covered >= LITTLE:
        return None
    return Signal(1 - covered / LITTLE, f"at most {covered:.0%} of either's prose is shared")
