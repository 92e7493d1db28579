"""The direct pairs of a corpus, for tools that align two texts and find none by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import orjson

from bench.peers.rows import Passage, pair_row, read_reports, word_spans

LEAST_WORDS = 2  # of 1 to 8 the best F1 of passages for both tools together (README)

Words = list[int]
Block = tuple[int, int, int]  # where a run of equal words begins in both texts, and how many words it has
Align = Callable[[Words, Words], Iterable[Block]]


def align_known_pairs(reports: Path, out: Path, align: Align) -> None:
    """Align the words of every child with those of each of its parents, as the truth names them."""
    ids, texts = read_reports(reports)
    by_id = dict(zip(ids, texts, strict=True))
    numbers: dict[str, int] = {}
    with out.open("wb") as file:
        for child, parent in _known(reports.with_name("truth.jsonl")):
            passages = _passages(by_id[child], by_id[parent], align, numbers)
            if passages:
                row = pair_row(child, parent, passages)
                file.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))


def _known(truth: Path) -> Iterator[tuple[str, str]]:
    """Child and parent of every direct pair."""
    with truth.open("rb") as lines:
        for line in lines:
            row = orjson.loads(line)
            yield from ((row["child"], parent) for parent in row["parents"])


def _passages(child: str, parent: str, align: Align, numbers: dict[str, int]) -> list[Passage]:
    """The equal runs of two texts: words become numbers, so that a comparison is one of whole numbers."""
    (words_a, spans_a), (words_b, spans_b) = word_spans(child), word_spans(parent)
    as_numbers = [[numbers.setdefault(word, len(numbers)) for word in words] for words in (words_a, words_b)]
    return [
        Passage(spans_a[a][0], spans_a[a + size - 1][1], spans_b[b][0], spans_b[b + size - 1][1], size)
        for a, b, size in align(*as_numbers)
        if size >= LEAST_WORDS
    ]
