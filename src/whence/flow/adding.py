"""Reports into a store: the whole line for each lot that arrives, kept in one transaction.

The one writer remembers what it needs of the reports before (fingerprints, standing lines, the stream of stories) and
finds it again in the store when it starts. What comes out is a function of the reports in their order, whatever lots
they came in and however often the writer was killed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from stat import S_ISREG
from typing import Any, NamedTuple

import numpy as np

from whence.copies.link_kernel import NO_TIME
from whence.corpus.kernels import Kernels
from whence.flow.arriving_families import FamilyTracer, Kinship
from whence.flow.arriving_stories import ArrivingStories, Grouped
from whence.flow.arriving_words import Hashes, WordReader, unpack_hashes
from whence.flow.find import find
from whence.flow.kept_grouper import SNAPSHOT_EVERY, load_stream, save_stream
from whence.flow.marking import minute_of
from whence.flow.recent import find_candidates, remember
from whence.flow.settling import DAY_MINUTES
from whence.flow.work import Told
from whence.names.agencies import find_agency_marks
from whence.records import Findings, Reject, Report
from whence.store.batches import Batch, NewPair, NewReport, TracedFamily
from whence.store.protocol import Store
from whence.store.rows import clean, text_digest

LOT_REPORTS = 64  # of one transaction
LOT_CHARACTERS = 400_000
LONGEST_HEARD = 400_000  # characters of a report that quotes and names are looked for in


@dataclass(frozen=True, slots=True)
class Added:
    """What a run did: reports read, added, known before; rejects."""

    read: int = 0
    added: int = 0
    known: int = 0
    rejects: int = 0

    def plus(self, other: Added) -> Added:
        """Both together."""
        pairs = zip(astuple(self), astuple(other), strict=True)
        return Added(*(mine + theirs for mine, theirs in pairs))


class _Arrived(NamedTuple):
    """A new report: its number, when it may have appeared, the digest of its text, the report that has its very text,
    or else what was found in it and what it is found by."""

    number: int
    report: Report
    minute: int | None
    text_digest: bytes
    same_text_as: int | None
    found: Findings | None
    hashes: Hashes | None


class Adder:
    """The one writer of a store.

    Args:
        store: to be written.
        kernels: plain or compiled.
        tell: is told of progress.
    """

    def __init__(self, store: Store, kernels: Kernels, tell: Told) -> None:
        self._store, self._tell = store, tell
        standing = store.standing()
        self._count = len(standing.ids)
        self._minutes = np.array([np.nan, *(np.nan if m is None else m for m in standing.minutes)], float)
        days = [None if minute is None else minute // DAY_MINUTES for minute in standing.minutes]
        self._recent, self._lines = remember(store.fingerprints(), standing.outlets, days)
        self._same = {number: of for number, of in enumerate(standing.same_text_as, 1) if of}
        self._words = WordReader(kernels, self._load, self._same)
        self._stories = ArrivingStories(load_stream(store, standing))
        self._kinship = Kinship(standing.families)
        self._tracer = FamilyTracer(store, self._words, kernels.view_pairs)
        self._due = set(store.due())

    @property
    def reports(self) -> int:
        """How many reports the store has, as far as this writer knows."""
        return self._count

    def add(self, items: Iterable[Report | Reject], *, whole_files: bool = False) -> Added:
        """Take in reports, a lot at a time; what is told of a lot is kept.

        Args:
            items: reports and rejects, in order.
            whole_files: they are all that the files named as their sources hold, so that how far a file has been taken
                in is kept, and a run that was killed passes over that much of it.
        """
        done, progress = Added(), Progress(self._store, counting=whole_files)
        for lot in _lots(items):
            fresh = [item for item in lot if not progress.passes_over(item)]
            passed = sum(isinstance(item, Report) for item in lot) - sum(isinstance(item, Report) for item in fresh)
            took = self._take(fresh, progress.take())
            done = done.plus(took).plus(Added(read=passed, known=passed))
            self._tell("add", done.read, None)
        self._finish()
        return done

    def _take(self, lot: Sequence[Report | Reject], progress: dict[str, tuple[str, int]]) -> Added:
        """One transaction: the whole line for a lot."""
        reports = [_storable(item) for item in lot if isinstance(item, Report)]
        rejects = tuple(item for item in lot if isinstance(item, Reject))
        before = self._count
        arrived = self._arrive(self._name_new(reports))
        pairs = self._pair(arrived)
        grouped = [self._stories.add(one.report, one.same_text_as, pairs[one.number]) for one in arrived]
        joined = self._join(arrived, pairs)
        traced = self._trace(self._tracer.is_time)
        moves = self._stories.take_moves()
        new = [self._new_report(*both, moves.reports) for both in zip(arrived, grouped, strict=True)]
        touched = {one.story for one in new} | set(moves.reports.values())
        batch = Batch(
            reports=tuple(new),
            pairs=tuple(pair for one in arrived for pair in pairs[one.number]),
            moved={number: story for number, story in moves.reports.items() if number <= before},
            led=moves.stories,
            joined={number: family for number, family in joined.items() if number <= before},
            due=frozenset(self._due & {one.family for one in new}),
            traced=traced,
            stories={story: self._stories.describe(story) for story in sorted(touched)},
            rejects=rejects,
            progress=progress,
            snapshot=self._snapshot(before),
        )
        self._store.save(batch)
        return Added(len(reports), len(new), len(reports) - len(new), len(rejects))

    def _snapshot(self, before: int) -> tuple[int, tuple[bytes, ...]] | None:
        """The stream of stories, now and then."""
        due = self._count // SNAPSHOT_EVERY > before // SNAPSHOT_EVERY
        return save_stream(self._stories.grouper) if due else None

    def _name_new(self, reports: Sequence[Report]) -> list[Report]:
        """The reports that are not in the store yet. One whose id another report has is told apart by a number."""
        fresh: dict[str, Report] = {}
        for report, known in zip(reports, self._store.known(reports), strict=True):
            named, number, tries = report, known, 1
            while number == 0 or (named.id in fresh and fresh[named.id].digest != report.digest):
                tries += 1
                named = replace(report, id=f"{report.id} ({tries})")
                [number] = self._store.known([named])
            if number is None:
                fresh.setdefault(named.id, named)
        return list(fresh.values())

    def _arrive(self, reports: Sequence[Report]) -> list[_Arrived]:
        """Find and mark new reports, one after the other numbered."""
        numbered = dict(enumerate(reports, self._count + 1))
        self._count += len(reports)
        digests = {number: text_digest(report.text) for number, report in numbered.items()}
        same = self._same_texts(digests)
        self._same |= same
        own = {number: report for number, report in numbered.items() if number not in same}
        found = dict(zip(own, _find(own.values()), strict=True))
        self._tracer.remember(found)
        self._tracer.remember_copies({number: (numbered[number], original) for number, original in same.items()})
        minutes = {number: minute_in(report) for number, report in numbered.items()}
        self._minutes = np.concatenate([self._minutes, [np.nan if m is None else m for m in minutes.values()]])
        hashes = self._mark(own, minutes)
        return [
            _Arrived(
                number,
                report,
                minutes[number],
                digests[number],
                same.get(number),
                found.get(number),
                hashes.get(number),
            )
            for number, report in numbered.items()
        ]

    def _new_report(self, arrived: _Arrived, grouped: Grouped, moved: Mapping[int, int]) -> NewReport:
        """A report as it is kept; `moved` reports are in another story than they were put into."""
        number, report = arrived.number, arrived.report
        return NewReport(
            number=number,
            report=report,
            text_digest=arrived.text_digest,
            same_text_as=arrived.same_text_as,
            story=moved.get(number, grouped.story),
            family=self._kinship.family(number),
            minute=arrived.minute,
            words=len(self._words.words([number])[number].hashes),
            credits=_credits(report),
            found=arrived.found,
            fingerprints=arrived.hashes.pack() if arrived.hashes else b"",
            membership=grouped.membership,
            held=grouped.held,
            bridges=grouped.bridges,
        )

    def _join(self, arrived: Sequence[_Arrived], pairs: Mapping[int, Sequence[NewPair]]) -> dict[int, int]:
        """Put new reports into families, and note which are due; the reports that are in another family now."""
        joined: dict[int, int] = {}
        for one in arrived:
            moved = self._kinship.add(one.number, one.same_text_as, pairs[one.number])
            joined |= moved
            self._due -= set(moved)  # a family has the number of its first report: one that went elsewhere is no more
            family = self._kinship.family(one.number)
            if len(self._kinship.members(family)) > 1:
                self._due.add(family)
        return joined

    def _same_texts(self, digests: Mapping[int, bytes]) -> dict[int, int]:
        """For reports whose text there is already, the first report that has it."""
        first = self._store.texts_known(list(digests.values()))
        same = {}
        for number, digest in digests.items():
            if first.setdefault(digest, number) != number:
                same[number] = first[digest]
        return same

    def _mark(self, reports: Mapping[int, Report], minutes: Mapping[int, int | None]) -> dict[int, Hashes]:
        """What new reports are found by."""
        if not reports:
            return {}

        def stand(number: int, sentences: Any) -> Any:
            minute = minutes[number]
            return self._lines.take(
                reports[number].outlet, None if minute is None else minute // DAY_MINUTES, sentences
            )

        return self._words.arrive(reports, stand)

    def _pair(self, arrived: Sequence[_Arrived]) -> Mapping[int, list[NewPair]]:
        """What each new report shares with earlier ones."""
        pairs: Mapping[int, list[NewPair]] = defaultdict(list)
        marked = {one.number: one.hashes.fingerprints for one in arrived if one.hashes}
        if marked:
            owners = [np.full(len(fingerprints), number, np.int32) for number, fingerprints in marked.items()]
            new = np.concatenate(list(marked.values())), np.concatenate(owners)
            self._recent.add(*new)
            for pair in self._words.share(find_candidates(self._recent, new, self._minutes)):
                pairs[pair.later].append(pair)
        return pairs

    def _trace(self, is_time: Callable[[int, int], bool]) -> tuple[TracedFamily, ...]:
        """Trace the families that are due, if it is time."""
        traced = []
        for family in sorted(self._due):
            members = self._kinship.members(family)
            if is_time(family, len(members)):
                traced.append(self._tracer.trace(family, members))
        self._due -= {one.number for one in traced}
        return tuple(traced)

    def _finish(self) -> None:
        """Trace what has waited."""
        traced = self._trace(lambda _family, _size: True)
        if traced:
            self._store.save(Batch(traced=traced))

    def _load(self, numbers: Iterable[int]) -> dict[int, tuple[Report, Hashes]]:
        """Reports that came before, with what they are found by."""
        wanted = list(numbers)
        reports, hashes = self._store.reports(wanted), self._store.fingerprints_of(wanted)
        return {number: (reports[number], unpack_hashes(hashes[number])) for number in wanted}


def minute_in(report: Report) -> int | None:
    """The minute at which a report may have appeared, from 1970 in UTC; None where it claims no time."""
    if report.published is None:
        return None
    minute = minute_of(report.published.iso, report.published.grain)
    return None if minute == NO_TIME else minute


class Progress:
    """How far each file has been taken in: what an earlier run has kept is passed over without looking.

    Args:
        store: which says so.
        counting: whether files are counted at all.
    """

    def __init__(self, store: Store, *, counting: bool) -> None:
        self._store, self._counting = store, counting
        self._seen: Counter[str] = Counter()
        self._stamps: dict[str, str | None] = {}
        self._done: dict[str, int] = {}
        self._touched: set[str] = set()

    def passes_over(self, item: Report | Reject) -> bool:
        """Count an item; whether it has been taken in before."""
        source = item.source
        if source not in self._stamps:
            stamp = self._stamps[source] = _stamp(source) if self._counting else None
            self._done[source] = self._store.progress(source, stamp) if stamp else 0
        self._seen[source] += 1
        if self._stamps[source] and self._seen[source] > self._done[source]:
            self._touched.add(source)
        return self._seen[source] <= self._done[source]

    def take(self) -> dict[str, tuple[str, int]]:
        """How far each source is now that was gone on with since this was last asked."""
        found = {source: (str(self._stamps[source]), self._seen[source]) for source in sorted(self._touched)}
        self._touched.clear()
        return found


def _stamp(source: str) -> str | None:
    """What a file is known by as long as it is the same; None for what is no file."""
    try:
        found = Path(source).stat()
    except (OSError, ValueError):
        return None
    if not source or not S_ISREG(found.st_mode):
        return None
    return f"{found.st_size} {found.st_mtime_ns}"


def _lots(items: Iterable[Report | Reject]) -> Iterator[list[Report | Reject]]:
    """Items in lots of a bounded number and length."""
    lot: list[Report | Reject] = []
    held = 0
    for item in items:
        lot.append(item)
        held += len(item.text) if isinstance(item, Report) else 0
        if len(lot) >= LOT_REPORTS or held >= LOT_CHARACTERS:
            yield lot
            lot, held = [], 0
    if lot:
        yield lot


def _find(reports: Iterable[Report]) -> list[Findings]:
    """What is found in reports."""
    return [one for one in find(reports, longest_heard=LONGEST_HEARD) if isinstance(one, Findings)]


def _credits(report: Report) -> tuple[str, ...]:
    """The agencies whose marks a report carries."""
    return tuple(dict.fromkeys(mark.agency for mark in find_agency_marks(report) if mark.kind != "mention"))


def _storable(report: Report) -> Report:
    """A report whose words every database takes."""
    named = {
        name: clean(getattr(report, name))
        for name in ("id", "text", "source", "outlet", "url", "title", "byline", "language")
    }
    if all(getattr(report, name) == value for name, value in named.items()):
        return report
    flags = tuple(dict.fromkeys((*report.flags, "characters_replaced")))
    return replace(report, **named, flags=flags)  # type: ignore[arg-type]
