"""From chosen blocks to a text whose every word leads back to bytes of the page.

The chosen words are looked for among the page's own visible text, without white space, and then taken from there: the
text of the report is what the page says, not what the extractor made of it. Words that cannot be found are kept,
without a run.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from whence.reading.decoding import Decoded
from whence.reading.page_filter import Node
from whence.reading.page_tokens import offsets_in_source
from whence.records import Run
from whence.text.folding import INVISIBLE

# White space and what extractors take out besides: controls and invisible characters.
_SKIPPED = re.compile(f"[\\s\x00-\x1f\x7f-\x9f{INVISIBLE}]+")
_KEPT = re.compile(f"[^\\s\x00-\x1f\x7f-\x9f{INVISIBLE}]+")
# Searches of the whole page that may fail before only the next part is searched: bounds the work on hostile pages.
_MOST_FAILURES = 100
_NEARBY_CHARACTERS = 50_000
_SHORT = 20
_MOST_TRIES = 8


class Piece(NamedTuple):
    """Words of the report from one run of the page; `first` to `last` are characters of the page (-1 where not found).

    `loose` says whether white space stands before and after the words within their block.
    """

    text: str
    block: int
    first: int
    last: int
    loose: tuple[bool, bool] = (False, False)


@dataclass(slots=True)
class PageText:
    """The visible text of a page without white space, and where its characters stand."""

    page: str
    nodes: list[Node]
    starts: list[int] = field(default_factory=list)
    stream: str = ""
    failures: int = 0

    @classmethod
    def of(cls, page: str, nodes: Sequence[Node]) -> PageText:
        """The searchable text of a page's nodes; one of white space alone has no length in the stream."""
        squeezed = [_SKIPPED.sub("", node.text) for node in nodes]
        ends = list(accumulate(map(len, squeezed), initial=0))
        return cls(page, list(nodes), ends[:-1], "".join(squeezed))

    def find(self, words: str, cursor: int) -> tuple[int, int] | None:
        """Where some words stand in the stream: ahead of the cursor, else anywhere; None where they do not."""
        key = _SKIPPED.sub("", words)
        if not key:
            return None
        spent = self.failures >= _MOST_FAILURES
        end = cursor + len(key) + _NEARBY_CHARACTERS if spent else len(self.stream)
        found = self._find_whole(key, cursor, end)
        if found < 0 and not spent:
            found = self._find_whole(key, 0, cursor + len(key))
        if found < 0:
            self.failures += 1
            return None
        return found, found + len(key)

    def _find_whole(self, key: str, start: int, end: int) -> int:
        """Find a key; a short one should begin where a block does."""
        first = found = self.stream.find(key, start, end)
        if len(key) >= _SHORT:
            return found
        for _ in range(_MOST_TRIES):
            if found < 0:
                break
            index = bisect_right(self.starts, found) - 1
            if self.starts[index] == found and (index == 0 or self.nodes[index].block != self.nodes[index - 1].block):
                return found
            found = self.stream.find(key, found + 1, end)
        return first

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """The stretch of the stream from `start` to `end` as pieces, one a run of the page."""
        index = bisect_right(self.starts, start) - 1
        gathered: list[tuple[Node, int, int]] = []
        while index < len(self.nodes) and self.starts[index] < end:
            node = self.nodes[index]
            if gathered and (gathered[-1][0].block, gathered[-1][0].run) != (node.block, node.run):
                yield self._piece(gathered)
                gathered = []
            last = self.starts[index + 1] if index + 1 < len(self.nodes) else len(self.stream)
            low, high = max(start, self.starts[index]), min(end, last)
            whole = low == self.starts[index] and high == last
            inside = (low - self.starts[index], high - self.starts[index])
            gathered.append((node, *(_kept_edges(node.text) if whole else _kept_range(node.text, *inside))))
            index += 1
        if gathered:
            yield self._piece(gathered)

    def _piece(self, gathered: Sequence[tuple[Node, int, int]]) -> Piece:
        """One piece from the nodes of a run."""
        last_number = len(gathered) - 1
        words = "".join(
            node.text[low if number == 0 else 0 : high if number == last_number else len(node.text)]
            for number, (node, low, high) in enumerate(gathered)
        )
        (first, low, _), (last, _, high) = gathered[0], gathered[-1]
        start = first.start + offsets_in_source(self.page[first.start : first.end], low)
        end = last.start + offsets_in_source(self.page[last.start : last.end], high)
        loose = (words[:1].isspace() or first.text[:low].isspace(), words[-1:].isspace() or last.text[high:].isspace())
        return Piece(" ".join(words.split()), first.block, start, end, loose)


