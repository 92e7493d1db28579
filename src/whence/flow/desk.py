"""The desk: what pages, screens and exports ask of a store, answered in records. Nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from whence.agreement.joint import FigureGroup
from whence.families.spoken import find_spoken
from whence.families.summary import add_counts, summarise_story
from whence.flow.compare import compare_found
from whence.flow.figures import read_together
from whence.lineage.weights import load_weights
from whence.quotes.repeats import match_quotations
from whence.records import (
    Comparison,
    Facet,
    Family,
    Findings,
    Hits,
    Holdings,
    Hop,
    KeptStory,
    Membership,
    Passage,
    Quote,
    Reject,
    Report,
    ReportLine,
    Root,
    SourceCount,
    SpeakerLine,
    SpokenOrigin,
    Story,
    StoryFilter,
    StoryLine,
    Version,
)  # fmt: skip
from whence.store.protocol import Store

MOST_READ = 200  # reports of a story whose quotes and figures are read together, the earliest
FACETS = 20  # outlets that stories can be narrowed to, those with most reports
MOST_OTHERS = 40  # reports that share words with one


@dataclass(frozen=True, slots=True)
class SharedBy:
    """Another report with the passages that it shares with this one, whose side is A."""

    line: ReportLine
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A quote in a list: the report, the place of the quote among its quotes, the quote."""

    report: ReportLine
    place: int
    quote: Quote


@dataclass(frozen=True, slots=True)
class KeptQuote:
    """A quote with the same words wherever its story has them, itself among them, the earliest first."""

    line: QuoteLine
    report: Report
    variants: tuple[QuoteLine, ...]


