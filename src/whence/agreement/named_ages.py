"""Ages of one person in two reports: an age belongs to the name next to it, however the sentences are put."""

from __future__ import annotations

from collections.abc import Iterator

from whence.agreement.contexts import Context

MOST_AGES = 60  # of one report; a longer list is a table


def ages_of_one(a: Context, b: Context) -> Iterator[tuple[int, int]]:
    """The figures of A and B that are the ages of one person, where each report tells one age under that name.

    A surname may stand for the full name ("Reed, 42": "Ann Reed, 42"), not one first name for another.

    >>> from whence.agreement.contexts import read_context
    >>> from whence.figures.find import find_figures
    >>> from whence.records import Report
    >>> one, two = (read_context(report, find_figures(report)) for report in (
    ...     Report("a", "a", "Ann Reed, 42, was hurt."), Report("b", "b", "The 43-year-old Ann Reed lives.")))
    >>> list(ages_of_one(one, two))
    [(0, 0)]
    """
    one, two = _ages(a), _ages(b)
    fits = [(x, y) for x, name in one for y, other in two if name <= other or other <= name]
    for x, y in fits:
        if sum(at == x for at, _ in fits) == sum(at == y for _, at in fits) == 1:
            yield x, y


def _ages(context: Context) -> list[tuple[int, frozenset[str]]]:
    """The ages of a report that stand next to a name, with its words."""
    told = (at for sentence in context.sentences if not sentence.listed for at in sentence.standings)
    found = [(at, context.standings[at].called) for at in told if context.standings[at].called]
    return found[:MOST_AGES]
