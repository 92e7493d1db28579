"""Records of comparing: what two reports share, what changed, how they are related and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from whence.records.findings import FigurePair, Quote
from whence.records.reports import Evidence, Report
from whence.text.spans import Span

Side = Literal["a", "b"]
RelationKind = Literal["copy", "version", "common", "quotes", "furniture", "none"]
RowKind = Literal["kept", "reworded", "merged", "split", "moved", "dropped", "added"]
QuoteDifference = Literal["attribution", "speaker", "cue", "venue", "time", "content"]
ChangeKind = Literal[
    "quotation", "figure", "date", "name", "attribution", "negation", "hedge", "cue", "dropped", "added", "moved",
    "wording", "house style", "punctuation", "furniture",
]  # fmt: skip


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
