"""Links: which sentences of B stand for which of A, from the words aligned and, for the rest, from likeness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from whence.changes.texts import Stems, Texts
from whence.changes.units import Units
from whence.copies.passages import Alignment, Tokens
from whence.text.style import is_function_word

SHARED_PART = 0.3  # of the words of either sentence must be aligned to link two sentences
LIKE = 0.4  # share of content stems (Dice) for a link between neighbours without an aligned run
LIKE_FAR = 0.6  # the same where no neighbour vouches for the link
ABSORBED = 0.5  # share of a sentence's content stems found unused in a neighbour's sentence: it was merged into it
NEAR_UNITS = 12  # how many sentences of a gap are looked at
COMMON_STEM = 20  # a stem in more sentences than this says nothing about which one is meant


class Link(NamedTuple):
    """Sentence `a` of A and sentence `b` of B stand for each other, on the strength of `words` words."""

    a: int
    b: int
    words: int


class _Side:
    """The sentences of one report; their content stems are read when they are asked for, which for most is never."""

    __slots__ = ("_known", "_stems", "_tokens", "units")

    def __init__(self, tokens: Tokens, units: Units, stems: Stems) -> None:
        self.units = units
        self._tokens = tokens
        self._stems = stems
        self._known: dict[int, frozenset[str]] = {}

    def stems(self, unit: int) -> frozenset[str]:
        """The stems of a sentence's content words; of all its words where none is content ("He did.")."""
        if unit not in self._known:
            keys = self._tokens.words.keys
            words = self.units.words(unit)
            content = [w for w in words if not is_function_word(keys[w])]
            self._known[unit] = frozenset(self._stems[keys[w]] for w in content or words)
        return self._known[unit]

    def furniture(self, unit: int) -> bool:
        """Whether a sentence is page furniture."""
        return any(self._tokens.furniture[word] for word in self.units.words(unit))

    def free(self, taken: set[int]) -> list[int]:
        """The sentences that are not among those taken."""
        return [unit for unit in range(len(self.units.spans)) if unit not in taken]


def link_sentences(alignment: Alignment, units_a: Units, units_b: Units, texts: Texts) -> list[Link]:
    """Which sentences correspond, in the order of A.

    A link rests on aligned words; a sentence without one is then tried against the free sentences between its
    neighbours' counterparts, against those neighbours' counterparts themselves (a merge), and last against all.

    Args:
        alignment: the two reports aligned.
        units_a: the sentences of A.
        units_b: the sentences of B.
        texts: the words and stems of both.

    Returns:
        Links; a sentence may stand in several (merged, split) or in none (dropped, added).
    """
    links = _links_from_runs(alignment, units_a, units_b)
    side_a = _Side(alignment.a, units_a, texts.stems)
    side_b = _Side(alignment.b, units_b, texts.stems)
    for find in (_links_between_neighbours, _links_far, _links_absorbed, _links_given_off):
        links += find(side_a, side_b, links)
    return sorted(links)


def _links_from_runs(alignment: Alignment, units_a: Units, units_b: Units) -> list[Link]:
    """Links from aligned words: each sentence with its best counterpart, where enough of either is aligned."""
    counts: Counter[tuple[int, int]] = Counter()
    for chain in alignment.chains:
        for run in chain:
            counts.update(
                zip(
                    units_a.unit_of_word[run.a : run.a + run.size],
                    units_b.unit_of_word[run.b : run.b + run.size],
                    strict=True,
                )
            )
    best_a: dict[int, tuple[int, int]] = {}
    best_b: dict[int, tuple[int, int]] = {}
    strong: dict[tuple[int, int], int] = {}
    for (a, b), words in sorted(counts.items()):
        size_a, size_b = len(units_a.words(a)), len(units_b.words(b))
        if words >= min(3, size_a, size_b) and words >= SHARED_PART * min(size_a, size_b):
            strong[a, b] = words
            best_a[a] = max(best_a.get(a, (0, 0)), (words, -b))
            best_b[b] = max(best_b.get(b, (0, 0)), (words, -a))
    return [
        Link(a, b, words) for (a, b), words in strong.items() if best_a[a] == (words, -b) or best_b[b] == (words, -a)
    ]


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Dice coefficient of two sets of stems."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _links_between_neighbours(side_a: _Side, side_b: _Side, links: Sequence[Link]) -> list[Link]:
    """One-to-one links inside the gaps that linked neighbours leave on both sides, best first."""
    free_b = set(side_b.free({link.b for link in links}))
    candidates: list[tuple[float, int, int]] = []
    for a, low, high in _gaps(side_a.free({link.a for link in links}), links, len(side_b.units.spans)):
        for b in (b for b in range(low, min(high, low + NEAR_UNITS)) if b in free_b):
            score = _likeness(side_a.stems(a), side_b.stems(b))
            if score >= LIKE and side_a.furniture(a) == side_b.furniture(b):
                candidates.append((-score, a, b))
    return _take_best(candidates, side_a, side_b)


