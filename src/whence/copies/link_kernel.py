"""Links: which reports of one fingerprint are looked at together. Never quadratic, and nothing viral is dropped.

The reports that share a fingerprint stand in order of publication. Each is linked with the ones before it, inside the
time window: with all of them where they are at most `ALL_LINKS`, else with the first and the `NEAREST` before it. So a
text in ten thousand reports costs four links a report, and the family that it makes stays whole.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from whence.copies.winnow_kernel import RUN_WORDS, Postings, shared_run
from whence.text.mixing import STEP

ALL_LINKS = 40  # reports before one with a fingerprint up to which all pairs are made (copies-and-lineage.md, step 4)
NEAREST = 3  # links to the nearest in time above that, beside the one to the first
PAIR_SHIFT = np.uint64(32)
SHORT_GROUP = 64  # reports up to which insertion beats a general sort


class Ordered(NamedTuple):
    """What ordering needs of each report: rank by time and id (int64), minute of publication (int64), and whether its
    links are wanted (uint8). Reports without a time stand last, at `NO_TIME`."""

    ranks: Any
    minutes: Any
    wanted: Any


class Links(NamedTuple):
    """One fingerprint in two reports: ranks of the earlier and the later one, the first word in each (all int32), and
    the words in a row that they seem to share there (uint8)."""

    earlier: Any
    later: Any
    earlier_places: Any
    later_places: Any
    runs: Any


class LinkRule(NamedTuple):
    """Minutes between two reports up to which they are linked, and how many before one are all linked with it."""

    window: int
    all_links: int


NO_TIME = 1 << 62  # minutes: later than any report


def link_reports(postings: Postings, ordered: Ordered, rule: LinkRule, links: Links, sure: Any) -> int:
    """Link the reports of each fingerprint.

    Two reports that share a long run share many fingerprints, and one link with that run is enough to align them: most
    of the others are left out (measured on 100,000 reports: four of five).

    Args:
        postings: sorted by hash; of two entries of one report under one hash the first counts.
        ordered: order, time and wish of each report.
        rule: which reports are linked.
        links: receives the links, as many as there is room for.
        sure: pairs that have a link with a long run (uint64, a power of two of them, 0 for none), each in the place
            that its hash gives; the next pair of that place takes it.

    Returns:
        How many links there are: where that is more than there was room for, call again, with `sure` empty.
    """
    hashes = postings.hashes
    total, count, first = len(hashes), 0, 0
    order = np.empty(1024, np.int64)
    while first < total:
        last = first + 1
        while last < total and hashes[last] == hashes[first]:
            last += 1
        if last - first > 1:
            if last - first > len(order):
                order = np.empty(2 * (last - first), np.int64)
            size = order_group(postings.reports[first:last], ordered.ranks, first, order)
            count = link_group(postings, ordered, order[:size], rule, (links, sure, count))
        first = last
    return count


def order_group(reports: Any, ranks: Any, first: int, order: Any) -> int:
    """The entries of a group by rank, one a report, counted from `first`; returns how many."""
    size = len(reports)
    if size <= SHORT_GROUP:
        for k in range(size):
            rank = ranks[reports[k]]
            hole = k
            while hole > 0 and ranks[reports[order[hole - 1] - first]] > rank:
                order[hole] = order[hole - 1]
                hole -= 1
            order[hole] = first + k
    else:
        group = np.empty(size, np.int64)
        for k in range(size):
            group[k] = ranks[reports[k]]
        order[:size] = first + np.argsort(group, kind="mergesort")
    kept = 1
    for k in range(1, size):
        if reports[order[k] - first] != reports[order[kept - 1] - first]:
            order[kept] = order[k]
            kept += 1
    return kept


def link_group(postings: Postings, ordered: Ordered, order: Any, rule: LinkRule, written: Any) -> int:
    """Link the reports of one group, in order; returns the new count of links."""
    links, sure, count = written
    low = 0
    for q in range(1, len(order)):
        later = postings.reports[order[q]]
        minute = ordered.minutes[later]
        if minute < NO_TIME:
            while minute - ordered.minutes[postings.reports[order[low]]] > rule.window:
                low += 1
        else:
            low = 0
        if not ordered.wanted[later] or low == q:
            continue
        nearest = low if q - low <= rule.all_links else q - NEAREST
        if nearest > low:
            count = put_link(postings, ordered.ranks, (order[low], order[q]), links, (sure, count))
        for p in range(nearest, q):
            count = put_link(postings, ordered.ranks, (order[p], order[q]), links, (sure, count))
    return count


def put_link(postings: Postings, ranks: Any, ends: Any, links: Links, written: Any) -> int:
    """Write one link where there is room, unless it has a long run and its pair is sure; returns the new count."""
    sure, count = written
    entry_a, entry_b = ends
    earlier, later = ranks[postings.reports[entry_a]], ranks[postings.reports[entry_b]]
    run = shared_run(postings.neighbours[entry_a], postings.neighbours[entry_b])
    if run >= RUN_WORDS:
        pair = np.uint64(later) << PAIR_SHIFT | np.uint64(earlier)  # never 0: the later report is not the first
        place = np.int64(pair * STEP >> PAIR_SHIFT) & (len(sure) - 1)
        if sure[place] == pair:
            return int(count)
        sure[place] = pair
    if count < len(links.runs):
        links.earlier[count], links.later[count] = earlier, later
        links.earlier_places[count] = postings.places[entry_a]
        links.later_places[count] = postings.places[entry_b]
        links.runs[count] = run
    return int(count + 1)


def touch_reports(postings: Postings, ordered: Ordered, rule: LinkRule, touched: Any) -> None:
    """Mark the reports whose links may change when the reports in `ordered.wanted` join or leave.

    Args:
        postings: sorted by hash, those that leave included.
        ordered: order and time of each report; `wanted` marks those that join or leave.
        rule: which reports are linked.
        touched: a flag for each report (uint8), set where it is touched.
    """
    hashes = postings.hashes
    first = 0
    order = np.empty(1024, np.int64)
    while first < len(hashes):
        last = first + 1
        while last < len(hashes) and hashes[last] == hashes[first]:
            last += 1
        if last - first > 1:
            if last - first > len(order):
                order = np.empty(2 * (last - first), np.int64)
            size = order_group(postings.reports[first:last], ordered.ranks, first, order)
            touch_group(postings.reports, ordered, order[:size], rule, touched)
        first = last


def touch_group(reports: Any, ordered: Ordered, order: Any, rule: LinkRule, touched: Any) -> None:
    """Mark the reports of one group that come after one that joins or leaves, close enough to be linked with it."""
    low, changed = 0, int(ordered.wanted[reports[order[0]]])
    for q in range(1, len(order)):
        later = reports[order[q]]
        minute = ordered.minutes[later]
        if minute < NO_TIME:
            while minute - ordered.minutes[reports[order[low]]] > rule.window:
                changed -= int(ordered.wanted[reports[order[low]]])
                low += 1
        elif low > 0:
            low, changed = 0, 0
            for p in range(q):
                changed += int(ordered.wanted[reports[order[p]]])
        if changed:
            near = q - low - changed <= rule.all_links or ordered.wanted[reports[order[low]]]
            for p in range(max(low, q - NEAREST - changed), q):
                near = near or ordered.wanted[reports[order[p]]]
            if near:
                touched[later] = 1
        changed += int(ordered.wanted[later])
