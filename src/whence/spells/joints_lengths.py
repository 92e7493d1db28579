"""Joints of lengths: "2 years 1 month", "in 5 minutes", "3 weeks after Christmas", "for 3 days from today"."""

from __future__ import annotations

from datetime import datetime, timedelta

from whence.spells.days import at_moment
from whence.spells.joints_hours import is_link
from whence.spells.lengths import SIDES, WAYS, window
from whence.spells.terms import Days, Hours, Length, Reach, Term, add_length, at, at_midnight
from whence.spells.view import View

_DAY = timedelta(days=1)
_AFTER = frozenset([("after",), ("from",), ("since",), ("following",)])
_BEFORE = frozenset([("before",), ("prior", "to")])
_FROM = frozenset([
    ("from",), ("starting",), ("starting", "from"), ("starting", "on"), ("starting", "at"), ("beginning",),
    ("beginning", "on"), ("commencing",),
])  # fmt: skip
_FAR_DAYS = 3
_BEFORE_VERBS = frozenset(
    [
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "should",
        "shouldn't",
        "won't",
        "to",
        "not",
        "must",
        "'ll",
        "shouldn’t",
        "won’t",
    ]
)


def length_and_length(view: View, left: Term, right: Term) -> Term | None:
    """ "3 hours 30 minutes", "2 weeks and 2 days"."""
    if left.kind != "length" or right.kind != "length" or left.length is None or right.length is None:
        return None
    if view.between(left, right) not in ((), ("and",)) or view.gap(left) not in (" ", ", "):
        return None
    if _size(left.length) <= _size(right.length):
        return None
    return Term(
        left.first, right.last, "length", length=left.length.plus(right.length), value=right.value, number=left.number
    )


def _size(length: Length) -> float:
    """A length in seconds, a month counted as thirty days."""
    return (length.months * 30 + length.days) * 86_400 + length.seconds


def with_way(view: View, term: Term) -> Term:
    """A length with the word that turns it into days: "the next 3 days", "2 past weeks"."""
    if term.kind != "length" or view.now is None:
        return term
    way, first = term.number, term.first
    before = view.sight.before(first)
    if before == "last" and view.sight.before(first - 1) in _BEFORE_VERBS:
        return term  # "it will last two hours"
    if not way and before in WAYS and view.sight.key(first) not in ("a", "an", "the"):
        way, first = WAYS[before], first - 1
    if way and term.length and term.length.vague:
        if view.manner == "press":
            return term
        term = term._replace(length=_few(term.length))
    reach = window(term, way, view.now) if way else None
    led = first - 1 if view.sight.before(first) == "the" else first
    if reach and way > 0 and view.sight.before(led) == "within":
        low = at_midnight(view.now.date()) if reach.daily else view.now
        first, reach = led - 1, reach._replace(low=low, high=add_length(low, term.length or Length()))
    return term._replace(kind="reach", first=first, reach=reach) if reach else term


def _few(length: Length) -> Length:
    """A vague length as diaries take it: three of its units."""
    return Length(3 * length.months, 3 * length.days, 3 * length.seconds)


def from_now(view: View, term: Term) -> Term:
    """A length counted from now: "in 5 minutes", "within 2h", "two years ago", "30 minutes later"."""
    if term.kind != "length" or term.length is None or view.now is None or term.length.vague:
        return term
    sight, behind = view.sight, view.sight.after(term.last - 1)
    if behind in SIDES and (behind != "before" or sight.gap(term.last) != " "):
        if behind == "later" and sight.key(term.last + 1) in ("this", "in", "today", "on"):
            return term
        return _moved(term._replace(last=term.last + 1), view.now, SIDES[behind])
    if behind == "from" and sight.key(term.last + 1) == "now":
        return _moved(term._replace(last=term.last + 2), view.now, 1)
    lead = sight.before(term.first)
    if lead == "within":
        start = view.now if term.length.seconds else at_midnight(view.now.date())
        reach = Reach(start, add_length(start, term.length), daily=not term.length.seconds)
        return term._replace(kind="reach", first=term.first - 1, reach=reach)
    if lead == "in" and sight.key(term.first) not in ("the",) and _looks_ahead(view, term):
        return _moved(term._replace(first=term.first - 1), view.now, 1)
    return term


def _looks_ahead(view: View, term: Term) -> bool:
    """Whether "in two days" is two days from now: in the press only where the words around speak of what is to come."""
    if view.sight.key(term.last) in ("from", "after", "before", "since", "a", "of"):
        return False
    return view.manner == "diary" or bool(view.coming(term.first, term.last))


def _moved(term: Term, now: datetime, sign: int) -> Term:
    """The day or the moment that a length leads to."""
    length = term.length or Length()
    moment = add_length(now, length, sign=sign)
    return _day_or_moment(term, moment, fine=bool(length.seconds))


def _day_or_moment(term: Term, moment: datetime, *, fine: bool) -> Term:
    """A term that names a day, or a moment of it."""
    day = Days(moment.date(), moment.date() + _DAY)
    if not fine:
        return Term(term.first, term.last, "days", day, value="counted")
    seconds = at_moment(moment)
    return Term(term.first, term.last, "both", day, Hours(seconds, seconds), value="counted")


