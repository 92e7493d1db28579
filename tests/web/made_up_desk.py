"""A desk in memory, made of a few reports: what the pages are tested on without a store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from itertools import islice

from whence.agreement.joint import FigureGroup
from whence.export.claimed_times import claimed_moments
from whence.export.quotes_documents import speaker_name
from whence.flow.compare import compare
from whence.flow.figures import read_together
from whence.flow.find import Findings, find
from whence.flow.read import read
from whence.flow.story import story
from whence.quotes.repeats import match_quotations
from whence.records import (
    Comparison,
    Facet,
    Hit,
    Hits,
    Holdings,
    KeptReport,
    KeptStory,
    Membership,
    Passage,
    Quote,
    Reject,
    Report,
    ReportLine,
    Snippet,
    SpeakerLine,
    Story,
    StoryFilter,
    StoryLine,
)

OUTLETS = (
    ("courier.txt", "Halvern Courier"),
    ("meridian.html", "Meridian Post"),
    ("coast-daily.txt", "Coast Daily"),
    ("courier-update.txt", "Halvern Courier"),
    ("coast-daily-agency.txt", "Coast Daily"),
    ("meridian-agency.txt", "Meridian Post"),
)


@dataclass(frozen=True)
class SharedBy:
    """Another report with what it shares."""

    line: ReportLine
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class QuoteLine:
    """A quote in a list."""

    report: ReportLine
    place: int
    quote: Quote


@dataclass(frozen=True)
class KeptQuote:
    """A quote with its variants."""

    line: QuoteLine
    report: Report
    variants: tuple[QuoteLine, ...]
    differs: tuple[str, ...] = ()


def demo_reports() -> list[Report]:
    """The six reports of the built-in example, with their outlets."""
    found = []
    for name, outlet in OUTLETS:
        with as_file(files("whence.resources").joinpath("demo", name)) as path:
            found.append(replace(read(path, outlet=outlet), source=name, id=name))
    return found


class MadeUpDesk:
    """One story, with the questions that pages ask of a store."""

    def __init__(self, reports: Sequence[Report]) -> None:
        """Find, trace and compare whatever the pages will ask for.

        Args:
            reports: of one story, each with an id of its own.
        """
        self._compared: dict[tuple[int, int], Comparison] = {}
        moments = claimed_moments(reports)
        ordered = sorted(reports, key=lambda one: moments[one.id].start if one.id in moments else 9e9)
        self.findings = [one for one in find(ordered) if isinstance(one, Findings)]
        self.kept = tuple(
            KeptReport(number, one.report, one.names, one.times, one.quotes, one.figures)
            for number, one in enumerate(self.findings, start=1)
        )
        told = story(ordered)
        self.numbers = {one.report.id: one.number for one in self.kept}
        self.lines = tuple(self._line(one, told) for one in self.kept)
        self.kept_story = self._story(told) if reports else None
        self.quotations = match_quotations(ordered, [one.quotes for one in self.findings])

    def _line(self, kept: KeptReport, told: Story) -> ReportLine:
        report = kept.report
        edges = [family.parent_of(report.id) for family in told.families]
        edge = next((edge for edge in edges if edge), None)
        parent = self.numbers.get(edge.parent) if edge else None
        own = None
        if edge and parent:
            own = 1 - compare(self.kept[parent - 1].report, report).shared.coverage_b
        credits_ = tuple(
            origin.name for family in told.families for origin in family.origins
            if origin.name and any(mark.report_id == report.id for mark in origin.marks)
        )  # fmt: skip
        words = len(report.text.split())
        return ReportLine(
            kept.number, report.id, 1, report.title, report.outlet, report.byline, report.url, report.source,
            report.published, words, None, parent, edge.probability if edge else None, edge.kind if edge else None,
            own, credits_,
        )  # fmt: skip

    def _story(self, told: Story) -> KeptStory:
        kinds = [change.kind for hop in told.hops for change in hop.changes]
        times = sorted(one.published.iso for one in self.lines if one.published)
        line = StoryLine(
            1, told.reports[0].id, told.reports[0].title, times[0] if times else None, times[-1] if times else None,
            len(told.reports), tuple(sorted({one.outlet for one in self.lines if one.outlet})), ("Tomas Reyk",),
            ("Port Halvern",), (), (), told.sources, sum(bool(one.kind) for one in self.lines),
            kinds.count("figure"), kinds.count("quotation"), 1,
        )  # fmt: skip
        memberships = tuple(
            Membership(one.id, line.id, "join", "likeness", line.id, 0.97, (), None) for one in told.reports
        )
        return KeptStory(line, told, self.lines, memberships, self.kept)

    def holdings(self) -> Holdings:
        story_line = self.kept_story.line if self.kept_story else None
        first, last = (story_line.first, story_line.last) if story_line else (None, None)
        return Holdings(len(self.kept), int(bool(self.kept)), len(self._speakers()), 0, first, last)

    def stories(self, wanted: StoryFilter, *, start: int = 0, limit: int = 50) -> tuple[StoryLine, ...]:
        lines = [self.kept_story.line] if self.kept_story else []
        fits = [one for one in lines if one.reports >= wanted.least_reports]
        fits = [one for one in fits if wanted.outlet in (None, *one.outlets)]
        return tuple(fits[start : start + limit])

    def count_stories(self, wanted: StoryFilter) -> int:
        return len(self.stories(wanted))

    def facets(self, wanted: StoryFilter) -> dict[str, tuple[Facet, ...]]:
        outlets = sorted({one.outlet for one in self.lines if one.outlet})
        return {"outlet": tuple(Facet(outlet, 1) for outlet in outlets)}

    def find_story(self, name: str) -> int | None:
        return 1 if name == "1" or name in self.numbers else None

    def story_line(self, number: int) -> StoryLine | None:
        return self.kept_story.line if self.kept_story and number == 1 else None

    def story_of(self, number: int) -> int | None:
        return 1 if 1 <= number <= len(self.kept) else None

    def story(self, number: int) -> KeptStory | None:
        return self.kept_story if number == 1 else None

    def figures(self, story: KeptStory) -> tuple[FigureGroup, ...]:
        return read_together(self.findings)

    def compare(self, a: int, b: int) -> Comparison | None:
        if not (self.report(a) and self.report(b)):
            return None
        if (a, b) not in self._compared:
            self._compared[a, b] = compare(self.kept[a - 1].report, self.kept[b - 1].report)
        return self._compared[a, b]

    def report(self, number: int) -> KeptReport | None:
        return self.kept[number - 1] if 1 <= number <= len(self.kept) else None

    def report_line(self, number: int) -> ReportLine | None:
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else None

    def shared_by(self, number: int) -> tuple[SharedBy, ...]:
        pairs = [(one, self.compare(number, one.number)) for one in self.lines if one.number != number]
        found = [(one, pair.shared.passages) for one, pair in pairs if pair]
        return tuple(SharedBy(one, passages) for one, passages in found if passages)

    def membership(self, number: int) -> Membership | None:
        return self.kept_story.memberships[number - 1] if self.kept_story and self.report(number) else None

    def _quotes(self) -> list[QuoteLine]:
        return [
            QuoteLine(self.lines[one.number - 1], place, quote)
            for one in reversed(self.kept)
            for place, quote in enumerate(one.quotes)
        ]

    def latest_quotes(self, *, start: int = 0, limit: int = 25) -> tuple[QuoteLine, ...]:
        return tuple(one for one in self._quotes() if one.report.number <= len(self.kept) - start)[:limit]

    def quote(self, report: int, place: int) -> KeptQuote | None:
        found = self.report(report)
        if found is None or place >= len(found.quotes):
            return None
        line = QuoteLine(self.lines[report - 1], place, found.quotes[place])
        alike = [line]
        for canonical in self.quotations:
            spots = [
                (evidence.report_id, evidence.start, evidence.end)
                for v in canonical.variants
                for evidence in v.evidence
            ]
            lines = [one for one in self._quotes() if _stands_in(one, spots)]
            if any((one.report.number, one.place) == (report, place) for one in lines):
                alike = sorted(lines, key=lambda one: one.report.number)
        return KeptQuote(line, found.report, tuple(alike))

    def _speakers(self) -> list[str]:
        names = {speaker_name(one.quote.speakers) for one in self._quotes()}
        return sorted(name for name in names if name)

    def _said(self, name: str) -> list[QuoteLine]:
        return [one for one in self._quotes() if speaker_name(one.quote.speakers) == name]

    def speakers(self, *, begins: str = "", start: int = 0, limit: int = 50) -> tuple[SpeakerLine, ...]:
        numbered = [(number, name) for number, name in enumerate(self._speakers(), start=1)]
        lines = (
            self._speaker_line(number, name) for number, name in numbered if name.lower().startswith(begins.lower())
        )
        return tuple(islice(lines, start, start + limit))

    def _speaker_line(self, number: int, name: str) -> SpeakerLine:
        said = self._said(name)
        return SpeakerLine(number, name, len({one.report.number for one in said}), len(said))

    def speaker(
        self, number: int, *, start: int = 0, limit: int = 25
    ) -> tuple[SpeakerLine, tuple[QuoteLine, ...]] | None:
        names = self._speakers()
        if not 1 <= number <= len(names):
            return None
        name = names[number - 1]
        return self._speaker_line(number, name), tuple(self._said(name)[start : start + limit])

    def speaker_number(self, name: str) -> int | None:
        return self._speakers().index(name) + 1 if name in self._speakers() else None

    def search(self, query: str, *, start: int = 0, limit: int = 20) -> Hits:
        words = query.strip('"').lower()
        hits = [Hit(self.lines[one.number - 1], tuple(_snippets(one.report.text, words))) for one in self.kept]
        found = [hit for hit in hits if hit.snippets]
        return Hits(tuple(found[start : start + limit]), len(found), False, query)

    def rejects(self, *, start: int = 0, limit: int = 100) -> tuple[Reject, ...]:
        return ()


def _stands_in(one: QuoteLine, spots: Iterable[tuple[str, int, int]]) -> bool:
    return any(
        one.report.id == name and piece.start < end and start < piece.end
        for name, start, end in spots
        for piece in one.quote.content
    )


def _snippets(text: str, words: str) -> list[Snippet]:
    at = text.lower().find(words) if words else -1
    if at < 0:
        return []
    start = max(0, at - 60)
    shown = text[start : at + len(words) + 80]
    return [Snippet(start, shown, ((at - start, at - start + len(words)),))]
