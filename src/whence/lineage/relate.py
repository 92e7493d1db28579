"""The relation of two reports: its kind first, then, for copies and versions, its direction, each as a sum of clues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import exp

from whence.lineage.direction_clues import DIRECTION_CLUES
from whence.lineage.facts import PairFacts
from whence.lineage.kind_clues import KIND_CLUES
from whence.lineage.origin import find_origin
from whence.lineage.signal import Signal
from whence.lineage.weights import LineageWeights
from whence.records import Clue, Relation, RelationKind, Side
from whence.text.spans import merge_spans, span_at

DECIDED = {"copy": 0.7, "version": 0.6}
"""Below this "not decidable". Copies: cross-validated, .65 is right in 81 % of decided, .7 in 85 %. Versions: of pages
held out .6 is right in four of five; to say which of two editions is older accuses nobody."""
COPIED: frozenset[RelationKind] = frozenset({"copy", "version", "common"})
COPIED_LEAST = 0.55  # all copied kinds together; of .5, .55, .6, .65 the best on the cross-validated pairs
COPY_LEAST = 0.5  # "A copied B" accuses somebody: below it the likelier of version and common text is said
SUREST = 0.99  # calibrated on some hundred directed pairs: more sure than one in a hundred cannot be said
CLUE_WEIGHT = 0.05  # lighter clues are not shown
LEAST_WORDS = 10  # fewer shared words make no relation
CAPTION_WORDS = 8  # of shared caption or credit make two outlets' pages related by furniture

Signals = list[tuple[str, Signal]]


def relate(pair: PairFacts, weights: LineageWeights) -> Relation:
    """How two reports are related, and which came first.

    Args:
        pair: the two reports aligned and compared.
        weights: what each clue is worth.

    Returns:
        The relation with every clue that spoke, heaviest first. The parent is named from `DECIDED` on.
    """
    signals = _signals(pair, KIND_CLUES)
    chances = kind_chances(signals, weights)
    kind = choose_kind(chances)
    chance = chances[kind]
    if pair.shared.words < LEAST_WORDS:
        kind, chance = "none", max(chance if kind == "none" else 0.0, 0.9)
    if kind == "none" and _caption_words(pair) >= CAPTION_WORDS:
        kind = "furniture"
    clues = _kind_clues(signals, kind, weights)
    parent: Side | None = None
    confidence = chance
    if kind in ("copy", "version"):
        directed = _signals(pair, DIRECTION_CLUES)
        for_a = direction_chance(directed, kind, weights)
        if max(for_a, 1 - for_a) >= DECIDED[kind]:
            parent, confidence = ("a", for_a) if for_a > 0.5 else ("b", 1 - for_a)
        towards = -1 if parent == "b" else 1
        of = weights.direction[kind]
        clues += [
            replace(_clue(name, signal, towards * of.get(name, 0.0) * signal.value), about="direction")
            for name, signal in directed
        ]
    shown = tuple(sorted((c for c in clues if abs(c.weight) >= CLUE_WEIGHT), key=lambda c: (-abs(c.weight), c.name)))
    return Relation(kind, parent, round(confidence, 3), round(chance, 3), shown, find_origin(pair, kind, parent))


def _signals(pair: PairFacts, clues: tuple[object, ...]) -> Signals:
    """What each clue that has something to say says."""
    found: Signals = []
    for clue in clues:
        signal = clue(pair)  # type: ignore[operator]
        if signal is not None:
            found.append((clue.__name__, signal))  # type: ignore[attr-defined]
    return found


def kind_chances(signals: Signals, weights: LineageWeights) -> dict[RelationKind, float]:
    """The probability of each kind: a softmax over sums of weighted clues, sharpened or flattened by calibration."""
    sums = {
        kind: weights.temperature["kind"]
        * (weights.bias[kind] + sum(of.get(name, 0.0) * s.value for name, s in signals))
        for kind, of in weights.kinds.items()
    }
    top = max(sums.values())
    total = sum(exp(value - top) for value in sums.values())
    return {kind: min(SUREST, exp(value - top) / total) for kind, value in sums.items()}


def choose_kind(chances: Mapping[RelationKind, float]) -> RelationKind:
    """The likeliest kind, after the first question: is prose shared through copying of any sort, or not?

    Saying "copy" of independent reports is the worse error, so a copied kind needs more than even odds for all copied
    kinds together, and so does a copy by itself.

    >>> choose_kind({"copy": 0.25, "common": 0.2, "quotes": 0.3, "none": 0.25})
    'quotes'
    """
    copied = sum(chance for kind, chance in chances.items() if kind in COPIED)
    possible = [kind for kind in chances if (kind in COPIED) == (copied >= COPIED_LEAST)]
    if copied >= COPIED_LEAST and chances.get("copy", 0.0) < COPY_LEAST and len(possible) > 1:
        possible = [kind for kind in possible if kind != "copy"]
    return max(possible, key=lambda kind: chances[kind])


def direction_chance(signals: Signals, kind: str, weights: LineageWeights) -> float:
    """The probability that A is the parent: a logistic sum of weighted clues."""
    of = weights.direction[kind]
    total = weights.temperature[kind] * sum(of.get(name, 0.0) * signal.value for name, signal in signals)
    return min(SUREST, max(1 - SUREST, 1 / (1 + exp(-max(-30.0, min(30.0, total))))))


def _kind_clues(signals: Signals, kind: RelationKind, weights: LineageWeights) -> list[Clue]:
    """The clues to the kind: each weighs what it adds to this kind over the mean of the others."""
    chosen = "none" if kind == "furniture" else kind
    others = [of for name, of in weights.kinds.items() if name != chosen]
    return [
        _clue(
            name,
            signal,
            (weights.kinds[chosen].get(name, 0.0) - sum(of.get(name, 0.0) for of in others) / len(others))
            * signal.value,
        )
        for name, signal in signals
    ]


def _clue(name: str, signal: Signal, weight: float) -> Clue:
    """A weighed signal as the record that is shown."""
    return Clue(name, signal.says, round(weight, 2), signal.evidence)


def _caption_words(pair: PairFacts) -> int:
    """Shared words of captions and credits, between pages of different outlets."""
    if pair.same_outlet:
        return 0
    captions = merge_spans(pair.a.report.spans_of("caption"))
    return sum(p.words for p in pair.shared.passages if p.furniture and span_at(captions, p.a.start) is not None)
