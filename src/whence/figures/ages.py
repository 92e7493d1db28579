"""Ages: "five years old", "a 34-year-old man", "aged 34", "John Smith, 34, of Leeds", "3 years of age"."""

from __future__ import annotations

from collections.abc import Sequence

from whence.figures.dates import is_date_word
from whence.figures.joining import CHANGE_VERBS
from whence.figures.measures import Measure
from whence.figures.nouns import WORD_GROUPS
from whence.text.style import is_function_word
from whence.text.words import Words

_UNITS = frozenset(["year", "month", "week", "day"])
_OLDEST = 120
_AGED = frozenset(["aged", "age", "ages"])
_JOINTS = (" ", "-", " - ", "‑", "\u00a0")


def read_ages(text: str, words: Words, measures: Sequence[Measure]) -> list[Measure]:
    """The measures with those that tell an age marked as such, their words ("old", "aged") taken in."""
    read: list[Measure] = []
    listed = False  # inside "aged 3, 5 and 8"
    for measure in measures:
        more = listed and _goes_on(text, read[-1], measure)
        age = measure._replace(kind="age", unit="year") if more else _age(text, words, measure)
        listed = more or (age is not None and words.keys[age.first] in _AGED)
        read.append(age or measure)
    return _share_backwards(text, words, read)


def _share_backwards(text: str, words: Words, read: list[Measure]) -> list[Measure]:
    """The measures with bare numbers before an age taken for ages: "33, 18 and 12 years old"."""
    for at in range(len(read) - 2, -1, -1):
        after = read[at + 1]
        shared = after.kind == "age" and (after.form == "shared age" or words.keys[after.last - 1] in ("old", "olds"))
        gap = text[read[at].end : after.start] if shared and after.start - read[at].end < 10 else ""
        if gap.replace(" a ", " ").strip("-") in (", ", " and ", ", and ", " or ") and _may_be_age(read[at]):
            read[at] = read[at]._replace(kind="age", unit=after.unit, form="shared age")
    return read


def _may_be_age(measure: Measure) -> bool:
    """Whether a measure is a bare number that an age can be."""
    bare = measure.kind == "number" and not measure.unit and measure.form == "cardinal"
    return bare and 0 < measure.value <= _OLDEST and measure.value == int(measure.value)


def _goes_on(text: str, before: Measure, measure: Measure) -> bool:
    """Whether a number is one more of several ages: "ages five and 11"."""
    return _may_be_age(measure) and text[before.end : measure.start] in (" and ", ", ", ", and ", " & ")


def _age(text: str, words: Words, measure: Measure) -> Measure | None:
    """A measure as an age, None where it is none."""
    if measure.kind == "duration" and measure.unit in _UNITS:
        return _old(text, words, measure)
    if measure.kind != "number" or measure.unit or measure.form not in ("cardinal", "range"):
        return None
    most = measure.high or measure.value
    if not 0 < measure.value <= most <= _OLDEST or most != int(most):
        return None
    return (
        _yo(text, words, measure)
        or _limit(text, words, measure)
        or _turning(text, words, measure)
        or _of_somebody(text, words, measure)
        or _aged(text, words, measure)
        or _after_name(text, words, measure)
    )


def _old(text: str, words: Words, measure: Measure) -> Measure | None:
    """A length of time that is an age: "34 years old", "34-year-old", "3 years of age"."""
    at = measure.last
    following = words.keys[at : at + 2]
    if following[:1] and following[0] in ("old", "olds") and text[measure.end : words.starts[at]] in _JOINTS:
        size = 1
    elif following == ["of", "age"] and text[measure.end : words.starts[at]].isspace():
        size = 2
    else:
        return None
    return measure._replace(kind="age", end=words.ends[at + size - 1], last=at + size, joined=False)


def _of_somebody(text: str, words: Words, measure: Measure) -> Measure | None:
    """An age after "he was": "She is 34.", "he was 18 when"."""
    first, end = measure.first, measure.end
    if (
        first < 2
        or words.keys[first - 1] not in ("was", "is", "am", "'m", "turned")
        or measure.value < 2
        or measure.form != "cardinal"
    ):
        return None
    if words.keys[first - 2] not in ("he", "she", "i", "who") or text[words.ends[first - 1] : measure.start] != " ":
        return None
    after = text[end : end + 1]
    following = words.keys[measure.last] if measure.last < len(words.keys) else ""
    ends = (after in (".", ",", ";") and not text[end + 1 : end + 2].isdigit()) or (
        after == " " and following == "when"
    )
    return measure._replace(kind="age", unit="year") if ends else None


