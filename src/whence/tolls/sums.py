"""From the tally of a report to its tolls: which number is believed, and what is added to it or taken from it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import NamedTuple

from whence.records import HedgeKind
from whence.tolls.claims import Claim
from whence.tolls.counts import Count, Tally
from whence.tolls.identity import Somebody
from whence.tolls.words import Fate, Outcome


class Sum(NamedTuple):
    """How many, from `low` to `high` (None: no upper end), with the claims that say so and the reason in words."""

    outcome: Outcome
    low: float
    high: float | None
    claims: tuple[Claim, ...]
    says: str
    hedge: HedgeKind = "exact"


class _Parties(NamedTuple):
    """The people of a tally by what became of them."""

    victims_dead: list[Somebody]
    attackers_dead: list[Somebody]
    alive: list[Somebody]


def add_up(tally: Tally) -> list[Sum]:
    """The tolls that a tally states, those of nobody included.

    >>> from whence.tolls.scene import read_scene
    >>> add_up(Tally(read_scene("")))
    []
    """
    dead = best_count(tally, "killed")
    parties = _part(tally, dead)
    victims = _victims(dead, parties.victims_dead)
    killed = _with_attackers(tally, dead, parties, victims)
    injured = _injured(tally, parties, victims.low if victims else 0.0)
    missing = best_count(tally, "missing")
    found = [
        killed or _nobody(tally, "killed"),
        injured or _nobody(tally, "injured"),
        _of_count("missing", missing, "a number of missing") if missing else None,
    ]
    return [one for one in found if one is not None]


def best_count(tally: Tally, fate: Fate) -> Count | None:
    """The number to be believed for a fate: stated rather than inferred, exact, at the head of the report, highest."""
    counts = [count for count in tally.counts if count.fate == fate]
    counts = [count for count in counts if count.complete] or counts
    counts = [count for count in counts if not count.weak] or counts
    counts = [count for count in counts if count.low == count.high] or counts
    counts = [count for count in counts if count.lead] or counts
    return max(counts, key=lambda count: (count.low, -count.order), default=None)


def _part(tally: Tally, dead: Count | None) -> _Parties:
    """Who died, who died by his own deed, and who lives.

    Somebody of whom only being shot is told lives where nobody died, or where his age or name tells him from the dead.
    """
    several = len(tally.people) > 1 or any(count.low >= 1 for count in tally.counts)
    gone = [one for one in tally.people if one.fate == "killed"]
    attackers = [one for one in gone if one.attacker or (one.own and several)]
    victims = [one for one in gone if one not in attackers]
    alive = [
        one
        for one in tally.people
        if one.fate == "injured" or (one.fate == "struck" and _lives(one, dead, len(victims), len(tally.people)))
    ]
    return _Parties(victims, attackers, alive)


def _lives(one: Somebody, dead: Count | None, victims: int, people: int) -> bool:
    """Whether somebody of whom only being shot is told is none of the dead."""
    if one.other:
        return True
    if dead is not None and dead.low >= people:
        return False
    return one.apart or not (dead or victims)


def _victims(dead: Count | None, people: list[Somebody]) -> Sum | None:
    """The killed without who did it: an explicit number, or the different people where they are more."""
    if dead is None or (len(people) > dead.low and (dead.weak or not dead.lead)):
        if not people:
            return None
        says = "different people told of as killed" if len(people) > 1 else "one person told of as killed"
        return Sum("killed", len(people), len(people), _reasons(people, ("killed",)), says)
    return _of_count("killed", dead, "a number of killed")


def _with_attackers(tally: Tally, dead: Count | None, parties: _Parties, victims: Sum | None) -> Sum | None:
    """The killed with who did it, where he died and is not in the number already."""
    own = tuple(claim for claim in tally.unnamed_own if claim.fate == "killed")
    claims = _reasons(parties.attackers_dead, ("killed",)) or own[:1]
    if not claims:
        return victims
    if victims is None:
        return Sum("killed", 1, 1, claims, "who did it")
    counted = dead is not None and victims.claims == dead.claims
    if counted and dead is not None and _includes_attacker(dead, len(parties.victims_dead)):
        return victims
    high = None if victims.high is None else victims.high + 1
    return victims._replace(
        low=victims.low + 1, high=high, claims=victims.claims + claims, says=victims.says + ", and who did it"
    )


def _includes_attacker(dead: Count, named: int) -> bool:
    """Whether a number of dead has who did it in it: "three people were found dead" has, "killed three" has not."""
    if dead.complete:
        return True
    if any(claim.active for claim in dead.claims):
        return False
    return (named > 0 and dead.low == named + 1) or (dead.general and dead.low != named)


def _injured(tally: Tally, parties: _Parties, deaths: float) -> Sum | None:
    """The injured: the higher of a stated number and of the struck less the killed, else the different people."""
    options: list[Sum] = []
    struck, hurt = best_count(tally, "struck"), best_count(tally, "injured")
    if struck is not None and struck.low > 1:
        others = [one for claim in struck.claims for one in claim.people if one.other]
        left = sum(one.low for one in others) if others and deaths else struck.low - deaths
        if left > 0:
            found = _of_count("injured", struck, "a number of struck, less the killed")
            options.append(found._replace(low=left, high=None if struck.high is None else left))
    if hurt is not None and not (hurt.weak and options):
        options.append(_of_count("injured", hurt, "a number of injured"))
    best = max(options, key=lambda option: option.low, default=None)
    alive = parties.alive
    if alive and (best is None or (best.low <= 1 < len(alive))):
        claims = _reasons(alive, ("injured", "struck"))
        return Sum("injured", len(alive), len(alive), claims, "different people told of as injured")
    return best


def _of_count(outcome: Outcome, count: Count, says: str) -> Sum:
    """An explicit number as a sum, with the hedge that its words have."""
    hedges = {one.hedge for claim in count.claims for one in claim.people if one.hedge}
    hedge: HedgeKind = "exact" if count.low == count.high else "vague"
    for kind in hedges:
        hedge = kind if hedge == "exact" and kind != "vague" else hedge
    return Sum(outcome, count.low, count.high, count.claims, says, hedge)


def _nobody(tally: Tally, outcome: Outcome) -> Sum | None:
    """A toll of nobody, where the report says so."""
    claims = tuple(claim for claim in tally.zeros if claim.fate == outcome)
    return Sum(outcome, 0, 0, claims[:1], "nobody") if claims else None


def _reasons(people: Iterable[Somebody], fates: Container[Fate]) -> tuple[Claim, ...]:
    """For each of several people the first claim that says what became of him."""
    return tuple(next((claim for claim in one.claims if claim.fate in fates), one.claims[0]) for one in people)
