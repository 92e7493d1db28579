"""The passes that join terms into spells: one table, in the order in which English binds them.

To read a new form, write a joint `(View, left, right) -> Term | None` or a widening `(View, term) -> Term` in the
module of its family, and give it a row here with the kinds of terms that it takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from whence.spells.joints_days import (
    alone,
    date_and_year,
    number_and_month,
    numbers_and_month,
    week_and_weekday,
    weekday_and_date,
    weekday_and_number,
    weekday_and_week,
    with_before,
)
from whence.spells.joints_hours import (
    day_and_hours,
    day_and_part,
    hours_and_day,
    hours_and_part,
    hours_to_hours,
    open_hours,
    part_and_hours,
    set_and_hours,
)
from whence.spells.joints_lengths import (
    counted_and_weekday,
    day_for_length,
    from_now,
    length_and_day,
    length_and_length,
    length_from_hours,
    length_starting,
    with_way,
)
from whence.spells.joints_ranges import open_term, term_to_term
from whence.spells.terms import Term
from whence.spells.view import View

_MOST_BETWEEN = 3  # words that may stand between two terms of one spell
# Terms that a wider one may take up: "the first 2 weeks of 2021" takes "2 weeks".
_TAKEN_UP = frozenset(["number", "ordinal", "hours", "days", "length"])

_Joint = Callable[[View, Term, Term], Term | None]


class _Joining(NamedTuple):
    """A pass over neighbours: its joints by the kinds of terms that they join."""

    joints: dict[tuple[str, str], tuple[_Joint, ...]]


class _Widening(NamedTuple):
    """A pass over single terms: what widens them, and the kinds that it takes."""

    widen: Callable[[View, Term], Term]
    kinds: frozenset[str]


def _joining(*rows: tuple[_Joint, str, str]) -> _Joining:
    """A pass of joints, each with the kinds that may stand left and right of it."""
    joints: dict[tuple[str, str], tuple[_Joint, ...]] = {}
    for joint, lefts, rights in rows:
        for left in lefts.split():
            for right in rights.split():
                joints[left, right] = (*joints.get((left, right), ()), joint)
    return _Joining(joints)


def _widening(widen: Callable[[View, Term], Term], kinds: str) -> _Widening:
    """A pass that widens terms of some kinds."""
    return _Widening(widen, frozenset(kinds.split()))


_CLOCK = "hours number numbers"
_DAYS = "days both"
_ENDS = "days both now hours number ordinal"
_DAY_AND_HOURS = ((day_and_hours, _DAYS, _CLOCK), (hours_and_day, _CLOCK, _DAYS))
_PASSES: tuple[_Joining | _Widening, ...] = (
    _joining((hours_to_hours, "hours number", "hours number"), (length_and_length, "length", "length")),
    _joining(
        (hours_and_part, _CLOCK, "hours"), (part_and_hours, "hours", "hours number"),
        (set_and_hours, "set", "hours number"), (set_and_hours, "hours number", "set"),
    ),
    _joining(
        (hours_to_hours, "hours number", "hours number"), (length_from_hours, "length", "hours number"),
        (day_for_length, "hours number both", "length"),
    ),
    _joining(
        (weekday_and_date, "days", "days"), (weekday_and_number, "days", "number ordinal"),
        (week_and_weekday, "days", "days"), (weekday_and_week, _DAYS, "days"),
        (number_and_month, "ordinal", "days set"), (numbers_and_month, "numbers", "days"),
        (date_and_year, "days", "days"),
    ),
    _widening(with_before, "days ordinal"),
    _widening(alone, "ordinal"),
    _widening(open_hours, "hours"),
    _joining((day_and_part, "days", "hours")),
    _joining(*_DAY_AND_HOURS),
    _joining(
        (weekday_and_week, _DAYS, "days"), (length_and_day, "length", "days both now"),
        (length_starting, "length", "days both now"), (day_for_length, "hours number both", "length"),
    ),
    _widening(with_way, "length"),
    _widening(from_now, "length"),
    _joining((counted_and_weekday, "days", "days"), *_DAY_AND_HOURS),
    _joining((term_to_term, _ENDS, _ENDS)),
    _widening(open_term, "days both now"),
)  # fmt: skip


def join_terms(view: View, terms: Sequence[Term]) -> list[Term]:
    """Terms in the order of the text, with those joined that say one thing.

    >>> from datetime import datetime
    >>> from whence.text.words import split_words
    >>> from whence.times.leaning import Leaning
    >>> from whence.times.sight import Sight
    >>> from whence.spells.words import read_terms
    >>> sight = Sight("until 5 pm on Monday", split_words("until 5 pm on Monday"))
    >>> view = View(sight, datetime(2024, 11, 29), Leaning(sight), "press")
    >>> [term[:3] for term in join_terms(view, read_terms(view))]
    [(0, 5, 'both')]
    """
    joined = list(terms)
    for each in _PASSES:
        joined = _fold(view, joined, each) if isinstance(each, _Joining) else _widen_all(view, joined, each)
    return joined


def _widen_all(view: View, terms: Sequence[Term], widening: _Widening) -> list[Term]:
    """Each term with the words around it, where no other term holds on to them."""
    widened: list[Term] = []
    for place, term in enumerate(terms):
        if term.kind not in widening.kinds:
            widened.append(term)
            continue
        wide = _widen(view, term, widening)
        kept = len(widened)
        while kept and widened[kept - 1].first >= wide.first and widened[kept - 1].kind in _TAKEN_UP:
            kept -= 1
        ahead = terms[place + 1].first if place + 1 < len(terms) else wide.last
        if wide.last <= ahead and (not kept or widened[kept - 1].last <= wide.first):
            widened[kept:] = [wide]
        else:
            widened.append(term)
    return widened


def _widen(view: View, term: Term, widening: _Widening) -> Term:
    """A term with the words around it; as it was where the calendar has no such day."""
    try:
        return widening.widen(view, term)
    except (ValueError, OverflowError):
        return term


def _fold(view: View, terms: Iterable[Term], joining: _Joining) -> list[Term]:
    """Neighbours joined from left to right, as far as any joint goes."""
    folded: list[Term] = []
    for term in terms:
        one = term
        while folded:
            joined = _join(view, folded[-1], one, joining)
            if joined is None or (len(folded) > 1 and joined.first < folded[-2].last):
                break
            folded.pop()
            one = joined
        folded.append(one)
    return folded


def _join(view: View, left: Term, right: Term, joining: _Joining) -> Term | None:
    """Two neighbours as one term; None where no joint fits, or where the calendar has no such day."""
    joints = joining.joints.get((left.kind, right.kind))
    if joints is None or right.first - left.last > _MOST_BETWEEN:
        return None
    try:
        return next((one for one in (joint(view, left, right) for joint in joints) if one is not None), None)
    except (ValueError, OverflowError):
        return None
