"""Rows and records: what a batch becomes in tables, and what rows become for people."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, NamedTuple

import orjson
from sqlalchemy import RowMapping

from whence import __version__
from whence.records import (
    Figure,
    Findings,
    Name,
    Part,
    Published,
    Quote,
    Report,
    ReportLine,
    Run,
    SourceCount,
    StoryLine,
    Time,
)
from whence.store.batches import NewReport
from whence.store.packing import pack, unpack
from whence.store.squeezing import squeeze, unsqueeze
from whence.text.spans import Span

HEADLINE_WITHIN = 2_000  # characters
Found = tuple[tuple[Name, ...], tuple[Time, ...], tuple[Quote, ...], tuple[Figure, ...], bool]
"""What was found in a report, as it is packed: the fields of `Findings` after the report."""


class Reading(NamedTuple):
    """What reading found in a text beside what has a column of its own."""

    parts: tuple[Part, ...]
    flags: tuple[str, ...]
    runs: tuple[Run, ...]


def clean(text: str | None) -> str | None:
    """A text as every database takes it: NUL and lone surrogates become U+FFFD, which keeps all positions.

    >>> clean("a" + chr(0) + "b" + chr(0xD800)) == "a" + chr(0xFFFD) + "b" + chr(0xFFFD)
    True
    """
    if text is None or (text.isascii() and "\0" not in text):
        return text
    return "".join("\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in text)


def text_digest(text: str) -> bytes:
    """By what the same texts are known: the first half of the SHA-256 of a text."""
    return sha256((clean(text) or "").encode()).digest()[:16]


def report_row(new: NewReport) -> dict[str, Any]:
    """The row of a report in `reports`."""
    report, published = new.report, new.report.published
    return {
        "number": new.number,
        "id": report.id,
        "digest": digest_bytes(report.digest),
        "text_digest": new.text_digest,
        "same_text_as": new.same_text_as,
        "story": new.story,
        "family": new.family,
        "title": report.title,
        "outlet": report.outlet,
        "byline": report.byline,
        "url": report.url,
        "source": report.source,
        "language": report.language,
        "published": published.iso if published else None,
        "published_detail": _published_detail(published),
        "minute": new.minute,
        "words": new.words,
        "credits": orjson.dumps(new.credits).decode(),
        "made_by": f"whence {__version__}",
    }


def text_row(new: NewReport) -> dict[str, Any]:
    """The row of a report in `texts`."""
    report = new.report
    return {
        "number": new.number,
        "characters": len(report.text),
        "body": squeeze(report.text.encode(), "text"),
        "reading": pack(Reading(report.parts, report.flags, report.runs), Reading, {}),
        "findings": pack_findings(new.found) if new.found else None,
        "fingerprints": new.fingerprints,
    }


def report_of(row: RowMapping) -> Report:
    """A report from its rows in `reports` and `texts`."""
    reading = unpack(row["reading"], Reading, {})
    return Report(
        id=row["id"],
        digest=row["digest"].hex() if len(row["digest"]) == 32 else row["digest"].decode(),
        text=text_of(row),
        source=row["source"],
        outlet=row["outlet"],
        url=row["url"],
        title=row["title"],
        byline=row["byline"],
        published=published_of(row),
        language=row["language"],
        parts=reading.parts,
        flags=reading.flags,
        runs=reading.runs,
    )


def text_of(row: RowMapping) -> str:
    """The text of a report from its row in `texts`."""
    return unsqueeze(row["body"], "text").decode()


def found_by(number: int, title: str | None, text: str) -> tuple[int, str, str]:
    """What a report is found by: its number, its headline where the text does not begin with it, its text."""
    return number, "" if (title or "") in text[:HEADLINE_WITHIN] else title or "", text


def pack_findings(found: Findings) -> bytes:
    """What was found in a report, as bytes."""
    packed: Found = (found.names, found.times, found.quotes, found.figures, found.heard)
    return pack(packed, Found, {found.report.id: found.report})


def unpack_findings(data: bytes, report: Report) -> Findings:
    """What was found in a report, or in another that has its very text."""
    return Findings(report, *unpack(data, Found, {report.id: report}))


def line_of(row: RowMapping) -> ReportLine:
    """A report as a line of a list."""
    return ReportLine(
        number=row["number"],
        id=row["id"],
        story=row["story"],
        title=row["title"],
        outlet=row["outlet"],
        byline=row["byline"],
        url=row["url"],
        source=row["source"],
        published=published_of(row),
        words=row["words"],
        same_text_as=row["same_text_as"],
        parent=row["parent"],
        probability=row["parent_probability"],
        kind=row["parent_kind"],
        own_share=row["own_share"],
        credits=tuple(orjson.loads(row["credits"])),
    )


def story_line_of(row: RowMapping) -> StoryLine:
    """A story as a line of a list."""
    described = orjson.loads(row["described"])
    return StoryLine(
        number=row["number"],
        id=row["id"],
        title=row["title"],
        first=row["first"],
        last=row["last"],
        reports=row["reports"],
        outlets=tuple(orjson.loads(row["outlets"])),
        **{name: tuple(described[name]) for name in ("names", "places", "days", "merged")},
        sources=SourceCount(round(row["sources"], 3), row["sources_low"], row["sources_high"]),
        copied=row["copied"],
        figures=row["figures"],
        quotations=row["quotations"],
        revision=row["revision"],
    )


def published_of(row: RowMapping) -> Published | None:
    """When a report says that it appeared."""
    if row["published"] is None:
        return None
    grain, claimed_by, zone, span = orjson.loads(row["published_detail"])
    return Published(row["published"], grain, claimed_by, zone, Span(*span) if span else None)


def digest_bytes(digest: str) -> bytes:
    """A digest in half the room; one that is no hash stays as it is."""
    try:
        found = bytes.fromhex(digest)
    except ValueError:
        return digest.encode()
    return found if len(found) == 32 else digest.encode()


def _published_detail(published: Published | None) -> str | None:
    """What is known of a time beside the time."""
    if published is None:
        return None
    span = list(published.span) if published.span else None
    return orjson.dumps([published.grain, published.claimed_by, published.zone, span]).decode()


def named_speakers(quote: Quote) -> list[str]:
    """Those who say a quote and have a name; one that is no name of this world is cut."""
    return list(dict.fromkeys(s.name[:200] for s in quote.speakers if s.name and s.kind != "unnamed"))
