"""Figures of a retold report that no sentence has paired: by a word that stands close to one of their kind alone.

Who rewrites a report moves its sentences about, and yet says "revenue" of one sum and "dividend" of another. A word
that is told close to a single figure of a dimension in each report names it, as far as what is left over goes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from whence.agreement.contexts import Context, Standing
from whence.records import Figure

MOST_NAMED = 400  # figures left over that are looked at; a report with more is a table
Named = tuple[str, str]


def named_alike(
    contexts: tuple[Context, Context], taken: tuple[Collection[int], Collection[int]]
) -> Iterator[tuple[int, int]]:
    """The figures left over of two reports that telling words bring together, and no words with any other.

    Args:
        contexts: the reports.
        taken: the figures of each that are paired.
    """
    one, two = (_named(context, used) for context, used in zip(contexts, taken, strict=True))
    fits = {(one[key], two[key]) for key in one.keys() & two.keys()}
    for x, y in sorted(fits):
        if sum(at == x for at, _ in fits) == sum(at == y for _, at in fits) == 1:
            yield x, y


def _named(context: Context, taken: Collection[int]) -> dict[Named, int]:
    """For each dimension and word the one figure left over that it stands close to."""
    found: dict[Named, list[int]] = defaultdict(list)
    left = [at for at in range(len(context.standings)) if at not in taken][:MOST_NAMED]
    for at in left:
        for key in _keys(context.standings[at]):
            found[key].append(at)
    return {key: places[0] for key, places in found.items() if len(places) == 1}


def _keys(standing: Standing) -> Iterator[Named]:
    """The words close to a figure, under what it measures; names and prepositions tell too little."""
    if isinstance(standing.stated, Figure) and standing.side and standing.stated.kind != "age":
        words = (standing.near | {standing.head}) - standing.names
        yield from ((standing.side.dimension, word) for word in words if word and not word.startswith("<"))
