"""Score whence on a set of pairs.

    python -m bench.quality.drift.score SET [--errors]

A conflict that whence cries is right when it overlaps the words of a planted conflict in both reports. A planted edit
is told right when whence pairs its words and gives the relation of the truth, or one that the truth lists as well.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.quality.drift.finding import find_hedges, find_pairs
from bench.quality.drift.pairs import Record, read_pairs
from whence.records import FigurePair

AT_ONE = frozenset(["same", "equivalent"])


@dataclass(frozen=True, slots=True)
class Judged:
    """A planted edit and the pairs of figures that whence found over its words."""

    pair: Record
    edit: Record
    found: tuple[FigurePair, ...]

    @property
    def relations(self) -> list[str]:
        """The relations that whence gives."""
        return [found.relation for found in self.found]

    @property
    def right(self) -> bool:
        """Whether the relation is right; what is about two things must not be paired at all."""
        wanted = {self.edit["relation"], *self.edit.get("also", ())}
        return any(relation in wanted for relation in self.relations) or (not self.found and "incomparable" in wanted)

    @property
    def group(self) -> str:
        """The heading that it is counted under."""
        kind: str = self.edit["kind"]
        return "decoy" if kind.startswith(("decoy", "label")) else kind


@dataclass(frozen=True, slots=True)
class Scored:
    """What whence made of a set: its edits, the conflicts that it cried without cause, and hedges of certainty.

    `hedges` are the planted hedges of certainty, each with whether whence sees it.
    """

    judged: tuple[Judged, ...]
    false: tuple[tuple[Record, FigurePair], ...]
    cried: int
    hedges: tuple[bool, ...]


def score_pairs(pairs: Iterable[Record]) -> Scored:
    """Hold what whence finds in each pair against the truth."""
    judged: list[Judged] = []
    false: list[tuple[Record, FigurePair]] = []
    hedges: list[bool] = []
    cried = 0
    for pair in pairs:
        hedges += _hedges_seen(pair)
        found = find_pairs(pair)
        planted = [edit for edit in pair["edits"] if not edit["kind"].startswith("certainty")]
        judged += [Judged(pair, edit, tuple(one for one in found if _meets(one, edit))) for edit in planted]
        for one in found:
            if one.relation == "conflict":
                cried += 1
                if not any(edit["conflict"] and _meets(one, edit) for edit in planted):
                    false.append((pair, one))
    return Scored(tuple(judged), tuple(false), cried, tuple(hedges))


def figures_of(scored: Scored) -> dict[str, float]:
    """The figures of a set: shares, and how often a conflict was cried over two forms of the same."""
    conflicts = [one for one in scored.judged if one.edit["conflict"]]
    facts = [one for one in scored.judged if one.group != "decoy"]
    decoys = [one for one in scored.judged if one.group == "decoy"]
    at_one = [one for one in facts if one.edit["relation"] in AT_ONE]
    return {
        "conflict_precision": _share(scored.cried - len(scored.false), scored.cried),
        "conflict_recall": _share(sum("conflict" in one.relations for one in conflicts), len(conflicts)),
        "reformatted_conflicts": float(sum("conflict" in one.relations for one in at_one)),
        "relation_accuracy": _share(sum(one.right for one in facts), len(facts)),
        "paired": _share(sum(bool(one.found) for one in facts), len(facts)),
        "decoys_apart": _share(sum(one.right for one in decoys), len(decoys)),
        "certainty_seen": _share(sum(scored.hedges), len(scored.hedges)),
    }


def table_of(scored: Scored) -> Iterator[str]:
    """By kind of edit: how many, paired, told right, and what they were told as."""
    yield f"{'kind':28}{'edits':>6}{'paired':>8}{'right':>7}  told as"
    groups: dict[tuple[str, str], list[Judged]] = {}
    for one in scored.judged:
        groups.setdefault((one.group, one.edit["relation"]), []).append(one)
    for (group, relation), ones in sorted(groups.items()):
        told = Counter(one.relations[0] if one.found else "-" for one in ones)
        words = ", ".join(f"{name} {number}" for name, number in told.most_common(6))
        paired, right = (
            _share(sum(bool(one.found) for one in ones), len(ones)),
            _share(sum(one.right for one in ones), len(ones)),
        )
        name = group if group == relation else f"{group} = {relation}"
        yield f"{name:28.28}{len(ones):6}{paired:8.3f}{right:7.3f}  {words}"


def errors_of(scored: Scored) -> Iterator[str]:
    """Each edit told wrong and each false conflict, with the words around it."""
    for pair, found in scored.false:
        yield f"{pair['id']}  FALSE CONFLICT  {_seen(pair, found)}"
    for one in scored.judged:
        if not one.right:
            told = "; ".join(f"{found.relation}: {_seen(one.pair, found)}" for found in one.found) or "not paired"
            sides = " -> ".join(
                _around(one.pair[side], one.edit[side]["start"], one.edit[side]["end"]) for side in "ab"
            )
            yield f"{one.pair['id']}  {one.edit['kind']} = {one.edit['relation']}  {sides}  {told}"


def _hedges_seen(pair: Record) -> Iterator[bool]:
    """Of each hedge of certainty that was planted in either report, whether whence sees it."""
    for side in "ab":
        places = [edit[side] for edit in pair["edits"] if edit["kind"].startswith("certainty") and edit[side]["text"]]
        seen = find_hedges(pair, side) if places else ()
        yield from (
            any(hedge.start < place["end"] and place["start"] < hedge.end for hedge in seen) for place in places
        )


def _meets(found: FigurePair, edit: Record) -> bool:
    """Whether a pair of figures lies over an edit in both reports."""
    return _over(found.a.evidence.start, found.a.evidence.end, edit["a"]) and _over(
        found.b.evidence.start, found.b.evidence.end, edit["b"]
    )


def _over(start: int, end: int, side: Record) -> bool:
    return any(start < place["end"] and place["start"] < end for place in (side, *side.get("again", ())))


def _seen(pair: Record, found: FigurePair) -> str:
    a, b = found.a.evidence, found.b.evidence
    return f"{_around(pair['a'], a.start, a.end)} / {_around(pair['b'], b.start, b.end)} ({found.says})"


def _around(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - 35) : start], text[end : end + 30]
    return f"{before}[{text[start:end]}]{after}".replace("\n", " ")


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 1.0


def report_on(pairs: Sequence[Record], *, errors: bool = False) -> Iterator[str]:
    """What is printed of a set."""
    scored = score_pairs(pairs)
    yield from table_of(scored)
    if errors:
        yield from errors_of(scored)
    yield from (f"{name:24} {value:.3f}" for name, value in figures_of(scored).items())


def main() -> None:
    """Print how whence does on a set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", type=Path)
    parser.add_argument("--errors", action="store_true", help="also print each edit told wrong")
    arguments = parser.parse_args()
    for line in report_on(read_pairs(arguments.set), errors=arguments.errors):
        print(line)


if __name__ == "__main__":
    main()
