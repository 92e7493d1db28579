"""What a caller brings along: metadata it knows, and the limits it sets."""

from __future__ import annotations

from dataclasses import dataclass

from whence.records import Published


@dataclass(frozen=True, slots=True)
class Given:
    """Metadata that the caller knows about what is read.

    It beats what a page or a text claims about itself; a JSONL record's own fields beat it, so that for a file of many
    reports it fills the gaps.
    """

    outlet: str | None = None
    published: Published | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a source is read, in bytes: the promises of docs/reference/limits.md.

    `labelled` is false for corpora: a record of JSON lines or Parquet is then taken as it is, and nothing is looked for
    in its text (headline, byline, captions ...), which takes ten times as long as reading it.
    """

    document_bytes: int = 20_000_000
    line_bytes: int = 16_000_000
    labelled: bool = True


NOTHING_GIVEN = Given()
USUAL_LIMITS = Limits()
