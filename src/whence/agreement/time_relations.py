"""How one time stands to another: the same days, fewer, more, or none in common."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from whence.agreement.relation_words import same_in_words, told
from whence.records import FigurePair, Time
from whence.text.wordlists import read_word_list
from whence.text.words import split_words

_PARTS = {"MO": (0, 12 * 60), "MI": (11 * 60, 13 * 60), "AF": (12 * 60, 18 * 60), "EV": (17 * 60, 22 * 60),
          "NI": (18 * 60, 30 * 60), "DT": (7 * 60, 18 * 60)}  # fmt: skip
_WHOLE_DAY = (0, 24 * 60)
_NEAR_MINUTES = 30  # a time at the full hour stands for what lies within half an hour of it, at a stretch


class _Stretch(NamedTuple):
    """From the first to the last of something, both included."""

    first: str
    last: str

    def holds(self, other: _Stretch) -> bool:
        """Whether the other lies within."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: _Stretch) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


def relate_times(a: Time, b: Time) -> FigurePair:
    """How B's time stands to A's, both about one event, and why in words.

    Days decide: the first and last day that each points at. On one day, times of day do. Lengths of time and repeated
    times are held by their value alone; as figures, lengths are compared by `relate_figures`.

    >>> from whence.records import Report
    >>> r = Report("a", "a", "Tuesday last week")
    >>> tuesday = Time("DATE", "2024-11-19", r.evidence(0, 7), "2024-11-19", "2024-11-19")
    >>> week = Time("DATE", "2024-W47", r.evidence(8, 17), "2024-11-18", "2024-11-24")
    >>> relate_times(tuesday, week).relation, relate_times(week, tuesday).relation
    ('coarser', 'finer')
    """
    if a.type in ("DURATION", "SET") or b.type in ("DURATION", "SET"):
        return _by_value(a, b)
    one, two = _days(a), _days(b)
    if one is None or two is None:
        return _by_value(a, b)
    if _is_bare_clock(a) or _is_bare_clock(b):
        return _within_a_day(a, b)
    if not one.meets(two):
        if _same_weekday(a, b, one, two):
            return FigurePair(a, b, "equivalent", same_in_words(a, b, same=False))
        return FigurePair(
            a, b, "conflict", f"no day fits both “{told(a)}” ({_shown(one)}) and “{told(b)}” ({_shown(two)})"
        )
    if one == two and one.first == one.last:
        return _within_a_day(a, b)
    return _by_days(a, b, one, two)


def _is_bare_clock(time: Time) -> bool:
    """Whether a time of day is told without its day, which was then read from the words around it."""
    return time.type == "TIME" and _DAY_WORDS.isdisjoint(split_words(time.evidence.exact).keys)


def _same_weekday(a: Time, b: Time, one: _Stretch, two: _Stretch) -> bool:
    """Whether one tells only a weekday and the other a day that is one, a week off: the words fit."""
    if one.first != one.last or two.first != two.last or not (_is_weekday(a) or _is_weekday(b)):
        return False
    return abs(date.fromisoformat(one.first).toordinal() - date.fromisoformat(two.first).toordinal()) == _WEEK_DAYS


def _is_weekday(time: Time) -> bool:
    """Whether the words of a time are a weekday and nothing else."""
    keys = split_words(time.evidence.exact).keys
    return len(keys) == 1 and keys[0] in _WEEKDAYS


_WEEK_DAYS = 7
_WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_DAY_WORDS = _WEEKDAYS | frozenset(read_word_list("day_naming_words"))


def _days(time: Time) -> _Stretch | None:
    """The days of a time, None where they are not known; one known end is both."""
    first, last = time.low or time.high, time.high or time.low
    return _Stretch(first[:10], last[:10]) if first and last else None


def _shown(days: _Stretch) -> str:
    """Days as a reader says them."""
    return days.first if days.first == days.last else f"{days.first} to {days.last}"


def _by_value(a: Time, b: Time) -> FigurePair:
    """By the value alone: the same, or not comparable."""
    if a.value == b.value and a.type == b.type and not a.value.endswith("_REF"):
        return _equal(a, b)
    return FigurePair(
        a, b, "incomparable", f"not comparable: the days of “{told(a)}” and “{told(b)}” are not both known"
    )


def _equal(a: Time, b: Time) -> FigurePair:
    """The same time in the same or in other words; a word like "about" may have come or gone."""
    rough = a.mod == "APPROX", b.mod == "APPROX"
    if rough[0] != rough[1]:
        relation = "hedge dropped" if rough[0] else "hedge added"
        return FigurePair(a, b, "hedge dropped" if rough[0] else "hedge added", f"the same time, {_HEDGED[relation]}")
    same = split_words(a.evidence.exact).keys == split_words(b.evidence.exact).keys
    return FigurePair(a, b, "same" if same else "equivalent", same_in_words(a, b, same=same))


_HEDGED = {"hedge dropped": "no longer told as rough", "hedge added": "now told as rough"}


def _by_days(a: Time, b: Time, one: _Stretch, two: _Stretch) -> FigurePair:
    """Two stretches of days that share some."""
    if one == two:
        return _equal(a, b)
    if two.holds(one):
        return FigurePair(a, b, "coarser", f"same time, less exact: “{told(a)}” lies in “{told(b)}”")
    if one.holds(two):
        return FigurePair(a, b, "finer", f"same time, more exact: “{told(b)}” lies in “{told(a)}”")
    return FigurePair(
        a, b, "strained", f"“{told(a)}” ({_shown(one)}) and “{told(b)}” ({_shown(two)}) share only some days"
    )


def _within_a_day(a: Time, b: Time) -> FigurePair:
    """Two times of one day, by the clock."""
    one, two = _clock(a), _clock(b)
    if one == two:
        return _equal(a, b)
    if two[0] <= one[0] and one[1] <= two[1]:
        return FigurePair(a, b, "coarser", f"same time, less exact: “{told(a)}” lies in “{told(b)}”")
    if one[0] <= two[0] and two[1] <= one[1]:
        return FigurePair(a, b, "finer", f"same time, more exact: “{told(b)}” lies in “{told(a)}”")
    if one[0] < two[1] and two[0] < one[1]:
        return FigurePair(a, b, "compatible", f"“{told(a)}” and “{told(b)}” can be one time")
    apart = max(one[0] - two[1], two[0] - one[1])
    if "APPROX" in (a.mod, b.mod) or (apart <= _NEAR_MINUTES and (_at_full_hour(one) or _at_full_hour(two))):
        return FigurePair(a, b, "strained", f"“{told(a)}” and “{told(b)}” can be one time only at a stretch")
    return FigurePair(a, b, "conflict", f"no time of day fits both “{told(a)}” and “{told(b)}”")


def _at_full_hour(clock: tuple[int, int]) -> bool:
    """Whether a time is a moment at the full hour."""
    return clock[0] == clock[1] and clock[0] % 60 == 0


def _clock(time: Time) -> tuple[int, int]:
    """The minutes of the day that a time points at, first and last."""
    clock = time.value.partition("T")[2].rstrip("Z")
    if time.type != "TIME" or not clock:
        return _WHOLE_DAY
    if clock[:2] in _PARTS:
        return _PARTS[clock[:2]]
    hours, _, minutes = clock[:5].partition(":")
    if not (hours.isdigit() and (not minutes or minutes.isdigit())):
        return _WHOLE_DAY
    at = int(hours) * 60 + int(minutes or 0)
    return at, at
