"""Edits of numbers: each makes of one fact what two reports tell of it, and says how the second stands to the first.

The truth is what the edit means to do; an edit that would not come out as meant (the intervals of `meaning` tell) is
not made. `also` are relations that a reader could defend as well.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from bench.quality.drift import stated
from bench.quality.drift.dating import StatedDate
from bench.quality.drift.facts import Fact, plainly
from bench.quality.drift.hedging import bears
from bench.quality.drift.meaning import VAGUE, Bounds, Hedge, compared, step_of
from bench.quality.drift.stated import Stated
from bench.quality.drift.units import UNITS, turned


@dataclass(frozen=True, slots=True)
class Certainty:
    """A hedge of certainty before a verb, or none."""

    words: str


Statement = Stated | StatedDate | Certainty


@dataclass(frozen=True, slots=True)
class Told:
    """What A and B tell of one fact: the kind of edit, how it was done, and the relation of B to A."""

    kind: str
    a: Statement
    b: Statement
    relation: str
    also: tuple[str, ...] = ()
    how: str = ""

    @property
    def conflict(self) -> bool:
        """Whether both cannot be so."""
        return self.relation == "conflict"


Edit = Callable[[Fact], Told | None]
_BASE: tuple[Hedge, ...] = ("at least", "at least", "about", "about", "more than", "more than", "nearly", "up to")
_COMPATIBLE: tuple[tuple[Hedge, Hedge], ...] = (
    ("about", "at least"), ("about", "more than"), ("about", "nearly"), ("about", "up to"), ("about", "just over"),
    ("at least", "more than"), ("more than", "just over"), ("up to", "nearly"), ("less than", "nearly"),
)  # fmt: skip
_LONGER = {"minute": "hour", "hour": "day", "day": "week", "week": "month", "month": "year"}
_RATES = {"EUR": 1.0, "USD": 1.09, "GBP": 0.85}  # what a euro is worth; of the invented days of these reports
_SHARES: tuple[tuple[float, float, str, float, Hedge], ...] = (
    (51, 55, "half", 50, "more than"), (46.5, 49.5, "half", 50, "nearly"), (26, 29, "a quarter", 25, "more than"),
    (24, 26, "a quarter", 25, "about"), (72.5, 74.5, "three-quarters", 75, "nearly"), (19, 21, "a fifth", 20, "about"),
)  # fmt: skip
"""From, to, the fraction that stands for such a percentage, its value and hedge."""
_HEDGED, _UNHEDGED = 0.12, 0.03  # a writer rounds by an eighth beside a hedge, else by little, and no small counts


def kept(fact: Fact) -> Told:
    """The same in both, in the two house styles or in a form that no style gives; a hedge may be kept too."""
    draw, a, b = fact.setting.draw, plainly(fact, 0), plainly(fact, 1)
    forms = stated.other_forms(b) if fact.plan.kind in ("count", "percent") and not fact.attributive else []
    if fact.plan.kind == "percent":
        forms = [form for form in forms if fact.shared_out and (fact.one_in or not form.number.startswith("one in"))]
    if forms and draw.random() < 0.4:
        b = draw.choice(forms)
    hedge = draw.choice(_BASE)
    if hedgeable(fact, hedge) and draw.random() < 0.35 and b.join != " in ":
        a, b = hedged(fact, a, hedge), hedged(fact, b, hedge)
    alike = (a.hedge_words, a.words.lower(), a.after) == (b.hedge_words, b.words.lower(), b.after)
    return Told("kept", a, b, "same") if alike else Told("reformatted", a, b, "equivalent", ("same",))


def rounded(fact: Fact) -> Told | None:
    """11,327 -> about 11,000; either report may be the rounder one."""
    draw, value = fact.setting.draw, fact.value
    if fact.plan.kind == "duration":
        return _rounded_duration(fact)
    if (value < 13 and fact.counted) or fact.plan.bare or fact.plan.kind in ("ordinal", "age", "number"):
        return None
    grain = 10 ** (math.floor(math.log10(value)) - draw.choice([0, 1, 1]))
    if grain <= step_of(value):
        return None
    way: Hedge = draw.choice(["exact", "about", "about", "more than", "nearly", "just over", "up to"])
    near = {"more than": math.floor, "just over": math.floor, "nearly": math.ceil, "up to": math.ceil}.get(way, round)
    rounder = round(near(value / grain) * grain, 6)
    most = _UNHEDGED if way == "exact" else _HEDGED
    if rounder == value or abs(rounder - value) > most * value or not rounder or (way == "exact" and value < 1_000):
        return None
    return _wider(fact, lambda side: hedged(fact, plainly(fact, side, rounder), way), "rounded")


def vaguer(fact: Fact) -> Told | None:
    """36 -> dozens; 52 percent -> more than half; $34 million -> tens of millions of dollars."""
    if fact.never_vague or fact.attributive or fact.plan.kind not in ("count", "money", "percent", "duration"):
        return None
    if fact.plan.kind == "percent":
        return _as_share(fact)
    draw, value, unit = fact.setting.draw, fact.value, fact.plan.unit
    if fact.plan.kind == "money":
        scale, name = (1e9, "billions") if value >= 2e9 else (1e6, "millions")
        more = value >= 20 * scale
        words = f"tens of {name}" if more else name
        low, high = (20 * scale, 99.999 * scale) if more else (2 * scale, 9.999 * scale)
        if not low <= value <= high:
            return None
        loose = Stated(words, unit, None, f" of {UNITS[unit].written[0][1]}", "vague", given=Bounds(low, high))
        return _wider(fact, lambda _: loose, "vaguer")
    words_for = [words for words, (low, high, _) in VAGUE.items() if low <= value <= high]
    if fact.plan.kind == "duration":
        words_for = [words for words in words_for if words in ("a few", "several")]
    if not words_for:
        return None
    words = draw.choice(words_for)
    after = f" {unit}s" if unit else ""
    loose = replace(stated.vague(words, unit), unit_words=after, join=" " if unit else VAGUE[words][2])
    return _wider(fact, lambda _: loose, "vaguer")


def ranged(fact: Fact) -> Told | None:
    """12 -> 10 to 15."""
    draw, value = fact.setting.draw, fact.value
    if fact.attributive or fact.plan.kind not in ("count", "duration") or not 8 <= value <= 5_000:
        return None
    grain = 10 ** (len(str(int(value))) - 1)
    half = max(1, grain // 2)
    low = value // half * half - (half if draw.random() < 0.3 else 0)
    high = low + half * draw.choice([1, 2])
    if not low < value < high or low < 2:
        return None
    return _wider(fact, lambda side: stated.between(low, high, plainly(fact, side), fact.setting.styles[side]), "range")


def unit_changed(fact: Fact) -> Told | None:
    """90 square miles -> 233 square kilometers; three weeks -> 21 days."""
    draw, unit = fact.setting.draw, fact.plan.unit
    into = [other for other in UNITS[unit].turns_into if turned(fact.value, unit, other) is not None] if unit else []
    if not into:
        return None
    other = draw.choice(into)
    value = turned(fact.value, unit, other)
    assert value is not None
    a, b = plainly(fact, 0), stated.measure(value, other, fact.setting.styles[1])
    if compared(a.bounds, unit).disjoint(compared(b.bounds, other)):
        return None
    if hedgeable(fact, "about") and draw.random() < 0.25:
        a, b = hedged(fact, a, "about"), b.hedged("about", draw, counted=False, attributive=fact.attributive)
    return Told("unit", a, b, "equivalent")


def hedge_added(fact: Fact) -> Told | None:
    """12 -> at least 12; 11,000 -> an estimated 11,000."""
    hedge = fact.setting.draw.choice(_BASE)
    if not hedgeable(fact, hedge):
        return None
    return Told("hedge added", plainly(fact, 0), _vouched(fact, plainly(fact, 1), hedge), "hedge added")


def hedge_dropped(fact: Fact) -> Told | None:
    """At least 12 -> 12."""
    hedge = fact.setting.draw.choice(_BASE)
    if not hedgeable(fact, hedge):
        return None
    return Told("hedge dropped", _vouched(fact, plainly(fact, 0), hedge), plainly(fact, 1), "hedge dropped")


def hedge_changed(fact: Fact) -> Told | None:
    """About 300 -> more than 300: another hedge that can be true of the same number."""
    return two_hedges(fact, _COMPATIBLE, "hedge changed", "hedge changed")


def converted(fact: Fact) -> Told | None:
    """$3.2 million -> 2.9 million euros: the same money for another market."""
    if fact.plan.kind != "money" or fact.value < 1e6:
        return None
    other = fact.setting.draw.choice([currency for currency in _RATES if currency != fact.plan.unit])
    value = fact.value / _RATES[fact.plan.unit] * _RATES[other]
    grain = 10 ** (math.floor(math.log10(value)) - 1)
    b = stated.money(round(value / grain) * grain, other, fact.setting.styles[1])
    return Told("converted", plainly(fact, 0), b, "incomparable", ("equivalent", "compatible", "coarser"))


def within_hedge(fact: Fact) -> Told | None:
    """At least 12 -> 13; up to 50 -> 46; about 11,000 -> 11,327: a number that the other report's hedge allows."""
    draw, value = fact.setting.draw, fact.value
    hedge: Hedge = draw.choice(["more than", "at least", "at least", "less than", "up to", "about", "nearly"])
    if not hedgeable(fact, hedge) or fact.grown or (step_of(value) < 10 and value > 100):
        return None
    up = hedge in ("more than", "at least") or (hedge == "about" and draw.random() < 0.5)
    most = {"about": 0.4, "nearly": 0.24}.get(hedge, 0.9)
    room = step_of(value) if hedge != "about" else min(step_of(value), 0.15 * value)
    other = moved(fact, room * draw.uniform(0.1, most), up=up)
    bound, free = hedged(fact, plainly(fact, 0), hedge), plainly(fact, 1, other)
    if other in (value, 0) or not bound.bounds.holds(free.bounds, 0) or bound.soft.disjoint(free.bounds):
        return None
    if draw.random() < 0.5:
        bound, free = hedged(fact, plainly(fact, 1), hedge), plainly(fact, 0, other)
        return Told("within the hedge", free, bound, "coarser", ("compatible",), hedge)
    return Told("within the hedge", bound, free, "finer", ("compatible",), hedge)


