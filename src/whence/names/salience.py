"""Salience: who is being spoken of at a place, after Lappin and Leass (1994), with weights of our own.

Every mention outside quotations makes its person more salient, as a subject more than as an object; each sentence that
passes halves it. Whom "he" means is the most salient man, if no other comes close.

The shares and weights were chosen by hand, then compared on 52 pronoun sources that two readers annotated (some from
PolNeAR dev): decay .3-.5, share kept .4-1 and closeness .8-.88 gave 38 or 39 right, 1 to 5 wrong.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from itertools import islice

SUBJECT, OBJECT, POSSESSIVE, QUOTED = 1.0, 0.5, 0.4, 0.1
SPOKE = 0.5  # more for the speaker of an attribution: "Smith said ... he added"
INTRODUCED = 0.4  # more for a name in full: whom a sentence introduces, it speaks of
TOLD = 0.6  # share of a mention inside what somebody says, without quotation marks
DECAY = 0.5  # per sentence, as in Lappin and Leass
UNSURE = 0.75  # share for a person whose gender nothing tells
CLOSE = 0.85  # a second candidate above this share of the first makes a pronoun undecidable
KEPT, MOST = 0.5, 2.0  # of what a name had, when it is mentioned again; and the most it can have
RECENT, MEMORY = 50, 8  # names and sentences looked back at; after 8 sentences all is faint
FAINT = 0.02  # below this nobody is spoken of: about six sentences after one mention as subject


@dataclass(slots=True)
class Salience:
    """How much each name is spoken of, kept as (value, sentence), the latest mentioned last."""

    values: dict[int, tuple[float, int]] = field(default_factory=dict)

    def at(self, name: int, sentence: int) -> float:
        """How salient a name is in a sentence."""
        value, since = self.values.get(name, (0.0, 0))
        return value * DECAY ** max(0, sentence - since) if value else 0.0

    def mention(self, name: int, sentence: int, weight: float) -> None:
        """A mention makes a name more salient, but old mentions count for less than new ones."""
        value = min(MOST, KEPT * self.at(name, sentence) + weight)
        self.values.pop(name, None)
        self.values[name] = (value, sentence)

    def ranked(self, names: Container[int], sentence: int) -> list[tuple[float, int]]:
        """Those of some names that are spoken of in a sentence, the most salient first."""
        found: list[tuple[float, int]] = []
        for name, (value, since) in islice(reversed(self.values.items()), RECENT):
            if sentence - since > MEMORY:
                break
            if name in names and (now := value * DECAY ** max(0, sentence - since)) > FAINT:
                found.append((now, name))
        return sorted(found, key=lambda pair: (-pair[0], pair[1]))


def choose(ranked: list[tuple[float, int]]) -> tuple[int | None, list[int]]:
    """The one candidate that stands out, or None and the candidates that tie.

    >>> choose([(1.0, 4), (0.3, 2)]), choose([(1.0, 4), (0.9, 2)])
    ((4, []), (None, [4, 2]))
    """
    if not ranked:
        return None, []
    if len(ranked) > 1 and ranked[1][0] > CLOSE * ranked[0][0]:
        return None, [name for value, name in ranked if value > CLOSE * ranked[0][0]]
    return ranked[0][1], []