class Placed(NamedTuple):
    """A page's report: text, runs in characters of the page, and whether every block was found."""

    text: str
    pieces: tuple[tuple[int, Piece], ...]
    whole: bool


def place_blocks(page: PageText, blocks: Sequence[str]) -> Placed:
    """Put a report's text together from its chosen blocks.

    Args:
        page: the searchable text of the page.
        blocks: the chosen blocks in order.

    Returns:
        The text: blocks separated by an empty line, white space inside them made single; its pieces with their start.
    """
    cursor, whole = 0, True
    chosen: list[tuple[int, Piece]] = []
    for number, block in enumerate(blocks):
        found = page.find(block, cursor)
        if found is None:
            whole = False
            chosen.append((number, Piece(block, -1 - number, -1, -1)))
        else:
            cursor = found[1]
            chosen.extend((number, piece) for piece in page.pieces(*found) if piece.text)
    texts: list[str] = []
    placed: list[tuple[int, Piece]] = []
    position = 0
    for index, (number, piece) in enumerate(chosen):
        gap = _gap(chosen[index - 1], (number, piece)) if index else ""
        texts += [gap, piece.text]
        placed.append((position + len(gap), piece))
        position += len(gap) + len(piece.text)
    return Placed("".join(texts), tuple(placed), whole)


def to_runs(decoded: Decoded, placed: Iterable[tuple[int, Piece]]) -> tuple[Run, ...]:
    """The runs of a text in bytes.

    Args:
        decoded: the page as it was decoded.
        placed: pieces with their start in the text.

    Returns:
        Runs in the order of the text. Decode the bytes of one, take out the tags, resolve the references and make white
        space single, and it is the text of the run.
    """
    edges = sorted({edge for _, piece in placed if piece.first >= 0 for edge in (piece.first, piece.last)})
    offsets: dict[int, int] = {}
    done, size = 0, decoded.skipped_bytes
    for edge in edges:
        size += len(decoded.encode(done, edge))
        offsets[edge] = size
        done = edge
    return tuple(
        Run(start, start + len(piece.text), offsets[piece.first], offsets[piece.last])
        for start, piece in placed
        if piece.first >= 0
    )


def _gap(before: tuple[int, Piece], after: tuple[int, Piece]) -> str:
    """What stands between two pieces: what the page has inside a block, an empty line between blocks."""
    (chosen, left), (chosen_next, right) = before, after
    if left.block != right.block or left.last > right.first:
        return "\n\n"
    return " " if left.loose[1] or right.loose[0] or chosen != chosen_next else ""


def _kept_edges(text: str) -> tuple[int, int]:
    """The range of a text from its first to its last kept character; all of it where it has none."""
    first = _KEPT.search(text)
    if first is None:
        return 0, len(text)
    end = len(text)
    while _SKIPPED.match(text, end - 1):
        end -= 1
    return first.start(), end


def _kept_range(text: str, first: int, last: int) -> tuple[int, int]:
    """The range of a text that holds its kept characters number `first` to `last`."""
    start, done = None, 0
    for match in _KEPT.finditer(text):
        size = match.end() - match.start()
        if start is None and done + size > first:
            start = match.start() + first - done
        if done + size >= last:
            return start or 0, match.start() + last - done
        done += size
    return start or 0, len(text)