def beyond_hedge(fact: Fact) -> Told | None:
    """At least 12 -> 71: allowed, yet nobody who knew would have said so."""
    draw, value = fact.setting.draw, fact.value
    hedge: Hedge = draw.choice(["more than", "at least"])
    if not hedgeable(fact, hedge) or fact.grown or fact.plan.kind not in ("count", "money"):
        return None
    other = moved(fact, value * draw.uniform(4, 8), up=True)
    grain = 10.0 ** (len(str(int(other))) - 2)
    other = round(other / grain) * grain
    return Told("beyond the hedge", hedged(fact, plainly(fact, 0), hedge), plainly(fact, 1, other), "strained")


def updated(fact: Fact) -> Told | None:
    """12 killed -> 15 killed, a day later."""
    draw = fact.setting.draw
    if not fact.grown:
        return None
    more = moved(fact, max(step_of(fact.value), fact.value * draw.uniform(0.08, 0.7)), up=True)
    a, b = plainly(fact, 0), plainly(fact, 1, more)
    if more == fact.value or not a.bounds.disjoint(b.bounds):
        return None
    if draw.random() < 0.4:
        a = hedged(fact, a, "at least")
        b = hedged(fact, b, "at least") if draw.random() < 0.6 else b
        return Told("updated", a, b, "updated", ("finer",))  # what was at least 12 is 15: more, and more exact
    return Told("updated", a, b, "updated")


