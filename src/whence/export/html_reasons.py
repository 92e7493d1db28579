"""The reasons of a relation as the page shows them: what is said, how sure, every clue, what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from whence.export.html_places import Excerpt, Places, excerpt, side_of
from whence.export.html_wording import signed
from whence.lineage.relate import DECIDED
from whence.lineage.summary import LIKELY, SURE
from whence.records import Clue, Comparison, Relation, RelationKind

EVIDENCE_CHARACTERS = 64  # one line of a phone held upright
_KINDS: dict[RelationKind, str] = {
    "copy": "one is a copy of the other",
    "version": "two versions of one text",
    "common": "both print a text of a third source",
    "quotes": "both quote the same words",
    "furniture": "only page furniture is shared",
    "none": "no relation found",
}


class Quoted(NamedTuple):
    """Words that bear a clue out, with every place where they stand to the letter: its letter and its link."""

    text: str
    cut: bool
    places: tuple[tuple[str, str], ...]


class ClueLine(NamedTuple):
    """A clue: its words, its weight as text, its bar (share of the widest, 0-100), and the words that bear it out."""

    says: str
    weight: str
    percent: int
    against: bool
    evidence: tuple[Quoted, ...]


class ClueTable(NamedTuple):
    """Clues to one question, heaviest first."""

    heading: str
    note: str
    lines: tuple[ClueLine, ...]


class Fact(NamedTuple):
    """One statement with its number, and what the number means."""

    name: str
    says: str
    number: str
    means: str


class Reasons(NamedTuple):
    """Everything below "Why"."""

    facts: tuple[Fact, ...]
    tables: tuple[ClueTable, ...]
    would_change: str


def read_reasons(found: Comparison, places: Places) -> Reasons:
    """The relation, its numbers and its clues.

    Args:
        found: the comparison.
        places: where its sentences stand on the page.

    Returns:
        Plain values for the template.
    """
    relation = found.relation
    kind = [clue for clue in relation.clues if clue.about == "kind"]
    direction = [clue for clue in relation.clues if clue.about == "direction"]
    widest = max((abs(clue.weight) for clue in relation.clues), default=1.0) or 1.0
    tables = [
        ClueTable(heading, note, tuple(_line(clue, found, places, widest) for clue in clues))
        for heading, note, clues in (
            (_direction_heading(relation), _direction_note(relation), direction),
            (f"Clues to the kind: {_KINDS[relation.kind]}", "", kind),
        )
        if clues
    ]
    return Reasons(tuple(_facts(relation)), tuple(tables), _would_change(found))


def _facts(relation: Relation) -> Sequence[Fact]:
    """The kind, the direction and the origin, each with its number where it has one."""
    said = _KINDS[relation.kind]
    kind = Fact(
        "Kind", _hedged(said, relation.kind_confidence), _number(relation.kind_confidence), "that the kind is right"
    )
    facts = [kind]
    if relation.kind in ("copy", "version"):
        facts.insert(0, _direction(relation))
    if relation.origin:
        facts.append(Fact("Named as the origin", relation.origin, "", ""))
    return facts


def _direction(relation: Relation) -> Fact:
    """Which came first, hedged as rule 5 of the pages asks."""
    if relation.parent is None:
        return Fact("Direction", "not decidable", "", f"neither way reaches {DECIDED[relation.kind]}")
    parent, child = ("A", "B") if relation.parent == "a" else ("B", "A")
    hedge = "" if relation.confidence >= SURE else "probably "
    says = f"{child} {hedge}copied from {parent}" if relation.kind == "copy" else f"{parent} is {hedge}the older"
    return Fact("Direction", says, _number(relation.confidence), f"that {parent} came first, if the kind is right")


def _hedged(says: str, confidence: float) -> str:
    """A kind with the hedge that its number asks for."""
    if confidence >= SURE:
        return says
    return f"{'probably' if confidence >= LIKELY else 'perhaps'}: {says}"


def _number(confidence: float) -> str:
    """A probability with two places, never rounded up to certainty."""
    return f"{min(confidence, 0.99):.2f}"


def _direction_heading(relation: Relation) -> str:
    """Whose being first the clues of the direction speak for."""
    return f"Clues that {relation.parent.upper()} came first" if relation.parent else "Clues to the direction"


def _direction_note(relation: Relation) -> str:
    """What the sign means where no side is named."""
    return "" if relation.parent else "Here + speaks for A as the first, − for B; together they do not decide it."


def _line(clue: Clue, found: Comparison, places: Places, widest: float) -> ClueLine:
    """One clue for the template."""
    evidence = [
        excerpt(words, side_of(words, found.a, found.b), places, longest=EVIDENCE_CHARACTERS)
        for words in clue.evidence
        if words.exact.strip()
    ]
    percent = round(100 * abs(clue.weight) / widest)
    return ClueLine(clue.says, signed(clue.weight), percent, clue.weight < 0, tuple(_quote(evidence)))


def _quote(evidence: Sequence[Excerpt]) -> Iterator[Quoted]:
    """Evidence in order; the same words in both reports, told one after the other, once."""
    for text, group in groupby(evidence, key=lambda words: (words.text, words.words_left_out)):
        where = dict.fromkeys((words.letter, words.anchor) for words in group)
        yield Quoted(text[0], text[1] > 0, tuple(where))


def _would_change(found: Comparison) -> str:
    """What else one would have to know."""
    unknown = [name for name, report in (("A", found.a), ("B", found.b)) if report.published is None]
    if found.relation.kind in ("copy", "version"):
        if unknown:
            which = f"{' and '.join(unknown)} {'does' if len(unknown) == 1 else 'do'} not say when"
            return f"{which} it appeared: a time of publication would weigh on the direction."
        return "An earlier print of either text, or a third report that both draw on, would change it."
    if found.relation.kind in ("common", "quotes"):
        return "The third source itself, or a sign that one outlet had the words from the other, would change it."
    return "A source that both draw on, or passages reworded beyond recognition, would not show here."
