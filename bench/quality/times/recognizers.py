"""Spells held against the cases of Microsoft Recognizers-Text: the share of cases that are read wholly right.

    python -m bench.quality.times.recognizers             # shares by type, and of the part held back
    python -m bench.quality.times.recognizers --errors    # also what was wrong outside the part held back

All 985 cases of the date-time model count, those included that some implementation of the library does not support,
and those without any result. One case in six is held back: rules are written looking at the others only. (At first
one in three was: 75 % of those were right when 88 % of the others were. Then half of them were read too.)

A case is right where the spells found, and the times that no spell touches, are the expected ones: the same words (in
any case of letters), nothing missing, nothing else; and each tells one of the values that the case lists. What two
notations say alike is alike:

- A date range [start, end) is ours from `low` to the day before `end`. Where the words name two ends ("from 1939 to
  1945") the case ends at the first day of the second, which ours gives as `closing`; so do "until" and "by".
- A case begins what is "after" a day at that day, left out; ours on the next.
- Durations are compared in seconds; of a vague one ("a few days"), which the case takes for three, only the unit.
- Sets, and what the case leaves unresolved (a school year, 30 February), are compared by the timex or the words alone.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

from bench.quality.shared_data import DATA, Row, lines
from whence.records import Evidence, Published, Report, Time
from whence.spells.find import find_spells
from whence.spells.telling import Spell
from whence.times.find import find_times

_FILE = DATA / "quantities" / "recognizers.jsonl.gz"
_DAY = timedelta(days=1)
_VAGUE = ("few", "several", "some")


class Case(NamedTuple):
    """A case, what was found in it, and whether the words and the values are right."""

    row: Row
    found: tuple[Spell, ...]
    spans: bool
    right: bool

    @property
    def types(self) -> tuple[str, ...]:
        """The types that the case expects; "none" where it expects nothing."""
        return tuple(sorted({_type(one) for one in self.row["results"]})) or ("none",)


def measure() -> dict[str, float]:
    """The share of cases that are right, and of those whose spans are, in per cent."""
    cases = [read_case(row) for row in rows()]
    return {
        "recognizers.datetime.right": _share(sum(case.right for case in cases), len(cases)),
        "recognizers.datetime.spans": _share(sum(case.spans for case in cases), len(cases)),
    }


def rows() -> list[Row]:
    """The cases of the date-time model."""
    return [row for row in lines(_FILE) if row["model"].endswith("DateTimeModel")]


def held_back(row: Row) -> bool:
    """Whether a case is kept from the eyes of those who write the rules."""
    return zlib.crc32(row["input"].encode()) % 6 == 0


def read_case(row: Row) -> Case:
    """A case with what is found in it."""
    iso = (row["reference"] or "2019-01-01T00:00:00")[:19]
    report = Report("a", "a", row["input"], published=Published(iso, "second", "caller"))
    spells = find_spells(report, manner="diary", everything=True)
    found = (*spells, *(_of_time(one) for one in find_times(report, everything=True) if not _touched(one, spells)))
    found = tuple(sorted(found, key=lambda one: one.evidence.start))
    gold = sorted(row["results"], key=lambda one: one["start"])
    spans = len(gold) == len(found) and all(
        (one["start"], one["end"]) == (spell.evidence.start, spell.evidence.end)
        for one, spell in zip(gold, found, strict=True)
    )
    return Case(row, found, spans, spans and all(map(is_right, gold, found)))


def _touched(time: Time, spells: tuple[Spell, ...]) -> bool:
    """Whether a spell covers part of a time."""
    return any(one.evidence.start < time.evidence.end and time.evidence.start < one.evidence.end for one in spells)


def _of_time(time: Time) -> Spell:
    """A time that no spell touches, as a spell."""
    evidence: Evidence = time.evidence
    kind = {"DURATION": "duration", "SET": "set"}.get(time.type, "date")
    return Spell(
        "set" if kind == "set" else "duration" if kind == "duration" else "date",
        evidence,
        time.low,
        time.high,
        None,
        time.value,
    )


def is_right(gold: Row, spell: Spell) -> bool:
    """Whether a spell tells one of the values of an expected result."""
    values = gold.get("resolution", {}).get("values", [])
    return not values or any(_agrees(value, spell, gold["text"]) for value in values)


def _agrees(value: Row, spell: Spell, words: str) -> bool:
    """Whether a spell tells one value."""
    kind, plain = value.get("type", ""), value.get("value", "")
    if kind == "set":
        return spell.type == "set" and _plain_set(spell.value) == _plain_set(value["timex"])
    if plain == "not resolved":
        return spell.type != "duration"
    if kind == "duration":
        vague = any(word in words.split() for word in _VAGUE)
        return spell.type == "duration" and (vague or abs(float(spell.value or -1) - float(value["value"])) < 1)
    if "start" in value or "end" in value:
        return _same_low(value, spell) and _same_high(value, spell)
    return bool(plain) and _moment(spell.low) == plain and spell.low == spell.high


def _plain_set(timex: str) -> str:
    """A set as both notations write it."""
    return timex.replace("XXXX-XX-XX", "").replace("P1WE", "XXXX-WXX-WE").replace(":00", "")


def _moment(iso: str | None) -> str | None:
    """Our day or moment as the cases write it."""
    return None if iso is None else iso.replace("T", "", 1) if iso.startswith("T") else iso.replace("T", " ")


def _same_low(value: Row, spell: Spell) -> bool:
    """Whether a range begins where ours does."""
    start, low = value.get("start"), _moment(spell.low)
    if start is None or low is None:
        return start == low
    after = value.get("Mod", "").startswith("after") and value.get("sourceEntity") != "datetimerange"
    return bool(low == start or (after and low == _next_day(start)))


def _same_high(value: Row, spell: Spell) -> bool:
    """Whether a range ends where ours does, or where what closes ours begins."""
    end, high = value.get("end"), _moment(spell.high)
    if end is None or high is None:
        return end == high
    return end in (_next_day(high), high if " " in high or ":" in high else "", _moment(spell.closing))


def _next_day(iso: str) -> str:
    """The day after a day; a moment as it is."""
    return (date.fromisoformat(iso) + _DAY).isoformat() if len(iso) == 10 else iso


def _type(result: Row) -> str:
    """The type of an expected result."""
    return (result["type"] or "datetimeV2.mixed").removeprefix("datetimeV2.")


def _share(part: int, whole: int) -> float:
    """A share in per cent."""
    return round(100 * part / max(1, whole), 1)


def _describe(case: Case) -> str:
    """What is wrong with a case."""
    lines_ = [f"{'VALUE' if case.spans else 'SPAN '} {(case.row['reference'] or '')[:16]} | {case.row['input'][:200]}"]
    for one in case.row["results"]:
        values = "; ".join(
            " ".join(f"{key}={text}" for key, text in value.items() if key in ("timex", "value", "start", "end", "Mod"))
            for value in one.get("resolution", {}).get("values", [])
        )
        lines_.append(f"   gold  {_type(one)} {one['text']!r} {values}")
    for spell in case.found:
        ends = f"{spell.low} .. {spell.high} closing {spell.closing} {spell.value}"
        lines_.append(f"   found {spell.type} {spell.evidence.exact!r} {ends}")
    return "\n".join(lines_)


def main() -> None:
    """Print the shares."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--errors", action="store_true", help="print what was wrong outside the part held back")
    errors = arguments.parse_args().errors
    if not DATA.is_dir():
        print("../shared is absent: nothing to measure")
        return
    cases = [read_case(row) for row in rows()]
    if errors:
        print("\n".join(_describe(case) for case in cases if not case.right and not held_back(case.row)))
    whole: Counter[str] = Counter(name for case in cases for name in case.types)
    right: Counter[str] = Counter(name for case in cases if case.right for name in case.types)
    spans: Counter[str] = Counter(name for case in cases if case.spans for name in case.types)
    for name, count in whole.most_common():
        print(f"{name:14} {count:4} right {_share(right[name], count):5} spans {_share(spans[name], count):5}")
    for name, part in (("read", False), ("held back", True)):
        some = [case for case in cases if held_back(case.row) is part]
        print(f"{name:14} {len(some):4} right {_share(sum(case.right for case in some), len(some)):5}")
    print(measure())


if __name__ == "__main__":
    main()