def hedgeable(fact: Fact, hedge: Hedge) -> bool:
    """Whether a writer would put such a hedge on the fact."""
    plain = fact.plan.bare or fact.plan.kind in ("age", "ordinal", "number")
    if plain or (fact.attributive and hedge in ("less than", "at most")):
        return False
    return bears(fact.value, hedge, counted=fact.counted)


def hedged(fact: Fact, told: Stated, hedge: Hedge) -> Stated:
    """A statement of the fact under a hedge."""
    if hedge == "exact":
        return told
    return told.hedged(hedge, fact.setting.draw, counted=fact.counted, attributive=fact.attributive)


def _vouched(fact: Fact, told: Stated, hedge: Hedge) -> Stated:
    """Under a hedge; "about" may be told as somebody's estimate, whose loss or gain is more than another word."""
    if hedge == "about" and not fact.attributive and fact.setting.draw.random() < 0.4:
        return replace(told, hedge="about", hedge_words="an estimated")
    return hedged(fact, told, hedge)


def two_hedges(fact: Fact, pairs: tuple[tuple[Hedge, Hedge], ...], kind: str, relation: str) -> Told | None:
    """The same number under one of these pairs of hedges, either way round."""
    one, other = fact.setting.draw.choice(pairs)
    if fact.setting.draw.random() < 0.5:
        one, other = other, one
    if not (hedgeable(fact, one) and hedgeable(fact, other)) or (step_of(fact.value) < 10 and fact.counted):
        return None
    a, b = hedged(fact, plainly(fact, 0), one), hedged(fact, plainly(fact, 1), other)
    return Told(kind, a, b, relation, how=f"{one} / {other}")


