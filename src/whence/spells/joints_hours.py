"""Joints of hours: "5 to 6pm", "8 in the morning", "tomorrow at 7", "10am to 12pm Monday morning", "after 3pm"."""

from __future__ import annotations

from whence.spells.parts import MEALS, PART_HOURS
from whence.spells.terms import DAY_SECONDS, HALF_SECONDS, Hours, Term
from whence.spells.view import View

TO = frozenset([("to",), ("till",), ("til",), ("until",), ("through",), ("thru",)])
DASHES = frozenset(["-", " - ", "–", " – ", "~", " ~ ", "—", "- ", " -"])
_DAY_LINKS = frozenset(
    [(), ("at",), ("for",), ("around",), ("about",), ("from",), ("on",), ("between",), ("at", "around")]
)
_HOUR_LINKS = frozenset([(), ("on",), ("of",), ("in",), ("for",)])
_OPENERS: dict[tuple[str, ...], str] = {
    ("after",): "low", ("since",): "low", ("later", "than"): "low", ("as", "early", "as"): "low", ("from",): "low",
    ("any", "time", "from"): "low", ("anytime", "from"): "low", ("starting", "at"): "low", ("starting",): "low",
    ("not", "before"): "low", ("not", "earlier", "than"): "low",
    ("not", "later", "than"): "high", ("no", "earlier", "than"): "low", ("starting", "from"): "low",
    ("before",): "high", ("by",): "high", ("until",): "high", ("till",): "high", ("no", "later", "than"): "high",
    ("as", "late", "as"): "high", ("earlier", "than"): "high", ("prior", "to"): "high", ("not", "after"): "high",
}  # fmt: skip
_TAILS: dict[tuple[str, ...], str] = {
    ("or", "later"): "low", ("and", "later"): "low", ("and", "after"): "low", ("or", "after"): "low",
    ("onwards",): "low", ("onward",): "low", ("or", "earlier"): "high", ("and", "before"): "high",
    ("or", "before"): "high",
}  # fmt: skip
_LONGEST_OPENER = 3
_MORNING_ENDS = 12 * 3600
_NIGHT_BEGINS = 6 * 3600  # "at 5 last night" is in the morning, "at 7" in the evening


def is_link(view: View, left: Term) -> bool:
    """Whether nothing but a space, a comma or a small mark stands behind a term."""
    return len(view.gap(left)) <= 3 and not set(view.gap(left)) & set(";?!\n") and view.gap(left) != ". "


def is_range(view: View, left: Term, right: Term) -> bool:
    """Whether "to", a dash, or the "and" of a "between" stands between two terms."""
    between = view.between(left, right)
    if between and between[-1] == "the" and right.kind in ("ordinal", "days"):
        between = between[:-1]
    if not between:
        return view.gap(left) in DASHES
    if between == ("and",):
        return "between" in (view.sight.key(left.first - 1), view.sight.key(left.first - 2))
    return between in TO


def hours_to_hours(view: View, left: Term, right: Term) -> Term | None:
    """ "5 to 6pm", "between 7 and 9:30", "12-4": two bare numbers stay tentative."""
    if not (_may_be_hour(left) and _may_be_hour(right) and is_range(view, left, right)):
        return None
    if left.hours is None or right.hours is None:
        return None
    first = _with_lead(view, left.first, ("from", "between"))
    if left.kind == right.kind == "number":
        return Term(
            first,
            right.last,
            "numbers",
            hours=_spread(left.hours, right.hours),
            number=left.number * 100 + right.number,
        )
    return Term(first, right.last, "hours", hours=_spread(left.hours, right.hours))


def _spread(start: Hours, end: Hours) -> Hours:
    """From one moment to the next, the halves of the day chosen so that least time lies between."""
    starts, ends = _halves(start), _halves(end)
    pairs = [(high - low if high > low else high - low + DAY_SECONDS, low, high) for low in starts for high in ends]
    gap, low, _ = min(pairs)
    return Hours(low, low + gap, start.loose and end.loose)


def _halves(hours: Hours) -> list[int]:
    """What a moment may be: both halves of the day where none is told."""
    low = hours.low or 0
    return [low, (low + HALF_SECONDS) % DAY_SECONDS] if hours.loose else [low]


def _may_be_hour(term: Term) -> bool:
    """Whether a term is a moment of the clock, or a number that may be one."""
    return term.kind in ("hours", "number") and term.hours is not None and term.hours.moment


def is_part(term: Term) -> bool:
    """Whether a term is a part of the day."""
    return term.kind == "hours" and term.value in PART_HOURS


def hours_and_part(view: View, left: Term, right: Term) -> Term | None:
    """ "8 in the morning", "between 5 and 6 in the afternoon", "8:00 early morning"."""
    if not is_part(right) or view.between(left, right) or not is_link(view, left) or left.hours is None:
        return None
    if left.kind not in ("hours", "number", "numbers") or is_part(left):
        return None
    led = view.sight.key(right.first) in ("in", "at", "early", "late")
    if left.kind == "number" and not led:
        return None
    return Term(left.first, right.last, "hours", hours=in_part(left.hours, right.hours))


def part_and_hours(view: View, left: Term, right: Term) -> Term | None:
    """ "in the morning at 7", "early morning at 8:00", "in the morning 9 oclock"."""
    if not is_part(left) or is_part(right) or right.hours is None or view.between(left, right) not in ((), ("at",)):
        return None
    if right.kind not in ("hours", "number") or (right.kind == "number" and view.between(left, right) != ("at",)):
        return None
    return Term(left.first, right.last, "hours", hours=in_part(right.hours, left.hours))


