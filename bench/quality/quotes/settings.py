"""Venue, addressee and time of speaking held against 210 attributions of PolNeAR that two people read.

python -m bench.quality.quotes.settings

`settings.jsonl` holds one attribution a line: the report's id and the SHA-256 of its text (never the text), the spans
of source, cue and content, and where speaker, addressee, venue and time of speaking stand, with days ("from", "to").
`carried` names what stands only in an earlier sentence; `decided_by` whether both readers agreed. The gold attributions
of each whole report are given as frames, so that only the finding of settings is measured; speakers are resolved,
since a venue or a time is carried on only while the same speaker speaks on.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.quality.shared_data import DATA, Row, lines
from whence.names.find import find_names
from whence.names.speakers import resolve_speakers
from whence.quotes.carrying import Told, carry_settings
from whence.quotes.frames import Frame
from whence.quotes.setting import find_settings
from whence.reading.record import read_record
from whence.records import Report, Setting
from whence.text.spans import Span
from whence.times.days import find_days

GOLD = Path(__file__).with_name("settings.jsonl")
FIELDS = ("addressee", "venue", "said_on")
_GOLD_NAMES = {"said_on": "when"}


def measure(*, show: str = "") -> dict[str, float]:
    """Precision and recall of each field on the dev and the train part; `stated` recall leaves out what is carried.

    Args:
        show: a part ("train") whose misses are printed.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    for part in ("dev", "train"):
        for gold, report, setting in _judged(part):
            for field in FIELDS:
                name = _GOLD_NAMES.get(field, field)
                found = _span_of(setting, field)
                right = found is not None and _is_right(gold, setting, field, found)
                counts[part, field, "found"] += found is not None
                counts[part, field, "right"] += right
                counts[part, field, "gold"] += gold[name] is not None
                counts[part, field, "stated"] += gold[name] is not None and name not in gold["carried"]
                counts[part, field, "stated_right"] += right and name not in gold["carried"]
                counts[part, field, "days"] += right and field == "said_on" and _same_days(gold, setting)
                if part == show and (found is not None or gold[name]) and not right:
                    print(_describe(gold, report, field, found))
    return {
        f"settings.{part}.{field}.{name}": round(counts[part, field, top] / max(1, counts[part, field, bottom]), 3)
        for part in ("dev", "train")
        for field in FIELDS
        for name, top, bottom in (
            ("precision", "right", "found"),
            ("recall", "right", "gold"),
            ("recall_stated", "stated_right", "stated"),
            *((("days_equal", "days", "right"),) if field == "said_on" else ()),
        )
    }


def _judged(part: str) -> Iterator[tuple[Row, Report, Setting]]:
    """Each gold attribution of a part with its report and the setting found for it."""
    wanted: dict[str, list[Row]] = {}
    for line in GOLD.read_text("utf-8").splitlines():
        row = json.loads(line)
        wanted.setdefault(row["report"], []).append(row)
    for row in lines(DATA / "polnear" / f"{part}.jsonl.gz"):
        if row["id"] in wanted:
            report = read_record({"id": row["id"], "text": row["text"], "published": row["date"]})
            frames = [_frame(one) for one in row["attributions"] if one["content"]]
            found = dict(zip(frames, _settings(report, frames), strict=True))
            for gold in wanted[row["id"]]:
                yield gold, report, found[_frame(gold)]


def _settings(report: Report, frames: Sequence[Frame]) -> tuple[Setting, ...]:
    """The settings found for the attributions of a report, with the speakers found for them."""
    names, days = find_names(report), find_days(report)
    speakers = resolve_speakers(report, names, [one.source for one in frames], [one.content for one in frames])
    own = find_settings(report, frames, days)
    told = [Told(*one) for one in zip(frames, speakers, own, strict=True)]
    return carry_settings(report, told, days)


def _frame(row: Row) -> Frame:
    """An attribution of the corpus or of the gold as a frame."""
    source, cue, content = (
        tuple(Span(piece["start"], piece["end"]) for piece in row[role]) for role in ("source", "cue", "content")
    )
    return Frame(source, cue, content)


def _span_of(setting: Setting, field: str) -> Span | None:
    """Where the words of a field stand."""
    value: Any = getattr(setting, field)
    if value is None:
        return None
    return Span(value.start, value.end) if field == "addressee" else Span(value.evidence.start, value.evidence.end)


def _is_right(gold: Row, setting: Setting, field: str, found: Span) -> bool:
    """Whether words overlap the gold's, or the days are the same."""
    expected = gold[_GOLD_NAMES.get(field, field)]
    if expected is None:
        return False
    return found.overlaps(Span(expected["start"], expected["end"])) or (
        field == "said_on" and _same_days(gold, setting)
    )


def _same_days(gold: Row, setting: Setting) -> bool:
    """Whether the days are those of the gold."""
    days = setting.said_on
    return days is not None and days.low is not None and (days.low, days.high) == (gold["from"], gold["to"])


def _describe(gold: Row, report: Report, field: str, found: Span | None) -> str:
    """One miss for a reader."""
    expected = gold[_GOLD_NAMES.get(field, field)]
    words = report.text[expected["start"] : expected["end"]] if expected else None
    return f"{gold['n']} {field}: expected {words!r}, found {found.slice(report.text) if found else None!r}"


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name}={value}")
