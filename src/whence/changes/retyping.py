"""Edits of an attribution's frame, told as what they are: a source dropped or added, another speaker, another cue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from whence.changes.kinds import RANKS
from whence.changes.places import Places
from whence.records import Change, ChangeKind, Evidence, Quote, QuotePair, Row

WEAKER: frozenset[ChangeKind] = frozenset({"wording", "dropped", "added", "name", "cue", "moved"})
"""Kinds that say less about an edit than that it took away or changed who speaks."""


class _Frame(NamedTuple):
    """The words of source and cue on both sides, the contents that an edit must leave alone, and what it means."""

    a: Sequence[Evidence]
    b: Sequence[Evidence]
    content: Sequence[Evidence]
    kind: ChangeKind
    says: str


def retype_attributions(changes: Iterable[Change], pairs: Iterable[QuotePair]) -> tuple[Change, ...]:
    """The changes, with those of a source or cue told as such.

    Only kind, rank and wording change: what leads from A to B stays exactly the same.

    Args:
        changes: what was found between the words.
        pairs: the attributions side by side (`changes.attributions`).

    Returns:
        As many changes as before, in the order of rank.
    """
    frames = [frame for pair in pairs for frame in _frames(pair)]
    places = (
        Places((e, number) for number, frame in enumerate(frames) for e in frame.a),
        Places((e, number) for number, frame in enumerate(frames) for e in frame.b),
    )
    told = []
    for change in changes:
        sides = zip(places, (change.a, change.b), strict=True)
        near = sorted({number for place, side in sides if side for number in place.touching(side)})
        told.append(_retyped(change, [frames[number] for number in near]))
    return tuple(sorted(told, key=lambda change: change.rank))


def retype_rows(rows: Iterable[Row], changes: Iterable[Change]) -> tuple[Row, ...]:
    """The rows with the changes as they are told now; a change is known by where it stands.

    Args:
        rows: rows as `changes.find` laid them.
        changes: the changes after retyping.

    Returns:
        The same rows, their changes in the order of rank.
    """
    told = {(change.a, change.b): change for change in changes}
    return tuple(
        replace(row, changes=tuple(sorted((told.get((c.a, c.b), c) for c in row.changes), key=lambda c: c.rank)))
        for row in rows
    )


def _frames(pair: QuotePair) -> list[_Frame]:
    """What an edit of this pair's source or cue would mean."""
    a, b = pair.a, pair.b
    if "attribution" in pair.differs:
        if a:
            return [_Frame(_said(a), (), a.content, "attribution", "attribution dropped: a claim became a fact")]
        return [_Frame((), _said(b), b.content, "attribution", "attribution added")] if b else []
    if a is None or b is None:
        return []
    frames = []
    if "speaker" in pair.differs:
        says = f"said by {_who(a)} in A, by {_who(b)} in B"
        frames.append(_Frame(a.source, b.source, (*a.content, *b.content), "attribution", says))
    if "cue" in pair.differs:
        says = "said in another way: the verb of saying changed"
        frames.append(_Frame(a.cue, b.cue, (*a.content, *b.content), "cue", says))
    return frames


def _said(quote: Quote) -> tuple[Evidence, ...]:
    """Source and cue."""
    return (*quote.source, *quote.cue)


def _who(quote: Quote) -> str:
    """Who speaks, in the report's own canonical names."""
    return " and ".join(speaker.name for speaker in quote.speakers if speaker.name)


def _retyped(change: Change, frames: Sequence[_Frame]) -> Change:
    """A change under the first frame that it touches without touching the content."""
    if change.kind not in WEAKER:
        return change
    for frame in frames:
        sides = ((change.a, frame.a), (change.b, frame.b))
        touched = [side is not None and _touches(side, there) for side, there in sides]
        needed = [there for _, there in sides if there]
        hit = all(touched) if len(needed) == 2 and frame.kind == "cue" else any(touched)
        clear = not any(side is not None and _touches(side, frame.content) for side in (change.a, change.b))
        if hit and clear and RANKS[frame.kind] <= RANKS[change.kind]:
            return replace(change, kind=frame.kind, rank=RANKS[frame.kind], says=frame.says)
    return change


def _touches(one: Evidence, others: Sequence[Evidence]) -> bool:
    """Whether words overlap any of some others of the same report."""
    return any(one.report_id == other.report_id and one.span.overlaps(other.span) for other in others)
