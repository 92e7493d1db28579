"""Records of reading: reports, their parts and dates, evidence, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whence.text.spans import Span

Role = Literal[
    "title", "byline", "outlet", "timestamp", "dateline", "caption", "credit", "paragraph", "furniture",
]  # fmt: skip
Grain = Literal["year", "month", "day", "hour", "minute", "second"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of one report: where they stand, and what they are."""

    report_id: str
    start: int
    end: int
    exact: str

    @property
    def span(self) -> Span:
        """The positions alone."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled span of a report. Parts may nest: a credit lies inside its caption, an outlet inside a byline."""

    role: Role
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The positions alone."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Published:
    """When a report says that it appeared: a claim with a grain, never more exact than its source.

    `iso` is cut to the grain ("2024-11-29", "2024-11-29T15:49", with the offset where one is known); `zone` is the zone
    as it was written ("ET"); `claimed_by` says where the time comes from: "caller", "record" (a JSONL field), "page"
    (metadata of a web page) or "text" (a timestamp line, then with its `span`).
    """

    iso: str
    grain: Grain
    claimed_by: Literal["caller", "record", "page", "text", "first seen"]
    zone: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a report's text and the bytes of the page that it was taken from."""

    start: int
    end: int
    byte_start: int
    byte_end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One report as it was read. `text` is the decoded text, unaltered; cleaning only labels parts of it.

    `id` is the name that its source gave it, else its `digest`: the SHA-256 of text and metadata. `flags` are short
    codes for what a user should know about the reading ("encoding_guessed", "html_depth").
    """

    id: str
    digest: str
    text: str
    source: str = ""
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    published: Published | None = None
    language: str | None = None
    parts: tuple[Part, ...] = ()
    flags: tuple[str, ...] = ()
    runs: tuple[Run, ...] = ()

    def evidence(self, start: int, end: int) -> Evidence:
        """The words from `start` to `end` as evidence."""
        return Evidence(self.id, start, end, self.text[start:end])

    def spans_of(self, *roles: Role) -> tuple[Span, ...]:
        """The spans of all parts with one of these roles, in the order of the text."""
        return tuple(part.span for part in self.parts if part.role in roles)


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that could not be read: data, not an exception, so that a run goes on. `code` names the kind."""

    source: str
    where: str
    code: str
    reason: str

    def __str__(self) -> str:
        """One line: what, where, why."""
        place = f"{self.source}:{self.where}" if self.where else self.source
        return f"{place}: {self.reason} [{self.code}]"
