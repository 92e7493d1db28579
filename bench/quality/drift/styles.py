"""House styles: how an outlet writes numbers, units, money and dates."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

MoneyStyle = Literal["sign", "sign short", "sign code", "words"]
DateStyle = Literal["Nov. 29", "November 29", "29 November", "29 Nov", "weekday"]


@dataclass(frozen=True, slots=True)
class Style:
    """The choices of one desk. `words_to` is the greatest number that it spells; `form` picks among a unit's forms."""

    words_to: int
    separator: str
    percent: str
    form: int
    money: MoneyStyle
    date: DateStyle
    on: str  # before a weekday: "on Tuesday", or American "said Tuesday"
    clock: int
    ordinal_digits: bool
    dateline: bool


def draw_style(draw: Random) -> Style:
    """A house style by chance; AP's (words to nine, commas, "percent") comes up most."""
    return Style(
        words_to=draw.choice([9, 9, 9, 10, 12, 0, 99]),
        separator=draw.choice([",", ",", ",", ",", ""]),
        percent=draw.choice(["%", "%", " percent", " per cent"]),
        form=draw.randrange(3),
        money=draw.choice(["sign", "sign", "sign short", "words", "sign code"]),
        date=draw.choice(["Nov. 29", "November 29", "29 November", "weekday", "weekday", "weekday"]),
        on=draw.choice(["on ", "on ", ""]),
        clock=draw.randrange(4),
        ordinal_digits=draw.random() < 0.3,
        dateline=draw.random() < 0.4,
    )
