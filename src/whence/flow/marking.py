"""The stage mark over a corpus: texts become words with numbers, positions and side bits, appended to the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice, pairwise
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from whence.copies.link_kernel import NO_TIME
from whence.copies.number_kernel import TextWords
from whence.corpus.index import Index
from whence.corpus.kernels import Kernels
from whence.corpus.vocabulary import SECRET, Vocabulary
from whence.flow.spooling import hash_id, number_of
from whence.text.code_points import CodePoints, FoldTables, Utf8Texts, encode_texts
from whence.text.word_kernel import WordRows


class MarkedTexts(NamedTuple):
    """The words of some texts, before they are numbered."""

    codes: CodePoints
    words: TextWords


class Marker:
    """Splits texts into words with the tables that this needs, which grow with the letters met.

    Args:
        kernels: plain or compiled.
    """

    def __init__(self, kernels: Kernels) -> None:
        self._kernels = kernels
        self._fold = FoldTables(kernels.find_unknown)

    @property
    def folded(self) -> Any:
        """The fold of each code point met."""
        return self._fold.arrays.folded

    def encode(self, texts: list[str]) -> CodePoints:
        """Texts as code points that the tables know."""
        return self._known(encode_texts(texts))

    def decode(self, texts: Utf8Texts) -> CodePoints:
        """Texts in UTF-8 as code points that the tables know."""
        size = int(texts.bounds[-1] - texts.bounds[0])
        codes, bounds = np.empty(size, np.uint32), np.empty(len(texts.bounds), np.int64)
        count = self._kernels.decode_texts(texts.data, texts.bounds, codes, bounds)
        return self._known(CodePoints(codes[:count], bounds))

    def _known(self, codes: CodePoints) -> CodePoints:
        """The same, once the tables know them."""
        self._fold.cover(codes.codes)
        return codes

    def split(self, encoded: CodePoints) -> MarkedTexts:
        """The words of encoded texts with their side bits: quotation marks, digits, capitals, paragraphs, sentences."""
        codes, bounds = encoded
        room = (len(codes) + len(bounds)) // 2  # between two words stands something else
        rows = WordRows(
            np.empty(room, np.uint32),
            np.empty(room, np.uint32),
            np.empty(room, np.uint64),
            np.empty(room, np.uint8),
            np.zeros(len(bounds), np.int64),
        )
        count = self._kernels.split_texts(codes, bounds, self._fold.arrays, np.uint64(SECRET), rows)
        starts, ends, hashes, bits = (column[:count] for column in rows[:4])
        words = TextWords(starts, ends, hashes, bits, rows.bounds, bounds)
        self._kernels.quote_words(codes, bounds, self._fold.arrays.classes, (starts, rows.bounds), bits)
        return MarkedTexts(encoded, words)


def mark_chunks(chunks: Iterable[Any], index: Index, kernels: Kernels, *, jobs: int) -> Iterator[int]:
    """Append the reports of tables to the columns of an index.

    Args:
        chunks: tables as the stage read spools them.
        index: receives words, forms and reports; its state grows.
        kernels: plain or compiled.
        jobs: threads that split texts; numbering words is one after the other.

    Yields:
        The number of reports of each chunk that is done.
    """
    marker, vocabulary = Marker(kernels), index.vocabulary(kernels)
    outlets = {name: number for number, name in enumerate(index.outlets)}
    with ThreadPoolExecutor(jobs) as pool:
        for table, texts, marked in _ahead(pool, chunks, marker, jobs):
            numbers = vocabulary.number(marked.codes.codes, marker.folded, marked.words)
            append_reports(index, (table, texts), (marked, numbers), outlets)
            append_forms(index, vocabulary)
            yield table.num_rows
    index.outlets = list(outlets)


def _ahead(
    pool: ThreadPoolExecutor, chunks: Iterable[Any], marker: Marker, jobs: int
) -> Iterator[tuple[Any, Utf8Texts, MarkedTexts]]:
    """Chunks with their texts and their words, in order, a few split ahead."""
    waiting: list[tuple[Any, Utf8Texts, Any]] = []
    left = iter(chunks)
    while True:
        for table in islice(left, max(0, jobs - len(waiting))):
            texts = texts_of(table["text"])
            waiting.append((table, texts, pool.submit(marker.split, marker.decode(texts))))
        if not waiting:
            return
        table, texts, future = waiting.pop(0)
        yield table, texts, future.result()


def texts_of(column: Any) -> Utf8Texts:
    """A column of strings as it lies in Arrow's memory.

    >>> texts_of(pa.chunked_array([["ab", "", "c"]])).bounds.tolist()
    [0, 2, 2, 3]
    """
    strings = pa.concat_arrays(column.chunks) if column.num_chunks != 1 else column.chunk(0)
    _, bounds, data = strings.buffers()
    first = strings.offset
    return Utf8Texts(
        np.frombuffer(data or b"", np.uint8),
        np.frombuffer(bounds, np.int32)[first : first + len(strings) + 1].astype(np.int64),
    )


def append_reports(
    index: Index, chunk: tuple[Any, Utf8Texts], marked: tuple[MarkedTexts, Any], outlets: dict[str, int]
) -> None:
    """Append the words and the facts of some reports."""
    (table, texts), ((_, words), numbers) = chunk, marked
    state = index.state
    index.words.append({"numbers": numbers, "starts": words.starts, "ends": words.ends, "bits": words.bits})
    ids = [name.encode("utf-8", "surrogatepass") for name in table["id"].to_pylist()]
    id_ends = state.id_bytes + np.cumsum([len(name) for name in ids], dtype=np.int64)
    index.ids.append({"id_bytes": np.frombuffer(b"".join(ids), np.uint8)})
    digests = [sha256(texts.data[start:end]).digest() for start, end in pairwise(texts.bounds.tolist())]
    times = zip(table["published"].to_pylist(), table["grain"].to_pylist(), strict=True)
    index.reports.append(
        {
            "word_ends": state.words + words.word_bounds[1:],
            "id_ends": id_ends,
            "minutes": [minute_of(iso, grain) for iso, grain in times],
            "id_hashes": np.array([hash_id(name) for name in table["id"].to_pylist()], np.uint64),
            "outlets": [
                -1 if name is None else outlets.setdefault(name, len(outlets)) for name in table["outlet"].to_pylist()
            ],
            "digests": np.array([number_of(digest) for digest in table["digest"].to_pylist()], np.uint64),
            "texts": np.array([int.from_bytes(digest[:8], "big") for digest in digests], np.uint64),
            "text_tails": np.array([int.from_bytes(digest[8:16], "big") for digest in digests], np.uint64),
        }
    )
    index.state = state.with_counts(
        reports=state.reports + table.num_rows,
        words=state.words + len(numbers),
        id_bytes=int(id_ends[-1]) if len(id_ends) else state.id_bytes,
    )


def append_forms(index: Index, vocabulary: Vocabulary) -> None:
    """Append the word forms that are new."""
    forms, letters = vocabulary.new_columns()
    index.forms.append(forms)
    index.letters.append(letters)
    count, size = vocabulary.sizes
    index.state = index.state.with_counts(forms=count, letters=size)


def minute_of(iso: str | None, grain: str | None) -> int:
    """The minute at which a report may have appeared first, counted from 1970 in UTC.

    >>> minute_of("1970-01-02", "day"), minute_of("1970-01-01T01:00+01:00", "minute")
    (1440, 0)
    """
    if iso is None:
        return NO_TIME
    if grain in ("year", "month"):
        iso = f"{iso}-01-01"[:10]
    when = datetime.fromisoformat(iso)
    when = when.replace(tzinfo=UTC) if when.tzinfo is None else when
    return int(when.timestamp() // 60)
