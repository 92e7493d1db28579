"""Records of finding: names, times, quotes and figures, each with the words that bear it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whence.records.reports import Evidence, Report
from whence.text.spans import Span

NameKind = Literal["person", "organisation", "outlet", "agency", "metonym", "unnamed", "document", "unknown"]
MentionForm = Literal["name", "description", "pronoun"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
QuoteKind = Literal["direct", "mixed", "indirect"]
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


@dataclass(frozen=True, slots=True)
class Findings:
    """What the stage find sees in one report; `heard` is false where it was too long to look for quotes in it."""

    report: Report
    names: tuple[Name, ...]
    times: tuple[Time, ...]
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]
    heard: bool = True
