"""Tolls read from reports of shootings, held against a reader's labels and against the records of the incidents.

python -m bench.quality.gva.tolls [--updated | --conflicts]

"States" is decided twice. On 400 reports (random samples of 160, 80, 80 and 80, seeds 4, 17, 29 and 53) a reader wrote
down what each states before the extractor's answers for them were seen; the extractor is held against this reading, and
against the record where the reader found a number ("where_text_is": where the text says what the record says). On all
reports with a record the extractor's own `stated` decides.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable

from bench.quality.gva.conflicts import print_conflicts
from bench.quality.gva.data import GVA, PARTS, Recorded, Stated, read_recorded, read_stated
from whence.tolls.find import Toll, find_tolls

OUTCOMES = ("killed", "injured")
Scores = Counter[str]


def number(toll: Toll) -> float | None:
    """The number that a toll states, the least one where its words are vague; None where it is not stated."""
    if not toll.stated:
        return None
    return toll.value if toll.value is not None else toll.interval.low


def score_reading(recorded: dict[str, Recorded], stated: Iterable[Stated]) -> Scores:
    """Counts over labelled reports: right by the reading, right by the record, and how right the reading itself is."""
    found: Scores = Counter()
    for label in stated:
        if label.several:
            found["several"] += 1
            continue
        row = recorded[label.report]
        tolls: dict[str, float | None] = {toll.outcome: number(toll) for toll in find_tolls(row.report)[:2]}
        told = [outcome for outcome in OUTCOMES if label.of(outcome) is not None]
        for outcome, value in tolls.items():
            _count_outcome(found, outcome, value, label, row)
        if told:
            fits = all(label.of(outcome) == row.of(outcome) for outcome in told)
            right = all(tolls[outcome] == row.of(outcome) for outcome in told)
            found.update({"reports": 1, "reports_right": right, "fitting": fits, "fitting_right": fits and right})
    return found


def _count_outcome(found: Scores, outcome: str, value: float | None, label: Stated, row: Recorded) -> None:
    """Count one outcome of one report."""
    said = label.of(outcome)
    if said is None:
        found[f"{outcome}_invented"] += value is not None
        return
    found[f"{outcome}_stated"] += 1
    found[f"{outcome}_as_read"] += value == said
    found[f"{outcome}_as_recorded"] += value == row.of(outcome)
    found[f"{outcome}_reader_as_recorded"] += said == row.of(outcome)


def score_records(rows: Iterable[Recorded]) -> Scores:
    """Counts over all reports with a record, by the extractor's own `stated`."""
    found: Scores = Counter()
    for row in rows:
        for toll in find_tolls(row.report)[:2]:
            value = number(toll)
            if value is None:
                found[f"{toll.outcome}_unstated"] += row.of(toll.outcome) > 0
                continue
            kind = "several" if toll.several else toll.outcome
            found[f"{kind}_stated"] += 1
            found[f"{kind}_as_recorded"] += value == row.of(toll.outcome)
            interval = toll.interval
            least = interval.low or 0
            within = least <= row.of(toll.outcome) <= (interval.high if interval.high is not None else float("inf"))
            found[f"{kind}_within"] += within
    return found


def share(found: Scores, part: str, whole: str) -> float:
    """One count as a share of another, 0 where there is none."""
    return round(found[part] / found[whole], 4) if found[whole] else 0.0


def measure() -> dict[str, float]:
    """The figures for the floors; empty where ../shared is absent."""
    if not GVA.exists():
        return {}
    recorded = {row.report.id: row for row in read_recorded()}
    stated = read_stated()
    figures: dict[str, float] = {}
    for part in PARTS:
        found = score_reading(recorded, (label for label in stated if label.part == part))
        key = part.replace(" ", "_")
        for outcome in OUTCOMES:
            figures[f"gva.{key}.{outcome}_as_read"] = share(found, f"{outcome}_as_read", f"{outcome}_stated")
            figures[f"gva.{key}.{outcome}_as_recorded"] = share(found, f"{outcome}_as_recorded", f"{outcome}_stated")
            reader = share(found, f"{outcome}_reader_as_recorded", f"{outcome}_stated")
            figures[f"gva.{key}.{outcome}_reader_as_recorded"] = reader
        figures[f"gva.{key}.reports_as_recorded"] = share(found, "reports_right", "reports")
        figures[f"gva.{key}.reports_as_recorded_where_text_is"] = share(found, "fitting_right", "fitting")
    every = score_records(recorded.values())
    for outcome in (*OUTCOMES, "several"):
        figures[f"gva.all.{outcome}_as_recorded"] = share(every, f"{outcome}_as_recorded", f"{outcome}_stated")
        figures[f"gva.all.{outcome}_within"] = share(every, f"{outcome}_within", f"{outcome}_stated")
        figures[f"gva.all.{outcome}_stated"] = every[f"{outcome}_stated"]
    return figures


def print_updated() -> None:
    """The labelled reports whose text, as read, says another number than the record: updated since, or miscounted."""
    recorded = {row.report.id: row for row in read_recorded()}
    for label in read_stated():
        row = recorded[label.report]
        for outcome in OUTCOMES:
            said = label.of(outcome)
            if said is not None and said != row.of(outcome):
                print(f"{label.report} {outcome}: the text says {said}, the record {row.of(outcome)}")
        if label.several:
            print(f"{label.report}: tells of several events; the record of one")
        elif label.killed is None and label.injured is None:
            print(f"{label.report}: states neither number (another text, or no toll)")


def main(arguments: list[str]) -> None:
    """Print what is asked for."""
    if not GVA.exists():
        print("skipped: ../shared/data/gva is not here")
    elif "--conflicts" in arguments:
        print_conflicts(read_recorded())
    elif "--updated" in arguments:
        print_updated()
    else:
        for name, value in measure().items():
            print(f"{name}={value}")


if __name__ == "__main__":
    main(sys.argv[1:])
