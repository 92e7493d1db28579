"""A story as lines: a row for each report, as JSON lines or as CSV that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

import orjson

from whence.export.quotes_documents import Json
from whence.records import Membership, Report, ReportLine

COLUMNS = (
    "id", "outlet", "title", "published", "claimed_by", "byline", "url", "words", "copied_from", "probability",
    "relation", "own_share", "same_text_as", "credits",
)  # fmt: skip
TOLD = ("answer", "because", "like", "probability", "clues")  # of a membership, beside the report itself
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # a cell that begins so is run as a formula


def story_lines(
    lines: Sequence[ReportLine], reports: Sequence[Report], memberships: Sequence[Membership]
) -> Iterator[Json]:
    """A document for each report of a story, with its text and why it is in the story.

    Args:
        lines: the reports as lines, in order of time.
        reports: their texts.
        memberships: why each is there; shorter where the last of the reports are of other stories.
    """
    why = {one.report: one for one in memberships}
    for row, report in zip(story_rows(lines), reports, strict=True):
        said = membership_document(why[report.id]) if report.id in why else None
        membership = {name: said[name] for name in TOLD} if said else None
        yield {**row, "membership": membership, "text": report.text}


def membership_document(one: Membership) -> Json:
    """Why a report is in its story."""
    nearest = one.nearest
    return {
        "report": one.report,
        "story": one.story,
        "answer": one.answer,
        "because": one.because,
        "like": one.like,
        "probability": one.probability,
        "clues": [{"name": clue.name, "says": clue.says, "weight": clue.weight} for clue in one.clues],
        "nearest": None
        if nearest is None
        else {
            "story": nearest.story,
            "report": nearest.report,
            "probability": nearest.probability,
            "why": nearest.why,
        },
    }


def story_rows(lines: Sequence[ReportLine]) -> Iterator[Json]:
    """A row for each report of a story.

    Args:
        lines: the reports as lines.
    """
    names = {one.number: one.id for one in lines}
    for one in lines:
        published = one.published
        values = (
            one.id, one.outlet, one.title, published.iso if published else None,
            published.claimed_by if published else None, one.byline, one.url, one.words,
            names.get(one.parent) if one.parent else None, one.probability, one.kind, one.own_share,
            names.get(one.same_text_as) if one.same_text_as else None, list(one.credits),
        )  # fmt: skip
        yield dict(zip(COLUMNS, values, strict=True))


def story_jsonl(lines: Sequence[ReportLine], reports: Sequence[Report], memberships: Sequence[Membership]) -> str:
    """A story as JSON lines, one a report."""
    return "".join(orjson.dumps(line).decode() + "\n" for line in story_lines(lines, reports, memberships))


def story_csv(lines: Sequence[ReportLine]) -> str:
    """A story as CSV (RFC 4180), one row a report.

    Args:
        lines: the reports as lines.

    >>> story_csv([]).split(",")[:2]
    ['id', 'outlet']
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in story_rows(lines):
        writer.writerow([guarded(row[name]) for name in COLUMNS])
    return out.getvalue()


def guarded(value: object) -> str:
    """A cell as text that a spreadsheet shows and never runs; NUL and the like are left out of it.

    >>> guarded("=1+1"), guarded(" @x"), guarded(0.5), guarded(None)
    ("'=1+1", "' @x", '0.5', '')
    """
    if value is None:
        return ""
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    text = "".join(c for c in text if c in "\t\r\n" or ord(c) >= 32)
    if isinstance(value, (int, float)):
        return text
    return f"'{text}" if text.lstrip(" \ufeff\xa0").startswith(RISKY) or text.startswith(RISKY) else text
