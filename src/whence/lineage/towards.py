"""How clues to direction are put together: positive towards A as the source, negative towards B."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from whence.lineage.facts import EVIDENCE_SHOWN, EditedWords, PairFacts, ReportFacts
from whence.lineage.signal import Signal
from whence.records import Evidence, Side
from whence.text.spans import Span


def other(side: Side) -> Side:
    """The other side.

    >>> other("a")
    'b'
    """
    return "b" if side == "a" else "a"


def towards(child: Side, strength: float, says: str, evidence: Iterable[Evidence]) -> Signal:
    """A signal that `child` is the later one."""
    return Signal(strength if child == "b" else -strength, says, tuple(evidence))


def one_sided(pair: PairFacts, read: Callable[[ReportFacts], tuple[Span, ...]], says: str, *, of: str) -> Signal | None:
    """A signal from something that only one of the two has; `of` says whether that makes it the child or the parent."""
    found: dict[Side, tuple[Span, ...]] = {"a": read(pair.a), "b": read(pair.b)}
    if bool(found["a"]) == bool(found["b"]) or not pair.shared.words:
        return None
    side: Side = "a" if found["a"] else "b"
    child = side if of == "child" else other(side)
    parent = other(child)
    text = says.format(child=child.upper(), parent=parent.upper(), outlet=pair.side(parent).report.outlet)
    spans = [span for span in found[side] if span.end > span.start]
    return towards(child, 1.0, text, map(pair.side(side).evidence, spans[:EVIDENCE_SHOWN]))


def counted(pair: PairFacts, test: Callable[[EditedWords], bool], says: str, *, least: int = 1) -> Signal | None:
    """A signal from the edits that pass a test from A to B, against those that pass it from B to A."""
    forward = [edit.change for edit in pair.edits if test(edit)]
    backward = [edit.change for edit in pair.edits if test(edit.turned())]
    difference = len(forward) - len(backward)
    if abs(difference) < least:
        return None
    child: Side
    child, changes = ("b", forward) if difference > 0 else ("a", backward)
    evidence = [e for change in changes[:EVIDENCE_SHOWN] for e in (change.a, change.b) if e]
    return towards(child, min(1.0, (1 + abs(difference)) / 4), f"{child.upper()} {says}", evidence)