def length_and_day(view: View, left: Term, right: Term) -> Term | None:
    """ "3 weeks after Christmas", "two days before yesterday"; "for 3 days from today" is a reach."""
    between = view.between(left, right)
    if left.kind != "length" or left.length is None or left.length.vague or not between:
        return None
    start = start_of(view, right, ahead=True)
    if start is None or (left.length.seconds and right.kind == "days"):
        return None
    led = view.sight.before(left.first) == "for"
    if led and between == ("from",):
        return _reach_from(left._replace(first=left.first - 1), right, start)
    sign = 1 if between in _AFTER else -1 if between in _BEFORE else 0
    if not sign:
        return None
    lead = view.sight.before(left.first) == "in" and between == ("since",)
    if view.sight.key(left.first) == "more" and sign < 0:
        high = add_length(start, left.length, sign=-1)
        return Term(left.first, right.last, "reach", reach=Reach(None, high))
    moment = add_length(start, left.length, sign=sign)
    term = left._replace(first=left.first - lead, last=right.last)
    return _day_or_moment(term, moment, fine=bool(left.length.seconds) or right.kind == "both")


def length_starting(view: View, left: Term, right: Term) -> Term | None:
    """ "3 days starting from next Monday", "a day starting this Friday at 5 pm", "for 2 hours from 2pm"."""
    if left.kind != "length" or left.length is None or left.length.vague or view.between(left, right) not in _FROM:
        return None
    led = view.sight.before(left.first) == "for"
    if view.between(left, right) == ("from",) and not led:
        return None
    term = left._replace(first=left.first - (led and view.between(left, right) == ("from",)))
    start = start_of(view, right, ahead=True)
    return None if start is None else _reach_from(term, right, start)


def length_from_hours(view: View, left: Term, right: Term) -> Term | None:
    """ "for 2 hours from 2pm", "3 hours starting at 9"."""
    if left.kind != "length" or left.length is None or left.length.vague or right.kind not in ("hours", "number"):
        return None
    between = view.between(left, right)
    led = view.sight.before(left.first) == "for" and between == ("from",)
    if between not in _FROM or (between == ("from",) and not led) or right.hours is None or not right.hours.moment:
        return None
    return _hours_for(left._replace(first=left.first - led, last=right.last), right, left.length)


def day_for_length(view: View, left: Term, right: Term) -> Term | None:
    """ "from 9 for 2.5 hrs", "14th Feb from 9:30am for 7 hours"."""
    if right.kind != "length" or right.length is None or right.length.vague or view.between(left, right) != ("for",):
        return None
    first = left.first - (view.sight.before(left.first) == "from")
    if left.kind in ("hours", "number") and left.hours and right.length.seconds:
        if left.kind == "number" and first == left.first:
            return None
        return _hours_for(left._replace(first=first), left, right.length)._replace(last=right.last)
    if left.kind == "both" and left.days and left.hours and left.hours.low is not None and right.length.seconds:
        low = left.hours.low
        return left._replace(last=right.last, hours=Hours(low, low + int(right.length.seconds)))
    return None


def _hours_for(term: Term, clock: Term, length: Length) -> Term:
    """Hours that begin at a moment and last so long."""
    low = clock.hours.low if clock.hours else None
    high = None if low is None else low + int(_size(length))
    return Term(term.first, term.last, "hours", hours=Hours(low, high))


def _reach_from(term: Term, right: Term, start: datetime) -> Term:
    """From a day or a moment on, so long."""
    daily = right.kind == "days"
    high = add_length(start, term.length or Length())
    return Term(term.first, right.last, "reach", reach=Reach(start, high, daily=daily))


def start_of(view: View, term: Term, *, ahead: bool = False) -> datetime | None:
    """The first moment of what a term names; `ahead`, in diaries, of the next that comes again."""
    if term.kind == "now":
        return view.now
    if ahead and term.days and term.days.cycle and view.now and view.manner == "diary" and term.kind == "days":
        days = term.days if term.days.low >= view.now.date() else term.days.step(1)
        return at_midnight(days.low)
    if term.days is None or term.kind not in ("days", "both"):
        return None
    if term.hours is None:
        return at_midnight(term.days.low)
    return None if term.hours.low is None else at(term.days.low, term.hours.low)


def counted_and_weekday(view: View, left: Term, right: Term) -> Term | None:
    """ "Monday two weeks from now", "3 weeks after Christmas on Friday": the weekday nearest to the counted day."""
    pair = (left, right) if left.value == "counted" else (right, left)
    counted, weekday = pair
    if counted.value != "counted" or weekday.value != "weekday" or not counted.single_day or not weekday.single_day:
        return None
    if view.between(left, right) not in ((), ("on",)) or not is_link(view, left):
        return None
    if counted.days is None or weekday.days is None:
        return None
    away = (weekday.days.low.weekday() - counted.days.low.weekday()) % 7
    day = counted.days.low + (away - 7 if away > _FAR_DAYS else away) * _DAY
    return Term(left.first, right.last, "days", Days(day, day + _DAY))
