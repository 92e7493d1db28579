"""The words of reports that arrive, as the kernels read them: hashes, places, side bits; and what two reports share."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from whence.copies.passages import FURNITURE_ROLES
from whence.copies.winnow_kernel import FURNITURE, WordColumns
from whence.corpus.kernels import Kernels
from whence.corpus.partitions import empty_postings, slice_postings
from whence.flow.aligning import Least, share
from whence.flow.marking import Marker
from whence.records import Passage, Report
from whence.store.batches import NewPair
from whence.text.side_bits import QUOTED
from whence.text.spans import Span

REMEMBERED = 4_000  # reports whose words are at hand
HALF = np.uint64(32)


class ReportWords(NamedTuple):
    """The words of a report: hashes (uint64), first and last code point, side bits."""

    hashes: Any
    starts: Any
    ends: Any
    bits: Any

    @property
    def prose(self) -> Any:
        """Which words are neither speech nor furniture."""
        return (self.bits & (QUOTED | FURNITURE)) == 0


class Hashes(NamedTuple):
    """What a report is found by: hashes (uint32) of its fingerprints and of its sentences, and which of the sentences
    (by place) were standing lines when it came."""

    fingerprints: Any
    sentences: Any
    standing: Any

    def pack(self) -> bytes:
        """As bytes."""
        sizes = np.array([len(self.fingerprints), len(self.sentences)], np.uint32)
        return np.concatenate([sizes, *self]).astype("<u4").tobytes()


def unpack_hashes(data: bytes) -> Hashes:
    """What a report is found by, from bytes.

    >>> unpack_hashes(Hashes(*(np.array([k], np.uint32) for k in (7, 8, 0))).pack()).sentences.tolist()
    [8]
    """
    values = np.frombuffer(data, "<u4").astype(np.uint32)
    if not len(values):
        return Hashes(values, values, values)
    first, second = 2 + int(values[0]), 2 + int(values[0]) + int(values[1])
    return Hashes(values[2:first], values[first:second], values[second:])


Load = Callable[[Iterable[int]], Mapping[int, tuple[Report, Hashes]]]
Stand = Callable[[int, Any], Any]


class WordReader:
    """Reads the words of reports and remembers the latest.

    Args:
        kernels: plain or compiled.
        load: gives reports that came before, by number, with what they are found by.
        originals: leads from reports to those whose very text they have; they are read as these.
    """

    def __init__(self, kernels: Kernels, load: Load, originals: Mapping[int, int]) -> None:
        self._kernels, self._load, self._marker, self._originals = kernels, load, Marker(kernels), originals
        self._known: OrderedDict[int, ReportWords] = OrderedDict()

    def arrive(self, reports: Mapping[int, Report], stand: Stand) -> dict[int, Hashes]:
        """Read new reports.

        Args:
            reports: by number, in order of arrival.
            stand: says of a report's sentences which are standing lines.

        Returns:
            What each is found by.
        """
        self._read(reports)
        found = {}
        for number, (sentences, places) in self._sentences(list(reports)).items():
            standing = np.flatnonzero(stand(number, sentences))
            self._mark(number, places[standing])
            found[number] = Hashes(np.empty(0, np.uint32), sentences, standing.astype(np.uint32))
        columns, hashes = self._numbered(list(reports))
        for place, number in enumerate(reports):
            [fingerprints] = self._find(self._kernels.find_fingerprints, (columns, hashes), place, ("hashes",))
            found[number] = found[number]._replace(fingerprints=np.unique(fingerprints))
        self._forget()
        return found

    def words(self, numbers: Iterable[int]) -> dict[int, ReportWords]:
        """The words of reports, read again where they have been forgotten."""
        originals = {number: self._originals.get(number, number) for number in numbers}
        wanted = sorted(set(originals.values()))
        missing = [number for number in wanted if number not in self._known]
        if missing:
            loaded = self._load(missing)
            self._read({number: loaded[number][0] for number in missing})
            marked = [number for number in missing if len(loaded[number][1].standing)]
            for number, (_, places) in self._sentences(marked).items():
                self._mark(number, places[loaded[number][1].standing])
        for number in wanted:
            self._known.move_to_end(number)
        found = {number: self._known[original] for number, original in originals.items()}
        self._forget()
        return found

    def _read(self, reports: Mapping[int, Report]) -> None:
        """Split texts into words; captions, credits and menus are furniture."""
        marked = self._marker.split(self._marker.encode([report.text for report in reports.values()])).words
        bounds = marked.word_bounds
        for place, (number, report) in enumerate(reports.items()):
            own = slice(int(bounds[place]), int(bounds[place + 1]))
            columns = (marked.hashes, marked.starts, marked.ends, marked.bits)
            words = ReportWords(*(column[own].copy() for column in columns))
            for start, end in report.spans_of(*FURNITURE_ROLES):
                words.bits[(words.starts >= start) & (words.starts < end)] |= FURNITURE
            self._known[number] = words

    def _mark(self, number: int, places: Any) -> None:
        """Mark sentences, by first word and number of words, as standing lines."""
        for start, size in places.tolist():
            self._known[number].bits[start : start + size] |= FURNITURE

    def _sentences(self, numbers: Sequence[int]) -> dict[int, tuple[Any, Any]]:
        """The sentences of some reports: hashes, and where each stands."""
        columns, hashes = self._numbered(numbers)
        found = {}
        for place, number in enumerate(numbers):
            wanted = ("hashes", "places", "neighbours")
            sentences, *where = self._find(self._kernels.hash_sentences, (columns, hashes), place, wanted)
            found[number] = (sentences, np.stack(where, axis=1))
        return found

    def _numbered(self, numbers: Sequence[int]) -> tuple[WordColumns, Any]:
        """The words of some reports as columns, and the hash of each word number."""
        return number_words([self._known[number] for number in numbers])

    def _find(self, finder: Any, words: tuple[WordColumns, Any], place: int, wanted: Sequence[str]) -> list[Any]:
        """Columns of the postings of one report; hashes as half of their bits."""
        columns, hashes = words
        room = empty_postings(int(columns.bounds[place + 1] - columns.bounds[place]) + 1)
        found = slice_postings(room, 0, finder(columns, hashes, place, place + 1, room))
        halved = (found.hashes ^ (found.hashes >> HALF)).astype(np.uint32)
        return [halved if name == "hashes" else getattr(found, name).copy() for name in wanted]

    def _forget(self) -> None:
        """Forget the words read longest ago."""
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)

    def share(self, pairs: Any) -> list[NewPair]:
        """What pairs of reports share, those left out that share too little to be listed.

        Args:
            pairs: earlier and later report of each, by the later one.
        """
        if not len(pairs):
            return []
        numbers, places = np.unique(pairs, return_inverse=True)
        known = self.words(numbers.tolist())
        words = [known[number] for number in numbers.tolist()]
        columns, _ = number_words(words)
        rows, passages = share(self._kernels, columns, places.reshape(-1, 2), Least())
        found, first = [], 0
        for k, last in enumerate(rows.ends.tolist()):
            a, b = int(rows.earlier[k]), int(rows.later[k])
            own = [_passage(words[a], words[b], [int(column[p]) for column in passages]) for p in range(first, last)]
            shared, prose = int(rows.words[k]), int(rows.unquoted[k])
            cover_a, cover_b = (round(shared / max(1, int(body[k])), 4) for body in (rows.body_a, rows.body_b))
            found.append(NewPair(int(numbers[b]), int(numbers[a]), shared, prose, cover_a, cover_b, tuple(own)))
            first = last
        return found


def number_words(words: Sequence[ReportWords]) -> tuple[WordColumns, Any]:
    """Words of reports numbered among themselves: columns, and the hash of each number."""
    sizes = np.array([len(one.hashes) for one in words], np.int64)
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    every = np.concatenate([one.hashes for one in words]) if words else np.empty(0, np.uint64)
    hashes, numbers = np.unique(every, return_inverse=True)
    bits = np.concatenate([one.bits for one in words]) if words else np.empty(0, np.uint8)
    return WordColumns(numbers.astype(np.uint32), bits, bounds), hashes


def _passage(a: ReportWords, b: ReportWords, row: Sequence[int]) -> Passage:
    """A passage from a row of the kernel: first word in both, how many, kind bits."""
    first_a, first_b, size, kind = row
    span_a, span_b = (
        Span(int(words.starts[first]), int(words.ends[first + size - 1]))
        for words, first in ((a, first_a), (b, first_b))
    )
    return Passage(span_a, span_b, size, bool(kind & 1), bool(kind & 2), bool(kind & 4))
