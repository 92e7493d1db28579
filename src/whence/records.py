"""The vocabulary: every record that whence passes around, immutable, in the order of the straight line.

Positions are half-open Unicode code points of `Report.text`, which is never altered. Every finding carries `Evidence`,
and `report.text[evidence.start:evidence.end] == evidence.exact` always holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from whence.text.spans import Span

Role = Literal[
    "title", "byline", "outlet", "timestamp", "dateline", "caption", "credit", "paragraph", "furniture",
]  # fmt: skip
Grain = Literal["year", "month", "day", "hour", "minute", "second"]
Side = Literal["a", "b"]
RelationKind = Literal["copy", "version", "common", "quotes", "furniture", "none"]
RowKind = Literal["kept", "reworded", "merged", "split", "moved", "dropped", "added"]
NameKind = Literal["person", "organisation", "outlet", "agency", "metonym", "unnamed", "document", "unknown"]
MentionForm = Literal["name", "description", "pronoun"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
QuoteKind = Literal["direct", "mixed", "indirect"]
QuoteDifference = Literal["attribution", "speaker", "cue", "venue", "time", "content"]
VenueKind = Literal["outlet", "platform", "document", "event", "place"]
FigureKind = Literal[
    "count", "number", "ordinal", "ratio", "percent", "money", "duration", "age", "length", "area", "volume", "mass",
    "speed", "temperature", "energy", "data", "score", "date",
]  # fmt: skip
HedgeKind = Literal[
    "exact", "about", "more than", "at least", "less than", "at most", "up to", "nearly", "just over", "range", "vague",
]  # fmt: skip
FigureRelation = Literal[
    "same", "equivalent", "coarser", "finer", "hedge added", "hedge dropped", "hedge changed", "compatible", "strained",
    "conflict", "updated", "incomparable",
]  # fmt: skip
ChangeKind = Literal[
    "quotation", "figure", "date", "name", "attribution", "negation", "hedge", "cue", "dropped", "added", "moved",
    "wording", "house style", "punctuation", "furniture",
]  # fmt: skip


# --- read: bytes -> Report, Reject ------------------------------------------------------------------------------------


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


# --- find: Report -> Name, Time, Quote, Figure -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody: a name, a description ("the Ukrainian president") or a pronoun."""

    form: MentionForm
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody or something that a report names: the fullest form seen, and every mention in the order of the text.

    `name` is the canonical form without titles ("Volodymyr Zelensky"); `also` holds the other forms and titles met
    ("Zelensky", "President Zelensky").
    """

    name: str
    kind: NameKind
    mentions: tuple[Mention, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: the canonical name, and the words that lead from the source to it.

    `name` is None where the report does not tell ("he", with two men before it). Somebody whom the report leaves
    unnamed ("a senior official") is named by its own words, with kind "unnamed". `says` is the reason in words.
    """

    name: str | None
    kind: NameKind
    evidence: tuple[Evidence, ...]
    says: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """Words that say when, how long or how often ("Friday", "last week", "three years", "daily"), as TIMEX3 has them.

    `value` and `mod` are those of TIMEX3 (ISO 24617-1): "2024-11-29", "2024-W47", "P3Y", "PRESENT_REF"; "MORE_THAN".
    `low` and `high` are the first and the last day that the words point at, ISO, both included; both None where they
    point at none that can be told ("recently", a bare duration, no date of publication).
    """

    type: TimeType
    value: str
    evidence: Evidence
    low: str | None = None
    high: str | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Venue:
    """Where or through what it was said: an outlet, a platform, a statement or letter, an event, a place."""

    name: str
    kind: VenueKind
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Setting:
    """The circumstances of one utterance, each None where the report does not state it.

    `addressee` are the words for who was spoken to; `through` for who or what stands between ("a translator").
    """

    venue: Venue | None = None
    addressee: Evidence | None = None
    said_on: Time | None = None
    through: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """One attribution: who (`source`, `speakers`) says (`cue`) what (`content`), to whom, where and when (`setting`).

    Content, source and cue are the report's own words in as many pieces as they stand in; source and cue may be empty
    (a quotation that the report attributes to nobody). `kind` tells how much of the content stands in quotation marks:
    all ("direct"), some ("mixed"), none ("indirect"). `declined` is true where the speaker would not say.
    `confidence` is the calibrated probability that the attribution is right: content, source and their link.
    """

    kind: QuoteKind
    content: tuple[Evidence, ...]
    source: tuple[Evidence, ...]
    cue: tuple[Evidence, ...]
    speakers: tuple[Speaker, ...]
    setting: Setting
    confidence: float
    declined: bool = False

    @property
    def span(self) -> Span:
        """From the first to the last word of the content."""
        return Span(self.content[0].start, self.content[-1].end)


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers from `low` to `high`, None where nothing bounds them; an open end is not one of them."""

    low: float | None
    high: float | None
    open_low: bool = False
    open_high: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as a report states it, in the unit of its words ("foot", "USD", "day"; "" for a bare count).

    `evidence` is the number with its unit ("90 square miles"), `hedge_words` what stands around it ("more than").
    `value` is None where no single number is stated ("10 to 12", "dozens"). `hard` is what the words allow, `soft` what
    a writer means by them, `step` how finely the number is told (11,000 -> 1,000). `head` is what is counted or
    measured ("soldiers"), `modifiers` what narrows it ("North Korean"). `source_hedge` says that somebody else vouches
    for the figure ("an estimated", "reportedly"); `quote` is the attribution that it stands in, `as_of` the time that
    it is told for.
    """

    kind: FigureKind
    value: float | None
    unit: str
    step: float
    hedge: HedgeKind
    hard: Interval
    soft: Interval
    evidence: Evidence
    hedge_words: Evidence | None = None
    source_hedge: Evidence | None = None
    head: Evidence | None = None
    modifiers: tuple[Evidence, ...] = ()
    as_of: Time | None = None
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class FigurePair:
    """Two figures, or two times, about one thing, and how B's stands to A's; `says` is the reason in words."""

    a: Figure | Time
    b: Figure | Time
    relation: FigureRelation
    says: str


