"""Records of families: who came from whom among many reports, what stands before them, how many sources there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whence.records.comparisons import Change, Clue, RelationKind
from whence.records.reports import Evidence, Report

OriginKind = Literal["agency", "lost"]


@dataclass(frozen=True, slots=True)
class Version:
    """One text, and all reports that print it to the letter; `id` is the first of them."""

    id: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """A source outside the reports at hand, from which several of them have their text.

    `kind` says how it is known: "agency" by marks, "lost" only because its children share what no
    one of them has whole. `marks` are the words that name it; `passages` reconstruct its text: what its children share,
    in order, each as one of them prints it. `probability` is that it stood before any of them at all.
    """

    id: str
    kind: OriginKind
    name: str | None
    probability: float
    marks: tuple[Evidence, ...] = ()
    passages: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """That one version has its text from another, or from an origin: `parent` and `child` are their ids.

    `probability` is exact, over all trees that the family could have, and calibrated. `shown` says whether the edge is
    in the likeliest tree. A `mosaic` edge brings text from a second source beside the one of the tree. `words` of prose
    are the same in both. `clues` speak for the edge (weights in log-odds, against the child's other possible parents).
    """

    parent: str
    child: str
    kind: RelationKind
    probability: float
    shown: bool = False
    mosaic: bool = False
    words: int = 0
    clues: tuple[Clue, ...] = ()


@dataclass(frozen=True, slots=True)
class Root:
    """How likely it is that a version came from none of the others; `shown` says whether it is a root of the tree."""

    version: str
    probability: float
    shown: bool = False
    clues: tuple[Clue, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceCount:
    """How many independent sources there are: the expected number, and the ends of the 90 % interval."""

    expected: float
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Family:
    """Versions whose prose is one story's. `id` is that of its first version.

    `edges` are those of probability .01 or more, the likeliest first. `trust` says how far the times that reports claim
    were believed (log-odds that the earlier claim is earlier), and why.
    """

    id: str
    versions: tuple[Version, ...]
    origins: tuple[Origin, ...]
    edges: tuple[Edge, ...]
    roots: tuple[Root, ...]
    sources: SourceCount
    trust: Clue | None = None

    def parent_of(self, version: str) -> Edge | None:
        """The edge of the likeliest tree that leads to a version; None for a root."""
        return next((edge for edge in self.edges if edge.shown and edge.child == version), None)


@dataclass(frozen=True, slots=True)
class Hop:
    """What changed on an edge of the tree, what matters most first."""

    parent: str
    child: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class SpokenOrigin:
    """Where words that several reports quote come from: a question apart from where their prose comes from.

    `words` are the quotation as the fullest report has it, `reports` all that carry it, `first` the one that had it
    first where that can be told, `name` whoever is named as having been spoken to (an outlet, a statement).
    """

    words: Evidence
    speaker: str | None
    reports: tuple[str, ...]
    first: str | None
    name: str | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """Which versions still carry a wording: `evidence` as each prints it, and on which hop it was lost or altered."""

    words: str
    carriers: tuple[Evidence, ...]
    lost_on: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Reports taken together: their families, what changed on each hop, and how many independent sources there are."""

    reports: tuple[Report, ...]
    families: tuple[Family, ...]
    hops: tuple[Hop, ...]
    spoken: tuple[SpokenOrigin, ...]
    sources: SourceCount
    summary: str