def _gaps(free_a: Sequence[int], links: Sequence[Link], size_b: int) -> Iterator[tuple[int, int, int]]:
    """For each free sentence of A, the range of B between the counterparts of the linked sentences around it."""
    ordered = sorted(links)
    position = 0
    for a in free_a:
        while position < len(ordered) and ordered[position].a < a:
            position += 1
        low = ordered[position - 1].b + 1 if position else 0
        high = ordered[position].b if position < len(ordered) else size_b
        yield (a, low, high) if low < high else (a, 0, 0)


def _links_far(side_a: _Side, side_b: _Side, links: Sequence[Link]) -> list[Link]:
    """One-to-one links between the sentences still free, wherever they stand: short sentences that were moved."""
    postings: dict[str, list[int]] = {}
    for b in side_b.free({link.b for link in links}):
        for word in side_b.stems(b):
            postings.setdefault(word, []).append(b)
    candidates: list[tuple[float, int, int]] = []
    for a in side_a.free({link.a for link in links}):
        votes: Counter[int] = Counter()
        for word in side_a.stems(a):
            if len(postings.get(word, ())) <= COMMON_STEM:
                votes.update(postings.get(word, ()))
        for b, count in votes.most_common(3):
            score = _likeness(side_a.stems(a), side_b.stems(b))
            if count >= 2 and score >= LIKE_FAR and side_a.furniture(a) == side_b.furniture(b):
                candidates.append((-score, a, b))
    return _take_best(candidates, side_a, side_b)


def _take_best(candidates: list[tuple[float, int, int]], side_a: _Side, side_b: _Side) -> list[Link]:
    """The best candidates, each sentence once."""
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    chosen: list[Link] = []
    for _, a, b in sorted(candidates):
        if a not in taken_a and b not in taken_b:
            taken_a.add(a)
            taken_b.add(b)
            chosen.append(Link(a, b, len(side_a.stems(a) & side_b.stems(b))))
    return chosen


def _links_absorbed(side_a: _Side, side_b: _Side, links: Sequence[Link]) -> list[Link]:
    """Free sentences of A whose content stands, unused, in the counterpart of the sentence before or after: merged."""
    return [Link(a, b, words) for a, b, words in _absorbed(side_a, side_b, links)]


def _links_given_off(side_a: _Side, side_b: _Side, links: Sequence[Link]) -> list[Link]:
    """Free sentences of B whose content stands, unused, in a neighbour's counterpart in A: split."""
    turned = [Link(b, a, words) for a, b, words in links]
    return [Link(a, b, words) for b, a, words in _absorbed(side_b, side_a, turned)]


def _absorbed(side: _Side, other: _Side, links: Sequence[Link]) -> list[tuple[int, int, int]]:
    """(sentence, counterpart of a neighbour, stems) for each free sentence of `side` found in that counterpart."""
    partners: dict[int, list[int]] = {}
    for link in links:
        partners.setdefault(link.a, []).append(link.b)
    found: list[tuple[int, int, int]] = []
    for unit in side.free(set(partners)):
        if len(side.stems(unit)) < 3:
            continue
        for neighbour in (unit - 1, unit + 1):
            for partner in partners.get(neighbour, ()):
                unused = other.stems(partner) - side.stems(neighbour)
                shared = len(side.stems(unit) & unused)
                if shared >= max(3, ABSORBED * len(side.stems(unit))) and side.furniture(unit) == other.furniture(
                    partner
                ):
                    found.append((unit, partner, shared))
                    break
            else:
                continue
            break
    return found
