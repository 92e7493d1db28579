"""Hold found pairs against the truth of a generated corpus.

python -m bench.corpus.score TRUTH.jsonl PAIRS.jsonl [--reports REPORTS.jsonl] [--json]

Recall counts direct pairs, a child and its parent. Other members of one family (siblings, a grandparent) truly share
words, so finding them is neither right nor wrong; pairs of no relation are counted apart. Passages are scored on the
direct pairs: the words of both reports that stand in passages, true and found; those of a pair that was missed count as
missed, an outlet's furniture counts for nothing. With the reports it counts words and looks whether every passage is
exact; without them it counts code points.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from bench.corpus.ruler import CodePoints, CountedWords, Range, Ruler, join_ranges, shared_size, total_size
from bench.corpus.truth import Families, Pair, Row, TruePair, pair_key, read_rows, read_truth

LONG = (12, 16, 30)  # words: how long the longest passage of a pair without relation is


@dataclass(slots=True)
class Tally:
    """What was counted for one kind: pairs, and units of passages on both sides."""

    pairs: int = 0
    found_pairs: int = 0
    true_units: int = 0
    found_units: int = 0
    shared_units: int = 0

    def add(self, other: Tally) -> None:
        """Add the counts of another."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def figures(self) -> dict[str, float]:
        """Recall of pairs; precision, recall and F1 of passages."""
        both = self.true_units + self.found_units
        return {
            "pairs": self.pairs,
            "recall": _share(self.found_pairs, self.pairs),
            "passage_precision": _share(self.shared_units, self.found_units),
            "passage_recall": _share(self.shared_units, self.true_units),
            "passage_f1": _share(2 * self.shared_units, both),
        }


@dataclass(slots=True)
class Score:
    """The whole result: a tally for each kind, and a count of everything else that was found."""

    kinds: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    others: Counter[str] = field(default_factory=Counter)

    def figures(self) -> dict[str, Any]:
        """All figures, overall and by kind."""
        overall = Tally()
        for tally in self.kinds.values():
            overall.add(tally)
        kinds = {kind: self.kinds[kind].figures() for kind in sorted(self.kinds)}
        return {"overall": overall.figures(), "kinds": kinds, "others": dict(sorted(self.others.items()))}


def score_files(truth: Path, pairs: Path, reports: Path | None = None) -> Score:
    """Score a file of found pairs; time grows with the length of the files."""
    direct, families = read_truth(truth)
    ruler: Ruler = CodePoints()
    if reports is not None:
        wanted = {report for pair in direct for report in pair}
        wanted.update(report for row in read_rows(pairs) for report in (row["a"], row["b"]))
        ruler = CountedWords(reports, wanted)
    score = Score()
    seen: set[Pair] = set()
    for row in read_rows(pairs):
        key = pair_key(row["a"], row["b"])
        if key in seen:
            score.others["twice"] += 1
            continue
        seen.add(key)
        exact = _count_exact(score, row, ruler)
        if key in direct:
            _score_pair(score, direct[key], row, ruler)
        else:
            _count_other(score, row, families, ruler=ruler, exact=exact)
    for key, pair in direct.items():
        if key not in seen:
            _score_pair(score, pair, None, ruler)
    return score


def _score_pair(score: Score, pair: TruePair, row: Row | None, ruler: Ruler) -> None:
    """Count a direct pair, found (`row`) or missed."""
    tally = score.kinds[pair.kind]
    tally.pairs += 1
    tally.found_pairs += row is not None
    for report in (pair.child, pair.parent):
        is_child = report == pair.child
        true = [(p.child if is_child else p.parent, p.furniture) for p in pair.passages]
        body = join_ranges(ruler.measure(report, span) for span, furniture in true if not furniture)
        furniture = join_ranges(ruler.measure(report, span) for span, furniture in true if furniture)
        found = join_ranges(ruler.measure(report, span) for span in _found_spans(row, report))
        tally.true_units += total_size(body)
        tally.found_units += total_size(found) - shared_size(found, furniture)
        tally.shared_units += shared_size(found, body)


def _found_spans(row: Row | None, report: str) -> list[Range]:
    """The spans of a found pair in one of its reports."""
    if row is None:
        return []
    side = "a" if row["a"] == report else "b"
    return [(passage[side]["start"], passage[side]["end"]) for passage in row["passages"]]


def _count_exact(score: Score, row: Row, ruler: Ruler) -> bool:
    """Whether every passage of a found pair has the same words on both sides; those that have not are counted."""
    if not isinstance(ruler, CountedWords):
        return True
    wrong = sum(
        not ruler.same_words(
            (row["a"], (passage["a"]["start"], passage["a"]["end"])),
            (row["b"], (passage["b"]["start"], passage["b"]["end"])),
        )
        for passage in row["passages"]
    )
    score.others["inexact passages"] += wrong
    return not wrong


def _count_other(score: Score, row: Row, families: Families, *, ruler: Ruler, exact: bool) -> None:
    """Count a found pair that is not direct: family, or of no relation (false, or the same words by accident)."""
    if families.head(row["a"]) == families.head(row["b"]):
        score.others["family"] += 1
        return
    score.others["unrelated"] += 1
    if not exact or not row["passages"]:
        score.others["unrelated, false"] += 1
    longest = max((passage.get("words", 0) for passage in row["passages"]), default=0)
    for words in LONG:
        score.others[f"unrelated, {words} words or more in a passage"] += longest >= words
    if isinstance(ruler, CountedWords):
        score.others["unrelated, of one outlet"] += ruler.same_outlet(row["a"], row["b"])


def _share(part: int, whole: int) -> float:
    """A share; 1 of nothing is all of it."""
    return part / whole if whole else 1.0


def _print_table(figures: dict[str, Any]) -> None:
    """The figures as lines that can be read."""
    print(f"{'kind':16} {'pairs':>7} {'recall':>7}  passages: {'P':>7} {'R':>7} {'F1':>7}")
    for kind, row in [*figures["kinds"].items(), ("overall", figures["overall"])]:
        passages = " ".join(f"{row[f'passage_{name}']:7.4f}" for name in ("precision", "recall", "f1"))
        print(f"{kind:16} {row['pairs']:7} {row['recall']:7.4f}            {passages}")
    for name, count in figures["others"].items():
        print(f"{name}: {count}")


def main() -> None:
    """Print the figures of a file of pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("truth", type=Path)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--reports", type=Path, help="count words, and look whether every passage is exact")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    figures = score_files(given.truth, given.pairs, given.reports).figures()
    if given.json:
        print(orjson.dumps(figures, option=orjson.OPT_INDENT_2).decode())
    else:
        _print_table(figures)


if __name__ == "__main__":
    main()