# --- align: two reports -> Passage ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Passage:
    """The longest run of the same words, in the same order, in both reports.

    `words` counts them; `quoted_a` and `quoted_b` say in which reports they stand inside quotation marks, `furniture`
    that they are a caption, credit, byline or menu in either: a passage never mixes speech, prose and furniture.
    """

    a: Span
    b: Span
    words: int
    quoted_a: bool
    quoted_b: bool
    furniture: bool = False

    @property
    def quoted(self) -> bool:
        """Whether the words are speech: marked as such in at least one report."""
        return self.quoted_a or self.quoted_b


@dataclass(frozen=True, slots=True)
class Shared:
    """What two reports have in common: passages in the order of A, and how much of each body they cover (0-1)."""

    passages: tuple[Passage, ...]
    words: int
    words_outside_quotations: int
    coverage_a: float
    coverage_b: float


# --- change: passages -> Row, Change ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Change:
    """One edit that leads from A to B. `rank` orders findings: 1 is what a fact-checker should see first."""

    kind: ChangeKind
    rank: int
    a: Evidence | None
    b: Evidence | None
    says: str = ""

    @property
    def before(self) -> str:
        """The words in A, empty where B adds."""
        return self.a.exact if self.a else ""

    @property
    def after(self) -> str:
        """The words in B, empty where B drops."""
        return self.b.exact if self.b else ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a side-by-side view: sentences of A and the sentences of B that stand for them, with their edits."""

    kind: RowKind
    a: tuple[Span, ...]
    b: tuple[Span, ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotePair:
    """The same words attributed in both reports, or attributed in one of them only.

    `differs` names what is not the same: "speaker", "cue", "venue", "time"; "attribution" where one report has the
    words without saying who says them; "content" where one report has neither.
    """

    a: Quote | None
    b: Quote | None
    differs: tuple[QuoteDifference, ...] = ()


# --- trace: passages, changes, times, credits -> Relation -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Clue:
    """One reason, in words, with its weight and the words that bear it out.

    `weight` is in log-odds: above 0 it speaks for what the relation says (where no parent is named, for A), below 0
    against it. `about` tells clues to the kind of relation from clues to its direction.
    """

    name: str
    says: str
    weight: float
    evidence: tuple[Evidence, ...] = ()
    about: Literal["kind", "direction"] = "kind"


@dataclass(frozen=True, slots=True)
class Relation:
    """How two reports are related, and which came first.

    `parent` is the report copied from, or for versions the older one; None where that is not decidable. `confidence` is
    a calibrated probability: of the direction, if the kind is right, where a parent is named, else of the kind, whose
    own probability is always `kind_confidence`. `origin` names the third source of a common text, or whose words are
    quoted.
    """

    kind: RelationKind
    parent: Side | None
    confidence: float
    kind_confidence: float
    clues: tuple[Clue, ...] = ()
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports and everything found between them."""

    a: Report
    b: Report
    shared: Shared
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
    relation: Relation
    summary: str
    quotes: tuple[QuotePair, ...] = ()
    figures: tuple[FigurePair, ...] = ()

    def findings(self, kinds: Iterable[ChangeKind]) -> tuple[Change, ...]:
        """The changes of these kinds, in the order of rank."""
        wanted = frozenset(kinds)
        return tuple(change for change in self.changes if change.kind in wanted)
