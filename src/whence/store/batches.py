"""What the one writer hands a store: a batch of reports with everything found about them, kept whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, field

from whence.records import Change, Family, Findings, Membership, Passage, Reject, Report


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report that arrives. `found` is None where another report (`same_text_as`) has the very text; `bridges` are
    pairs of stories that it has shown to be one; `fingerprints` are the writer's own."""

    number: int
    report: Report
    text_digest: bytes
    same_text_as: int | None
    story: int
    family: int
    minute: int | None
    words: int
    credits: tuple[str, ...]
    found: Findings | None
    fingerprints: bytes
    membership: Membership
    held: int | None
    bridges: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class NewPair:
    """What a report shares with an earlier one; passages have the earlier one as A."""

    later: int
    earlier: int
    words: int
    prose: int
    coverage_earlier: float
    coverage_later: float
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class StoryWords:
    """A story in words: the report whose headline stands for it, and what most of its reports name."""

    central: int
    names: tuple[str, ...]
    places: tuple[str, ...]
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TracedFamily:
    """A family traced anew: its number, the record, its reports by number, and the changes on each edge of the tree
    that is new: child, parent, what changed."""

    number: int
    family: Family
    reports: dict[int, Report]
    hops: tuple[tuple[int, int, tuple[Change, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """One transaction. `moved` reports are in another story than before, `led` stories lead to others (None: lead
    nowhere any more), `joined` reports are of another family, `due` families are to be traced."""

    reports: tuple[NewReport, ...] = ()
    pairs: tuple[NewPair, ...] = ()
    moved: dict[int, int] = field(default_factory=dict)
    led: dict[int, int | None] = field(default_factory=dict)
    joined: dict[int, int] = field(default_factory=dict)
    due: frozenset[int] = frozenset()
    traced: tuple[TracedFamily, ...] = ()
    stories: dict[int, StoryWords] = field(default_factory=dict)
    rejects: tuple[Reject, ...] = ()
    progress: dict[str, tuple[str, int]] = field(default_factory=dict)
    snapshot: tuple[int, tuple[bytes, ...]] | None = None
