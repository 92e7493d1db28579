"""One report, or some words, against the index of a corpus: where do these words occur?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from whence.copies.link_kernel import NO_TIME, LinkRule, Ordered
from whence.copies.share_kernel import PairRows, PassageRows
from whence.copies.winnow_kernel import FURNITURE, RUN_WORDS, Postings, WordColumns
from whence.corpus.columns import release
from whence.corpus.index import Index, bounds_of
from whence.corpus.kernels import Kernels
from whence.corpus.lookup import PartLookup
from whence.corpus.partitions import empty_postings, join_postings, slice_postings, sort_postings
from whence.corpus.state import load_state
from whence.corpus.tables import day_path, read_days
from whence.errors import CorpusError
from whence.flow.aligning import Least, choose, share
from whence.flow.linking import counting, link_postings, no_pairs
from whence.flow.marking import MarkedTexts, Marker
from whence.flow.parts import GatheredWords, gather_words
from whence.records import Published, Report
from whence.text.spans import Span

ALL_OCCURRENCES = 1_000  # of one fingerprint in a part of the index are looked at
SCANNED_WORDS = 4_000_000  # words of the corpus gone through at once where a phrase is too short for fingerprints


class FoundPassage(NamedTuple):
    """The same words in the text asked for and in a report; `quoted` where the report has them in quotation marks."""

    asked: Span
    found: Span
    words: int
    quoted: bool
    furniture: bool


class Occurrence(NamedTuple):
    """A report that shares words with the text asked for, and the ids of others that have its very text."""

    report_id: str
    words: int
    passages: tuple[FoundPassage, ...]
    also: tuple[str, ...]


class _Asked(NamedTuple):
    """The text asked for as the kernels read it: global word numbers, and the same words numbered among themselves."""

    marked: MarkedTexts
    numbers: Any
    own: Any
    hashes: Any


class Finder:
    """Finds words in a corpus; made once, it answers in milliseconds and keeps little in memory.

    Args:
        out: the folder of a corpus.
        kernels: plain or compiled.

    Raises:
        CorpusError: there is no corpus there.
    """

    def __init__(self, out: Path, kernels: Kernels) -> None:
        state = load_state(out / "index")
        if state is None:
            raise CorpusError(f"{out}: holds no corpus; make one with: whence trace SRC... -o {out}")
        self._index, self._kernels = Index(out / "index", state), kernels
        self._marker = Marker(kernels)
        forms = self._index.forms.open(state.forms)
        self._form_order = np.argsort(forms["hashes"], kind="stable").astype(np.int32)
        self._form_hashes = forms["hashes"][self._form_order]
        self._form_numbers, self._form_ends = forms["numbers"], forms["ends"]
        self._letters = self._index.letters.open(state.letters)["letters"]
        self._reports, self._numbers = self._index.open_reports(), self._index.words.open_one("numbers", state.words)
        self._files = {name: self._index.words.open_file(name) for name in ("starts", "ends", "bits")}
        self._parts = [PartLookup(self._index.part_columns(part.name)[0], part.postings) for part in state.parts]
        self._standing = self._index.load_standing()
        self._counted = counting(self._standing)
        others = self._standing.folds != np.arange(len(self._standing.folds))
        self._behind = np.flatnonzero(others & (self._standing.alive > 0))

    def find(self, text: str) -> list[Occurrence]:
        """The reports that share words with a text, those with most words first.

        A text of 12 words or more is found by fingerprints, a shorter one by going through all words of the corpus.

        Args:
            text: a report, a passage or a phrase.
        """
        asked = self._read(text)
        if len(asked.numbers) < RUN_WORDS:
            return self._find_phrase(asked)
        reports = self._candidates(asked)
        words = gather_words(self._index, self._kernels, reports)
        last = len(reports)
        pairs = np.stack([np.arange(last), np.full(last, last)], axis=1)
        shared, rows = share(self._kernels, _with_asked(words.columns, asked), pairs, Least())
        passages = _passages(shared, rows, words, asked.marked)
        found = self._occurrences(reports[shared.earlier], shared.words, np.diff(bounds_of(shared.ends)), passages)
        return sorted(found, key=lambda one: (-one.words, one.report_id))

    def _read(self, text: str) -> _Asked:
        """The words of a text, with the numbers that they have in the corpus."""
        marked = self._marker.split(self._marker.encode([text]))
        hashes, own = np.unique(marked.words.hashes, return_inverse=True)
        first = np.zeros(len(hashes), np.int64)
        first[own[::-1]] = np.arange(len(own))[::-1]
        known = np.array([self._number(marked, int(place)) for place in first], np.int64)
        unknown = known < 0
        known[unknown] = len(self._form_numbers) + np.arange(int(unknown.sum()))
        return _Asked(marked, known[own].astype(np.uint32), own.astype(np.uint32), hashes)

    def _number(self, marked: MarkedTexts, word: int) -> int:
        """The number of a word in the corpus, -1 where no report has it."""
        words = marked.words
        letters = self._marker.folded[marked.codes.codes[words.starts[word] : words.ends[word]]]
        place = int(np.searchsorted(self._form_hashes, words.hashes[word]))
        number = -1
        while place < len(self._form_hashes) and self._form_hashes[place] == words.hashes[word]:
            form = int(self._form_order[place])
            start = int(self._form_ends[form - 1]) if form else 0
            if np.array_equal(self._letters[start : int(self._form_ends[form])], letters):
                return int(self._form_numbers[form])
            number = int(self._form_numbers[form])
            place += 1
        return number

    def _candidates(self, asked: _Asked) -> Any:
        """The reports that seem to share enough."""
        own = WordColumns(asked.own, asked.marked.words.bits, asked.marked.words.word_bounds)
        room = empty_postings(len(asked.own))
        count = self._kernels.find_fingerprints(own, asked.hashes, 0, 1, room)
        mine = slice_postings(room, 0, count)
        hashes = np.unique(mine.hashes)
        theirs = join_postings([found for part in self._parts for found in part.find(hashes, ALL_OCCURRENCES)])
        theirs = Postings(*(column[self._counted[theirs.reports] > 0] for column in theirs))
        reports, places = np.unique(theirs.reports, return_inverse=True)
        last = len(reports)
        theirs = theirs._replace(reports=places.astype(np.uint32))
        mine = mine._replace(reports=np.full(count, last, np.uint32))
        group = Postings(*(np.concatenate(columns) for columns in zip(theirs, mine, strict=True)))
        group = sort_postings(group, self._kernels)
        minutes = np.append(self._reports["minutes"][reports], NO_TIME)
        order = np.append(np.lexsort((self._reports["id_hashes"][reports], minutes[:-1])), last)
        ranks = np.empty(last + 1, np.int64)
        ranks[order] = np.arange(last + 1)
        wanted = np.zeros(last + 1, np.uint8)
        wanted[last] = 1
        how = Ordered(ranks, minutes, wanted), LinkRule(NO_TIME, ALL_OCCURRENCES)
        links = link_postings(self._kernels, group, how, no_pairs(last))
        chosen = choose(self._kernels, links, last, last + 1)
        return reports[order[chosen[:, 0]]]

    def _occurrences(
        self, reports: Any, words: Any, sizes: Any, passages: Iterator[FoundPassage]
    ) -> Iterator[Occurrence]:
        """Reports that share words, with the others that have their very text."""
        behind = self._behind[np.isin(self._standing.folds[self._behind], reports)]
        names = self._index.read_ids(np.concatenate([reports, behind])).to_pylist()
        also: dict[int, list[str]] = {}
        for report, name in zip(self._standing.folds[behind].tolist(), names[len(reports) :], strict=True):
            also.setdefault(report, []).append(name)
        rows = zip(reports.tolist(), names[: len(reports)], words.tolist(), sizes.tolist(), strict=True)
        for report, name, many, size in rows:
            yield Occurrence(name, many, tuple(islice(passages, size)), tuple(also.get(report, ())))

    def _find_phrase(self, asked: _Asked) -> list[Occurrence]:
        """The reports that have a few words in a row."""
        size = len(asked.numbers)
        if not size or int(asked.numbers.max()) >= len(self._form_numbers):
            return []
        ends = self._reports["word_ends"]
        places = np.array(list(self._places(asked.numbers)), np.int64)
        reports = np.searchsorted(ends, places, "right")
        kept = (places + size <= ends[reports]) & (self._counted[reports] > 0)
        places, reports = places[kept], reports[kept]
        unique, sizes = np.unique(reports, return_counts=True)
        whole = Span(int(asked.marked.words.starts[0]), int(asked.marked.words.ends[-1]))
        passages = (self._short(place, size, whole) for place in places.tolist())
        return list(self._occurrences(unique, np.full(len(unique), size), sizes, passages))

    def _places(self, numbers: Any) -> Iterator[int]:
        """Where words stand in a row, in all words of the corpus."""
        every = self._numbers
        for start in range(0, len(every), SCANNED_WORDS):
            block = every[start : start + SCANNED_WORDS + len(numbers) - 1]
            places = np.flatnonzero(block[: len(block) - len(numbers) + 1] == numbers[0])
            for step, number in enumerate(numbers[1:], start=1):
                places = places[block[places + step] == number]
            yield from (start + places).tolist()
            release([every])

    def _short(self, place: int, size: int, asked: Span) -> FoundPassage:
        """A phrase where it stands in a report."""
        at = (("starts", place), ("ends", place + size - 1), ("bits", place))
        start, end, bits = (int(self._files[name].read(word, word + 1)[0]) for name, word in at)
        return FoundPassage(asked, Span(start, end), size, bool(bits & 1), bool(bits & FURNITURE))


def _with_asked(columns: WordColumns, asked: _Asked) -> WordColumns:
    """The words of some reports, and those of the text asked for after them."""
    return WordColumns(
        np.concatenate([columns.numbers, asked.numbers]),
        np.concatenate([columns.bits, asked.marked.words.bits]),
        np.append(columns.bounds, columns.bounds[-1] + len(asked.numbers)),
    )


def _passages(shared: PairRows, rows: PassageRows, words: GatheredWords, asked: MarkedTexts) -> Iterator[FoundPassage]:
    """Passages as spans, report after report."""
    reports = np.repeat(shared.earlier, np.diff(bounds_of(shared.ends)))
    first, own, last = words.columns.bounds[reports] + rows.a, rows.b, rows.words - 1
    mine = zip(asked.words.starts[own].tolist(), asked.words.ends[own + last].tolist(), strict=True)
    found = zip(words.starts[first].tolist(), words.ends[first + last].tolist(), strict=True)
    for one, other, many, kind in zip(mine, found, rows.words.tolist(), rows.kinds.tolist(), strict=True):
        yield FoundPassage(Span(*one), Span(*other), many, bool(kind & 1), bool(kind & 4))


def read_reports(out: Path, ids: list[str]) -> dict[str, Report]:
    """Some reports of a corpus, from its table of reports; without parts."""
    wanted = pa.array(ids, pa.string())
    found: dict[str, Report] = {}
    for day in read_days(out, "reports"):
        with pq.ParquetFile(day_path(out, "reports", day)) as file:
            for group in range(file.num_row_groups):
                here = pc.is_in(file.read_row_group(group, ["id"])["id"], value_set=wanted)
                if pc.any(here).as_py():
                    found |= {row["id"]: _report(row) for row in file.read_row_group(group).filter(here).to_pylist()}
    return found


def _report(row: dict[str, Any]) -> Report:
    """A row of the table as a report."""
    names = ("id", "digest", "text", "source", "outlet", "url", "title", "byline", "language")
    when = Published(row["published"], row["grain"], row["claimed_by"]) if row["published"] else None
    return Report(**{name: row[name] for name in names}, published=when, flags=tuple(row["flags"]))
