"""The stages trace and change for reports that arrive: who is kin to whom, families traced anew, what changed."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

from whence.changes.kinds import SLIGHT
from whence.families.claims import read_claim
from whence.families.closer import Read, odds_of_pairs
from whence.families.describe import describe_family
from whence.families.family_weights import load_family_weights
from whence.families.members import Printed, Signed, fold_reports, read_marks
from whence.families.texts import Words
from whence.families.trace import Told, trace_family
from whence.flow.arriving_words import WordReader, number_words
from whence.flow.compare import changes_found, compare_found
from whence.flow.families import LINK_WORDS, MOST_REPORTS
from whence.lineage.weights import load_weights
from whence.names.outlets import outlet_stem
from whence.records import Change, Comparison, Family, Findings, Report
from whence.store.batches import NewPair, TracedFamily
from whence.store.protocol import Store
from whence.store.rows import pack_findings, unpack_findings

AT_ONCE = 24  # reports of a family up to which it is traced with every one that joins
GROWN = 1.2  # times as many reports as when it was traced last: time to trace a larger one before the run ends
READ_CLOSELY = 3  # versions of a family whose every pair is compared: as many comparisons as reports
REMEMBERED = 600  # reports whose findings are at hand


class Kinship:
    """Which family each report is in: those that passages of LINK_WORDS of prose connect, by number from 1. A family
    has the number of its first report.

    Args:
        families: of all reports so far.
    """

    def __init__(self, families: Sequence[int]) -> None:
        self._family = [0, *families]
        self._members: defaultdict[int, list[int]] = defaultdict(list)
        for number, family in enumerate(families, 1):
            self._members[family].append(number)

    def add(self, number: int, same_text_as: int | None, pairs: Sequence[NewPair]) -> dict[int, int]:
        """Put the next report into a family.

        Args:
            number: of the report.
            same_text_as: a report with its very text.
            pairs: what it shares with earlier reports.

        Returns:
            The reports that are in another family now, and in which.
        """
        kin = sorted((-pair.prose, pair.earlier) for pair in pairs if pair.prose >= LINK_WORDS)
        linked = [self._family[same_text_as]] if same_text_as else [self._family[earlier] for _, earlier in kin]
        joined: list[int] = []
        size = 1
        for family in dict.fromkeys(linked):
            if size + len(self._members[family]) <= MOST_REPORTS:
                joined.append(family)
                size += len(self._members[family])
        target = min(joined, default=number)
        self._family.append(target)
        moved = {one: target for family in joined if family != target for one in self._members.pop(family)}
        for one in moved:
            self._family[one] = target
        self._members[target] = sorted({*self._members[target], *moved, number})
        return moved

    def family(self, number: int) -> int:
        """The family of a report."""
        return self._family[number]

    def members(self, family: int) -> list[int]:
        """The reports of a family, in order of arrival."""
        return self._members[family]


class FamilyTracer:
    """Traces families of a store, and compares the reports on each new edge of a tree.

    Args:
        store: only read.
        words: reads the words of reports.
        kernel: `family_kernel.view_pairs`, plain or compiled.
    """

    def __init__(self, store: Store, words: WordReader, kernel: Any) -> None:
        self._store, self._words, self._kernel = store, words, kernel
        self._weights, self._lineage = load_family_weights(), load_weights()
        self._found: OrderedDict[int, Findings] = OrderedDict()
        self._marks: dict[int, tuple[Signed, ...]] = {}
        self._sizes: dict[int, int] = {}
        self._edges = SeenEdges()
        self._compared: OrderedDict[tuple[int, int], Comparison] = OrderedDict()

    def remember(self, found: Mapping[int, Findings]) -> None:
        """Have what was found in reports at hand."""
        self._found |= found
        while len(self._found) > REMEMBERED:
            number, _ = self._found.popitem(last=False)
            self._marks.pop(number, None)

    def remember_copies(self, copies: Mapping[int, tuple[Report, int]]) -> None:
        """Have new reports at hand that have the very text of others: what was found there was found in them.

        Args:
            copies: by number, each with the number of the other.
        """
        originals = self._read([original for _, original in copies.values()])
        self.remember(
            {
                number: unpack_findings(pack_findings(originals[original]), report)
                for number, (report, original) in copies.items()
            }
        )

    def is_time(self, family: int, size: int) -> bool:
        """Whether a family that has grown is traced at once; a large one waits until it has grown enough."""
        return size <= AT_ONCE or size >= GROWN * self._sizes.get(family, 1)

    def trace(self, family: int, members: Sequence[int]) -> TracedFamily:
        """Trace a family anew.

        Args:
            family: its number.
            members: its reports.
        """
        self._sizes[family] = len(members)
        found = self._read(members)
        reports = {number: found[number].report for number in members}
        numbers = {report.id: number for number, report in reports.items()}
        folded = fold_reports(self._printed(reports))
        told = self._read_closely([(numbers[member.first.id], member.first.id) for member in folded])
        traced = describe_family(trace_family(folded, self._weights, told, kernel=self._kernel))
        edges = self._edges.take(members, parents_of(traced, numbers))
        return TracedFamily(family, traced, reports, tuple((*edge, self._changes(*edge)) for edge in edges))

    def _printed(self, reports: Mapping[int, Report]) -> list[Printed]:
        """Reports as families see them."""
        words = self._words.words(reports)
        columns, _ = number_words([words[number] for number in reports])
        found = []
        for place, (number, report) in enumerate(reports.items()):
            own = words[number]
            numbers = columns.numbers[columns.bounds[place] : columns.bounds[place + 1]]
            found.append(
                Printed(
                    report.id,
                    outlet_stem(report.outlet),
                    report.text,
                    Words(numbers, own.prose),
                    own.starts,
                    own.ends,
                    read_claim(report.published),
                    self._signed(number, report),
                )
            )
        return found

    def _signed(self, number: int, report: Report) -> tuple[Signed, ...]:
        """The agencies' marks of a report, looked for once."""
        if number not in self._marks:
            self._marks[number] = read_marks(report)
        return self._marks[number]

    def _read_closely(self, versions: Sequence[tuple[int, str]]) -> Told | None:
        """What a comparison of every two versions, by number and id, says of a small family; None of a larger one."""
        if not 1 < len(versions) <= READ_CLOSELY:
            return None
        pairs = combinations(versions, 2)
        read = [Read((name, other), self._compare(a, b).relation) for (a, name), (b, other) in pairs]
        return Told(odds_of_pairs([name for _, name in versions], read))

    def _changes(self, child: int, parent: int) -> tuple[Change, ...]:
        """What changed on an edge, without what is slight; if the two were not compared, no more than that is asked."""
        if (parent, child) in self._compared:
            changes = self._compared[parent, child].changes
        else:
            found = self._read((parent, child))
            changes = changes_found(found[parent], found[child])
        return tuple(change for change in changes if change.kind not in SLIGHT)

    def _compare(self, a: int, b: int) -> Comparison:
        """Two reports, the first as A, compared once as long as they are remembered."""
        if (a, b) not in self._compared:
            found = self._read((a, b))
            self._compared[a, b] = compare_found(found[a], found[b], self._lineage)
            while len(self._compared) > REMEMBERED:
                self._compared.popitem(last=False)
        return self._compared[a, b]

    def _read(self, numbers: Sequence[int]) -> dict[int, Findings]:
        """Reports with what was found in them, at hand or from the store."""
        missing = [number for number in numbers if number not in self._found]
        found = {number: self._found[number] for number in numbers if number in self._found}
        if missing:
            loaded = self._store.findings(missing)
            found |= loaded
            self.remember(loaded)
        return found


class SeenEdges:
    """The edges of trees whose changes have been found, so that each is looked at once as long as it stands."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}

    def take(self, members: Iterable[int], parents: Mapping[int, int]) -> list[tuple[int, int]]:
        """The edges of a family's tree that are new, as child and parent.

        Args:
            members: the reports of the family.
            parents: the parent of each that has one.

        >>> edges = SeenEdges()
        >>> edges.take([1, 2], {2: 1}), edges.take([1, 2], {2: 1}), edges.take([1, 2], {}), edges.take([1, 2], {2: 1})
        ([(2, 1)], [], [], [(2, 1)])
        """
        new = [(child, parent) for child, parent in parents.items() if self._parents.get(child) != parent]
        for member in members:
            self._parents.pop(member, None)
        self._parents |= parents
        return new


def parents_of(family: Family, numbers: Mapping[str, int]) -> dict[int, int]:
    """The parent of each version in the likeliest tree, where it is a report.

    Args:
        family: as traced.
        numbers: of its reports, by id.
    """
    return {
        numbers[edge.child]: numbers[edge.parent]
        for edge in family.edges
        if edge.shown and not edge.mosaic and edge.parent in numbers
    }
