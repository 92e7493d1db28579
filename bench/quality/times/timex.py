"""Times held against TimeBank and AQUAINT (TempEval-3): relaxed, strict, type and value F1.

    python -m bench.quality.times.timex             # the figures of each corpus, and of the part held back
    python -m bench.quality.times.timex --errors    # also what was missed, made up or told wrong

One report in three is held back: rules are written looking at the errors of the others only. The scorer is that of
../shared/score/timex.py: spans that overlap are matched one to one, the longest overlap first.
"""

from __future__ import annotations

import argparse
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from bench.quality.shared_data import DATA, Row, lines
from whence.reading.record import read_record
from whence.records import Report, Time
from whence.times.find import find_times

CORPORA = ("timebank", "aquaint")
_FIGURES = ("relaxed", "strict", "type", "value")


class Matched(NamedTuple):
    """A gold time and the time found for it, either None where there is none."""

    gold: Row | None
    found: Time | None

    def outcome(self) -> dict[str, bool]:
        """Which of the figures this match is right in."""
        if self.gold is None or self.found is None:
            return dict.fromkeys(_FIGURES, False)
        span = self.found.evidence.span
        return {
            "relaxed": True,
            "strict": (span.start, span.end) == (self.gold["start"], self.gold["end"]),
            "type": self.found.type == self.gold["type"],
            "value": self.found.value == self.gold["value"],
        }


def measure() -> dict[str, float]:
    """The figures of each corpus."""
    figures: dict[str, float] = {}
    for corpus in CORPORA:
        figures |= _figures(f"times.{corpus}", [one for _, found in _read(corpus) for one in found])
    return figures


def held_back(row: Row) -> bool:
    """Whether a report is kept from the eyes of those who write the rules."""
    return zlib.crc32(row["id"].encode()) % 3 == 0


def match_times(gold: list[Row], found: tuple[Time, ...]) -> list[Matched]:
    """Gold and found times, one to one, the longest overlap first; then those without a match."""
    pairs = sorted(
        (-(min(one.evidence.end, time["end"]) - max(one.evidence.start, time["start"])), at, number)
        for at, one in enumerate(found)
        for number, time in enumerate(gold)
        if one.evidence.start < time["end"] and time["start"] < one.evidence.end
    )
    matched: dict[int, int] = {}
    for _, at, number in pairs:
        if at not in matched and number not in matched.values():
            matched[at] = number
    both = [Matched(gold[number], found[at]) for at, number in sorted(matched.items())]
    missed = [Matched(time, None) for number, time in enumerate(gold) if number not in matched.values()]
    return both + missed + [Matched(None, one) for at, one in enumerate(found) if at not in matched]


def _read(corpus: str) -> Iterator[tuple[Row, list[Matched]]]:
    """The reports of a corpus, each with its matches."""
    for row in lines(DATA / "tempeval3" / f"{corpus}.jsonl.gz"):
        yield row, match_times(row["timex"], find_times(_report(row)))


def _report(row: Row) -> Report:
    """A report as `whence figures` would read it."""
    return read_record({name: row[name] for name in ("id", "dct", "text", "title") if row.get(name)})


def _figures(name: str, matches: list[Matched]) -> dict[str, float]:
    """F1 of each figure, as the scorer of TempEval-3 counts it, in per cent."""
    gold = sum(one.gold is not None for one in matches)
    found = sum(one.found is not None for one in matches)
    right: Counter[str] = Counter()
    for one in matches:
        right.update(figure for figure, is_right in one.outcome().items() if is_right)
    return {f"{name}.{figure}_f1": round(200 * right[figure] / max(1, gold + found), 1) for figure in _FIGURES}


def _describe(row: Row, one: Matched) -> str | None:
    """One line about what is wrong with a match; None where nothing is."""
    outcome = one.outcome()
    if all(outcome.values()):
        return None
    kind = "MISSED" if one.found is None else "MADE UP" if one.gold is None else "+".join(
        figure for figure, right in outcome.items() if not right
    )  # fmt: skip
    gold = "" if one.gold is None else f"{one.gold['text']} {one.gold['type']} {one.gold['value']}".replace("\n", " ")
    found = "" if one.found is None else f"{one.found.evidence.exact} {one.found.type} {one.found.value}"
    start = one.gold["start"] if one.gold else one.found.evidence.start if one.found else 0
    text: str = row["text"]
    around = f"{text[max(0, start - 60) : start]}<>{text[start : start + 60]}".replace("\n", "|")
    return f"{kind:12} {row['dct'][:10]} | {gold:45} | {found.replace(chr(10), ' '):45} | {around}"


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--errors", action="store_true", help="print what was wrong outside the part held back")
    errors = arguments.parse_args().errors
    if not DATA.is_dir():
        print("../shared is absent: nothing to measure")
        return
    for corpus in CORPORA:
        begun, count = time.process_time(), 0
        parts: dict[str, list[Matched]] = {"": [], ".read": [], ".held_back": []}
        said: list[str] = []
        for row, found in _read(corpus):
            count += 1
            for part in ("", ".held_back" if held_back(row) else ".read"):
                parts[part] += found
            if errors and not held_back(row):
                said += filter(None, (_describe(row, one) for one in found))
        print("\n".join(sorted(said)))
        for part, matches in parts.items():
            print(" ".join(f"{key}={value}" for key, value in _figures(f"times.{corpus}{part}", matches).items()))
        print(f"{1000 * (time.process_time() - begun) / max(1, count):.1f} ms CPU a report, reading included")


if __name__ == "__main__":
    main()
