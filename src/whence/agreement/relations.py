"""How one figure stands to another about the same thing: same, less exact, only strained together, in conflict.

Two figures conflict where no number fits the words of both (their hard intervals are disjoint in one unit), unless the
later report may rightly tell another. Everything else is some way of saying one thing:

- the same number (in the same unit, or as one converts and rounds it): same, equivalent, or a changed hedge;
- another number, and what a writer means by one fits what is meant by the other: less exact (coarser), more (finer);
- what is meant overlaps: compatible; only what the words allow does: strained.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import NamedTuple

from whence.agreement.heads_aligned import (
    OTHER_HEAD,
    head_key,
    heads_agree,
    is_of_people,
    lasts_until_now,
    only_grows,
    said_of,
)
from whence.agreement.measured import BARE, Measured, converts_to, measured
from whence.agreement.relation_words import (
    apart_in_words,
    hedge_in_words,
    is_vouched,
    other_currency_in_words,
    other_unit_in_words,
    same_in_words,
    told,
    unlike_in_words,
)
from whence.agreement.starts import in_words, start_of
from whence.agreement.time_relations import relate_times
from whence.figures.intervals import contains, holds, intersect, overlap
from whence.records import Figure, FigurePair, FigureRelation, Interval
from whence.text.words import split_words

SAME_NUMBER = 1e-9  # relative: the rounding of floats
CONVERTED = 0.07  # relative: what desks lose in converting and rounding (two miles: three kilometers)
MAY_GROW = BARE | {"money", "area"}
MOST_GROWTH = 8  # times: more is rather a digit too many than what was counted since
FINELY = 10  # steps in a sum that no rounding after a conversion leaves alike
STILL_SMALL = 20  # first counts below it may grow by any factor
Dates = tuple[date | None, date | None]


class _Sides(NamedTuple):
    """Two figures brought to one unit, with what their words alone do not tell."""

    a: Figure
    b: Figure
    measured_a: Measured
    measured_b: Measured
    published: Dates
    start: Interval | None


def relate_figures(
    a: Figure, b: Figure, *, published: Dates = (None, None), grows: bool | None = None, started: Interval | None = None
) -> FigurePair:
    """How B's figure stands to A's, both about one thing, and why in words.

    Args:
        a: the figure of report A.
        b: the figure of report B.
        published: the days on which the two reports appeared. Lengths of time that reach up to now ("the 1,000-day
            war") are held side by side by the start that they imply.
        grows: what is counted only grows (the sentences say "killed"), so a later report may rightly tell more;
            False where it is settled (passengers aboard), None where only the heads tell.
        started: ordinals of the days between which other words of the two reports put that start; it narrows `says`.

    Returns:
        The pair. Hard intervals that are disjoint after conversion give "conflict", or "updated" where the later one
        was told for a later time or grew.

    >>> from whence.figures.hedge_table import intervals
    >>> from whence.records import Report
    >>> r = Report("a", "a", "11,327 11,000")
    >>> one, two = (Figure("count", v, "", s, "exact", *intervals("exact", v, None, s), r.evidence(*at))
    ...             for v, s, at in ((11327, 1, (0, 6)), (11000, 1000, (7, 13))))
    >>> relate_figures(one, two).relation, relate_figures(one, two).says
    ('coarser', 'same fact, less exact: “11,327” fits “11,000”')
    """
    sides = measured(a), measured(b)
    if is_other_currency(a, b):
        return FigurePair(a, b, "conflict", other_currency_in_words(a, b))
    unlike = _unlike((a, b), sides)
    if unlike:
        return FigurePair(a, b, "incomparable", unlike)
    return relate_measured((a, b), sides, published=published, grows=grows, started=started)


def relate_measured(
    figures: tuple[Figure, Figure],
    measures: tuple[Measured, Measured],
    *,
    published: Dates = (None, None),
    grows: bool | None = None,
    started: Interval | None = None,
) -> FigurePair:
    """As `relate_figures`, of two figures that are known to be comparable and were brought to one unit before."""
    a, b = figures
    sides = _sides(figures, measures, published, started)
    if not overlap(sides.measured_a.soft, sides.measured_b.soft) and (_grows(a, b) if grows is None else grows):
        later = _grown_later(sides)
        if later:
            return FigurePair(a, b, "updated", apart_in_words(a, b, later=later))
    if not overlap(sides.measured_a.hard, sides.measured_b.hard) or _other_score(sides):
        return _apart(sides)
    if _same_number(sides):
        return _one_number(sides)
    return _two_numbers(sides)


def is_other_currency(a: Figure, b: Figure) -> bool:
    """Whether one number is told in two currencies: a slip, for who converts a sum changes its number.

    Dollars of two countries are left alone: outlets write "$" for their own. So are round sums ("$3 million"), which
    rounding may leave alike where two currencies are close to par.
    """
    if not (a.kind == b.kind == "money" and a.unit and b.unit and a.unit != b.unit):
        return False
    same = a.value is not None and b.value is not None and a.value != 0 and _near(a.value, b.value, SAME_NUMBER)
    finely = same and abs(a.value or 0.0) >= FINELY * max(a.step, b.step)
    return finely and not (_is_dollar(a.unit) and _is_dollar(b.unit))


def _is_dollar(unit: str) -> bool:
    """Whether a currency is called dollar: USD, AUD, CAD, or the sign alone."""
    return unit in ("$", "dollar") or (len(unit) == 3 and unit.endswith("D"))


def _unlike(figures: tuple[Figure, Figure], sides: tuple[Measured, Measured]) -> str:
    """Why two figures cannot be held side by side; empty where they can."""
    a, b = figures
    one, two = sides[0].dimension, sides[1].dimension
    loose_degrees = {one, two} == {"degree", "C"}
    if (one != two and not loose_degrees) or (a.kind == "age") != (b.kind == "age"):
        return unlike_in_words(a, b)
    if a.kind in BARE and b.kind in BARE and heads_agree(head_key(a), head_key(b)) == OTHER_HEAD:
        return unlike_in_words(a, b)
    return ""


def _sides(
    figures: tuple[Figure, Figure], measures: tuple[Measured, Measured], published: Dates, started: Interval | None
) -> _Sides:
    """Both figures in one unit, or as starts: lengths up to now that differ as the days of the reports may do."""
    (a, b), (one, two) = figures, measures
    if {one.dimension, two.dimension} == {"degree", "C"}:
        one, two = _bare_degrees(a), _bare_degrees(b)
    start = None
    if published[0] and published[1] and lasts_in_both(a, b):
        start = intersect(start_of(one.soft, published[0]), start_of(two.soft, published[1]))
        start = (start and started and intersect(start, started)) or start
        if day_of(published[0]) != day_of(published[1]) and not overlap(one.hard, two.hard):
            one, two = _as_start(one, published[0]), _as_start(two, published[1])
    return _Sides(a, b, one, two, published, start)


def lasts_in_both(a: Figure, b: Figure) -> bool:
    """Whether both tell how long one thing has gone on: a length of a war, or somebody's age."""
    return (a.kind == b.kind == "age") or (lasts_until_now(a) and lasts_until_now(b))


def _as_start(side: Measured, published: date) -> Measured:
    """A length up to now as the day of its beginning."""
    return Measured(side.dimension, side.value, start_of(side.hard, published), start_of(side.soft, published))


def _bare_degrees(figure: Figure) -> Measured:
    """Degrees without a scale are read in the scale of the other side."""
    return Measured("degree", figure.value, figure.hard, figure.soft)


def _grows(a: Figure, b: Figure) -> bool:
    """Whether what they count only grows, by their own words: people are counted as they are found."""
    people = {a.kind, b.kind} <= BARE and (is_of_people(a) or is_of_people(b))
    return people or only_grows(a, said_of(a)) or only_grows(b, said_of(b))


def _other_score(sides: _Sides) -> bool:
    """Whether both tell a score, and not the same: 4-1 and 5-1 are no ranges."""
    return sides.a.kind == sides.b.kind == "score" and not _alike(sides.measured_a.soft, sides.measured_b.soft)


def _apart(sides: _Sides) -> FigurePair:
    """No number fits both: a conflict, unless somebody has grown older between the reports."""
    a, b = sides.a, sides.b
    if a.kind == "age" and day_of(sides.published[0]) != day_of(sides.published[1]) and sides.start is not None:
        return FigurePair(a, b, "updated", apart_in_words(a, b, later="b"))
    return FigurePair(a, b, "conflict", apart_in_words(a, b))


def _grown_later(sides: _Sides) -> str:
    """The side that tells more and is the later one; empty where none is both."""
    later = _later(sides)
    if not later or sides.a.kind not in MAY_GROW:
        return ""
    newer, older = (sides.measured_b, sides.measured_a) if later == "b" else (sides.measured_a, sides.measured_b)
    return later if _has_grown(newer, older) else ""


def _later(sides: _Sides) -> str:
    """Which side appeared at a later day or minute, else was told for a later time; empty where that is not known."""
    first, second = _moments(sides.published)
    if first and second and first != second:
        return "b" if first < second else "a"
    a, b = sides.a.as_of, sides.b.as_of
    if a and b and a.low and b.low and told_for_other_times(sides.a, sides.b):
        return "b" if (a.low, a.value) < (b.low, b.value) else "a"
    return ""


def day_of(published: date | None) -> date | None:
    """The day of a day or of a moment; moments are told by their own clocks.

    >>> day_of(datetime(2024, 3, 12, 8, 10)), day_of(date(2024, 3, 12)) == day_of(datetime(2024, 3, 12, 8, 10))
    (datetime.date(2024, 3, 12), True)
    """
    return published.date() if isinstance(published, datetime) else published


def _moments(published: Dates) -> Dates:
    """Two times of publication in the finest grain that both have; a clock without a zone is held by one without."""
    first, second = published
    if isinstance(first, datetime) and isinstance(second, datetime) and day_of(first) == day_of(second):
        if first.tzinfo and second.tzinfo:
            return first.astimezone(UTC), second.astimezone(UTC)
        return first.replace(tzinfo=None), second.replace(tzinfo=None)
    return day_of(first), day_of(second)


def told_for_other_times(a: Figure, b: Figure) -> bool:
    """Whether the two say that they are told for different times."""
    return a.as_of is not None and b.as_of is not None and relate_times(a.as_of, b.as_of).relation == "conflict"


def _has_grown(newer: Measured, older: Measured) -> bool:
    """Whether what one means is more than what the other does, and not out of all proportion."""
    if newer.soft.low is None or older.soft.high is None or newer.soft.low < older.soft.high:
        return False
    return newer.soft.low <= max(older.soft.high, STILL_SMALL) * MOST_GROWTH


def _same_number(sides: _Sides) -> bool:
    """Whether both tell one number: the same, or as a desk converts and rounds it; or the same ends."""
    a, b, one, two = sides.a, sides.b, sides.measured_a, sides.measured_b
    if one.value is None or two.value is None:
        return a.value is None and b.value is None and a.hedge == b.hedge and _alike(one.soft, two.soft)
    if _near(one.value, two.value, SAME_NUMBER):
        return True
    if a.unit == b.unit or a.kind in ("duration", "percent", "ratio", "money"):
        return False
    return _near(one.value, two.value, CONVERTED) and (converts_to(a, b) or converts_to(b, a))


def _near(a: float, b: float, share: float) -> bool:
    """Whether two numbers differ by no more than a share."""
    return abs(a - b) <= share * max(abs(a), abs(b))


def _alike(a: Interval, b: Interval) -> bool:
    """Whether two intervals have the same ends, give or take the rounding of floats."""
    ends = ((a.low, b.low), (a.high, b.high))
    return all(one == two or (one is not None and two is not None and _near(one, two, 1e-6)) for one, two in ends)


def _one_number(sides: _Sides) -> FigurePair:
    """The same number on both sides: the same words, others, or another hedge."""
    a, b = sides.a, sides.b
    change = _hedge_change(a, b)
    if change:
        return FigurePair(a, b, change, hedge_in_words(a, b, change))
    if a.unit != b.unit and _near_units(a, b):
        return FigurePair(a, b, "equivalent", other_unit_in_words(a, b))
    one, two = told(a), told(b)
    same = one == two or split_words(one).keys == split_words(two).keys
    return FigurePair(a, b, "same" if same else "equivalent", same_in_words(a, b, same=same))


def _near_units(a: Figure, b: Figure) -> bool:
    """Whether both have a unit, and not the same."""
    return bool(a.unit and b.unit)


def _hedge_change(a: Figure, b: Figure) -> FigureRelation | None:
    """What became of the hedge of one number, of who vouches for it included; None where nothing did."""
    vouched = is_vouched(a), is_vouched(b)
    hedged = a.hedge != "exact" or vouched[0], b.hedge != "exact" or vouched[1]
    if a.hedge == b.hedge and vouched[0] == vouched[1]:
        return None
    if hedged[0] and hedged[1] and a.hedge != b.hedge:
        return "hedge changed"
    return "hedge dropped" if hedged[0] and not (hedged[1] and vouched[1]) else "hedge added"


def _two_numbers(sides: _Sides) -> FigurePair:
    """Two numbers that can both be right: one less exact than the other, or both in their own way."""
    a, b = sides.a, sides.b
    fits_b, fits_a = _fits(sides.measured_a, sides.measured_b, a), _fits(sides.measured_b, sides.measured_a, b)
    both = f"; both fit a start {in_words(sides.start)}" if sides.start and a.kind == "duration" else ""
    if fits_b and fits_a:
        return FigurePair(a, b, "equivalent", f"the same, told in other words{both}")
    if fits_b:
        return FigurePair(a, b, "coarser", f"same fact, less exact{both or f': {_fit_in_words(a, b)}'}")
    if fits_a:
        return FigurePair(a, b, "finer", f"same fact, more exact{both or f': {_fit_in_words(b, a)}'}")
    if overlap(sides.measured_a.soft, sides.measured_b.soft):
        return FigurePair(
            a, b, "compatible", f"both can hold{both}" if both else f"“{told(a)}” and “{told(b)}” can both hold"
        )
    return FigurePair(
        a,
        b,
        "strained",
        f"“{told(a)}” and “{told(b)}” can both hold only at a stretch: the words allow it, the usual sense does not",
    )


def _fit_in_words(fine: Figure, rough: Figure) -> str:
    """That one fits the other."""
    return f"“{told(fine)}” fits “{told(rough)}”"


def _fits(fine: Measured, rough: Measured, figure: Figure) -> bool:
    """Whether one figure fits the other: what is meant, or a plain number, lies in what the other means.

    So it does where both may mean one number, and the words of the one allow no more than those of the other.
    """
    if contains(rough.soft, fine.soft):
        return True
    if figure.hedge == "exact" and fine.value is not None and holds(rough.soft, fine.value):
        return _width(rough.soft) > _width(fine.soft)
    return overlap(rough.soft, fine.soft) and contains(rough.hard, fine.hard) and not contains(fine.hard, rough.hard)


def _width(interval: Interval) -> float:
    """How much an interval spans."""
    return float("inf") if interval.low is None or interval.high is None else interval.high - interval.low
