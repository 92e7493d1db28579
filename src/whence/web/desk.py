"""What pages ask of a store, as they see it: any desk with these methods will do; flow/desk.py has that of a store."""

from __future__ import annotations

from typing import Protocol

from whence.agreement.joint import FigureGroup
from whence.records import (
    Comparison,
    Facet,
    Hits,
    Holdings,
    KeptReport,
    KeptStory,
    Passage,
    Quote,
    Report,
    ReportLine,
    SpeakerLine,
    StoryFilter,
    StoryLine,
)


class SharedBy(Protocol):
    """Another report with the passages that it shares with this one, whose side is A."""

    @property
    def line(self) -> ReportLine:
        """The other report."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What both have."""


class QuoteLine(Protocol):
    """A quote in a list: the report, the place of the quote among its quotes, the quote."""

    @property
    def report(self) -> ReportLine:
        """Where it stands."""

    @property
    def place(self) -> int:
        """Which of the report's quotes it is."""

    @property
    def quote(self) -> Quote:
        """Who says what."""


class KeptQuote(Protocol):
    """A quote with all its variants in order of time, itself among them."""

    @property
    def line(self) -> QuoteLine:
        """The quote."""

    @property
    def report(self) -> Report:
        """The report that it stands in."""

    @property
    def variants(self) -> tuple[QuoteLine, ...]:
        """The same words wherever they are quoted, the earliest first."""


class Desk(Protocol):
    """The questions that pages have; nothing here writes."""

    def holdings(self) -> Holdings:
        """What the store holds in all."""

    def stories(self, wanted: StoryFilter, /, *, start: int = 0, limit: int = 50) -> tuple[StoryLine, ...]:
        """A page of the stories that are wanted."""

    def count_stories(self, wanted: StoryFilter, /) -> int:
        """How many stories are wanted."""

    def facets(self, wanted: StoryFilter, /) -> dict[str, tuple[Facet, ...]]:
        """What the stories that are wanted can be narrowed to."""

    def find_story(self, name: str, /) -> int | None:
        """The story with a number, or of a report's id."""

    def story_line(self, number: int, /) -> StoryLine | None:
        """A story as a line."""

    def story_of(self, number: int, /) -> int | None:
        """The story that a number leads to, merged or not."""

    def story(self, number: int, /) -> KeptStory | None:
        """A story with everything in it."""

    def figures(self, story: KeptStory, /) -> tuple[FigureGroup, ...]:
        """What the reports of a story state of one thing."""

    def compare(self, a: int, b: int, /) -> Comparison | None:
        """Two reports compared."""

    def report(self, number: int, /) -> KeptReport | None:
        """A report with what was found in it."""

    def report_line(self, number: int, /) -> ReportLine | None:
        """A report as a line."""

    def shared_by(self, number: int, /) -> tuple[SharedBy, ...]:
        """The other reports that share passages with one."""

    def latest_quotes(self, *, start: int = 0, limit: int = 25) -> tuple[QuoteLine, ...]:
        """Quotes of the newest reports; `start` counts reports."""

    def quote(self, report: int, place: int, /) -> KeptQuote | None:
        """A quote with its variants."""

    def speakers(self, *, begins: str = "", start: int = 0, limit: int = 50) -> tuple[SpeakerLine, ...]:
        """Who is quoted."""

    def speaker(
        self, number: int, *, start: int = 0, limit: int = 25
    ) -> tuple[SpeakerLine, tuple[QuoteLine, ...]] | None:
        """What one speaker is quoted with, the newest first; `start` and `limit` count reports."""

    def speaker_number(self, name: str, /) -> int | None:
        """The number of a speaker."""

    def search(self, query: str, /, *, start: int = 0, limit: int = 20) -> Hits:
        """Reports with words or a phrase in them."""