def _limit(text: str, words: Words, measure: Measure) -> Measure | None:
    """An age that is a bound: "as young as 18", "the age limit to 21", "a retirement age of 67", "older than 60"."""
    first, last = measure.first, measure.last
    before = words.keys[max(first - 6, 0) : first]
    if text[measure.start - 1 : measure.start] != " " or not _is_bounding(before):
        return None
    key = words.keys[last] if last < len(words.keys) else ""
    alone = not key or not text[measure.end : words.starts[last]].isspace()
    return measure._replace(kind="age", unit="year") if alone or is_function_word(key) or is_date_word(key) else None


def _is_bounding(before: Sequence[str]) -> bool:
    """Whether the words before a number make it an age."""
    if before[-1:] == ["as"] and before[-3:-1] in (["as", "young"], ["as", "old"]):
        return True
    if before[-1:] == ["than"] and before[-2:-1] in (["older"], ["younger"]):
        return True
    if before[-1:] == ["to"] and before[-2:-1] and before[-2] in CHANGE_VERBS:
        return "age" in before
    if before[-3:] in (["ages", "ranging", "from"], ["aged", "between", "the"]):
        return True
    told = before[-2:-1] == ["age"] or before[-3:-1] == ["age", "limit"] or before[-3:-1] == ["age", "requirement"]
    return told and before[-1] in ("to", "of", "from", "at", "is", "was", "under", "over")


def _turning(text: str, words: Words, measure: Measure) -> Measure | None:
    """An age that somebody comes to: "turning 55", "will turn 60 in June"; not "turned 40 people away"."""
    at, last = measure.first - 1, measure.last
    if (
        at < 1
        or words.keys[at] not in WORD_GROUPS["turning to an age"]
        or text[words.ends[at] : measure.start] != " "
        or measure.value < 2
    ):
        return None
    if measure.form != "cardinal" or words.keys[at - 1] in ("the", "a", "it", "that"):
        return None
    key = words.keys[last] if last < len(words.keys) else ""
    alone = not key or not text[measure.end : words.starts[last]].isspace() or text[measure.end] == "\n"
    return measure._replace(kind="age", unit="year") if alone or is_function_word(key) or is_date_word(key) else None


def _yo(text: str, words: Words, measure: Measure) -> Measure | None:
    """An age in the shorthand of hospitals: "87 yo", "87 y/o"."""
    at = measure.last
    if words.keys[at : at + 1] == ["yo"] and text[measure.end : words.starts[at]] in ("", " ", "-"):
        return measure._replace(kind="age", unit="year", end=words.ends[at], last=at + 1)
    if words.keys[at : at + 2] == ["y", "o"] and text[measure.end : words.ends[at + 1]].strip() in ("y/o", "y.o"):
        return measure._replace(kind="age", unit="year", end=words.ends[at + 1], last=at + 2)
    return None


def _aged(text: str, words: Words, measure: Measure) -> Measure | None:
    """An age after its own word: "aged 34", "age 34", "the age of 34", "ages 18 to 24"."""
    first = measure.first
    if first and words.keys[first - 1] in _AGED and text[words.ends[first - 1] : measure.start].isspace():
        begin = first - 1
    elif words.keys[max(first - 2, 0) : first] == ["age", "of"] or words.keys[max(first - 2, 0) : first] == [
        "ages",
        "of",
    ]:
        return measure._replace(kind="age", unit="year")
    else:
        return None
    return measure._replace(kind="age", unit="year", start=words.starts[begin], first=begin)


def _after_name(text: str, words: Words, measure: Measure) -> Measure | None:
    """An age between a name and a mark: "John Smith, 34, of Leeds" and "John Smith (34)"."""
    first, end = measure.first, measure.end
    if measure.form == "range" or first < 2 or not text[measure.start : end].isdigit():
        return None
    gap, after = text[words.ends[first - 1] : measure.start], text[end : end + 1]
    name = text[words.starts[first - 1] : words.ends[first - 1]]
    if not name[:1].isupper() or (not name[1:].islower() and not name[1:2].islower()) or is_date_word(name.lower()):
        return None
    before = text[words.starts[first - 2] : words.ends[first - 2]]
    full = before[:1].isupper() and not is_date_word(before.lower())
    if gap == ", " and after in (",", ";", ".", "\n", ""):
        goes_on = after != "." or text[end + 1 : end + 2] in ("", " ", "\n")
        listed = text[end + 1 : end + 3].strip()[:1].isdigit()
        if goes_on and not listed and (full or after == ","):
            return measure._replace(kind="age", unit="year")
    if gap == " (" and after == ")" and full and measure.value >= 10:
        return measure._replace(kind="age", unit="year")
    return None
