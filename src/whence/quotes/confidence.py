"""Confidence: how probable it is that an attribution is right, from what the tagger and the page show."""

from __future__ import annotations

import math

from whence.quotes.drafts import Draft
from whence.quotes.weights import TaggerWeights
from whence.records import QuoteKind


def confidence_of(draft: Draft, kind: QuoteKind, weights: TaggerWeights) -> float:
    """The probability that an attribution is right, calibrated on PolNeAR's dev split (see the card of the weights)."""
    total = float(sum(w * x for w, x in zip(weights.confidence, clues_of_confidence(draft, kind), strict=True)))
    return round(1 / (1 + math.exp(-total)), 4)


def clues_of_confidence(draft: Draft, kind: QuoteKind) -> tuple[float, ...]:
    """What the confidence is a weighed sum of: log-odds of labels and links, marks, what is absent, length, rules."""
    return (
        1.0,
        *map(_log_odds, draft.odds),
        float(kind == "direct"),
        float(kind == "mixed"),
        float(not draft.source),
        float(not draft.cue),
        math.log(1 + sum(span.end - span.start for span in draft.content)),
        float(draft.rule in ("turn", "signature")),
        float(draft.rule == "bare"),
        float(draft.rule == "aside"),
    )


def _log_odds(odds: float) -> float:
    """The logarithm of p / (1 - p), within what a probability of this model can tell."""
    kept = min(max(odds, 0.002), 0.998)
    return math.log(kept / (1 - kept))
