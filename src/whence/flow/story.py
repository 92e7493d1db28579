"""A story from end to end: reports taken together, their families, what changed on each hop, how many sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from whence.changes.kinds import SLIGHT
from whence.copies.passages import read_tokens
from whence.families.claims import read_claim
from whence.families.closer import Read, odds_of_pairs
from whence.families.describe import describe_family
from whence.families.family_weights import FamilyWeights, load_family_weights
from whence.families.kinship import find_kin
from whence.families.members import Member, Printed, fold_reports, read_marks
from whence.families.spoken import find_spoken
from whence.families.summary import add_counts, summarise_story
from whence.families.texts import Words
from whence.families.trace import Told, Traced, trace_family
from whence.flow.compare import compare_found, spoken
from whence.flow.find import find
from whence.lineage.weights import LineageWeights, load_weights
from whence.names.outlets import outlet_stem
from whence.quotes.repeats import match_quotations
from whence.records import Carried, Comparison, Edge, Evidence, Family, Findings, Hop, Report, Story
from whence.text.words import split_words

MOST_READ = 28  # pairs of a family that are read closely: all of eight versions, the likeliest of more
LEAST_LIKELY = 0.05  # less likely edges of a large family are not read closely


def story(reports: Sequence[Report]) -> Story:
    """Take reports together: who came from whom, what changed on the way, how many independent sources there are.

    Args:
        reports: any number; reports of the same id are told apart by number.

    >>> from whence.reading.plain import read_text
    >>> story([read_text("Rain fell."), read_text("Snow fell.")]).sources.expected
    2.0
    """
    named = _tell_apart(reports)
    found = [one for one in find(named) if isinstance(one, Findings)]
    reader = _Reader(found, load_weights())
    weights = load_family_weights()
    members = fold_reports(_printed(found))
    groups = find_kin([member.first.words for member in members])
    families, hops = [], []
    for group in groups:
        family = _trace([members[k] for k in group], weights, reader)
        families.append(family)
        hops += [reader.hop(edge) for edge in family.edges if edge.shown and edge.parent in reader.by_id]
    families.sort(key=lambda family: (-sum(len(version.reports) for version in family.versions), family.id))
    quotations = match_quotations([one.report for one in found], [one.quotes for one in found])
    sources = add_counts([family.sources for family in families])
    summary = summarise_story(named, families, sources)
    spoken_of = find_spoken(quotations, [one.report for one in found])
    return Story(tuple(named), tuple(families), tuple(hops), spoken_of, sources, summary)


def carry(found: Story, words: str) -> Carried:
    """Which versions still carry a wording or a figure, and on which hop it was lost.

    Args:
        found: the story.
        words: the words, in any case and with any marks between them.

    >>> from whence.reading.plain import read_text
    >>> carry(story([read_text("Rain fell."), read_text("Snow fell.")]), "snow").carriers[0].exact
    'Snow'
    """
    wanted = split_words(words).keys
    where = {report.id: _find_words(report, wanted) for report in found.reports}
    carriers = {family_version.id for family in found.families for family_version in family.versions}
    lost = [
        (edge.parent, edge.child)
        for family in found.families
        for edge in family.edges
        if edge.shown and edge.parent in carriers and where[edge.parent] and not where[edge.child]
    ]
    return Carried(words, tuple(place for place in where.values() if place), tuple(lost))


class _Reader:
    """Pairs read closely, each once."""

    def __init__(self, found: Sequence[Findings], weights: LineageWeights) -> None:
        self.by_id = {one.report.id: one for one in found}
        self._weights = weights
        self._read: dict[tuple[str, str], Comparison] = {}

    def compare(self, a: str, b: str) -> Comparison:
        """Two reports, the first as A."""
        if (a, b) not in self._read:
            self._read[a, b] = compare_found(self.by_id[a], self.by_id[b], self._weights)
        return self._read[a, b]

    def read(self, a: str, b: str) -> Read:
        """What a closer reading says of two reports, in whichever order they were read before."""
        turned = (b, a) in self._read
        return Read((b, a) if turned else (a, b), self.compare(*((b, a) if turned else (a, b))).relation)

    def hop(self, edge: Edge) -> Hop:
        """What changed on an edge, without what is slight."""
        changes = self.compare(edge.parent, edge.child).changes
        return Hop(edge.parent, edge.child, tuple(change for change in changes if change.kind not in SLIGHT))


def _trace(members: Sequence[Member], weights: FamilyWeights, reader: _Reader) -> Family:
    """The family of some versions: from the words that they share, then from a closer reading of the likely pairs."""
    if len(members) == 1:
        return describe_family(trace_family(members, weights))
    first = trace_family(members, weights)
    names = [member.first.id for member in members]
    read = {(a, b): reader.read(names[a], names[b]) for a, b in _likely_pairs(first)}
    told = Told(odds_of_pairs(names, read.values()))
    return describe_family(trace_family(members, weights, told))


def _likely_pairs(traced: Traced) -> list[tuple[int, int]]:
    """The pairs worth a closer reading, the likeliest first; the likelier parent of the two stands first."""
    size = len(traced.members)
    chances = traced.solved.edges[:size]
    pairs = [(a, b) if chances[a, b] >= chances[b, a] else (b, a) for a, b in combinations(range(size), 2)]
    if len(pairs) > MOST_READ:
        pairs = [(a, b) for a, b in pairs if chances[a, b] + chances[b, a] >= LEAST_LIKELY]
    return sorted(pairs, key=lambda pair: -chances[pair] - chances[pair[::-1]])[:MOST_READ]


def _printed(found: Sequence[Findings]) -> Iterator[Printed]:
    """Reports as families see them; words have the same numbers in all."""
    numbers: dict[str, int] = {}
    zoned = any(_has_zone(one.report) for one in found)
    for one in found:
        report = one.report
        tokens = read_tokens(report, spoken(one.quotes))
        keys = np.array([numbers.setdefault(key, len(numbers)) for key in tokens.words.keys], np.int64)
        prose = np.array([not (a or b) for a, b in zip(tokens.quoted, tokens.furniture, strict=True)], bool)
        claim = read_claim(report.published, zoned=zoned)
        words = Words(keys, prose)
        yield Printed(
            report.id,
            outlet_stem(report.outlet),
            report.text,
            words,
            tokens.words.starts,
            tokens.words.ends,
            claim,
            read_marks(report),
        )


def _has_zone(report: Report) -> bool:
    """Whether its time says its zone."""
    return bool(report.published and report.published.iso[16:])


def _tell_apart(reports: Sequence[Report]) -> list[Report]:
    """Reports with ids that are all different."""
    seen: dict[str, int] = {}
    found = []
    for report in reports:
        seen[report.id] = seen.get(report.id, 0) + 1
        found.append(report if seen[report.id] == 1 else replace(report, id=f"{report.id} ({seen[report.id]})"))
    return found


def _find_words(report: Report, wanted: Sequence[str]) -> Evidence | None:
    """Where a report first has some words in a row."""
    words = split_words(report.text)
    for start in range(len(words.keys) - len(wanted) + 1) if wanted else ():
        if words.keys[start : start + len(wanted)] == list(wanted):
            return report.evidence(*words.span(start, start + len(wanted)))
    return None
