"""Facts of a story: what is so, and how each of the two reports would plainly tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from bench.quality.drift import dating, stated
from bench.quality.drift.dating import StatedDate
from bench.quality.drift.stated import Stated
from bench.quality.drift.stories import FactPlan, Story
from bench.quality.drift.styles import Style

NUMERIC = frozenset(["count", "number", "money", "percent", "measure", "duration", "age", "ordinal"])
ROUND_SHARE = 0.4  # of the facts
_SLOT = re.compile(r"\{([a-z]+)([-!]?)(?:/([^}]*))?\}")


@dataclass(frozen=True, slots=True)
class Setting:
    """The two reports of a pair: their styles, their days of publication, and chance."""

    styles: tuple[Style, Style]
    published: tuple[date, date]
    draw: Random

    @property
    def later(self) -> bool:
        """Whether B appeared on a later day than A."""
        return self.published[1] > self.published[0]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: `value` is a number (for a year, an hour, a score too), `day` the day of a date.

    `attributive`: it stands before a noun somewhere; `shared_out`: always before "of" ("half of voters"); `one_in`:
    what follows can be counted ("one in five voters"); `never_vague`: it stands where only a number can.
    """

    plan: FactPlan
    setting: Setting
    value: float
    day: date
    text: str = ""
    attributive: bool = False
    shared_out: bool = False
    one_in: bool = False
    never_vague: bool = False

    @property
    def grown(self) -> bool:
        """Whether B may rightly tell more of it than A."""
        return self.plan.grows and self.setting.later

    @property
    def counted(self) -> bool:
        """Whether things are counted rather than measured."""
        return self.plan.kind == "count"


def slots_of(texts: Iterable[str]) -> list[tuple[str, str, str]]:
    """The slots of templates: name, mark ("-", "!"), and what is counted."""
    return [found for text in texts for found in _SLOT.findall(text)]


def draw_facts(story: Story, setting: Setting) -> dict[str, Fact]:
    """The facts of a story by chance."""
    everything = (*story.titles, *story.lead, *(way for ways in story.body for way in ways))
    slots = slots_of(everything)
    facts: dict[str, Fact] = {}
    for name, plan in sorted(story.facts.items(), key=lambda item: bool(item[1].like)):
        mine = [(mark, head) for slot, mark, head in slots if slot == name]
        model = facts[plan.like] if plan.like else None
        facts[name] = Fact(
            plan=replace(model.plan, grows=plan.grows, moves=plan.moves, bare=plan.bare) if model else plan,
            setting=setting,
            value=_like(model.value, model.plan, setting.draw) if model else _value(plan, setting.draw),
            day=setting.published[0] - timedelta(setting.draw.randint(*plan.back)),
            text=setting.draw.choice(plan.forms) if plan.forms else "",
            attributive=any(mark == "-" for mark, _ in mine),
            shared_out=all(head.startswith("of ") for _, head in mine),
            one_in=all(re.match(r"of (?!the |its |vote|stadium)", head) for _, head in mine),
            never_vague=any(mark == "!" for mark, _ in mine),
        )
    return facts


def plainly(fact: Fact, side: int, value: float | None = None) -> Stated:
    """A numeric fact as one report would plainly tell it, or another value told in its manner."""
    told, style, plan = fact.value if value is None else value, fact.setting.styles[side], fact.plan
    if plan.kind == "money":
        return stated.money(told, plan.unit, style)
    if plan.kind in ("measure", "duration"):
        return stated.measure(told, plan.unit, style)
    makers = {"percent": stated.percent, "age": stated.age, "ordinal": stated.ordinal}
    return makers.get(plan.kind, stated.count)(told, style)


def plain_day(fact: Fact, side: int, day: date | None = None) -> StatedDate:
    """A date as one report would plainly tell it."""
    told, style, published = day or fact.day, fact.setting.styles[side], fact.setting.published[side]
    if fact.plan.kind in ("calendar", "plaindate"):
        day_told = dating.calendar_day(told, style, year=told.year != published.year)
        return day_told if fact.plan.kind == "calendar" else replace(day_told, before="")
    return dating.of_day(told, published, style)


def _value(plan: FactPlan, draw: Random) -> float:
    """A value on the grid of the plan, often a round one: those are what hedges are put on."""
    steps = round((plan.most - plan.least) / plan.step)
    value = round(plan.least + draw.randint(0, steps) * plan.step, 6)
    if plan.kind in ("count", "money", "measure") and not plan.bare and value >= 20 and draw.random() < ROUND_SHARE:
        grain = 10 ** (len(str(int(value))) - draw.choice([1, 2, 2]))
        value = round(value / grain) * grain if grain > plan.step else value
    return float(value)


def _like(value: float, plan: FactPlan, draw: Random) -> float:
    """A value that is easily mistaken for another: the same, its digits swapped, or near it."""
    digits = str(int(value))
    swapped = float(digits[1] + digits[0] + digits[2:]) if len(digits) > 1 and digits[1] != "0" else value
    if plan.kind == "age" and not plan.least <= swapped <= plan.most:
        swapped = value
    near = max(2.0, round(value + draw.choice([-3, -2, -1, 1, 2, 3]) * plan.step, 6))
    return draw.choice([value, swapped if value == int(value) else near, near])
