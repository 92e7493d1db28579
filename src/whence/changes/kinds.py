"""Kinds: what an edit is about, in the order in which a fact-checker wants to know it."""

from __future__ import annotations

from collections.abc import Callable

from whence.changes import fact_rules, speech_rules
from whence.changes.edited import Elsewhere, Finding, Words, changed_in_block, changed_words
from whence.changes.edits import Edit
from whence.changes.texts import Texts
from whence.records import ChangeKind

_BY_RANK: tuple[ChangeKind, ...] = (
    "quotation", "figure", "attribution", "negation", "hedge", "date", "name", "cue", "dropped", "added",
    "moved", "wording", "house style", "punctuation", "furniture",
)  # fmt: skip
SLIGHT: frozenset[ChangeKind] = frozenset({"house style", "punctuation", "furniture"})
"""Kinds that are folded away by default: nothing of what is told depends on them."""

RANKS: dict[ChangeKind, int] = {kind: rank for rank, kind in enumerate(_BY_RANK, start=1)}
"""The order of findings: altered speech first, page furniture last (shared design of rank: copies-and-lineage.md)."""

RULES: tuple[Callable[[Words], Finding], ...] = (
    fact_rules.style,
    speech_rules.quotation,
    speech_rules.moved_within,
    fact_rules.contraction,
    fact_rules.date,
    fact_rules.figure,
    speech_rules.attribution,
    fact_rules.negation,
    fact_rules.hedge,
    fact_rules.opposite,
    fact_rules.name,
    speech_rules.cue,
    speech_rules.quotation_edge,
    fact_rules.dropped,
    fact_rules.added,
)
"""The rules, tried in this order; each says what it recognises in its docstring."""


def type_edit(edit: Edit, texts: Texts, block: Elsewhere | None = None) -> tuple[ChangeKind, str]:
    """What an edit is about.

    Args:
        edit: the words replaced, taken out or put in.
        texts: the words and texts of both reports.
        block: the changed words of the whole block, by default those of the edit alone.

    Returns:
        The kind, and one phrase that says what happened. The first rule of `RULES` that recognises the edit decides.
    """
    words = changed_words(edit, texts, block or changed_in_block([edit], texts))
    for rule in RULES:
        found = rule(words)
        if found:
            return found
    return "wording", "worded differently"
