"""Applying changes: the proof that nothing was left out of them."""

from __future__ import annotations

from collections.abc import Iterable

from whence.records import Change, Evidence


def apply_changes(changes: Iterable[Change], text: str) -> str:
    """The text of B, made from the text of A and the changes alone.

    What no change takes from A is kept, in its order; what changes put into B stands where they say. A change inside a
    moved passage is told twice, alone and in the passage: the passage counts.

    Args:
        changes: all changes of a comparison, in any order.
        text: the text of A.

    Returns:
        The text of B, exactly.

    >>> apply_changes([], "unchanged")
    'unchanged'
    """
    changes = list(changes)
    taken = _outermost(change.a for change in changes)
    put = _outermost(change.b for change in changes)
    kept: list[str] = []
    position = 0
    for evidence in taken:
        kept.append(text[position : evidence.start])
        position = evidence.end
    rest = "".join([*kept, text[position:]])
    built: list[str] = []
    size = position = 0
    for evidence in put:
        piece = rest[position : position + evidence.start - size]
        built += [piece, evidence.exact]
        position += len(piece)
        size = evidence.end
    return "".join([*built, rest[position:]])


def _outermost(found: Iterable[Evidence | None]) -> list[Evidence]:
    """Evidence in the order of the text, without what lies inside other evidence."""
    outer: list[Evidence] = []
    for evidence in sorted((e for e in found if e is not None), key=lambda e: (e.start, -e.end)):
        if not outer or evidence.start >= outer[-1].end:
            outer.append(evidence)
    return outer
