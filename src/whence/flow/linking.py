"""The stage pair over a corpus: which reports are worth aligning, found through the fingerprints that they share."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from whence.copies.link_kernel import ALL_LINKS, LinkRule, Links, Ordered
from whence.copies.winnow_kernel import Postings
from whence.corpus.columns import Columns
from whence.corpus.index import Standing
from whence.corpus.kernels import Kernels
from whence.corpus.partitions import (
    ahead,
    find_postings,
    partition_bits,
    range_of,
    sort_postings,
)
from whence.flow.parts import find_postings_of, open_words
from whence.flow.settling import DAY_MINUTES, FOLD_MINUTES
from whence.flow.work import Work

LINK_COLUMNS = {
    "earlier": np.int32,
    "later": np.int32,
    "earlier_places": np.int32,
    "later_places": np.int32,
    "runs": np.uint8,
}
BLOCK_REPORTS = 32_768  # reports whose pairs are aligned at a time
ADDED_SHARE = 4  # where a quarter of all reports is touched, all are linked anew: that is cheaper than looking up


class Order(NamedTuple):
    """Reports in order of time: `reports` by rank, and for the kernels the rank and the minute of each."""

    reports: Any
    ranks: Any
    minutes: Any


def order_reports(minutes: Any, id_hashes: Any) -> Order:
    """Reports by minute, then by the hash of their id."""
    minutes = np.asarray(minutes)
    reports = np.lexsort((id_hashes, minutes))
    ranks = np.empty(len(reports), np.int64)
    ranks[reports] = np.arange(len(reports))
    return Order(reports, ranks, minutes)


def link_rule(window_days: int, all_links: int = ALL_LINKS) -> LinkRule:
    """The rule for a window: two days wider than asked, because a report stands for the same text two days later."""
    return LinkRule(window_days * DAY_MINUTES + FOLD_MINUTES, all_links)


class BlockedLinks:
    """Links in files by the rank of their later report."""

    def __init__(self, folder: Path, reports: int, lengths: list[int] | None = None) -> None:
        self._folder = folder
        self.blocks = -(-reports // BLOCK_REPORTS)
        self.lengths = lengths or [0] * self.blocks

    def add(self, links: Links) -> None:
        """Write links to the blocks of their later reports."""
        blocks = (links.later // BLOCK_REPORTS).astype(np.uint16)
        order = np.argsort(blocks, kind="stable")
        starts = np.searchsorted(blocks[order], np.arange(self.blocks + 1)).tolist()
        for block, (first, last) in enumerate(pairwise(starts)):
            if last > first:
                rows = order[first:last]
                self._columns(block).append({name: column[rows] for name, column in links._asdict().items()})
                self.lengths[block] += last - first

    def read(self, block: int) -> Links:
        """The links of a block."""
        return Links(**self._columns(block).open(self.lengths[block]))

    def _columns(self, block: int) -> Columns:
        """The files of a block."""
        return Columns(self._folder / f"{block:05}", LINK_COLUMNS)


def link_all(work: Work, standing: Standing, order: Order, rule: LinkRule) -> BlockedLinks:
    """Link all reports: the postings of all parts, one range of hashes after the other."""
    parts = [work.index.open_part(part)[0] for part in work.index.state.parts]
    counted = counting(standing)
    entries = sum(len(part.hashes) for part in parts)
    ordered = Ordered(order.ranks, order.minutes, counted)
    links = BlockedLinks(work.folder / "links", len(order.reports))
    bits = partition_bits(entries, work.memory)
    sure = no_pairs(len(order.reports))

    def link_range(place: int) -> Links:
        group = range_of(parts, place, bits, work.kernels)
        kept = Postings(*(column[counted[group.reports] > 0] for column in group)) if not counted.all() else group
        return link_postings(work.kernels, kept, (ordered, rule), sure)

    with ThreadPoolExecutor(work.jobs) as pool:
        for place, found in enumerate(ahead(pool, link_range, range(1 << bits), work.jobs)):
            links.add(found)
            work.tell("pair", place + 1, 1 << bits)
    return links


def link_some(work: Work, standing: Standing, order: Order, rule: LinkRule, touched: Any) -> BlockedLinks:
    """Link some reports only: the postings of their fingerprints are looked up."""
    counted = counting(standing)
    group = look_up(work, touched[counted[touched] > 0], counted)
    wanted = np.zeros(len(counted), np.uint8)
    wanted[touched] = 1
    links = BlockedLinks(work.folder / "links", len(order.reports))
    ordered = Ordered(order.ranks, order.minutes, wanted)
    links.add(link_postings(work.kernels, group, (ordered, rule), no_pairs(len(touched))))
    return links


def find_touched(work: Work, standing: Standing, order: Order, rule: LinkRule, changed: Any) -> Any:
    """The reports whose links may be others because some joined, left or stand otherwise: those included."""
    flagged = np.zeros(len(standing.alive), np.uint8)
    flagged[changed] = 1
    group = look_up(work, changed, counting(standing) | flagged)
    touched = np.zeros(len(flagged), np.uint8)
    work.kernels.touch_reports(group, Ordered(order.ranks, order.minutes, flagged), rule, touched)
    touched |= flagged
    return np.flatnonzero(touched & standing.alive)


def look_up(work: Work, reports: Any, counted: Any) -> Postings:
    """All postings of the fingerprints of some reports that stand in reports that count, sorted by hash."""
    words = open_words(work)
    found = find_postings_of(work.kernels.find_fingerprints, (words, work.index.word_hashes()), reports)
    parts = [work.index.open_part(part)[0] for part in work.index.state.parts]
    group = find_postings(parts, np.unique(found.hashes))
    return sort_postings(Postings(*(column[counted[group.reports] > 0] for column in group)), work.kernels)


def counting(standing: Standing) -> Any:
    """A flag for each report: whether its fingerprints count. Of several with one text only the first does."""
    own = standing.folds == np.arange(len(standing.folds), dtype=np.uint32)
    return (standing.alive & own & standing.posted).astype(np.uint8)


def no_pairs(reports: int) -> Any:
    """Room for the pairs that are sure among so many reports; threads may share it, for at worst they link twice."""
    return np.zeros(1 << (2 * reports).bit_length(), np.uint64)


def link_postings(kernels: Kernels, postings: Postings, how: tuple[Ordered, LinkRule], sure: Any) -> Links:
    """The links of sorted postings, without most of those of pairs that are sure already."""
    ordered, rule = how
    room = len(postings.hashes)  # measured: one link for ten of them in 100,000 reports, for three in a million
    links = _empty_links(room)
    count = kernels.link_reports(postings, ordered, rule, links, sure)
    if count > room:
        links = _empty_links(count)
        sure[:] = 0
        kernels.link_reports(postings, ordered, rule, links, sure)
    return Links(*(column[:count] for column in links))


def _empty_links(size: int) -> Links:
    """Room for links."""
    return Links(*(np.empty(size, dtype) for dtype in LINK_COLUMNS.values()))


def blocks_of(order: Order) -> Iterator[tuple[int, int]]:
    """The blocks of ranks: first, and one past the last."""
    for first in range(0, len(order.reports), BLOCK_REPORTS):
        yield first, min(first + BLOCK_REPORTS, len(order.reports))
