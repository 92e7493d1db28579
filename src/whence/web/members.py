"""A story for pages: what everybody in it is called and where it stands, how each hangs on another, what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from whence.export.html_wording import signed
from whence.export.story_words import edge_in_words, mosaic_in_words, name_members, origin_in_words
from whence.records import Change, Clue, Edge, Evidence, Family, Hop, KeptStory, ReportLine
from whence.web.rendering import words_link

LEAST_RIVAL = 0.05  # probability of another parent that is told
CLUES_TOLD = 6  # of an edge, the weightiest first
CHANGES_TOLD = 4  # of a hop


class Members(NamedTuple):
    """Everything in a story by id: names, numbers of reports, lines; origins have no number."""

    names: dict[str, str]
    numbers: dict[str, int]
    lines: dict[str, ReportLine]

    def link(self, evidence: Evidence) -> str:
        """The address of some words; empty where their report is not in the story."""
        number = self.numbers.get(evidence.report_id)
        return words_link(evidence, number) if number is not None else ""

    def compare(self, parent: str, child: str) -> str:
        """The address of a comparison; empty where one of the two is no report."""
        if parent not in self.numbers or child not in self.numbers:
            return ""
        return f"/compare/{self.numbers[parent]}/{self.numbers[child]}"


class Words(NamedTuple):
    """Words of a report, its name, and the link to them."""

    text: str
    name: str
    link: str


class ClueTold(NamedTuple):
    """A reason: what it says, its weight, the words that bear it out."""

    says: str
    weight: str
    against: bool
    words: tuple[Words, ...]


class EdgeTold(NamedTuple):
    """How a version hangs on another, in words, with the reasons; `of_tree` says whether it is drawn as such."""

    child: str
    child_link: str
    parent: str
    parent_link: str
    told: str
    of_tree: bool
    compare: str
    clues: tuple[ClueTold, ...]


class FamilyTold(NamedTuple):
    """A family in words: its members with links, its edges, those that are shown first, its roots and its origins."""

    head: str
    members: tuple[tuple[str, str], ...]
    edges: tuple[EdgeTold, ...]
    rivals: tuple[EdgeTold, ...]
    roots: tuple[tuple[str, str, str], ...]
    origins: tuple[tuple[str, str, tuple[Words, ...]], ...]
    trust: str


class ChangeTold(NamedTuple):
    """A change on a hop: its kind, words before and after with links, what it means."""

    kind: str
    before: Words | None
    after: Words | None
    says: str


class HopTold(NamedTuple):
    """What changed on the way from one report to another: the gravest, how many more, and where all of it is."""

    parent: str
    child: str
    compare: str
    changes: tuple[ChangeTold, ...]
    more: int


def name_story(kept: KeptStory) -> Members:
    """What everything in a story is called and where it stands."""
    numbers = {report.id: line.number for report, line in zip(kept.story.reports, kept.lines, strict=True)}
    lines = {report.id: line for report, line in zip(kept.story.reports, kept.lines, strict=True)}
    return Members(name_members(kept.story), numbers, lines)


def tell_hops(hops: Sequence[Hop], members: Members) -> tuple[HopTold, ...]:
    """The hops on which something changed, the gravest first."""
    told = [hop for hop in hops if hop.changes]
    told.sort(key=lambda hop: (min(change.rank for change in hop.changes), -len(hop.changes)))
    return tuple(_hop(hop, members) for hop in told)


def tell_family(family: Family, members: Members) -> FamilyTold:
    """A family in words."""
    likely = [edge for edge in family.edges if edge.shown or edge.mosaic]
    rivals = [e for e in family.edges if not (e.shown or e.mosaic) and e.probability >= LEAST_RIVAL]
    return FamilyTold(
        _head(family),
        tuple((members.names[name], _report_link(name, members)) for v in family.versions for name in v.reports),
        tuple(_edge(edge, members) for edge in likely),
        tuple(_edge(edge, members) for edge in rivals),
        tuple(_roots(family, members)),
        tuple(
            (members.names[origin.id], origin_in_words(origin, members.names),
             tuple(words_of(mark, members) for mark in origin.marks[:3]))
            for origin in family.origins
        ),
        family.trust.says if family.trust else "",
    )  # fmt: skip


def words_of(evidence: Evidence, members: Members) -> Words:
    """Words with the name of their report and a link."""
    return Words(evidence.exact, members.names.get(evidence.report_id, ""), members.link(evidence))


def _head(family: Family) -> str:
    """How many reports and versions a family has."""
    reports = sum(len(version.reports) for version in family.versions)
    versions = len(family.versions)
    if reports == 1:
        return "One report that shares no prose with the others"
    same = (
        "" if versions == reports else f", {versions} different texts" if versions > 1 else ", one text to the letter"
    )
    return f"{reports} reports with shared prose{same}"


def _edge(edge: Edge, members: Members) -> EdgeTold:
    """One edge."""
    parent = members.names[edge.parent]
    told = mosaic_in_words(edge, parent) if edge.mosaic else edge_in_words(edge, parent)
    clues = sorted(edge.clues, key=lambda clue: -abs(clue.weight))[:CLUES_TOLD]
    return EdgeTold(
        members.names[edge.child],
        _report_link(edge.child, members),
        parent,
        _report_link(edge.parent, members),
        told,
        edge.shown,
        members.compare(edge.parent, edge.child),
        tuple(_clue(clue, members) for clue in clues),
    )


def _roots(family: Family, members: Members) -> Iterator[tuple[str, str, str]]:
    """The versions that may have come from none of the others."""
    for root in sorted(family.roots, key=lambda root: -root.probability):
        if (root.shown or root.probability >= LEAST_RIVAL) and len(family.versions) > 1:
            came = "came" if root.shown else "may have come"
            told = f"{came} from none of the others, probability {min(root.probability, 0.99):.2f}"
            yield members.names[root.version], _report_link(root.version, members), told


def _report_link(name: str, members: Members) -> str:
    """The address of a report; empty for an origin."""
    return f"/report/{members.numbers[name]}" if name in members.numbers else ""


def _clue(clue: Clue, members: Members) -> ClueTold:
    """One reason."""
    words = tuple(words_of(evidence, members) for evidence in clue.evidence[:3] if evidence.exact.strip())
    return ClueTold(clue.says, signed(clue.weight), clue.weight < 0, words)


def _hop(hop: Hop, members: Members) -> HopTold:
    """One hop: the first change of each kind by rank, then the next."""
    changes = sorted(hop.changes, key=lambda change: change.rank)
    seen: set[str] = set()
    first = [change for change in changes if not (change.kind in seen or seen.add(change.kind))]  # type: ignore[func-returns-value]
    chosen = sorted([*first, *(c for c in changes if c not in first)][:CHANGES_TOLD], key=lambda change: change.rank)
    return HopTold(
        members.names[hop.parent],
        members.names[hop.child],
        members.compare(hop.parent, hop.child),
        tuple(_change(change, members) for change in chosen),
        len(changes) - len(chosen),
    )


def _change(change: Change, members: Members) -> ChangeTold:
    """One change."""
    before = words_of(change.a, members) if change.a else None
    after = words_of(change.b, members) if change.b else None
    return ChangeTold(change.kind, before, after, change.says if change.kind not in ("dropped", "added") else "")
