"""When members say that they appeared: intervals, and how far they are to be believed.

A claimed time alone never decides: of two reports with nothing else to tell them apart, the one that claims to be
earlier is the parent on odds of 3 to 2. In a family where the words tell, claims that agree with the words are believed
more, and those that contradict them less. A time at which somebody else first saw a report is not a claim.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from math import inf, log
from typing import Any, NamedTuple

import numpy as np

from whence.records import Published

ALONE = (2.4, 1.6)  # what agreement and contradiction count before any is seen: .6 for a claim alone
MOST_BELIEVED = 0.95  # however many claims agree, one of them may be false
ROUNDS = 10  # of reckoning which claims are true from how far they are believed, and that from which are true
LEAST_MASS = 0.01  # a pair less likely related says nothing
FIRM = 4.0  # log-odds of a time at which somebody else saw the report: clocks differ, pages are dated back
UNZONED = timedelta(hours=14)  # a time without its zone may be as much earlier or later than UTC
GRAINS = {
    "second": timedelta(minutes=1), "minute": timedelta(minutes=1), "hour": timedelta(hours=1),
    "day": timedelta(days=1), "month": timedelta(days=31), "year": timedelta(days=366),
}  # fmt: skip
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Claim(NamedTuple):
    """When a report appeared, in minutes since 1970: not before `low`, before `high`; `firm` if others saw it then."""

    low: float
    high: float
    firm: bool = False


UNKNOWN = Claim(-inf, inf)


class Trust(NamedTuple):
    """How far claims are believed: log-odds that the earlier claim is earlier; how many edges of the family, as far as
    the words tell, agree with the claims and contradict them."""

    log_odds: float
    agree: float
    contradict: float


def read_claim(published: Published | None, *, zoned: bool = False) -> Claim:
    """The interval of a time.

    Args:
        published: the time as it was read.
        zoned: some other member's time has a zone, so that one without may be hours off.

    >>> claim = read_claim(Published("2024-11-29", "day", "text"))
    >>> claim.high - claim.low
    1440.0
    """
    if published is None:
        return UNKNOWN
    iso = published.iso + {4: "-01-01", 7: "-01"}.get(len(published.iso), "")
    moment = datetime.fromisoformat(iso)
    loose = zoned and moment.tzinfo is None and published.grain in ("second", "minute", "hour")
    start = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    low, high = start - EPOCH, start - EPOCH + GRAINS[published.grain]
    if loose:
        low, high = low - UNZONED, high + UNZONED
    minute = timedelta(minutes=1)
    return Claim(low / minute, high / minute, published.claimed_by == "first seen")


def earliest(claims: Sequence[Claim]) -> Claim:
    """The claim of a version that several reports print: the earliest of theirs."""
    return min(claims, key=lambda claim: (claim.high, claim.low))


def order_claims(claims: Sequence[Claim]) -> tuple[Any, Any]:
    """Who is earlier by claims, and who by times that others saw (members by members: row before column)."""
    low, high = np.array([claim.low for claim in claims]), np.array([claim.high for claim in claims])
    firm = np.array([claim.firm for claim in claims])
    earlier = high[:, None] <= low[None, :]
    both = firm[:, None] & firm[None, :]
    return earlier & ~both, earlier & both


def distances(claims: Sequence[Claim]) -> Any:
    """How far apart in time members appeared, whichever was first (members by members, minutes), as far as the grain
    tells; not a number where a time is unknown.

    >>> distances([Claim(0, 1), Claim(60, 61)]).tolist()
    [[0.25, 60.0], [60.0, 0.25]]
    """
    low, high = np.array([claim.low for claim in claims]), np.array([claim.high for claim in claims])
    known = np.isfinite(low)
    starts, ends = np.where(known, low, 0.0), np.where(known, high, 0.0)
    middle, grain = (starts + ends) / 2, ends - starts
    least = np.maximum(grain[:, None], grain[None, :]) / 4
    found = np.maximum(np.abs(middle[None, :] - middle[:, None]), least)
    return np.where(known[:, None] & known[None, :], found, np.nan)


def believe(edges: Any, earlier: Any, before: tuple[float, float] = ALONE) -> Trust:
    """How far the claims of a family are believed: by expectation and maximisation (Dempster and others 1977), because
    the words are not sure either of who came first.

    Args:
        edges: the probability of each edge by the words alone (members by members).
        earlier: who is earlier by claims.
        before: agreement and contradiction seen elsewhere; with nothing seen, those of a claim alone.

    >>> round(believe(np.zeros((2, 2)), np.zeros((2, 2), bool)).log_odds, 3)
    0.405
    """
    share = before[0] / (before[0] + before[1])
    agree = contradict = 0.0
    mass = (edges + edges.T)[earlier]
    known = mass > LEAST_MASS
    mass, told = mass[known], edges[earlier][known] / mass[known]
    for _ in range(ROUNDS):
        right = told * share / (told * share + (1 - told) * (1 - share))
        agree, contradict = float(mass @ right), float(mass @ (1 - right))
        share = (before[0] + agree) / (before[0] + before[1] + agree + contradict)
        share = min(MOST_BELIEVED, max(0.5, share))
    return Trust(log(share / (1 - share)), agree, contradict)


def survey_claims(look: Callable[[tuple[float, float]], Sequence[Trust]]) -> tuple[float, float]:
    """How far the claims of a corpus agree with the words of some of its families, as `believe` takes it.

    Args:
        look: gives the trust of each family for what was seen before: asked twice, because what some families tell
            helps to judge the others.
    """
    before = ALONE
    for _ in range(2):
        found = look(before)
        agree, contradict = sum(one.agree for one in found), sum(one.contradict for one in found)
        before = _rounded(ALONE[0] + agree), _rounded(ALONE[1] + contradict)
    return before


def _rounded(number: float) -> float:
    """To two significant digits, so that a few reports more do not change what all families are judged by."""
    return float(f"{number:.2g}")
