"""Figures and times in words, as every screen and page shows them."""

from __future__ import annotations

from math import ceil, floor

from whence.agreement.joint import FigureGroup
from whence.agreement.starts import in_words as start_in_words
from whence.export.quotes_documents import speaker_name
from whence.records import Figure, HedgeKind, Interval, Time
from whence.tolls.find import Toll

_LEAD: dict[HedgeKind, str] = {"exact": "", "range": "", "vague": ""}  # these are told by the number itself
NOBODY_ELSE = "the report"
_UNNAMED = frozenset(["count", "number", "ordinal"])  # what has no unit to name


def what_in_words(figure: Figure) -> str:
    """What is counted or measured, with what narrows it; empty where the report does not tell.

    >>> from whence.records import Report
    >>> r = Report("a", "a", "90 stray dogs")
    >>> dogs = Figure("count", 90.0, "", 10.0, "exact", Interval(85, 95), Interval(85, 95), r.evidence(0, 2),
    ...               head=r.evidence(9, 13), modifiers=(r.evidence(3, 8),))
    >>> what_in_words(dogs)
    'stray dogs'
    """
    words = [*figure.modifiers, figure.head] if figure.head else [*figure.modifiers]
    return " ".join(" ".join(e.exact.split()) for e in sorted(filter(None, words), key=lambda e: e.start))


def value_in_words(figure: Figure) -> str:
    """The number with its unit, the way a table shows it; the report's own words where no one number is stated.

    >>> from whence.records import Report
    >>> r = Report("a", "a", "1.5 million dollars")
    >>> value_in_words(Figure("money", 1.5e6, "USD", 1e5, "exact", Interval(1, 2), Interval(1, 2), r.evidence(0, 19)))
    '1,500,000 USD'
    """
    if figure.value is None:
        return " ".join(figure.evidence.exact.split())
    unit = "%" if figure.unit == "percent" else _plural(figure.unit, figure.value)
    return f"{number_in_words(figure.value)}{'' if unit == '%' else ' '}{unit}".strip()


def hedge_in_words(figure: Figure) -> str:
    """The hedge, and who vouches instead of the report: "more than, reportedly"."""
    hedge = _LEAD.get(figure.hedge, figure.hedge)
    source = " ".join(figure.source_hedge.exact.split()).lower() if figure.source_hedge else ""
    if source and figure.hedge == "about" and figure.hedge_words is None:
        return source  # "an estimated" is why the figure is rough
    return ", ".join(part for part in (hedge, source) if part)


def who_in_words(figure: Figure) -> str:
    """Who says it: the speaker of the quote that it stands in, else the report itself."""
    if figure.quote is None:
        return NOBODY_ELSE
    return speaker_name(figure.quote.speakers) or "not resolved"


def toll_in_words(toll: Toll) -> str:
    """How many people a toll counts: "2", "at least 60", "24 to 99"."""
    if toll.value is None:
        return interval_in_words(toll.interval)
    return f"{_LEAD.get(toll.hedge, toll.hedge)} {number_in_words(toll.value)}".strip()


def interval_in_words(interval: Interval, unit: str = "") -> str:
    """An interval as a reader says it.

    >>> interval_in_words(Interval(10, 12)), interval_in_words(Interval(40, None, open_low=True), "day")
    ('10 to 12', 'more than 40 days')
    """
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        same = low == high
        told = number_in_words(low) if same else f"{number_in_words(low)} to {number_in_words(high)}"
        return f"{told} {_plural(unit, high)}".strip()
    if low is not None:
        return f"{'more than' if interval.open_low else 'at least'} {number_in_words(low)} {_plural(unit, low)}".strip()
    if high is not None:
        return (
            f"{'less than' if interval.open_high else 'at most'} {number_in_words(high)} {_plural(unit, high)}".strip()
        )
    return "anything"


def agreed_in_words(group: FigureGroup) -> str:
    """The numbers that fit all statements about one thing: "all say 212", "40 to 44 fit all"."""
    if group.agreed is None:
        return "no number fits all"
    if group.unit == "start":
        return f"fits a start {start_in_words(group.agreed)}"
    stated = {(one.figure.value, one.figure.unit) for one in group.statements if one.figure.hedge == "exact"}
    if len(stated) == 1 and len({one.figure.hedge for one in group.statements}) == 1:
        return f"all say {value_in_words(group.statements[0].figure)}"
    unit = "" if group.unit in _UNNAMED else group.unit
    told = interval_in_words(_whole(group.agreed) if not unit else group.agreed, unit)
    return f"{told} by the latest, less before" if group.updated else f"{told} fit all"


def _whole(interval: Interval) -> Interval:
    """The whole numbers of an interval, where there are any: people are counted one by one."""
    low = None if interval.low is None else ceil(interval.low)
    high = None if interval.high is None else floor(interval.high)
    if high is not None and interval.open_high and high == interval.high:
        high -= 1
    if low is not None and interval.open_low and low == interval.low:
        low += 1
    return interval if low is not None and high is not None and low > high else Interval(low, high)


def number_in_words(value: float) -> str:
    """A number in digits, grouped by thousands, without an empty fraction.

    >>> number_in_words(11000.0), number_in_words(0.25), number_in_words(1e21)
    ('11,000', '0.25', '1e+21')
    """
    if abs(value) >= 1e18:  # beyond what a report states; grouped digits would only be noise
        return f"{value:g}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def time_in_words(time: Time) -> str:
    """What a phrase of time stands for: its days where they are known, else its value in TIMEX3.

    >>> from whence.records import Evidence
    >>> time_in_words(Time("DATE", "2024-W47", Evidence("a", 0, 9, "last week"), "2024-11-18", "2024-11-24"))
    '2024-11-18 to 2024-11-24'
    """
    if time.low and time.high and time.type != "DURATION":
        days = time.low if time.low == time.high else f"{time.low} to {time.high}"
        clock = time.value.partition("T")[2] if time.type == "TIME" else ""
        return f"{days} {clock}".strip()
    return time.value


def stated_in_words(stated: Figure | Time) -> str:
    """A figure or a time in the words of its report: hedges, number, unit and head, with … for words between.

    >>> from whence.records import Report
    >>> r = Report("a", "a", "more than 40 stray dogs")
    >>> stated_in_words(Figure("count", 40.0, "", 10.0, "more than", Interval(40, None), Interval(40, 50),
    ...                        r.evidence(10, 12), hedge_words=r.evidence(0, 9), head=r.evidence(19, 23)))
    'more than 40 … dogs'
    """
    if isinstance(stated, Time):
        return " ".join(stated.evidence.exact.split())
    told = (stated.evidence, stated.hedge_words, stated.source_hedge, stated.head, *stated.modifiers)
    end, words = None, ""
    for evidence in sorted({e for e in told if e}, key=lambda e: e.start):
        gap = "" if end is None else " " if evidence.start - end <= 1 else " … "
        words, end = words + gap + evidence.exact, evidence.end
    return " ".join(words.split())


def _plural(unit: str, value: float) -> str:
    """A unit after its number: codes of currencies and units of one letter stay as they are."""
    if not unit or unit.isupper() or value == 1 or unit in ("celsius", "fahrenheit"):
        return unit
    first, _, rest = unit.partition(" per ")
    first = _IRREGULAR.get(first, first if first.endswith("s") else f"{first}s")
    return f"{first} per {rest}" if rest else first


_IRREGULAR = {"foot": "feet", "square foot": "square feet", "cubic foot": "cubic feet", "inch": "inches",
              "square inch": "square inches", "century": "centuries", "penny": "pence", "stone": "stone",
              "percentage point": "points"}  # fmt: skip
