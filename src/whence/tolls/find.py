"""Tolls: how many people a report says were killed, injured or are missing, and the words that say so.

The method is plain reading. Every sentence is searched for phrases of killing, wounding and missing, and each phrase
for its people ("two men", "a 15-year-old boy", "Ann Rowe, 41"). What is said of other events, what may happen or did
not, and what stands in quotation marks does not count. Then the claims are added up: an explicit number at the head of
the report is the best evidence, then an explicit number anywhere, else the number of different people told of, each
counted once, as killed where any claim says so. Of N people shot of whom K died, N - K are injured. Who did it and died
counts too, as in every public record.
"""

from __future__ import annotations

from dataclasses import dataclass

from whence.figures.cardinals import granularity
from whence.figures.hedge_table import intervals
from whence.records import Evidence, HedgeKind, Interval, Report
from whence.tolls.claims import find_claims, read_sentence
from whence.tolls.counts import Tally
from whence.tolls.scene import Scene, read_scene
from whence.tolls.scope import Told, quoted_words, tells_several, told_sentences
from whence.tolls.sums import Sum, add_up
from whence.tolls.words import Outcome

OUTCOMES: tuple[Outcome, ...] = ("killed", "injured", "missing")
_MOST_EVIDENCE = 8  # pieces of evidence for one toll: enough to see how it was added up


@dataclass(frozen=True, slots=True)
class Toll:
    """How many people a report says were killed, injured or are missing.

    `stated` is false where the report says nothing of it: then `value` is None, `interval` unbounded and `evidence`
    empty. `value` is the number that the words state ("at least 60": 60, with its `hedge`), None where they state none
    ("dozens"); `interval` is what the words allow. `several` is true where the head of the report tells of several
    events together. `says` is the reason in words.
    """

    outcome: Outcome
    stated: bool
    value: float | None
    hedge: HedgeKind
    interval: Interval
    evidence: tuple[Evidence, ...]
    several: bool
    says: str


def find_tolls(report: Report) -> tuple[Toll, ...]:
    """The tolls that a report states: of the killed, the injured and the missing, in this order.

    Args:
        report: any report; its headline counts where it stands in its text.

    Returns:
        Three tolls, each stated or not, each with the words that state it. Time grows in step with the text.

    >>> from whence.reading.record import read_record
    >>> report = read_record({"text": "Six people were shot in Ostley, two of them fatally."})
    >>> [(toll.outcome, toll.value, toll.says) for toll in find_tolls(report) if toll.stated]
    [('killed', 2.0, 'a number of killed'), ('injured', 4.0, 'a number of struck, less the killed')]
    """
    scene = read_scene(report.text)
    told = told_sentences(report, scene)
    quoted = quoted_words(report, scene)
    tally = _read_tally(scene, told, quoted)
    if quoted and tally.is_empty:
        tally = _read_tally(scene, told, frozenset())
    sums = {found.outcome: found for found in add_up(tally)}
    several = tells_several(scene, told)
    return tuple(_toll(report, scene, outcome, sums.get(outcome), several=several) for outcome in OUTCOMES)


def _read_tally(scene: Scene, told: list[Told], left_out: frozenset[int]) -> Tally:
    """The claims about a report's own event, sentence by sentence, without those that end in words left out."""
    tally = Tally(scene)
    for sentence in told:
        if sentence.other:
            continue
        read = read_sentence(scene, sentence.first, sentence.last)
        if read.phrases:
            claims = [claim for claim in find_claims(scene, read) if claim.last - 1 not in left_out]
            tally.add_sentence(sentence, claims)
    return tally


def _toll(report: Report, scene: Scene, outcome: Outcome, found: Sum | None, *, several: bool) -> Toll:
    """A sum with its evidence, or a toll that is not stated."""
    if found is None:
        return Toll(outcome, False, None, "vague", Interval(0.0, None), (), several, "not stated")
    spans = sorted({scene.words.span(claim.first, claim.last) for claim in found.claims[:_MOST_EVIDENCE]})
    evidence = tuple(report.evidence(*span) for span in spans)
    value = float(found.low) if found.hedge != "vague" else None
    return Toll(outcome, True, value, found.hedge, _interval(found), evidence, several, found.says)


def _interval(found: Sum) -> Interval:
    """What the words allow: people are counted one by one, so that a number without a hedge is that number."""
    if found.hedge in ("vague", "exact"):
        return Interval(float(found.low), found.high)
    return intervals(found.hedge, found.low, None, granularity(found.low), kind="count")[0]
