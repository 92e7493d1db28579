"""What a store can do, whatever database is behind it; one suite of tests (tests/contract) holds all of them to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from whence.records import (
    Change,
    Facet,
    Family,
    Findings,
    Hits,
    Holdings,
    Membership,
    Passage,
    Reject,
    Report,
    ReportLine,
    SpeakerLine,
    StoryFilter,
    StoryLine,
)  # fmt: skip
from whence.store.batches import Batch


class Standing(NamedTuple):
    """How the reports stand that the writer remembers, by number from 1: ids, stories, families, days' minutes."""

    ids: tuple[str, ...]
    stories: tuple[int, ...]
    families: tuple[int, ...]
    minutes: tuple[int | None, ...]
    same_text_as: tuple[int | None, ...]
    outlets: tuple[str | None, ...]
    held: tuple[int | None, ...]
    bridges: tuple[str | None, ...]


class Other(NamedTuple):
    """A report that shares passages with one, which is A in them."""

    line: ReportLine
    passages: tuple[Passage, ...]


class Store(Protocol):
    """Reports, stories and families, kept and found. No method lets a database's own exception out."""

    def save(self, batch: Batch) -> None:
        """Write a batch, whole or not at all; what was saved survives a power cut."""

    def known(self, reports: Sequence[Report]) -> list[int | None]:
        """For each report the number of the one with its id and its content; 0 where only the id is taken."""

    def texts_known(self, digests: Sequence[bytes]) -> dict[bytes, int]:
        """The first report with each of some texts."""

    def progress(self, source: str, stamp: str) -> int:
        """How many items of a source have been taken in, if it is as it was."""

    def standing(self) -> Standing:
        """How all reports stand."""

    def fingerprints(self) -> Iterator[tuple[int, bytes]]:
        """The fingerprints of all reports, in order."""

    def fingerprints_of(self, numbers: Iterable[int]) -> dict[int, bytes]:
        """The fingerprints of some reports."""

    def snapshot(self) -> tuple[int, tuple[bytes, ...]] | None:
        """The writer's memory as last saved: of how many reports, in parts."""

    def due(self) -> tuple[int, ...]:
        """The families that are to be traced."""

    def members(self, family: int) -> tuple[int, ...]:
        """The reports of a family, in order of arrival."""

    def findings(self, numbers: Iterable[int]) -> dict[int, Findings]:
        """Reports with what was found in them."""

    def reports(self, numbers: Iterable[int]) -> dict[int, Report]:
        """Reports without it."""

    def lines(self, numbers: Iterable[int]) -> dict[int, ReportLine]:
        """Reports as lines of lists."""

    def story_reports(self, story: int) -> tuple[ReportLine, ...]:
        """The reports of a story, in order of time, undated ones last."""

    def memberships(self, numbers: Iterable[int]) -> dict[int, Membership]:
        """Why reports are in their stories."""

    def families(self, numbers: Iterable[int], reports: dict[str, Report]) -> dict[int, Family]:
        """Families as traced; `reports` are those that their evidence points into."""

    def family_members(self, numbers: Iterable[int]) -> dict[int, int]:
        """The reports of some families: number and family."""

    def family_of(self, numbers: Iterable[int]) -> dict[int, int]:
        """The family of each of some reports."""

    def hops(self, children: Iterable[int], reports: dict[int, Report]) -> dict[int, tuple[int, tuple[Change, ...]]]:
        """What changed on the way to each report: from which, and what."""

    def others(self, number: int) -> tuple[Other, ...]:
        """The reports that share passages with one, those with most words first."""

    def find_report(self, name: str) -> int | None:
        """The number of a report by its number, its id, its source, or the only id that begins so."""

    def story_line(self, number: int) -> StoryLine | None:
        """A story as a line, if there are reports in it."""

    def story_of(self, number: int) -> int | None:
        """The story that a number leads to: where its story went, or the one its report is in."""

    def stories(self, wanted: StoryFilter, *, start: int = 0, limit: int = 50) -> tuple[StoryLine, ...]:
        """Stories as lines."""

    def count_stories(self, wanted: StoryFilter) -> int:
        """How many there are, counted up to 1,000."""

    def outlets(self, limit: int) -> tuple[Facet, ...]:
        """The outlets with most reports."""

    def speakers(self, *, begins: str = "", start: int = 0, limit: int = 50) -> tuple[SpeakerLine, ...]:
        """Who is quoted, by most reports first."""

    def speaker(self, number: int) -> SpeakerLine | None:
        """One who is quoted."""

    def speaker_number(self, name: str) -> int | None:
        """The number of one by name."""

    def speech(self, speaker: int, *, start: int = 0, limit: int = 25) -> tuple[int, ...]:
        """The reports that quote somebody, newest first."""

    def latest_heard(self, *, start: int = 0, limit: int = 25) -> tuple[int, ...]:
        """The reports with quotes that came last, newest first."""

    def search(self, query: str, *, start: int = 0, limit: int = 20) -> Hits:
        """What a query finds, newest first."""

    def rejects(self, *, start: int = 0, limit: int = 100) -> tuple[Reject, ...]:
        """What could not be read."""

    def holdings(self) -> Holdings:
        """What there is in all."""

    def verify(self) -> Iterator[str]:
        """What does not fit together, a line each: texts that are others than their hashes say, spans that do not slice
        to their words, rows that point at nothing."""

    def backup(self, target: Path) -> None:
        """Copy everything into a new SQLite file, while others read and write."""

    def close(self) -> None:
        """Let go of the database."""

    def where(self) -> str:
        """The address without a password."""
