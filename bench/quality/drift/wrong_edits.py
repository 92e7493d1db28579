"""Edits that make a number wrong: both reports cannot be right."""

from __future__ import annotations

from bench.quality.drift import stated
from bench.quality.drift.edits import Told, hedgeable, hedged, moved, two_hedges
from bench.quality.drift.facts import Fact, plainly
from bench.quality.drift.hedging import bears
from bench.quality.drift.meaning import Hedge, compared, step_of
from bench.quality.drift.units import UNITS

_OPPOSED: tuple[tuple[Hedge, Hedge], ...] = (
    ("more than", "less than"), ("more than", "nearly"), ("more than", "at most"), ("at least", "less than"),
    ("just over", "nearly"),
)  # fmt: skip


def hedge_opposed(fact: Fact) -> Told | None:
    """More than 300 -> fewer than 300: both cannot be so."""
    return None if fact.grown else two_hedges(fact, _OPPOSED, "hedge opposed", "conflict")


def wrong(fact: Fact) -> Told | None:
    """12 -> 21; 1.5 million -> 1.5 billion; 4 percent -> 40 percent; 3.4 -> 34; 47 -> 43."""
    draw = fact.setting.draw
    how, value = draw.choice(_mistakes(fact))
    a, b = plainly(fact, 0), plainly(fact, 1, value)
    if hedgeable(fact, "about") and bears(value, "about", counted=fact.counted) and draw.random() < 0.2:
        a, b = hedged(fact, a, "about"), hedged(fact, b, "about")
    far = abs(value - fact.value) > max(step_of(value), step_of(fact.value)) or (fact.counted and value != fact.value)
    if not a.bounds.disjoint(b.bounds) or not far or (fact.grown and value > fact.value):
        return None
    return None if fact.plan.kind == "percent" and value > 100 else Told("wrong", a, b, "conflict", how=how)


def wrong_currency(fact: Fact) -> Told | None:
    """$3 million -> 3 million rupees."""
    if fact.plan.kind != "money":
        return None
    other = fact.setting.draw.choice(["JPY", "INR"])
    b = stated.money(fact.value, other, fact.setting.styles[1])
    return Told("wrong", plainly(fact, 0), b, "conflict", ("incomparable",), how="currency")


def wrong_unit(fact: Fact) -> Told | None:
    """90 square miles -> 90 square kilometers; three weeks -> three days: the number kept, the unit not."""
    unit, draw = fact.plan.unit, fact.setting.draw
    others = UNITS[unit].turns_into if fact.plan.kind in ("measure", "duration") else ()
    if not others:
        return None
    other = draw.choice(others)
    a, b = plainly(fact, 0), stated.measure(fact.value, other, fact.setting.styles[1])
    if fact.grown or not compared(a.bounds, unit).disjoint(compared(b.bounds, other)):
        return None
    return Told("wrong", a, b, "conflict", how="unit")


def past_hedge(fact: Fact) -> Told | None:
    """More than 40 -> 36; up to 50 -> 63: a number that the other report's hedge rules out."""
    draw, value = fact.setting.draw, fact.value
    hedge: Hedge = draw.choice(["more than", "at least", "less than", "up to", "about", "nearly"])
    if not hedgeable(fact, hedge):
        return None
    below = hedge in ("more than", "at least") or (hedge in ("about", "nearly") and draw.random() < 0.5)
    least = max(2 * step_of(value), 0.25 * value) if hedge in ("about", "nearly") else 1.1 * step_of(value)
    other = moved(fact, least * draw.uniform(1, 1.6), up=not below)
    if other <= 1:
        return None
    bound, free = hedged(fact, plainly(fact, 0), hedge), plainly(fact, 1, other)
    if not bound.bounds.disjoint(free.bounds) or (fact.grown and other > value):
        return None
    if draw.random() < 0.4 and not fact.grown:
        bound, free = hedged(fact, plainly(fact, 1), hedge), plainly(fact, 0, other)
        return Told("past the hedge", free, bound, "conflict", how=hedge)
    return Told("past the hedge", bound, free, "conflict", how=hedge)


def _mistakes(fact: Fact) -> list[tuple[str, float]]:
    """Ways to get a number wrong: how, and the number."""
    draw, value, kind = fact.setting.draw, fact.value, fact.plan.kind
    if kind == "ordinal":
        least, most = int(fact.plan.least), int(fact.plan.most)
        return [("another number", float(draw.choice([rank for rank in range(least, most + 1) if rank != value])))]
    if kind == "age":
        return [("another number", value + draw.choice([-5, -4, -3, -2, 2, 3, 5, 9])), *_swapped(fact)]
    near = moved(fact, max(2 * step_of(value), value * draw.uniform(0.06, 0.3)), up=draw.random() < 0.5)
    found = [("another number", near if near >= 1 else value + 3)]
    found += _swapped(fact) * 2
    if kind in ("money", "count") and 1e6 <= value < 1e9:
        found += [("million to billion", value * 1000)] * 2
    if kind == "money" and value >= 1e9:
        found += [("billion to million", value / 1000)] * 2
    if kind == "percent" and value < 10:
        found += [("ten times", value * 10)] * 2
    if kind in ("percent", "measure") and 10 < value < 100 and value % 10:
        found.append(("decimal point", value / 10))
    if kind == "count" and 24 <= value <= 9_999:
        found.append(("a digit more", value * 10))
    return [(how, round(other, 6)) for how, other in found]


def _swapped(fact: Fact) -> list[tuple[str, float]]:
    """Two digits in the wrong order."""
    digits = f"{fact.value:.0f}" if fact.value == int(fact.value) and fact.value < 1e6 else ""
    places = [at for at in range(len(digits) - 1) if digits[at] != digits[at + 1] and digits[at + 1] != "0"]
    if not places:
        return []
    at = fact.setting.draw.choice(places)
    return [("digits swapped", float(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]))]