def in_part(hours: Hours, part: Hours | None) -> Hours:
    """Hours in the half of the day that a part of the day tells."""
    if not hours.loose or part is None or part.low is None or hours.low is None:
        return hours
    low = hours.low % HALF_SECONDS
    if part.low < _MORNING_ENDS:
        late = False
    else:
        late = part.low < 20 * 3600 or low >= _NIGHT_BEGINS
    return hours.shift((HALF_SECONDS if late else 0) + low - hours.low)


def open_hours(view: View, term: Term) -> Term:
    """ "after 3pm", "no later than 6:00", "3 pm or later": hours open to one side; "around 1pm" is no side."""
    if term.kind != "hours" or term.hours is None or None in term.hours[:2]:
        return term
    first = _with_lead(view, term.first, ("around", "approximately", "circa"))
    for length in range(min(_LONGEST_OPENER, term.first), 0, -1):
        words = tuple(view.sight.words.keys[max(0, first - length) : first])
        side = _OPENERS.get(words)
        if side and view.sight.key(term.last) not in ("to", "till", "until") and view.sight.linked(first - 1):
            return _opened(term._replace(first=first - length), side)
    for length in (2, 1):
        side = _TAILS.get(tuple(view.sight.words.keys[term.last : term.last + length]))
        tail = view.sight.key(term.last + length)
        if side and not (tail and view.sight.gap(term.last + length - 1) == " " and tail not in ("on", "in", "at")):
            return _opened(term._replace(last=term.last + length), side)
    return term._replace(first=first)


def _opened(term: Term, side: str) -> Term:
    """Hours kept on one side only: a part of the day leaves its end behind with "after"."""
    hours = term.hours
    if hours is None:
        return term
    if side == "low":
        return term._replace(hours=Hours(hours.high, None, hours.loose), value="")
    return term._replace(hours=Hours(None, hours.low, hours.loose), value="")


def day_and_part(view: View, left: Term, right: Term) -> Term | None:
    """ "tomorrow night", "Tuesday in the morning", "Monday early afternoon"."""
    if not is_part(right) or left.kind != "days" or right.value in MEALS:
        return None
    return day_and_hours(view, left, right)


def day_and_hours(view: View, left: Term, right: Term) -> Term | None:
    """ "tomorrow at 7", "Monday 12-4", "yesterday afternoon from 3-8pm", "May 3 @ 17:49"."""
    between = view.between(left, right)
    if between not in _DAY_LINKS or not _is_day(left) or right.hours is None or right.days is not None:
        return None
    if not is_link(view, left) or right.kind not in ("hours", "number", "numbers"):
        return None
    if right.value in MEALS or (left.kind == "both" and is_part(right)):
        return None
    if right.kind == "number" and between not in (("at",), ("around",), ("about",), ("at", "around")):
        return None
    return _both(left, right, left.first, right.last)


def hours_and_day(view: View, left: Term, right: Term) -> Term | None:
    """ "8am tomorrow", "from 5 to 6pm of April 22", "6-8 next Monday", "10, tonight"."""
    if (
        view.between(left, right) not in _HOUR_LINKS
        or not _is_day(right)
        or left.hours is None
        or left.days is not None
    ):
        return None
    if not is_link(view, left) or left.kind not in ("hours", "number", "numbers"):
        return None
    if left.kind == "number" and not (right.kind == "both" and view.gap(left) == ", "):
        return None
    if left.value in MEALS:
        return None
    if is_part(left) and view.between(left, right) not in ((), ("of",), ("on",)):
        return None
    return _both(right, left, left.first, right.last)


def _both(day: Term, clock: Term, first: int, last: int) -> Term:
    """A day with hours; a part of the day already there tells their half."""
    hours = clock.hours if clock.hours else Hours(None, None)
    return Term(first, last, "both", days=day.days, hours=in_part(hours, day.hours))


def _is_day(term: Term) -> bool:
    """Whether a term is one day, or a part of one."""
    if term.days is None or not term.days.single:
        return False
    wide = term.hours is not None and not term.hours.moment and None not in term.hours[:2]
    return term.kind == "days" or (term.kind == "both" and wide)


def set_and_hours(view: View, left: Term, right: Term) -> Term | None:
    """ "each Monday at 4pm", "6am every day": the hour takes the place of the day that repeats."""
    clock, often = (right, left) if left.kind == "set" else (left, right)
    bare = clock.kind == "number" and view.between(left, right) == ("at",)
    if often.kind != "set" or not (clock.kind == "hours" or bare) or clock.hours is None or clock.hours.low is None:
        return None
    if view.between(left, right) not in ((), ("at",)) or not clock.hours.moment:
        return None
    hour, minute = divmod(clock.hours.low // 60, 60)
    time = f"T{hour:02d}" + (f":{minute:02d}" if minute else "")
    day = often.value if often.value.startswith("XXXX-WXX") else ""
    return Term(left.first, right.last, "set", value=day + time)


def _with_lead(view: View, first: int, leads: tuple[str, ...]) -> int:
    """The first word of a term with one of these words before it."""
    return first - 1 if first and view.sight.key(first - 1) in leads and view.sight.joined(first - 1) else first
