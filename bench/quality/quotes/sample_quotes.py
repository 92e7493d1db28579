"""The attributions of ../shared/cases/sky-news-interview held against its expected.json.

python -m bench.quality.quotes.sample_quotes
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from bench.quality.shared_data import SHARED
from whence.export.quotes_documents import speaker_name
from whence.flow.find import find
from whence.flow.read import read
from whence.records import Findings, Quote

CASE = SHARED / "cases" / "sky-news-interview"
PUBLISHED = "2024-11-29"
OVERLAP = 0.5  # of the expected content must be covered by one quote's content


def measure() -> dict[str, float]:
    """How many of the expected attributions are found right, and how many go to a wrong speaker; each is printed."""
    expected = json.loads((CASE / "expected.json").read_text("utf-8"))["attributions"]
    reports = [read(CASE / f"{side}.txt", published=PUBLISHED) for side in ("a", "b")]
    figures: dict[str, float] = {}
    for side, found in zip(("a", "b"), find(reports), strict=True):
        quotes = found.quotes if isinstance(found, Findings) else ()
        faults = [(one, list(_faults(one, quotes))) for one in expected[side]]
        for one, said in faults:
            for fault in said:
                print(f"{side}: {one['content']['text'][:60]!r}: {fault}")
        figures[f"quotes.sample_{side}_right"] = sum(not said for _, said in faults)
        figures[f"quotes.sample_{side}_no_wrong_speaker"] = float(
            not any(fault.startswith("wrong speaker") for _, said in faults for fault in said)
        )
    return figures


def _faults(one: dict[str, Any], quotes: Sequence[Quote]) -> Iterator[str]:
    """What is wrong with what was found of one expected attribution."""
    quote = max(quotes, key=lambda quote: _covered(one["content"], quote), default=None)
    if quote is None or _covered(one["content"], quote) < OVERLAP:
        yield "not found"
        return
    name = speaker_name(quote.speakers)
    if name != one["speaker"]:
        yield f"wrong speaker: {name}" if name else "speaker not resolved"
    venue = quote.setting.venue
    if one.get("venue") and (venue is None or venue.name != one["venue"]):
        yield f"venue: {venue.name if venue else None} instead of {one['venue']}"
    when, days = one.get("when"), quote.setting.said_on
    if when:
        wanted = (when.get("date") or when["from"], when.get("date") or when["to"])
        if days is None or (days.low, days.high) != wanted:
            yield f"time: {days} instead of {when}"


def _covered(span: dict[str, int], quote: Quote) -> float:
    """The share of a span that a quote's content covers."""
    shared = sum(max(0, min(e.end, span["end"]) - max(e.start, span["start"])) for e in quote.content)
    return shared / (span["end"] - span["start"])


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name}={value}")