class Desk:
    """What is asked of a store.

    Args:
        store: only read.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._weights = load_weights()

    def holdings(self) -> Holdings:
        """What the store holds in all."""
        return self._store.holdings()

    def stories(self, wanted: StoryFilter, *, start: int = 0, limit: int = 50) -> tuple[StoryLine, ...]:
        """A page of the stories that are wanted."""
        return self._store.stories(wanted, start=start, limit=limit)

    def count_stories(self, wanted: StoryFilter) -> int:
        """How many stories are wanted; 1,001 stands for more than 1,000."""
        return self._store.count_stories(wanted)

    def outlets(self) -> tuple[Facet, ...]:
        """The outlets that stories can be narrowed to, those with most reports."""
        return self._store.outlets(FACETS)

    def find_story(self, name: str) -> int | None:
        """The story of a number, or of a report named by its id, its source or the only id that begins so."""
        number = self._store.find_report(name)
        return None if number is None else self._store.story_of(number)

    def find_report(self, name: str) -> int | None:
        """The number of a report named so."""
        return self._store.find_report(name)

    def story_line(self, number: int) -> StoryLine | None:
        """A story as a line."""
        return self._store.story_line(number)

    def story_of(self, number: int) -> int | None:
        """The story that a number leads to, where stories were joined or split since."""
        return self._store.story_of(number)

    def story(self, number: int) -> KeptStory | None:
        """A story with its families, what changed on the way, and why each report is in it.

        Reports of other stories that share prose with one of these stand at the end of its reports.
        """
        line = self._store.story_line(number)
        if line is None:
            return None
        lines = self._store.story_reports(number)
        families, outside = self._families(lines)
        lines = (*lines, *sorted(outside, key=lambda one: one.number))
        inside = [one.number for one in lines if one.story == number]
        kept = self._store.findings(inside[:MOST_READ])
        reports = self._store.reports(one.number for one in lines if one.number not in kept)
        texts = {one.number: kept[one.number].report if one.number in kept else reports[one.number] for one in lines}
        told = tuple(self._trace(families, texts))
        hops = tuple(self._hops(told, lines, texts))
        read = [kept[number] for number in inside if number in kept]
        spoken = _spoken(read)
        sources = add_counts([family.sources for family in told])
        own = [texts[number] for number in inside]
        story = Story(tuple(texts.values()), told, hops, spoken, sources, summarise_story(own, told, sources))
        memberships = self._store.memberships(inside)
        return KeptStory(line, story, lines, tuple(memberships[number] for number in inside), tuple(read))

    def _families(self, lines: Sequence[ReportLine]) -> tuple[dict[int, list[int]], Iterable[ReportLine]]:
        """The families of some reports with all their members, and the members that are of other stories."""
        own = {one.number for one in lines}
        known = self._store.family_of(own)
        members = self._store.family_members(known.values())
        families: dict[int, list[int]] = {family: [] for family in dict.fromkeys(known[one.number] for one in lines)}
        for number, family in sorted(members.items()):
            families[family].append(number)
        return families, self._store.lines(set(members) - own).values()

    def _trace(self, families: Mapping[int, list[int]], texts: Mapping[int, Report]) -> Iterable[Family]:
        """The families as traced; a report without kin is a family of its own."""
        by_id = {report.id: report for report in texts.values()}
        several = [family for family, members in families.items() if len(members) > 1]
        traced = self._store.families(several, by_id) if several else {}
        for family, members in sorted(families.items(), key=lambda one: (-len(one[1]), one[0])):
            ids = [texts[number].id for number in members]
            yield traced.get(family) or _untraced(ids)

    def _hops(
        self, families: Sequence[Family], lines: Sequence[ReportLine], texts: Mapping[int, Report]
    ) -> Iterable[Hop]:
        """What changed on the edges of the trees."""
        numbers = {one.id: one.number for one in lines}
        changed = self._store.hops(texts, dict(texts)) if len(texts) > 1 else {}
        for family in families:
            for edge in family.edges:
                parent, changes = changed.get(numbers[edge.child], (None, ()))
                if edge.shown and not edge.mosaic and parent is not None and numbers.get(edge.parent) == parent:
                    yield Hop(edge.parent, edge.child, changes)

    def figures(self, story: KeptStory) -> tuple[FigureGroup, ...]:
        """What the reports of a story state about one thing, copies of one text counted once."""
        return read_together(story.found) if len(story.found) > 1 else ()

    def compare(self, a: int, b: int) -> Comparison | None:
        """Two reports of the store, compared as `whence A B` does."""
        found = self._store.findings((a, b))
        if not {a, b} <= found.keys():
            return None
        first, second = found[a], found[b]
        if a == b:  # evidence names its report: beside itself it has another name, and nothing found in it
            second = Findings(replace(second.report, id=f"{second.report.id} (B)"), (), (), (), ())
        return compare_found(first, second, self._weights)

    def report(self, number: int) -> Findings | None:
        """A report with what was found in it."""
        return self._store.findings((number,)).get(number)

    def report_line(self, number: int) -> ReportLine | None:
        """A report as a line."""
        return self._store.lines((number,)).get(number)

    def shared_by(self, number: int) -> tuple[SharedBy, ...]:
        """The other reports that share passages with one, those with most words first."""
        return tuple(SharedBy(one.line, one.passages) for one in self._store.others(number)[:MOST_OTHERS])

    def membership(self, number: int) -> Membership | None:
        """Why a report is in its story."""
        return self._store.memberships((number,)).get(number)

    def latest_quotes(self, *, start: int = 0, limit: int = 25) -> tuple[QuoteLine, ...]:
        """Quotes of the reports that came last, those in quotation marks first named; `start` counts reports."""
        numbers = self._store.latest_heard(start=start, limit=limit)
        kept, lines = self._store.findings(numbers), self._store.lines(numbers)
        found = []
        for number in numbers:
            places = [k for k, quote in enumerate(kept[number].quotes) if quote.kind != "indirect" and quote.speakers]
            found += [QuoteLine(lines[number], place, kept[number].quotes[place]) for place in places[:2]]
        return tuple(found[:limit])

    def quote(self, report: int, place: int) -> KeptQuote | None:
        """A quote with the same words wherever its story has them.

        Args:
            report: the number of its report.
            place: which of the report's quotes it is, from 0.
        """
        line = self.report_line(report)
        if line is None:
            return None
        numbers = [one.number for one in self._store.story_reports(line.story)][:MOST_READ]
        kept = self._store.findings({*numbers, report})
        own = kept[report]
        if not 0 <= place < len(own.quotes):
            return None
        lines = self._store.lines(kept)
        mine = QuoteLine(line, place, own.quotes[place])
        variants = {(report, place): mine}
        for number, other in _same_words((report, place), kept):
            variants[number, other] = QuoteLine(lines[number], other, kept[number].quotes[other])
        return KeptQuote(mine, own.report, tuple(sorted(variants.values(), key=_when)))

    def speakers(self, *, begins: str = "", start: int = 0, limit: int = 50) -> tuple[SpeakerLine, ...]:
        """Who is quoted, by most reports first."""
        return self._store.speakers(begins=begins, start=start, limit=limit)

    def speaker(
        self, number: int, *, start: int = 0, limit: int = 25
    ) -> tuple[SpeakerLine, tuple[QuoteLine, ...]] | None:
        """One who is quoted, with quotes from the newest report on; `start` and `limit` count reports."""
        line = self._store.speaker(number)
        if line is None:
            return None
        numbers = self._store.speech(number, start=start, limit=limit)
        kept, lines = self._store.findings(numbers), self._store.lines(numbers)
        return line, tuple(
            QuoteLine(lines[report], place, quote)
            for report in numbers
            for place, quote in enumerate(kept[report].quotes)
            if any(speaker.name == line.name for speaker in quote.speakers)
        )

    def speaker_number(self, name: str) -> int | None:
        """The number of a speaker by name."""
        return self._store.speaker_number(name)

    def search(self, query: str, *, start: int = 0, limit: int = 20) -> Hits:
        """What a query finds, newest first."""
        return self._store.search(query, start=start, limit=limit)

    def rejects(self, *, start: int = 0, limit: int = 100) -> tuple[Reject, ...]:
        """What could not be read."""
        return self._store.rejects(start=start, limit=limit)


def _spoken(read: Sequence[Findings]) -> tuple[SpokenOrigin, ...]:
    """Where words come from that several reports quote."""
    if len(read) < 2:
        return ()
    reports = [one.report for one in read]
    return find_spoken(match_quotations(reports, [one.quotes for one in read]), reports)


def _untraced(ids: Sequence[str]) -> Family:
    """A family that nothing is said of but how many reports it has: one alone, or too many."""
    versions = tuple(Version(name, (name,)) for name in ids)
    roots = tuple(Root(name, 1.0, shown=True) for name in ids)
    return Family(ids[0], versions, (), (), roots, SourceCount(float(len(ids)), 1, len(ids)))


def _same_words(mine: tuple[int, int], kept: Mapping[int, Findings]) -> Iterable[tuple[int, int]]:
    """The quotes of some reports that have the words of one: report and place."""
    numbers = {one.report.id: number for number, one in kept.items()}
    report, place = mine
    wanted = kept[report].quotes[place].span
    order = sorted(kept)
    for found in match_quotations([kept[k].report for k in order], [kept[k].quotes for k in order]):
        spans = [(numbers[variant.report_id], piece.span) for variant in found.variants for piece in variant.evidence]
        if any(number == report and span.overlaps(wanted) for number, span in spans):
            for number, span in spans:
                for other, quote in enumerate(kept[number].quotes):
                    if any(piece.span.overlaps(span) for piece in quote.content):
                        yield number, other


def _when(line: QuoteLine) -> tuple[bool, str, int, int]:
    """In order of time, undated ones last."""
    published = line.report.published
    return published is None, published.iso if published else "", line.report.number, line.place
