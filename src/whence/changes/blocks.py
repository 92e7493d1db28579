"""Blocks: linked sentences as stretches of text on both sides, and which of them kept their order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from whence.changes.links import Link
from whence.changes.units import Units
from whence.records import RowKind


class Group(NamedTuple):
    """Sentences of A and the sentences of B that stand for them."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    weight: int


class Block(NamedTuple):
    """Word ranges of A and B that correspond, without a gap on either side, and the group they belong to."""

    a: range
    b: range
    weight: int
    group: int


class Numbered(NamedTuple):
    """The sentences of a report and its words as numbers."""

    units: Units
    ids: Sequence[int]


def group_links(links: Sequence[Link]) -> list[Group]:
    """The connected groups of linked sentences, in the order of A.

    >>> group_links([Link(0, 0, 5), Link(1, 0, 4), Link(2, 1, 9)])
    [Group(a=(0, 1), b=(0,), weight=9), Group(a=(2,), b=(1,), weight=9)]
    """
    root: dict[tuple[str, int], tuple[str, int]] = {}

    def find(node: tuple[str, int]) -> tuple[str, int]:
        while root.setdefault(node, node) != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for link in links:
        root[find(("b", link.b))] = find(("a", link.a))
    members: dict[tuple[str, int], tuple[set[int], set[int], list[int]]] = {}
    for link in links:
        a, b, weights = members.setdefault(find(("a", link.a)), (set(), set(), []))
        a.add(link.a)
        b.add(link.b)
        weights.append(link.words)
    return sorted(Group(tuple(sorted(a)), tuple(sorted(b)), sum(weights)) for a, b, weights in members.values())


def row_kind(group: Group) -> RowKind:
    """What happened to the sentences of a group, by their number alone.

    >>> row_kind(Group((3, 4), (1,), 9))
    'merged'
    """
    if len(group.a) > 1 and len(group.b) == 1:
        return "merged"
    if len(group.a) == 1 and len(group.b) > 1:
        return "split"
    return "reworded"


def cut_blocks(groups: Sequence[Group], links: Sequence[Link], a: Numbered, b: Numbered) -> list[Block]:
    """The groups as blocks: sentences that stand together stay together, distant ones become blocks of their own.

    Where one sentence stands for several distant ones (a merge across paragraphs), its words are divided among them.

    Args:
        groups: linked sentences.
        links: the links that they come from.
        a: the sentences of A with their word numbers.
        b: the same for B.
    """
    links_of: dict[int, list[Link]] = {}
    group_of_a = {unit: number for number, group in enumerate(groups) for unit in group.a}
    for link in links:
        links_of.setdefault(group_of_a[link.a], []).append(link)
    blocks: list[Block] = []
    for number, group in enumerate(groups):
        clusters_a, clusters_b = _clusters(group.a), _clusters(group.b)
        if len(clusters_a) == 1 and len(clusters_b) == 1:
            blocks.append(Block(_words(a, group.a), _words(b, group.b), group.weight, number))
        elif len(group.b) == 1:
            parts = _divide(_words(b, group.b), b, [_words(a, cluster) for cluster in clusters_a], a)
            blocks.extend(Block(whole, part, len(part), number) for whole, part in parts)
        elif len(group.a) == 1:
            parts = _divide(_words(a, group.a), a, [_words(b, cluster) for cluster in clusters_b], b)
            blocks.extend(Block(part, whole, len(part), number) for whole, part in parts)
        else:
            blocks.extend(_separate(links_of[number], a, b, number))
    return blocks


def _clusters(units: Sequence[int]) -> list[list[int]]:
    """Sentence numbers in runs without a gap."""
    clusters: list[list[int]] = []
    for unit in units:
        if clusters and clusters[-1][-1] == unit - 1:
            clusters[-1].append(unit)
        else:
            clusters.append([unit])
    return clusters


def _words(side: Numbered, numbers: Sequence[int]) -> range:
    """The word range of neighbouring sentences."""
    return range(side.units.first_words[numbers[0]], side.units.first_words[numbers[-1] + 1])


def _divide(words: range, side: Numbered, clusters: Sequence[range], other: Numbered) -> list[tuple[range, range]]:
    """Divide the words of one sentence among several clusters of the other report: (cluster, its share)."""
    vocabularies = [frozenset(other.ids[w] for w in cluster) for cluster in clusters]
    places = [[w for w in words if side.ids[w] in vocabulary] for vocabulary in vocabularies]
    order = sorted(range(len(clusters)), key=lambda k: places[k][len(places[k]) // 2] if places[k] else words.stop)
    divided: list[tuple[range, range]] = []
    start = words.start
    for k, following in zip(order, [*order[1:], None], strict=True):
        end = (
            words.stop
            if following is None
            else _best_cut(side.ids, range(start, words.stop), vocabularies[k], vocabularies[following])
        )
        divided.append((clusters[k], range(start, end)))
        start = end
    return [(cluster, part) for cluster, part in divided if part]


def _best_cut(ids: Sequence[int], words: range, before: frozenset[int], after: frozenset[int]) -> int:
    """The place that leaves most words of `before` to its left and most words of `after` to its right."""
    score = best = 0
    cut = words.start
    for word in words:
        score += (ids[word] in before) - (ids[word] in after)
        if score > best:
            best, cut = score, word + 1
    return cut


def _separate(links: Sequence[Link], a: Numbered, b: Numbered, group: int) -> list[Block]:
    """One block a link, each sentence used once: the heaviest links first."""
    used_a: set[int] = set()
    used_b: set[int] = set()
    blocks: list[Block] = []
    for link in sorted(links, key=lambda link: (-link.words, link)):
        if link.a not in used_a and link.b not in used_b:
            used_a.add(link.a)
            used_b.add(link.b)
            blocks.append(Block(_words(a, (link.a,)), _words(b, (link.b,)), link.words, group))
    return blocks


def heaviest_rising(blocks: Sequence[Block]) -> set[int]:
    """The numbers of the blocks, in the order of A, that form the heaviest subsequence rising in B: the others moved.

    n log n: only block ends that no lighter chain can reach are kept (patience sorting with weights).

    >>> make = lambda a, b, w: Block(range(a, a + 1), range(b, b + 1), w, 0)
    >>> sorted(heaviest_rising([make(0, 5, 2), make(1, 0, 9), make(2, 1, 9)]))
    [1, 2]
    """
    order = sorted(range(len(blocks)), key=lambda k: blocks[k].a.start)
    ends: list[int] = []  # rising B ends ...
    best: list[tuple[int, int]] = []  # ... with the rising weight of the best chain that ends there, and its last block
    previous: dict[int, int] = {}
    for k in order:
        position = bisect_right(ends, blocks[k].b.start)
        weight, link = best[position - 1] if position else (0, -1)
        weight, previous[k] = weight + max(1, blocks[k].weight), link
        place = bisect_right(ends, blocks[k].b.stop)
        if place and best[place - 1][0] >= weight:
            continue
        stop = place
        while stop < len(ends) and best[stop][0] <= weight:
            stop += 1
        ends[place:stop], best[place:stop] = [blocks[k].b.stop], [(weight, k)]
    chosen: set[int] = set()
    last = best[-1][1] if best else -1
    while last >= 0:
        chosen.add(last)
        last = previous[last]
    return chosen
