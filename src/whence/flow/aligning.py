"""The stage align over a corpus: candidates of one block after the other are aligned, and become rows of tables."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import numpy as np

from whence.copies.link_kernel import Links
from whence.copies.share_kernel import LEAST_ALIGNED, PairRows, PassageRows
from whence.copies.winnow_kernel import RUN_WORDS, WordColumns
from whence.corpus.index import Standing
from whence.corpus.kernels import Kernels
from whence.corpus.partitions import ahead
from whence.flow.linking import BLOCK_REPORTS, BlockedLinks, Order, blocks_of
from whence.flow.parts import GatheredWords, gather_words
from whence.flow.work import Work

PASSAGES_A_PAIR = 8  # room to begin with


class Least(NamedTuple):
    """The fewest words of a listed pair: of its longest passage, or else of all its passages together."""

    run: int = RUN_WORDS
    aligned: int = LEAST_ALIGNED


class SharedRows(NamedTuple):
    """Pairs and passages of one block, by rank of the later report, then of the earlier.

    `words` are those of their reports, which `pairs` counts from 0.
    """

    pairs: PairRows
    passages: PassageRows
    words: GatheredWords


class Wanted(NamedTuple):
    """Whose pairs: which report stands for which, a flag for each report (all where it is None), and the least."""

    standing: Standing
    touched: Any | None
    least: Least


def align_blocks(work: Work, lengths: list[int], order: Order, wanted: Wanted) -> Iterator[SharedRows]:
    """What the reports of each block share with earlier ones.

    Args:
        work: the index under work.
        lengths: how many links each block has.
        order: the reports by rank.
        wanted: whose pairs, and which of them are listed.
    """
    folded = _folded_pairs(wanted.standing, order, wanted.touched)
    links = BlockedLinks(work.folder / "links", len(order.reports), lengths)

    def align(block: tuple[int, int]) -> SharedRows:
        first, last = block
        found = links.read(first // BLOCK_REPORTS)
        chosen = choose(work.kernels, found, first, last)
        first_fold, last_fold = np.searchsorted(folded[:, 1], (first, last))
        ranks = np.concatenate([chosen, folded[first_fold:last_fold]])
        ranks = ranks[np.lexsort((ranks[:, 0], ranks[:, 1]))]
        reports, places = np.unique(order.reports[ranks], return_inverse=True)
        words = gather_words(work.index, work.kernels, reports)
        return SharedRows(*share(work.kernels, words.columns, places.reshape(-1, 2), wanted.least), words)

    with ThreadPoolExecutor(work.jobs) as pool:
        every = list(blocks_of(order))
        for done, rows in enumerate(ahead(pool, align, every, work.jobs)):
            yield rows
            work.tell("align", done + 1, len(every))


def choose(kernels: Kernels, links: Links, first: int, last: int) -> Any:
    """The candidates among the links of a block, as ranks."""
    found = np.empty((len(links.runs), 2), np.int32)
    count = kernels.choose_candidates(Links(*map(np.array, links)), first, last, found)
    return found[:count]


def share(kernels: Kernels, words: WordColumns, pairs: Any, least: Least) -> tuple[PairRows, PassageRows]:
    """What pairs of reports share, in their order."""
    size = len(pairs)
    bounds = np.asarray(words.bounds)
    longest = int((bounds[pairs + 1] - bounds[pairs]).max()) if size else 0
    room = PASSAGES_A_PAIR * size + longest + 1
    found, done = [], 0
    while done < size:
        rows, passages = _empty_pairs(size - done), _empty_passages(room)
        went, count, total = kernels.share_pairs(words, pairs[done:], np.array(least), rows, passages)
        found.append((PairRows(*(one[:count] for one in rows)), PassageRows(*(one[:total] for one in passages))))
        done += went
    return _join(found)


def _folded_pairs(standing: Standing, order: Order, touched: Any | None) -> Any:
    """The report that stands for a text with each that has the same, as ranks, by the later one."""
    folds = standing.folds.astype(np.int64)
    behind = np.flatnonzero((standing.alive > 0) & (folds != np.arange(len(folds))))
    if touched is not None:
        behind = behind[touched[behind] > 0]
    ranks = np.stack([order.ranks[folds[behind]], order.ranks[behind]], axis=1).astype(np.int32)
    return ranks[np.argsort(ranks[:, 1], kind="stable")]


def _empty_pairs(size: int) -> PairRows:
    """Room for rows of pairs."""
    return PairRows(*(np.empty(size, np.int64 if name == "ends" else np.int32) for name in PairRows._fields))


def _empty_passages(size: int) -> PassageRows:
    """Room for rows of passages."""
    return PassageRows(*(np.empty(size, np.uint8 if name == "kinds" else np.int32) for name in PassageRows._fields))


def _join(several: list[tuple[PairRows, PassageRows]]) -> tuple[PairRows, PassageRows]:
    """Rows one after the other."""
    if not several:
        return _empty_pairs(0), _empty_passages(0)
    ends, total = [], 0
    for pairs, passages in several:
        ends.append(pairs.ends + total)
        total += len(passages.a)
    rows = PairRows(*(np.concatenate(columns) for columns in zip(*(pairs for pairs, _ in several), strict=True)))
    passages = PassageRows(*(np.concatenate(columns) for columns in zip(*(one for _, one in several), strict=True)))
    return rows._replace(ends=np.concatenate(ends)), passages
