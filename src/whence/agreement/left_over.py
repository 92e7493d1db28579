"""Figures of a retold report that no words have paired: by their place between sentences that were found again.

Who rewrites a report mostly keeps its order. A figure left over is held against those left over in the sentences that
stand between the counterparts of its neighbours; it pairs where it is the only one of its kind there. Where that place
is wider than a sentence and its neighbours, the two sentences share a word at least.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from whence.agreement.contexts import NUMBER, Context, Sentence, Standing
from whence.agreement.likely_pairs import LikelyPair, abreast, likely_pair
from whence.agreement.one_thing import ALIKE, LEAST_SHARED, Kinship, names_apart
from whence.agreement.relations import Dates

TIGHT = 3  # a sentence and its neighbours: its place alone tells which it is
WIDEST = 4  # sentences between two counterparts that are looked at; a longer gap tells no place


def pair_left_over(
    contexts: tuple[Context, Context], chosen: Sequence[LikelyPair], published: Dates
) -> list[LikelyPair]:
    """More pairs of two reports, one of which retells the other.

    Args:
        contexts: the reports.
        chosen: the pairs found by words.
        published: the days on which the reports appeared.
    """
    found = list(_candidates(contexts, chosen, published))
    often_a, often_b = Counter(pair.a for pair in found), Counter(pair.b for pair in found)
    return [pair for pair in found if often_a[pair.a] == often_b[pair.b] == 1]


def _candidates(
    contexts: tuple[Context, Context], chosen: Sequence[LikelyPair], published: Dates
) -> Iterator[LikelyPair]:
    """All pairs of figures left over that may be of one thing by their place."""
    a, b = contexts
    home_a, home_b = _sentence_of(a), _sentence_of(b)
    links = sorted({home_a[pair.a]: home_b[pair.b] for pair in chosen}.items())
    taken_a, taken_b = {pair.a for pair in chosen}, {pair.b for pair in chosen}
    for number, sentence in enumerate(a.sentences):
        left = [at for at in sentence.standings if at not in taken_a]
        places = _places(number, links, len(b.sentences)) if left else range(0)
        for other in places:
            open_b = [at for at in b.sentences[other].standings if at not in taken_b]
            kin = _kinship(sentence, b.sentences[other])
            tight = len(places) <= TIGHT
            if not (kin.shared or tight):
                continue
            one, two = [a.standings[at] for at in left], [b.standings[at] for at in open_b]
            for x, y in abreast(one, two):
                if tight or _is_named(one[x], two[y]):
                    known = kin._replace(shared=LEAST_SHARED)
                    pair = likely_pair((left[x], open_b[y]), (one[x], two[y]), known, published=published)
                    if pair:
                        yield pair


def _is_named(a: Standing, b: Standing) -> bool:
    """Whether two figures have a head each, or a word close by in common."""
    return bool(a.head and b.head) or not a.near.isdisjoint(b.near)


def _sentence_of(context: Context) -> dict[int, int]:
    """The sentence of each figure."""
    return {at: number for number, sentence in enumerate(context.sentences) for at in sentence.standings}


def _places(number: int, links: Sequence[tuple[int, int]], most: int) -> range:
    """The sentences of B between the counterparts of what stands before and after a sentence of A, those included."""
    at = bisect_left(links, (number, -1))
    here = links[at][1] if at < len(links) and links[at][0] == number else None
    before = links[at - 1][1] if at else -1
    after = here if here is not None else links[at][1] if at < len(links) else most
    first, last = min(before, after), max(before, after)
    return range(max(first, 0), min(last, most - 1) + 1) if last - first <= WIDEST else range(0)


def _kinship(a: Sentence, b: Sentence) -> Kinship:
    """That of two sentences in corresponding places."""
    shared = sum(not word.startswith(NUMBER) for word in a.content & b.content)
    apart = names_apart((a.names, a.content), (b.names, b.content))
    return Kinship(ALIKE, shared, apart, a.listed or b.listed, retold=True)