def _wider(fact: Fact, loose: Callable[[int], Stated], kind: str) -> Told | None:
    """The fact told exactly by one report and loosely by the other, if what is loose holds what is exact."""
    turn = 0 if fact.setting.draw.random() < 0.35 and not fact.grown else 1
    wide, exact = loose(turn), plainly(fact, 1 - turn)
    narrow = compared(exact.bounds, exact.unit)
    holds = compared(wide.bounds, wide.unit).holds(narrow, 0.0) and not compared(wide.soft, wide.unit).disjoint(narrow)
    if not holds or fact.plan.bare:
        return None
    if turn == 1:
        return Told(kind, exact, wide, "coarser", how=wide.hedge)
    return Told(f"{kind}, then exact", wide, exact, "finer", how=wide.hedge)


def _rounded_duration(fact: Fact) -> Told | None:
    """1,000 days -> more than two years."""
    unit, draw = fact.plan.unit, fact.setting.draw
    into = "year" if unit == "day" and fact.value > 500 else _LONGER.get(unit)
    if into is None:
        return None
    exact = UNITS[unit].compared(fact.value) / UNITS[into].scale
    hedge: Hedge = draw.choice(["more than", "nearly"])
    near = math.floor(exact) if hedge == "more than" else math.ceil(exact)
    if near < 2 or abs(near - exact) < 0.02 or abs(near - exact) > (0.8 if hedge == "more than" else 0.4):
        return None
    return _wider(
        fact, lambda side: hedged(fact, stated.measure(near, into, fact.setting.styles[side]), hedge), "rounded"
    )


def _as_share(fact: Fact) -> Told | None:
    """52 percent -> more than half."""
    rows = [row for row in _SHARES if row[0] <= fact.value <= row[1]]
    if not rows or not fact.shared_out:
        return None
    _, _, words, value, hedge = fact.setting.draw.choice(rows)
    share = Stated(words, "%", value, whole=False)
    return _wider(fact, lambda _: hedged(fact, share, hedge), "vaguer")


def moved(fact: Fact, distance: float, *, up: bool) -> float:
    """A value some way off, as finely told as the kind of fact is."""
    value, kind = fact.value, fact.plan.kind
    grain = 1.0 if kind != "money" or value < 1e4 else 10.0 ** (math.floor(math.log10(value)) - 2)
    if value != int(value):
        grain = step_of(value)
    if value >= 1e6 and kind == "count":
        grain = 1e5
    moved = max(1.0, distance // grain) * grain
    return round(round((value + moved if up else value - moved) / grain) * grain, 6)
