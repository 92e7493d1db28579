"""Facts: what is read of a pair once, so that every clue can be a short function."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from whence.changes.find import Changes
from whence.copies.passages import FURNITURE_ROLES, Alignment, Tokens
from whence.names.agencies import AgencyMark, find_agency_marks
from whence.names.credits import find_credits
from whence.names.outlets import outlet_mentions, outlet_stem, same_outlet_name
from whence.records import Change, Evidence, Passage, Report, Row, Shared, Side
from whence.text.marks import Quotation, find_quotations
from whence.text.spans import Span, covered_flags, merge_spans, span_at
from whence.text.style import is_function_word
from whence.text.words import split_words, stem

EVIDENCE_SHOWN = 3  # pieces of evidence shown with a clue
COPY_WORDS = 40  # BASIL: 9 of 300 pairs of independent reports share 30 words outside quotation marks
REST_STEMS = 10  # fewer content stems outside the passages say nothing about the matter
TOLD = re.compile(
    r"\b(?:told|tells|interview with|obtained by|provided to|statement to|reviewed by)\W+(?:the )?$", re.I
)


class EditedWords(NamedTuple):
    """A change inside sentences that both reports have, with the keys of its words before and after."""

    change: Change
    before: list[str]
    after: list[str]

    def turned(self) -> EditedWords:
        """The same edit seen from B to A."""
        return EditedWords(self.change, self.after, self.before)


@dataclass(frozen=True)
class ReportFacts:
    """One report as lineage sees it."""

    report: Report
    tokens: Tokens
    other: Report

    @cached_property
    def agencies(self) -> tuple[AgencyMark, ...]:
        """The agencies' marks in its text, and the agency that it is."""
        return find_agency_marks(self.report)

    @cached_property
    def outlet(self) -> str:
        """The stem of its outlet's name, empty where unknown."""
        return outlet_stem(self.report.outlet)

    @cached_property
    def mentions_other(self) -> tuple[Span, ...]:
        """Where its prose names the other report's outlet."""
        other = outlet_stem(self.other.outlet)
        if not other or other == self.outlet:
            return ()
        named = outlet_mentions(self.report, self.tokens.words, other)
        ends = {span.end for span in named}
        loosely = (span for stem, span in self.credited if same_outlet_name(stem, other) and span.end not in ends)
        found = sorted((*named, *loosely))
        set_apart = merge_spans(
            (
                *self.report.spans_of("caption", "furniture", "credit", "dateline", "byline"),
                *(m.span for m in self._printed),
            )
        )
        text = self.report.text
        return tuple(s for s in found if span_at(set_apart, s.start) is None and text[s.start - 1 : s.start] != "(")

    @cached_property
    def credited(self) -> tuple[tuple[str, Span], ...]:
        """The outlets and agencies from which it says that it has something, by stem, with the words that say so."""
        agencies = ((outlet_stem(mark.agency), mark.span) for mark in self.agencies if mark.kind == "mention")
        listed = ((credit.stem, credit.span) for credit in find_credits(self.report))
        return (*listed, *((stem, span) for stem, span in agencies if not same_outlet_name(stem, self.outlet)))

    @cached_property
    def credited_names(self) -> tuple[str, ...]:
        """The outlets from which it says that it has something, as they are shown."""
        return tuple(credit.outlet for credit in find_credits(self.report))

    @property
    def _printed(self) -> list[AgencyMark]:
        """The marks that say whose text is printed, without mere mentions."""
        return [mark for mark in self.agencies if mark.kind != "mention"]

    @cached_property
    def own_reporting(self) -> tuple[Span, ...]:
        """Where it says that somebody told this very outlet."""
        text = self.report.text
        found = outlet_mentions(self.report, self.tokens.words, self.outlet) if self.outlet else ()
        return tuple(span for span in found if TOLD.search(text[max(0, span.start - 30) : span.start]))

    @cached_property
    def title_stems(self) -> frozenset[str]:
        """The stems of the content words of its headline."""
        return content_stems(split_words(self.report.title or "").keys)

    @cached_property
    def speech_words(self) -> int:
        """Its words inside quotation marks."""
        return sum(self.tokens.quoted)

    def content_outside(self, spans: tuple[Span, ...]) -> frozenset[str]:
        """The stems of its content words outside some spans and outside furniture."""
        words, flags = self.tokens.words, covered_flags(self.tokens.words.starts, spans)
        keys = {
            key
            for key, inside, loose in zip(words.keys, flags, self.tokens.furniture, strict=True)
            if not inside and not loose
        }
        return content_stems(keys)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Its quotations."""
        return find_quotations(self.report.text)

    def evidence(self, span: Span) -> Evidence:
        """A span of it as evidence."""
        return self.report.evidence(span.start, span.end)


@dataclass(frozen=True)
class PairFacts:
    """Two reports, aligned and compared."""

    a: ReportFacts
    b: ReportFacts
    alignment: Alignment
    shared: Shared
    changes: Changes

    def side(self, side: Side) -> ReportFacts:
        """One of the two."""
        return self.a if side == "a" else self.b

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """The shared passages outside quotation marks and furniture."""
        return tuple(passage for passage in self.shared.passages if not passage.quoted and not passage.furniture)

    @cached_property
    def speech(self) -> tuple[Passage, ...]:
        """The shared passages inside quotation marks."""
        return tuple(passage for passage in self.shared.passages if passage.quoted and not passage.furniture)

    @cached_property
    def names_other(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Where A names the outlet of B, and B that of A, unless both print the very words: those credit nobody."""
        in_a = merge_spans(passage.a for passage in self.prose)
        in_b = merge_spans(passage.b for passage in self.prose)
        return (
            tuple(span for span in self.a.mentions_other if span_at(in_a, span.start) is None),
            tuple(span for span in self.b.mentions_other if span_at(in_b, span.start) is None),
        )

    @cached_property
    def prose_coverage(self) -> tuple[float, float]:
        """The share of each report's unquoted body words that stand in shared prose."""
        words = self.shared.words_outside_quotations
        a, b = (
            sum(
                not quoted and not loose
                for quoted, loose in zip(facts.tokens.quoted, facts.tokens.furniture, strict=True)
            )
            for facts in (self.a, self.b)
        )
        return min(1.0, words / max(1, a)), min(1.0, words / max(1, b))

    @cached_property
    def likeness_of_rest(self) -> float | None:
        """Dice coefficient of the content stems outside the shared passages; None where too little is left to tell."""
        a = self.a.content_outside(merge_spans(passage.a for passage in self.shared.passages))
        b = self.b.content_outside(merge_spans(passage.b for passage in self.shared.passages))
        return 2 * len(a & b) / (len(a) + len(b)) if min(len(a), len(b)) > REST_STEMS else None

    @cached_property
    def edits(self) -> tuple[EditedWords, ...]:
        """The edits inside sentences that both have, without moves and furniture."""
        told = (change for row in self.changes.rows for change in row.changes)
        return tuple(
            EditedWords(change, split_words(change.before).keys, split_words(change.after).keys)
            for change in told
            if change.kind not in ("moved", "furniture", "punctuation", "house style")
        )

    @cached_property
    def body_rows(self) -> tuple[Row, ...]:
        """The rows of body sentences: no furniture, no headline."""
        loose_a, loose_b = (merge_spans(facts.report.spans_of("title", *FURNITURE_ROLES)) for facts in (self.a, self.b))
        return tuple(
            row
            for row in self.changes.rows
            if all(span_at(loose_a, unit.start) is None for unit in row.a)
            and all(span_at(loose_b, unit.start) is None for unit in row.b)
        )

    @cached_property
    def substance(self) -> float:
        """How much is shared that is not speech in both, 1 from `COPY_WORDS` on: a name alone proves little."""
        passages = self.shared.passages
        words = sum(p.words for p in passages if not p.furniture and not (p.quoted_a and p.quoted_b))
        return min(1.0, words / COPY_WORDS)

    def longest(self, passages: tuple[Passage, ...]) -> tuple[Evidence, ...]:
        """The longest of some passages as evidence, in both reports."""
        chosen = sorted(passages, key=lambda passage: (-passage.words, passage.a))[:EVIDENCE_SHOWN]
        return tuple(e for passage in chosen for e in (self.a.evidence(passage.a), self.b.evidence(passage.b)))

    @cached_property
    def same_outlet(self) -> bool:
        """Whether both come from one outlet."""
        return bool(self.a.outlet) and self.a.outlet == self.b.outlet

    @cached_property
    def agencies(self) -> tuple[set[str], set[str]]:
        """The agencies that each report prints or is: marks, without mere mentions."""
        a, b = ({m.agency for m in facts.agencies if m.kind != "mention"} for facts in (self.a, self.b))
        return a, b

    @cached_property
    def minutes_apart(self) -> float | None:
        """How much later B claims to be than A, in minutes; None where either time is unknown."""
        a, b = _moment(self.a.report), _moment(self.b.report)
        if a is None or b is None:
            return None
        if a.tzinfo is None or b.tzinfo is None:
            a, b = a.replace(tzinfo=None), b.replace(tzinfo=None)
        return (b - a).total_seconds() / 60

    @cached_property
    def grain_minutes(self) -> float:
        """The coarser grain of the two times, in minutes: nothing within it is decided by time."""
        sizes = {"second": 1, "minute": 1, "hour": 60, "day": 1440, "month": 43_200, "year": 525_600}
        grains = [facts.report.published.grain for facts in (self.a, self.b) if facts.report.published]
        return float(max((sizes[grain] for grain in grains), default=525_600))


def content_stems(keys: Iterable[str]) -> frozenset[str]:
    """The stems of words that carry content.

    >>> sorted(content_stems(["the", "council", "voted"]))
    ['council', 'vot']
    """
    return frozenset(stem(key) for key in keys if len(key) > 3 and not is_function_word(key))


def _moment(report: Report) -> datetime | None:
    """The claimed time of a report."""
    if report.published is None:
        return None
    iso = report.published.iso
    return datetime.fromisoformat(iso + {4: "-01-01", 7: "-01"}.get(len(iso), ""))
