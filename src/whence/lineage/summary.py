"""The first line of every screen and page: one sentence with numbers, hedged as its confidence asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from whence.changes.kinds import SLIGHT
from whence.records import Change, ChangeKind, Relation, Shared, Side

STOCK_WORDS = 30  # shared without a relation, so many words ask for an explanation
EVEN = 0.5
LIKELY = 0.65
SURE = 0.9  # from here on "copied from", below "probably copied from" (web-and-cli.md, pages, rule 5)
_TOLD: dict[ChangeKind, tuple[str, str]] = {
    "quotation": ("altered quotation", "altered quotations"),
    "figure": ("changed figure", "changed figures"),
    "attribution": ("attribution dropped or added", "attributions dropped or added"),
    "negation": ("changed negation", "changed negations"),
    "hedge": ("changed hedge", "changed hedges"),
    "date": ("changed date", "changed dates"),
    "name": ("changed name", "changed names"),
}


def summarise(shared: Shared, changes: Sequence[Change], relation: Relation) -> str:
    """What a comparison found, in one or two sentences.

    Args:
        shared: what the two reports share.
        changes: what differs.
        relation: how they are related.

    Returns:
        Text with numbers, never a verdict: what is not decidable is said so.
    """
    if shared.words and not any(change.kind not in SLIGHT for change in changes) and relation.parent is None:
        return f"The two texts are the same, all {shared.words} words; nothing in them tells which came first."
    parts = [_relation_in_words(relation, shared), _shared_in_words(shared)]
    if relation.kind in ("copy", "version", "common"):
        parts.append(_changes_in_words(changes))
    return " ".join(part for part in parts if part)


def _relation_in_words(relation: Relation, shared: Shared) -> str:
    """The relation, as sure as the less sure of its kind and its direction; below even odds, not decidable."""
    if relation.kind in ("copy", "version", "common") and relation.kind_confidence < EVEN:
        return "They share prose; whether one copied the other or both print a third text is not decidable."
    kind, both = _hedge(relation.kind_confidence), _hedge(min(relation.kind_confidence, relation.confidence))
    if relation.kind == "copy":
        if relation.parent:
            return f"{_child(relation.parent)} is {both}copied from {relation.parent.upper()}."
        return f"One of the two is {kind}copied from the other; which, is not decidable."
    if relation.kind == "version":
        if relation.parent:
            return f"They are {kind}two versions of one text; {relation.parent.upper()} is {both}the older."
        return f"They are {kind}two versions of one text; which is older, is not decidable."
    origin = f" ({relation.origin})" if relation.origin else ""
    return {
        "common": f"Both {kind}print a third text{origin}; neither is the other's source.",
        "quotes": f"Both {kind}quote the same words{origin}. Shared speech is not copying.",
        "furniture": "Only page furniture is shared: captions, credits, menus.",
        "none": "No copying found; what they share looks like page furniture or stock background."
        if shared.words >= STOCK_WORDS
        else "No relation found.",
    }[relation.kind]


def _hedge(chance: float) -> str:
    """ "", "probably " or "perhaps ": from .9 on, from .65 on, below."""
    return "" if chance >= SURE else "probably " if chance >= LIKELY else "perhaps "


def _child(parent: Side) -> str:
    """The name of the other report."""
    return "B" if parent == "a" else "A"


def _shared_in_words(shared: Shared) -> str:
    """How much is shared."""
    if not shared.words:
        return "They share no passage."
    return (
        f"{shared.words} words are the same ({shared.words_outside_quotations} outside quotation marks): "
        f"{shared.coverage_a:.0%} of A, {shared.coverage_b:.0%} of B."
    )


def _changes_in_words(changes: Sequence[Change]) -> str:
    """The findings that matter, counted; then what was left out and put in."""
    counts = Counter(change.kind for change in changes)
    told = [
        f"{counts[kind]} {one if counts[kind] == 1 else many}" for kind, (one, many) in _TOLD.items() if counts[kind]
    ]
    passages = Counter(change.kind for change in changes if change.says.startswith("passage"))
    lone: tuple[tuple[ChangeKind, str], ...] = (("dropped", "only in A"), ("added", "only in B"))
    for kind, done in lone:
        if passages[kind]:
            told.append(f"{passages[kind]} {'passage' if passages[kind] == 1 else 'passages'} {done}")
    if not told:
        return ""
    listed = told[0] if len(told) == 1 else ", ".join(told[:-1]) + " and " + told[-1]
    return f"Between them: {listed}."
