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
from whence.flow.find import Findings
from whence.lineage.weights import load_weights
from whence.names.outlets import outlet_stem
from whence.records import Change, Comparison, Family, KeptReport, Report
from whence.store.batches import Found, NewPair, TracedFamily
from whence.store.packing import pack, unpack
from whence.store.protocol import Store

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
        self._kept: OrderedDict[int, KeptReport] = OrderedDict()
        self._marks: dict[int, tuple[Signed, ...]] = {}
        self._sizes: dict[int, int] = {}
        self._parents: dict[int, int] = {}
        self._compared: OrderedDict[tuple[int, int], Comparison] = OrderedDict()

    def remember(self, kept: Iterable[KeptReport]) -> None:
        """Have the findings of new reports at hand."""
        self._kept |= {one.number: one for one in kept}
        while len(self._kept) > REMEMBERED:
            number, _ = self._kept.popitem(last=False)
            self._marks.pop(number, None)

    def remember_copies(self, copies: Mapping[int, tuple[Report, int]]) -> None:
        """Have new reports at hand that have the very text of others: what was found there was found in them.

        Args:
            copies: by number, each with the number of the other.
        """
        originals = self._read([number for _, number in copies.values()])
        self.remember(_copied(originals[original], number, report) for number, (report, original) in copies.items())

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
        kept = self._read(members)
        reports = {number: kept[number].report for number in members}
        numbers = {report.id: number for number, report in reports.items()}
        folded = fold_reports(self._printed(kept, members))
        told = self._read_closely([numbers[member.first.id] for member in folded])
        traced = describe_family(trace_family(folded, self._weights, told, kernel=self._kernel))
        return TracedFamily(family, traced, reports, tuple(self._hops(traced, numbers)))

    def _printed(self, kept: Mapping[int, KeptReport], members: Sequence[int]) -> list[Printed]:
        """Reports as families see them."""
        words = self._words.words(members)
        columns, _ = number_words([words[number] for number in members])
        found = []
        for place, number in enumerate(members):
            report, own = kept[number].report, words[number]
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

    def _hops(self, family: Family, numbers: Mapping[str, int]) -> Iterable[tuple[int, int, tuple[Change, ...]]]:
        """What changed on the edges of the tree that have not been looked at yet."""
        for edge in family.edges:
            parent, child = numbers.get(edge.parent), numbers[edge.child]
            if not edge.shown or edge.mosaic or parent is None or self._parents.get(child) == parent:
                continue
            self._parents[child] = parent
            changes = self._changes(parent, child)
            yield child, parent, tuple(change for change in changes if change.kind not in SLIGHT)

    def _read_closely(self, versions: Sequence[int]) -> Told | None:
        """What a comparison of every two versions says of a small family; None of a larger one."""
        if not 1 < len(versions) <= READ_CLOSELY:
            return None
        names = [self._read((number,))[number].report.id for number in versions]
        read = []
        for (k, a), (m, b) in combinations(enumerate(versions), 2):
            read.append(Read((names[k], names[m]), self._compare(a, b).relation))
        return Told(odds_of_pairs(names, read))

    def _changes(self, a: int, b: int) -> tuple[Change, ...]:
        """What changed from A to B; if the two were not compared, no more than that is asked."""
        if (a, b) in self._compared:
            return self._compared[a, b].changes
        kept = self._read((a, b))
        return changes_found(_findings(kept[a]), _findings(kept[b]))

    def _compare(self, a: int, b: int) -> Comparison:
        """Two reports, the first as A, compared once as long as they are remembered."""
        if (a, b) not in self._compared:
            kept = self._read((a, b))
            self._compared[a, b] = compare_found(_findings(kept[a]), _findings(kept[b]), self._lineage)
            while len(self._compared) > REMEMBERED:
                self._compared.popitem(last=False)
        return self._compared[a, b]

    def _read(self, numbers: Sequence[int]) -> dict[int, KeptReport]:
        """Reports with their findings, at hand or from the store."""
        missing = [number for number in numbers if number not in self._kept]
        found = {number: self._kept[number] for number in numbers if number in self._kept}
        if missing:
            loaded = self._store.kept(missing)
            found |= loaded
            self.remember(loaded.values())
        return found


def _findings(kept: KeptReport) -> Findings:
    """A report and its findings as `compare` takes them."""
    return Findings(kept.report, kept.names, kept.times, kept.quotes, kept.figures, kept.heard)


def _copied(original: KeptReport, number: int, report: Report) -> KeptReport:
    """A report with what was found in another that has its very text."""
    found = (original.names, original.times, original.quotes, original.figures, original.heard)
    packed = pack(found, Found, {original.report.id: original.report})
    return KeptReport(number, report, *unpack(packed, Found, {report.id: report}))
