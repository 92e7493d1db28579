"""Joining measures: compounds ("5 feet 2 inches", "3 dollars 50 cents") and ranges ("10 to 12") are one figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whence.figures.cardinals import tidy
from whence.figures.measures import Measure
from whence.figures.money import money_unit
from whence.figures.nouns import WORD_GROUPS, read_words
from whence.figures.units import in_main_unit
from whence.text.words import Words

CHANGE_VERBS = read_words("change_verbs")
_SMALLER = {
    "foot": ("inch",), "pound": ("ounce",), "hour": ("minute", "second"), "minute": ("second",), "day": ("hour",),
    "year": ("month", "week", "day"), "week": ("day",), "month": ("week", "day"), "mile": ("yard",),
}  # fmt: skip
_COMPOUND_GAPS = frozenset([" ", " and ", "-", " - ", ", ", ", and "])
_RANGE_GAP = re.compile(
    r"( to | or | through | - | – | — |-to-|-|–|~)(?:the |a |about |as many as |perhaps )?", re.IGNORECASE
)
_CLOSE_ENOUGH = 3  # "one or two", "40 or 50"; "one or 100" are two numbers
_CONTEST_NEAR = 8  # words before the first share: "Roe leads the former governor in Ohio, 45 percent to"
_AND = re.compile(r" and (?:the |a )?", re.IGNORECASE)
_MAGNITUDES = (
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("k", 1e3),
    ("m", 1e6),
    ("bn", 1e9),
)
_SENTENCE_ENDS = frozenset([".", "!", "?", ""])


def join_compounds(text: str, measures: Sequence[Measure]) -> list[Measure]:
    """The measures with a unit and its smaller unit read as one, in the larger unit.

    "5 feet 2 inches" is 5 1/6 feet. "15 dollars 50" at the end of a sentence has cents, "6-foot-2" inches.
    """
    joined: list[Measure] = []
    for measure in measures:
        share = _share(text, joined[-1], measure) if joined else 0.0
        if share:
            large = joined.pop()
            value = tidy(large.value + measure.value * share)
            measure = large._replace(  # noqa: PLW2901
                value=value, step=measure.step * share, end=measure.end, last=measure.last, joined=measure.joined
            )
        joined.append(measure)
    return joined


def _share(text: str, large: Measure, small: Measure) -> float:
    """How much of the larger unit one of the smaller is, where two measures make a compound; else 0."""
    gap = text[large.end : small.start]
    if gap not in _COMPOUND_GAPS or not large.unit or large.value < 0 or small.value < 0 or large.form != "cardinal":
        return 0.0
    if small.unit in _SMALLER.get(large.unit, ()) and small.kind == large.kind:
        above, below = in_main_unit(large.unit), in_main_unit(small.unit)
        return below.factor / above.factor if above and below else 0.0
    if large.kind == "money" and small.unit in ("cent", "penny") and "," not in gap and small.value < 100:
        main, part = money_unit(large.unit), money_unit(small.unit)
        return part.factor if main and part and main.factor == 1 and small.form == "cardinal" else 0.0
    if small.unit or small.kind != "number" or small.form != "cardinal" or small.value != int(small.value):
        return 0.0
    if large.unit == "foot" and gap == "-" and small.value < 12:
        return 1 / 12
    ends = text[small.end : small.end + 1] in _SENTENCE_ENDS and not text[small.end + 1 : small.end + 2].isalnum()
    cents = large.kind == "money" and large.named and gap in (" ", " and ") and 0 < small.value < 100
    return 0.01 if cents and ends and large.unit not in ("cent", "penny") else 0.0


def join_ranges(text: str, words: Words, measures: Sequence[Measure]) -> list[Measure]:
    """The measures with "10 to 12", "10-12 percent" and "between 10 and 12" read as one range.

    "rose from 5 to 7 percent" is no range but two values, and so is every pair that falls ("10 to 3").
    """
    joined: list[Measure] = []
    for measure in measures:
        ranged = _range(text, words, joined[-1], measure) if joined else None
        if ranged and ranged.form == "change":
            joined[-1] = ranged._replace(form="cardinal")
            joined.append(measure)
        elif ranged:
            joined[-1] = ranged
        else:
            joined.append(measure)
    return joined


def _range(text: str, words: Words, low: Measure, high: Measure) -> Measure | None:
    """One range of two measures; the low one alone with form "change" where it moved to the high one; else None."""
    if high.start - low.end > 22 or low.high is not None or "ordinal" in (low.kind, high.kind):
        return None
    gap = text[low.end : high.start]
    before = words.keys[low.first - 1] if low.first else ""
    match = _RANGE_GAP.fullmatch(gap)
    between = before == "between" or words.keys[max(low.first - 3, 0) : low.first] == ["the", "ages", "of"]
    if not match and not (between and _AND.fullmatch(gap)):
        return None
    fitted = _fit_units(text, low, high)
    if fitted is None:
        return None
    if match and match[1].strip(" -") in ("to", "through") and _is_change(words, fitted, low):
        return fitted._replace(kind=high.kind, unit=high.unit, form="change")
    if not fitted.value < high.value or _is_contest(words, low, high) or _is_telephone(text, low, high):
        return None
    if match and match[1] == " or " and high.value > _CLOSE_ENOUGH * fitted.value:
        return None
    return high._replace(
        value=fitted.value, high=high.value, step=min(fitted.step, high.step), start=low.start, first=low.first,
        form="range",
    )  # fmt: skip


def _is_contest(words: Words, low: Measure, high: Measure) -> bool:
    """Whether two shares are those of two candidates: "trails Roe 45 percent to 52 percent"."""
    both = low.kind == high.kind == "percent"
    return both and not WORD_GROUPS["contests"].isdisjoint(words.keys[max(low.first - _CONTEST_NEAR, 0) : low.first])


def _is_telephone(text: str, low: Measure, high: Measure) -> bool:
    """Whether two runs of digits are a number to call: 555-1234."""
    sizes = (low.end - low.start, high.end - high.start)
    return sizes == (3, 4) and text[low.start : low.end].isdigit() and text[high.start : high.end].isdigit()


def _fit_units(text: str, low: Measure, high: Measure) -> Measure | None:
    """The low end in the unit and magnitude of the high one; None where they measure different things."""
    if low.unit and not high.unit and low.kind == "money" and not low.named:
        return None if high.kind != "number" else _with_magnitude(text, low, high)
    if low.unit not in ("", high.unit) or (low.kind != high.kind and low.unit):
        return None
    return _with_magnitude(text, low, high)


def _with_magnitude(text: str, low: Measure, high: Measure) -> Measure:
    """The low end times the magnitude that stands at the high one only: "10 to 12 million"."""
    words_of_low = text[low.start : low.end].lower()
    told = text[high.start : high.end].lower()
    for word, size in _MAGNITUDES:
        plain = not any(name in words_of_low for name, _ in _MAGNITUDES[:4])
        if word in told and plain and low.value * size < high.value and high.value >= 1000 > low.value:
            return low._replace(value=tidy(low.value * size), step=low.step * size)
    return low


def _is_change(words: Words, fitted: Measure, low: Measure) -> bool:
    """Whether a verb before "from 5 to 7" tells that a number moved; without "from" only where both ends have units."""
    before = words.keys[max(low.first - 7, 0) : low.first]
    origin = before[-1:] == ["from"]
    near = before if origin else before[-2:]
    return (origin or bool(low.unit)) and any(key in CHANGE_VERBS for key in near) and fitted.kind != "age"
