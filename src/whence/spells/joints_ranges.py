"""Joints of ranges: "from Monday to Friday", "2014~2018", "since August", "by the end of 2018", "2016 and later"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from whence.spells.days import in_month
from whence.spells.joints_hours import is_range
from whence.spells.joints_lengths import start_of
from whence.spells.terms import Days, Hours, Reach, Term, add_months, at, at_midnight
from whence.spells.view import View

_DAY = timedelta(days=1)
_LEADS = ("from", "between", "during", "in")
_OPENERS: dict[tuple[str, ...], str] = {
    ("since",): "from", ("from",): "from", ("starting",): "from", ("starting", "on"): "from",
    ("starting", "from"): "from", ("beginning", "on"): "from", ("beginning",): "from", ("as", "early", "as"): "from",
    ("any", "time", "from"): "from", ("on", "or", "after"): "from", ("no", "earlier", "than"): "from",
    ("after",): "after", ("later", "than"): "after", ("sometime", "after"): "after",
    ("before",): "before", ("earlier", "than"): "before", ("prior", "to"): "before",
    ("by",): "by", ("no", "later", "than"): "by", ("not", "later", "than"): "by", ("on", "or", "before"): "by",
    ("not", "earlier", "than"): "from",
    ("until",): "by", ("till",): "by", ("up", "to"): "by", ("as", "late", "as"): "by", ("through",): "by",
}  # fmt: skip
_TAILS: dict[tuple[str, ...], str] = {
    ("or", "later"): "from", ("and", "later"): "from", ("and", "after"): "from", ("or", "after"): "from",
    ("onwards",): "from", ("onward",): "from", ("and", "greater"): "from", ("or", "greater"): "from",
    ("and", "beyond"): "from", ("or", "earlier"): "by", ("and", "earlier"): "by", ("and", "before"): "by",
    ("or", "before"): "by",
}  # fmt: skip
_NOUN_SIDES = frozenset(["after", "before"])  # "and after my work" is of the work
_LONGEST_OPENER = 3
_MOST_STEPS = 4


def term_to_term(view: View, left: Term, right: Term) -> Term | None:
    """Two ends as one reach."""
    if not is_range(view, left, right):
        return None
    right = _as_day(left, right) or right
    left = _as_day(right, left) or left
    ends = _settle(left, right, view.today)
    start = _low(view, left, right)
    end = _end(view, *ends)
    if start is None or end is None:
        return None
    if ends[0].days and ends[0].days != (left.days or ends[0].days):
        start = _low(view, ends[0], ends[1])
    if start is None or end[0] <= start:
        return None
    first = left.first - (view.sight.key(left.first - 1) in _LEADS)
    if view.sight.key(left.first - 1) == "the" and view.sight.key(left.first - 2) in _LEADS:
        first = left.first - 2
    daily = left.hours is None and right.hours is None and "now" not in (left.kind, right.kind)
    whole = daily or (view.now is not None and {left.kind, right.kind} <= {"days", "now"})
    return Term(first, right.last, "reach", reach=Reach(start, end[0], end[1], daily=whole))


def _as_day(other: Term, term: Term) -> Term | None:
    """A bare number or ordinal as a day of the month of the other end: "April 9th through 17th", "9 to 12 of June"."""
    if term.kind not in ("number", "ordinal") or not other.single_day or other.days is None:
        return None
    later = term.first > other.first
    for step in (0, 1 if later else -1):
        month = add_months(other.days.low.replace(day=1), step)
        days = in_month(month, term.number)
        if days and (days.low > other.days.low) is later:
            return term._replace(kind="days", days=days._replace(cycle=other.days.cycle))
    return None


def _settle(left: Term, right: Term, now: date | None) -> tuple[Term, Term]:
    """Both ends, those that come again and again moved so that the second follows the first at once."""
    if left.days is None or right.days is None:
        return left, right
    start, end = left.days, right.days
    if start.cycle and start.cycle == end.cycle and now:
        start = _running(start, end, now)
    if start.cycle and not end.cycle:
        while start.low >= end.low:
            start = start.step(-1)
        for _ in range(_MOST_STEPS * 10):
            if start.step(1).low >= end.low:
                break
            start = start.step(1)
    elif end.cycle:
        for _ in range(_MOST_STEPS):
            if end.low > start.low:
                break
            end = end.step(1)
        while end.low > start.low and end.step(-1).low > start.low:
            end = end.step(-1)
    return left._replace(days=start), right._replace(days=end)


def _running(start: Days, end: Days, now: date) -> Days:
    """The start of the cycle in which the days between two ends hold now, if one does: "from August to October"."""
    before = start.step(-1)
    close = next((one for one in (end.step(step) for step in (-2, -1, 0)) if one.low > before.low), end)
    return before if before.low <= now < close.high and start.low > now else start


def _low(view: View, left: Term, right: Term) -> datetime | None:
    """The first moment of a reach; hours alone begin on the day of the other end."""
    if left.kind == "hours" and left.hours and left.hours.low is not None:
        day = view.today if right.kind == "now" or right.days is None else right.days.low
        if right.kind == "both" and view.today:
            day = view.today
        if day is None:
            return None
        return at(day, left.hours.low)
    return start_of(view, left)


def _next_moment(start: datetime, hours: Hours) -> datetime:
    """The first moment after a start that hours may name, the other half of the day where none is told."""
    low = hours.low or 0
    moments = [at(start.date(), low + half) for half in ((0, 43_200) if hours.loose else (0,))]
    return next((one for one in moments if one > start), moments[-1])


def _end(view: View, left: Term, right: Term) -> tuple[datetime, datetime | None] | None:
    """The end of a reach, and where what names it begins."""
    if right.kind == "now":
        if view.now is None:
            return None
        return (view.now, None) if left.hours else (at_midnight(view.now.date()) + _DAY, at_midnight(view.now.date()))
    if right.kind == "hours" and right.hours and right.hours.low is not None:
        start = start_of(view, left)
        if start is None:
            return None
        return _next_moment(start, right.hours), None
    if right.days is None:
        return None
    if right.hours is not None:
        end = right.hours.high if right.hours.high is not None else right.hours.low
        return None if end is None else (at(right.days.low, end), None)
    return at_midnight(right.days.high), at_midnight(right.days.low)


def open_term(view: View, term: Term) -> Term:
    """Days or a moment open to one side: "since August", "by the end of this month", "1/1/2016 and after"."""
    if term.kind == "now" and view.now and view.sight.before(term.first) == "to":
        return term._replace(kind="reach", first=term.first - 1, reach=_until_today(view.now))
    if term.kind not in ("days", "both") or term.days is None:
        return term
    sight = view.sight
    if sight.before(term.first) == "around" and term.days.single:
        term = term._replace(first=term.first - 1)
    for length in range(min(_LONGEST_OPENER, term.first), 0, -1):
        for article in (0, 1):
            if article and sight.key(term.first - 1) != "the":
                continue
            first = term.first - article
            words = tuple(sight.words.keys[max(0, first - length) : first])
            side = _OPENERS.get(words)
            if side and sight.linked(first - 1):
                return _opened(term._replace(first=first - length), side)
    for length in (2, 1):
        side = _TAILS.get(tuple(sight.words.keys[term.last : term.last + length]))
        behind = sight.key(term.last + length) if sight.gap(term.last + length - 1) == " " else ""
        if side and not behind[:1].isdigit() and not (behind and sight.key(term.last + length - 1) in _NOUN_SIDES):
            return _opened(term._replace(last=term.last + length), side)
    return term


def _until_today(now: datetime) -> Reach:
    """ "to date": up to today."""
    today = at_midnight(now.date())
    return Reach(None, today + _DAY, today)


def _opened(term: Term, side: str) -> Term:
    """A reach that is open to one side."""
    days, hours = term.days, term.hours
    if days is None:
        return term
    if hours is not None:
        low = hours.low if hours.low is not None else hours.high
        moment = at(days.low, low or 0)
        reach = Reach(moment, None, daily=False) if side in ("from", "after") else Reach(None, moment, daily=False)
        return Term(term.first, term.last, "reach", reach=reach)
    low_day, high_day = at_midnight(days.low), at_midnight(days.high)
    if term.value == "late" and side == "before":
        side = "by"  # "before the end of this year"
    reach = {
        "from": Reach(low_day, None), "after": Reach(high_day, None), "before": Reach(None, low_day),
        "by": Reach(None, high_day, low_day),
    }[side]  # fmt: skip
    return Term(term.first, term.last, "reach", days=days, reach=reach)
